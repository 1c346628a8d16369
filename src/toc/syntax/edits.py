"""From named edits (replace this, remove that, add a property there) to edits of text that keep the layout."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Protocol

from attrs import evolve, frozen

from toc.diagnostics import Edit, TextEdit
from toc.syntax.nodes import Declaration, Document, Link, Property, Statement
from toc.syntax.places import Place, all_places, placed_comments, places
from toc.syntax.writing import INDENT, WIDTH

BLANKS = " \t\f\v\u00a0\u2007\u2009\u200a\u202f\u3000"
LINE_BREAK = re.compile(r"\r\n?|\n")
BLANK_LINE = re.compile(rf"[{BLANKS}]*(?:\r\n?|\n)")
Span = tuple[int, int]
# Up to so many statements side by side, nothing is gained by leaving some out.
FEW = 8


class Spanned(Protocol):
    """Any node: what it covers of its statement."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


def text_edits(document: Document, edits: Sequence[Edit]) -> tuple[TextEdit, ...]:
    """Return what `edits` mean for the text of `document`: sorted edits that do not overlap.

    Edits of other files are left out. What is removed with something around it is removed once, several properties
    added to one place stand one after the other, and of two replacements of one place the first counts.
    """
    file = document.source.path
    here = [edit for edit in dict.fromkeys(edits) if edit.origin.file == file]
    spans = [(edit.origin.start, edit.origin.end) for edit in here]
    document = evolve(document, statements=_near(document.statements, spans))
    every = tuple(all_places(document))
    added: dict[int, list[str]] = {}
    for edit in here:
        if edit.action == "add" and (holder := _holder(every, edit.origin.start, edit.origin.end)):
            added.setdefault(holder.start, []).append(edit.text)
    removed = frozenset((edit.origin.start, edit.origin.end) for edit in here if edit.action == "remove")
    comments = tuple(comment.start for comment in placed_comments(document))
    surgery = _Surgery(document.source.text, removed, added, comments)
    replaced = (edit for edit in here if edit.action == "replace")
    changes = [TextEdit(file, edit.origin.start, edit.origin.end, edit.text) for edit in replaced]
    changes += [TextEdit(file, start, end, "") for start, end in surgery.removals(places(document), None)]
    changes += [evolve(surgery.addition(place), file=file) for place in reversed(every) if place.start in added]
    return _composed(changes)


def apply_edits(text: str, edits: Iterable[TextEdit]) -> str:
    """Return `text` after `edits`, which all count in the text as it was; ValueError where two of them overlap."""
    pieces = []
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start < at:
            raise ValueError(f"two edits overlap at offset {edit.start}")
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, text[at:]])


