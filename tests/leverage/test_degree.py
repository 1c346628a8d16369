"""Degrees: the formulas by hand, reference cases, laws, and derivatives."""

import random
from collections.abc import Sequence
from itertools import pairwise, product
from math import prod

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st
from leverage.models import DEGREES, INSIDE, case, graph_of, graphs, names_of, values_of, worked_example

from toc.leverage.degree import evaluate, gradient, impact_of
from toc.leverage.graph import CHANGE, CONTRIBUTES, HINDERS, REQUIRES, STRATEGY, Graph, Numbers, modes
from toc.model.components import components

TREES = graphs(tree=True, doubts=False)


# Reference cases --------------------------------------------------------------------------------------------------


def test_the_worked_example_has_the_degrees_computed_by_hand() -> None:
    """Every degree of the worked example is the one derived by hand, to ten places."""
    expected = case("own_worked_example_school_ready")["x_all"]

    assert values_of(worked_example()) == pytest.approx(expected, abs=1e-10)


def test_the_worked_example_by_hand_again() -> None:
    """The steps of the hand calculation lead to the degrees of the worked example."""
    p, c, b = 1 - 0.5 * 0.75 * 0.25, 0.75, 1 - 0.25 * 0.5
    a = (1 - 0.75 * (1 - p)) * (1 - 0.75 * (1 - c)) * 0.75
    vision = 1 - (1 - 0.75 * b) * (1 - 0.75 * 0.75 * a)

    found = values_of(worked_example())

    assert (found["P"], found["C"], found["A"], found["B"]) == pytest.approx((p, c, a, b))
    assert found["V"] == pytest.approx(vision) == pytest.approx(0.765794, abs=1e-6)


def test_the_worked_example_alone_and_without_each() -> None:
    """What each strategy achieves alone and what is lost without it are those of the worked example."""
    read = case("own_worked_example_school_ready")
    graph = worked_example()
    count = len(graph.strategies)

    def impact(chosen: Sequence[float]) -> float:
        nothing = evaluate(graph, modes(graph), [0.0] * count).values
        return impact_of(graph, evaluate(graph, modes(graph), chosen).values, nothing)

    alone = [impact([float(i == j) for j in range(count)]) for i in range(count)]
    without = [impact([1.0] * count) - impact([float(i != j) for j in range(count)]) for i in range(count)]

    assert impact([1.0] * count) == pytest.approx(read["impact_all"], abs=1e-12)
    assert alone == pytest.approx(read["alone"], abs=1e-12)
    assert without == pytest.approx(read["leave_one_out"], abs=1e-12)


def test_noisy_or_is_the_published_table() -> None:
    """Cold, flu and malaria give a fever as in Russell and Norvig's table, in all eight cases."""
    read = case("noisy_or_fever_aima")
    causes = read["order"]
    links = [(cause, "fever", CONTRIBUTES, 1 - read["inhibition"][cause]) for cause in causes]
    graph = graph_of(links, strategies=causes, visions=["fever"])

    for row in read["expected_P_not_fever"]:
        chosen = dict(zip(causes, map(float, row["causes"]), strict=True))
        found = values_of(graph, [chosen[name] for name in sorted(causes)])
        assert 1 - found["fever"] == pytest.approx(row["p"], abs=read["tolerance"])


def test_a_shared_cause_is_counted_twice() -> None:
    """In both diamonds the degree is the published one, which is not the probability."""
    read = case("closed_form_shared_cause")
    joined_by_or = graph_of([(*link[:2], CONTRIBUTES, link[2]) for link in read["diamond_or"]["links"]])
    joined_by_and = graph_of(read["diamond_and"]["links"], leaks={"V": 1})

    for graph, expected in ((joined_by_or, read["diamond_or"]), (joined_by_and, read["diamond_and"])):
        assert values_of(graph)["V"] == pytest.approx(expected["degree"], abs=1e-15)
        assert probability(graph, [1.0]) == pytest.approx(expected["exact"], abs=1e-15)


# The formulas -----------------------------------------------------------------------------------------------------


