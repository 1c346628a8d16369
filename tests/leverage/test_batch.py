"""Many columns at once: each is what it would be by itself."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from leverage.models import case, graph_of, graphs, worked_example

from toc.leverage import batch
from toc.leverage.batch import evaluate_many, evaluate_rows, impacts_many, plan, table_of_impacts
from toc.leverage.degree import evaluate, impact_of
from toc.leverage.gradient_many import gradient_many
from toc.leverage.graph import CONTRIBUTES, HINDERS, Graph, Numbers, Spread, modes
from toc.leverage.settling import TIPPING
from toc.leverage.stream import Stream

COLUMNS = 5
CASES = {one["name"]: one for one in case("closed_form_feedback")}


def drawn(graph: Graph, count: int = COLUMNS) -> Numbers:
    """Return numbers from within the spreads of `graph`, some rows of them the same in all columns."""

    def row(name: str, spread: Spread) -> Any:
        low, mode, high, _word = spread
        return mode if low == high else low + (high - low) * Stream(1).uniforms(name, 0, count)

    return Numbers(
        [row(f"s{number}", edge.strength) for number, edge in enumerate(graph.edges)],
        [row(f"v{number}", node.value) for number, node in enumerate(graph.nodes)],
        [row(f"l{number}", node.leak) for number, node in enumerate(graph.nodes)],
    )


def column(numbers: Numbers, number: int) -> Numbers:
    """Return the numbers of one column."""
    return Numbers(*([float(np.broadcast_to(row, (COLUMNS,))[number]) for row in rows] for rows in numbers))


def portfolios(graph: Graph) -> Any:
    """Return some portfolios, by strategy and column: whole ones and partial ones."""
    rows = [Stream(2).uniforms(f"c{number}", 0, COLUMNS) for number in range(len(graph.strategies))]
    return np.where(np.array(rows) < 0.3, 0.0, np.where(np.array(rows) < 0.7, 1.0, np.array(rows)))


def settled(graph: Graph, numbers: Numbers, chosen: Any) -> bool:
    """Whether all loops settle in all columns."""
    states = [evaluate(graph, column(numbers, number), chosen[:, number]) for number in range(COLUMNS)]
    return not any(bracket for state in states for bracket in state.brackets)


@given(graphs(loops=True))
def test_each_column_is_one_evaluation(graph: Graph) -> None:
    """Evaluating many columns gives in each of them what evaluating it alone gives, loops included."""
    numbers, chosen = drawn(graph), portfolios(graph)

    found = evaluate_many(graph, numbers, chosen)

    for number in range(COLUMNS):
        expected = evaluate(graph, column(numbers, number), chosen[:, number].tolist())
        assert found[:, number].tolist() == pytest.approx(expected.values, abs=1e-9)


@given(graphs(loops=True))
def test_columns_do_not_know_each_other(graph: Graph) -> None:
    """To the last bit, a column is the same in whatever company it is computed."""
    numbers, chosen = drawn(graph), portfolios(graph)
    whole = evaluate_many(graph, numbers, chosen)
    slopes = gradient_many(graph, numbers, chosen)

    for number in range(COLUMNS):
        alone = batch.columns(numbers, number, number + 1)
        assert evaluate_many(graph, alone, chosen[:, number : number + 1])[:, 0].tolist() == whole[:, number].tolist()
        np.testing.assert_array_equal(
            gradient_many(graph, alone, chosen[:, number : number + 1])[:, 0], slopes[:, number]
        )


@given(graphs(loops=True))
def test_the_table_holds_the_impact_of_every_portfolio(graph: Graph) -> None:
    """Each entry of the table is the impact of the portfolio that its number stands for in bits."""
    numbers = modes(graph)
    every = range(len(graph.strategies))

    def values(bits: int) -> Sequence[float]:
        return evaluate(graph, numbers, [float(bits >> number & 1) for number in every]).values

    expected = [impact_of(graph, values(bits), values(0)) for bits in range(1 << len(every))]

    assert table_of_impacts(graph, numbers).tolist() == pytest.approx(expected, abs=1e-9)
    assert impacts_many(graph, numbers, [len(expected) - 1, 0]).tolist() == pytest.approx([expected[-1], 0.0], abs=1e-9)


@given(graphs(loops=True), st.data())
def test_what_is_known_of_another_portfolio_may_be_used(graph: Graph, data: st.DataObject) -> None:
    """Changing one strategy and computing only what depends on it gives what computing everything gives."""
    numbers, chosen = drawn(graph), list(portfolios(graph))
    way = plan(graph)
    known = evaluate_rows(way, numbers, chosen)
    changed = data.draw(st.integers(0, len(chosen) - 1))
    chosen[changed] = 1.0 - chosen[changed]

    found = evaluate_rows(way, numbers, chosen, known, way.after[changed])
    expected = evaluate_rows(way, numbers, chosen)

    for vision in graph.visions:
        assert np.broadcast_to(found[vision], COLUMNS).tolist() == np.broadcast_to(expected[vision], COLUMNS).tolist()


@given(graphs())
def test_the_gradient_is_the_slope(graph: Graph) -> None:
    """Each strategy's derivative is the slope of the impact, which without loops is a polynomial in it."""
    numbers, chosen = drawn(graph), 0.1 + 0.8 * portfolios(graph)
    step = 1e-4

    found = gradient_many(graph, numbers, chosen)

    for number in range(len(graph.strategies)):
        aside = np.zeros_like(chosen)
        aside[number] = step
        above, below = (evaluate_many(graph, numbers, chosen + sign * aside) for sign in (1, -1))
        slope = sum(above[vision] - below[vision] for vision in graph.visions) / (2 * step * len(graph.visions))
        assert found[number].tolist() == pytest.approx(slope.tolist(), abs=1e-6)


