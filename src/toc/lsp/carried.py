"""What was found before an edit, as it stands after it, until the rules have been run again."""

from collections.abc import Iterable, Iterator
from typing import AnyStr

from attrs import evolve

from toc.diagnostics import Diagnostic, Origin


def carried(diagnostics: Iterable[Diagnostic], file: str, before: str, after: str) -> Iterator[Diagnostic]:
    """Yield the diagnostics that do not touch what changed between two texts of `file`, at their new places.

    They come without fixes: those are edits of the old text.
    The change is taken to be one piece: what lies between the common beginning and the common end of both texts.
    """
    start, end = changed(before, after)
    shift = len(after) - len(before)

    def moved(origin: Origin) -> Origin | None:
        if origin.file != file or origin.end <= start:
            return origin
        if origin.start >= end:
            return Origin(file, origin.start + shift, origin.end + shift)
        return None

    for diagnostic in diagnostics:
        place = moved(diagnostic.origin)
        if place is not None:
            related = tuple(
                evolve(other, origin=found)
                for other in diagnostic.related
                if (found := moved(other.origin)) is not None
            )
            yield evolve(diagnostic, origin=place, related=related, fixes=())


def changed(before: AnyStr, after: AnyStr) -> tuple[int, int]:
    """Return the piece of `before` that is another in `after`, as its start and end."""
    start = _common(before, after)
    most = min(len(before), len(after)) - start
    end = _common(before[::-1][:most], after[::-1][:most])
    return start, len(before) - end


def _common(one: AnyStr, other: AnyStr) -> int:
    """Return how many characters both begin with, by halving: comparing slices is fast."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
