"""The rule `weak-leverage`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toc.diagnostics import WARNING, Finding, rule
from toc.leverage.spoken import part, rounded
from toc.leverage.verdict_names import WEAK
from toc.messages import Message, _
from toc.model.elements import Key
from toc.model.theory import Theory
from toc.rules.leverage.chosen import not_graver
from toc.rules.leverage.places import effort_and_thinnest_link
from toc.rules.leverage.sentences import good_and_advice, with_reasons

if TYPE_CHECKING:
    from toc.leverage.assessment import Leverage


@rule(
    "TOC701",
    WARNING,
    sources=[
        "Niska and Accolades, wiki page « Impact collectif »: « un maximum d'impact avec un minimum d'effort »",
        "The Nature Conservancy, Conservation by Design (conservationbydesign.org): avoid strategies of low return",
        "L. S. Shapley, “A value for n-person games” (1953): how what is achieved together is shared out",
    ],
    ratio=0.5,
    draws=0.8,
)
def weak_leverage(theory: Theory, leverage: Leverage, ratio: float, draws: float) -> Iterator[Finding]:
    """
    A strategy that takes much of the effort and brings little of the impact.

    ## Why it matters
    Time and money go where they have always gone.
    This rule sets the share of the effort that a strategy takes beside the share of the impact that it brings, as the
    model says it, and asks: is that what you want?
    It is a question to the group, not a verdict: the answer may be another link, another effort, or `accept`.

    The ratio is the share of the impact divided by the share of the effort; at 1 a strategy pulls its weight.
    Weak is one whose ratio is below one half, both by its fair part of what all achieve together (its Shapley value)
    and by what would be lost without it, in at least 80 % of the draws in which strengths, likelihoods and efforts vary
    as far as is uncertain.
    So a strategy that only helps others is not weak, nor one of several that each would do.

    With fewer than three strategies there is nothing to compare.
    No strategy is called weak either where the numbers cannot tell: see `saturated-model`, `collapsed-model`,
    `oscillating-loop` and `mixed-efforts`.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome adult "Every teenager has an adult to count on"
    outcome reading "Children read with pleasure at eight"
    strategy mentors "Mentoring by young graduates" { effort low }
    strategy library "A library bus in the four villages" { effort medium }
    strategy posters "Posters in every shop of the valley" { effort high }
    mentors -> adult strong { because "Teenagers listen to those who are barely older" }
    library -> reading strong { because "A book at hand is a book that gets read" }
    posters -> reading weak { because "Posters make people think of it" }
    adult, reading -> diploma strong { because "One stays where one is expected, and can follow" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome adult "Every teenager has an adult to count on"
    outcome reading "Children read with pleasure at eight"
    strategy mentors "Mentoring by young graduates" { effort low }
    strategy library "A library bus in the four villages" { effort medium }
    strategy evenings "Story evenings, held by the parents" { effort low }
    mentors -> adult strong { because "Teenagers listen to those who are barely older" }
    library -> reading strong { because "A book at hand is a book that gets read" }
    evenings -> reading moderate { because "What one has heard as a child one wants to read" }
    adult, reading -> diploma strong { because "One stays where one is expected, and can follow" }
    ```
    """
    from toc.leverage.explain import advice, good_for, reasons

    for key in not_graver(leverage, WEAK, ratio=ratio, draws=draws):
        head = _head(leverage, key, draws)
        if head is not None:
            yield Finding(
                theory.elements[key].origin,
                with_reasons(head, reasons(leverage, key, shares=False)),
                good_and_advice(good_for(leverage, key), advice(leverage, key, WEAK)),
                effort_and_thinnest_link(theory, leverage, key),
            )


def _head(leverage: Leverage, key: Key, draws: float) -> Message | None:
    of = leverage.figures[key]
    if of.share is None or of.effort_share is None or of.ratio is None:
        return None
    told = {
        "name": key.id,
        "effort": part(of.effort_share),
        "share": part(of.share),
        "ratio": rounded(of.ratio),
        "draws": part(draws),
        "all": leverage.draws,
    }
    if of.effort_stated:
        return _(
            "`{name}` takes {effort} of the effort and brings {share} of the impact (ratio {ratio}, weak in at least "
            "{draws} of {all} draws)",
            **told,
        )
    return _(
        "`{name}`, of which no effort is stated, counts for {effort} of the effort and brings {share} of the impact "
        "(ratio {ratio}, weak in at least {draws} of {all} draws)",
        **told,
    )
