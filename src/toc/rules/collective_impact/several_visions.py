"""The rule `several-visions`."""

from collections.abc import Iterator

from toc.diagnostics import CI, WARNING, Finding, Related, rule
from toc.messages import Message, _
from toc.model.collective_impact import validating
from toc.model.elements import Element
from toc.model.theory import Theory


@rule(
    "TOC806",
    WARNING,
    profiles=(CI,),
    sources=[
        (
            "Niska and Accolades, wiki page « Impact collectif »: isolated impact, « autant de visions du "
            "changement qu'il y a d'acteurs »"
        ),
    ],
)
def several_visions(theory: Theory) -> Iterator[Finding]:
    """
    More than one vision.

    ## Why it matters
    Where every actor has a vision of its own, each works for it alone, and they compete for funding and even for the
    same people.
    That is isolated impact.
    Collective impact begins with one vision that all share; what is special to each partner becomes a change that
    leads to it.

    A vision of another file that is reached through `use … as` counts as such a change.

    ## Bad
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma" { validated by school }
    vision jobs "Every young person finds a job in the valley" { validated by town }
    actor school "School"
    actor town "Town"
    ```

    ## Good
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person finds their way" { validated by school, town }
    outcome jobs "Every young person finds a job in the valley"
    jobs -> diploma { because "Work gives a place in the valley" }
    actor school "School"
    actor town "Town"
    ```
    """
    visions = theory.visions
    if len(visions) < 2:
        return
    written = sorted(visions, key=lambda vision: vision.origin)
    yield Finding(
        written[-1].origin,
        _("there are {n} visions, each on its own: {visions}", n=len(visions), visions=_told(theory, visions)),
        _("agree on one vision; make what is special to each partner an outcome that leads to it"),
        tuple(Related(vision.origin, _("another vision")) for vision in written[:-1]),
    )


def _told(theory: Theory, visions: tuple[Element, ...]) -> list[Message]:
    files = {vision.key.file for vision in visions}
    told = []
    for vision in visions:
        name = vision.id
        actors = [f"`{actor.id}`" for actor in validating(theory, vision)]
        if actors:
            told.append(_("`{name}` (shared by {actors})", name=name, actors=actors))
        elif len(files) > 1:
            told.append(_("`{name}` (in {file})", name=name, file=vision.key.file))
        else:
            told.append(_("`{name}`", name=name))
    return told
