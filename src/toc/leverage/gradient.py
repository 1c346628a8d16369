"""How the visions answer to every single number: all derivatives at once, from the visions backwards."""

from collections.abc import Sequence
from itertools import accumulate
from math import prod
from operator import mul
from typing import NamedTuple

from attrs import define, field

from toc.leverage.graph import Graph, Numbers
from toc.leverage.linear import solve


class Gradient(NamedTuple):
    """Derivatives of the mean degree of the visions.

    `strengths` by edge; `nodes` by node: by the value of a source, by how far a strategy is carried out, or by
    whatever else would raise a node; `leaks` by node.
    """

    strengths: tuple[float, ...]
    nodes: tuple[float, ...]
    leaks: tuple[float, ...]


def gradient_at(graph: Graph, numbers: Numbers, values: Sequence[float], weights: Sequence[float]) -> Gradient:
    """Return all derivatives at `values`, the degrees to which `numbers` lead, in reverse mode.

    `weights` are strengths times likelihoods by edge. O(V + E), and one system of linear equations for each loop:
    at a fixed point x = F(x), the derivatives g of what follows a loop become (I - J^T)^-1 g, with J those of F in it.
    """
    work = _Backwards(graph, numbers, values, weights)
    for vision in graph.visions:
        work.nodes[vision] += 1.0 / len(graph.visions)
    for plain, group in reversed(graph.stages):
        if group:
            work.loop(group)
        for node in reversed(plain):
            if work.nodes[node]:
                work.hand_on(work.parts(node), work.nodes[node])
    return Gradient(tuple(work.strengths), tuple(work.nodes), tuple(work.leaks))


class _Part(NamedTuple):
    """What a node takes from one edge: its derivatives by the source, by the strength and by the weight."""

    edge: int
    source: int
    by_source: float
    by_strength: float
    by_weight: float


class _Parts(NamedTuple):
    node: int
    edges: list[_Part]
    by_leak: float
    by_doubt: list[float]


@define(eq=False)
class _Backwards:
    graph: Graph
    numbers: Numbers
    values: Sequence[float]
    weights: Sequence[float]
    strengths: list[float] = field(init=False)
    nodes: list[float] = field(init=False)
    leaks: list[float] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.strengths = [0.0] * len(self.graph.edges)
        self.nodes = [0.0] * len(self.graph.nodes)
        self.leaks = [0.0] * len(self.graph.nodes)

    def parts(self, node: int) -> _Parts:
        """Return the derivatives of one node's formula."""
        requires, contributes, hinders, doubts = self.graph.causes[node]
        values, weights, strengths = self.values, self.weights, self.numbers.strengths
        needed = [1.0 - strengths[edge] + weights[edge] * values[source] for edge, source in requires]
        missed = [1.0 - weights[edge] * values[source] for edge, source in contributes]
        spared = [1.0 - weights[edge] * values[source] for edge, source in hinders]
        certain = [values[doubt] for doubt in doubts]
        lack = 1.0 - self.numbers.leaks[node]
        missing = lack * prod(missed)
        required, unhindered, sure = prod(needed), prod(spared), prod(certain)
        edges: list[_Part] = []
        scale = (1.0 - missing) * unhindered * sure
        for (edge, source), others in zip(requires, _others(needed), strict=True):
            edges.append(self.part(edge, source, scale * others, -scale * others))
        scale = required * unhindered * sure * lack
        for (edge, source), others in zip(contributes, _others(missed), strict=True):
            edges.append(self.part(edge, source, scale * others))
        scale = required * (1.0 - missing) * sure
        for (edge, source), others in zip(hinders, _others(spared), strict=True):
            edges.append(self.part(edge, source, -scale * others))
        by_leak = required * unhindered * sure * prod(missed)
        scale = required * (1.0 - missing) * unhindered
        return _Parts(node, edges, by_leak, [scale * others for others in _others(certain)])

    def part(self, edge: int, source: int, rise: float, by_strength: float = 0.0) -> _Part:
        """Return what an edge adds: `rise` is the node's derivative by weight times value."""
        by_weight = rise * self.values[source]
        sure = prod(self.values[doubt] for doubt in self.graph.edges[edge].doubts)
        return _Part(edge, source, rise * self.weights[edge], by_strength + by_weight * sure, by_weight)

    def hand_on(self, parts: _Parts, gradient: float, but: frozenset[int] = frozenset()) -> None:
        """Add what `gradient` at a node means for all that makes its value, the nodes in `but` apart."""
        for part in parts.edges:
            self.strengths[part.edge] += gradient * part.by_strength
            if part.source not in but:
                self.nodes[part.source] += gradient * part.by_source
            doubts = self.graph.edges[part.edge].doubts
            others = _others([self.values[doubt] for doubt in doubts])
            for doubt, other in zip(doubts, others, strict=True):
                self.nodes[doubt] += gradient * part.by_weight * self.numbers.strengths[part.edge] * other
        self.leaks[parts.node] += gradient * parts.by_leak
        for doubt, by_doubt in zip(self.graph.causes[parts.node].doubts, parts.by_doubt, strict=True):
            self.nodes[doubt] += gradient * by_doubt

    def loop(self, group: tuple[int, ...]) -> None:
        """Find the gradients at the nodes of a loop, all of which act on each other, and hand them on."""
        if not any(self.nodes[node] for node in group):
            return
        place = {node: position for position, node in enumerate(group)}
        found = [self.parts(node) for node in group]
        rows: list[dict[int, float]] = [{} for _ in group]
        for parts in found:
            for part in parts.edges:
                if part.source in place and part.by_source:
                    rows[place[part.source]][place[parts.node]] = part.by_source
        gradients = solve(rows, [self.nodes[node] for node in group])
        for parts, gradient in zip(found, gradients, strict=True):
            self.nodes[parts.node] = gradient
            self.hand_on(parts, gradient, frozenset(group))


def _others(factors: Sequence[float]) -> list[float]:
    """Return for each factor the product of all others, also where some are 0."""
    if len(factors) < 2:
        return [1.0] * len(factors)
    before = accumulate(factors[:-1], mul, initial=1.0)
    after = list(accumulate(factors[:0:-1], mul, initial=1.0))
    return [left * right for left, right in zip(before, reversed(after), strict=True)]
