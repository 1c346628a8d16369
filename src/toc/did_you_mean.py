"""Did you mean …? The nearest of the words that could have been meant."""

import unicodedata
from collections.abc import Iterable

from toc.messages import Message, _


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that `word` was probably meant to be, None where nothing is near enough.

    Case and accents do not count; at most a third of the letters may be wrong, swapped, missing or too many.
    """
    if len(word) < 2:
        return None
    folded = _folded(word)
    letters = set(folded)
    # Nothing that is further away than the nearest so far needs to be measured to the end.
    allowed = max(1, len(folded) // 3)
    best: str | None = None
    for candidate in candidates:
        other = _folded(candidate)
        if abs(len(other) - len(folded)) > allowed or len(letters.difference(other)) > allowed:
            continue
        distance = _distance(folded, other, allowed)
        if distance < allowed or (distance == allowed and (best is None or candidate < best)):
            allowed, best = distance, candidate
    return best


def did_you_mean(word: str, candidates: Iterable[str]) -> Message | None:
    """Return the hint that names the nearest of `candidates`, None where nothing is near enough."""
    found = closest(word, candidates)
    return None if found is None else _("did you mean `{name}`?", name=found)


def _folded(text: str) -> str:
    if not text.isascii():
        decomposed = unicodedata.normalize("NFD", text)
        text = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return text.casefold().replace("_", "-")


def _distance(one: str, other: str, most: int) -> int:
    """Count insertions, deletions, replacements and swaps of neighbours; more than `most` where there are more.

    (Optimal string alignment.)
    """
    above: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, above, row = above, row, [i]
        for j, counterpart in enumerate(other, 1):
            best = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != counterpart))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == counterpart:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        if min(row) > most and min(above) > most:
            return most + 1
    return row[-1]
