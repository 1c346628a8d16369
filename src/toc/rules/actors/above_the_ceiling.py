"""The rule `above-the-ceiling`."""

from collections.abc import Iterator

from toc.diagnostics import ERROR, Finding, Related, rule
from toc.messages import Words, _
from toc.model.theory import Theory


@rule(
    "TOC603",
    ERROR,
    sources=[
        "M. Forti, “Six Theory of Change Pitfalls to Avoid” (2012), pitfall 1: confusing accountability with hope",
        "De Silva et al. 2014, as used in Gilissen et al., BMC Geriatrics 2018;18:47: ceiling of accountability",
    ],
)
def above_the_ceiling(theory: Theory) -> Iterator[Finding]:
    """
    A strategy that points straight into the sphere of interest.

    ## Why it matters
    In the sphere of interest lie the changes that one hopes for but does not answer for alone: they stand above the
    ceiling of accountability.
    A strategy reaches them only through what people close to it change first.
    An arrow straight up there promises what nobody can keep.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome success "The dropout rate of the region falls" { sphere interest }
    strategy mentors "Mentoring by young graduates"
    mentors -> success -> diploma { because "Mentors show that it can be done" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome presence "The teenagers accompanied come to school every day" { sphere influence }
    outcome success "The dropout rate of the region falls" { sphere interest }
    strategy mentors "Mentoring by young graduates"
    mentors -> presence -> success -> diploma { because "Mentors show that it can be done" }
    ```
    """
    for link in theory.links:
        target = theory.elements[link.target]
        if target.properties.word("sphere") != "interest":
            continue
        for source in link.sources:
            if theory.elements[source].kind == "strategy":
                strategy, change = source.id, link.target.id
                place = target.properties.get("sphere")
                yield Finding(
                    link.origin,
                    _(
                        "the strategy `{strategy}` points straight to `{change}`, above the ceiling of accountability",
                        strategy=strategy,
                        change=change,
                    ),
                    _(
                        "lead it first to a change within reach (`{sphere} {influence}`), and from there to `{change}`",
                        sphere=Words("sphere", "sphère"),
                        influence=Words("influence", "influence"),
                        change=change,
                    ),
                    (Related(place.origin, _("`{change}` lies in the sphere of interest", change=change)),)
                    if place
                    else (),
                )
