"""The rule `competing-strategies`."""

from collections.abc import Iterator

from toc.diagnostics import CI, INFO, Finding, Related, rule
from toc.messages import _
from toc.model.cooperation import strategies_apart
from toc.model.elements import Key
from toc.model.theory import Theory


@rule(
    "TOC816",
    INFO,
    profiles=(CI,),
    sources=[
        (
            "Niska and Accolades, wiki page « Impact collectif »: « possiblement en compétition pour le "
            "financement, voir les bénéficiaires »; third component, « leur synergie »"
        ),
        (
            "University of Kansas, Community Tool Box (ctb.ku.edu), progress checklist for collective impact: an "
            "up-to-date map of players and strategies"
        ),
    ],
)
def competing_strategies(theory: Theory) -> Iterator[Finding]:
    """
    Strategies with the same target and nobody in common.

    ## Why it matters
    Two groups that want the same change, each on its own, may be a strength: two ways to the same place.
    It may also be that they share neither people nor plans, and turn to the same funder and the same families.
    The question is worth asking before someone else asks it.

    Strategies go together when an actor takes part in both (in an activity, too), or when `&` joins them.

    ## Bad
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    outcome reading "Children read with pleasure at eight"
    strategy bus "A library bus in the four villages" { by town }
    strategy tutors "Reading tutors after school" { by school }
    bus, tutors -> reading { because "A child who meets books reads" }
    actor town "Town"
    actor school "School"
    ```

    ## Good
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    outcome reading "Children read with pleasure at eight"
    strategy bus "A library bus in the four villages" { by town }
    strategy tutors "Reading tutors after school" { by school, town }
    bus, tutors -> reading { because "A child who meets books reads" }
    actor town "Town"
    actor school "School"
    ```
    """
    for strategies, targets in strategies_apart(theory).items():
        written = sorted((theory.elements[key] for key in strategies), key=lambda strategy: strategy.origin)
        yield Finding(
            written[-1].origin,
            _(
                "{strategies} aim at {targets}, and nobody takes part in more than one of them",
                strategies=_names(strategies),
                targets=_names(targets),
            ),
            _(
                "bring them together, with an actor in both or as `{one} & {other} -> …`, or say why they stay apart",
                one=strategies[0].id,
                other=strategies[1].id,
            ),
            tuple(
                Related(strategy.origin, _("`{name}` aims at the same", name=strategy.id)) for strategy in written[:-1]
            ),
        )


def _names(keys: tuple[Key, ...]) -> list[str]:
    return [f"`{key.id}`" for key in keys]
