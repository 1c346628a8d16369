"""Properties by what may stand behind them, as grammar/toc.lark has it."""

from collections.abc import Iterator
from itertools import groupby

from attrs import frozen

from toc.syntax.keywords import slot_words, table

VARIED = ("factor", "marker", "urgency", "resource")
MEASURES = ("baseline", "target", "milestone", "observed")
SELECTIONS = ("links_of", "upstream_of", "downstream_of", "by", "tagged", "tags", "within", "steps_of", "of")
CLAUSES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("requires", "lasting", "proxy", "accept"), ("because",)),
    **dict.fromkeys(("validated_by", "checked_by"), ("in",)),
    "collected_by": ("every",),
    "review": ("every", "from"),
    **dict.fromkeys(MEASURES, ("for", "in")),
    **dict.fromkeys(("show", "hide", "highlight"), SELECTIONS),
}
# Behind these comes a name at once, whatever the word.
NAMES_FIRST = frozenset(
    "tags languages of for by lead response on mitigated_by part_of funded_by measures with assuming from about"
    " answers changes order requires validated_by checked_by collected_by accept".split()
)


@frozen
class Group:
    """Properties (as terminals) behind which the same clauses, the words of the same slots, or names may stand."""

    properties: tuple[str, ...]
    clauses: tuple[str, ...]
    slots: tuple[str, ...]
    names: bool

    @property
    def selects(self) -> bool:
        """Whether these say what a view shows."""
        return "links_of" in self.clauses


def groups() -> Iterator[Group]:
    """Yield the groups of properties; together they hold each property, and `because` as it stands in a link."""
    concepts = [concept for concept in table()["properties"] if "." not in concept]
    for (clauses, slots, names), group in groupby(sorted([*concepts, "because"], key=_alike), _alike):
        yield Group(tuple(concept.upper() for concept in group), clauses, slots, names)


def _alike(concept: str) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    clauses = CLAUSES.get(concept, ())
    slots = [concept]
    slots += ["quantity"] if concept in MEASURES else []
    slots += ["period"] if concept == "delay" or "every" in clauses else []
    return clauses, tuple(slot for slot in slots if slot_words(slot)), concept in NAMES_FIRST
