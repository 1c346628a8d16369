"""How ready a group is for collective impact: its three preconditions and five components, in place or missing."""

from collections.abc import Mapping
from datetime import date

from attrs import frozen

from toc.messages import Message, _
from toc.model.theory import Theory
from toc.report.components import COMPONENTS
from toc.report.inquiry import Gap, Inquiry, Item, Stated
from toc.report.preconditions import PRECONDITIONS

IN_PLACE, IN_PART, MISSING, NOTHING_YET = "in_place", "in_part", "missing", "nothing_yet"
STATES: Mapping[str, Message] = {
    IN_PLACE: _("in place"),
    IN_PART: _("in part"),
    MISSING: _("missing"),
    NOTHING_YET: _("nothing yet"),
}


@frozen
class Part:
    """A precondition or a component: `id` is stable, `items` are what it consists of."""

    id: str
    name: Message
    items: tuple[Item, ...]


@frozen
class Readiness:
    """What is in place of collective impact, and what is missing.

    `title` is the theory's label, its file where it has none.
    Gaps that the group accepted count as neither missing nor in place.
    """

    title: str
    file: str
    today: date | None
    preconditions: tuple[Part, ...]
    components: tuple[Part, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item, in the order of the parts."""
        return tuple(item for part in (*self.preconditions, *self.components) for item in part.items)


def readiness(
    theory: Theory,
    today: date | None = None,
    language: str = "en",
    *,
    thresholds: Mapping[str, Mapping[str, float]] | None = None,
    public: bool = False,
) -> Readiness:
    """Return how ready the group behind `theory` is on the day `today`, with names in `language`.

    `thresholds` are those of rules in the configuration, by rule. `public` leaves out what is private: what it
    names is not shown, and what it puts in place is said to be kept private.
    Without a day nothing can be overdue. O(V + E) of the theory.
    """
    inquiry = Inquiry(theory, today, language, thresholds or {}, public)
    title = inquiry.text(theory.head.label) if theory.head and theory.head.label else theory.file
    return Readiness(
        title,
        theory.file,
        today,
        tuple(Part(id, name, tuple(items(inquiry))) for id, name, items in PRECONDITIONS),
        tuple(Part(id, name, tuple(items(inquiry))) for id, name, items in COMPONENTS),
    )


def state(item: Item) -> str:
    """Return `in_place`, `in_part`, `missing` or `nothing_yet`, by what there is of an item and what is missing."""
    open_gaps = [gap for gap in item.missing if gap.accepted is None]
    if open_gaps:
        return IN_PART if item.in_place else MISSING
    return IN_PLACE if item.in_place else NOTHING_YET


__all__ = ["STATES", "Gap", "Item", "Part", "Readiness", "Stated", "readiness", "state"]
