"""Independent routes: greatest flows, against a textbook and another implementation."""

import json
from pathlib import Path

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from toc.leverage.routes import independent_routes, maximum_flow

CASES = Path(__file__).parent / "cases"
ARCS = st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda arc: arc[0] != arc[1]), max_size=25)


def test_the_textbook_network_carries_23() -> None:
    """The network of Cormen, Leiserson, Rivest and Stein's chapter on flows has a greatest flow of 23."""
    case = json.loads((CASES / "maxflow_clrs.json").read_text("utf-8"))
    names = sorted({name for start, end, _capacity in case["capacities"] for name in (start, end)})
    capacities = {(names.index(start), names.index(end)): capacity for start, end, capacity in case["capacities"]}

    assert maximum_flow(capacities, names.index("s"), names.index("t")) == case["expected"]


@given(ARCS)
def test_routes_are_those_of_another_implementation(arcs: set[tuple[int, int]]) -> None:
    """How many routes share no arc is what networkx finds."""
    graph = nx.DiGraph(arcs)
    graph.add_nodes_from((0, 7))

    assert independent_routes(sorted(arcs), 0, [7]) == len(
        list(nx.edge_disjoint_paths(graph, 0, 7)) if nx.has_path(graph, 0, 7) else []
    )


@given(ARCS)
def test_several_targets_count_as_one(arcs: set[tuple[int, int]]) -> None:
    """Routes to any of two targets are routes to a node that both lead to."""
    joined = nx.DiGraph(arcs)
    joined.add_nodes_from((0, 5, 6, 7))
    nx.set_edge_attributes(joined, 1, "capacity")
    joined.add_edge(6, "any", capacity=100)
    joined.add_edge(7, "any", capacity=100)

    assert independent_routes(sorted(arcs), 0, [6, 7]) == nx.maximum_flow_value(joined, 0, "any")
