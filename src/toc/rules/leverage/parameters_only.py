"""The rule `parameters-only`."""

from collections.abc import Iterator

from toc.diagnostics import CI, INFO, Finding, Related, rule
from toc.messages import Words, _
from toc.model.theory import Theory
from toc.rules.leverage.chosen import strategies_that_count
from toc.rules.places import whole_model

# Meadows' places 12 to 10: numbers, buffers, and how things are laid out.
SHALLOW = frozenset({"parameters", "buffers", "structure"})


@rule(
    "TOC709",
    INFO,
    profiles=(CI,),
    sources=[
        "D. Meadows, “Leverage Points: Places to Intervene in a System” (1999): twelve places, numbers the weakest",
        (
            "Niska and Accolades, wiki page « Impact collectif »: chosen strategies should make « un changement "
            "systémique » possible"
        ),
    ],
)
def parameters_only(theory: Theory) -> Iterator[Finding]:
    """
    All strategies act on numbers, buffers or the layout of things.

    ## Why it matters
    Donella Meadows ranked twelve places where one can intervene in a system.
    Sums, reserves and how things are laid out are where most effort goes, and where least changes: the system goes on
    as before, with other numbers.
    Who is told what, which rules hold, who decides and what for: there a small push may change much.

    Only strategies that say what they act on are looked at.

    ## Bad
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    strategy tutors "Two more tutors in each school" { acts on parameters }
    strategy building "A second reading room" { acts on structure }
    ```

    ## Good
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    strategy tutors "Two more tutors in each school" { acts on parameters }
    strategy council "A youth council that decides on its budget" { acts on self-organisation }
    ```
    """
    counting = strategies_that_count(theory)
    tagged = [(strategy, stated) for strategy in counting if (stated := strategy.properties.get("acts_on"))]
    if not tagged or not all(SHALLOW.issuperset(strategy.properties.words("acts_on")) for strategy, _stated in tagged):
        return
    yield Finding(
        whole_model(theory),
        _(
            "the strategies that say where they act ({n} of {all}) only change numbers, reserves or how things lie",
            n=len(tagged),
            all=len(counting),
        ),
        _("which rule, which information, which say in decisions would change more? `{acts_on} …`", acts_on=ACTS_ON),
        tuple(Related(stated.origin, _("`{name}` acts here", name=strategy.id)) for strategy, stated in tagged),
    )


ACTS_ON = Words("acts on", "agit sur")
