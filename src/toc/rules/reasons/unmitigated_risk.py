"""The rule `unmitigated-risk`."""

from collections.abc import Iterator

from toc.diagnostics import WARNING, Finding, rule
from toc.messages import Message, Words, _
from toc.model.elements import Element
from toc.model.theory import Theory
from toc.rules.places import called
from toc.rules.reasons.weights import carried_out, is_likely


@rule(
    "TOC407",
    WARNING,
    sources=[
        "UNDAF training, “Assumptions and risks”: risk analysis, with what is done about each risk",
        "The Nature Conservancy, Conservation by Design: risks to vulnerable people should be addressed",
    ],
    likely=0.55,
)
def unmitigated_risk(theory: Theory, likely: float) -> Iterator[Finding]:
    """
    A likely or serious risk that nothing is said to mitigate.

    ## Why it matters
    A risk that is likely, or that would hurt badly, does not go away by being written down.
    Name the strategy that keeps it small; if it is to be taken knowingly, say so and why.

    Looked at are risks with a likelihood from `likely` up (as a number: 0.55 or above) or of high severity.
    A strategy that was dropped mitigates nothing any more.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome adult "Every teenager has an adult to count on"
    strategy mentors "Mentoring by young graduates"
    mentors -> adult -> diploma { because "Teenagers listen to those who are barely older" }
    risk alone "Mentors are left alone with what is too heavy for them" { severity high; on mentors }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome adult "Every teenager has an adult to count on"
    strategy mentors "Mentoring by young graduates"
    strategy circle "A monthly circle of mentors with a psychologist"
    mentors & circle -> adult -> diploma { because "Teenagers listen to those who are barely older" }
    risk alone "Mentors are left alone with what is too heavy" { severity high; on mentors; mitigated by circle }
    ```
    """
    for risk in theory.of_kind("risk"):
        weight = _weight(risk, likely)
        answers = risk.properties.refs("mitigated_by")
        if weight is None or carried_out(theory, answers):
            continue
        name = called(risk)
        yield Finding(
            risk.origin,
            _("the risk `{name}` is {weight}, and what was to mitigate it has been dropped", name=name, weight=weight)
            if answers
            else _("the risk `{name}` is {weight}, and nothing is said to mitigate it", name=name, weight=weight),
            _(
                "name the strategy that keeps it small: `{mitigated} …`; if you take it knowingly: "
                '`{accept} unmitigated-risk {because} "…"`',
                mitigated=Words("mitigated by", "atténué par"),
                accept=Words("accept", "accepte"),
                because=Words("because", "parce que"),
            ),
        )


def _weight(risk: Element, likely: float) -> Message | None:
    serious = risk.properties.word("severity") == "high"
    if is_likely(risk, likely):
        return _("likely and serious") if serious else _("likely")
    return _("serious") if serious else None
