"""The degrees of many portfolios, or of many draws of the numbers, at once: what `degree.py` does, by columns.

A *row* is what one node, edge or strategy has in all columns: a number where it is the same in all of them, else a
numpy array. Rows are broadcast together, so a row need not be as long as there are columns: `chosen` of shape (8, 1)
and strengths of shape (500,) make 8 x 500 columns, in which what no strategy moves is computed 500 times only.
What happens in one column never depends on the others, to the last bit.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from toc.leverage.graph import Causes, Graph, Numbers
from toc.leverage.settling_many import settle_many

Row = Any
Stages = tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]
Floats = NDArray[np.float64]

# So many columns at a time stay in the processor's cache.
BLOCK = 4096


@frozen(eq=False, slots=False)
class Plan:
    """What of a network is computed: the nodes that lie on the way to a vision, in `stages` (see `Graph.stages`)."""

    graph: Graph
    stages: Stages = field(repr=False)

    @cached_property
    def nodes(self) -> tuple[int, ...]:
        """The nodes in all stages."""
        return tuple(node for plain, group in self.stages for node in (*plain, *group))

    @cached_property
    def moved_by(self) -> tuple[int, ...]:
        """For each node the strategies that it depends on, as bits."""
        found = [0] * len(self.graph.nodes)
        for number, strategy in enumerate(self.graph.strategies):
            found[strategy] = 1 << number
        for plain, group in self.stages:
            for node in plain:
                found[node] = self._of_causes(found, node)
            together = 0
            for node in group:
                together |= self._of_causes(found, node)
            for node in group:
                found[node] = together
        return tuple(found)

    def _of_causes(self, found: Sequence[int], node: int) -> int:
        bits = 0
        for number in self.graph.incoming[node]:
            bits |= found[self.graph.edges[number].source]
        return bits

    @cached_property
    def moved(self) -> Stages:
        """The stages of the nodes that depend on any strategy."""
        return _kept(self.stages, self.moved_by, -1)

    @cached_property
    def after(self) -> tuple[Stages, ...]:
        """The stages of the nodes that depend on each strategy."""
        return tuple(_kept(self.stages, self.moved_by, 1 << number) for number in range(len(self.graph.strategies)))


def plan(graph: Graph, wanted: Sequence[int] | None = None) -> Plan:
    """Return what has to be computed to know the values of the nodes `wanted`, the visions by default. O(V + E)."""
    pending = list(graph.visions if wanted is None else wanted)
    needed = set(pending)
    while pending:
        sources = {graph.edges[number].source for number in graph.incoming[pending.pop()]} - needed
        needed |= sources
        pending.extend(sources)
    return Plan(graph, _kept(graph.stages, [node in needed for node in range(len(graph.nodes))], 1))


def _kept(stages: Stages, marks: Sequence[int], mask: int) -> Stages:
    kept = (
        (tuple(node for node in plain if marks[node] & mask), group if group and marks[group[0]] & mask else ())
        for plain, group in stages
    )
    return tuple(stage for stage in kept if stage[0] or stage[1])


def evaluate_many(graph: Graph, numbers: Numbers, chosen: Any) -> Floats:
    """Return the degrees of all nodes, of shape (nodes, columns).

    `chosen` has the shape (strategies, columns); the rows of `numbers` are numbers or arrays of `columns`.
    O((V + E) columns), loops as in `degree.evaluate`.
    """
    everything = plan(graph, range(len(graph.nodes)))
    rows = np.asarray(chosen, dtype=np.float64)
    found = np.empty((len(graph.nodes), rows.shape[1]))
    for start, stop in blocks(rows.shape[1], BLOCK):
        part = columns(numbers, start, stop)
        for node, row in enumerate(evaluate_rows(everything, part, list(rows[:, start:stop]))):
            found[node, start:stop] = row
    return found


def impacts_many(graph: Graph, numbers: Numbers, portfolios: Sequence[int]) -> Floats:
    """Return the impact of each of `portfolios` (bits: the first strategy the lowest); `numbers` are numbers.

    O(V + E) for each, counting only what lies between a strategy and a vision.
    """
    way = plan(graph)
    every = len(graph.strategies)
    nothing = evaluate_rows(way, numbers, [0.0] * every)
    found = np.empty(len(portfolios))
    for start, stop in blocks(len(portfolios), BLOCK):
        chosen = chosen_rows(portfolios[start:stop], every)
        found[start:stop] = impact_row(graph, evaluate_rows(way, numbers, chosen, nothing), nothing)
    return found


def chosen_rows(portfolios: Sequence[int], strategies: int) -> list[Floats]:
    """Return for each strategy in which of `portfolios` (bits) it is: 1 or 0."""
    # Portfolios of more strategies than a machine's word has bits stay Python's numbers.
    bits = np.array(portfolios, dtype=np.int64 if strategies < 63 else object)
    return [(bits >> number & 1).astype(np.float64) for number in range(strategies)]


def table_of_impacts(graph: Graph, numbers: Numbers) -> Floats:
    """Return the impact of every portfolio, of shape (2**strategies,); see `impacts_many`."""
    return impacts_many(graph, numbers, range(1 << len(graph.strategies)))


def impact_row(graph: Graph, values: Sequence[Row], nothing: Sequence[Row]) -> Row:
    """Return the mean rise of the visions from `nothing` to `values`."""
    total: Row = 0.0
    for vision in graph.visions:
        total = total + (values[vision] - nothing[vision])
    return total / max(1, len(graph.visions))


def blocks(count: int, size: int) -> Iterator[tuple[int, int]]:
    """Yield the starts and stops of blocks of `size` (the last may be smaller)."""
    for start in range(0, count, size):
        yield start, min(start + size, count)


def columns(numbers: Numbers, start: int, stop: int) -> Numbers:
    """Return the columns `start` to `stop` (not included) of `numbers`; what is the same in all stays a number."""
    return Numbers(*([row if np.ndim(row) == 0 else row[start:stop] for row in rows] for rows in numbers))


def evaluate_rows(
    way: Plan, numbers: Numbers, chosen: Sequence[Row], known: Sequence[Row] | None = None, only: Stages | None = None
) -> list[Row]:
    """Return the values of the nodes of `way`, one row for each node of the graph (others keep what they are given).

    `known` are the values of another portfolio under the same numbers: what no strategy moves is taken from there.
    With `only`, which must hold all that differs from `known`, nothing else is computed.
    """
    graph = way.graph
    values: list[Row] = list(numbers.values if known is None else known)
    for strategy, row in zip(graph.strategies, chosen, strict=True):
        values[strategy] = row
    weights = weigh_rows(graph, numbers, values)
    everything = way.stages if known is None else way.moved
    for plain, group in everything if only is None else only:
        for node in plain:
            values[node] = _value(graph.causes[node], node, numbers, weights, values)
        if group:
            settle_many(graph, group, numbers, weights, values)
    return values


def weigh_rows(graph: Graph, numbers: Numbers, values: Sequence[Row]) -> Sequence[Row]:
    """Return the strengths of edges, each times the likelihoods of the assumptions under it."""
    if not graph.doubted:
        return numbers.strengths
    weights = list(numbers.strengths)
    for number in graph.doubted:
        for doubt in graph.edges[number].doubts:
            weights[number] = weights[number] * values[doubt]
    return weights


def _value(causes: Causes, node: int, numbers: Numbers, weights: Sequence[Row], values: Sequence[Row]) -> Row:
    missing: Row = 1.0 - numbers.leaks[node]
    for edge, source in causes.contributes:
        missing = missing * (1.0 - weights[edge] * values[source])
    value: Row = 1.0 - missing
    for edge, source in causes.requires:
        value = value * required(numbers.strengths[edge], weights[edge], values[source])
    for edge, source in causes.hinders:
        value = value * (1.0 - weights[edge] * values[source])
    for doubt in causes.doubts:
        value = value * values[doubt]
    return value


def required(strength: Row, weight: Row, value: Row) -> Row:
    """Return what a prerequisite of `value` leaves: 1 - strength + weight x value."""
    if isinstance(strength, float) and strength == 1.0:
        return value if isinstance(weight, float) and weight == 1.0 else weight * value
    return 1.0 - strength + weight * value
