"""The rule `no-urgency`."""

from collections.abc import Iterator

from toc.diagnostics import CI, WARNING, Finding, rule
from toc.messages import Words, _
from toc.model.collective_impact import urgencies
from toc.model.theory import Theory
from toc.rules.places import whole_model


@rule(
    "TOC801",
    WARNING,
    profiles=(CI,),
    sources=[
        "Niska and Accolades, wiki page « Impact collectif »: first precondition, « le sentiment d'urgence »",
        "FSG 2014 (slide), readiness factors of collective impact: urgency",
        "Tamarack Institute, collective impact toolkit, chapter 2: the three preconditions",
    ],
)
def no_urgency(theory: Theory) -> Iterator[Finding]:
    """
    Nothing says why to act now.

    ## Why it matters
    People who all have something else to do come together for a reason that cannot wait.
    It may be a trouble (a closure, a figure that shocks) or an opportunity (a dream, funding, a political moment).
    Without it, collective impact does not take hold.

    Written down, the urgency can be checked, told and renewed when it fades.

    ## Bad
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    ```

    ## Good
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    urgency negative "Twice as many leave without a diploma as ten years ago" { source "School board, 2025" }
    ```
    """
    if urgencies(theory):
        return
    yield Finding(
        whole_model(theory),
        _("nothing says why to act now: which trouble or which opportunity makes it urgent?"),
        _(
            'write `{urgency} {negative} "…"` for a trouble, `{urgency} {positive} "…"` for an opportunity',
            urgency=Words("urgency", "urgence"),
            negative=Words("negative", "négative"),
            positive=Words("positive", "positive"),
        ),
    )
