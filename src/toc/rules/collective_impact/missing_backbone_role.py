"""The rule `missing-backbone-role`."""

from collections.abc import Iterator

from toc.diagnostics import CI, WARNING, Finding, rule
from toc.messages import Words, _
from toc.model.collective_impact import backbone, uncovered_backbone_roles
from toc.model.theory import Theory
from toc.model.value_words import meanings, value_words


@rule(
    "TOC810",
    WARNING,
    profiles=(CI,),
    sources=[
        (
            "Niska and Accolades, wiki page « Impact collectif »: fifth component, « différents rôles liés à "
            "l'évaluation, au maintien des communications, à la qualité des collaborations […] ainsi qu'un rôle "
            "d'ambassadeur »"
        ),
    ],
)
def missing_backbone_role(theory: Theory) -> Iterator[Finding]:
    """
    A role of the support structure that nobody holds.

    ## Why it matters
    The support structure has four roles: evaluation, communication, the quality of the collaborations, and ambassador
    of the project.
    They need not all lie with one organisation, but each needs somebody: what is evaluated by nobody is not learnt
    from, and a project that nobody speaks for is soon alone.

    Without any support structure, `no-backbone` speaks instead.

    ## Bad
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    actor bridge "The Bridge, an association" { backbone evaluation, communication }
    ```

    ## Good
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    actor bridge "The Bridge, an association" { backbone evaluation, communication }
    actor mayor "The mayor" { backbone collaboration, ambassador }
    ```
    """
    holders, roles = backbone(theory), uncovered_backbone_roles(theory)
    if not holders or not roles:
        return
    last = max(holders, key=lambda actor: actor.origin)
    stated = last.properties.get("backbone")
    yield Finding(
        stated.origin if stated else last.origin,
        _("nobody in the support structure is said to see to {roles}", roles=meanings("backbone", roles)),
        _(
            "add `{roles}` to the `{backbone}` of `{name}`, or of another actor",
            roles=value_words("backbone", roles),
            backbone=Words("backbone", "soutien"),
            name=last.id,
        ),
    )
