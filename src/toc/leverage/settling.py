"""The value of loops: closed in between what is certainly too little and what is certainly too much, never endless.

Start with 0 and 1 for every node of a loop. In each sweep the lower value of a node is computed from the lower values
of what brings it about and the upper values of what hinders it, and its upper value the other way round. The lower
values rise and the upper ones fall, so they converge, and every fixed point lies between them. Where they meet, there
is one fixed point, whatever it is started from.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from toc.leverage.graph import HINDERS, Graph

SETTLED, TIPPING, OSCILLATING = "settled", "tipping", "oscillating"

SWEEPS = 1000
CLOSED = 1e-12  # lower and upper values nearer than this are one
STALLED = 1e-15  # a sweep that moves nothing by more will not get further
WIDE = 0.01  # upper values can take for ever to fall by the last bit; a gap up to this much is none to speak of
DAMPING = 0.5

Step = Callable[[int, Sequence[float], Sequence[float]], float]
"""The value of a node from what brings it about (read in the first values) and what hinders it (in the second)."""


class Bracket(NamedTuple):
    """A group of nodes on common loops whose lower and upper values do not meet.

    `low` and `high` are by node of `group`. `state` is settled (a single value was reached all the same), tipping
    (two states are possible) or oscillating (no value is reached). `sweeps` is how many were made.
    """

    group: tuple[int, ...]
    state: str
    low: tuple[float, ...]
    high: tuple[float, ...]
    sweeps: int


def settle(graph: Graph, group: tuple[int, ...], step: Step, values: list[float]) -> tuple[int, Bracket | None]:
    """Write the values of `group` into `values`; return the number of sweeps, and the bracket if it stays open.

    Lower and upper values that meet are the value. Otherwise, in a group in which all loops reinforce, the value is
    the one that is reached from nothing; in others, damped iteration from the middle is tried, and the middle is the
    value where that does not converge. At most 2,000 sweeps of O(edges of the group).
    """
    low, high = list(values), list(values)
    for node in group:
        low[node], high[node] = 0.0, 1.0
    sweeps = _close(group, step, low, high)
    gap = max(high[node] - low[node] for node in group)
    if gap <= CLOSED or is_positive(graph, group):
        for node in group:
            values[node] = low[node]
        if gap <= CLOSED:
            return sweeps, None
        more, converged = 0, True
    else:
        more, converged = _damp_from(graph, group, step, values, (low, high))
    state = TIPPING if is_reinforcing(graph, group) else SETTLED if converged else OSCILLATING
    ends = (tuple(low[node] for node in group), tuple(high[node] for node in group))
    return sweeps + more, Bracket(group, SETTLED if gap <= WIDE else state, *ends, sweeps + more)


def is_positive(graph: Graph, group: Sequence[int]) -> bool:
    """Return whether nothing in `group` hinders another of it."""
    return all(sign > 0 for around in signs(graph, group).values() for _other, sign in around)


def is_reinforcing(graph: Graph, group: Sequence[int]) -> bool:
    """Return whether every loop in `group` reinforces: has an even number of hindering links. O(V + E).

    It does if the nodes fall into two camps, with hindering links between them and others inside them
    (Harary 1953, On the notion of balance of a signed graph, Michigan Mathematical Journal 2(2)).
    """
    around = signs(graph, group)
    camp = {group[0]: 1}
    pending = [group[0]]
    while pending:
        node = pending.pop()
        for other, sign in around[node]:
            if other not in camp:
                camp[other] = sign * camp[node]
                pending.append(other)
            elif camp[other] != sign * camp[node]:
                return False
    return True


def signs(graph: Graph, group: Sequence[int]) -> Mapping[int, Sequence[tuple[int, int]]]:
    """Return for each node of `group` what it acts on in it: 1 where it brings that about, -1 where it hinders it."""
    members = set(group)
    return {
        node: [
            (edge.target, -1 if edge.verb == HINDERS else 1)
            for edge in (graph.edges[number] for number in graph.outgoing[node])
            if edge.target in members
        ]
        for node in group
    }


def _close(group: Sequence[int], step: Step, low: list[float], high: list[float]) -> int:
    for sweep in range(1, SWEEPS + 1):
        moved = gap = 0.0
        for node in group:
            lower, upper = step(node, low, high), step(node, high, low)
            moved = max(moved, abs(lower - low[node]), abs(upper - high[node]))
            gap = max(gap, upper - lower)
            low[node], high[node] = lower, upper
        if gap <= CLOSED or moved <= STALLED:
            return sweep
    return SWEEPS


def _damp_from(
    graph: Graph, group: Sequence[int], step: Step, values: list[float], ends: tuple[Sequence[float], Sequence[float]]
) -> tuple[int, bool]:
    low, high = ends
    middle = {node: (low[node] + high[node]) / 2 for node in group}
    from_nothing = is_reinforcing(graph, group)
    for node in group:
        values[node] = 0.0 if from_nothing else middle[node]
    sweeps, converged = _damp(group, step, values)
    if not converged:
        for node in group:
            values[node] = middle[node]
    return sweeps, converged


def _damp(group: Sequence[int], step: Step, values: list[float]) -> tuple[int, bool]:
    """Move `values` part of the way to where a step leads, until it stays; return the sweeps and whether it did."""
    for sweep in range(1, SWEEPS + 1):
        moved = 0.0
        for node in group:
            change = step(node, values, values) - values[node]
            values[node] += DAMPING * change
            moved = max(moved, abs(change))
        if moved <= CLOSED:
            return sweep, True
    return SWEEPS, False
