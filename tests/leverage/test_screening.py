"""Screening: bounds hold in every draw, and verdicts are those of all draws."""

import subprocess
import sys
from collections.abc import Sequence

import numpy as np
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from leverage.models import case, graph_of, graphs, names_of, worked_example

from toc.leverage import draws as draws_module
from toc.leverage.bounds import bounds
from toc.leverage.draws import assess_draws
from toc.leverage.efforts import Effort, Efforts
from toc.leverage.graph import CONTRIBUTES, HINDERS, Graph
from toc.leverage.impacts import DEGREE, METHODS
from toc.leverage.screening import screen
from toc.leverage.verdicts import Chances, Limits

COUNT = 60
LIMITS = st.builds(
    Limits, ratio=st.sampled_from((0.25, 0.5, 1.0)), draws=st.sampled_from((0.5, 0.8, 0.95)), impact=st.just(0.01)
)
Zones = tuple[bool | None, bool | None, bool, bool, bool | None]


@st.composite
def efforts(draw: st.DrawFn, graph: Graph) -> Efforts:
    """Draw an effort for each strategy, some of them ranges, some of them nothing."""
    items = []
    for _strategy in graph.strategies:
        value = draw(st.sampled_from((0.0, 1.0, 2.0, 5.0, 20.0)))
        ranged = draw(st.booleans())
        items.append(Effort(value, value / 2 if ranged else None, value * 2 if ranged else None, True, None))
    return Efforts(tuple(items), None, draw(st.sampled_from(((), (), ("EUR", None)))))


def zones(chances: Sequence[Chances], limits: Limits) -> list[Zones]:
    """Return what verdicts make of chances: weak, undecided, harmful, negligible, dominated."""
    often = limits.draws
    return [
        (
            None if chance.weak is None else chance.weak >= often,
            None if chance.weak is None else 1 - often < chance.weak < often,
            chance.harmful >= often,
            chance.negligible >= often,
            None if chance.dominated is None else chance.dominated >= often,
        )
        for chance in chances
    ]


def enlarged(graph: Graph) -> Graph:
    """Return a network with nine strategies more, which lead to the vision, some of them badly."""
    names = names_of(graph)
    old = [(names[edge.source], names[edge.target], edge.verb, edge.strength) for edge in graph.edges]
    vision, strategies = names[graph.visions[0]], [names[strategy] for strategy in graph.strategies]
    verbs = [HINDERS if number % 4 == 3 else CONTRIBUTES for number in range(9)]
    new = [(f"T{number}", vision, verb, 0.03 * number) for number, verb in enumerate(verbs)]
    return graph_of([*old, *new], [*strategies, *(link[0] for link in new)], [vision])


@settings(max_examples=150)
@given(st.data(), graphs(loops=True), LIMITS)
def test_screening_gives_the_verdicts_of_all_draws(data: st.DataObject, graph: Graph, limits: Limits) -> None:
    """Every chance is in the zone that all draws put it in, with loops and without."""
    known = data.draw(efforts(graph))
    seed = data.draw(st.integers(0, 5))
    expected = assess_draws(graph, known, COUNT, seed).chances(limits)

    found = screen(graph, known, limits, COUNT, seed)

    assert zones(found, limits) == zones(expected, limits)


@settings(max_examples=40)
@given(st.data(), graphs(), LIMITS, st.sampled_from(METHODS))
def test_screening_many_strategies_gives_the_verdicts_of_all_draws(
    data: st.DataObject, graph: Graph, limits: Limits, method: str
) -> None:
    """The same holds for more than eight strategies, and for other methods."""
    large = enlarged(graph)
    known = data.draw(efforts(large))
    expected = assess_draws(large, known, COUNT, 0, method).chances(limits)

    found = screen(large, known, limits, COUNT, 0, method)

    assert zones(found, limits) == zones(expected, limits)


@settings(max_examples=150)
@given(st.data(), graphs(), st.booleans())
def test_bounds_hold_in_every_draw(data: st.DataObject, graph: Graph, large: bool) -> None:
    """Parts, losses and the greater of both ratios lie within their bounds in every draw."""
    graph = enlarged(graph) if large else graph
    known = data.draw(efforts(graph))
    drawn = assess_draws(graph, known, 20, 0)
    found = bounds(graph, known)
    assert found

    for number, (low, high) in enumerate(found.rises):
        for row in (drawn.parts[number], drawn.lost[number]):
            assert low - 1e-9 <= row.min()
            assert row.max() <= high + 1e-9
    assert (found.ratios is None) == bool(known.mixed)
    for number, (low, high) in enumerate(found.ratios or ()):
        assert drawn.ratio is not None
        assert drawn.ratio_without is not None
        greater = np.maximum(drawn.ratio[number], drawn.ratio_without[number])
        assert not (greater < low).any()
        assert not (greater > high).any()