def test_every_part_of_the_formula() -> None:
    """One node with two causes of each kind, a leak and assumptions has the value that the formula gives by hand."""
    links = [
        ("S", "V", CONTRIBUTES, 0.6),
        ("F", "V", CONTRIBUTES, 0.3),
        ("G", "V", REQUIRES, 0.8),
        ("K", "V", REQUIRES, 0.5),
        ("L", "V", HINDERS, 0.4),
        ("M", "V", HINDERS, 0.9),
    ]
    sources = {"F": 0.5, "G": 0.7, "K": 0.2, "L": 0.6, "M": 0.1, "p": 0.9, "q": 0.8, "r": 0.7}
    doubts = {("S", "V"): ["p", "q"], ("G", "V"): ["q"], ("L", "V"): ["r"], "V": ["r", "p"]}
    graph = graph_of(links, leaks={"V": 0.2}, sources=sources, doubts=doubts)

    required = (1 - 0.8 * (1 - 0.7 * 0.8)) * (1 - 0.5 * (1 - 0.2))
    contributed = 1 - (1 - 0.2) * (1 - 0.6 * 0.9 * 0.8) * (1 - 0.3 * 0.5)
    hindered = (1 - 0.4 * 0.7 * 0.6) * (1 - 0.9 * 0.1)

    assert values_of(graph)["V"] == pytest.approx(required * contributed * hindered * 0.7 * 0.9, abs=1e-15)


def test_impact_is_the_mean_rise_of_the_visions() -> None:
    """Visions weigh the same, what they reach anyway is taken off, and the impact may be below 0."""
    links = [("S", "V", CONTRIBUTES, 0.5), ("S", "W", HINDERS, 0.9)]
    graph = graph_of(links, visions=("V", "W"), leaks={"V": 0.2, "W": 0.7})
    nothing = evaluate(graph, modes(graph), [0.0]).values
    rise = (1 - 0.8 * 0.5) - 0.2
    fall = 0.7 * 0.1 - 0.7

    assert impact_of(graph, evaluate(graph, modes(graph), [1.0]).values, nothing) == pytest.approx((rise + fall) / 2)


def test_without_a_vision_there_is_no_impact() -> None:
    """A network without visions has the impact 0 and no gradient."""
    graph = graph_of([("S", "A", CONTRIBUTES, 0.5)], visions=())
    values = evaluate(graph, modes(graph), [1.0]).values

    assert impact_of(graph, values, values) == 0.0
    assert set(gradient(graph, modes(graph), [1.0], values).strengths) == {0.0}


def test_a_met_prerequisite_costs_nothing() -> None:
    """A requirement that is fully met leaves the value as it is, however weak; an unmet one takes its strength."""
    for strength in (0.0, 0.1, 0.5, 1.0):
        links = [("S", "V", CONTRIBUTES, 0.6), ("T", "V", REQUIRES, strength)]
        graph = graph_of(links, strategies=("S", "T"))

        assert values_of(graph, [1.0, 1.0])["V"] == pytest.approx(0.6)
        assert values_of(graph, [1.0, 0.0])["V"] == pytest.approx(0.6 * (1 - strength))


def test_a_long_chain_is_no_deep_recursion() -> None:
    """A chain of 5,000 changes is evaluated and differentiated."""
    names = ["S", *(f"C{number:04d}" for number in range(5000)), "V"]
    links = [(a, b, CONTRIBUTES, 1.0) for a, b in pairwise(names)]
    graph = graph_of(links)
    values = evaluate(graph, modes(graph), [1.0]).values

    assert set(values) == {1.0}
    assert set(gradient(graph, modes(graph), [1.0], values).strengths) == {1.0}


# Laws -------------------------------------------------------------------------------------------------------------


@given(graphs(loops=True), st.data())
def test_degrees_lie_between_0_and_1(graph: Graph, data: st.DataObject) -> None:
    """No network, with loops or without, has a degree below 0 or above 1, whatever is chosen."""
    chosen = data.draw(choices(graph))

    state = evaluate(graph, modes(graph), chosen)

    assert all(0.0 <= value <= 1.0 for value in state.values)
    assert all(low <= high for bracket in state.brackets for low, high in zip(bracket.low, bracket.high, strict=True))


@given(graphs(verbs=(CONTRIBUTES, REQUIRES)), st.data())
def test_more_of_a_cause_is_never_less_of_an_effect(graph: Graph, data: st.DataObject) -> None:
    """Where nothing hinders, carrying out more, or being surer of a source, lowers no degree."""
    chosen, numbers = data.draw(choices(graph)), modes(graph)
    more = [data.draw(st.floats(value, 1)) for value in chosen]
    surer = Numbers(numbers.strengths, [data.draw(st.floats(value, 1)) for value in numbers.values], numbers.leaks)

    less = evaluate(graph, numbers, chosen).values

    assert at_most(less, evaluate(graph, numbers, more).values)
    assert at_most(less, evaluate(graph, surer, chosen).values)


