"""The rule `no-common-plan`."""

from collections.abc import Iterator

from toc.diagnostics import CI, WARNING, Finding, rule
from toc.messages import Words, _
from toc.model.collective_impact import unplanned_strategies
from toc.model.theory import Theory


@rule(
    "TOC818",
    WARNING,
    profiles=(CI,),
    sources=[
        (
            "Niska and Accolades, wiki page « Impact collectif »: first component, « une vision collective et un "
            "plan d'action commun »"
        ),
    ],
)
def no_common_plan(theory: Theory) -> Iterator[Finding]:
    """
    A strategy without activities.

    ## Why it matters
    A strategy is an orientation; a plan of action says who does what, and when.
    Where a strategy has no activity, its partners may well agree on it and each wait for the others.

    Strategies that were dropped, or that are only an idea, need none.

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
    strategy library "A library bus in the four villages" {
      by town
      activity "Stop in front of each school every week" { by town; in 2027 }
    }
    actor town "Town"
    ```
    """
    for strategy in unplanned_strategies(theory):
        yield Finding(
            strategy.origin,
            _("the strategy `{name}` has no activity: who does what, and when?", name=strategy.id),
            _(
                'add what is done: `{activity} "…" {{ {by} …; {in_} … }}`',
                activity=Words("activity", "activité"),
                by=Words("by", "par"),
                in_=Words("in", "en"),
            ),
        )