def test_bounds_allow_for_what_is_lost_in_rounding() -> None:
    """A link too weak for a number between 0 and 1 to feel it may add nothing at all."""
    graph = graph_of([("S", "V", CONTRIBUTES, 0.05), ("T", "V", CONTRIBUTES, 1.7e-224)], ["S", "T"], ["V"])
    one = Effort(1, None, None, True, None)
    found = bounds(graph, Efforts((one, one), None, ()))
    assert found
    assert found.ratios

    assert found.rises[1].low == 0.0
    assert found.ratios[1].low == 0.0


def test_bounds_of_a_chain_are_its_ends() -> None:
    """A strategy on a path by itself adds between the product of the least strengths and that of the greatest."""
    graph = graph_of([("S", "A", CONTRIBUTES, "strong"), ("A", "V", CONTRIBUTES, "weak")])
    found = bounds(graph, Efforts((Effort(1, None, None, True, None),), None, ()))
    assert found

    assert found.rises[0] == pytest.approx((0.6 * 0.1, 0.9 * 0.4))


def test_nothing_is_bounded_around_loops() -> None:
    """Where a loop leads to a vision, there are no bounds; elsewhere it does not matter."""
    loop = [("A", "B", CONTRIBUTES, 0.5), ("B", "A", CONTRIBUTES, 0.5), ("S", "A", CONTRIBUTES, 0.5)]
    known = Efforts((Effort(1, None, None, True, None),), None, ())

    assert bounds(graph_of([*loop, ("B", "V", CONTRIBUTES, 0.5)]), known) is None
    assert bounds(graph_of([*loop, ("S", "V", CONTRIBUTES, 0.5)]), known) is not None


def test_drawing_stops_when_no_verdict_can_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of 1,000 draws of the worked example, some 800 decide."""
    asked: list[tuple[int, int]] = []
    assessments = draws_module.assessments

    def watched(graph: Graph, known: Efforts, draws: tuple[int, int], seed: int, method: str) -> object:
        asked.append(draws)
        return assessments(graph, known, draws, seed, method)

    monkeypatch.setattr(draws_module, "assessments", watched)
    values = case("own_worked_example_school_ready")["effort"].values()
    known = Efforts(tuple(Effort(value, None, None, True, None) for value in values), None, ())

    found = screen(worked_example(), known, Limits(), 1000, 0)

    assert asked == [(0, 800), (800, 900)]
    assert [zone[:2] for zone in zones(found, Limits())] == [
        (False, False),
        (True, False),
        (True, False),
        (False, False),
        (False, False),
        (True, False),
    ]


def test_what_bounds_decide_needs_no_draws() -> None:
    """Of strategies that do the same in parallel, none is weak for sure: numpy is not even loaded."""
    program = (
        "import sys; from leverage.models import graph_of; from toc.leverage.screening import screen;"
        "from toc.leverage.efforts import Effort, Efforts; from toc.leverage.verdicts import Limits;"
        "names = ['A', 'B', 'C'];"
        "graph = graph_of([(name, 'V', 'contributes', 0.3) for name in names], names);"
        "known = Efforts(tuple(Effort(1.0, 0.9, 1.1, True, None) for _ in names), None, ());"
        "found = screen(graph, known, Limits(), 1000, 0);"
        "print([(chance.weak, chance.harmful, chance.negligible) for chance in found], 'numpy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd="tests", env={}
    )

    assert done.stdout.strip() == f"{[(0.0, 0.0, 0.0)] * 3} False"


def test_screening_takes_no_side_where_efforts_are_mixed() -> None:
    """Where efforts cannot be compared, nothing is weak or dominated; harm is found all the same."""
    graph = graph_of([("A", "V", CONTRIBUTES, "strong"), ("B", "V", HINDERS, "strong")], ["A", "B"])
    items = tuple(Effort(1.0, None, None, True, None) for _strategy in graph.strategies)

    found = screen(graph, evolve(Efforts(items, None, ()), mixed=("EUR", None)), Limits(), 100, 0, DEGREE)

    assert [(chance.weak, chance.dominated) for chance in found] == [(None, None)] * 2
    assert [chance.harmful >= 0.8 for chance in found] == [False, True]
