"""The rule `negligible-impact`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toc.diagnostics import WARNING, Finding, rule
from toc.leverage.spoken import rounded
from toc.leverage.verdict_names import NEGLIGIBLE
from toc.messages import _
from toc.model.theory import Theory
from toc.rules.leverage.chosen import not_graver
from toc.rules.leverage.places import effort_and_thinnest_link
from toc.rules.leverage.sentences import good_and_advice, with_reasons

if TYPE_CHECKING:
    from toc.leverage.assessment import Leverage


@rule(
    "TOC703",
    WARNING,
    sources=[
        "ActKnowledge, Center for Theory of Change (theoryofchange.org): why would this bring that about?",
        "Miradi Share help, “Strategy Effectiveness Rating”: low impact, probably no meaningful contribution",
    ],
    impact=0.01,
    draws=0.8,
)
def negligible_impact(theory: Theory, leverage: Leverage, impact: float, draws: float) -> Iterator[Finding]:
    """
    A strategy that changes next to nothing, whatever it costs.

    ## Why it matters
    A strategy may lead to the vision on paper and still hardly move it: by a long way of weak links, or because
    something else that is needed is not there.
    Cheap as it may be, people give it their evenings.

    Negligible is a strategy whose fair part of the impact (its Shapley value, the impact running from 0 to 1) is below
    0.01 in at least 80 % of the draws.
    All strengths on its ways to the vision must be stated: what was not said is not held against anybody.
    Where its effort makes it `weak-leverage`, that rule speaks instead.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome adult "Every teenager has an adult to count on"
    outcome reading "Children read with pleasure at eight"
    outcome talk "Parents talk about books"
    strategy mentors "Mentoring by young graduates" { effort 300 days }
    strategy library "A library bus in the four villages" { effort 300 days }
    strategy posters "Posters in every shop of the valley" { effort 2 days }
    mentors -> adult strong { because "Teenagers listen to those who are barely older" }
    library -> reading strong { because "A book at hand is a book that gets read" }
    posters -> talk 0.1 { because "Posters make people think of it" }
    talk -> reading 0.1 { because "Children copy what they see" }
    adult, reading -> diploma strong { because "One stays where one is expected, and can follow" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome adult "Every teenager has an adult to count on"
    outcome reading "Children read with pleasure at eight"
    outcome talk "Parents talk about books"
    strategy mentors "Mentoring by young graduates" { effort 300 days }
    strategy library "A library bus in the four villages" { effort 300 days }
    strategy evenings "Story evenings, held by the parents" { effort 20 days }
    mentors -> adult strong { because "Teenagers listen to those who are barely older" }
    library -> reading strong { because "A book at hand is a book that gets read" }
    evenings -> talk strong { because "Whoever tells a story hears one" }
    talk -> reading strong { because "Children copy what they see" }
    adult, reading -> diploma strong { because "One stays where one is expected, and can follow" }
    ```
    """
    from toc.leverage.explain import advice, reasons

    for key in not_graver(leverage, NEGLIGIBLE, impact=impact, draws=draws):
        if not leverage.figures[key].stated:
            continue
        head = _(
            "`{name}` changes next to nothing: its part of the impact is {part}, and the impact runs from 0 to 1",
            name=key.id,
            part=rounded(leverage.figures[key].shapley),
        )
        yield Finding(
            theory.elements[key].origin,
            with_reasons(head, reasons(leverage, key, shares=False)),
            good_and_advice((), advice(leverage, key, NEGLIGIBLE)),
            effort_and_thinnest_link(theory, leverage, key)[-1:],
        )
