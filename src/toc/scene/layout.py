"""Where everything stands, before anyone knows which way is up: places along rows, and heights across them.

`u` runs along the rows, `v` across them from the strategies towards the visions; both in whole px.
"""

from collections.abc import Callable, Mapping, Sequence
from math import floor
from typing import NamedTuple

from attrs import evolve, frozen

from toc.scene import routing
from toc.scene.chart import Chart
from toc.scene.levels import VISION, levels, under_ceiling, without_circles
from toc.scene.order import rows as ordered_rows
from toc.scene.parts import DOWN, UP, Part, Ports, parts, ports
from toc.scene.spacing import Ground, breadth, keep, spread

LANE_GAP = 10
CHANNEL = 66
CROWDED = 40
GATE_ROOM = 40
GATE_AWAY = 30
GATE_RADIUS = 12
CEILING_ROOM = 26
VISION_ROOM = 18
VISION_GAP = 24


class Place(NamedTuple):
    """A point, along and across the rows."""

    u: int
    v: int


class Span(NamedTuple):
    """A rectangle: its two ends along and across the rows."""

    u0: int
    v0: int
    u1: int
    v1: int


class Path(NamedTuple):
    """A part's line: cubic curves from `start`, each two control points and an end; `tip` is where its card begins."""

    part: Part
    start: Place
    curves: tuple[tuple[Place, Place, Place], ...]
    tip: Place


@frozen
class Layout:
    """The places of cards (by node), lanes, gates (by arc), and paths; the ceiling's v, where there is one."""

    chart: Chart
    cards: tuple[Span, ...]
    lanes: tuple[Span, ...]
    gates: Mapping[int, Place]
    paths: tuple[Path, ...]
    rows: tuple[tuple[int, ...], ...]
    ceiling: int | None


Arranger = Callable[[Chart, Sequence[Sequence[int]]], Sequence[float] | None]
"""Whoever knows a better start: a middle for each node, from which the order in each row follows too."""


def lay_out(chart: Chart, vision_depth: Callable[[int], int], arrange: Arranger | None = None) -> Layout:
    """Return the layout of `chart`; `vision_depth(breadth)` is the depth that the visions need at that breadth."""
    chart = without_circles(chart)
    level_of = levels(chart)
    rows = ordered_rows(chart, level_of, chart.shape)
    start = arrange(chart, rows) if arrange else None
    if start is not None:
        rows = [sorted(row, key=lambda node: (start[node], node)) for row in rows]
        low = min(start[node] - chart.breadths[node] / 2 for row in rows for node in row)
        high = max(start[node] + chart.breadths[node] / 2 for row in rows for node in row)
        chart = evolve(chart, titles=(floor(high - low),))
    return _Work(chart, level_of, rows, start).finish(vision_depth)


