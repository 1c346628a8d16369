"""Did you mean …? The nearest of the words that could have been meant."""

import unicodedata
from collections.abc import Iterable

from toc.messages import Message, _


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that `word` was probably meant to be, None where nothing is near enough.

    Case and accents do not count; at most a third of the letters may be wrong, swapped, missing or too many.
    """
    folded = _folded(word)
    allowed = max(1, len(folded) // 3)
    best: tuple[int, str] | None = None
    for candidate in candidates:
        other = _folded(candidate)
        if abs(len(other) - len(folded)) <= allowed:
            rank = (_distance(folded, other), candidate)
            if rank[0] <= allowed and (best is None or rank < best):
                best = rank
    return best[1] if best and len(word) > 1 else None


def did_you_mean(word: str, candidates: Iterable[str]) -> Message | None:
    """Return the hint that names the nearest of `candidates`, None where nothing is near enough."""
    found = closest(word, candidates)
    return None if found is None else _("did you mean `{name}`?", name=found)


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).replace("_", "-")


def _distance(one: str, other: str) -> int:
    # Optimal string alignment: insertions, deletions, replacements and swaps of neighbours.
    rows = [list(range(len(other) + 1))]
    for i, letter in enumerate(one, 1):
        row, above = [i], rows[-1]
        for j, counterpart in enumerate(other, 1):
            best = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != counterpart))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == counterpart:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]
