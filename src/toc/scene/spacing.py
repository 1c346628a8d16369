"""Where cards stand along their row: as near to what they are linked with as their neighbours allow."""

from collections.abc import Sequence
from typing import NamedTuple

from toc.scene.chart import Chart

GAP = 24
# Between cards that stand where they stood: they were put on whole px.
KEPT_GAP = GAP - 1
PASSES = 7


class Ground(NamedTuple):
    """The room there is: `left` and `right` of each lane's inside, and what must stay free after each card.

    `gaps` maps a node to the px to its right neighbour in the same lane where that is more than `GAP`.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    gaps: dict[int, int]


def settle(wanted: Sequence[float], apart: Sequence[float], low: float, high: float) -> list[float]:
    """Return places as near as can be to those `wanted`, in this order, within `low` and `high`.

    `apart[i]` is the least distance between place i and place i + 1. Least squares, by pooling neighbours that meet.
    """
    shifts = [0.0]
    for distance in apart:
        shifts.append(shifts[-1] + distance)
    pools: list[tuple[float, int]] = []
    for place, shift in zip(wanted, shifts, strict=False):
        total, count = place - shift, 1
        while pools and pools[-1][0] / pools[-1][1] >= total / count:
            before = pools.pop()
            total, count = total + before[0], count + before[1]
        pools.append((total, count))
    top = max(low, high - shifts[len(wanted) - 1]) if wanted else low
    level = [min(max(total / count, low), top) for total, count in pools for _ in range(count)]
    return [place + shift for place, shift in zip(level, shifts, strict=False)]


def breadth(chart: Chart, nodes: Sequence[int], gaps: dict[int, int]) -> int:
    """Return the least breadth of `nodes` side by side, in px."""
    between = sum(max(GAP, gaps.get(node, 0)) for node in nodes[:-1])
    return sum(chart.breadths[node] for node in nodes) + between


def spread(chart: Chart, rows: Sequence[Sequence[int]], ground: Ground) -> list[float]:
    """Return the middle of each node along its row."""
    groups = [_by_lane(chart, row) for row in rows]
    middles = [0.0] * chart.count
    for row in groups:
        for nodes in row:
            lane = chart.lanes[nodes[0]]
            _settle_group(chart, nodes, [(ground.left[lane] + ground.right[lane]) / 2] * len(nodes), ground, middles)
    for number in range(PASSES):
        upwards = number % 2 == 0
        for row in groups if upwards else reversed(groups):
            for nodes in row:
                wanted = [_wanted(chart, node, middles, upwards, number == PASSES - 1) for node in nodes]
                _settle_group(chart, nodes, wanted, ground, middles)
    return middles


def keep(
    chart: Chart, rows: Sequence[Sequence[int]], ground: Ground, middles: Sequence[float], least: int = GAP
) -> list[float]:
    """Return `middles` moved no more than `ground` asks for, and gaps of at least `least` px."""
    found = list(middles)
    for row in rows:
        for nodes in _by_lane(chart, row):
            _settle_group(chart, nodes, [middles[node] for node in nodes], ground, found, least)
    return found


def _by_lane(chart: Chart, row: Sequence[int]) -> list[list[int]]:
    lanes: dict[int, list[int]] = {}
    for node in row:
        lanes.setdefault(chart.lanes[node], []).append(node)
    return list(lanes.values())


def _wanted(chart: Chart, node: int, middles: Sequence[float], upwards: bool, last: bool) -> float:
    """In the middle of its neighbours: those of its own lane, where it has some."""
    first, second = (chart.below, chart.above) if upwards else (chart.above, chart.below)
    near = [*first[node], *second[node]] if last else first[node] or second[node]
    near = [other for other in near if chart.lanes[other] >= 0]
    own = [other for other in near if chart.lanes[other] == chart.lanes[node]]
    places = [middles[other] for other in own or near]
    if not places:
        return middles[node]
    if last and middles[node] in places:
        return middles[node]
    places.sort()
    return (places[(len(places) - 1) // 2] + places[len(places) // 2]) / 2


def _settle_group(
    chart: Chart,
    nodes: Sequence[int],
    wanted: Sequence[float],
    ground: Ground,
    middles: list[float],
    least: int = GAP,
) -> None:
    lane = chart.lanes[nodes[0]]
    sizes = [chart.breadths[node] for node in nodes]
    gaps = [max(least, ground.gaps.get(node, 0)) for node in nodes]
    apart = [(sizes[at] + sizes[at + 1]) / 2 + gaps[at] for at in range(len(nodes) - 1)]
    low = ground.left[lane] + sizes[0] / 2
    high = ground.right[lane] - sizes[-1] / 2
    for node, place in zip(nodes, settle(wanted, apart, low, high), strict=True):
        middles[node] = place
