"""Cards where they stood before: what is remembered stays, what is new takes free room near its neighbours."""

from bisect import insort
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import frozen

from toc.scene.chart import Chart
from toc.scene.levels import under_ceiling, upwards
from toc.scene.memory import Reach, Spot
from toc.scene.spacing import GAP, Ground, breadth

# A row further away costs as much as so many px along the row; what must be pushed aside costs more.
ROW_AWAY = 120
PUSH = 4
FAR_UP = 10**6
LANE_GONE = 300


@frozen
class Known:
    """What is remembered of a chart's nodes and lanes, by number."""

    spots: Mapping[int, Spot]
    lanes: Mapping[int, Reach]


@frozen
class Recalled:
    """Rows from the bottom up with the left edge of each node, and the v that each row had (None for a new one).

    The visions' is the last of `heights`. `lanes` are where each lane was, None for a new one.
    """

    rows: tuple[tuple[int, ...], ...]
    lefts: Mapping[int, int]
    heights: tuple[int | None, ...]
    lanes: tuple[Reach | None, ...]


def usable(chart: Chart, known: Known) -> bool:
    """Whether enough is remembered: the lanes in their order, and at least half of the cards in them."""
    placed = [node for node, lane in enumerate(chart.lanes) if lane >= 0]
    ends = [known.lanes[lane] for lane in sorted(known.lanes)]
    in_order = all(one.right <= two.left for one, two in pairwise(ends))
    return in_order and bool(placed) and 2 * len(_still_fit(chart, known)) >= len(placed)


def recall(chart: Chart, level_of: Sequence[int], known: Known) -> Recalled:
    """Return the rows of `chart`, whose arcs close no circle, with what is remembered left where it stood."""
    spots = _still_fit(chart, known)
    heights = sorted({spot.v for spot in spots.values()})
    row_of = {node: heights.index(spot.v) for node, spot in spots.items()}
    row_at = _rows(chart, level_of, row_of)
    lefts: dict[int, int] = {}
    rows = _Rows(chart, known, len(heights))
    for node, spot in spots.items():
        if row_of[node] == row_at[node][0]:
            rows.put(node, row_of[node], spot.u)
            lefts[node] = spot.u
    for node in upwards(chart):
        if node not in lefts:
            row, left = rows.best(node, row_at, lefts)
            rows.put(node, row, left)
            lefts[node] = left
            row_at[node] = (row, row)
    found = [
        (tuple(node for _, _, node in row), heights[number] if number < len(heights) else None)
        for number, row in enumerate(rows.held)
        if row
    ]
    visions = [spot.v for node, spot in known.spots.items() if chart.kinds[node] == "vision"]
    return Recalled(
        tuple(row for row, _ in found),
        lefts,
        (*(height for _, height in found), visions[0] if visions else None),
        tuple(known.lanes.get(lane) for lane in range(len(chart.titles))),
    )


def kept_ground(
    chart: Chart,
    rows: Sequence[Sequence[int]],
    gaps: dict[int, int],
    lanes: Sequence[Reach | None],
    apart: int,
    lacks: Mapping[int, int],
) -> Ground:
    """Return lanes where they were, each as broad as it was or as its cards need, at least `apart` px apart.

    `lacks` are px to be added after some of them. What is pushed goes to the right.
    """
    need = list(chart.titles)
    for row in rows:
        members: dict[int, list[int]] = {}
        for node in row:
            members.setdefault(chart.lanes[node], []).append(node)
        for lane, nodes in members.items():
            need[lane] = max(need[lane], breadth(chart, nodes, gaps))
    left: list[int] = []
    right: list[int] = []
    before: Reach | None = None
    for lane, reach in enumerate(lanes):
        size = max(need[lane], reach.right - reach.left if reach else 0)
        gap = reach.left - before.right if reach and before else apart
        # Where a lane is gone, the next takes its place.
        room = (gap if apart <= gap <= apart + LANE_GONE else apart) + lacks.get(lane - 1, 0)
        left.append(right[-1] + room if right else chart.padding)
        right.append(left[-1] + size)
        before = reach
    if right:
        right[-1] = max(right[-1], chart.least - chart.padding)
    return Ground(tuple(left), tuple(right), gaps)


