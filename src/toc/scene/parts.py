"""The pieces of line that links are drawn with, and where on its card each begins and ends."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from toc.scene.chart import Chart
from toc.scene.spacing import settle

UP, DOWN = 1, -1
PORT = 14
GATE_PORT = 42
EDGE = 22


class Part(NamedTuple):
    """The piece of arc `arc` that comes from `source`, or from its gate to its target where `source` is None.

    It leaves by the side `out` of its source and comes to the side `into` of its target (UP: the side towards the
    visions), heading `heading`; it crosses `rows` on its way.
    """

    arc: int
    source: int | None
    target: int
    out: int
    into: int
    heading: int
    rows: tuple[int, ...]


def parts(chart: Chart, row_of: Sequence[int]) -> tuple[Part, ...]:
    """Return the parts of all arcs, those of one arc together, its gate's part last."""
    found: list[Part] = []
    for number, arc in enumerate(chart.arcs):
        target = row_of[arc.target]
        if len(arc.sources) == 1:
            found.append(_plain(number, arc.sources[0], arc.target, row_of))
            continue
        side = DOWN if any(row_of[source] < target for source in arc.sources) else UP
        for source in arc.sources:
            found.append(_to_gate(number, source, arc.target, row_of, side))
        found.append(Part(number, None, arc.target, -side, side, -side, ()))
    return tuple(found)


def _plain(arc: int, source: int, target: int, row_of: Sequence[int]) -> Part:
    start, end = row_of[source], row_of[target]
    if start < end:
        return Part(arc, source, target, UP, DOWN, UP, tuple(range(start + 1, end)))
    if start > end:
        return Part(arc, source, target, DOWN, UP, DOWN, tuple(range(start - 1, end, -1)))
    return Part(arc, source, target, UP, UP, DOWN, ())


def _to_gate(arc: int, source: int, target: int, row_of: Sequence[int], side: int) -> Part:
    start, end = row_of[source], row_of[target]
    if start < end:
        return Part(arc, source, target, UP, side, UP, tuple(range(start + 1, end)))
    if side == DOWN:
        return Part(arc, source, target, DOWN, side, UP, tuple(range(start - 1, end - 1, -1)))
    if start > end:
        return Part(arc, source, target, DOWN, side, DOWN, tuple(range(start - 1, end, -1)))
    return Part(arc, source, target, UP, side, DOWN, ())


class Ports(NamedTuple):
    """Where parts touch their cards, along the row: `leave` and `reach` by part, in px.

    `tiers` says how far from its card the gate of each arc stands, from 0, where several share a side.
    """

    leave: tuple[float, ...]
    reach: tuple[float, ...]
    tiers: Mapping[int, int]


class _Use(NamedTuple):
    """One part's or gate's wish on one side of a card."""

    place: float
    order: int
    part: int
    leaves: bool
    size: int


def ports(chart: Chart, found: Sequence[Part], middles: Sequence[float], toward: Callable[[int, bool], float]) -> Ports:
    """Return the ports of all parts; `toward(part, leaving)` is where it goes on to from one of its ends."""
    leave, reach = [0.0] * len(found), [0.0] * len(found)
    sides: dict[tuple[int, int], list[_Use]] = {}
    for number, part in enumerate(found):
        if part.source is not None:
            use = _Use(toward(number, True), number, number, True, PORT)
            sides.setdefault((part.source, part.out), []).append(use)
        gated = len(chart.arcs[part.arc].sources) > 1
        if not gated or part.source is None:
            size = GATE_PORT if gated else PORT
            use = _Use(toward(number, False), number, number, False, size)
            sides.setdefault((part.target, part.into), []).append(use)
    tiers: dict[int, int] = {}
    for (node, _), uses in sides.items():
        uses.sort()
        if chart.kinds[node] == "vision":
            places = _along(chart, node, uses, middles[node])
        else:
            places = _around(uses, middles[node], _port_room(chart.breadths[node]))
        for use, place in zip(uses, places, strict=True):
            (leave if use.leaves else reach)[use.part] = place
        gates = [found[use.part].arc for use in uses if use.size == GATE_PORT]
        deep = -(-sum(use.size for use in uses) // max(1, _port_room(chart.breadths[node])))
        tiers.update((arc, at % deep) for at, arc in enumerate(gates))
    for number, part in enumerate(found):
        if part.source is None:
            leave[number] = reach[number]
    _meet_gates(chart, found, reach, toward)
    return Ports(tuple(leave), tuple(reach), tiers)


def _meet_gates(chart: Chart, found: Sequence[Part], reach: list[float], toward: Callable[[int, bool], float]) -> None:
    """Lead the parts of a gate to the gate itself, side by side."""
    for number, part in enumerate(found):
        if part.source is not None:
            continue
        count = len(chart.arcs[part.arc].sources)
        own = sorted(range(number - count, number), key=lambda one: (toward(one, False), one))
        apart = min(6.0, 14 / (count - 1))
        for at, one in enumerate(own):
            reach[one] = reach[number] + (at - (count - 1) / 2) * apart


def _around(uses: Sequence[_Use], middle: float, room: float) -> list[float]:
    """Side by side around the middle of a card; one that can go straight does, and the others stand beside it."""
    ends, at = [], 0.0
    for use in uses:
        ends.append((at, at + use.size))
        at += use.size
    centres = [(low + high) / 2 for low, high in ends]
    straight = min(range(len(uses)), key=lambda number: (abs(uses[number].place - middle), number))
    anchor = centres[straight] if abs(uses[straight].place - middle) < 2 else at / 2
    squeeze = min(1.0, room / max(at, 1.0))
    # Straight or not, all stay on the card.
    begin = min(max(-anchor * squeeze, -room / 2), room / 2 - at * squeeze)
    return [middle + begin + centre * squeeze for centre in centres]


def _along(chart: Chart, node: int, uses: Sequence[_Use], middle: float) -> list[float]:
    """Along a vision, each as near as can be to where it comes from."""
    half = chart.breadths[node] / 2 - EDGE
    apart = [min((left.size + right.size) / 2, 2 * half / max(1, len(uses) - 1)) for left, right in pairwise(uses)]
    return settle([use.place for use in uses], apart, middle - half, middle + half)


def _port_room(breadth: int) -> int:
    """How much of the side of a card can take ports: its corners stay free."""
    return breadth - 2 * min(EDGE, breadth // 6)
