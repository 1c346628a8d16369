"""Which card stands left of which, and how many rows a level takes: few crossings, and a picture of a good shape."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from itertools import accumulate, permutations

from toc.scene.chart import Chart

SWEEPS = 12
EXCHANGES = 3
# Above so many lanes, trying each at every place takes longer than it is worth.
MOST_MOVED = 24
# Above so many links, trying one move after the other takes longer than it is worth.
MOST_TRIED = 80
# Above so many links, those that pass several levels count with those of the same levels alone.
MOST_CUT = 1000

_Place = tuple[int, int]
"""A level and a lane."""


def order_lanes(weights: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """Return the lanes in the order that keeps those joined by many links together.

    `weights[a][b]` counts the links between lanes a and b. Among equally good orders, the first stays.
    """
    count = len(weights)
    if count <= 6:
        return min(permutations(range(count)), key=lambda order: (_stretch(order, weights), order))
    order = _threaded(weights)
    best = _stretch(order, weights)
    improved = count <= MOST_MOVED
    while improved:
        improved = False
        for lane in range(count):
            rest = [other for other in order if other != lane]
            tried = [(*rest[:at], lane, *rest[at:]) for at in range(count)]
            cost, moved = min((_stretch(one, weights), one) for one in tried)
            if cost < best:
                order, best, improved = moved, cost, True
    return order


def _threaded(weights: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """The lanes as on a thread: begun with the two most joined, gone on with at whichever end most links lead to."""
    count = len(weights)
    both = [[weights[a][b] + weights[b][a] for b in range(count)] for a in range(count)]
    pairs = [(a, b) for a in range(count) for b in range(a + 1, count)]
    first, second = max(pairs, key=lambda pair: (both[pair[0]][pair[1]], -pair[0], -pair[1]))
    thread = [first, second]
    rest = sorted(set(range(count)) - set(thread))
    while rest:
        steps = [(end, lane) for end in (0, -1) for lane in rest]
        end, lane = max(steps, key=lambda step: (both[thread[step[0]]][step[1]], step[0], -step[1]))
        thread.insert(0 if end == 0 else len(thread), lane)
        rest.remove(lane)
    return tuple(thread)


def _stretch(order: Sequence[int], weights: Sequence[Sequence[int]]) -> int:
    pairs = ((i, j) for i in range(len(order)) for j in range(i))
    return sum((i - j) * (weights[order[i]][order[j]] + weights[order[j]][order[i]]) for i, j in pairs)


def rows(chart: Chart, levels: Sequence[int], shape: float) -> list[list[int]]:
    """Return rows of nodes from the bottom up, each from left to right; visions are in none.

    A level with many cards takes several rows, so that the whole is not much wider than `shape` times its height
    (both counted in cards).
    """
    groups = _groups(chart, levels)
    _arrange(chart, levels, groups)
    _set_apart(chart, groups)
    most = columns(groups, shape)
    found: list[list[int]] = []
    for level in sorted({level for level, _ in groups}):
        lanes = [groups[key] for key in sorted(groups) if key[0] == level]
        depth = max(-(-len(lane) // most) for lane in lanes)
        parts = [[lane[at :: -(-len(lane) // most)] for at in range(-(-len(lane) // most))] for lane in lanes]
        found.extend([node for part in parts if at < len(part) for node in part[at]] for at in range(depth))
    return found


def columns(groups: dict[_Place, list[int]], shape: float) -> int:
    """Return how many cards a row of a lane may hold."""
    widest = max(map(len, groups.values()), default=1)
    for most in range(widest, 3, -1):
        lanes: dict[int, int] = {}
        depths: dict[int, int] = {}
        for (level, lane), nodes in groups.items():
            lanes[lane] = max(lanes.get(lane, 0), min(most, len(nodes)))
            depths[level] = max(depths.get(level, 0), -(-len(nodes) // most))
        if sum(lanes.values()) <= shape * (sum(depths.values()) + 1):
            return most
    return min(widest, 3)


def _groups(chart: Chart, levels: Sequence[int]) -> dict[_Place, list[int]]:
    groups: dict[_Place, list[int]] = {}
    for node, level in enumerate(levels):
        if level >= 0:
            groups.setdefault((level, chart.lanes[node]), []).append(node)
    return groups


def _arrange(chart: Chart, levels: Sequence[int], groups: dict[_Place, list[int]]) -> None:
    """Order the nodes of each group in place: from several beginnings, the best that sweeps and exchanges find."""
    widths: dict[int, int] = {}
    for (_, lane), nodes in groups.items():
        widths[lane] = max(widths.get(lane, 0), len(nodes))
    lefts = dict(zip(sorted(widths), accumulate((widths[lane] for lane in sorted(widths)), initial=0), strict=False))
    spot = [sum(widths.values()) / 2] * chart.count

    def stand(key: _Place) -> None:
        left = lefts[key[1]] + (widths[key[1]] - len(groups[key])) / 2
        for at, node in enumerate(groups[key]):
            spot[node] = left + at

    best: tuple[tuple[int, float], dict[_Place, list[int]]] | None = None
    # The order of the keys is taken where it is not much worse: a small change to a model then moves less.
    for handicap, rank in ((100, range(chart.count)), (115, _walked(chart))):
        for key, nodes in groups.items():
            nodes.sort(key=lambda node: (rank[node], node))
            stand(key)
        for sweep in range(SWEEPS):
            sides = chart.above if sweep % 2 else chart.below
            for key in sorted(groups, reverse=bool(sweep % 2)):
                groups[key].sort(key=lambda node: (_middle(chart, spot, sides[node], spot[node]), node))
                stand(key)
            if sweep % 4 == 3 or sweep == SWEEPS - 1:
                exchange(chart, [groups[key] for key in sorted(groups)], spot)
            cost = (crossings(chart, levels, spot) * handicap, _slant(chart, levels, spot))
            if best is None or cost < best[0]:
                best = (cost, {key: list(nodes) for key, nodes in groups.items()})
    for key, nodes in best[1].items() if best else ():
        groups[key][:] = nodes
        stand(key)
    if len(chart.arcs) <= MOST_TRIED:
        _try_moves(chart, levels, groups, spot)


def _set_apart(chart: Chart, groups: dict[_Place, list[int]]) -> None:
    """Stand what no link joins side by side, in an order and a direction that a small change leaves as they are.

    Without lanes only: there, nothing else says what stands left of what.
    """
    if len({lane for _, lane in groups}) != 1 or not chart.anchors:
        return
    place = {node: at - len(group) / 2 for group in groups.values() for at, node in enumerate(group)}
    rank: dict[int, tuple[float, int, float]] = {}
    for nodes in _joined(chart, place):
        # The least of many numbers seldom changes when one comes or goes.
        least, most = (pick(nodes, key=lambda node: (chart.anchors[node], node)) for pick in (min, max))
        turn = -1 if place[least] > place[most] else 1
        for node in nodes:
            rank[node] = (chart.anchors[least], least, turn * place[node])
    for group in groups.values():
        group.sort(key=lambda node: (rank[node], node))


def _joined(chart: Chart, among: Iterable[int]) -> list[list[int]]:
    """The nodes in sets that links join, visions and free links apart."""
    left, found = dict.fromkeys(among), []
    while left:
        stack = [next(iter(left))]
        del left[stack[0]]
        nodes = []
        while stack:
            node = stack.pop()
            nodes.append(node)
            for other in (*chart.below[node], *chart.above[node]):
                if other in left:
                    del left[other]
                    stack.append(other)
        found.append(nodes)
    return found


def _try_moves(chart: Chart, levels: Sequence[int], groups: dict[_Place, list[int]], spot: list[float]) -> None:
    """Swap neighbours, and turn whole lanes round, as long as anything gets better by that."""
    places = {key: [spot[node] for node in group] for key, group in groups.items()}
    best, better = (crossings(chart, levels, spot), _slant(chart, levels, spot)), True
    lanes = sorted({lane for _, lane in groups})
    while better:
        better = False
        turns = [[key for key in groups if key[1] == lane] for lane in lanes]
        pairs = [(key, at) for key in sorted(groups) for at in range(len(groups[key]) - 1)]
        for keys, at in [*((keys, -1) for keys in turns), *(([key], at) for key, at in pairs)]:
            before = {key: list(groups[key]) for key in keys}
            for key in keys:
                group = groups[key]
                if at < 0:
                    group.reverse()
                else:
                    group[at], group[at + 1] = group[at + 1], group[at]
            _stand_again(groups, places, keys, spot)
            cost = (crossings(chart, levels, spot), _slant(chart, levels, spot))
            if cost < best:
                best, better = cost, True
            else:
                groups.update(before)
                _stand_again(groups, places, keys, spot)


def _stand_again(
    groups: dict[_Place, list[int]], places: dict[_Place, list[float]], keys: Iterable[_Place], spot: list[float]
) -> None:
    for key in keys:
        for node, place in zip(groups[key], places[key], strict=True):
            spot[node] = place


def _walked(chart: Chart) -> list[int]:
    """The rank of each node on a walk down from the visions: what rests on the same thing follows each other."""
    rank = [-1] * chart.count
    count = 0
    tops = sorted(range(chart.count), key=lambda node: (bool(chart.above[node]), node))
    stack = tops[::-1]
    while stack:
        node = stack.pop()
        if rank[node] < 0:
            rank[node] = count
            count += 1
            stack.extend(sorted(chart.below[node], reverse=True))
    return rank


def _middle(chart: Chart, spot: Sequence[float], nodes: Sequence[int], otherwise: float) -> float:
    """The middle of where `nodes` stand; visions stand everywhere."""
    places = [spot[node] for node in nodes if chart.lanes[node] >= 0]
    return sum(places) / len(places) if places else otherwise


def crossings(chart: Chart, levels: Sequence[int], spot: Sequence[float]) -> int:
    """Return how many pairs of arcs cross, were each a straight line from where its nodes stand.

    Long ones are cut at the levels between, as long as they are few enough for that to be quick.
    """
    between: dict[tuple[int, int], list[tuple[float, float]]] = {}
    cut, highest = len(chart.arcs) <= MOST_CUT, max(levels, default=0)
    for arc in chart.arcs:
        if arc.free:
            continue
        for source in arc.sources:
            # A vision stands everywhere, so what leads there leads straight up.
            vision = levels[arc.target] < 0
            bottom, top = levels[source], highest if vision else levels[arc.target]
            at, to = spot[source], spot[source if vision else arc.target]
            if cut:
                step = (to - at) / max(1, top - bottom)
                for level in range(top - bottom):
                    ends = (at + level * step, at + (level + 1) * step)
                    between.setdefault((bottom + level, bottom + level + 1), []).append(ends)
            elif not vision:
                between.setdefault((bottom, top), []).append((at, to))
    return sum(_inversions(end for _, end in sorted(pairs)) for pairs in between.values())


def _slant(chart: Chart, levels: Sequence[int], spot: Sequence[float]) -> float:
    """How far all arcs lead sideways."""
    ends = ((source, arc.target) for arc in chart.arcs if levels[arc.target] >= 0 for source in arc.sources)
    return sum(abs(spot[source] - spot[target]) for source, target in ends)


def _inversions(values: Iterable[float]) -> int:
    seen: list[float] = []
    count = 0
    for value in values:
        count += len(seen) - bisect_left(seen, value + 1e-9)
        insort(seen, value)
    return count


def exchange(chart: Chart, rows: Iterable[list[int]], spot: list[float]) -> None:
    """Swap neighbours in place, with their places `spot`, as long as that removes crossings, but not for ever."""
    ordered = tuple(rows)
    for _ in range(EXCHANGES):
        changed = False
        for nodes in ordered:
            for at in range(len(nodes) - 1):
                left, right = nodes[at], nodes[at + 1]
                if _crossed(chart, spot, left, right) > _crossed(chart, spot, right, left):
                    nodes[at], nodes[at + 1] = right, left
                    spot[left], spot[right] = spot[right], spot[left]
                    changed = True
        if not changed:
            return


def _crossed(chart: Chart, spot: Sequence[float], left: int, right: int) -> int:
    """The crossings between the arcs of two neighbours, were they to stand in this order."""
    count = 0
    for sides in (chart.above, chart.below):
        for one in sides[left]:
            count += sum(spot[other] < spot[one] for other in sides[right])
    return count
