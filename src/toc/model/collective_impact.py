"""What a theory states of collective impact: its three preconditions and its five components.

Rules and reports ask the same questions here, so that they agree.
Every function takes O(V + E) of the theory; what it returns is in the order of keys.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from toc.model.cooperation import activities, under_way, wholes
from toc.model.elements import Element, Label, Range, When
from toc.model.theory import Theory

CHAMPION_ROLES = ("gather", "know", "influence")
BACKBONE_ROLES = ("evaluation", "communication", "collaboration", "ambassador")
RESOURCES = ("money", "people", "knowledge")
SITUATION = ("issue", "context")
DECIDING = frozenset({"decide", "colead"})


# The three preconditions ------------------------------------------------------------------------------------------


def urgencies(theory: Theory) -> tuple[Element, ...]:
    """Return the urgencies that are put into words."""
    return tuple(urgency for urgency in theory.of_kind("urgency") if _says(urgency.label))


def champions(theory: Theory, role: str) -> tuple[Element, ...]:
    """Return the influential people who hold `role`, one of `CHAMPION_ROLES`."""
    return _holding(theory, "champion", role)


def uncovered_champion_roles(theory: Theory) -> tuple[str, ...]:
    """Return the roles of influential people that nobody holds."""
    return tuple(role for role in CHAMPION_ROLES if not champions(theory, role))


def resources(theory: Theory, kind: str) -> tuple[Element, ...]:
    """Return the resources of `kind`, one of `RESOURCES`."""
    return tuple(resource for resource in theory.of_kind("resource") if resource.variety == kind)


def is_secured(resources: Iterable[Element]) -> bool:
    """Whether one of `resources` is there for sure."""
    return any("secured" in resource.properties for resource in resources)


def money_that_runs_out(theory: Theory) -> Element | None:
    """Return the money that lasts longest, where none lasts until the horizon; money without an end lasts."""
    horizon = _day(theory.head.properties.date("horizon"), last=False) if theory.head else None
    ends = {money.key: _day(money.properties.date("until"), last=True) for money in resources(theory, "money")}
    days = [(day, key) for key, day in ends.items() if day is not None]
    if horizon is None or not ends or len(days) < len(ends) or max(days)[0] >= horizon:
        return None
    return theory.elements[max(days)[1]]


# A shared vision and a common plan --------------------------------------------------------------------------------


def unstated_situation(theory: Theory) -> tuple[str, ...]:
    """Return which of `issue` and `context` the theory does not put into words."""
    stated = theory.head.properties if theory.head else None
    return tuple(name for name in SITUATION if stated is None or not _says(stated.text(name)))


def validating(theory: Theory, vision: Element) -> tuple[Element, ...]:
    """Return the actors named as having validated `vision`."""
    return tuple(theory.elements[key] for key in sorted(set(vision.properties.refs("validated_by"))))


def not_validating(theory: Theory, vision: Element) -> tuple[Element, ...]:
    """Return the actors who have not validated `vision`, neither themselves nor with something they are part of.

    Boundary partners are those whom the others want to change: they need not have.
    """
    done = set(vision.properties.refs("validated_by"))
    return tuple(
        actor
        for actor in theory.of_kind("actor")
        if "boundary" not in actor.properties and done.isdisjoint(wholes(theory, actor.key))
    )


def unplanned_strategies(theory: Theory) -> tuple[Element, ...]:
    """Return the strategies under way that have no activity."""
    return tuple(strategy for strategy in under_way(theory) if not activities(theory, strategy))


# Inclusive engagement ---------------------------------------------------------------------------------------------


def sectors(theory: Theory) -> Mapping[str, tuple[Element, ...]]:
    """Return the sectors that actors come from, each with its actors."""
    found: dict[str, list[Element]] = {}
    for actor in theory.of_kind("actor"):
        for sector in actor.properties.words("sector"):
            found.setdefault(sector, []).append(actor)
    return {sector: tuple(found[sector]) for sector in sorted(found)}


def concerned(theory: Theory) -> tuple[Element, ...]:
    """Return the actors who are directly concerned."""
    return tuple(actor for actor in theory.of_kind("actor") if "concerned" in actor.properties)


def decides(actor: Element) -> bool:
    """Whether `actor` is said to decide, alone or with others."""
    return not DECIDING.isdisjoint(actor.properties.words("role"))


def idle_actors(theory: Theory) -> tuple[Element, ...]:
    """Return the actors whom no other declaration names and who have no part of their own."""
    parts = ("role", "concerned", "champion", "backbone", "stance")
    return tuple(
        actor
        for actor in theory.of_kind("actor")
        if not any(part in actor.properties for part in parts)
        and all(isinstance(user, Element) and user.key == actor.key for user in theory.users.get(actor.key, ()))
    )


# High-leverage strategies (how they go together: `model.cooperation`) -------------------------------------------------


def systemic_changes(theory: Theory) -> tuple[Element, ...]:
    """Return the changes of the level of the system."""
    return tuple(change for change in theory.changes if "system" in change.properties.words("level"))


# Strategic learning -----------------------------------------------------------------------------------------------


def is_shared(indicator: Element) -> bool:
    """Whether two actors or more collect `indicator`, or a file other than its own holds an observation of it."""
    if len(set(indicator.properties.refs("collected_by"))) > 1:
        return True
    return any(observed.origin.file != indicator.key.file for observed in indicator.properties.all("observed"))


def shared_indicators(theory: Theory) -> tuple[Element, ...]:
    """Return the indicators that several partners measure together."""
    return tuple(indicator for indicator in theory.of_kind("indicator") if is_shared(indicator))


def collaboration_indicators(theory: Theory) -> tuple[Element, ...]:
    """Return the indicators that evaluate the collaboration itself."""
    return tuple(indicator for indicator in theory.of_kind("indicator") if "collaboration" in indicator.properties)


def is_reviewed(theory: Theory) -> bool:
    """Whether the theory says how often it is looked at again."""
    return theory.head is not None and "review" in theory.head.properties


def learnings_without_change(theory: Theory) -> tuple[Element, ...]:
    """Return what was learnt and is not said to have changed anything."""
    return tuple(learning for learning in theory.of_kind("learning") if not learning.properties.refs("changes"))


def is_published(theory: Theory) -> bool:
    """Whether the theory says how its results are made public."""
    return theory.head is not None and _says(theory.head.properties.text("publish"))


def next_review(theory: Theory) -> When | Range | None:
    """Return the date of the next review, None where none is stated."""
    review = theory.head.properties.get("review") if theory.head else None
    start = review.clause("from") if review else None
    return start.value if start and isinstance(start.value, When | Range) else None


def is_overdue(theory: Theory, today: date) -> bool:
    """Whether the date of the next review, read at its latest, lies before `today`."""
    last = _day(next_review(theory), last=True)
    return last is not None and last < today


# The support structure --------------------------------------------------------------------------------------------


def backbone(theory: Theory, role: str | None = None) -> tuple[Element, ...]:
    """Return the actors who are the support structure, or those of them who hold `role`, one of `BACKBONE_ROLES`."""
    return _holding(theory, "backbone", role)


def uncovered_backbone_roles(theory: Theory) -> tuple[str, ...]:
    """Return the roles of a support structure that nobody holds."""
    return tuple(role for role in BACKBONE_ROLES if not backbone(theory, role))


def backbone_without_funds(theory: Theory) -> tuple[Element, ...]:
    """Return the actors of the support structure whom nothing funds, neither them nor what they are part of."""
    return tuple(
        actor
        for actor in backbone(theory)
        if not any(theory.elements[key].properties.refs("funded_by") for key in wholes(theory, actor.key))
    )


def _holding(theory: Theory, property: str, role: str | None) -> tuple[Element, ...]:
    return tuple(
        actor
        for actor in theory.of_kind("actor")
        if property in actor.properties and (role is None or role in actor.properties.words(property))
    )


def _says(label: Label) -> bool:
    return any(text.value.strip() for text in label.texts)


def _day(stated: When | Range | None, *, last: bool) -> date | None:
    when = (stated.high if last else stated.low) if isinstance(stated, Range) else stated
    if not isinstance(when, When):
        return None
    return when.latest if last else when.earliest