@given(graphs(), st.data())
def test_stronger_links_act_as_their_verb_says(graph: Graph, data: st.DataObject) -> None:
    """Strengthening a contribution never lowers its target; strengthening the other two never raises it."""
    assume(graph.edges)
    chosen, numbers = data.draw(choices(graph)), modes(graph)
    number = data.draw(st.integers(0, len(graph.edges) - 1))
    edge = graph.edges[number]
    stronger = list(numbers.strengths)
    stronger[number] = data.draw(st.floats(stronger[number], 1))

    before = evaluate(graph, numbers, chosen).values[edge.target]
    after = evaluate(graph, Numbers(stronger, numbers.values, numbers.leaks), chosen).values[edge.target]

    assert after >= before - 1e-12 if edge.verb == CONTRIBUTES else after <= before + 1e-12


@given(graphs(), st.data())
def test_a_new_link_acts_as_its_verb_says(graph: Graph, data: st.DataObject) -> None:
    """With leaks that stand, taking a contribution away never raises its target, another link never lowers it."""
    assume(graph.edges)
    chosen = data.draw(choices(graph))
    edge = data.draw(st.sampled_from(graph.edges))
    without = evolve(graph, edges=tuple(other for other in graph.edges if other is not edge))

    value = evaluate(graph, modes(graph), chosen).values[edge.target]
    then = evaluate(without, modes(without), chosen).values[edge.target]

    assert then <= value + 1e-12 if edge.verb == CONTRIBUTES else then >= value - 1e-12


@given(graphs(), st.data())
def test_a_vision_is_affine_in_each_strength(graph: Graph, data: st.DataObject) -> None:
    """A target at the middle of two strengths of one link is at the middle of its two values."""
    assume(graph.edges)
    number = data.draw(st.integers(0, len(graph.edges) - 1))
    chosen, numbers = data.draw(choices(graph)), modes(graph)

    def at(strength: float) -> float:
        strengths = [strength if edge == number else other for edge, other in enumerate(numbers.strengths)]
        changed = Numbers(strengths, numbers.values, numbers.leaks)
        return evaluate(graph, changed, chosen).values[graph.edges[number].target]

    assert at(0.5) == pytest.approx((at(0.0) + at(1.0)) / 2, abs=1e-12)


@given(graphs(verbs=(CONTRIBUTES, REQUIRES), loops=True), st.data())
def test_doubt_never_raises_a_vision(graph: Graph, data: st.DataObject) -> None:
    """Where nothing hinders, an assumption or a factor that is less likely raises no degree."""
    chosen, numbers = data.draw(choices(graph)), modes(graph)
    doubtful = Numbers(numbers.strengths, [data.draw(st.floats(0, value)) for value in numbers.values], numbers.leaks)

    sure, unsure = evaluate(graph, numbers, chosen), evaluate(graph, doubtful, chosen)

    assume(not sure.brackets and not unsure.brackets)
    assert at_most(unsure.values, sure.values)


@given(graphs(), st.data(), st.integers(0, 2**32))
def test_names_do_not_matter(graph: Graph, data: st.DataObject, seed: int) -> None:
    """Numbering the nodes otherwise leaves the degree of each as it is."""
    chosen = data.draw(choices(graph))
    order = list(range(len(graph.nodes)))
    random.Random(seed).shuffle(order)
    renumbered = renumber(graph, order)
    choice = dict(zip(graph.strategies, chosen, strict=True))

    before = evaluate(graph, modes(graph), chosen).values
    after = evaluate(renumbered, modes(renumbered), [choice[order.index(node)] for node in renumbered.strategies])

    assert [after.values[order[node]] for node in range(len(order))] == pytest.approx(before, abs=1e-12)


@given(graphs(doubts=False, changes=5, most_strategies=3, verbs=(CONTRIBUTES,)), st.data())
def test_contributions_give_at_least_the_probability(graph: Graph, data: st.DataObject) -> None:
    """Where links only contribute, the degree of the vision is at least the exact probability."""
    assume(2 ** uncertain(graph) <= 2**12)
    chosen = [float(data.draw(st.booleans())) for _ in graph.strategies]

    assert evaluate(graph, modes(graph), chosen).values[graph.visions[0]] >= probability(graph, chosen) - 1e-9


