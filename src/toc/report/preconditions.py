"""The three preconditions of collective impact: urgency, influential people, resources."""

from collections.abc import Callable, Iterator

from toc.messages import Message, _
from toc.model.collective_impact import (
    CHAMPION_ROLES,
    RESOURCES,
    champions,
    is_secured,
    money_that_runs_out,
    resources,
    urgencies,
)
from toc.report.inquiry import Gap, Inquiry, Item

Items = Callable[[Inquiry], Iterator[Item]]
CHAMPIONS = {
    "gather": _("people who bring together"),
    "know": _("people who know the field"),
    "influence": _("people with influence"),
}
KINDS = {"money": _("money at hand"), "people": _("people at hand"), "knowledge": _("knowledge at hand")}


def urgency(inquiry: Inquiry) -> Iterator[Item]:
    """Yield why to act now."""
    found = urgencies(inquiry.theory)
    missing = () if found else inquiry.gap("no-urgency", _("no trouble or opportunity is put into words"))
    yield Item("urgency", _("why act now"), inquiry.stated(found), missing)


def influential_people(inquiry: Inquiry) -> Iterator[Item]:
    """Yield who holds each role of influential people."""
    for role in CHAMPION_ROLES:
        found = champions(inquiry.theory, role)
        who = champions(inquiry.theory, "gather")
        missing = () if found else inquiry.gap("missing-champion-role", _("nobody has this role"), (), who)
        yield Item(f"champion.{role}", CHAMPIONS[role], inquiry.stated(found, "part_of"), missing)


def necessary_resources(inquiry: Inquiry) -> Iterator[Item]:
    """Yield the money, the people and the knowledge that the work rests on."""
    for kind in RESOURCES:
        found = resources(inquiry.theory, kind)
        stated = inquiry.stated(found, "amount", "from", "until", "secured")
        yield Item(f"resource.{kind}", KINDS[kind], stated, tuple(_lacking(inquiry, kind)))


def _lacking(inquiry: Inquiry, kind: str) -> Iterator[Gap]:
    found = resources(inquiry.theory, kind)
    who = [key for resource in found for key in resource.properties.refs("from")]
    if not found:
        yield from inquiry.gap("missing-resource", _("none is stated"))
    elif not is_secured(found):
        last = max(found, key=lambda resource: resource.origin)
        yield from inquiry.gap("missing-resource", _("nothing is secured yet"), found, who, last)
    ending = money_that_runs_out(inquiry.theory) if kind == "money" else None
    if ending is not None:
        who = list(ending.properties.refs("from"))
        yield from inquiry.gap("money-runs-out", _("ends before the horizon"), [ending], who, ending)


PRECONDITIONS: tuple[tuple[str, Message, Items], ...] = (
    ("urgency", _("Sense of urgency"), urgency),
    ("influential_people", _("Influential people"), influential_people),
    ("resources", _("Resources needed"), necessary_resources),
)
"""The preconditions, in the order in which the approach is taught."""
