"""What is lost where one node stays at 0: bottlenecks, whatever joins there."""

from collections.abc import Iterable, Sequence
from typing import Any

from attrs import frozen

from toc.leverage.degree import evaluate, impact_of
from toc.leverage.graph import CONTRIBUTES, STRATEGY, Graph, Numbers

# So many nodes are evaluated in plain Python (a quarter of a second); for more numpy is worth its import.
LIGHT = 400_000
# So many nodes are silenced at a time.
COLUMNS = 256


def knock_outs(graph: Graph, numbers: Numbers, nodes: Iterable[int]) -> dict[int, float]:
    """Return for each of `nodes` the part of the impact that is lost where it stays at 0: 1 - I(N, x = 0) / I(N).

    1 is a single point of failure, above 1 the visions fall below what they reach without any strategy.
    Where only `contributes` joins and strengths are below 1, it is 1 for the nodes through which every path leads
    (Lengauer and Tarjan 1979, A fast algorithm for finding dominators in a flowgraph), and for them alone.
    By degrees. Empty where the impact is not above 0. O(nodes (V + E)).
    """
    everything, none = ([how_far] * len(graph.strategies) for how_far in (1.0, 0.0))
    nothing = evaluate(graph, numbers, none).values
    whole = impact_of(graph, evaluate(graph, numbers, everything).values, nothing)
    wanted = sorted(nodes)
    if whole <= 0:
        return {}
    if len(wanted) * len(graph.nodes) > LIGHT:
        left = _many(graph, numbers, nothing, wanted)
    else:
        left = [_without(graph, numbers, nothing, node) for node in wanted]
    return {node: 1 - impact / whole for node, impact in zip(wanted, left, strict=True)}


def _without(graph: Graph, numbers: Numbers, nothing: Sequence[float], node: int) -> float:
    strengths, values, leaks = list(numbers.strengths), list(numbers.values), list(numbers.leaks)
    chosen = [float(strategy != node) for strategy in graph.strategies]
    values[node] = leaks[node] = 0.0
    for number in _contributing(graph, node):
        strengths[number] = 0.0
    found = evaluate(graph, Numbers(strengths, values, leaks), chosen).values
    return impact_of(graph, found, nothing)


def _contributing(graph: Graph, node: int) -> list[int]:
    """Return the edges that must carry nothing, beside the leak, for `node` to be 0."""
    return [number for number in graph.incoming[node] if graph.edges[number].verb == CONTRIBUTES]


def _many(graph: Graph, numbers: Numbers, nothing: Sequence[float], wanted: Sequence[int]) -> list[float]:
    import numpy as np

    from toc.leverage.batch import evaluate_many

    visions = list(graph.visions)
    before = np.array([nothing[vision] for vision in visions])[:, None]
    left: list[float] = []
    for start in range(0, len(wanted), COLUMNS):
        block = wanted[start : start + COLUMNS]
        strengths, values, leaks = (_Rows(list(rows), len(block)) for rows in numbers)
        chosen = _Rows([1.0] * len(graph.strategies), len(block))
        for column, node in enumerate(block):
            values.silence(node, column)
            leaks.silence(node, column)
            for number in _contributing(graph, node):
                strengths.silence(number, column)
            if graph.nodes[node].kind == STRATEGY:
                chosen.silence(graph.strategies.index(node), column)
        rows = np.array([np.broadcast_to(row, len(block)) for row in chosen.rows])
        found = evaluate_many(graph, Numbers(strengths.rows, values.rows, leaks.rows), rows)[visions]
        left.extend((found - before).mean(axis=0).tolist())
    return left


@frozen
class _Rows:
    """Numbers, of which some are 0 in some columns: these alone become arrays."""

    rows: list[Any]
    columns: int

    def silence(self, number: int, column: int) -> None:
        import numpy as np

        if isinstance(self.rows[number], float | int):
            self.rows[number] = np.full(self.columns, float(self.rows[number]))
        self.rows[number][column] = 0.0
