"""The rule `vision-not-shared`."""

from collections.abc import Iterator

from toc.diagnostics import CI, WARNING, Finding, rule
from toc.messages import Words, _
from toc.model.collective_impact import not_validating
from toc.model.theory import Theory


@rule(
    "TOC805",
    WARNING,
    profiles=(CI,),
    sources=[
        (
            "Niska and Accolades, wiki page « Impact collectif »: first component, « une vision du changement "
            "qu'ils connaissent et partagent »"
        ),
        (
            "University of Kansas, Community Tool Box (ctb.ku.edu), progress checklist for collective impact: "
            "vision and mission"
        ),
    ],
)
def vision_not_shared(theory: Theory) -> Iterator[Finding]:
    """
    Actors who have not validated the vision.

    ## Why it matters
    A vision is shared when each partner has read it, discussed it and said yes to it.
    Until then it belongs to those who wrote it, and the others keep working for their own.
    The list of those who have not validated it yet is the list of conversations to have.

    An actor counts as having validated the vision if something it is `part of` has.
    Boundary partners are not asked: they are those whom the others want to change.

    ## Bad
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma" { validated by town in 2026-03-12 }
    actor town "Town"
    actor school "School"
    ```

    ## Good
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma" { validated by town, school in 2026-03-12 }
    actor town "Town"
    actor school "School"
    ```
    """
    hint = _(
        "talk it over with them; once they agree: `{validated_by} … {in_} …`",
        validated_by=Words("validated by", "validée par"),
        in_=Words("in", "en"),
    )
    for vision in theory.visions:
        name, stated = vision.id, vision.properties.get("validated_by")
        missing = not_validating(theory, vision)
        if stated is None:
            yield Finding(vision.origin, _("nobody is said to have validated the vision `{vision}`", vision=name), hint)
        elif missing:
            names = [f"`{actor.id}`" for actor in missing]
            message = _("the vision `{vision}` has not been validated by {names}", vision=name, names=names)
            yield Finding(stated.origin, message, hint)
