"""How many independent routes lead from one node to others, by links alone."""

from collections import deque
from collections.abc import Mapping, Sequence

Node = int
Capacities = Mapping[tuple[Node, Node], float]


def maximum_flow(capacities: Capacities, source: Node, target: Node) -> float:
    """Return the greatest flow from `source` to `target`: the least capacity that cuts them apart.

    Shortest augmenting paths; O(V E^2), with capacities of 1 and few routes O(routes E).
    (Edmonds and Karp 1972, Theoretical improvements in algorithmic efficiency for network flow problems, JACM 19.)
    """
    left: dict[Node, dict[Node, float]] = {source: {}, target: {}}
    for (start, end), capacity in sorted(capacities.items()):
        left.setdefault(start, {})
        left.setdefault(end, {})
        left[start][end] = left[start].get(end, 0) + capacity
        left[end].setdefault(start, 0)
    flow = 0.0
    while path := _shortest_path(left, source, target):
        least = min(left[start][end] for start, end in path)
        for start, end in path:
            left[start][end] -= least
            left[end][start] += least
        flow += least
    return flow


def _shortest_path(left: Mapping[Node, Mapping[Node, float]], source: Node, target: Node) -> list[tuple[Node, Node]]:
    reached_from = {source: source}
    pending = deque([source])
    while pending and target not in reached_from:
        start = pending.popleft()
        for end, capacity in left[start].items():
            if capacity > 0 and end not in reached_from:
                reached_from[end] = start
                pending.append(end)
    path = []
    end = target
    while target in reached_from and end != source:
        path.append((reached_from[end], end))
        end = reached_from[end]
    return path


def independent_routes(arcs: Sequence[tuple[Node, Node]], source: Node, targets: Sequence[Node]) -> int:
    """Return how many routes from `source` to any of `targets` share no arc.

    Every arc carries one route; several arcs between the same nodes count as one. What is required counts like what
    contributes, so this says how many ways there are, not how much gets through.
    """
    sink = -1
    capacities: dict[tuple[Node, Node], float] = dict.fromkeys(arcs, 1)
    capacities.update({(target, sink): len(capacities) for target in targets})
    return int(maximum_flow(capacities, source, sink)) if source not in targets else 0
