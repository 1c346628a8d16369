"""The rule `collapsed-model`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toc.diagnostics import WARNING, Finding, Related, rule
from toc.leverage.spoken import rounded
from toc.leverage.verdict_names import COLLAPSED, UNSETTLED
from toc.messages import _
from toc.model.theory import Theory
from toc.rules.leverage.strengths import carries_something, edges_between
from toc.rules.places import whole_model

if TYPE_CHECKING:
    from toc.leverage.assessment import Leverage


@rule(
    "TOC716",
    WARNING,
    sources=[
        "ToC-Maker (theory-of-change-builder), stage 8: strengths multiply along a chain",
    ],
)
def collapsed_model(theory: Theory, leverage: Leverage) -> Iterator[Finding]:
    """
    By the model's own numbers, next to nothing of what is done reaches the vision.

    ## Why it matters
    A chain is as strong as all its links multiplied: six links of one half leave a sixtieth.
    Where several things are required at once, one that nobody brings about leaves nothing.
    Either the model is more pessimistic than its writers are, or they should know.

    The rule speaks where all strategies together raise the vision by less than 0.02 (of 1), and says where the effect
    dies: the first element on the best way that is reached by less than 0.05.
    Strategies are not compared then: shares of next to nothing mean nothing.
    Links that state no strength are given the benefit of the doubt: where only those make it so little,
    `strength-not-stated` says so.
    Where a loop is the reason, `deadlock` or `oscillating-loop` says so instead.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma" { sufficient no }
    precondition money "Families can do without a teenager's wage"
    outcome adult "Every teenager has an adult to count on"
    strategy mentors "Mentoring by young graduates"
    mentors -> adult strong { because "Teenagers listen to those who are barely older" }
    adult -> diploma strong { because "One stays where one is expected" }
    money => diploma { because "Whoever has to earn does not learn" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma" { sufficient no }
    precondition money "Families can do without a teenager's wage" { counterfactual 0.6 }
    outcome adult "Every teenager has an adult to count on"
    strategy mentors "Mentoring by young graduates"
    mentors -> adult strong { because "Teenagers listen to those who are barely older" }
    adult -> diploma strong { because "One stays where one is expected" }
    money => diploma { because "Whoever has to earn does not learn" }
    ```
    """
    settled = leverage.withheld != UNSETTLED and not any(loop.deadlocked for loop in leverage.loops)
    if leverage.condition != COLLAPSED or not settled or not carries_something(leverage):
        return
    if not _whatever_is_not_stated(leverage):
        return
    yield Finding(
        whole_model(theory),
        _(
            "next to nothing of what is done reaches the vision: all strategies together raise it by {impact}, on a "
            "scale from 0 to 1; which of them are weak is not decided",
            impact=rounded(leverage.impact),
        ),
        _("look at what is required and not brought about, and at long ways of weak links"),
        tuple(_where_it_dies(theory, leverage)),
    )


def _where_it_dies(theory: Theory, leverage: Leverage) -> Iterator[Related]:
    from toc.leverage.condition import DEAD
    from toc.leverage.graph import REQUIRES

    where = leverage.collapse
    if where is None:
        return
    graph, values = leverage.graph, leverage.state.values
    dying = graph.number_of[where]
    yield Related(
        theory.elements[where].origin,
        _("here the effect dies: `{name}` is reached by {degree}", name=where.id, degree=rounded(values[dying])),
    )
    for number in graph.incoming[dying]:
        edge = graph.edges[number]
        missing = graph.nodes[edge.source].key
        if edge.verb == REQUIRES and missing and values[edge.source] < DEAD:
            yield Related(
                theory.elements[missing].origin,
                _(
                    "`{name}` requires it, and it is reached by {degree}",
                    name=where.id,
                    degree=rounded(values[edge.source]),
                ),
            )


def _whatever_is_not_stated(leverage: Leverage) -> bool:
    """Whether next to nothing reaches the visions even where all strengths left out are as good for it as can be."""
    from toc.leverage.condition import EMPTY
    from toc.leverage.degree import evaluate, impact_of
    from toc.leverage.graph import HINDERS

    graph, numbers = leverage.graph, leverage.numbers
    carrying = set(map(id, edges_between(graph)))
    best = [
        strength if edge.stated else float(edge.verb != HINDERS and id(edge) in carrying)
        for edge, strength in zip(graph.edges, numbers.strengths, strict=True)
    ]
    found = numbers._replace(strengths=best)
    reached, nothing = (evaluate(graph, found, [chosen] * len(graph.strategies)).values for chosen in (1.0, 0.0))
    return impact_of(graph, reached, nothing) < EMPTY
