"""The rule `mixed-efforts`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toc.diagnostics import WARNING, Finding, Related, rule
from toc.messages import Message, _
from toc.model.elements import Property
from toc.model.theory import Theory
from toc.rules.leverage.strengths import carries_something
from toc.rules.places import whole_model

if TYPE_CHECKING:
    from toc.leverage.assessment import Leverage


@rule(
    "TOC717",
    WARNING,
    sources=["– No published source: shares of the effort can only be given where efforts can be added up."],
)
def mixed_efforts(theory: Theory, leverage: Leverage) -> Iterator[Finding]:
    """
    Efforts in units that cannot be compared, so that no leverage is computed.

    ## Why it matters
    Euros, days of work and `high` cannot be added up.
    As long as nobody says what a day or a `high` effort is worth, nothing can be said about who takes which share of
    the effort, and toc says nothing rather than something wrong.

    The workspace says in `toc.toml` what a unit or a word is worth in another:

    ```text
    [scale.effort]
    days = "250 EUR"
    high = "40000 EUR"
    ```

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome adult "Every teenager has an adult to count on"
    strategy mentors "Mentoring by young graduates" { effort 40 days }
    strategy watch "A common watch on those who drop out" { effort 12000 EUR }
    mentors, watch -> adult strong { because "Somebody looks after them, and after those who do" }
    adult -> diploma strong { because "One stays where one is expected" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome adult "Every teenager has an adult to count on"
    strategy mentors "Mentoring by young graduates" { effort 10000 EUR }
    strategy watch "A common watch on those who drop out" { effort 12000 EUR }
    mentors, watch -> adult strong { because "Somebody looks after them, and after those who do" }
    adult -> diploma strong { because "One stays where one is expected" }
    ```
    """
    from toc.leverage.efforts import folded

    efforts = leverage.efforts
    if not efforts.mixed or not carries_something(leverage):
        return
    stated = [
        (place, effort.unit)
        for key, effort in zip(leverage.keys, efforts.items, strict=True)
        if effort.stated and (place := theory.elements[key].properties.get("effort"))
    ]
    first: dict[str | None, Property] = {}
    for place, unit in sorted(stated, key=lambda each: each[0].origin):
        if not any(folded(unit) == folded(known) for known in first):
            first[unit] = place
    units = sorted(first, key=lambda unit: (unit is None, folded(unit)))
    yield Finding(
        whole_model(theory),
        _(
            "efforts in {units} cannot be compared, so no share of the effort and no leverage is computed",
            units=[_named(unit) for unit in units],
        ),
        _(
            "say in `toc.toml` what one of them is worth in another: {example}",
            example=f'`[scale.effort]` `{units[0]} = "…"`',
        ),
        tuple(
            Related(place.origin, _("here the effort is in {unit}", unit=_named(unit))) for unit, place in first.items()
        ),
    )


def _named(unit: str | None) -> Message | str:
    return POINTS if unit is None else f"`{unit}`"


POINTS = _("points")
