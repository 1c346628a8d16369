"""Declarations as they were found, before any name is looked up."""

from collections.abc import Callable

from attrs import define, field

from toc.diagnostics import Finding, Origin
from toc.model.elements import Key
from toc.syntax import nodes

Written = tuple[int, nodes.Property]
Report = Callable[[Finding], None]


@define(eq=False)
class Declared:
    """A declaration and the offset from which its nodes count; `key` is known once the whole file has been read.

    `counts` is false for a second declaration of a name, which is kept for what stands in it.
    """

    file: str
    node: nodes.Declaration
    offset: int
    parent: "Declared | None"
    properties: list[Written] = field(factory=list)
    key: Key = Key("", "")
    counts: bool = True
    step: int = 0

    @property
    def kind(self) -> str:
        """The kind as a concept."""
        return self.node.kind

    @property
    def origin(self) -> Origin:
        """Where the declaration stands."""
        return Origin(self.file, self.offset + self.node.start, self.offset + self.node.end)

    @property
    def name_origin(self) -> Origin:
        """Where its id stands, else the whole declaration."""
        name = self.node.name
        return Origin(self.file, self.offset + name.start, self.offset + name.end) if name else self.origin


@define(eq=False)
class FileDeclarations:
    """What one file declares: `named` by id, `all` in the order written."""

    document: nodes.Document
    all: list[Declared] = field(factory=list)
    named: dict[str, Declared] = field(factory=dict)
    links: list[tuple[int, nodes.Link]] = field(factory=list)
    observations: list[Written] = field(factory=list)
    broken: set[str] = field(factory=set)
    theory: Declared | None = None

    @property
    def path(self) -> str:
        """The file's path."""
        return self.document.source.path
