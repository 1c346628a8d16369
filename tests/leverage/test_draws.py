"""Draws: numbers from their ranges, and what strategies come to in each of them."""

import math
from collections.abc import Sequence

import numpy as np
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from leverage.models import case, graph_of, graphs, spread, worked_example

from toc.leverage import draws as draws_module
from toc.leverage.draws import assess_draws, draw, off_the_likely_front
from toc.leverage.efforts import Effort, Efforts
from toc.leverage.graph import CONTRIBUTES, REQUIRES, Graph, Numbers, Spread
from toc.leverage.impacts import DEGREE, METHODS, WEAKEST_LINK, WORLDS, Impacts
from toc.leverage.names import edge_names, node_names
from toc.leverage.portfolio import front
from toc.leverage.shapley import aumann_shapley, shapley
from toc.leverage.verdicts import Limits

COUNT = 12


def efforts_of(values: Sequence[float]) -> Efforts:
    """Return efforts without a range or a unit."""
    return Efforts(tuple(Effort(value, None, None, True, None) for value in values), None, ())


def equal_efforts(graph: Graph) -> Efforts:
    """Return an effort of 1 for each strategy."""
    return efforts_of([1.0] * len(graph.strategies))


def of_draw(graph: Graph, number: int, seed: int = 0) -> Numbers:
    """Return the numbers of one draw as plain numbers."""
    numbers = draw(graph, equal_efforts(graph), 1, seed, number).numbers
    return Numbers(*([float(np.broadcast_to(row, 1)[0]) for row in rows] for rows in numbers))


def many_strategies(graph: Graph) -> Graph:
    """Return a network with nine strategies more, each of which leads to the vision."""
    names = [f"T{number}" for number in range(9)]
    old = [
        [str(node.key.id) if node.key else "" for node in (graph.nodes[edge.source], graph.nodes[edge.target])]
        + [edge.verb, edge.strength]
        for edge in graph.edges
    ]
    vision = graph.nodes[graph.visions[0]].key
    assert vision
    new = [[name, vision.id, CONTRIBUTES, 0.1 * number] for number, name in enumerate(names)]
    strategies = [key.id for key in (graph.nodes[node].key for node in graph.strategies) if key]
    return graph_of([*old, *new], [*strategies, *names], [vision.id])


# What is drawn ----------------------------------------------------------------------------------------------------


@given(graphs(), st.integers(0, 3))
def test_draws_stay_in_their_ranges(graph: Graph, seed: int) -> None:
    """Every number drawn lies in its range, and one that has none stays what it is."""
    numbers = draw(graph, equal_efforts(graph), COUNT, seed).numbers
    spreads = [edge.strength for edge in graph.edges], [n.value for n in graph.nodes], [n.leak for n in graph.nodes]

    for rows, ranges in zip(numbers, spreads, strict=True):
        for row, (low, mode, high, _word) in zip(rows, ranges, strict=True):
            assert (float(row) == mode) if low == high else (low <= row.min() and row.max() <= high + 1e-11)


def test_a_draw_does_not_depend_on_the_others() -> None:
    """The numbers and efforts of draw 700 are the same in 1,000 draws and alone."""
    graph = worked_example()
    many, one = draw(graph, equal_efforts(graph), 1000, 5), draw(graph, equal_efforts(graph), 1, 5, 700)

    assert [row[700] for row in many.numbers.strengths] == [row[0] for row in one.numbers.strengths]
    assert many.efforts
    assert one.efforts
    assert [row[700] for row in many.efforts] == [row[0] for row in one.efforts]


def test_draws_go_by_names_not_by_places() -> None:
    """Another link, or another file, leaves the draws of all others as they are."""
    links = [("S", "A", CONTRIBUTES, "strong"), ("A", "V", CONTRIBUTES, "weak")]
    small, large = graph_of(links), graph_of([("B", "A", REQUIRES, "weak"), *links])
    moved = evolve(
        small, nodes=tuple(evolve(node, key=node.key and node.key._replace(file="a/b.toc")) for node in small.nodes)
    )

    def by_name(graph: Graph) -> dict[str, list[float]]:
        rows = draw(graph, equal_efforts(graph), COUNT, 0).numbers.strengths
        return {name: row.tolist() for name, row in zip(edge_names(graph), rows, strict=True)}

    assert by_name(moved) == by_name(small)
    assert by_name(large).items() >= by_name(small).items()


