"""The loops of a network: which reinforce, which settle, which tip or oscillate, and which wait for each other."""

from collections.abc import Collection, Iterator, Sequence

from attrs import define, field, frozen

from toc.leverage.degree import State, evaluate
from toc.leverage.graph import HINDERS, Graph, Numbers
from toc.leverage.settling import SETTLED, Bracket, is_reinforcing
from toc.model.components import components

REINFORCING, BALANCING = "reinforcing", "balancing"
SHOWN = 50
STEPS = 200_000  # of the search for short loops, so that it ends in any network


@frozen
class Loop:
    """A group of nodes on common loops, with all strategies carried out.

    `polarity` is reinforcing, or balancing where at least one loop has an odd number of hindering links.
    `state` is settled, tipping (all loops reinforce, and two states are possible: `low`, reached from nothing, and
    `high`) or oscillating (no value is reached; each lies between `low` and `high`). `low` and `high` are by node.
    `deadlocks` are the sets of nodes that stay at 0 because each waits for another of them.
    """

    nodes: tuple[int, ...]
    polarity: str
    state: str
    low: tuple[float, ...]
    high: tuple[float, ...]
    deadlocks: tuple[tuple[int, ...], ...]

    @property
    def deadlocked(self) -> bool:
        """Whether some of its nodes wait for each other."""
        return bool(self.deadlocks)


def loops(graph: Graph, numbers: Numbers, state: State | None = None) -> tuple[Loop, ...]:
    """Return the loops, causes before effects; `state` is that with all strategies, where it is known already.

    O(V + E) beside finding the values.
    """
    groups = [group for group in graph.groups if len(group) > 1]
    if not groups:
        return ()
    found = state or evaluate(graph, numbers, [1.0] * len(graph.strategies))
    open_groups = {bracket.group: bracket for bracket in found.brackets}
    fed = _fed(graph)
    return tuple(_loop(graph, numbers, found.values, group, open_groups.get(group), fed) for group in groups)


def shortest_loops(graph: Graph, group: Sequence[int], most: int = SHOWN) -> tuple[tuple[int, ...], ...]:
    """Return the shortest loops in `group`, at most `most`, each as its nodes from the lowest on, in their order.

    Shorter ones first, those of the same length by their nodes. The search takes 200,000 steps at most; in a network
    so large or dense that this ends it, it has found the shorter ones, and at least one through the lowest node.
    """
    search = _Search(graph, group)
    found: list[tuple[int, ...]] = []
    for length in range(2, len(group) + 1):
        for start in group:
            for loop in search.loops(start, length):
                found.append(loop)
                if len(found) == most:
                    return tuple(found)
        if search.steps > STEPS:
            break
    return tuple(found) or (search.shortest(group[0]),)


def _loop(
    graph: Graph,
    numbers: Numbers,
    values: Sequence[float],
    group: tuple[int, ...],
    bracket: Bracket | None,
    fed: Collection[int],
) -> Loop:
    low = bracket.low if bracket else tuple(values[node] for node in group)
    return Loop(
        group,
        REINFORCING if is_reinforcing(graph, group) else BALANCING,
        bracket.state if bracket else SETTLED,
        low,
        bracket.high if bracket else low,
        tuple(_deadlocks(graph, numbers, values, group, fed)),
    )


def _deadlocks(
    graph: Graph, numbers: Numbers, values: Sequence[float], group: Sequence[int], fed: Collection[int]
) -> Iterator[tuple[int, ...]]:
    """Yield the sets of nodes at 0, on common loops, of which none would be at 0 if it had not to wait for the others.

    What a strategy leads to must come in from outside, or it is no wonder that nothing moves.
    """
    still = [node for node in group if values[node] == 0.0]
    place = {node: position for position, node in enumerate(still)}
    pairs = [
        (place[edge.source], place[edge.target])
        for node in still
        for edge in (graph.edges[number] for number in graph.outgoing[node])
        if edge.target in place and edge.verb != HINDERS
    ]
    for members in components(len(still), pairs):
        waiting = tuple(still[position] for position in members)
        if len(waiting) > 1 and _is_fed(graph, values, waiting, fed):
            granted = list(values)
            for node in waiting:
                granted[node] = 1.0
            if all(_could_be(graph, numbers, granted, node, frozenset(waiting)) for node in waiting):
                yield waiting