@given(graphs(doubts=False, changes=5, most_strategies=3, verbs=(REQUIRES,)), st.data())
def test_requirements_give_at_most_the_probability(graph: Graph, data: st.DataObject) -> None:
    """Where links only require, the degree of the vision is at most the exact probability."""
    assume(2 ** uncertain(graph) <= 2**12)
    chosen = [float(data.draw(st.booleans())) for _ in graph.strategies]

    assert evaluate(graph, modes(graph), chosen).values[graph.visions[0]] <= probability(graph, chosen) + 1e-9


@given(TREES, st.data())
def test_in_a_tree_the_degree_is_the_probability(graph: Graph, data: st.DataObject) -> None:
    """Where each node has one effect at most, the degree of the vision is the exact probability."""
    assume(2 ** uncertain(graph) <= 2**12)
    chosen = [float(data.draw(st.booleans())) for _ in graph.strategies]

    found = evaluate(graph, modes(graph), chosen).values[graph.visions[0]]

    assert found == pytest.approx(probability(graph, chosen), abs=1e-9)


# Derivatives ------------------------------------------------------------------------------------------------------


@given(graphs(loops=True, strengths=INSIDE), st.data())
def test_derivatives_are_finite_differences(graph: Graph, data: st.DataObject) -> None:
    """Every derivative, with loops or without, is what a small change of the number leads to."""
    chosen = [data.draw(st.sampled_from((0.2, 0.5, 0.9))) for _ in graph.strategies]
    numbers = modes(graph)
    # Away from 0 and 1, so that a small step either way is still a degree.
    numbers = numbers._replace(leaks=[min(0.9, leak + 0.05) for leak in numbers.leaks])
    state = evaluate(graph, numbers, chosen)
    assume(not state.brackets)
    found = gradient(graph, numbers, chosen, state.values)

    def slope(where: str, place: int) -> float:
        ends = []
        for step in (1e-5, -1e-5):
            lists = {name: list(getattr(numbers, name)) for name in ("strengths", "values", "leaks")}
            how_far = list(chosen)
            (how_far if where == "chosen" else lists[where])[place] += step
            changed = evaluate(graph, Numbers(**lists), how_far).values
            ends.append(sum(changed[vision] for vision in graph.visions) / len(graph.visions))
        return (ends[0] - ends[1]) / 2e-5

    strengths = [slope("strengths", number) for number in range(len(graph.edges))]
    strategies = [slope("chosen", place) for place in range(len(graph.strategies))]
    sources = [number for number, node in enumerate(graph.nodes) if node.kind not in (CHANGE, STRATEGY)]
    changes = [number for number, node in enumerate(graph.nodes) if node.kind == CHANGE]

    assert strengths == pytest.approx(found.strengths, abs=1e-5, rel=1e-4)
    assert strategies == pytest.approx([found.nodes[node] for node in graph.strategies], abs=1e-5, rel=1e-4)
    for where, places, slopes in (("values", sources, found.nodes), ("leaks", changes, found.leaks)):
        assert [slope(where, node) for node in places] == pytest.approx(
            [slopes[node] for node in places], abs=1e-5, rel=1e-4
        )


def test_derivatives_at_the_ends_of_strengths() -> None:
    """Where factors are 0 the derivative is the product of all others, not a division by zero."""
    links = [("S", "V", REQUIRES, 1.0), ("T", "V", REQUIRES, 1.0), ("U", "V", REQUIRES, 1.0)]
    graph = graph_of(links, strategies=("S", "T", "U"), leaks={"V": 1.0})
    values = evaluate(graph, modes(graph), [0.0, 1.0, 1.0]).values

    found = gradient(graph, modes(graph), [0.0, 1.0, 1.0], values)

    assert [found.nodes[node] for node in graph.strategies] == [1.0, 0.0, 0.0]
    assert found.strengths == (-1.0, 0.0, 0.0)


def test_derivatives_by_assumptions() -> None:
    """An assumption under links of each kind and under a node has the derivative of the formula written out."""
    links = [("S", "V", CONTRIBUTES, 0.6), ("F", "V", REQUIRES, 0.8), ("G", "V", HINDERS, 0.4)]
    doubts = {("S", "V"): ["p", "q"], ("F", "V"): ["p"], ("G", "V"): ["p"], "V": ["p"]}
    sources = {"F": 0.7, "G": 0.5, "p": 0.9, "q": 0.8}
    graph = graph_of(links, sources=sources, doubts=doubts)
    values = evaluate(graph, modes(graph), [1.0]).values
    found = dict(zip(names_of(graph), gradient(graph, modes(graph), [1.0], values).nodes, strict=True))

    def vision(p: float, q: float) -> float:
        return 0.6 * p * q * (1 - 0.8 * (1 - 0.7 * p)) * (1 - 0.4 * 0.5 * p) * p

    assert found["p"] == pytest.approx((vision(0.9 + 1e-6, 0.8) - vision(0.9 - 1e-6, 0.8)) / 2e-6, abs=1e-8)
    assert found["q"] == pytest.approx((vision(0.9, 1.0) - vision(0.9, 0.0)), abs=1e-12)


