"""The rule `fragile-assumption`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toc.diagnostics import WARNING, Finding, Related, rule
from toc.leverage.spoken import part
from toc.leverage.verdict_names import COLLAPSED
from toc.messages import Words, _
from toc.model.elements import Element
from toc.model.links import Link
from toc.model.theory import Theory
from toc.rules.places import joined
from toc.rules.reasons.weights import is_likely

if TYPE_CHECKING:
    from toc.leverage.assessment import Leverage


@rule(
    "TOC708",
    WARNING,
    sources=[
        "ToC-Maker (theory-of-change-builder), stages 9 and 10: critical assumptions, and how each will be tested",
        "Z. W. Birnbaum, “On the importance of different components in a multicomponent system” (1969)",
    ],
    share=0.5,
    likely=0.55,
)
def fragile_assumption(theory: Theory, leverage: Leverage, share: float, likely: float) -> Iterator[Finding]:
    """
    One doubtful assumption that carries more than half of the impact.

    ## Why it matters
    An assumption is believed, not brought about.
    If most of what all strategies achieve together hangs on one of them, and those who wrote it do not think it likely,
    then the plan is a bet, and people should know that they are betting.

    What it carries is the impact if the assumption holds, less the impact if it does not.
    Doubtful is an assumption whose likelihood is stated and below `likely` (as a number: below 0.55).

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome adult "Every teenager has an adult to count on"
    strategy mentors "Mentoring by young graduates"
    mentors -> adult strong { because "Teenagers listen to those who are barely older"; assuming return }
    adult -> diploma strong { because "One stays where one is expected" }
    assumption return "Enough young graduates come back" { likelihood unlikely; checked by town in 2027-06 }
    actor town "The town"
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome adult "Every teenager has an adult to count on"
    outcome reading "Children read with pleasure at eight"
    strategy mentors "Mentoring by young graduates"
    strategy library "A library bus in the four villages"
    mentors -> adult strong { because "Teenagers listen to those who are barely older"; assuming return }
    library -> reading strong { because "A book at hand is a book that gets read" }
    adult, reading -> diploma strong { because "One stays where one is expected, and can follow" }
    assumption return "Enough young graduates come back" { likelihood unlikely; checked by town in 2027-06 }
    actor town "The town"
    ```
    """
    if leverage.condition == COLLAPSED:
        return
    for carried in leverage.assumptions:
        assumption = theory.elements[carried.key]
        if carried.share is None or carried.share <= share or is_likely(assumption, likely) is not False:
            continue
        stated = assumption.properties.get("likelihood")
        yield Finding(
            stated.origin if stated else assumption.origin,
            _(
                "{share} of the impact hangs on `{name}`, which is not held to be likely",
                share=part(carried.share),
                name=assumption.id,
            ),
            _(
                "find a way that does not rest on it, turn it into a precondition that somebody works on, or find out "
                "soon: `{checked} … {when} 2027-06`",
                checked=Words("checked by", "vérifiée par"),
                when=Words("in", "en"),
            ),
            tuple(_uses(theory, assumption)),
        )


def _uses(theory: Theory, assumption: Element) -> Iterator[Related]:
    for user in theory.users.get(assumption.key, ()):
        if assumption.key not in user.properties.refs("assuming"):
            continue
        if isinstance(user, Link):
            source, target = joined(user.sources), user.target.id
            yield Related(
                user.origin, _("the link from `{source}` to `{target}` rests on it", source=source, target=target)
            )
        else:
            yield Related(user.origin, _("`{name}` rests on it", name=user.id))
