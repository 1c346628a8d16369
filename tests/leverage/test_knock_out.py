"""What is lost where an element stays at 0: bottlenecks, and dominators as the special case."""

import networkx as nx
import pytest
from attrs import evolve
from hypothesis import given
from leverage.models import INSIDE, graph_of, graphs, names_of, worked_example

from toc.leverage import knock_out
from toc.leverage.graph import CHANGE, CONTRIBUTES, Graph, fixed, modes
from toc.leverage.knock_out import knock_outs

CONTRIBUTING = graphs(verbs=(CONTRIBUTES,), doubts=False, strengths=INSIDE)
# The flowgraph of Lengauer and Tarjan 1979, figure 1, without the link back to its root, and what dominates each node
# immediately, figure 2.
FLOWGRAPH = "RA RB RC AD BA BD BE CF CG DL EH FI GI GJ HE HK IK JI KI LH"
IMMEDIATE = dict(zip("ABCDEFGHIJKL", "RRRRRCCRRGRD", strict=True))


def lost(graph: Graph) -> dict[str, float]:
    """Return what part of the impact is lost with each element, by name."""
    found = knock_outs(graph, modes(graph), range(len(graph.nodes)))
    return {names_of(graph)[node]: part for node, part in found.items()}


def dominators(graph: Graph) -> set[int]:
    """Return through which nodes every path from a strategy to the vision leads, by networkx, the vision included."""
    flow = nx.DiGraph([(edge.source, edge.target) for edge in graph.edges])
    flow.add_edges_from((-1, strategy) for strategy in graph.strategies)
    above = nx.immediate_dominators(flow, -1)
    found, node = set(), graph.visions[0]
    while node != -1:
        found.add(node)
        node = above[node]
    return found


def without_leaks(graph: Graph) -> Graph:
    """Return the network in which nothing happens by itself."""
    return evolve(graph, nodes=tuple(evolve(node, leak=fixed(0)) for node in graph.nodes))


def test_the_worked_example_has_its_bottlenecks() -> None:
    """What is lost with each element of the worked example is what was worked out, to three digits."""
    expected = {
        "B": 0.584,
        "S1": 0.250,
        "A": 0.143,
        "D": 0.143,
        "S4": 0.143,
        "C": 0.099,
        "S3": 0.099,
        "P": 0.105,
        "V": 1,
    }

    found = lost(worked_example())

    assert {name: found[name] for name in expected} == pytest.approx(expected, abs=0.0005)


@pytest.mark.parametrize("vision", sorted(IMMEDIATE))
def test_the_flowgraph_of_lengauer_and_tarjan_has_its_dominators(vision: str) -> None:
    """Everything is lost with the dominators of each node of the flowgraph, and with no other node."""
    graph = graph_of([(*link, CONTRIBUTES, 0.5) for link in FLOWGRAPH.split()], strategies=("R",), visions=(vision,))
    expected, node = {vision}, vision
    while node != "R":
        node = IMMEDIATE[node]
        expected.add(node)

    assert {name for name, part in lost(graph).items() if part > 1 - 1e-9} == expected


@given(CONTRIBUTING)
def test_everything_is_lost_with_dominators_alone(drawn: Graph) -> None:
    """Where only `contributes` joins and strengths are below 1, nothing is left without a dominator, else something."""
    graph = without_leaks(drawn)
    found = knock_outs(graph, modes(graph), range(len(graph.nodes)))

    assert found == {} or {node for node, part in found.items() if part > 1 - 1e-9} == dominators(graph)


@given(graphs(loops=True))
def test_many_at_once_are_as_one_by_one(graph: Graph) -> None:
    """What is lost is the same whether elements are silenced one by one or in columns."""
    nodes = range(len(graph.nodes))
    one_by_one = knock_outs(graph, modes(graph), nodes)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(knock_out, "LIGHT", 0)
        at_once = knock_outs(graph, modes(graph), nodes)

    assert at_once == pytest.approx(one_by_one, abs=1e-9)


def test_a_requirement_is_a_bottleneck_that_paths_do_not_show() -> None:
    """All is lost without what the vision requires, though other paths lead there."""
    graph = graph_of([("S", "A", "contributes", 0.5), ("S", "V", "contributes", 0.5), ("A", "V", "requires", 1.0)])

    assert lost(graph)["A"] == pytest.approx(1)
    assert [node.kind for node in graph.nodes if node.key and node.key.id == "A"] == [CHANGE]
