"""The rule `no-shared-indicator`."""

from collections.abc import Iterator

from toc.diagnostics import CI, WARNING, Finding, rule
from toc.messages import Words, _
from toc.model.collective_impact import shared_indicators
from toc.model.theory import Theory
from toc.rules.places import whole_model


@rule(
    "TOC813",
    WARNING,
    profiles=(CI,),
    sources=[
        (
            "Niska and Accolades, wiki page « Impact collectif »: fourth component, « les acteurs évaluent "
            "collectivement les résultats et les effets »"
        ),
        (
            "University of Kansas, Community Tool Box (ctb.ku.edu), progress checklist for collective impact: "
            "metrics and benchmarks, a tool for shared measurement"
        ),
    ],
)
def no_shared_indicator(theory: Theory) -> Iterator[Finding]:
    """
    No indicator is measured together.

    ## Why it matters
    Partners who each count their own things cannot see together whether the common change is coming.
    One indicator in common is enough to begin with: it makes people agree on what the words mean.

    An indicator is shared when two actors collect it, or when a partner records an observation of it in a file other
    than the one that declares it.

    ## Bad
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    outcome reading "Children read with pleasure at eight" {
      indicator "Books borrowed per child and year" { collected by library }
    }
    actor library "Library"
    actor school "School"
    ```

    ## Good
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    outcome reading "Children read with pleasure at eight" {
      indicator "Books borrowed per child and year" { collected by library, school }
    }
    actor library "Library"
    actor school "School"
    ```
    """
    if shared_indicators(theory):
        return
    if theory.of_kind("indicator"):
        message = _("no indicator is measured by two partners or more")
    else:
        message = _("there is no indicator that partners could measure together")
    yield Finding(
        whole_model(theory),
        message,
        _(
            "let two actors collect one (`{collected_by} …`), or each record it in a file of its own (`{observed} …`)",
            collected_by=Words("collected by", "relevé par"),
            observed=Words("observed", "observé"),
        ),
    )
