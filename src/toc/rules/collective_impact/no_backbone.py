"""The rule `no-backbone`."""

from collections.abc import Iterator

from toc.diagnostics import CI, WARNING, Finding, rule
from toc.messages import Words, _
from toc.model.collective_impact import BACKBONE_ROLES, backbone
from toc.model.theory import Theory
from toc.model.value_words import value_words
from toc.rules.places import whole_model


@rule(
    "TOC809",
    WARNING,
    profiles=(CI,),
    sources=[
        "Niska and Accolades, wiki page « Impact collectif »: fifth component, « la structure de soutien »",
        "FSG 2014 (slide), readiness factors of collective impact: backbone structure possible",
        (
            "University of Kansas, Community Tool Box (ctb.ku.edu), progress checklist for collective impact: "
            "backbone structure decided"
        ),
    ],
)
def no_backbone(theory: Theory) -> Iterator[Finding]:
    """
    No structure supports the collaboration.

    ## Why it matters
    Everyone has work of their own: without somebody whose work is the collaboration itself, it is what everybody does
    last.
    The support structure keeps the course: evaluation, communication, the quality of the collaborations, and speaking
    for the project.
    It may be an organisation, a small team or a shared post; it does not have to be a new one.

    ## Bad
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    actor bridge "The Bridge, an association" { sector association }
    ```

    ## Good
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    actor bridge "The Bridge, an association" { backbone evaluation, communication, collaboration, ambassador }
    ```
    """
    if backbone(theory):
        return
    yield Finding(
        whole_model(theory),
        _("no structure is said to support the collaboration"),
        _(
            "which actor keeps the course for all? give it `{backbone} {roles}`",
            backbone=Words("backbone", "soutien"),
            roles=value_words("backbone", BACKBONE_ROLES),
        ),
    )
