"""Everything along the rows: where lanes and cards stand, which gaps links go through, where they touch their cards."""

from collections.abc import Mapping, Sequence
from math import floor

from attrs import evolve, frozen

from toc.messages import _
from toc.scene import routing
from toc.scene.chart import Chart
from toc.scene.engine import EngineError
from toc.scene.levels import VISION
from toc.scene.memory import Reach
from toc.scene.parts import Part, Ports, parts, ports
from toc.scene.recall import Recalled, kept_ground
from toc.scene.spacing import KEPT_GAP, Ground, breadth, keep, spread

LANE_GAP = 10
# Above so many rows passed by all links together, a picture takes minutes and nobody can follow a line in it.
MOST_PASSES = 100_000
VISION_GAP = 24
VISION_EDGE = 30


@frozen
class Along:
    """The places along the rows, in px: the middle of each card, the passes of each part, the ports of all.

    `rows` are from the bottom up, without the visions, which stand together above the last; `row_of` is each node's.
    `heights` are those that rows and visions had before, where that is remembered.
    """

    chart: Chart
    rows: tuple[tuple[int, ...], ...]
    visions: tuple[int, ...]
    row_of: tuple[int, ...]
    ground: Ground
    middles: tuple[float, ...]
    parts: tuple[Part, ...]
    stops: tuple[tuple[float, ...], ...]
    ports: Ports
    heights: tuple[int | None, ...] = ()


@frozen
class _Standing:
    """Cards in their places, before the links are led."""

    chart: Chart
    rows: tuple[tuple[int, ...], ...]
    visions: tuple[int, ...]
    ground: Ground
    middles: tuple[float, ...]

    def edges(self) -> list[list[tuple[float, float]]]:
        """Left and right edge of each card, row by row."""
        half = [size / 2 for size in self.chart.breadths]
        return [
            [(self.middles[node] - half[node], self.middles[node] + half[node]) for node in row] for row in self.rows
        ]


def along(
    chart: Chart,
    level_of: Sequence[int],
    rows: Sequence[Sequence[int]],
    start: Sequence[float] | None,
    recalled: Recalled | None = None,
) -> Along:
    """Return the places along `rows`; `start` are middles that somebody else has found, `recalled` those remembered."""
    fixed = tuple(map(tuple, rows))
    visions = tuple(node for node, level in enumerate(level_of) if level == VISION)
    row_of = [len(rows)] * chart.count
    for number, row in enumerate(rows):
        for node in row:
            row_of[node] = number
    found = parts(chart, row_of)
    _refuse_a_tangle(found)
    standing = _stand_again(chart, visions, recalled) if recalled else _stand(chart, fixed, visions, start)
    trips = _trips(standing, found)
    passes = routing.route(trips, standing.edges())
    standing = _eased(standing, passes) if recalled else _widened(standing, passes)
    trips = _trips(standing, found)
    passes = routing.again(trips, standing.edges(), passes)
    stops = routing.side_by_side(passes, trips, standing.edges())
    touched = _ports(standing, found, trips, stops)
    # Once more, now that it is known where the links touch their cards: fewer small jogs.
    trips = [trip._replace(at=at, to=to) for trip, at, to in zip(trips, touched.leave, touched.reach, strict=True)]
    passes = routing.again(trips, standing.edges(), passes)
    stops = routing.side_by_side(passes, trips, standing.edges())
    return Along(
        standing.chart,
        fixed,
        standing.visions,
        tuple(row_of),
        standing.ground,
        standing.middles,
        found,
        tuple(map(tuple, stops)),
        touched,
        recalled.heights if recalled else (),
    )


def _refuse_a_tangle(found: Sequence[Part]) -> None:
    """Raise `EngineError` where links are so many and so long that nobody could read the picture, or wait for it."""
    passes = sum(len(part.rows) for part in found)
    if passes > MOST_PASSES:
        raise EngineError(
            _(
                "the picture is too tangled to be drawn: {links} links would pass {n} rows of cards; "
                "show a part of the model in a view",
                links=len(found),
                n=passes,
            )
        )


