"""The canonical layout of a file as the smallest edits of its text, also where only some of its statements can be read.

What cannot be read is left as it is, and so is what stands outside the range that is asked for.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from attrs import evolve

from toc.diagnostics import TextEdit
from toc.source import Source
from toc.syntax.formatter import format_document
from toc.syntax.nodes import Document, Statement
from toc.syntax.parser import parse
from toc.syntax.places import Place, places

PARTS = re.compile(r"\r\n?|\n|[^\S\r\n]+|\w+|[^\w\s]")
# Beyond so many comparisons of parts, a piece is replaced as a whole.
MOST_COMPARED = 250_000
SYNTAX = "TOC1"
Span = tuple[int, int]


def layout_edits(document: Document, keywords: str | None = None) -> tuple[TextEdit, ...]:
    """Return the edits that lay a whole file out, sorted; none where it has syntax errors.

    `keywords` ("en" or "fr") translates the words of the language as well.
    """
    if not document.sound:
        return ()
    text = document.source.text
    after = _laid_out(document, keywords)
    old, new = _pieces(document), _pieces(parse(after))
    if len(old) != len(new):
        return _edits(document, _differences(text, after.text, (0, len(text)), (0, len(after.text))))
    old = [(0, 0), *old, (len(text), len(text))]
    new = [(0, 0), *new, (len(after.text), len(after.text))]
    changes: list[tuple[int, int, str]] = []
    for at in range(1, len(old)):
        changes += _differences(text, after.text, (old[at - 1][1], old[at][0]), (new[at - 1][1], new[at][0]))
        changes += _differences(text, after.text, old[at], new[at])
    return _edits(document, changes)


def range_edits(document: Document, start: int, end: int) -> tuple[TextEdit, ...]:
    """Return the edits that lay out the statements touched from `start` to `end`, as far as they can be read."""
    text = document.source.text
    faults = sorted(
        finding.origin.start for finding in document.findings if finding.rule and finding.rule.code < SYNTAX
    )
    touched = (
        statement for statement in document.statements if _touches((statement.offset, statement.end), start, end)
    )
    readable = evolve(document, statements=tuple(_readable(touched, faults)), findings=())
    after = _laid_out(readable)
    old, new = _pieces(readable), _pieces(parse(after))
    if len(old) != len(new):
        return ()
    number = {piece[0]: at for at, piece in enumerate(_pieces(document))}
    changes: list[tuple[int, int, str]] = []
    before = None
    for at, piece in enumerate(old):
        if not _touches(piece, start, end):
            continue
        if before == number[piece[0]] - 1:
            changes += _differences(text, after.text, (old[at - 1][1], piece[0]), (new[at - 1][1], new[at][0]))
        else:
            changes += _indentation(text, after.text, piece[0], new[at][0])
        changes += _differences(text, after.text, piece, new[at])
        before = number[piece[0]]
    return _edits(document, changes)


def _laid_out(document: Document, keywords: str | None = None) -> Source:
    """Return the canonical text with the line endings of the file."""
    text = format_document(document, keywords).replace("\r\n", "\n")
    ending = "\r\n" if "\r\n" in document.source.text else "\n"
    return Source(document.source.path, text.replace("\n", ending))


def _pieces(document: Document) -> list[Span]:
    """Return the spans of statements, in order; a pathway's head and closing brace are pieces by themselves."""
    openings = dict(_openings(places(document)))
    return [*_pieces_of(document.statements, openings)]


def _pieces_of(statements: Iterable[Statement], openings: dict[int, int]) -> Iterator[Span]:
    for statement in statements:
        if not statement.children or statement.closing is None:
            yield statement.offset, statement.end
        else:
            yield statement.offset, openings[statement.offset] + 1
            yield from _pieces_of(statement.children, openings)
            yield statement.closing, statement.closing + 1


def _openings(found: Iterable[Place]) -> Iterator[tuple[int, int]]:
    for place in found:
        if place.has_block:
            yield place.offset, place.opening
            yield from _openings(inner for inner in place.items if inner.offset != place.offset)


def _readable(statements: Iterable[Statement], faults: Sequence[int]) -> Iterator[Statement]:
    """Yield the statements without syntax errors, and pathways with those of theirs that have none."""
    for statement in statements:
        children = statement.children
        if not children:
            if statement.node is not None and not _any_within(faults, statement.offset, statement.end):
                yield statement
        elif statement.closing is not None and not _any_within(faults, statement.offset, children[0].offset):
            kept = tuple(_readable(children, faults))
            if kept:
                yield evolve(statement, children=kept)


def _any_within(faults: Sequence[int], start: int, end: int) -> bool:
    at = bisect_left(faults, start)
    return at < len(faults) and faults[at] <= end


def _touches(piece: Span, start: int, end: int) -> bool:
    return piece[0] < max(end, start + 1) and piece[1] >= start


def _indentation(before: str, after: str, old: int, new: int) -> Iterator[tuple[int, int, str]]:
    """Yield the change of the blanks before a piece, where nothing else stands before it on its line."""
    blanks = before[_line_start(before, old) : old]
    wanted = after[_line_start(after, new) : new]
    if blanks != wanted and not blanks.strip() and not wanted.strip():
        yield old - len(blanks), old, wanted


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def _differences(before: str, after: str, old: Span, new: Span) -> Iterator[tuple[int, int, str]]:
    """Yield what to put in which places of `before` so that its piece `old` becomes the piece `new` of `after`."""
    one, other = before[slice(*old)], after[slice(*new)]
    if one == other:
        return
    parts, others = PARTS.findall(one), PARTS.findall(other)
    if len(parts) * len(others) > MOST_COMPARED:
        yield old[0], old[1], other
        return
    starts = _starts(parts, old[0])
    for what, first, last, start, end in SequenceMatcher(None, parts, others, autojunk=False).get_opcodes():
        if what != "equal":
            yield starts[first], starts[last], "".join(others[start:end])


def _starts(parts: Sequence[str], offset: int) -> list[int]:
    starts = [offset]
    for part in parts:
        starts.append(starts[-1] + len(part))
    return starts


def _edits(document: Document, changes: Iterable[tuple[int, int, str]]) -> tuple[TextEdit, ...]:
    """Return changes, sorted, as edits; those that touch become one."""
    found: list[TextEdit] = []
    for start, end, text in changes:
        if found and found[-1].end == start:
            found[-1] = evolve(found[-1], end=end, text=found[-1].text + text)
        else:
            found.append(TextEdit(document.source.path, start, end, text))
    return tuple(edit for edit in found if document.source.text[edit.start : edit.end] != edit.text)