@frozen
class _Surgery:
    # The text, the spans to be removed, the properties to be added by the start of their holder, and where comments
    # begin.
    text: str
    removed: frozenset[Span]
    added: Mapping[int, list[str]]
    comments: tuple[int, ...]

    def removals(self, items: Sequence[Place], holder: Place | None) -> Iterator[Span]:
        """Yield what goes from a list of items: the block of `holder`, or with None the statements of the file."""
        gone = [self.is_removed(item) for item in items]
        if holder and gone and all(gone) and not self.keeps_block(holder):
            yield self.before(holder.opening), holder.closing + 1
            return
        if holder and all(gone) and holder.start in self.added and not self.breaks(holder.opening, holder.closing):
            return  # what is added replaces all there is
        for row in self.rows(items):
            lost = {index - row[0] for index in row if gone[index]}
            yield from self.row_cuts([(items[index].start, items[index].end) for index in row], lost)
        for item, is_gone in zip(items, gone, strict=True):
            if not is_gone:
                yield from self.part_cuts(item)
                yield from self.removals(item.items, item)

    def is_removed(self, place: Place) -> bool:
        """Return whether the whole item goes, itself or because nothing would be left that it needs."""
        node = place.node
        head = (place.offset + node.start, place.offset + node.end)
        if self.removed & {(place.start, place.end), head}:
            return True
        if isinstance(node, Property):
            lists = [node.values]
        elif isinstance(node, Link):
            lists = [side.names for side in node.sides]
        else:
            return False
        return any(parts and all(self.span(place, part) in self.removed for part in parts) for parts in lists)

    def keeps_block(self, place: Place) -> bool:
        """Return whether the block stays although everything in it goes: a comment does, or something comes."""
        return place.start in self.added or any(place.opening < at < place.closing for at in self.comments)

    def rows(self, items: Sequence[Place]) -> list[list[int]]:
        """Return the items by the line they share, as positions in `items`."""
        rows: list[list[int]] = []
        for index, item in enumerate(items):
            if index and not self.breaks(items[index - 1].end, item.start):
                rows[-1].append(index)
            else:
                rows.append([index])
        return rows

    def row_cuts(self, row: Sequence[Span], lost: set[int]) -> Iterator[Span]:
        """Yield what goes when the items `lost` leave a line; the line goes with the last, its comment stays."""
        if len(lost) < len(row):
            yield from _list_cuts(row, lost)
            return
        start, end = row[0][0], self.behind(row[-1][1])
        line = self.before(start)
        if line and self.text[line - 1] not in "\r\n":
            yield start, end
        elif (line_break := LINE_BREAK.match(self.text, end)) is not None:
            yield line, self.behind_blank_line(line, line_break.end())
        elif end == len(self.text):
            yield line, end
        else:
            yield start, end

    def part_cuts(self, place: Place) -> Iterator[Span]:
        """Yield what goes inside an item that stays: marks, translations and clauses, names and values of lists."""
        node = place.node
        if isinstance(node, Link):
            for side in node.sides:
                yield from self.list_cuts([self.span(place, name) for name in side.names])
            parts = [self.span(place, mark) for mark in node.marks]
        elif isinstance(node, Property):
            yield from self.list_cuts([self.span(place, value) for value in node.values])
            parts = [self.span(place, clause) for clause in node.clauses]
        elif isinstance(node, Declaration):
            parts = [self.span(place, text) for text in node.label]
        else:
            return
        yield from ((self.before(start), end) for start, end in parts if (start, end) in self.removed)

    def list_cuts(self, spans: Sequence[Span]) -> Iterator[Span]:
        """Yield what goes of a list with commas (or of texts side by side)."""
        yield from _list_cuts(spans, {index for index, span in enumerate(spans) if span in self.removed})

    def addition(self, place: Place) -> TextEdit:
        """Return the edit that adds to `place` the properties it is to have."""
        lines = self.added[place.start]
        if not place.has_block:
            return self.new_block(place, lines)
        if self.breaks(place.opening, place.closing):
            return self.more_lines(place, lines)
        kept = [item for item in place.items if not self.is_removed(item)]
        if kept:
            return TextEdit("", kept[-1].end, kept[-1].end, "".join(f"; {line}" for line in lines))
        return TextEdit("", place.opening + 1, place.closing, f" {'; '.join(lines)} ")

    def new_block(self, place: Place, lines: Sequence[str]) -> TextEdit:
        """Return the edit that gives an item a block: on its line if it fits there."""
        margin = self.margin(place.start)
        short = f" {{ {'; '.join(lines)} }}"
        begin = self.text.rfind("\n", 0, place.end) + 1
        if place.end - begin + len(short) > WIDTH or any("\n" in line for line in lines):
            inner = "".join(f"{margin}{INDENT}{self.indented(line, margin + INDENT)}{self.newline}" for line in lines)
            return TextEdit("", place.end, place.end, f" {{{self.newline}{inner}{margin}}}")
        return TextEdit("", place.end, place.end, short)

    def more_lines(self, place: Place, lines: Sequence[str]) -> TextEdit:
        """Return the edit that adds lines at the end of a block, indented as those in it."""
        own = self.margin(place.start)
        first = next((item.start for item in place.items if self.starts_line(item.start)), None)
        margin = own + INDENT if first is None else self.margin(first)
        if self.starts_line(place.closing):
            at = self.before(place.closing)
            return TextEdit(
                "", at, at, "".join(f"{margin}{self.indented(line, margin)}{self.newline}" for line in lines)
            )
        inner = "".join(f"{self.newline}{margin}{self.indented(line, margin)}" for line in lines)
        return TextEdit("", place.closing, place.closing, f"{inner}{self.newline}{own}")

    def indented(self, lines: str, margin: str) -> str:
        """Return lines with a margin before all but the first; a long text keeps its own."""
        return lines if '"""' in lines else lines.replace("\n", self.newline + margin)

    @property
    def newline(self) -> str:
        """The line ending of the text."""
        return "\r\n" if "\r\n" in self.text else "\n"

    def span(self, place: Place, node: "Spanned") -> Span:
        """Return where a part of the item stands."""
        return place.offset + node.start, place.offset + node.end

    def breaks(self, start: int, end: int) -> bool:
        """Return whether a line ends from `start` up to `end`."""
        return re.search(r"[\r\n]", self.text[start:end]) is not None

    def before(self, offset: int) -> int:
        """Return where the blanks before `offset` begin."""
        return len(self.text[:offset].rstrip(BLANKS))

    def behind(self, offset: int) -> int:
        """Return where the blanks and the `;` behind `offset` end; a comment keeps the blanks before it."""
        match = re.compile(rf"(?:[{BLANKS}]*;)?[{BLANKS}]*").match(self.text, offset)
        return match.end() if match else offset

    def behind_blank_line(self, line: int, end: int) -> int:
        """Return `end`, or the end of the blank line there if the lines up to `line` end with one too."""
        twin = BLANK_LINE.match(self.text, end)
        last = re.search(rf"(?:^|[\r\n])[{BLANKS}]*(?:\r\n?|\n)?\Z", self.text[max(0, line - WIDTH) : line])
        return twin.end() if twin and last else end

    def starts_line(self, offset: int) -> bool:
        """Return whether only blanks stand before `offset` on its line."""
        at = self.before(offset)
        return at == 0 or self.text[at - 1] in "\r\n"

    def margin(self, offset: int) -> str:
        """Return the blanks at the start of the line of `offset`."""
        begin = max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) + 1
        line = self.text[begin:offset]
        return line[: len(line) - len(line.lstrip(BLANKS))]


