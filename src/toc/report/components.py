"""The five components of collective impact, and what each consists of."""

from collections.abc import Callable, Iterator

from toc.messages import Message, _, plural
from toc.model import collective_impact as impact
from toc.model.cooperation import (
    activities,
    carriers,
    leads_too_much,
    led_strategies,
    lone_strategies,
    strategies_apart,
    taking_part,
    under_way,
)
from toc.model.elements import Element
from toc.report.inquiry import Gap, Inquiry, Item, Stated
from toc.report.learning import strategic_learning

Items = Callable[[Inquiry], Iterator[Item]]
SECTOR_NAMES = {
    "citizen": _("citizens"),
    "community": _("community"),
    "association": _("associations"),
    "institution": _("institutions"),
    "private": _("private sector"),
    "state": _("State"),
    "philanthropy": _("philanthropy"),
    "research": _("research"),
}
ROLE_NAMES = {
    "evaluation": _("evaluation for all"),
    "communication": _("communication for all"),
    "collaboration": _("quality of collaboration"),
    "ambassador": _("ambassador of the project"),
}


def shared_vision(inquiry: Inquiry) -> Iterator[Item]:
    """Yield the shared reading of the situation, the vision, who shares it, and the common plan."""
    theory = inquiry.theory
    missing = impact.unstated_situation(theory)
    words = {"issue": _("issue"), "context": _("context")}
    there = [Stated("", (words[name],)) for name in impact.SITUATION if name not in missing]
    gap = inquiry.gap("no-context", _("not stated: {names}", names=[words[name] for name in missing]))
    yield Item("situation", _("common reading of the issue"), tuple(there), gap if missing else ())
    yield Item("vision", _("one vision"), inquiry.stated(theory.visions), tuple(_visions(inquiry)))
    for vision in theory.visions:
        name = _("shared by") if len(theory.visions) == 1 else _("shared by: {vision}", vision=inquiry.name(vision))
        yield Item("shared_by", name, tuple(_sharing(inquiry, vision)), tuple(_not_sharing(inquiry, vision)))
    planned = [strategy for strategy in under_way(theory) if activities(theory, strategy)]
    unplanned = [(strategy, carriers(strategy)) for strategy in impact.unplanned_strategies(theory)]
    yield Item(
        "plan",
        _("common plan of action"),
        inquiry.stated(planned),
        inquiry.each("no-common-plan", _("no activities"), unplanned),
    )


def inclusive_engagement(inquiry: Inquiry) -> Iterator[Item]:
    """Yield the sectors, those directly concerned, and whether everyone has a part."""
    theory = inquiry.theory
    found = impact.sectors(theory)
    least = int(inquiry.threshold("few-sectors", "sectors"))
    few = inquiry.gap("few-sectors", _("fewer than {n} sectors", n=least), (), impact.champions(theory, "gather"))
    sectors = tuple(Stated("", (SECTOR_NAMES[sector],)) for sector in found)
    yield Item("sectors", _("several sectors"), sectors, few if len(found) < least else ())
    concerned = impact.concerned(theory)
    deciding = [actor for actor in concerned if impact.decides(actor)]
    missing = () if deciding else tuple(_deciding(inquiry, concerned))
    yield Item("concerned", _("those concerned decide"), inquiry.stated(deciding), missing)
    idle = impact.idle_actors(theory)
    having = len(theory.of_kind("actor")) - len(idle)
    told = (Stated("", (plural("{n} actor", "{n} actors", n=having),)),) if having else ()
    gaps = inquiry.each("actor-without-role", _("no part in anything"), [(actor, [actor.key]) for actor in idle])
    yield Item("parts", _("everyone has a part"), told, gaps)


def leverage(inquiry: Inquiry) -> Iterator[Item]:
    """Yield the change of the system, and how strategies pull together."""
    theory = inquiry.theory
    changes = impact.systemic_changes(theory)
    none = inquiry.gap("no-system-change", _("no change of the level of the system"))
    yield Item("system", _("change of the system"), inquiry.stated(changes), () if changes else none)
    together = [strategy for strategy in under_way(theory) if len(taking_part(theory, strategy)) > 1]
    yield Item("synergy", _("strategies with partners"), inquiry.stated(together), tuple(_isolated(inquiry)))


