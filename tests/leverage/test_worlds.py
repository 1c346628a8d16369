"""Worlds: shares of worlds tend to probabilities, computed here by adding up all cases, or by another program."""

import math
from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from leverage.models import case, graph_of, graphs, names_of, worked_example

from toc.leverage.batch import impacts_many
from toc.leverage.degree import evaluate
from toc.leverage.graph import CONTRIBUTES, HINDERS, REQUIRES, SOURCE, Graph, modes
from toc.leverage.shapley import shapley
from toc.leverage.world_rows import count_bits
from toc.leverage.worlds import impacts_in_worlds, parts_in_worlds, worlds

COUNT = 20_480
# So many standard errors off, a share is no accident any more.
ERRORS = 5.0


def exact(graph: Graph, chosen: Sequence[float]) -> list[float]:
    """Return the probability of each node: the sum over all cases, nodes one after the other by their formula.

    Written without the worlds: what a node does, given its causes, is its degree where they are 0 or 1.
    """
    # Assumptions lead nowhere by an edge, and are needed first all the same.
    order = sorted((group[0] for group in graph.groups), key=lambda node: graph.nodes[node].kind != SOURCE)
    found = [0.0] * len(graph.nodes)
    for values, probability in _cases(graph, chosen, order, {}, 1.0):
        for node, value in values.items():
            found[node] += probability * value
    return found


def _cases(
    graph: Graph, chosen: Sequence[float], order: Sequence[int], known: dict[int, int], probability: float
) -> Iterator[tuple[dict[int, int], float]]:
    if not order:
        yield known, probability
        return
    chance = _chance(graph, chosen, order[0], known)
    for value, part in ((1, chance), (0, 1 - chance)):
        if part > 0:
            yield from _cases(graph, chosen, order[1:], {**known, order[0]: value}, probability * part)


def _chance(graph: Graph, chosen: Sequence[float], node: int, known: dict[int, int]) -> float:
    if node in graph.strategies:
        return chosen[graph.strategies.index(node)]
    if graph.nodes[node].kind == SOURCE:
        return graph.nodes[node].value.mode
    missing, value = 1 - graph.nodes[node].leak.mode, 1.0
    for number in graph.incoming[node]:
        edge = graph.edges[number]
        sure = math.prod(known[doubt] for doubt in edge.doubts) * known[edge.source]
        match edge.verb:
            case "contributes":
                missing *= 1 - edge.strength.mode * sure
            case "requires":
                value *= 1 - edge.strength.mode * (1 - sure)
            case _:
                value *= 1 - edge.strength.mode * sure
    return (1 - missing) * value * math.prod(known[doubt] for doubt in graph.nodes[node].doubts)


def errors(found: Sequence[float], expected: Sequence[float], count: int = COUNT) -> float:
    """Return by how many standard errors shares are off at most; probabilities are rounded to 16 binary digits."""
    return max(
        max(0.0, abs(share - chance) - 1e-3) / math.sqrt(max(chance * (1 - chance), 1e-3) / count)
        for share, chance in zip(found, expected, strict=True)
    )


@settings(max_examples=40)
@given(graphs(changes=6, most_strategies=3))
def test_worlds_tend_to_the_sum_over_all_cases(graph: Graph) -> None:
    """Shares of worlds are the probabilities found by adding up all cases, but for chance."""
    chosen = [1.0, 0.0, 0.4][: len(graph.strategies)]

    found = worlds(graph, modes(graph), chosen, COUNT, 0)

    assert errors(found.tolist(), exact(graph, chosen)) < ERRORS


@settings(max_examples=30)
@given(graphs(tree=True, doubts=False))
def test_on_trees_worlds_tend_to_degrees(graph: Graph) -> None:
    """Where no two causes share a cause, degrees are probabilities."""
    chosen = [1.0] * len(graph.strategies)

    found = worlds(graph, modes(graph), chosen, COUNT, 1)

    assert errors(found.tolist(), evaluate(graph, modes(graph), chosen).values) < ERRORS


@pytest.mark.parametrize("name", ["diamond_or", "diamond_and"])
def test_shared_causes_are_counted_once(name: str) -> None:
    """On both diamonds worlds tend to the exact value, which degrees miss."""
    written = case("closed_form_shared_cause")[name]
    links = [link if len(link) == 4 else [*link[:2], CONTRIBUTES, link[2]] for link in written["links"]]
    graph = graph_of(links, leaks={"V": 1.0} if name == "diamond_and" else {})

    found = worlds(graph, modes(graph), [1.0], 102_400, 0)[graph.visions[0]]

    assert float(found) == pytest.approx(written["exact"], abs=0.006)


