"""How fast the impact rises with each strategy, in many columns at once, by going from the visions backwards."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from toc.leverage.batch import BLOCK, Plan, Row, blocks, columns, evaluate_rows, plan, required, weigh_rows
from toc.leverage.graph import Graph, Numbers
from toc.leverage.settling import CLOSED, DAMPING, SWEEPS

Floats = NDArray[np.float64]


def gradient_many(graph: Graph, numbers: Numbers, chosen: Any) -> Floats:
    """Return dI/dx of each strategy, of shape (strategies, columns); see `batch.evaluate_many`.

    O((V + E) columns); a column in which a loop has no gradient (it is about to tip) holds nan.
    """
    way = plan(graph)
    rows = np.asarray(chosen, dtype=np.float64)
    found = np.empty((len(graph.strategies), rows.shape[1]))
    for start, stop in blocks(rows.shape[1], BLOCK):
        part = columns(numbers, start, stop)
        values = evaluate_rows(way, part, list(rows[:, start:stop]))
        for number, row in enumerate(gradient_rows(way, part, values)):
            found[number, start:stop] = row
    return found


def gradient_rows(way: Plan, numbers: Numbers, values: Sequence[Row]) -> list[Row]:
    """Return dI/dx of each strategy where the nodes have `values`: reverse mode, O(V + E) for each column.

    On a loop, with J the derivatives of its members by one another and g what is asked of them from behind,
    the answer l solves l = g + J^T l, and is found by sweeps.
    """
    graph = way.graph
    weights = weigh_rows(graph, numbers, values)
    asked: list[Row] = [None] * len(graph.nodes)
    for vision in graph.visions:
        asked[vision] = 1.0 / len(graph.visions)

    def ask(source: int, more: Row) -> None:
        asked[source] = more if asked[source] is None else asked[source] + more

    for plain, group in reversed(way.moved):
        if group:
            partials = {node: list(_partials(way, node, numbers, weights, values)) for node in group}
            _ask_of_loop(group, partials, asked)
            for node in group:
                for source, partial in partials[node]:
                    if source not in partials:
                        ask(source, partial * asked[node])
        for node in reversed(plain):
            behind, asked[node] = asked[node], None
            if behind is not None:
                for source, partial in _partials(way, node, numbers, weights, values):
                    ask(source, partial * behind)
    return [0.0 if asked[strategy] is None else asked[strategy] for strategy in graph.strategies]


def _partials(
    way: Plan, node: int, numbers: Numbers, weights: Sequence[Row], values: Sequence[Row]
) -> Iterator[tuple[int, Row]]:
    """Yield the causes of `node` that strategies move, and the derivative of its value by each."""
    requires, contributes, hinders, doubts = way.graph.causes[node]
    unmet = 1.0 - numbers.leaks[node]
    missing = [1.0 - weights[edge] * values[source] for edge, source in contributes]
    without = list(_all_but_one(missing))
    reached: Row = 1.0 - unmet
    if contributes:
        reached = 1.0 - unmet * (without[0] * missing[0])
    factors = [reached]
    factors += [required(numbers.strengths[edge], weights[edge], values[source]) for edge, source in requires]
    factors += [1.0 - weights[edge] * values[source] for edge, source in hinders]
    factors += [values[doubt] for doubt in doubts]
    others = list(_all_but_one(factors))
    for (edge, source), rest in zip(contributes, without, strict=True):
        if way.moved_by[source]:
            yield source, unmet * rest * weights[edge] * others[0]
    for place, (edge, source) in enumerate((*requires, *hinders), 1):
        if way.moved_by[source]:
            yield source, others[place] * (weights[edge] if place <= len(requires) else -weights[edge])


def _all_but_one(factors: Sequence[Row]) -> Iterator[Row]:
    """Yield for each of `factors` the product of all others; no division, as factors may be 0."""
    after: list[Row] = [1.0]
    for factor in reversed(factors[1:]):
        after.append(after[-1] * factor)
    before: Row = 1.0
    for place, factor in enumerate(factors):
        yield before * after[len(factors) - 1 - place]
        before = before * factor


def _ask_of_loop(group: Sequence[int], partials: dict[int, list[tuple[int, Row]]], asked: list[Row]) -> None:
    """Replace what is asked of the members of `group` from behind by what that comes to around the loop."""
    places = {node: place for place, node in enumerate(group)}
    given = [0.0 if asked[node] is None else asked[node] for node in group]
    inner = [
        (places[source], places[node], partial)
        for node in group
        for source, partial in partials[node]
        if source in places
    ]
    shape = np.broadcast_shapes(*(np.shape(row) for row in given), *(np.shape(partial) for _s, _n, partial in inner))

    def flat(row: Row) -> Floats:
        return np.broadcast_to(np.asarray(row, dtype=np.float64), shape).reshape(-1)

    start = np.array([flat(row) for row in given])
    found = np.full_like(start, np.nan)
    active = np.arange(start.shape[1])
    edges = [(source, node, flat(partial)) for source, node, partial in inner]
    for part in (1.0, DAMPING):
        with np.errstate(over="ignore", invalid="ignore"):
            active = _sweep(start, edges, part, found, active)
    for node, row in zip(group, found, strict=True):
        asked[node] = row.reshape(shape)


def _sweep(
    start: Floats, edges: Sequence[tuple[int, int, Floats]], part: float, found: Floats, active: NDArray[np.intp]
) -> NDArray[np.intp]:
    """Write the columns of `active` that settle into `found`; return the others."""
    given = start[:, active]
    edges = [(source, node, partial[active]) for source, node, partial in edges]
    state = given.copy()
    for _number in range(SWEEPS):
        if not active.size:
            break
        following = given.copy()
        for source, node, partial in edges:
            following[source] += partial * state[node]
        moved = np.abs(following - state).max(axis=0)
        size = np.maximum(1.0, np.abs(state).max(axis=0))
        state += part * (following - state)
        settled = moved <= CLOSED * size
        if settled.any():
            found[:, active[settled]] = state[:, settled]
            going = np.flatnonzero(~settled)
            given, state, active = given[:, going], state[:, going], active[going]
            edges = [(source, node, partial[going]) for source, node, partial in edges]
    return active
