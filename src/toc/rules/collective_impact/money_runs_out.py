"""The rule `money-runs-out`."""

from collections.abc import Iterator

from toc.diagnostics import CI, WARNING, Finding, Related, rule
from toc.messages import Words, _
from toc.model.collective_impact import money_that_runs_out
from toc.model.dates import last_spoken
from toc.model.theory import Theory


@rule(
    "TOC804",
    WARNING,
    profiles=(CI,),
    sources=[
        "Niska and Accolades, wiki page « Impact collectif »: « un financement à court ou à long terme »",
        (
            "University of Kansas, Community Tool Box (ctb.ku.edu), progress checklist for collective impact: a "
            "funder for several years"
        ),
    ],
)
def money_runs_out(theory: Theory) -> Iterator[Finding]:
    """
    No money lasts until the horizon of the plan.

    ## Why it matters
    Deep changes take longer than most funding.
    Money that ends before the plan does is no fault, but the years in between need an answer while there is still
    time to look for it.

    Dates are read at their most lenient: the last day that `until` can mean, against the first day of the horizon.
    Money without `until` is taken to last.

    ## Bad
    ```toc
    theory "School success" { profile collective_impact; horizon 2032 }
    vision diploma "Every young person earns a diploma"
    resource money fund "Fund of the foundation" { until 2029; secured }
    ```

    ## Good
    ```toc
    theory "School success" { profile collective_impact; horizon 2032 }
    vision diploma "Every young person earns a diploma"
    resource money fund "Fund of the foundation" { until 2029; secured }
    resource money town "Yearly grant of the town" { until 2032 }
    ```
    """
    money = money_that_runs_out(theory)
    if money is None or theory.head is None:
        return
    until, horizon = money.properties.get("until"), theory.head.properties.get("horizon")
    end, wanted = money.properties.date("until"), theory.head.properties.date("horizon")
    if until is None or horizon is None or end is None or wanted is None:
        return
    yield Finding(
        until.origin,
        _(
            "the money ends before the plan: `{name}` lasts longest, until {until}, and the horizon is {horizon}",
            name=money.id,
            until=last_spoken(end),
            horizon=wanted.spoken(),
        ),
        _("look for money that lasts, or bring the `{horizon}` nearer", horizon=Words("horizon", "horizon")),
        (Related(horizon.origin, _("the horizon of the plan")),),
    )
