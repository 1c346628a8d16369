"""The rule `target-equals-baseline`."""

from collections.abc import Iterator

from toc.diagnostics import ERROR, Finding, Related, rule
from toc.messages import Words, _
from toc.model.figures import figure
from toc.model.theory import Theory
from toc.rules.places import called


@rule(
    "TOC503",
    ERROR,
    sources=["KOICA, guideline for the project design matrix (2022): the target is the baseline plus an improvement"],
)
def target_equals_baseline(theory: Theory) -> Iterator[Finding]:
    """
    An indicator whose target is where it already stands.

    ## Why it matters
    If the aim is reached on the first day, the indicator says nothing about the change.
    Mostly one of the two figures was copied and never filled in.

    Where holding a level is the change ("nobody more leaves"), say so with `accept target-equals-baseline`.
    Figures in different units, and those that are `unknown`, are not compared.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome presence "Teenagers come to school every day" {
      indicator "Days of absence" { baseline 14 in 2025; target 14 in 2030 }
    }
    presence -> diploma { because "One must be there to learn" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome presence "Teenagers come to school every day" {
      indicator "Days of absence" { baseline 14 in 2025; target 6 in 2030 }
    }
    presence -> diploma { because "One must be there to learn" }
    ```
    """
    for indicator in theory.of_kind("indicator"):
        baseline, target = figure(indicator, "baseline"), figure(indicator, "target")
        if not baseline or not target or baseline[:3] != target[:3]:
            continue
        yield Finding(
            target.stated.origin,
            _(
                "the target of `{name}` is its baseline, {value}: what is to change?",
                name=called(indicator),
                value=target.shown(),
            ),
            _(
                "write the value that would show the change; if holding it is the aim: "
                '`{accept} target-equals-baseline {because} "…"`',
                accept=Words("accept", "accepte"),
                because=Words("because", "parce que"),
            ),
            (Related(baseline.stated.origin, _("the baseline")),),
        )