def support_structure(inquiry: Inquiry) -> Iterator[Item]:
    """Yield the roles of the support structure, its funding, and whether it leaves room for others."""
    theory, holders = inquiry.theory, impact.backbone(inquiry.theory)
    last = max(holders, key=lambda actor: actor.origin, default=None)
    for role in impact.BACKBONE_ROLES:
        found = impact.backbone(theory, role)
        rule = "missing-backbone-role" if holders else "no-backbone"
        missing = () if found else inquiry.gap(rule, _("nobody sees to it"), (), holders, last)
        yield Item(f"backbone.{role}", ROLE_NAMES[role], inquiry.stated(found), missing)
    unfunded = impact.backbone_without_funds(theory)
    funded = [actor for actor in holders if actor not in unfunded]
    gaps = inquiry.each("unfunded-backbone", _("no funding stated"), [(actor, [actor.key]) for actor in unfunded])
    yield Item("funding", _("funding of the structure"), inquiry.stated(funded, "funded_by"), gaps)
    yield Item("room", _("room for the others"), *_room(inquiry, holders))


def _visions(inquiry: Inquiry) -> Iterator[Gap]:
    visions = inquiry.theory.visions
    if not visions:
        yield from inquiry.gap("no-vision", _("nothing is a vision"))
    elif len(visions) > 1:
        last = max(visions, key=lambda vision: vision.origin)
        who = [actor for vision in visions for actor in impact.validating(inquiry.theory, vision)]
        yield from inquiry.gap("several-visions", _("several visions"), visions, who, last)


def _sharing(inquiry: Inquiry, vision: Element) -> Iterator[Stated]:
    if vision.key in inquiry.hidden:
        return
    stated = vision.properties.get("validated_by")
    day = stated.clause("in") if stated else None
    for actor in inquiry.stated(impact.validating(inquiry.theory, vision)):
        yield Stated(actor.name, actor.details, actor.key)
    if day is not None and day.value is not None:
        yield Stated("", (str(day.value),))


def _not_sharing(inquiry: Inquiry, vision: Element) -> Iterator[Gap]:
    missing = impact.not_validating(inquiry.theory, vision)
    if vision.key in inquiry.hidden:
        return
    if "validated_by" not in vision.properties:
        yield from inquiry.gap("vision-not-shared", _("nobody has validated it"), (), missing, vision)
    elif missing:
        yield from inquiry.gap("vision-not-shared", _("not validated by"), missing, missing, vision)


def _deciding(inquiry: Inquiry, concerned: tuple[Element, ...]) -> Iterator[Gap]:
    if concerned:
        last = max(concerned, key=lambda actor: actor.origin)
        yield from inquiry.gap("nobody-concerned", _("not said to decide"), concerned, concerned, last)
    else:
        who = impact.champions(inquiry.theory, "gather")
        yield from inquiry.gap("nobody-concerned", _("nobody is said to be concerned"), (), who)


def _isolated(inquiry: Inquiry) -> Iterator[Gap]:
    theory = inquiry.theory
    for keys in strategies_apart(theory):
        strategies = [theory.elements[key] for key in keys]
        last = max(strategies, key=lambda strategy: strategy.origin)
        who = [key for strategy in strategies for key in taking_part(theory, strategy)]
        yield from inquiry.gap("competing-strategies", _("same target, nobody in common"), strategies, who, last)
    alone = [(strategy, taking_part(theory, strategy)) for strategy in lone_strategies(theory)]
    yield from inquiry.each("lone-strategy", _("carried by one actor alone"), alone)


def _room(inquiry: Inquiry, holders: tuple[Element, ...]) -> tuple[tuple[Stated, ...], tuple[Gap, ...]]:
    theory, rule = inquiry.theory, "backbone-does-it-all"
    share, least = inquiry.threshold(rule, "share"), int(inquiry.threshold(rule, "strategies"))
    crowding = [actor for actor in holders if leads_too_much(theory, actor, share, least)]
    gaps = inquiry.each(rule, _("leads most strategies"), [(actor, [actor.key]) for actor in crowding])
    total = len(under_way(theory))
    led = sum(len(led_strategies(theory, actor)) for actor in holders)
    text = _("leads {led} of {total} strategies", led=led, total=total)
    return (() if crowding or not holders or not total else (Stated("", (text,)),)), gaps


COMPONENTS: tuple[tuple[str, Message, Items], ...] = (
    ("shared_vision", _("Shared vision and common plan of action"), shared_vision),
    ("inclusive_engagement", _("Inclusive engagement"), inclusive_engagement),
    ("leverage", _("High-leverage strategies"), leverage),
    ("strategic_learning", _("Strategic learning"), strategic_learning),
    ("support_structure", _("Support structure"), support_structure),
)
"""The components, in the order in which the approach is taught."""
