"""Where everything stands, before anyone knows which way is up: places along the rows, and heights across them.

`u` runs along the rows, `v` across them from the strategies towards the visions; both in whole px.
"""

from collections.abc import Callable, Mapping, Sequence
from math import floor
from typing import NamedTuple

from attrs import evolve, frozen

from toc.scene.along import Along, along
from toc.scene.bends import CHANNEL, Bend, Place, joined, led, straight
from toc.scene.chart import Chart
from toc.scene.columns import in_columns
from toc.scene.levels import VISION, levels, under_ceiling, without_circles
from toc.scene.order import rows as ordered_rows
from toc.scene.parts import DOWN, UP, Part
from toc.scene.recall import Known, recall, usable
from toc.scene.taste import crosses_less, is_good, is_ugly

CROWDED = 40
WIDE_TURN = 160
GATE_ROOM = 40
GATE_AWAY = 30
GATE_RADIUS = 12
# Above what somebody answers for: so far up stands the ceiling, and up to there and a little more no line bends, so
# that none runs along it.
CEILING_UP, CEILING_STRIP, CEILING_ROOM = 24, 36, 36
VISION_ROOM = 18
# So many px more than they need may rows stay apart from before.
ROW_SLACK = 60


class Span(NamedTuple):
    """A rectangle: its two ends along and across the rows."""

    u0: int
    v0: int
    u1: int
    v1: int


class Path(NamedTuple):
    """A part's line: where it starts, its bends, and `tip`, where its card begins."""

    part: Part
    start: Place
    bends: tuple[Bend, ...]
    tip: Place


@frozen
class Layout:
    """The places of cards (by node), lanes, gates (by arc) and paths; the ceiling's v, where there is one.

    `rows` are from the bottom up, the visions last.
    """

    chart: Chart
    cards: tuple[Span, ...]
    lanes: tuple[Span, ...]
    gates: Mapping[int, Place]
    paths: tuple[Path, ...]
    rows: tuple[tuple[int, ...], ...]
    ceiling: int | None


Arranger = Callable[[Chart, Sequence[Sequence[int]]], Sequence[float] | None]
"""Whoever knows a better start: a middle for each node, from which the order in each row follows too."""


class _Heights(NamedTuple):
    """Where each row begins and ends, seen from the strategies; the row of the visions is the last."""

    bottoms: tuple[int, ...]
    tops: tuple[int, ...]


def lay_out(
    chart: Chart,
    vision_depth: Callable[[int], int],
    arrange: Arranger | None = None,
    known: Known | None = None,
) -> Layout:
    """Return the layout of `chart`; `vision_depth(breadth)` is the depth that the visions need at that breadth.

    What is `known` from before stays where it stood, unless too little is, or the picture would be ugly.
    """
    chart = without_circles(chart)
    level_of = levels(chart)
    rows, start, broad = _arranged(chart, level_of, arrange)
    if known is not None and usable(chart, known):
        recalled = recall(chart, level_of, known)
        if not is_ugly(chart, recalled, rows):
            return _risen(along(chart, level_of, recalled.rows, None, recalled), vision_depth)
    if start is not None:
        chart = evolve(chart, titles=(broad,))
    return _risen(along(chart, level_of, rows, start), vision_depth)


def _arranged(
    chart: Chart, level_of: Sequence[int], arrange: Arranger | None
) -> tuple[Sequence[Sequence[int]], Sequence[float] | None, int]:
    """The rows; without lanes the middles of their nodes as well, in columns or as somebody else would have them.

    And the breadth that these need.
    """
    if arrange is None or all(level == VISION for level in level_of):
        return ordered_rows(chart, level_of, chart.shape), None, 0
    rows, own, broad = in_columns(chart, level_of)
    start = None if is_good(chart, rows, own) else arrange(chart, rows)
    if start is None or not crosses_less(chart, rows, start, own):
        return rows, own, broad
    low = min(start[node] - chart.breadths[node] / 2 for row in rows for node in row)
    high = max(start[node] + chart.breadths[node] / 2 for row in rows for node in row)
    return [sorted(row, key=lambda node: (start[node], node)) for row in rows], start, floor(high - low)


def _risen(found: Along, vision_depth: Callable[[int], int]) -> Layout:
    """Give every row its height, and draw the lines."""
    chart = found.chart
    beneath = under_ceiling(chart)
    limit = max((found.row_of[node] for node in beneath), default=None)
    depths = [max(chart.depths[node] for node in row) for row in found.rows]
    if found.visions:
        depths.append(vision_depth(min(chart.breadths[node] for node in found.visions)))
    heights = _heights(_pitches(found, depths, limit), depths)
    gates = _gates(found, heights)
    top = heights.tops[len(found.rows) - 1] if found.rows else 0
    lanes = tuple(
        Span(left - chart.padding, -chart.padding, right + chart.padding, top + chart.padding)
        for left, right in zip(found.ground.left, found.ground.right, strict=True)
    )
    return Layout(
        chart,
        tuple(_span(found, heights, node) for node in range(chart.count)),
        lanes,
        gates,
        tuple(_path(found, heights, gates, limit, number) for number in range(len(found.parts))),
        (*found.rows, *((found.visions,) if found.visions else ())),
        None if limit is None else _ceiling(found, heights, limit),
    )