def lane_ground(
    chart: Chart, rows: Sequence[Sequence[int]], gaps: dict[int, int], borders: Mapping[int, int]
) -> Ground:
    """Return lanes side by side, each as broad as its broadest row, with `borders` px more after some of them."""
    broad = list(chart.titles)
    for row in rows:
        members: dict[int, list[int]] = {}
        for node in row:
            members.setdefault(chart.lanes[node], []).append(node)
        for lane, nodes in members.items():
            broad[lane] = max(broad[lane], breadth(chart, nodes, gaps))
    total = sum(broad) + len(broad) * (2 * chart.padding + LANE_GAP) - LANE_GAP + sum(borders.values())
    if broad and total < chart.least:
        broad = [one + -(-(chart.least - total) // len(broad)) for one in broad]
    left, right, at = [], [], 0
    for lane, size in enumerate(broad):
        left.append(at + chart.padding)
        right.append(at + chart.padding + size)
        at = right[-1] + chart.padding + LANE_GAP + borders.get(lane, 0)
    return Ground(tuple(left), tuple(right), gaps)


def _stand(
    chart: Chart, rows: tuple[tuple[int, ...], ...], visions: tuple[int, ...], start: Sequence[float] | None
) -> _Standing:
    ground = lane_ground(chart, rows, {}, {})
    if start is None:
        middles = spread(chart, rows, ground)
    else:
        low = min(start[node] - chart.breadths[node] / 2 for row in rows for node in row)
        room = (ground.right[0] - ground.left[0] - chart.titles[0]) / 2
        middles = keep(chart, rows, ground, [at - low + ground.left[0] + room for at in start])
    return _with_visions(_Standing(chart, rows, visions, ground, tuple(middles)))


def _stand_again(chart: Chart, visions: tuple[int, ...], recalled: Recalled) -> _Standing:
    """Stand every card where it stood, and move no more than overlaps ask for."""
    ground = kept_ground(chart, recalled.rows, {}, recalled.lanes, 2 * chart.padding + LANE_GAP, {})
    middles = [0.0] * chart.count
    for node, left in recalled.lefts.items():
        lane = chart.lanes[node]
        reach = recalled.lanes[lane]
        middles[node] = left + chart.breadths[node] / 2 + (ground.left[lane] - reach.left if reach else 0)
    settled = keep(chart, recalled.rows, ground, middles, KEPT_GAP)
    return _with_visions(_Standing(chart, recalled.rows, visions, ground, tuple(settled)))


def _with_visions(standing: _Standing) -> _Standing:
    """Let the visions share the whole breadth, in the order of what they rest on."""
    chart, ground = standing.chart, standing.ground
    low, high = 0, ground.right[-1] + chart.padding if ground.right else chart.least
    count, middle = len(standing.visions), (low + high) / 2

    def weight(node: int) -> tuple[float, int]:
        below = [standing.middles[one] for one in chart.below[node] if chart.lanes[one] >= 0]
        return (sum(below) / len(below) if below else middle, node)

    visions = tuple(sorted(standing.visions, key=weight))
    breadths, middles = list(chart.breadths), list(standing.middles)
    share = (high - low - VISION_GAP * (count - 1)) / max(1, count)
    for at, node in enumerate(visions):
        breadths[node] = floor(share)
        middles[node] = low + at * (share + VISION_GAP) + share / 2
    # The order of the visions decides no longer what rests on what, so the chart may keep its arcs.
    return evolve(standing, chart=evolve(chart, breadths=tuple(breadths)), visions=visions, middles=tuple(middles))


def _trips(standing: _Standing, found: Sequence[Part]) -> list[routing.Trip]:
    kinds, middles = standing.chart.kinds, standing.middles
    trips = []
    for part in found:
        at, to = middles[part.target if part.source is None else part.source], middles[part.target]
        if kinds[part.target] == "vision":
            to = _onto(standing, part.target, at)
        elif part.source is not None and kinds[part.source] == "vision":
            at = _onto(standing, part.source, to)
        trips.append(routing.Trip(part.rows, at, to))
    return trips


def _onto(standing: _Standing, vision: int, place: float) -> float:
    half = standing.chart.breadths[vision] / 2 - VISION_EDGE
    return min(max(place, standing.middles[vision] - half), standing.middles[vision] + half)


def _widened(standing: _Standing, passes: Sequence[Sequence[routing.Pass]]) -> _Standing:
    """Make room in the gaps that links go through, then let the cards settle again, on whole px."""
    chart, rows, edges = standing.chart, standing.rows, standing.edges()
    gaps: dict[int, int] = {}
    borders: dict[int, int] = {}
    for (row, gap), count in sorted(routing.crowds(passes).items()):
        if not 0 < gap < len(rows[row]):
            continue
        left, right = rows[row][gap - 1], rows[row][gap]
        need, lane = routing.room(count), chart.lanes[left]
        if lane == chart.lanes[right]:
            gaps[left] = need
        else:
            lack = need - (edges[row][gap][0] - edges[row][gap - 1][1])
            borders[lane] = max(borders.get(lane, 0), int(lack))
    before, ground = standing.ground, lane_ground(chart, rows, gaps, borders)
    moved = list(standing.middles)
    for node, lane in enumerate(chart.lanes):
        if lane >= 0:
            moved[node] += (ground.left[lane] + ground.right[lane] - before.left[lane] - before.right[lane]) / 2
    settled = keep(chart, rows, ground, moved)
    middles = tuple(float(floor(middle + 0.5)) for middle in settled)
    return _with_visions(evolve(standing, ground=ground, middles=middles))


def _eased(standing: _Standing, passes: Sequence[Sequence[routing.Pass]]) -> _Standing:
    """Make room where links would be crammed; leave everything else where it stands."""
    chart, rows, edges, before = standing.chart, standing.rows, standing.edges(), standing.ground
    gaps: dict[int, int] = {}
    lacks: dict[int, int] = {}
    for (row, gap), count in sorted(routing.crowds(passes).items()):
        if not 0 < gap < len(rows[row]):
            continue
        left, right = rows[row][gap - 1], rows[row][gap]
        there, lane = edges[row][gap][0] - edges[row][gap - 1][1], chart.lanes[left]
        need = routing.tight(count) if there >= routing.tight(count) else routing.room(count)
        if lane == chart.lanes[right]:
            gaps[left] = need
        elif there < need:
            lacks[lane] = max(lacks.get(lane, 0), int(need - there))
    lanes = [Reach(left, right) for left, right in zip(before.left, before.right, strict=True)]
    ground = kept_ground(chart, rows, gaps, lanes, 2 * chart.padding + LANE_GAP, lacks)
    moved = list(standing.middles)
    for node, lane in enumerate(chart.lanes):
        if lane >= 0:
            moved[node] += ground.left[lane] - before.left[lane]
    # By left edges: they are what is remembered.
    half = [size / 2 for size in chart.breadths]
    settled = keep(chart, rows, ground, moved, KEPT_GAP)
    middles = tuple(floor(middle - half[node] + 0.5) + half[node] for node, middle in enumerate(settled))
    return _with_visions(evolve(standing, ground=ground, middles=middles))


def _ports(
    standing: _Standing, found: Sequence[Part], trips: Sequence[routing.Trip], stops: Sequence[Sequence[float]]
) -> Ports:
    arcs = standing.chart.arcs

    def toward(number: int, leaving: bool) -> float:
        part = found[number]
        if stops[number]:
            return stops[number][0 if leaving else -1]
        if part.source is None:
            ends = [toward(one, False) for one in range(number - len(arcs[part.arc].sources), number)]
            return sum(ends) / len(ends)
        return trips[number].to if leaving else trips[number].at

    return ports(standing.chart, found, standing.middles, toward)
