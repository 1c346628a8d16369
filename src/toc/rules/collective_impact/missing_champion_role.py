"""The rule `missing-champion-role`."""

from collections.abc import Iterator

from toc.diagnostics import CI, WARNING, Finding, rule
from toc.messages import Words, _
from toc.model.collective_impact import uncovered_champion_roles
from toc.model.theory import Theory
from toc.model.value_words import meanings, value_words
from toc.rules.places import whole_model


@rule(
    "TOC802",
    WARNING,
    profiles=(CI,),
    sources=[
        (
            "Niska and Accolades, wiki page « Impact collectif »: second precondition, « rassembleuses, "
            "connaisseuses, influenceuses »"
        ),
        "FSG 2014 (slide), readiness factors of collective impact: champions",
        "Tamarack Institute, collective impact toolkit, chapter 2: the three preconditions",
    ],
)
def missing_champion_role(theory: Theory) -> Iterator[Finding]:
    """
    A role of influential people that nobody holds.

    ## Why it matters
    A new way of working spreads from a few people who dare: « les courageux et courageuses ».
    Some bring others together, some know the field and its people, some have influence where it counts.
    One person may hold several of these roles; a role that nobody holds is where the approach gets stuck.

    Champions are people: `part of` says to which organisation they belong.

    ## Bad
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    actor head "The head of the school" { champion gather, know }
    ```

    ## Good
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    actor head "The head of the school" { champion gather, know }
    actor father "A father, elected by parents" { champion influence }
    ```
    """
    roles = uncovered_champion_roles(theory)
    if not roles:
        return
    yield Finding(
        whole_model(theory),
        _("influential people are missing: {roles}", roles=meanings("champion", roles)),
        _(
            "who could it be? give that actor `{champion} {roles}`",
            champion=Words("champion", "champion"),
            roles=value_words("champion", roles),
        ),
    )
