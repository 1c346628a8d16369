"""The rule `dominated-strategy`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toc.diagnostics import INFO, Finding, rule
from toc.leverage.verdict_names import DOMINATED
from toc.messages import _
from toc.model.theory import Theory
from toc.rules.leverage.chosen import not_graver
from toc.rules.leverage.places import effort_and_thinnest_link

if TYPE_CHECKING:
    from toc.leverage.assessment import Leverage


@rule(
    "TOC706",
    INFO,
    sources=[
        "The Nature Conservancy, Conservation by Design (conservationbydesign.org): compare strategies by their return",
        "V. Pareto, Manuale di economia politica (1906): what cannot be bettered without giving up something",
    ],
    draws=0.8,
)
def dominated_strategy(theory: Theory, leverage: Leverage, draws: float) -> Iterator[Finding]:
    """
    A strategy that belongs to no best choice, whatever the effort one can afford.

    ## Why it matters
    For each effort that one can afford there is a choice of strategies that achieves the most.
    A strategy that is in none of them, not even where one can afford all, adds nothing to the others as the model
    stands: it takes away from others as much as it brings.
    There may still be good reasons for it, which a model does not hold: fairness, trust, a promise.

    Dominated is a strategy that stands in no best choice (on no point of the Pareto front) in at least 80 % of the
    draws; with more than sixteen strategies it is not looked for.
    Nothing is said of one that `weak-leverage`, `negligible-impact` or `harmful-strategy` speaks of.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome adult "Every teenager has an adult to count on"
    outcome reading "Children read with pleasure at eight"
    strategy mentors "Mentoring by young graduates" { effort 10..11 days }
    strategy library "A library bus in the four villages" { effort 10..11 days }
    strategy lessons "Extra lessons after school" { effort 12..13 days }
    mentors -> adult strong { because "Teenagers listen to those who are barely older" }
    library -> reading decisive { because "A book at hand is a book that gets read" }
    lessons -> reading strong { because "Practice makes reading easy" }
    lessons -| adult moderate { because "Whoever sits in lessons does not meet a mentor" }
    adult, reading -> diploma strong { because "One stays where one is expected, and can follow" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome adult "Every teenager has an adult to count on"
    outcome reading "Children read with pleasure at eight"
    strategy mentors "Mentoring by young graduates" { effort 10..11 days }
    strategy library "A library bus in the four villages" { effort 10..11 days }
    strategy lessons "Lessons that mentors give" { effort 12..13 days }
    mentors -> adult strong { because "Teenagers listen to those who are barely older" }
    library -> reading decisive { because "A book at hand is a book that gets read" }
    lessons -> reading strong { because "Practice makes reading easy" }
    lessons -> adult moderate { because "Whoever gives lessons meets teenagers" }
    adult, reading -> diploma strong { because "One stays where one is expected, and can follow" }
    ```
    """
    for key in not_graver(leverage, DOMINATED, draws=draws):
        yield Finding(
            theory.elements[key].origin,
            _("`{name}` belongs to no best choice of strategies, whatever the effort one can afford", name=key.id),
            _("what would it need from the others to add something? if nothing, its effort is better spent on them"),
            effort_and_thinnest_link(theory, leverage, key),
        )