def test_names_are_distinct() -> None:
    """Elements of the same id in two files, and gates, have names of their own."""
    graph = graph_of([("A", "B", CONTRIBUTES, 1.0), ("S", "B", CONTRIBUTES, 1.0), ("B", "V", CONTRIBUTES, 1.0)])
    a, b, s, v = graph.nodes
    assert a.key
    twice = evolve(graph, nodes=(a, evolve(b, key=None), evolve(s, key=a.key._replace(file="other.toc")), v))

    assert node_names(twice) == ("A", "A & A -> V", "A #2", "V")
    assert len(set(edge_names(twice))) == 3


def test_words_share_half_of_their_meaning() -> None:
    """Numbers of one word go together as much as they go their own ways; other words, and ranges, do not."""
    a_range = Spread(*spread("strong")[:3])
    strengths = ["strong", "strong", "weak", a_range, a_range]
    graph = graph_of([(f"S{n}", "V", CONTRIBUTES, strength) for n, strength in enumerate(strengths)], ["S0"])

    rows = draw(graph, equal_efforts(graph), 20_000, 0).numbers.strengths
    found = np.corrcoef(np.array(rows))

    assert found[0, 1] == pytest.approx(0.5, abs=0.02)
    assert np.abs(np.delete(found, 1, axis=1)[0, 1:]).max() < 0.03
    assert abs(found[3, 4]) < 0.03


def test_efforts_vary_about_their_figure_or_in_their_range() -> None:
    """An effort is off by at most e**0.6 either way, half of the time upwards; one with a range stays in it."""
    graph = graph_of([(name, "V", CONTRIBUTES, 0.5) for name in ("A", "B")], ["A", "B"])
    known = Efforts((Effort(10, None, None, True, None), Effort(5, 4, 9, True, None)), None, ())
    efforts = draw(graph, known, 4000, 0).efforts
    assert efforts

    assert float(np.median(efforts[0])) == pytest.approx(10, rel=0.02)
    assert float(np.log(efforts[0]).std()) == pytest.approx(0.264, rel=0.03)
    assert efforts[0].min() >= 10 * math.exp(-0.6)
    assert 4 <= efforts[1].min() < efforts[1].max() <= 9
    assert float(efforts[1].mean()) == pytest.approx((4 + 4 * 5 + 9) / 6, rel=0.01)


# What strategies come to ------------------------------------------------------------------------------------------


@settings(max_examples=30)
@given(graphs(loops=True), st.sampled_from((DEGREE, WEAKEST_LINK)))
def test_each_draw_is_assessed_as_if_it_were_the_model(graph: Graph, method: str) -> None:
    """Parts, losses and ratios of a draw are those of a model with these numbers, computed one by one."""
    efforts = efforts_of([1.0 + number for number in range(len(graph.strategies))])
    found = assess_draws(graph, efforts, COUNT, 0, method)
    drawn = draw(graph, efforts, COUNT, 0).efforts
    assert drawn
    assert found.ratio is not None

    for number in range(COUNT):
        table = list(Impacts(graph, of_draw(graph, number), method).table)
        every = len(table) - 1
        lost = [table[every] - table[every ^ 1 << i] for i in range(len(drawn))]
        assert found.impact[number] == pytest.approx(table[every], abs=1e-9)
        assert found.parts[:, number].tolist() == pytest.approx(shapley(table, len(drawn)), abs=1e-9)
        assert found.lost[:, number].tolist() == pytest.approx(lost, abs=1e-9)
        if table[every] > 1e-6:
            share = sum(row[number] for row in drawn) / drawn[0][number] / table[every]
            assert found.ratio[0, number] == pytest.approx(found.parts[0, number] * share, rel=1e-9)


@pytest.mark.parametrize("name", ["balancing", "strong_balancing", "tipping"])
def test_loops_by_the_weakest_link_settle_as_they_do_one_by_one(name: str) -> None:
    """Where a loop hinders itself, each draw settles at the value that it has by itself."""
    written = next(one for one in case("closed_form_feedback") if one["name"] == name)
    links = [[*link[:3], Spread(0.4, 0.5, 0.6) if link[3] == "g" else link[3]] for link in written["links"]]
    graph = graph_of(links, visions=("A",))

    found = assess_draws(graph, equal_efforts(graph), COUNT, 0, WEAKEST_LINK).impact

    for number in range(COUNT):
        alone = Impacts(graph, of_draw(graph, number), WEAKEST_LINK)([1])[0]
        assert found[number] == pytest.approx(alone, abs=1e-9)