def test_an_assumption_is_drawn_once_for_all_that_rests_on_it() -> None:
    """Two links that rest on one assumption work together or not at all."""
    links = [("S", "A", CONTRIBUTES, 1.0), ("S", "B", CONTRIBUTES, 1.0), ("A", "V", REQUIRES, 1.0)]
    graph = graph_of(
        [*links, ("B", "V", REQUIRES, 1.0)],
        leaks={"V": 1.0},
        sources={"F": 0.5},
        doubts={("S", "A"): ["F"], ("S", "B"): ["F"]},
    )

    found = worlds(graph, modes(graph), [1.0], COUNT, 0)

    assert found[graph.visions[0]] == found[names_of(graph).index("A")] == found[names_of(graph).index("F")]
    assert float(found[graph.visions[0]]) == pytest.approx(0.5, abs=0.02)
    assert evaluate(graph, modes(graph), [1.0]).values[graph.visions[0]] == 0.25


def test_worlds_are_the_same_for_the_same_seed_and_others_for_another() -> None:
    """A seed fixes the worlds; portfolios asked for singly or in a table meet the same ones."""
    graph = worked_example()
    table = impacts_in_worlds(graph, modes(graph), range(64), 10_000, 3)

    assert impacts_in_worlds(graph, modes(graph), [63, 5], 10_000, 3).tolist() == table[[63, 5]].tolist()
    assert impacts_in_worlds(graph, modes(graph), [63], 10_000, 4).tolist() != table[[63]].tolist()
    assert table[0] == 0.0


def test_impacts_in_worlds_tend_to_those_of_degrees_where_nothing_is_shared() -> None:
    """In the worked example, hardly a cause is shared, and the table of worlds is near that of degrees."""
    graph = worked_example()

    found = impacts_in_worlds(graph, modes(graph), range(64), 102_400, 0)

    assert np.abs(found - impacts_many(graph, modes(graph), range(64))).max() < 0.01


@settings(max_examples=20)
@given(graphs(loops=True, most_strategies=3))
def test_parts_in_worlds_are_those_of_the_table(graph: Graph) -> None:
    """Parts are the Shapley values of the table of the same worlds, and add up to the impact."""
    table = impacts_in_worlds(graph, modes(graph), range(1 << len(graph.strategies)), 2048, 0)

    found = parts_in_worlds(graph, modes(graph), 2048, 0)

    assert found.tolist() == pytest.approx(shapley(table.tolist(), len(graph.strategies)), abs=1e-12)
    assert float(found.sum()) == pytest.approx(table[-1], abs=1e-12)


def test_a_world_whose_loop_feeds_itself_starts_from_nothing() -> None:
    """Changes that only require each other are never achieved; with a push they rise as far as links work."""
    loop = [("A", "B", CONTRIBUTES, 0.5), ("B", "A", CONTRIBUTES, 0.5), ("B", "V", CONTRIBUTES, 1.0)]
    graph = graph_of([*loop, ("S", "A", CONTRIBUTES, 0.8)])

    assert worlds(graph, modes(graph), [0.0], COUNT, 0).tolist() == [0.0, 0.0, 0.0, 0.0]
    assert float(worlds(graph, modes(graph), [1.0], COUNT, 0)[graph.visions[0]]) == pytest.approx(0.4, abs=0.02)


def test_what_hinders_itself_is_not_certain() -> None:
    """Where A brings B about and B hinders A, A is achieved in the worlds in which B does not follow or not hinder."""
    loop = [("A", "B", CONTRIBUTES, 0.5), ("B", "A", HINDERS, 0.5), ("S", "A", CONTRIBUTES, 1.0)]
    graph = graph_of(loop, visions=("A",))

    found = worlds(graph, modes(graph), [1.0], COUNT, 0)[graph.visions[0]]

    assert float(found) == pytest.approx(0.75, abs=0.02)


def test_ones_are_counted() -> None:
    """The number of ones in a word is that of its binary digits."""
    words = np.array([0, 1, 2**64 - 1, 0x0123456789ABCDEF, 1 << 63], dtype=np.uint64)

    assert count_bits(words).tolist() == [int(word).bit_count() for word in words]


@pytest.mark.filterwarnings("ignore")
def test_worlds_tend_to_what_another_program_infers() -> None:
    """In the worked example with every strategy as likely as not, pgmpy's exact inference finds the same."""
    from pgmpy.factors.discrete import TabularCPD
    from pgmpy.inference import VariableElimination
    from pgmpy.models import DiscreteBayesianNetwork

    graph = worked_example()
    chosen = [0.5] * len(graph.strategies)
    names = [node.key.id for node in graph.nodes if node.key]
    network = DiscreteBayesianNetwork([(names[edge.source], names[edge.target]) for edge in graph.edges])
    for node, name in enumerate(names):
        causes = [graph.edges[number].source for number in graph.incoming[node]]
        chances = [
            _chance(graph, chosen, node, dict(zip(causes, values, strict=True)))
            for values in product((0, 1), repeat=len(causes))
        ]
        table = [[1 - chance for chance in chances], chances]
        network.add_cpds(TabularCPD(name, 2, table, [names[cause] for cause in causes], [2] * len(causes)))
    inferred = VariableElimination(network).query(["V"], show_progress=False).values[1]

    found = worlds(graph, modes(graph), chosen, 102_400, 0)[graph.visions[0]]

    assert exact(graph, chosen)[graph.visions[0]] == pytest.approx(inferred, abs=1e-12)
    assert float(found) == pytest.approx(inferred, abs=0.008)
