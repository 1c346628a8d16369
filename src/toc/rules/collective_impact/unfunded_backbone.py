"""The rule `unfunded-backbone`."""

from collections.abc import Iterator

from toc.diagnostics import CI, WARNING, Finding, rule
from toc.messages import Words, _
from toc.model.collective_impact import backbone_without_funds
from toc.model.theory import Theory


@rule(
    "TOC811",
    WARNING,
    profiles=(CI,),
    sources=[
        "Niska and Accolades, wiki page « Impact collectif »: « il faut investir dans la démarche »",
        (
            "University of Kansas, Community Tool Box (ctb.ku.edu), progress checklist for collective impact: a "
            "funder for several years for the backbone structure"
        ),
    ],
)
def unfunded_backbone(theory: Theory) -> Iterator[Finding]:
    """
    A support structure with no funding stated.

    ## Why it matters
    Funders like to pay for projects, and few pay for what holds them together.
    A support structure that lives on what is left of other budgets ends with the first of them.
    Write what pays for it, in money or in time, and those who decide can see what depends on them.

    What it is `part of` may be funded in its place.

    ## Bad
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    actor bridge "The Bridge, an association" { backbone evaluation, communication, collaboration, ambassador }
    ```

    ## Good
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    actor bridge "The Bridge, an association" {
      backbone evaluation, communication, collaboration, ambassador
      funded by fund
    }
    resource money fund "Fund of the foundation" { until 2029; secured }
    ```
    """
    for actor in backbone_without_funds(theory):
        yield Finding(
            actor.origin,
            _("nothing is said to fund the support structure `{name}`", name=actor.id),
            _(
                "name the resource or the actor that pays for it: `{funded_by} …`",
                funded_by=Words("funded by", "financé par"),
            ),
        )