def test_derivatives_around_a_balancing_loop() -> None:
    """A = a (1 - c b A) in closed form: its derivatives by the strengths inside the loop are those of the formula."""
    a, b, c, d = 0.2, 0.3, 0.4, 0.9
    links = [("A", "B", CONTRIBUTES, b), ("B", "V", CONTRIBUTES, d), ("F", "A", CONTRIBUTES, a)]
    graph = graph_of([*links, ("B", "A", HINDERS, c)], strategies=("F",))
    values = evaluate(graph, modes(graph), [1.0]).values
    found = gradient(graph, modes(graph), [1.0], values)
    slope = {
        (names_of(graph)[edge.source], names_of(graph)[edge.target]): by
        for edge, by in zip(graph.edges, found.strengths, strict=True)
    }
    loop = 1 + a * b * c  # A = a (1 - c b A)

    assert values[names_of(graph).index("A")] == pytest.approx(a / loop)
    assert slope["F", "A"] == pytest.approx(d * b / loop**2)
    assert slope["A", "B"] == pytest.approx(d * a / loop**2)
    assert slope["B", "A"] == pytest.approx(-d * b * a * a * b / loop**2)
    assert slope["B", "V"] == pytest.approx(b * a / loop)


# What the tests compare with --------------------------------------------------------------------------------------


@st.composite
def choices(draw: st.DrawFn, graph: Graph) -> list[float]:
    """Draw how far each strategy of `graph` is carried out."""
    return [draw(DEGREES) for _ in graph.strategies]


def at_most(less: Sequence[float], more: Sequence[float]) -> bool:
    """Whether no value of `less` is above the same of `more`, but for rounding."""
    return all(low <= high + 1e-12 for low, high in zip(less, more, strict=True))


def renumber(graph: Graph, order: Sequence[int]) -> Graph:
    """Return `graph` with node i called `order[i]`."""
    nodes = [graph.nodes[order.index(number)] for number in range(len(order))]
    edges = [
        evolve(edge, source=order[edge.source], target=order[edge.target], doubts=tuple(order[d] for d in edge.doubts))
        for edge in graph.edges
    ]
    return Graph(
        tuple(evolve(node, doubts=tuple(order[doubt] for doubt in node.doubts)) for node in nodes),
        tuple(sorted(edges, key=lambda edge: (edge.target, edge.source, edge.verb))),
        tuple(sorted(order[node] for node in graph.strategies)),
        tuple(sorted(order[node] for node in graph.visions)),
        components(len(order), [(edge.source, edge.target) for edge in edges]),
    )


def uncertain(graph: Graph) -> int:
    """Return how many changes of a network without loops or assumptions are drawn yes or no."""
    return sum(node.kind == CHANGE for node in graph.nodes)


def probability(graph: Graph, chosen: Sequence[float]) -> float:
    """Return the probability of the first vision, by going through every yes and no of all changes (no assumptions)."""
    numbers = modes(graph)
    changes = [node for group in graph.groups for node in group if graph.nodes[node].kind == CHANGE]
    given_values = dict(zip(graph.strategies, chosen, strict=True))
    total = 0.0
    for answers in product((0.0, 1.0), repeat=len(changes)):
        world = {**given_values, **dict(zip(changes, answers, strict=True))}
        if world[graph.visions[0]]:
            total += prod(
                yes if world[node] else 1 - yes for node in changes for yes in [_chance(graph, numbers, world, node)]
            )
    return total


def _chance(graph: Graph, numbers: Numbers, world: dict[int, float], node: int) -> float:
    required, spared = 1.0, 1.0
    missing: float = 1 - numbers.leaks[node]
    for number in graph.incoming[node]:
        edge, strength = graph.edges[number], numbers.strengths[number]
        if edge.verb == REQUIRES:
            required *= 1 - strength * (1 - world[edge.source])
        elif edge.verb == CONTRIBUTES:
            missing *= 1 - strength * world[edge.source]
        else:
            spared *= 1 - strength * world[edge.source]
    return required * (1 - missing) * spared
