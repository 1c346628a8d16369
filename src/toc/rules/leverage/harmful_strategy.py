"""The rule `harmful-strategy`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toc.diagnostics import WARNING, Finding, Related, rule
from toc.leverage.spoken import rounded
from toc.leverage.verdict_names import HARMFUL
from toc.messages import _
from toc.model.elements import Key
from toc.model.links import Link
from toc.model.queries import downstream, leading_to_a_vision
from toc.model.theory import Theory
from toc.rules.places import joined

if TYPE_CHECKING:
    from toc.leverage.assessment import Leverage


@rule(
    "TOC702",
    WARNING,
    sources=[
        "M. Bamberger, comment on R. Davies (2018), mande.co.uk: unintended and negative effects are left out of maps",
        "The Nature Conservancy, Conservation by Design (conservationbydesign.org): who bears the risk of a strategy",
    ],
    draws=0.8,
)
def harmful_strategy(theory: Theory, leverage: Leverage, draws: float) -> Iterator[Finding]:
    """
    A strategy that, by the model's own links, does the vision more harm than good.

    ## Why it matters
    Nobody means to do harm; but one link that hinders, written in one meeting, may weigh more than what the strategy
    brings, written in another.
    Either the model is wrong, or something must be done about the harm, or the strategy is to be given up.

    Harmful is a strategy whose fair part of the impact (its Shapley value) is below zero, in at least 80 % of the draws
    in which strengths and likelihoods vary as far as is uncertain.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome presence "Teenagers come to school every day"
    outcome reading "Children read with pleasure at eight"
    strategy fines "Fines for parents of absent pupils"
    strategy library "A library bus in the four villages"
    strategy mentors "Mentoring by young graduates"
    fines -> presence weak { because "Some come so as not to cost money" }
    mentors -> presence strong { because "Teenagers listen to those who are barely older" }
    library -> reading strong { because "A book at hand is a book that gets read" }
    presence, reading -> diploma strong { because "Whoever is there and reads with ease can learn" }
    fines -| reading strong { because "A school that fines is a school one avoids" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome presence "Teenagers come to school every day"
    outcome reading "Children read with pleasure at eight"
    strategy visits "A visit at home after three days of absence"
    strategy library "A library bus in the four villages"
    strategy mentors "Mentoring by young graduates"
    visits -> presence moderate { because "One comes back where one is missed" }
    mentors -> presence strong { because "Teenagers listen to those who are barely older" }
    library -> reading strong { because "A book at hand is a book that gets read" }
    presence, reading -> diploma strong { because "Whoever is there and reads with ease can learn" }
    ```
    """
    for key in leverage.screened(HARMFUL, draws=draws):
        yield Finding(
            theory.elements[key].origin,
            _(
                "`{name}` does the vision more harm than good: its part of the impact is {part}",
                name=key.id,
                part=rounded(leverage.figures[key].shapley),
            ),
            _("weaken what it hinders, answer it with another strategy, or give this one up"),
            tuple(
                Related(
                    link.origin,
                    _(
                        "here it hinders `{target}`, by way of `{source}`",
                        target=link.target.id,
                        source=joined(link.sources),
                    )
                    if key not in link.sources
                    else _("here it hinders `{target}`", target=link.target.id),
                )
                for link in _hindering(theory, key)
            ),
        )


def _hindering(theory: Theory, key: Key) -> list[Link]:
    """Return the links through which `key` hinders something that leads to a vision, as written."""
    reached, leading = downstream(theory, [key]), leading_to_a_vision(theory)
    links = (link for link in theory.links if link.verb == "hinders" and link.target in leading)
    return sorted((link for link in links if not reached.isdisjoint(link.sources)), key=lambda link: link.origin)
