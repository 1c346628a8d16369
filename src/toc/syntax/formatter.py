"""The one layout of a document: the same model and the same comments, written in the canonical way.

A document is laid out as nested lists of items (statements, and what stands in blocks).
A comment stays with the item it was written with: before it, behind it on its line, or at the end of its list;
one in the middle of an item moves before that item.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from attrs import frozen

from toc.syntax.keywords import concept
from toc.syntax.nodes import Document, Item, Name, Property, Text
from toc.syntax.places import Place, PlacedComment, placed_comments, places
from toc.syntax.writing import INDENT, WIDTH, Writer

LINE_BREAK = re.compile(r"\r\n?|\n")


@frozen
class _Layout:
    source: str
    comments: tuple[PlacedComment, ...]
    starts: tuple[int, ...]
    language: str | None

    def body(self, items: Sequence[Place], start: int, end: int, indent: str) -> tuple[str, list[str]]:
        """Return the comment on the line of the `{` at `start - 1`, and the lines of the list up to `end`."""
        lines: list[str] = []
        header, at = self.comment_lines(lines, start, items[0].start if items else end, indent)
        for index, place in enumerate(items):
            within = [note for note in self.between(place.start, place.end) if not self.in_block(note, place)]
            lines += self.gap(lines, at, place.start)
            lines += [indent + comment.text for comment in within]
            head = self.writer(place, items).item(place.node, indent)
            parted = "; " if lines and _begins_tagged(place.node) else ""
            lines += self.item(place, f"{indent}{parted}{head}", indent)
            following = items[index + 1].start if index + 1 < len(items) else end
            _, at = self.comment_lines(lines, place.end, following, indent)
        return header, lines

    def comment_lines(self, lines: list[str], start: int, end: int, indent: str) -> tuple[str, int]:
        """Add the comments from `start` up to `end` to `lines`; return that of a block's first line, and their end."""
        header = ""
        for comment in self.between(start, end):
            if self.breaks(start, comment.start) or start == 0:
                lines += [*self.gap(lines, start, comment.start), indent + comment.text]
            elif lines:
                lines[-1] += f"  {comment.text}"
            else:
                header = f"  {comment.text}"
            start = comment.end
        return header, start

    def item(self, place: Place, line: str, indent: str) -> list[str]:
        """Return the lines of one item, of which `line` is the first without its block."""
        if not self.filled(place):
            return [line]
        if (short := self.one_line(place, line, indent)) is not None:
            return [short]
        header, lines = self.body(place.items, place.opening + 1, place.closing, indent + INDENT)
        return [f"{line} {{{header}", *lines, f"{indent}}}"]

    def one_line(self, place: Place, line: str, indent: str) -> str | None:
        """Return the item with its block on one line, if it was written so and can be."""
        if self.breaks(place.opening, place.closing) or any(map(self.filled, place.items)):
            return None
        if self.between(place.opening, place.closing):
            return None
        items = [self.writer(inner, place.items).item(inner.node, indent) for inner in place.items]
        short = f"{line} {{ {'; '.join(items)} }}"
        last = short.rsplit("\n", 1)[-1]
        return short if len(last) <= WIDTH and not any("\n" in item for item in items) else None

    def writer(self, place: Place, siblings: Sequence[Place]) -> Writer:
        """Return the writer for an item that stands among `siblings`."""
        return Writer(self.source, place.offset, self.language, _lanes(place.node, siblings))

    def filled(self, place: Place) -> bool:
        """Return whether the item has a block with something in it."""
        return place.has_block and bool(place.items or self.between(place.opening, place.closing))

    def between(self, start: int, end: int) -> tuple[PlacedComment, ...]:
        """Return the comments that begin from `start` up to `end`."""
        return self.comments[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def in_block(self, comment: PlacedComment, place: Place) -> bool:
        """Return whether the comment stands inside the item's block."""
        return place.has_block and place.opening < comment.start < place.closing

    def breaks(self, start: int, end: int) -> int:
        """Return how many line breaks stand from `start` up to `end`."""
        return len(LINE_BREAK.findall(self.source, start, end))

    def gap(self, lines: list[str], start: int, end: int) -> list[str]:
        """Return the blank line kept between what ends at `start` and what begins at `end`."""
        return [""] if lines and self.breaks(start, end) > 1 else []


def format_document(document: Document, keywords: str | None = None) -> str:
    """Return `document` in its canonical layout, with LF line endings; an empty document gives an empty text.

    `keywords` ("en" or "fr") translates the words of the language; None leaves each in the language it was written in.
    Raises ValueError for a document with a syntax error, as what could not be read would be lost.
    """
    if not document.sound:
        raise ValueError(f"{document.source.path} has syntax errors and cannot be formatted")
    source = document.source.text
    comments = placed_comments(document)
    layout = _Layout(source, comments, tuple(comment.start for comment in comments), keywords)
    _, lines = layout.body(places(document), 0, len(source) + 1, "")
    return "".join(f"{line}\n" for line in lines)


def _lanes(node: Item, siblings: Sequence[Place]) -> str | None:
    # What a view is grouped by says whether `order` takes ids or words.
    if not isinstance(node, Property) or node.keyword != "order":
        return None
    for place in siblings:
        if isinstance(place.node, Property) and place.node.keyword == "group_by":
            lanes = [concept(value.text, "group_by") for value in place.node.values if isinstance(value, Name)]
            return next((slot for slot in lanes if slot in ("level", "sphere")), None)
    return None


def _begins_tagged(node: Item) -> bool:
    # A text with a language tag goes on with the line above, unless a `;` stands between.
    values = node.values if isinstance(node, Property) and not node.word else ()
    return bool(values) and isinstance(values[0], Text) and values[0].language is not None
