"""What leads where in a network: what is reached, what lies between, and the strongest path to a vision."""

from collections.abc import Mapping
from heapq import heappop, heappush
from math import prod
from typing import NamedTuple

from toc.leverage.figures import Route
from toc.leverage.graph import HINDERS, Graph, Numbers


def reached(graph: Graph, start: int) -> frozenset[int]:
    """Return the nodes that `start` leads to, and itself. O(V + E)."""
    found = {start}
    pending = [start]
    while pending:
        for number in graph.outgoing[pending.pop()]:
            node = graph.edges[number].target
            if node not in found:
                found.add(node)
                pending.append(node)
    return frozenset(found)


def leading_to_visions(graph: Graph) -> frozenset[int]:
    """Return the nodes that lead to a vision, and the visions. O(V + E)."""
    found = set(graph.visions)
    pending = list(found)
    while pending:
        for number in graph.incoming[pending.pop()]:
            node = graph.edges[number].source
            if node not in found:
                found.add(node)
                pending.append(node)
    return frozenset(found)


def between(graph: Graph, start: frozenset[int], end: frozenset[int]) -> list[int]:
    """Return the edges on the ways from a node (`start`: what it leads to) to others (`end`: what leads to them)."""
    inside = start & end
    outgoing = (number for node in sorted(inside) for number in graph.outgoing[node])
    return [number for number in outgoing if graph.edges[number].target in inside]


class Way(NamedTuple):
    """The best way on from a node: the product of strengths up to a vision, and the edge taken (None: it is one)."""

    product: float
    edge: int | None


def strongest_ways(graph: Graph, numbers: Numbers) -> Mapping[int, Way]:
    """Return for each node that has a path to a vision its way on along the path of the greatest product of strengths.

    A strength counts times the likelihoods of the assumptions under its link; what hinders is no path. Of equal
    products the path of fewer links is taken. (Dijkstra 1959, A note on two problems in connexion with graphs.)
    O(E log V).
    """
    ways: dict[int, Way] = {}
    heap: list[tuple[float, int, int, int]] = [(-1.0, 0, vision, -1) for vision in sorted(graph.visions)]
    while heap:
        negative, steps, node, taken = heappop(heap)
        if node in ways:
            continue
        ways[node] = Way(-negative, None if taken < 0 else taken)
        for number in graph.incoming[node]:
            edge = graph.edges[number]
            if edge.verb != HINDERS and edge.source not in ways:
                product = negative * strength_of(graph, numbers, number)
                heappush(heap, (product, steps + 1, edge.source, number))
    return ways


def along(graph: Graph, ways: Mapping[int, Way], start: int) -> tuple[int, ...]:
    """Return the edges of the strongest path from `start` to a vision."""
    found = []
    node = start
    while (edge := ways[node].edge) is not None:
        found.append(edge)
        node = graph.edges[edge].target
    return tuple(found)


def route(graph: Graph, numbers: Numbers, ways: Mapping[int, Way], start: int) -> Route:
    """Return the strongest path from `start` to a vision, as elements and links; gates are passed over."""
    edges = [graph.edges[number] for number in along(graph, ways, start)]
    nodes = [start, *(edge.target for edge in edges)]
    strengths = [strength_of(graph, numbers, number) for number in along(graph, ways, start)]
    linked = [(edge, strength) for edge, strength in zip(edges, strengths, strict=True) if edge.link]
    return Route(
        tuple(key for node in nodes if (key := graph.nodes[node].key)),
        tuple(edge.link for edge, _strength in linked if edge.link),
        tuple(strength for _edge, strength in linked),
        ways[start].product,
        all(edge.stated for edge in edges),
    )


def strength_of(graph: Graph, numbers: Numbers, number: int) -> float:
    """Return the strength of an edge times the likelihoods of the assumptions under it."""
    found: float = numbers.strengths[number] * prod(numbers.values[doubt] for doubt in graph.edges[number].doubts)
    return found
