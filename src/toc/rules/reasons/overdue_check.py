"""The rule `overdue-check`."""

from collections.abc import Iterator
from datetime import date

from toc.diagnostics import WARNING, Finding, rule
from toc.messages import Words, _
from toc.model.dates import last_spoken, latest
from toc.model.elements import Range, When
from toc.model.theory import Theory


@rule(
    "TOC406",
    WARNING,
    sources=["BEAM Exchange, evaluability: testability of the assumptions on which most depends"],
)
def overdue_check(theory: Theory, today: date) -> Iterator[Finding]:
    """
    An assumption whose check was due by now.

    ## Why it matters
    The day was chosen because the answer would come early enough to act on it.
    If the check was made, the theory should show what it found; if it was not, this is the moment to ask why.

    A date counts as passed when the last day that it can mean has passed: `in 2027` leaves time until the end of 2027.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome adult "Every teenager has an adult to count on"
    adult -> diploma { because "One stays where one is expected"; assuming return }
    assumption return "Enough young graduates come back" { likelihood even; checked by town in 2021-06 }
    actor town "The town"
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome adult "Every teenager has an adult to count on"
    adult -> diploma { because "One stays where one is expected"; assuming return }
    assumption return "Enough young graduates come back" {
      likelihood likely
      evidence practice "Count of June 2021: 34 of 60"
      checked by town in 2099
    }
    actor town "The town"
    ```
    """
    for assumption in theory.of_kind("assumption"):
        check = assumption.properties.get("checked_by")
        clause = check.clause("in") if check else None
        due = clause.value if clause else None
        if not check or not isinstance(due, When | Range):
            continue
        last = latest(due)
        if last and last < today:
            yield Finding(
                check.origin,
                _(
                    "the assumption `{name}` was to be checked by {date}",
                    name=assumption.id,
                    date=last_spoken(due),
                ),
                _(
                    "write down what came out (`{likelihood}`, `{evidence}`), and when to look again",
                    likelihood=Words("likelihood", "vraisemblance"),
                    evidence=Words("evidence", "preuve"),
                ),
            )
