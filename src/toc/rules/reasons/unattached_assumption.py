"""The rule `unattached-assumption`."""

from collections.abc import Iterator

from toc.diagnostics import WARNING, Finding, rule
from toc.messages import Words, _
from toc.model.theory import Theory


@rule(
    "TOC403",
    WARNING,
    sources=[
        "KOICA, guideline for the project design matrix (2022): assumptions for each step",
        "BEAM Exchange, evaluability: which links rest on which assumptions",
    ],
)
def unattached_assumption(theory: Theory) -> Iterator[Finding]:
    """
    An assumption on which nothing rests.

    ## Why it matters
    An assumption belongs to the link or the change that fails if it does not hold.
    A list of assumptions at the end of a report is soon forgotten; one that hangs on an arrow is asked about each time
    the arrow is.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma" { requires presence because "One must be there to learn" }
    precondition presence "Teenagers come to school every day"
    strategy mentors "Mentoring by young graduates"
    mentors -> presence { because "Teenagers listen to those who are barely older" }
    assumption return "Enough young graduates stay or come back"
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma" { requires presence because "One must be there to learn" }
    precondition presence "Teenagers come to school every day"
    strategy mentors "Mentoring by young graduates"
    mentors -> presence { because "Teenagers listen to those who are barely older"; assuming return }
    assumption return "Enough young graduates stay or come back"
    ```
    """
    for assumption in theory.of_kind("assumption"):
        users = theory.users.get(assumption.key, ())
        attached = any(assumption.key in user.properties.refs("assuming") for user in users)
        if attached or assumption.key in theory.incoming:
            continue
        name = assumption.id
        yield Finding(
            assumption.origin,
            _("nothing rests on the assumption `{name}`", name=name),
            _(
                "write `{assuming} {name}` in the link or the change that fails if it does not hold",
                assuming=Words("assuming", "si"),
                name=name,
            ),
        )
