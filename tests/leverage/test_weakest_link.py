"""The weakest link: least and greatest instead of products."""

import pytest
from hypothesis import given
from leverage.models import case, graph_of, graphs, names_of

from toc.leverage.degree import evaluate as degrees
from toc.leverage.graph import CONTRIBUTES, HINDERS, REQUIRES, Graph, modes
from toc.leverage.settling import OSCILLATING
from toc.leverage.weakest_link import evaluate

GRL = case("grl_formulas")["cases"]


def weakest(graph: Graph, *chosen: float) -> dict[str, float]:
    """Return the values by name."""
    return dict(zip(names_of(graph), evaluate(graph, modes(graph), chosen).values, strict=True))


@pytest.mark.parametrize(("operation", "verb", "leak"), [("and", REQUIRES, 1.0), ("or", CONTRIBUTES, 0.0)])
def test_and_is_the_least_and_or_the_greatest(operation: str, verb: str, leak: float) -> None:
    """Requirements and contributions of full strength are GRL's AND and OR."""
    cases = [one for one in GRL if one["op"] == operation]
    for one in cases:
        sources = {f"F{place}": value / 100 for place, value in enumerate(one["values"])}
        graph = graph_of([(name, "V", verb, 1.0) for name in sources], (), leaks={"V": leak}, sources=sources)
        assert weakest(graph)["V"] == one["expected"] / 100
    assert cases


def test_contributions_count_by_the_greatest_and_never_above_grl() -> None:
    """GRL adds what contributes and cuts off at 100; the weakest link takes the greatest, which is never more."""
    cases = [one for one in GRL if one["op"] == "contribution" and min(one["weights"]) > 0]
    for one in cases:
        pairs = list(zip(one["values"], one["weights"], strict=True))
        sources = {f"F{place}": value / 100 for place, (value, _weight) in enumerate(pairs)}
        links = [(f"F{place}", "V", CONTRIBUTES, weight / 100) for place, (_value, weight) in enumerate(pairs)]
        found = weakest(graph_of(links, (), sources=sources))["V"]
        assert found == max(value * weight for value, weight in pairs) / 10_000
        assert found <= one["expected"] / 100
        assert one["expected"] == min(100, sum(value * weight for value, weight in pairs) / 100)
    assert cases


def test_a_shared_cause_is_counted_once() -> None:
    """In the diamond of two requirements on one cause the value is the probability, .5, and not the degree, .25."""
    read = case("closed_form_shared_cause")["diamond_and"]
    graph = graph_of(read["links"], leaks={"V": 1.0})

    assert weakest(graph, 1.0)["V"] == read["exact"]


def test_every_part_of_the_formula() -> None:
    """One node with two causes of each kind, a leak and assumptions has the value that the formula gives by hand."""
    links = [
        ("S", "V", CONTRIBUTES, 0.6),
        ("F", "V", CONTRIBUTES, 0.9),
        ("G", "V", REQUIRES, 0.8),
        ("K", "V", REQUIRES, 0.5),
        ("L", "V", HINDERS, 0.4),
        ("M", "V", HINDERS, 0.9),
    ]
    sources = {"F": 0.9, "G": 0.7, "K": 0.2, "L": 0.6, "M": 0.1, "p": 0.9, "q": 0.8, "r": 0.75}
    doubts = {("F", "V"): ["p", "q"], ("G", "V"): ["q"], ("L", "V"): ["r"], "V": ["r", "p"]}
    graph = graph_of(links, leaks={"V": 0.2}, sources=sources, doubts=doubts)

    least_required = min(1 - 0.8 * (1 - 0.7), 1 - 0.5 * (1 - 0.2))
    greatest_contribution = max(0.2, 0.6, 0.9 * 0.8)
    hindrance = max(0.4 * 0.6, 0.9 * 0.1)

    assert weakest(graph, 1.0)["V"] == pytest.approx(min(least_required, greatest_contribution, 0.75) * (1 - hindrance))


def test_a_leak_is_what_is_reached_without_contributions() -> None:
    """Where nothing contributes enough, the leak counts; an assumption under the node can hold it down."""
    graph = graph_of([("S", "V", CONTRIBUTES, 0.1)], leaks={"V": 0.4}, sources={"p": 0.3}, doubts={"V": ["p"]})

    assert weakest(graph, 0.0)["V"] == weakest(graph, 1.0)["V"] == 0.3


@given(graphs(loops=True))
def test_values_lie_between_0_and_1(graph: Graph) -> None:
    """No network, with loops or without, has a value below 0 or above 1."""
    values = evaluate(graph, modes(graph), [1.0] * len(graph.strategies)).values

    assert all(0.0 <= value <= 1.0 for value in values)


@given(graphs(verbs=(REQUIRES,), doubts=False))
def test_requirements_alone_give_at_least_the_degree(graph: Graph) -> None:
    """Where links only require, the least is never below the product."""
    everything = [1.0] * len(graph.strategies)
    least, product = (by(graph, modes(graph), everything).values for by in (evaluate, degrees))

    assert all(one >= other - 1e-12 for one, other in zip(least, product, strict=True))


@given(graphs(verbs=(CONTRIBUTES,)))
def test_contributions_alone_give_at_most_the_degree(graph: Graph) -> None:
    """Where links only contribute and nothing is under them, the greatest is never above the noisy OR."""
    everything = [1.0] * len(graph.strategies)
    certain = modes(graph)._replace(values=[1.0] * len(graph.nodes))
    greatest, noisy = (by(graph, certain, everything).values for by in (evaluate, degrees))

    assert all(one <= other + 1e-12 for one, other in zip(greatest, noisy, strict=True))


def test_loops_settle_by_the_least_and_the_greatest() -> None:
    """A reinforcing loop adds nothing to what starts it; a balancing one reaches its value by damping."""
    links = [("S", "A", CONTRIBUTES, 0.5), ("A", "B", CONTRIBUTES, 0.8), ("B", "A", CONTRIBUTES, 0.5)]
    reinforcing = graph_of(links, visions=("B",))
    settled = evaluate(reinforcing, modes(reinforcing), [1.0])
    balancing = [("S", "A", CONTRIBUTES, 1.0), ("A", "B", CONTRIBUTES, 1.0), ("B", "A", HINDERS, 1.0)]
    graph = graph_of(balancing, visions=("A",))
    found = evaluate(graph, modes(graph), [1.0])

    assert settled.values[:2] == pytest.approx((0.5, 0.4))
    assert not settled.brackets
    assert found.values[0] == pytest.approx(0.5)
    assert all(bracket.state != OSCILLATING for bracket in found.brackets)
