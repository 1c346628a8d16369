"""The rule `weak-portfolio`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toc.diagnostics import WARNING, Finding, Related, rule
from toc.leverage.spoken import rounded
from toc.leverage.verdict_names import COLLAPSED, UNSETTLED
from toc.messages import _
from toc.model.theory import Theory
from toc.rules.leverage.strengths import without_strength
from toc.rules.places import joined, whole_model

if TYPE_CHECKING:
    from toc.leverage.assessment import Leverage

# Where even the best way comes to less, `weak-chain` says so, and on which link.
CHAIN = 0.25


@rule(
    "TOC710",
    WARNING,
    sources=[
        "The Nature Conservancy, Conservation by Design (conservationbydesign.org): strategies together reach the goal",
        "Niska and Accolades, wiki page « Impact collectif »: « un maximum d'impact »",
    ],
    impact=0.2,
)
def weak_portfolio(theory: Theory, leverage: Leverage, impact: float) -> Iterator[Finding]:
    """
    All strategies together bring the vision little nearer.

    ## Why it matters
    Strategies are compared with each other, so all of them may look fair while all of them are too little.
    What the whole plan achieves, by the strengths that the group stated, is worth one sober look: is this the change
    that people were promised?

    The impact is how far all strategies together raise the vision, from 0 (nothing) to 1 (entirely).
    The rule speaks below 0.2, and only where every link from a strategy to a vision states its strength (`=>` needs
    none).

    Where even the best way is weak, `weak-chain` says so instead.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    precondition presence "Teenagers come to school every day"
    precondition reading "Teenagers read with ease"
    strategy mentors "Mentoring by young graduates"
    strategy library "A library bus in the four villages"
    mentors -> presence 0.4 { because "Thirty mentors for six hundred teenagers" }
    library -> reading 0.4 { because "A book at hand is a book that gets read" }
    presence, reading => diploma { because "Whoever is there and reads with ease can learn" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    precondition presence "Teenagers come to school every day"
    precondition reading "Teenagers read with ease"
    strategy mentors "Mentoring by young graduates"
    strategy library "A library bus in the four villages"
    mentors -> presence strong { because "A mentor for each teenager" }
    library -> reading strong { because "A book at hand is a book that gets read" }
    presence, reading => diploma { because "Whoever is there and reads with ease can learn" }
    ```
    """
    if not 0 < leverage.impact < impact or leverage.condition == COLLAPSED or leverage.withheld == UNSETTLED:
        return
    if without_strength(leverage) or _best_product(leverage) < CHAIN:
        return
    worth = leverage.gains[:3]
    yield Finding(
        whole_model(theory),
        _(
            "all strategies together raise the vision by {impact} only, on a scale from 0 to 1",
            impact=rounded(leverage.impact),
        ),
        _("strengthen what most gets lost on, or add what is missing; or say to the group how far this plan goes"),
        tuple(
            Related(
                gain.link.origin,
                _(
                    "worth strengthening: from `{source}` to `{target}`",
                    source=joined(gain.link.sources),
                    target=gain.link.target.id,
                ),
            )
            for gain in worth
        ),
    )


def _best_product(leverage: Leverage) -> float:
    routes = (leverage.strongest_path(key) for key in leverage.keys)
    return max((route.product for route in routes if route), default=0.0)