class _Work:
    """One layout in the making, step by step."""

    def __init__(
        self, chart: Chart, level_of: Sequence[int], rows: list[list[int]], start: Sequence[float] | None
    ) -> None:
        self.chart, self.level_of, self.rows = chart, level_of, rows
        self.row_of = [len(rows)] * chart.count
        for number, row in enumerate(rows):
            for node in row:
                self.row_of[node] = number
        self.parts = parts(chart, self.row_of)
        self.ground = self._ground({}, {})
        if start is None:
            self.middles = spread(chart, rows, self.ground)
        else:
            low = min(start[node] - chart.breadths[node] / 2 for row in rows for node in row)
            room = (self.ground.right[0] - self.ground.left[0] - chart.titles[0]) / 2
            self.middles = keep(chart, rows, self.ground, [at - low + self.ground.left[0] + room for at in start])
        self._stand_visions()
        self.trips = self._trips()
        passes = routing.route(self.trips, self._edges())
        self._widen(passes)
        self.trips = self._trips()
        edges = self._edges()
        passes = routing.again(self.trips, edges, passes)
        self.stops = routing.side_by_side(passes, self.trips, edges)
        self.ports = self._ports()

    def _ground(self, gaps: dict[int, int], borders: Mapping[int, int]) -> Ground:
        """Lanes side by side, each as broad as its broadest row, with `borders` px more after some of them."""
        chart = self.chart
        broad = list(chart.titles)
        for row in self.rows:
            for lane in range(len(broad)):
                nodes = [node for node in row if chart.lanes[node] == lane]
                broad[lane] = max(broad[lane], breadth(chart, nodes, gaps) if nodes else 0)
        total = sum(broad) + len(broad) * (2 * chart.padding + LANE_GAP) - LANE_GAP + sum(borders.values())
        if broad and total < chart.least:
            broad = [one + -(-(chart.least - total) // len(broad)) for one in broad]
        left, right, at = [], [], 0
        for lane, size in enumerate(broad):
            left.append(at + chart.padding)
            right.append(at + chart.padding + size)
            at = right[-1] + chart.padding + LANE_GAP + borders.get(lane, 0)
        return Ground(tuple(left), tuple(right), gaps)

    @property
    def extent(self) -> tuple[int, int]:
        """Where the first lane begins and the last one ends."""
        if not self.ground.left:
            return 0, self.chart.least
        return 0, self.ground.right[-1] + self.chart.padding

    def _stand_visions(self) -> None:
        """Visions share the whole breadth, in the order of what they rest on."""
        low, high = self.extent
        visions = [node for node, level in enumerate(self.level_of) if level == VISION]
        below = {node: [self.middles[one] for one in self.chart.below[node] if one not in visions] for node in visions}
        middle = (low + high) / 2
        visions.sort(key=lambda node: (sum(below[node]) / len(below[node]) if below[node] else middle, node))
        breadths = list(self.chart.breadths)
        share = (high - low - VISION_GAP * (len(visions) - 1)) / max(1, len(visions))
        for at, node in enumerate(visions):
            breadths[node] = floor(share)
            self.middles[node] = low + at * (share + VISION_GAP) + share / 2
        self.chart = evolve(self.chart, breadths=tuple(breadths))
        self.visions = visions

    def _trips(self) -> list[routing.Trip]:
        found = []
        for part in self.parts:
            at = self.middles[part.target if part.source is None else part.source]
            to = self.middles[part.target]
            if self.chart.kinds[part.target] == "vision":
                to = self._onto(part.target, at)
            elif part.source is not None and self.chart.kinds[part.source] == "vision":
                at = self._onto(part.source, to)
            found.append(routing.Trip(part.rows, at, to))
        return found

    def _onto(self, vision: int, place: float) -> float:
        half = self.chart.breadths[vision] / 2 - 30
        return min(max(place, self.middles[vision] - half), self.middles[vision] + half)

    def _edges(self) -> list[list[tuple[float, float]]]:
        half = [size / 2 for size in self.chart.breadths]
        return [[(self.middles[node] - half[node], self.middles[node] + half[node]) for node in row] for row in self.rows]

    def _widen(self, passes: Sequence[Sequence[routing.Pass]]) -> None:
        """Make room in the gaps that links go through, then let the cards settle again."""
        gaps: dict[int, int] = {}
        borders: dict[int, int] = {}
        edges = self._edges()
        for (row, gap), count in sorted(routing.crowds(passes).items()):
            if not 0 < gap < len(self.rows[row]):
                continue
            left, right = self.rows[row][gap - 1], self.rows[row][gap]
            need = routing.room(count)
            if self.chart.lanes[left] == self.chart.lanes[right]:
                gaps[left] = need
            else:
                lack = need - (edges[row][gap][0] - edges[row][gap - 1][1])
                borders[self.chart.lanes[left]] = max(borders.get(self.chart.lanes[left], 0), int(lack))
        before = self.ground
        self.ground = self._ground(gaps, borders)
        moved = list(self.middles)
        for node, lane in enumerate(self.chart.lanes):
            if lane >= 0:
                shift = self.ground.left[lane] + self.ground.right[lane] - before.left[lane] - before.right[lane]
                moved[node] += shift / 2
        settled = keep(self.chart, self.rows, self.ground, moved)
        self.middles = [float(floor(middle + 0.5)) for middle in settled]
        self._stand_visions()

    def _ports(self) -> Ports:
        def toward(number: int, leaving: bool) -> float:
            stops, part = self.stops[number], self.parts[number]
            if stops:
                return stops[0] if leaving else stops[-1]
            if part.source is None:
                first = number - len(self.chart.arcs[part.arc].sources)
                ends = [toward(one, False) for one in range(first, number)]
                return sum(ends) / len(ends)
            return self.trips[number].to if leaving else self.trips[number].at

        return ports(self.chart, self.parts, self.middles, toward)

    def finish(self, vision_depth: Callable[[int], int]) -> Layout:
        """Give every row its height, and draw the lines."""
        chart = self.chart
        depths = [max(chart.depths[node] for node in row) for row in self.rows]
        if self.visions:
            depths.append(vision_depth(min(chart.breadths[node] for node in self.visions)))
        limit = self._ceiling_row()
        bottoms, at = [], 0
        for depth, room in zip(depths, self._channels(limit), strict=False):
            bottoms.append(at)
            at += depth + room
        tops = [bottom + depth for bottom, depth in zip(bottoms, depths, strict=True)]
        cards = [self._span(node, bottoms, tops) for node in range(chart.count)]
        gates = self._gates(bottoms, tops)
        paths = tuple(self._path(number, bottoms, tops, gates) for number in range(len(self.parts)))
        ceiling = None
        if limit is not None:
            ceiling = tops[limit] + (bottoms[limit + 1] - tops[limit]) // 2 if limit + 1 < len(tops) else tops[limit] + 30
        top = tops[len(self.rows) - 1] if self.rows else 0
        lanes = tuple(
            Span(left - chart.padding, -chart.padding, right + chart.padding, top + chart.padding)
            for left, right in zip(self.ground.left, self.ground.right, strict=True)
        )
        rows = (*map(tuple, self.rows), *((tuple(self.visions),) if self.visions else ()))
        return Layout(chart, tuple(cards), lanes, gates, paths, rows, ceiling)

    def _ceiling_row(self) -> int | None:
        """The row above which nobody answers for what happens; None where no sphere is stated."""
        beneath = under_ceiling(self.chart)
        return max(self.row_of[node] for node in beneath) if beneath else None

    def _channels(self, limit: int | None) -> list[int]:
        """The room above each row, for the links that run there."""
        crowds = [0] * (len(self.rows) + 1)
        gates = [0] * (len(self.rows) + 1)
        for number, part in enumerate(self.parts):
            target = self.row_of[part.target]
            if part.source is None:
                channel = target - 1 if part.into == DOWN else target
                gates[channel] = max(gates[channel], self.ports.tiers.get(part.arc, 0) + 1)
                continue
            crossed = [self.row_of[part.source], *part.rows, target]
            stops = [self.ports.leave[number], *self.stops[number], self.ports.reach[number]]
            for at in range(len(stops) - 1):
                crowds[min(crossed[at], crossed[at + 1])] += abs(stops[at + 1] - stops[at]) > 160
        rooms = [
            CHANNEL + min(CROWDED, 5 * max(0, crowd - 2)) + GATE_ROOM * gate
            for crowd, gate in zip(crowds, gates, strict=True)
        ]
        if limit is not None:
            rooms[limit] += CEILING_ROOM
        rooms[len(self.rows) - 1] += VISION_ROOM
        return rooms

    def _span(self, node: int, bottoms: Sequence[int], tops: Sequence[int]) -> Span:
        row, size = self.row_of[node], self.chart.breadths[node]
        left = floor(self.middles[node] - size / 2 + 0.5)
        return Span(left, bottoms[row], left + size, tops[row])

    def _gates(self, bottoms: Sequence[int], tops: Sequence[int]) -> dict[int, Place]:
        found = {}
        for number, part in enumerate(self.parts):
            if part.source is None:
                row = self.row_of[part.target]
                away = GATE_AWAY + GATE_ROOM * self.ports.tiers.get(part.arc, 0)
                v = bottoms[row] - away if part.into == DOWN else tops[row] + away
                found[part.arc] = Place(floor(self.ports.reach[number] + 0.5), v)
        return found

    def _path(
        self, number: int, bottoms: Sequence[int], tops: Sequence[int], gates: Mapping[int, Place]
    ) -> Path:
        part, arc = self.parts[number], self.chart.arcs[self.parts[number].arc]
        target = self.row_of[part.target]
        edge = bottoms[target] if part.into == DOWN else tops[target]
        leave = floor(self.ports.leave[number] + 0.5)
        reach = floor(self.ports.reach[number] + 0.5)
        if part.source is None:
            gate = gates[part.arc]
            start = Place(gate.u, gate.v + part.heading * GATE_RADIUS)
            end = Place(reach, edge - part.heading * arc.head)
            third = (end.v - start.v) // 3
            curve = (Place(start.u, start.v + third), Place(end.u, end.v - third), end)
            return Path(part, start, (curve,), Place(reach, edge))
        row = self.row_of[part.source]
        start = Place(leave, tops[row] if part.out == UP else bottoms[row])
        head = arc.head
        if len(arc.sources) > 1:
            edge, head = gates[part.arc].v - part.heading * GATE_RADIUS, 0
        end = Place(reach, edge - part.heading * head)
        curves, at = [], start
        for crossed, place in zip(part.rows, self.stops[number], strict=True):
            u = floor(place + 0.5)
            near, far = (bottoms, tops) if part.out == UP else (tops, bottoms)
            curves.append(_bend(at, Place(u, near[crossed]), part.out, part.out))
            at = Place(u, far[crossed])
            middle = Place(u, (near[crossed] + far[crossed]) // 2)
            curves.append((middle, middle, at))
        curves.append(_bend(at, end, part.out, part.heading))
        return Path(part, start, tuple(curves), Place(reach, edge))


def _bend(start: Place, end: Place, leaving: int, coming: int) -> tuple[Place, Place, Place]:
    """A curve that leaves and comes straight across the rows."""
    reach = abs(end.v - start.v) // 2 if leaving == coming else max(34, abs(end.v - start.v) // 2)
    return Place(start.u, start.v + leaving * reach), Place(end.u, end.v - coming * reach), end
