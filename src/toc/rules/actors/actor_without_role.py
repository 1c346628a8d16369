"""The rule `actor-without-role`."""

from collections.abc import Iterator

from toc.diagnostics import CI, WARNING, Finding, rule
from toc.messages import Words, _
from toc.model.collective_impact import idle_actors
from toc.model.theory import Theory


@rule(
    "TOC602",
    WARNING,
    profiles=(CI,),
    sources=[
        (
            "Niska and Accolades, wiki page « Impact collectif »: « un plan d'action commun où tous ont leur rôle"
            " à jouer »"
        ),
    ],
)
def actor_without_role(theory: Theory) -> Iterator[Finding]:
    """
    An actor with no part in anything.

    ## Why it matters
    Around many tables sit people of whom nobody can say why they are there, and after some meetings they stop coming.
    Everyone named has a part: they carry something, measure something, decide, are concerned, or are those who must
    change.
    Whoever has none is left out, or has not been asked yet.

    ## Bad
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    actor farms "Farms of the valley" { sector private }
    ```

    ## Good
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    actor farms "Farms of the valley" { sector private; role consult }
    ```
    """
    for actor in idle_actors(theory):
        yield Finding(
            actor.origin,
            _("`{name}` has no part in anything", name=actor.id),
            _(
                "ask them what they can and want to do: name them after `{by}`, or give them a `{role}`",
                by=Words("by", "par"),
                role=Words("role", "rôle"),
            ),
        )