def _still_fit(chart: Chart, known: Known) -> dict[int, Spot]:
    """What is remembered and still stands in its lane, on no other card."""
    found: dict[int, Spot] = {}
    rows: dict[int, list[tuple[int, int]]] = {}
    for node, spot in sorted(known.spots.items()):
        reach = known.lanes.get(chart.lanes[node])
        if reach is None or not reach.left <= spot.u < reach.right:
            continue
        size = chart.breadths[node]
        row = rows.setdefault(spot.v, [])
        # A card may have grown a little over its neighbour's edge: they make room for each other later.
        if all(spot.u + size // 2 < left or right < spot.u + size // 2 for left, right in row):
            insort(row, (spot.u, spot.u + size))
            found[node] = spot
    return found


def _rows(chart: Chart, level_of: Sequence[int], row_of: Mapping[int, int]) -> dict[int, tuple[int, int]]:
    """The least and the greatest row that each node may stand in: one and the same where it can stay.

    Whatever rests on something stands above that; what lies beyond the ceiling stands above all that is beneath it.
    """
    usual = _usual(level_of, row_of)
    beneath = under_ceiling(chart)
    beyond = {node for node, sphere in enumerate(chart.spheres) if sphere == "interest"} - beneath
    order = upwards(chart)
    found = _climb(chart, order, row_of, usual, set(), 0)
    if beneath and beyond:
        for node in order:
            if node in beyond:
                beyond.update(chart.above[node])
        # New cards beneath the ceiling stand as low as may be.
        floor = max(found[node][0] for node in beneath) + 1
        found = _climb(chart, order, row_of, usual, beyond, floor)
        for node in beneath:
            found[node] = (found[node][0], min(found[node][1], floor - 1))
    for node, (low, high) in found.items():
        targets = [found[target][0] for target in chart.above[node] if target in found]
        found[node] = (low, min([high, *(target - 1 for target in targets)]))
    return found


def _climb(
    chart: Chart,
    order: Sequence[int],
    row_of: Mapping[int, int],
    usual: Mapping[int, tuple[int, int]],
    beyond: set[int],
    floor: int,
) -> dict[int, tuple[int, int]]:
    found: dict[int, tuple[int, int]] = {}
    for node in order:
        least = max([floor if node in beyond else 0, *(found[source][0] + 1 for source in chart.below[node])])
        row = row_of.get(node)
        if row is not None and row >= least:
            found[node] = (row, row)
            continue
        most = min((row_of[target] - 1 for target in chart.above[node] if target in row_of), default=FAR_UP)
        first, last = usual[node] if row is None else (least, least)
        low = min(max(least, first), max(least, most))
        found[node] = (low, max(low, min(most, last)))
    return found


def _usual(level_of: Sequence[int], row_of: Mapping[int, int]) -> dict[int, tuple[int, int]]:
    """The rows in which others of a node's level stand; those of the nearest level where there are none."""
    spans: dict[int, tuple[int, int]] = {}
    for node, row in row_of.items():
        low, high = spans.get(level_of[node], (row, row))
        spans[level_of[node]] = (min(low, row), max(high, row))
    found = {}
    for node, level in enumerate(level_of):
        if level >= 0:
            near = min(spans, key=lambda other: (abs(other - level), other))
            found[node] = spans[near]
    return found


class _Rows:
    """Rows being filled: left edge, right edge and node of each card, sorted."""

    def __init__(self, chart: Chart, known: Known, count: int) -> None:
        self.chart = chart
        self.known = known
        self.held: list[list[tuple[int, int, int]]] = [[] for _ in range(count)]

    def put(self, node: int, row: int, left: int) -> None:
        """Stand `node` in `row`."""
        while len(self.held) <= row:
            self.held.append([])
        # In the order of lanes first: one that outgrows its lane stays left of the next.
        insort(self.held[row], (left, left + self.chart.breadths[node], node), key=self._rank)

    def _rank(self, card: tuple[int, int, int]) -> tuple[int, int, int]:
        return self.chart.lanes[card[2]], card[0], card[2]

    def best(self, node: int, row_at: Mapping[int, tuple[int, int]], lefts: Mapping[int, int]) -> tuple[int, int]:
        """Return the row and the left edge that suit a new node best."""
        chart, size = self.chart, self.chart.breadths[node]
        near = [other for other in (*chart.below[node], *chart.above[node]) if other in lefts]
        own = [other for other in near if chart.lanes[other] == chart.lanes[node]]
        middles = [lefts[other] + chart.breadths[other] / 2 for other in own or near]
        reach = self.known.lanes.get(chart.lanes[node], Reach(0, size))
        wish = sum(middles) / len(middles) if middles else (reach.left + reach.right) / 2
        left = round(min(max(wish - size / 2, reach.left), max(reach.left, reach.right - size)))
        low, high = row_at[node]
        tried = range(low, max(low, min(high, len(self.held) - 1)) + 1)
        return min(
            (cost + ROW_AWAY * (row - low), row, place)
            for row in tried
            for cost, place in self._places(node, row, left, reach)
        )[1:]

    def _places(self, node: int, row: int, wish: int, reach: Reach) -> Iterator[tuple[float, int]]:
        """Every gap of the row in the node's lane: what it costs to stand there, and where."""
        size, lane = self.chart.breadths[node], self.chart.lanes[node]
        cards = [card for card in (self.held[row] if row < len(self.held) else ()) if self.chart.lanes[card[2]] == lane]
        ends = [reach.left - GAP, *(card[1] for card in cards)]
        starts = [*(card[0] for card in cards), max(reach.right, reach.left + size) + GAP]
        for low, high in zip(ends, starts, strict=True):
            lack = max(0, size + 2 * GAP - (high - low))
            place = min(max(wish, low + GAP), max(low + GAP, high - GAP - size))
            yield abs(place - wish) + PUSH * lack, place if not lack else (low + high - size) // 2
