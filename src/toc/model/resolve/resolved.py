"""What files declare and mean, kept so that an edit of one of them need not lead through all of it again."""

from collections.abc import Mapping

from attrs import field, frozen

from toc.diagnostics import Finding
from toc.model.elements import Key
from toc.model.modules import Use
from toc.model.resolve.declared import FileDeclarations
from toc.model.theory import Theory
from toc.syntax import nodes

Targets = Mapping[tuple[str, str], str | None]
# A statement: its file and its offset there.
Place = tuple[str, int]
# What a link joins: sources and target.
Ends = tuple[frozenset[Key], Key]


@frozen(eq=False)
class Resolved:
    """The meaning of `documents` (by path) as the file `root` sees them, and what is wrong with their names and links.

    `theory` is that of the last whole reading; `names_hold` says whether its elements still have the ids and kinds
    that the documents declare.
    `declared`, `uses` and `by_file` (what is wrong before any name is looked up) are by path; `looked_up` is what is
    wrong with names, kinds and links, all of it in the statements `watched`; `ends` are those of all links.
    """

    root: str
    documents: Mapping[str, nodes.Document] = field(repr=False)
    targets: Targets = field(repr=False)
    theory: Theory = field(repr=False)
    declared: Mapping[str, FileDeclarations] = field(repr=False)
    uses: Mapping[str, tuple[tuple[Use, str | None], ...]] = field(repr=False)
    by_file: Mapping[str, tuple[Finding, ...]] = field(repr=False)
    looked_up: tuple[Finding, ...]
    watched: frozenset[Place] = field(repr=False)
    ends: frozenset[Ends] = field(repr=False)
    names_hold: bool = True

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that is wrong with names, kinds and links (TOC1xx)."""
        return (*(finding for found in self.by_file.values() for finding in found), *self.looked_up)
