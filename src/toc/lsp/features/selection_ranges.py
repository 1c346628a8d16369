"""What a selection grows to: a word, a value, a property, a block, a statement, a pathway, the file."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import attrs
from lsprotocol import types

from toc.lsp.desk import Desk
from toc.lsp.feature import LATEST, feature
from toc.lsp.under_cursor import word_at
from toc.syntax.places import Place, places

Span = tuple[int, int]


@feature(types.TEXT_DOCUMENT_SELECTION_RANGE, knowing=LATEST)
def selection_ranges(desk: Desk, params: types.SelectionRangeParams) -> list[types.SelectionRange]:
    """Return for each place what stands around it, from the innermost to the whole file."""
    return [_chain(desk, desk.offset(position)) for position in params.positions]


def _chain(desk: Desk, offset: int) -> types.SelectionRange:
    word = word_at(desk.source, offset)
    spans = [(0, len(desk.source.text)), *_around(places(desk.document), offset)]
    if word is not None:
        spans.append((word.start, word.end))
    # Each within the one before; what is as large, or crosses it, says nothing new.
    nested = [spans[0]]
    for start, end in spans[1:]:
        outer = nested[-1]
        if outer[0] <= start <= offset <= end <= outer[1] and (start, end) != outer:
            nested.append((start, end))
    found = types.SelectionRange(desk.range(*nested[0]))
    for _outer, inner in pairwise(nested):
        found = types.SelectionRange(desk.range(*inner), found)
    return found


def _around(items: tuple[Place, ...], offset: int) -> Iterator[Span]:
    """Yield the spans around a place, outer ones first."""
    for place in items:
        if not place.start <= offset <= place.end:
            continue
        yield place.start, place.end
        if place.has_block and place.opening < offset <= place.closing:
            yield place.opening, place.closing + 1
            yield place.opening + 1, place.closing
            yield from _around(place.items, offset)
        else:
            yield from _within(place.node, place.offset, offset)
        return


def _within(node: Any, base: int, offset: int) -> Iterator[Span]:
    """Yield the spans of the parts of an item around a place."""
    for field in attrs.fields(type(node)):
        value = getattr(node, field.name)
        for part in value if isinstance(value, tuple) else (value,):
            start, end = getattr(part, "start", None), getattr(part, "end", None)
            if start is not None and end is not None and base + start <= offset <= base + end:
                yield base + start, base + end
                yield from _within(part, base, offset)
                return