@given(graphs(loops=True, strengths=st.sampled_from((0.1, 0.25, 0.5))))
def test_the_gradient_is_the_slope_on_loops_too(graph: Graph) -> None:
    """Around loops that settle, too, each derivative is the slope of the impact."""
    numbers, chosen = drawn(graph), 0.1 + 0.8 * portfolios(graph)
    assume(settled(graph, numbers, chosen))
    step = 1e-3

    found = gradient_many(graph, numbers, chosen)

    for number in range(len(graph.strategies)):
        aside = np.zeros_like(chosen)
        aside[number] = step
        above, below = (evaluate_many(graph, numbers, chosen + sign * aside) for sign in (1, -1))
        slope = sum(above[vision] - below[vision] for vision in graph.visions) / (2 * step * len(graph.visions))
        assert found[number].tolist() == pytest.approx(slope.tolist(), abs=1e-5)


def test_the_worked_example_in_many_columns() -> None:
    """The table of the worked example ends with its impact, to ten places."""
    graph = worked_example()

    assert table_of_impacts(graph, modes(graph))[-1] == pytest.approx(0.7657935619354248, abs=1e-10)


def test_portfolios_of_more_strategies_than_a_word_has_bits() -> None:
    """Of seventy strategies, the last alone achieves what its link allows."""
    names = [f"S{number:02}" for number in range(70)]
    graph = graph_of([(name, "V", CONTRIBUTES, 0.5) for name in names], names)

    found = impacts_many(graph, modes(graph), [1 << 69, 3, 0])

    assert found.tolist() == [0.5, 0.75, 0.0]


def test_blocks_leave_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    """Computed in blocks of three columns, the table is the same to the last bit."""
    graph = worked_example()
    expected = table_of_impacts(graph, modes(graph)).tolist()

    monkeypatch.setattr(batch, "BLOCK", 3)

    assert table_of_impacts(graph, modes(graph)).tolist() == expected


def test_a_balancing_loop_has_its_closed_form_in_every_column() -> None:
    """A -> B, B -| A settles at .9 / (1 + .9 g²) for every strength g, each column in its own time."""
    written = CASES["balancing"]
    graph = graph_of([[*link[:3], 0.5 if link[3] == "g" else link[3]] for link in written["links"]])
    strength = np.array([0.0, 0.3, 0.5, 0.9, 1.0])
    loop = [number for number, edge in enumerate(graph.edges) if edge.strength.mode == 0.5]
    numbers = modes(graph)
    for number in loop:
        numbers.strengths[number] = strength  # type: ignore[index]

    found = evaluate_many(graph, numbers, np.ones((1, 5)))[graph.number_of[graph.nodes[0].key]]  # type: ignore[index]

    assert found.tolist() == pytest.approx((0.9 / (1 + 0.9 * strength**2)).tolist(), abs=1e-9)


def test_a_loop_that_may_tip_starts_from_nothing() -> None:
    """Three changes that reinforce one another stay at 0 without a push and rise with one, side by side."""
    graph = graph_of(CASES["tipping"]["links"])

    found = evaluate_many(graph, modes(graph), np.array([[0.0, 1.0]]))[graph.visions[0]]

    assert found.tolist() == pytest.approx([0.0, 0.889], abs=5e-5)
    assert [bracket.state for bracket in evaluate(graph, modes(graph), [0.0]).brackets] == [TIPPING]


def test_a_loop_whose_bracket_stays_open_is_damped() -> None:
    """The strong balancing loop x = (1 - x)³, whose bracket never closes, is found by damped iteration."""
    graph = graph_of(CASES["strong_balancing"]["links"], visions=("A",))

    found = evaluate_many(graph, modes(graph), np.ones((1, 2)))[graph.visions[0]]

    assert found.tolist() == pytest.approx([CASES["strong_balancing"]["expected"]["A"]] * 2, abs=1e-9)


def test_a_loop_without_a_gradient_has_none() -> None:
    """Where the derivatives around a loop do not add up to anything, the gradient is no number."""
    links = [("S", "A", CONTRIBUTES, 0.5), ("A", "B", CONTRIBUTES, 1.0), ("B", "A", CONTRIBUTES, 1.0)]
    graph = graph_of([*links, ("S", "V", HINDERS, 0.5), ("B", "V", CONTRIBUTES, 0.5)])

    found = gradient_many(graph, modes(graph), np.array([[0.0, 1.0]]))

    assert np.isnan(found).tolist() == [[True, False]]
