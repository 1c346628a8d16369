"""The rule `too-many-indicators`."""

from collections.abc import Iterator

from toc.diagnostics import RESULTS, WARNING, Finding, Related, rule
from toc.messages import _
from toc.model.theory import Theory
from toc.rules.places import called


@rule(
    "TOC504",
    WARNING,
    profiles=(RESULTS,),
    sources=[
        "KOICA, guideline for the project design matrix (2022), p. 22, rule C03: one or two an outcome, three at most",
    ],
    indicators=3,
)
def too_many_indicators(theory: Theory, indicators: int) -> Iterator[Finding]:
    """
    More indicators for one change than anyone will follow.

    ## Why it matters
    Each indicator costs somebody's time, year after year.
    With five of them the figures are late, and when they point in different directions nobody knows whether the
    change has come.
    Keep the one or two that those concerned would look at first.

    Counted are the indicators of a vision, an outcome, a precondition or an output, nested or with `measures`.

    ## Bad
    ```toc
    theory "School success" { profile results }
    vision diploma "Every young person earns a diploma"
    outcome reading "Children read with pleasure at eight" {
      indicator "Books borrowed"
      indicator "Words read in a minute"
      indicator "Evenings with a story"
      indicator "Children who name a favourite book"
    }
    reading -> diploma { because "All subjects are learnt by reading" }
    ```

    ## Good
    ```toc
    theory "School success" { profile results }
    vision diploma "Every young person earns a diploma"
    outcome reading "Children read with pleasure at eight" {
      indicator "Words read in a minute"
      indicator "Children who name a favourite book"
    }
    reading -> diploma { because "All subjects are learnt by reading" }
    ```
    """
    for element in theory.of_kind("vision", "outcome", "precondition", "output"):
        found = theory.indicators(element)
        if len(found) > indicators:
            yield Finding(
                element.origin,
                _(
                    "`{name}` has {n} indicators; more than {indicators} are hardly followed",
                    name=element.id,
                    n=len(found),
                    indicators=indicators,
                ),
                _("keep those that the people concerned would look at first"),
                tuple(Related(each.origin, _("the indicator `{name}`", name=called(each))) for each in found),
            )
