"""Parts of a file: the statements that lie in a range, so that only they need be looked at."""

from collections.abc import Iterable, Iterator

from attrs import evolve

from toc.syntax.nodes import Document, Statement


def between(document: Document, start: int, end: int) -> Document:
    """Return `document` with the statements alone that touch the text from `start` to `end`, without its findings."""
    return evolve(document, statements=tuple(_between(document.statements, start, end)), findings=())


def _between(statements: Iterable[Statement], start: int, end: int) -> Iterator[Statement]:
    for statement in statements:
        if statement.offset <= end and statement.end >= start:
            children = statement.children
            yield statement if children is None else evolve(statement, children=tuple(_between(children, start, end)))
