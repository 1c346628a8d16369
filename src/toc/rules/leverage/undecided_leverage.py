"""The rule `undecided-leverage`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toc.diagnostics import INFO, Finding, rule
from toc.leverage.spoken import part, rounded
from toc.leverage.verdict_names import UNDECIDED
from toc.messages import Words, _
from toc.model.theory import Theory
from toc.rules.leverage.chosen import not_graver
from toc.rules.leverage.places import effort_and_thinnest_link

if TYPE_CHECKING:
    from toc.leverage.assessment import Leverage


@rule(
    "TOC705",
    INFO,
    sources=[
        "Miradi Share help, “Strategy Effectiveness Rating”: a strategy may need more information before it is rated",
        "BEAM Exchange, evaluability: testability, and which links are most critical",
    ],
    ratio=0.5,
    draws=0.8,
)
def undecided_leverage(theory: Theory, leverage: Leverage, ratio: float, draws: float) -> Iterator[Finding]:
    """
    A strategy of which the numbers cannot tell whether it pulls its weight.

    ## Why it matters
    Words such as `moderate` mean more to one than to another, and efforts are guesses.
    Where a strategy is weak for some of the possible values and not for others, no answer would be honest.
    To know more about one link or one effort may settle it; that is where asking pays.

    Undecided is a strategy that `weak-leverage` finds weak in more than 20 % and less than 80 % of the draws.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome adult "Every teenager has an adult to count on"
    outcome reading "Children read with pleasure at eight"
    strategy mentors "Mentoring by young graduates" { effort low }
    strategy library "A library bus in the four villages" { effort low }
    strategy tutors "Reading tutors in small groups" { effort 0.5..3 }
    mentors -> adult strong { because "Teenagers listen to those who are barely older" }
    library -> reading strong { because "A book at hand is a book that gets read" }
    tutors -> reading moderate { because "In a small group one dares to be wrong" }
    adult, reading -> diploma strong { because "One stays where one is expected, and can follow" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome adult "Every teenager has an adult to count on"
    outcome reading "Children read with pleasure at eight"
    strategy mentors "Mentoring by young graduates" { effort low }
    strategy library "A library bus in the four villages" { effort low }
    strategy tutors "Reading tutors in small groups" { effort low }
    mentors -> adult strong { because "Teenagers listen to those who are barely older" }
    library -> reading strong { because "A book at hand is a book that gets read" }
    tutors -> reading moderate { because "In a small group one dares to be wrong" }
    adult, reading -> diploma strong { because "One stays where one is expected, and can follow" }
    ```
    """
    for key in not_graver(leverage, UNDECIDED, ratio=ratio, draws=draws):
        of = leverage.figures[key]
        if of.ratio is None:
            continue
        yield Finding(
            theory.elements[key].origin,
            _(
                "whether `{name}` pulls its weight cannot be told: its ratio is {ratio}, but it is weak in {few} to "
                "{many} of {all} draws",
                name=key.id,
                ratio=rounded(of.ratio),
                few=part(1 - draws),
                many=part(draws),
                all=leverage.draws,
            ),
            _(
                "find out more about its effort or about the links it rests on, and say it more closely: "
                "`{effort}`, `-> … {strength}`",
                effort=EFFORT,
                strength=STRENGTH,
            ),
            effort_and_thinnest_link(theory, leverage, key),
        )


EFFORT = Words("effort 20000..30000 EUR", "effort 20000..30000 EUR")
STRENGTH = Words("0.4..0.5", "0.4..0.5")
