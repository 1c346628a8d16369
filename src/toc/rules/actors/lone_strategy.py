"""The rule `lone-strategy`."""

from collections.abc import Iterator

from toc.diagnostics import CI, INFO, Finding, rule
from toc.messages import Words, _
from toc.model.cooperation import lone_strategies, taking_part
from toc.model.theory import Theory


@rule(
    "TOC606",
    INFO,
    profiles=(CI,),
    sources=[
        (
            "Niska and Accolades, wiki page « Impact collectif »: isolated impact, « ces différents acteurs "
            "mènent leurs actions indépendamment »"
        ),
    ],
)
def lone_strategy(theory: Theory) -> Iterator[Finding]:
    """
    A strategy that one actor carries alone.

    ## Why it matters
    Some things are best done by one organisation; that is no fault.
    But a plan in which each does its own is the sum of isolated efforts.
    With whom could this be done, who knows the people better, who could take it over one day?

    Those who carry, lead or do an activity of the strategy all take part in it.

    ## Bad
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    strategy library "A library bus in the four villages" { by town }
    actor town "Town"
    ```

    ## Good
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    strategy library "A library bus in the four villages" { by town, school }
    actor town "Town"
    actor school "School"
    ```
    """
    for strategy in lone_strategies(theory):
        actor = taking_part(theory, strategy)[0]
        yield Finding(
            strategy.origin,
            _(
                "`{actor}` carries the strategy `{strategy}` alone",
                actor=actor.id,
                strategy=strategy.id,
            ),
            _(
                "with whom could it be done? add them after `{by}`, or give them an `{activity}`",
                by=Words("by", "par"),
                activity=Words("activity", "activité"),
            ),
        )
