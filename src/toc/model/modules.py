"""The files that a file uses."""

from collections.abc import Iterator, Mapping

from attrs import field, frozen

from toc.diagnostics import Origin
from toc.model.elements import NOWHERE
from toc.syntax.nodes import Document
from toc.syntax.nodes import Use as UseNode


@frozen
class Use:
    """`use "path" as alias`: `path` as written, `alias` None where there is none; `origin` is that of the path."""

    path: str
    alias: str | None = None
    origin: Origin = field(default=NOWHERE, eq=False, repr=False)
    alias_origin: Origin = field(default=NOWHERE, eq=False, repr=False)


def uses(document: Document) -> tuple[Use, ...]:
    """Return what `document` uses, in the order written; O(statements)."""
    return tuple(_uses(document))


def targets_of(document: Document, targets: Mapping[tuple[str, str], str | None]) -> tuple[tuple[Use, str | None], ...]:
    """Return what `document` uses with the workspace path of each, None where there is no such file."""
    file = document.source.path
    return tuple((use, targets.get((file, use.path))) for use in uses(document))


def _uses(document: Document) -> Iterator[Use]:
    file = document.source.path
    for statement in document.walk():
        node = statement.node
        if isinstance(node, UseNode):
            base = statement.offset
            alias = node.alias
            alias_origin = Origin(file, base + alias.start, base + alias.end) if alias else NOWHERE
            path_origin = Origin(file, base + node.path.start, base + node.path.end)
            yield Use(node.path.value, alias.text if alias else None, path_origin, alias_origin)
