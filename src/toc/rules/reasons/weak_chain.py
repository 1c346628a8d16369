"""The rule `weak-chain`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toc.diagnostics import WARNING, Finding, Related, rule
from toc.messages import _
from toc.model.theory import Theory
from toc.rules.places import joined

if TYPE_CHECKING:
    from toc.leverage.assessment import Leverage


@rule(
    "TOC410",
    WARNING,
    sources=[
        "ToC-Maker (theory-of-change-builder), stage 8: strengths multiply along the best path; below a quarter is red",
    ],
    product=0.25,
)
def weak_chain(_theory: Theory, leverage: Leverage, product: float) -> Iterator[Finding]:
    """
    Even the best way from a strategy to the vision is weak.

    ## Why it matters
    Each link of a chain may sound convincing, and the chain as a whole may not: three links of one half leave an
    eighth.
    If the strongest way of all leaves little, ask which link can be made stronger, or whether something closer to the
    vision could be done.

    The strengths along a way are multiplied, and so are the likelihoods of the assumptions under its links; the rule
    speaks where the best way of all comes to less than 0.25, and where all its strengths are stated (`=>` needs none).
    It stands on the weakest link of that way.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome adult "Every teenager has an adult to count on"
    outcome presence "Teenagers come to school every day"
    strategy mentors "Mentoring by young graduates"
    mentors -> adult moderate { because "Teenagers listen to those who are barely older" }
    adult -> presence weak { because "One comes where one is expected" }
    presence -> diploma strong { because "Whoever is there can learn" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome adult "Every teenager has an adult to count on"
    outcome presence "Teenagers come to school every day"
    strategy mentors "Mentoring by young graduates"
    mentors -> adult strong { because "Teenagers listen to those who are barely older" }
    adult -> presence moderate { because "One comes where one is expected" }
    presence -> diploma strong { because "Whoever is there can learn" }
    ```
    """
    routes = [route for key in leverage.keys if (route := leverage.strongest_path(key))]
    best = max(routes, key=lambda route: route.product, default=None)
    if best is None or best.product >= product or not best.stated:
        return
    _strength, place = min((strength, place) for place, strength in enumerate(best.strengths))
    weakest = best.links[place]
    yield Finding(
        weakest.origin,
        _(
            "even the best way to the vision, from `{first}`, comes to {product} only, and this is its weakest link",
            first=best.keys[0].id,
            product=float(f"{best.product:.2g}"),
        ),
        _("strengthen it, or look for something to do that is closer to the vision"),
        (
            *(
                Related(
                    link.origin,
                    _(
                        "the way leads from `{source}` to `{target}`",
                        source=joined(link.sources),
                        target=link.target.id,
                    ),
                )
                for link in best.links
                if link is not weakest
            ),
            *(
                Related(
                    leverage.theory.elements[key].origin,
                    _(
                        "it rests on `{name}`, which counts as {likelihood}",
                        name=key.id,
                        likelihood=leverage.degree(key),
                    ),
                )
                for key in weakest.properties.refs("assuming")
            ),
        ),
    )
