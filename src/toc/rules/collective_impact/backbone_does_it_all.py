"""The rule `backbone-does-it-all`."""

from collections.abc import Iterator

from toc.diagnostics import CI, WARNING, Finding, Related, rule
from toc.messages import Words, _
from toc.model.collective_impact import backbone
from toc.model.cooperation import leads_too_much, led_strategies, under_way
from toc.model.theory import Theory


@rule(
    "TOC812",
    WARNING,
    profiles=(CI,),
    sources=[
        (
            "Niska and Accolades, wiki page « Impact collectif »: « un plan d'action commun où tous ont leur rôle"
            " à jouer »"
        ),
        "FSG 2014 (slide), readiness factors of collective impact: a neutral convener",
    ],
    share=0.5,
    strategies=3,
)
def backbone_does_it_all(theory: Theory, share: float, strategies: int) -> Iterator[Finding]:
    """
    The support structure leads most strategies.

    ## Why it matters
    A support structure serves the others: it brings them together, it does not do the work in their place.
    Where it leads most strategies, the partners become its guests, and it competes with them for funding and for
    merit.

    It leads a strategy when it is its `lead`, or carries it alone without one.
    The rule speaks above half of the strategies (`share`) where there are at least three (`strategies`).

    ## Bad
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    actor bridge "The Bridge, an association" { backbone evaluation, communication, collaboration, ambassador }
    strategy library "A library bus in the four villages" { by town; lead bridge }
    strategy cafe "A parents' café at school" { by school; lead bridge }
    strategy mentors "Mentoring by young graduates" { by school, town; lead town }
    actor school "School"
    actor town "Town"
    ```

    ## Good
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    actor bridge "The Bridge, an association" { backbone evaluation, communication, collaboration, ambassador }
    strategy library "A library bus in the four villages" { by town; lead town }
    strategy cafe "A parents' café at school" { by school; lead school }
    strategy mentors "Mentoring by young graduates" { by school, town; lead town }
    actor school "School"
    actor town "Town"
    ```
    """
    for actor in backbone(theory):
        if not leads_too_much(theory, actor, share, strategies):
            continue
        led = led_strategies(theory, actor)
        yield Finding(
            actor.origin,
            _(
                "the support structure `{name}` leads {n} of {total} strategies",
                name=actor.id,
                n=len(led),
                total=len(under_way(theory)),
            ),
            _(
                "let those who carry a strategy lead it: `{by} …`, `{lead} …`",
                by=Words("by", "par"),
                lead=Words("lead", "pilote"),
            ),
            tuple(Related(strategy.origin, _("it leads `{name}`", name=strategy.id)) for strategy in led),
        )
