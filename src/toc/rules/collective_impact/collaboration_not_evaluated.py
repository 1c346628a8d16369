"""The rule `collaboration-not-evaluated`."""

from collections.abc import Iterator

from toc.diagnostics import CI, WARNING, Finding, rule
from toc.messages import Words, _
from toc.model.collective_impact import collaboration_indicators
from toc.model.theory import Theory
from toc.rules.places import whole_model


@rule(
    "TOC814",
    WARNING,
    profiles=(CI,),
    sources=[
        (
            "Niska and Accolades, wiki page « Impact collectif »: fourth component, « ils vont également évaluer "
            "et apprendre de leur collaboration entre eux »"
        ),
    ],
)
def collaboration_not_evaluated(theory: Theory) -> Iterator[Finding]:
    """
    Nothing evaluates the collaboration itself.

    ## Why it matters
    Most alliances fail by the way people work together, not by their plans.
    Whoever looks only at the results learns too late that a partner has stopped coming, or that information does not
    flow.
    One question asked of all partners once a year is a beginning.

    ## Bad
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    indicator trust "Share of partners who say that information flows" { collected by bridge every year }
    actor bridge "The Bridge"
    ```

    ## Good
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    indicator trust "Share of partners who say that information flows" { collaboration; collected by bridge every year }
    actor bridge "The Bridge"
    ```
    """
    if collaboration_indicators(theory):
        return
    yield Finding(
        whole_model(theory),
        _("no indicator evaluates the collaboration itself"),
        _(
            'ask the partners how they work together: `{indicator} … "…" {{ {collaboration} }}`',
            indicator=Words("indicator", "indicateur"),
            collaboration=Words("collaboration", "collaboration"),
        ),
    )
