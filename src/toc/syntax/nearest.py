"""The word of the language that a mistyped one is nearest to."""

from collections.abc import Iterable

from toc.syntax.keywords import fold


def nearest(text: str, words: Iterable[str], cutoff: float) -> str | None:
    """Return the one of `words` that is nearest to `text`, None where none is as near as `cutoff` (0 to 1)."""
    from difflib import get_close_matches  # only where there is a fault to explain

    candidates = {fold(word): word for word in words}
    found = get_close_matches(fold(text), sorted(candidates), n=1, cutoff=cutoff)
    return candidates[found[0]] if found else None