def _is_fed(graph: Graph, values: Sequence[float], waiting: Sequence[int], fed: Collection[int]) -> bool:
    return any(
        edge.source in fed and edge.source not in waiting and edge.verb != HINDERS and values[edge.source] > 0.0
        for node in waiting
        for edge in (graph.edges[number] for number in graph.incoming[node])
    )


def _could_be(graph: Graph, numbers: Numbers, granted: Sequence[float], node: int, waiting: frozenset[int]) -> bool:
    """Whether `node` would be above 0 if the others in `waiting` were achieved and did not hinder it."""
    causes = graph.causes[node]

    def active(edge: int, source: int) -> bool:
        return numbers.strengths[edge] > 0.0 and all(granted[of] > 0.0 for of in (source, *graph.edges[edge].doubts))

    helped = numbers.leaks[node] > 0.0 or any(active(edge, source) for edge, source in causes.contributes)
    allowed = all(numbers.strengths[edge] < 1.0 or active(edge, source) for edge, source in causes.requires)
    spared = all(
        source in waiting or numbers.strengths[edge] * granted[source] < 1.0 for edge, source in causes.hinders
    )
    return helped and allowed and spared and all(granted[doubt] > 0.0 for doubt in causes.doubts)


def _fed(graph: Graph) -> frozenset[int]:
    """Return the strategies and all that they help to bring about."""
    found = set(graph.strategies)
    pending = list(found)
    while pending:
        for number in graph.outgoing[pending.pop()]:
            edge = graph.edges[number]
            if edge.verb != HINDERS and edge.target not in found:
                found.add(edge.target)
                pending.append(edge.target)
    return frozenset(found)


@define(eq=False)
class _Search:
    """Looks for loops by their length, each from its lowest node on."""

    graph: Graph
    group: Sequence[int]
    steps: int = 0
    following: dict[int, list[int]] = field(init=False)
    back: dict[int, dict[int, int]] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        members = set(self.group)
        targets = {node: [self.graph.edges[number].target for number in self.graph.outgoing[node]] for node in members}
        self.following = {node: sorted({target for target in targets[node] if target in members}) for node in members}

    def loops(self, start: int, length: int) -> Iterator[tuple[int, ...]]:
        """Yield the loops of `length` nodes of which `start` is the lowest."""
        back = self.back.get(start)
        if back is None:
            back = self.back[start] = self.ways_back(start)
        path = [start]
        branches = [iter(self.following[start])]
        while branches and self.steps <= STEPS:
            self.steps += 1
            node = next(branches[-1], None)
            if node is None:
                branches.pop()
                path.pop()
            elif len(path) == length:
                if node == start:
                    yield tuple(path)
            elif node not in path and len(path) + back.get(node, length) <= length:
                path.append(node)
                branches.append(iter(self.following[node]))

    def shortest(self, lowest: int) -> tuple[int, ...]:
        """Return a shortest loop through the lowest node of the group."""
        self.steps = -len(self.graph.edges)
        back = self.ways_back(lowest)
        path = [min(self.following[lowest], key=lambda node: (back[node], node))]
        while path[-1] != lowest:
            path.append(min(self.following[path[-1]], key=lambda node: (back.get(node, len(back)), node)))
        return (lowest, *path[:-1])

    def ways_back(self, start: int) -> dict[int, int]:
        """Return how many links lead from each node to `start`, by nodes higher than it."""
        found = {start: 0}
        edge = [start]
        while edge and self.steps <= STEPS:
            nearer, edge = edge, []
            for node in nearer:
                for number in self.graph.incoming[node]:
                    self.steps += 1
                    source = self.graph.edges[number].source
                    if source > start and source in self.following and source not in found:
                        found[source] = found[node] + 1
                        edge.append(source)
        return found
