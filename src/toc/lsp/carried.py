"""What was found before an edit, as it stands after it, until the rules have been run again."""

from collections.abc import Callable, Iterable, Iterator
from typing import AnyStr

from attrs import evolve

from toc.diagnostics import Diagnostic, Origin, TextEdit, TextFix


def carried(diagnostics: Iterable[Diagnostic], file: str, before: str, after: str) -> Iterator[Diagnostic]:
    """Yield the diagnostics that do not touch what changed between two texts of `file`, at their new places.

    A fix comes along where all its edits are apart from what changed, so that they mean the same in the new text.
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

    def moved_edit(edit: TextEdit) -> TextEdit | None:
        if edit.file != file or edit.end < start:
            return edit
        return evolve(edit, start=edit.start + shift, end=edit.end + shift) if edit.start > end else None

    for diagnostic in diagnostics:
        place = moved(diagnostic.origin)
        if place is not None:
            related = tuple(
                evolve(other, origin=found)
                for other in diagnostic.related
                if (found := moved(other.origin)) is not None
            )
            fixes = tuple(_moved_fixes(diagnostic.fixes, moved_edit))
            yield evolve(diagnostic, origin=place, related=related, fixes=fixes)


def _moved_fixes(fixes: Iterable[TextFix], moved: Callable[[TextEdit], TextEdit | None]) -> Iterator[TextFix]:
    for fix in fixes:
        edits = tuple(edit for one in fix.edits if (edit := moved(one)) is not None)
        if len(edits) == len(fix.edits):
            yield evolve(fix, edits=edits)


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
