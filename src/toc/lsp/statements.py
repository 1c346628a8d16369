"""Parts of a file: the statements that lie in a range, so that only they need be looked at."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from attrs import evolve

from toc.syntax.nodes import Document, Statement
from toc.syntax.places import Place, all_places


def between(document: Document, start: int, end: int) -> Document:
    """Return `document` with the statements alone that touch the text from `start` to `end`, without its findings."""
    return evolve(document, statements=tuple(_between(document.statements, start, end)), findings=())


def innermost(document: Document, start: int, end: int, *kinds: type) -> Place | None:
    """Return the innermost item of one of `kinds` (nodes; left out: any) around the text from `start` to `end`."""
    around = (
        place
        for place in all_places(between(document, start, end))
        if place.start <= start and end <= place.end and (not kinds or isinstance(place.node, kinds))
    )
    return next(reversed([*around]), None)


def _between(statements: Sequence[Statement], start: int, end: int) -> Iterator[Statement]:
    first = bisect_left(statements, start, key=attrgetter("end"))
    for statement in statements[first : bisect_right(statements, end, key=attrgetter("offset"))]:
        children = statement.children
        yield statement if children is None else evolve(statement, children=tuple(_between(children, start, end)))
