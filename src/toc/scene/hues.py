"""Which colour each lane and each card has: a pathway has the same one in every picture of its theory."""

from collections.abc import Sequence

from toc.model.elements import STEPS, Key
from toc.model.theory import Theory
from toc.scene.draft import KIND_HUES, NATURAL, Draft
from toc.scene.theme import NEUTRAL, Theme
from toc.scene.view import actors_of


def lane_hues(theory: Theory, made: Draft, look: Theme) -> tuple[str, ...]:
    """Return the hue of each lane: by the place of its group among all of the theory, the neutral one without group."""
    if made.is_free or not made.groups:
        return (NEUTRAL,) * len(made.groups)
    ranks = {name: at for at, name in enumerate(_all_groups(theory, made))}
    hues = look.lane_hues
    return tuple(
        NEUTRAL if group.group is None else hues[ranks.get(group.group, len(ranks)) % len(hues)]
        for group in made.groups
    )


def _all_groups(theory: Theory, made: Draft) -> Sequence[Key | str]:
    natural = NATURAL.get(made.shown.grouping)
    if natural is not None:
        return natural
    if made.shown.grouping == "actor":
        first = (next(iter(actors_of(element)), None) for element in theory.of_kind(*STEPS))
        return sorted({key for key in first if key is not None})
    return sorted(pathway.key for pathway in theory.of_kind("pathway"))


def card_hues(made: Draft, look: Theme, given: Sequence[str]) -> tuple[str, ...]:
    """Return the hue of each card: its kind's where the theme gives it one, else its lane's, else by its kind."""
    found = []
    for kind, lane in zip(made.chart.kinds, made.chart.lanes, strict=True):
        if kind in look.kinds:
            found.append(look.kinds[kind])
        elif made.is_free:
            number = KIND_HUES.get(kind)
            found.append(NEUTRAL if number is None else look.lane_hues[number % len(look.lane_hues)])
        else:
            found.append(NEUTRAL if lane < 0 else given[lane])
    return tuple(found)