@settings(max_examples=20)
@given(graphs())
def test_more_than_eight_strategies_have_aumann_shapley_parts(graph: Graph) -> None:
    """Of more strategies, parts are the integrals of the derivatives; they add up to the impact."""
    large = many_strategies(graph)
    found = assess_draws(large, equal_efforts(large), 2, 0)

    for number in range(2):
        numbers = of_draw(large, number)
        expected = aumann_shapley(Impacts(large, numbers).gradient_at, 8)
        assert found.parts[:, number].tolist() == pytest.approx(expected, abs=1e-9)
    assert found.parts.sum(axis=0).tolist() == pytest.approx(found.impact.tolist(), abs=1e-6)


@pytest.mark.parametrize("method", METHODS)
def test_parts_add_up_to_the_impact(method: str) -> None:
    """Whatever the method and the number of strategies, nothing of the impact is left over."""
    for graph in (worked_example(), many_strategies(worked_example())):
        found = assess_draws(graph, equal_efforts(graph), COUNT, 0, method)

        assert found.parts.sum(axis=0).tolist() == pytest.approx(found.impact.tolist(), abs=1e-7)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("large", [False, True])
def test_draws_assessed_in_other_blocks_are_the_same(method: str, large: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """To the last bit, it makes no difference how many draws are assessed at a time."""
    graph = many_strategies(worked_example()) if large else worked_example()
    expected = assess_draws(graph, equal_efforts(graph), COUNT, 0, method)

    monkeypatch.setattr(draws_module, "BLOCK", 5)
    found = assess_draws(graph, equal_efforts(graph), COUNT, 0, method)

    for name in ("impact", "parts", "lost", "ratio", "ratio_without", "dominated"):
        np.testing.assert_array_equal(getattr(found, name), getattr(expected, name))


def test_worlds_share_out_what_degrees_share_out_where_nothing_is_shared() -> None:
    """On the worked example, the mean parts in worlds are those of degrees, from a table and from orders."""
    for graph in (worked_example(), many_strategies(worked_example())):
        found = assess_draws(graph, equal_efforts(graph), 300, 0, WORLDS).parts.mean(axis=1)
        expected = assess_draws(graph, equal_efforts(graph), 300, 0).parts.mean(axis=1)

        assert found.tolist() == pytest.approx(expected.tolist(), abs=0.012)


def test_orders_give_the_parts_of_a_game() -> None:
    """Two halves that are needed both share evenly with what replaces one of them, as in the glove game."""
    links = [("L", "V", REQUIRES, 1.0), ("M", "R", CONTRIBUTES, 1.0), ("N", "R", CONTRIBUTES, 1.0)]
    others = [f"T{number}" for number in range(7)]
    graph = graph_of([*links, ("R", "V", REQUIRES, 1.0)], ["L", "M", "N", *others], leaks={"V": 1.0})

    found = assess_draws(graph, equal_efforts(graph), 400, 0, WEAKEST_LINK).parts.mean(axis=1)

    assert found.tolist() == pytest.approx([2 / 3, 1 / 6, 1 / 6, *([0.0] * 7)], abs=0.02)


# Verdicts in draws ------------------------------------------------------------------------------------------------


def test_the_worked_example_has_the_chances_of_its_sheet() -> None:
    """S2, S3 and S6 are weak in nearly every draw, S1 and S5 in none, S4 in hardly any."""
    graph = worked_example()
    efforts = efforts_of(list(case("own_worked_example_school_ready")["effort"].values()))

    chances = assess_draws(graph, efforts, 1000, 0).chances(Limits())

    assert [chance.weak for chance in chances] == pytest.approx([0, 1, 0.997, 0.007, 0, 1], abs=0.01)
    assert [chance.harmful for chance in chances] == [0.0] * 6
    assert [chance.dominated for chance in chances] == [0.0] * 6


def test_efforts_doubled_change_no_ratio() -> None:
    """Ratios compare shares, so the unit of effort does not matter."""
    graph = worked_example()
    once, twice = (assess_draws(graph, efforts_of([3.0 * f, 2.0 * f, 5.0 * f, f, f, f]), COUNT, 0) for f in (1, 2))
    assert once.ratio is not None

    np.testing.assert_allclose(once.ratio, twice.ratio, rtol=1e-12)  # type: ignore[arg-type]


def test_mixed_efforts_have_no_ratios() -> None:
    """Where efforts cannot be compared, nothing is weak or dominated, and harm is still seen."""
    graph = graph_of([("A", "V", CONTRIBUTES, "strong"), ("B", "V", "hinders", "strong")], ["A", "B"])
    efforts = evolve(equal_efforts(graph), mixed=("EUR", None))

    found = assess_draws(graph, efforts, COUNT, 0)

    assert found.ratio is None
    assert [(chance.weak, chance.dominated) for chance in found.chances(Limits())] == [(None, None)] * 2
    assert [chance.harmful for chance in found.chances(Limits())] == [0.0, 1.0]


def test_what_asks_for_nothing_is_never_weak() -> None:
    """Without effort there is no ratio, or an infinite one."""
    graph = graph_of([("A", "V", CONTRIBUTES, "weak"), ("B", "V", CONTRIBUTES, "strong")], ["A", "B", "C"])
    found = assess_draws(graph, efforts_of([0.0, 1.0, 0.0]), COUNT, 0)
    assert found.ratio is not None

    assert found.ratio[0].tolist() == [math.inf] * COUNT
    assert np.isnan(found.ratio[2]).all()
    assert [chance.weak for chance in found.chances(Limits())] == [0.0, 0.0, 0.0]


@settings(max_examples=30)
@given(graphs())
def test_what_is_off_the_front_of_each_draw(graph: Graph) -> None:
    """A strategy is dominated in a draw if the front of that draw, found by itself, has no portfolio with it."""
    efforts = efforts_of([1.0 + number / 7 for number in range(len(graph.strategies))])
    found = assess_draws(graph, efforts, COUNT, 0).dominated
    drawn = draw(graph, efforts, COUNT, 0).efforts
    assert found is not None
    assert drawn

    for number in range(COUNT):
        table = list(Impacts(graph, of_draw(graph, number)).table)
        choices = front(table, [float(row[number]) for row in drawn])
        expected = [not any(choice.bits >> i & 1 for choice in choices) for i in range(len(drawn))]
        assert found[:, number].tolist() == expected


def test_of_many_strategies_those_that_nothing_is_lost_without_are_off_the_front() -> None:
    """Of ten strategies, the one that only does again what another does for less is dominated in every draw."""
    links = [("A", "C", CONTRIBUTES, 1.0), ("B", "C", CONTRIBUTES, 1.0), ("C", "V", CONTRIBUTES, "moderate")]
    others = [(f"T{number}", "V", CONTRIBUTES, 0.1) for number in range(8)]
    graph = graph_of([*links, *others], ["A", "B", *(link[0] for link in others)])
    efforts = efforts_of([1.0, 9.0, *([1.0] * 8)])

    found = assess_draws(graph, efforts, COUNT, 0).dominated

    assert off_the_likely_front(graph, efforts).tolist() == [False, True, *([False] * 8)]
    assert found is not None
    assert found.all(axis=1).tolist() == [False, True, *([False] * 8)]
    assert found.any(axis=1).tolist() == [False, True, *([False] * 8)]


def test_the_same_seed_gives_the_same_numbers() -> None:
    """Two runs agree to the last bit, another seed does not."""
    graph = worked_example()
    first, second, other = (assess_draws(graph, equal_efforts(graph), COUNT, seed).parts for seed in (0, 0, 1))

    assert first.tolist() == second.tolist()
    assert first.tolist() != other.tolist()


def test_no_strategies_come_to_nothing() -> None:
    """A model without strategies has no chances."""
    graph = graph_of([("A", "V", CONTRIBUTES, "weak")], [])

    assert assess_draws(graph, efforts_of([]), COUNT, 0).chances(Limits()) == ()
    assert assess_draws(graph, efforts_of([]), COUNT, 0).impact.tolist() == [0.0] * COUNT