def _pitches(found: Along, depths: Sequence[int], limit: int | None) -> list[int]:
    """How far each row begins above the one before: as far as it did, where that is neither too little nor too much."""
    roomy = [depth + room for depth, room in zip(depths, _channels(found, limit), strict=False)]
    if not found.heights:
        return roomy
    least = [depth + room for depth, room in zip(depths, _channels(found, limit, crowded=0), strict=False)]
    kept = []
    for number, (low, high) in enumerate(zip(least, roomy, strict=True)):
        one, two = [*found.heights, None][number : number + 2] if number < len(found.heights) else (None, None)
        before = two - one if one is not None and two is not None else -1
        kept.append(before if low <= before <= high + ROW_SLACK else high)
    return kept


def _heights(pitches: Sequence[int], depths: Sequence[int]) -> _Heights:
    bottoms, at = [], 0
    for pitch in pitches:
        bottoms.append(at)
        at += pitch
    return _Heights(tuple(bottoms), tuple(bottom + depth for bottom, depth in zip(bottoms, depths, strict=True)))


def _ceiling(found: Along, heights: _Heights, limit: int) -> int:
    """A little above the last row that somebody answers for, and outside the lanes where these end there."""
    if limit + 1 == len(heights.tops):
        return heights.tops[limit] + CHANNEL // 2
    return heights.tops[limit] + _lane_end(found, limit) + CEILING_UP


def _lane_end(found: Along, limit: int) -> int:
    return found.chart.padding if limit == len(found.rows) - 1 else 0


def _strip(found: Along, heights: _Heights, limit: int | None) -> tuple[int, int] | None:
    """Between which heights lines run straight, so that they cross the ceiling and do not follow it."""
    if limit is None or limit + 1 == len(heights.tops):
        return None
    low = heights.tops[limit]
    return low, low + _lane_end(found, limit) + CEILING_STRIP


def _channels(found: Along, limit: int | None, crowded: int = CROWDED) -> list[int]:
    """The room above each row, for the links that run there; at most `crowded` px more where there are many."""
    crowds = [0] * (len(found.rows) + 1)
    gates = [0] * (len(found.rows) + 1)
    for number, part in enumerate(found.parts):
        target = found.row_of[part.target]
        if part.source is None:
            channel = max(0, target - 1 if part.into == DOWN else target)
            gates[channel] = max(gates[channel], found.ports.tiers.get(part.arc, 0) + 1)
            continue
        crossed = [found.row_of[part.source], *part.rows, target]
        stops = [found.ports.leave[number], *found.stops[number], found.ports.reach[number]]
        for at in range(len(stops) - 1):
            crowds[min(crossed[at], crossed[at + 1])] += abs(stops[at + 1] - stops[at]) > WIDE_TURN
    rooms = [
        CHANNEL + min(crowded, 5 * max(0, crowd - 2)) + GATE_ROOM * gate
        for crowd, gate in zip(crowds, gates, strict=True)
    ]
    if limit is not None:
        rooms[limit] += CEILING_ROOM
    rooms[len(found.rows) - 1] += VISION_ROOM
    return rooms


def _span(found: Along, heights: _Heights, node: int) -> Span:
    row, size = found.row_of[node], found.chart.breadths[node]
    left = floor(found.middles[node] - size / 2 + 0.5)
    return Span(left, heights.bottoms[row], left + size, heights.tops[row])


def _gates(found: Along, heights: _Heights) -> dict[int, Place]:
    gates = {}
    for number, part in enumerate(found.parts):
        if part.source is None:
            row = found.row_of[part.target]
            away = GATE_AWAY + GATE_ROOM * found.ports.tiers.get(part.arc, 0)
            v = heights.bottoms[row] - away if part.into == DOWN else heights.tops[row] + away
            gates[part.arc] = Place(floor(found.ports.reach[number] + 0.5), v)
    return gates


def _path(found: Along, heights: _Heights, gates: Mapping[int, Place], limit: int | None, number: int) -> Path:
    part, strip = found.parts[number], _strip(found, heights, limit)
    arc, target = found.chart.arcs[part.arc], found.row_of[part.target]
    edge, head = heights.bottoms[target] if part.into == DOWN else heights.tops[target], arc.head
    reach = floor(found.ports.reach[number] + 0.5)
    if part.source is None:
        gate = gates[part.arc]
        start = Place(gate.u, gate.v + part.heading * GATE_RADIUS)
        end = Place(reach, edge - part.heading * head)
        return Path(part, start, (straight(start, end),), Place(reach, edge))
    if len(arc.sources) > 1:
        edge, head = gates[part.arc].v - part.heading * GATE_RADIUS, 0
    end = Place(reach, edge - part.heading * head)
    row = found.row_of[part.source]
    near, far = (heights.bottoms, heights.tops) if part.out == UP else (heights.tops, heights.bottoms)
    # One px away from the card, so that the line's halo leaves the card's own line alone.
    start = Place(floor(found.ports.leave[number] + 0.5), far[row] + part.out)
    bends: list[Bend] = []
    at = start
    for crossed, place in zip(part.rows, found.stops[number], strict=True):
        u = floor(place + 0.5)
        bends += led(at, Place(u, near[crossed]), part.out, part.out, strip)
        at = Place(u, far[crossed])
        bends.append(straight(bends[-1][2], at))
    bends += led(at, end, part.out, part.heading, strip)
    return Path(part, start, joined(start, bends), Place(reach, edge))
