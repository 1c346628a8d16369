"""Causal links, one for each pair of ends; a gate is one link with several sources."""

from attrs import field, frozen

from toc.diagnostics import Origin
from toc.model.elements import NOWHERE, Key, Properties, Quantity, Range, Word

VERBS = ("contributes", "requires", "hinders")


@frozen
class Link:
    """`sources` act on `target`; several sources act only together (`a & b -> c`).

    `strength` is the word, number or range written, None where it was left out.
    A link may come from a link statement, from `requires` inside its target (`inside`), or be implied by an output
    nested in a strategy (`implied`: strength 1, no rationale asked for).
    `marks` are the words `feedback` and `uncertain` as written, which every link of their statement shares.
    `origin` covers the statement or property that made it, `ends` the names as written: sources, then target.
    """

    sources: tuple[Key, ...]
    target: Key
    verb: str
    strength: Word | Quantity | Range | None = None
    feedback: bool = False
    uncertain: bool = False
    properties: Properties = Properties()
    inside: bool = False
    implied: bool = False
    origin: Origin = field(default=NOWHERE, eq=False, repr=False)
    ends: tuple[Origin, ...] = field(default=(), eq=False, repr=False)
    marks: tuple[Word, ...] = field(default=(), eq=False, repr=False)

    @property
    def source(self) -> Key:
        """The source, the first of a gate's."""
        return self.sources[0]