def _near(statements: Sequence[Statement], spans: Sequence[Span]) -> tuple[Statement, ...]:
    # The statements that `spans` touch, with those before and after them: all that an edit looks at, however large
    # the file. The neighbours also keep a pathway from looking as if nothing were left in it.
    if len(statements) <= FEW:
        near = tuple(statements)
    else:
        wanted: set[int] = set()
        for start, end in spans:
            first = bisect_right(statements, start, key=attrgetter("offset")) - 1
            last = bisect_left(statements, end, key=attrgetter("offset"))
            wanted.update(range(max(0, first - 1), min(len(statements), last + 2)))
        near = tuple(statements[index] for index in sorted(wanted))
    return tuple(
        evolve(statement, children=_near(statement.children, spans)) if statement.children else statement
        for statement in near
    )


def _holder(every: Sequence[Place], start: int, end: int) -> Place | None:
    # The innermost declaration or link around a span; `every` has outer ones first.
    around = (place for place in every if place.start <= start and end <= place.end)
    return next((place for place in reversed([*around]) if isinstance(place.node, Declaration | Link)), None)


def _list_cuts(spans: Sequence[Span], lost: Collection[int]) -> Iterator[Span]:
    # What goes when some parts leave a list: a part with what separates it from the next, the last ones with what
    # separates them from the last that stays.
    if not lost or len(lost) == len(spans):
        return
    staying = max(index for index in range(len(spans)) if index not in lost)
    if staying < len(spans) - 1:
        yield spans[staying][1], spans[-1][1]
    for index in lost:
        if index < staying:
            yield spans[index][0], spans[index + 1][0]


def _composed(changes: Sequence[TextEdit]) -> tuple[TextEdit, ...]:
    # Deletions that touch become one; what else is to change inside them is gone.
    deletions: list[TextEdit] = []
    for change in sorted((change for change in changes if not change.text), key=lambda change: change.start):
        if deletions and change.start <= deletions[-1].end:
            deletions[-1] = evolve(deletions[-1], end=max(deletions[-1].end, change.end))
        else:
            deletions.append(change)
    kept = list(deletions)
    for change in (change for change in changes if change.text):
        same = next((other for other in kept if _at_start(change, other)), None)
        if same is not None:
            kept[kept.index(same)] = evolve(same, text=same.text + change.text)
        elif not any(change.start < other.end and other.start < change.end for other in kept):
            kept.append(change)
    return tuple(sorted(kept, key=lambda change: (change.start, change.end)))


def _at_start(change: TextEdit, other: TextEdit) -> bool:
    # Whether an insertion stands where a deletion or another insertion does.
    return change.start == change.end == other.start and (other.start == other.end or not other.text)
