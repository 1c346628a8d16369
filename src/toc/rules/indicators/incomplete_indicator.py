"""The rule `incomplete-indicator`."""

from collections.abc import Iterator

from toc.diagnostics import WARNING, Finding, rule
from toc.messages import Message, Words, _
from toc.model.elements import Element
from toc.model.theory import Theory
from toc.rules.places import called, is_stated


@rule(
    "TOC502",
    WARNING,
    sources=[
        "Open Standards for the Practice of Conservation: goals are measurable, specific and time-limited",
        "KOICA, guideline for the project design matrix (2022), rule C04: a means of verification for each indicator",
    ],
)
def incomplete_indicator(theory: Theory) -> Iterator[Finding]:
    """
    An indicator that lacks its baseline, its target, the target's date, its source or who collects it.

    ## Why it matters
    "Books borrowed per child" can be followed only if one knows where it stands today, where it should be and when,
    where the figure is to be found, and who will look it up.
    What is not settled when the indicator is chosen is rarely settled later, and then nobody can say whether things
    got better.

    What one does not know yet is written `unknown`: `baseline unknown in 2027` says that it will be measured then.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome reading "Children read with pleasure at eight" {
      indicator "Books borrowed per child and year" { target 12 }
    }
    reading -> diploma { because "All subjects are learnt by reading" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome reading "Children read with pleasure at eight" {
      indicator "Books borrowed per child and year" {
        baseline 5 in 2025
        target 12 in 2029
        source "Register of the library"
        collected by library
      }
    }
    reading -> diploma { because "All subjects are learnt by reading" }
    actor library "Library of the valley"
    ```
    """
    for indicator in theory.of_kind("indicator"):
        missing = list(_missing(indicator))
        if missing:
            yield Finding(
                indicator.origin,
                _(
                    "the indicator `{name}` does not say {missing}",
                    name=called(indicator),
                    missing=[what for what, _example in missing],
                ),
                _("for example: {examples}", examples=[example for _what, example in missing]),
            )


def _missing(indicator: Element) -> Iterator[tuple[Message, Words]]:
    """Yield what is missing, and how it is written."""
    stated = indicator.properties
    if "baseline" not in stated:
        yield _("where it stands at the start"), Words("`baseline 30 in 2026`", "`départ 30 en 2026`")
    target = stated.get("target")
    if target is None:
        yield _("what is aimed at, and by when"), Words("`target 50 in 2030`", "`cible 50 en 2030`")
    elif target.clause("in") is None:
        yield _("by when its target is to be reached"), Words("`target … in 2030`", "`cible … en 2030`")
    if not is_stated(stated.text("source")):
        yield _("where the figures are found"), Words('`source "…"`', '`source "…"`')
    if not stated.refs("collected_by"):
        yield _("who collects it"), Words("`collected by …`", "`relevé par …`")
