"""The values of loops in many columns at once: what `settling.py` does, each column until it has settled by itself."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from toc.leverage.graph import Graph, Numbers
from toc.leverage.settling import CLOSED, DAMPING, STALLED, SWEEPS, is_positive, is_reinforcing

Floats = NDArray[np.float64]
Row = Any


@frozen
class _Cause:
    """How one member of a group acts on another: the factor of its value x is `constant` + `slope` x."""

    source: int
    contributes: bool
    hinders: bool
    constant: Floats
    slope: Floats


@frozen
class _Member:
    """A node of a group: 1 - `missing` x what contributes, times `rest` and what else there is in the group."""

    missing: Floats
    rest: Floats
    causes: tuple[_Cause, ...]

    def step(self, helping: Floats, hindering: Floats) -> Floats:
        """Return the value from the members' values: what brings it about and what hinders it."""
        missing, rest = self.missing, self.rest
        for cause in self.causes:
            value = (hindering if cause.hinders else helping)[cause.source]
            factor = cause.constant + cause.slope * value
            if cause.contributes:
                missing = missing * factor
            else:
                rest = rest * factor
        return (1.0 - missing) * rest

    def take(self, kept: NDArray[np.intp]) -> "_Member":
        causes = (
            _Cause(cause.source, cause.contributes, cause.hinders, cause.constant[kept], cause.slope[kept])
            for cause in self.causes
        )
        return _Member(self.missing[kept], self.rest[kept], tuple(causes))


def settle_many(
    graph: Graph, group: Sequence[int], numbers: Numbers, weights: Sequence[Row], values: list[Row]
) -> None:
    """Write the values of `group` into `values`, by the rules of `settling.settle`.

    At most 2,000 sweeps of O(edges of the group x columns), of which each column takes only those that it needs.
    """
    shape = _shape(graph, group, numbers, weights, values)
    members = [_member(graph, group, node, numbers, weights, values, shape) for node in group]
    size = (len(group), int(np.prod(shape)))
    if is_positive(graph, group):
        # Nothing in the group is hindered by another of it: its lower values need no upper ones.
        found, _moving = _iterate(members, np.zeros(size), 1.0, STALLED)
    else:
        low, high = _bracket(members, size)
        found = low.copy()
        gap = (high - low).max(axis=0)
        open_columns = np.flatnonzero(gap > CLOSED)
        if open_columns.size:
            middle = (low[:, open_columns] + high[:, open_columns]) / 2
            start = np.zeros_like(middle) if is_reinforcing(graph, group) else middle
            damped, moving = _iterate([member.take(open_columns) for member in members], start, DAMPING, CLOSED)
            found[:, open_columns] = np.where(moving, middle, damped)
    for place, node in enumerate(group):
        values[node] = found[place].reshape(shape)


def _shape(
    graph: Graph, group: Sequence[int], numbers: Numbers, weights: Sequence[Row], values: Sequence[Row]
) -> tuple[int, ...]:
    members = set(group)
    shapes = set()
    for node in group:
        shapes.add(np.shape(numbers.leaks[node]))
        shapes.update(np.shape(values[doubt]) for doubt in graph.nodes[node].doubts)
        for number in graph.incoming[node]:
            source = graph.edges[number].source
            shapes |= {np.shape(numbers.strengths[number]), np.shape(weights[number])}
            shapes |= set() if source in members else {np.shape(values[source])}
    return np.broadcast_shapes(*shapes)


def _member(
    graph: Graph,
    group: Sequence[int],
    node: int,
    numbers: Numbers,
    weights: Sequence[Row],
    values: Sequence[Row],
    shape: tuple[int, ...],
) -> _Member:
    def flat(row: Row) -> Floats:
        return np.broadcast_to(np.asarray(row, dtype=np.float64), shape).reshape(-1)

    places = {member: place for place, member in enumerate(group)}
    requires, contributes, hinders, doubts = graph.causes[node]
    missing, rest = flat(1.0 - numbers.leaks[node]), flat(1.0)
    causes: list[_Cause] = []
    for edge, source in contributes:
        if source in places:
            causes.append(_Cause(places[source], True, False, flat(1.0), flat(-weights[edge])))
        else:
            missing = missing * flat(1.0 - weights[edge] * values[source])
    for edge, source in requires:
        spared = 1.0 - numbers.strengths[edge]
        if source in places:
            causes.append(_Cause(places[source], False, False, flat(spared), flat(weights[edge])))
        else:
            rest = rest * flat(spared + weights[edge] * values[source])
    for edge, source in hinders:
        if source in places:
            causes.append(_Cause(places[source], False, True, flat(1.0), flat(-weights[edge])))
        else:
            rest = rest * flat(1.0 - weights[edge] * values[source])
    for doubt in doubts:
        rest = rest * flat(values[doubt])
    return _Member(missing, rest, tuple(causes))


def _bracket(members: Sequence[_Member], size: tuple[int, int]) -> tuple[Floats, Floats]:
    """Return the lower and upper values, of shape `size`: (members, columns)."""
    low, high = np.zeros(size), np.ones(size)
    active = np.arange(size[1])
    lower, upper = low.copy(), high.copy()
    for _sweep in range(SWEEPS):
        moved, gap = np.zeros(active.size), np.zeros(active.size)
        for place, member in enumerate(members):
            up, down = member.step(lower, upper), member.step(upper, lower)
            np.maximum(moved, np.maximum(np.abs(up - lower[place]), np.abs(down - upper[place])), out=moved)
            np.maximum(gap, down - up, out=gap)
            lower[place], upper[place] = up, down
        going = np.flatnonzero((gap > CLOSED) & (moved > STALLED))
        if going.size < active.size:
            low[:, active], high[:, active] = lower, upper
            members = [member.take(going) for member in members]
            active, lower, upper = active[going], lower[:, going], upper[:, going]
        if not active.size:
            break
    low[:, active], high[:, active] = lower, upper
    return low, high


def _iterate(
    members: Sequence[_Member], start: Floats, part: float, tolerance: float
) -> tuple[Floats, NDArray[np.bool_]]:
    """Move values `part` of the way to where a step leads, until they stay; say also which columns never do."""
    found = start.copy()
    active = np.arange(start.shape[1])
    values = start.copy()
    for _sweep in range(SWEEPS):
        moved = np.zeros(active.size)
        for place, member in enumerate(members):
            change = member.step(values, values) - values[place]
            values[place] += part * change
            np.maximum(moved, np.abs(change), out=moved)
        going = np.flatnonzero(moved > tolerance)
        if going.size < active.size:
            found[:, active] = values
            members = [member.take(going) for member in members]
            active, values = active[going], values[:, going]
        if not active.size:
            break
    found[:, active] = values
    moving = np.zeros(start.shape[1], dtype=np.bool_)
    moving[active] = True
    return found, moving
