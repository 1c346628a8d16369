"""Where the labels of points stand: beside their points while there is room, else in a column with lines to them.

No label meets another, a point, or the edge.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import cos, hypot, pi, sin
from typing import NamedTuple

from toc.charts.pen import LEADING, RADIUS
from toc.scene.scene import Box
from toc.scene.spacing import settle

Place = tuple[float, float]
Stretch = tuple[Place, Place]
GAP = 3
# How far from its point a label may stand, in px; a line joins the two from the second on.
DISTANCES = (RADIUS + 5, 26, 44, 66, 92)
DIRECTIONS = (0, 8, 4, 12, 2, 14, 6, 10, 1, 15, 7, 9, 3, 13, 5, 11)
ACROSS = 30
LINES = 20
ATTEMPTS = 8


class Label(NamedTuple):
    """Lines of text for a point at `x`, `y`, and how wide they are, in px."""

    x: float
    y: float
    lines: tuple[str, ...]
    width: float

    @property
    def height(self) -> int:
        """How high the lines are together."""
        return LEADING * len(self.lines)


class Placed(NamedTuple):
    """Where a label stands, how its lines are set, and the line that joins it to its point, if one is needed."""

    box: Box
    lines: tuple[str, ...]
    anchor: str
    leader: Stretch | None


def beside(
    labels: Sequence[Label], bounds: Box, taken: Sequence[Box], rules: Sequence[Stretch]
) -> tuple[Placed | None, ...]:
    """Return a place for each label near its point, None for those that find none.

    They stay inside `bounds`, off the boxes `taken` and all points, and off `rules` where they can.
    """
    points = [_around(label.x, label.y) for label in labels]
    best: dict[int, Placed] = {}
    for order in _orders(labels):
        found: dict[int, Placed] = {}
        for number in order:
            others = [*taken, *(box for other, box in enumerate(points) if other != number)]
            placed = _best(labels[number], bounds, others, rules, tuple(found.values()))
            if placed is not None:
                found[number] = placed
        if len(found) > len(best):
            best = found
        if len(best) == len(labels):
            break
    return tuple(best.get(number) for number in range(len(labels)))


def beside_or_in_column(
    labels: Sequence[Label],
    columned: Sequence[Label],
    bounds: Box,
    taken: Sequence[Box],
    rules: Sequence[Stretch],
    column: Box,
) -> tuple[Placed, ...]:
    """Return a place for each label near its point, in the box `column` for those that find none.

    `columned` are the same labels as they are set in the column. No line to one of these passes through another label.
    """
    near = dict(enumerate(beside(labels, bounds, taken, rules)))
    while True:
        far = [number for number, placed in near.items() if placed is None]
        placed = in_column([columned[number] for number in far], column.x, column.y, column.bottom)
        leaders = [each.leader for each in placed if each.leader]
        struck = [
            number
            for number, each in near.items()
            if each is not None and any(_spoils(leader, each) for leader in leaders)
        ]
        if not struck:
            others = dict(zip(far, placed, strict=True))
            return tuple(near[number] or others[number] for number in range(len(labels)))
        near |= dict.fromkeys(struck)


def in_column(labels: Sequence[Label], x: float, top: float, bottom: float) -> tuple[Placed, ...]:
    """Return a place for each label in a column that begins at `x`; no two of the lines to their points cross."""
    order = sorted(range(len(labels)), key=lambda number: (labels[number].y, labels[number].x))
    joint, middles = x - 6, list[float]()
    for attempt in range(ATTEMPTS + 1):
        # Labels of one height each keep their places when two of them are swapped: then the last swap is the end.
        heights = [labels[number].height + GAP for number in order] or [0]
        heights = heights if attempt < ATTEMPTS else [max(heights)] * len(heights)
        middles = settle(
            [labels[number].y for number in order],
            [(one + two) / 2 for one, two in pairwise(heights)],
            top + heights[0] / 2,
            bottom - heights[-1] / 2,
        )
        if not _uncross(order, labels, [(joint, middle) for middle in middles]):
            break
    found = {}
    for number, middle in zip(order, middles, strict=True):
        label = labels[number]
        box = Box(round(x), round(middle - label.height / 2), round(label.width), label.height)
        found[number] = Placed(box, label.lines, "start", ((label.x, label.y), (joint, middle)))
    return tuple(found[number] for number in range(len(labels)))


def column_height(labels: Sequence[Label]) -> int:
    """Return how high a column for `labels` is at most."""
    return (max((label.height for label in labels), default=0) + GAP) * len(labels)


def _orders(labels: Sequence[Label]) -> Iterator[list[int]]:
    crowded = [sum(hypot(one.x - two.x, one.y - two.y) < 90 for two in labels) for one in labels]
    numbers = range(len(labels))
    yield sorted(numbers, key=lambda number: (-crowded[number], labels[number].y, number))
    yield sorted(numbers, key=lambda number: (labels[number].y, number))
    yield sorted(numbers, key=lambda number: (-labels[number].x, number))
    yield sorted(numbers, key=lambda number: (crowded[number], labels[number].y, number))


def _spoils(leader: Stretch, placed: Placed) -> bool:
    return through(leader, placed.box) or (placed.leader is not None and cross(leader, placed.leader))


def _uncross(order: list[int], labels: Sequence[Label], ends: Sequence[Place]) -> bool:
    """Swap labels until no two of their lines cross; say whether any were swapped."""
    # Each swap makes the lines shorter together, so this ends.
    swapped, changed = True, False
    while swapped:
        swapped = False
        for low in range(len(order)):
            for high in range(low + 1, len(order)):
                one, two = labels[order[low]], labels[order[high]]
                if cross(((one.x, one.y), ends[low]), ((two.x, two.y), ends[high])):
                    order[low], order[high] = order[high], order[low]
                    swapped = changed = True
    return changed


def _best(
    label: Label, bounds: Box, others: Sequence[Box], rules: Sequence[Stretch], placed: Sequence[Placed]
) -> Placed | None:
    best, least = None, float("inf")
    leaders = [each.leader for each in placed if each.leader]
    boxes = [*others, *(each.box for each in placed)]
    for rank, found in enumerate(_candidates(label)):
        if rank >= least:
            break
        if not _inside(found.box, bounds) or any(overlap(found.box, box) for box in boxes):
            continue
        if any(through(leader, found.box) for leader in leaders):
            continue
        if found.leader and (
            any(through(found.leader, box) for box in boxes) or any(cross(found.leader, each) for each in leaders)
        ):
            continue
        cost = rank + LINES * any(through(each, found.box) for each in rules)
        if cost < least:
            best, least = found, cost
    return best


def _candidates(label: Label) -> Iterator[Placed]:
    for number, distance in enumerate(DISTANCES):
        for direction in DIRECTIONS:
            angle = direction * pi / 8
            x, y = label.x + distance * cos(angle), label.y - distance * sin(angle)
            right, up = cos(angle), sin(angle)
            left = x if right > 0.3 else x - label.width if right < -0.3 else x - label.width / 2
            top = y - label.height if up > 0.3 else y if up < -0.3 else y - label.height / 2
            box = Box(round(left), round(top), round(label.width), label.height)
            anchor = "start" if right > 0.3 else "end" if right < -0.3 else "middle"
            leader = ((label.x + RADIUS * right, label.y - RADIUS * up), (x, y)) if number else None
            yield Placed(box, label.lines, anchor, leader)


def _around(x: float, y: float) -> Box:
    return Box(round(x) - RADIUS - 2, round(y) - RADIUS - 2, 2 * RADIUS + 4, 2 * RADIUS + 4)


def _inside(box: Box, bounds: Box) -> bool:
    return box.x >= bounds.x and box.y >= bounds.y and box.right <= bounds.right and box.bottom <= bounds.bottom


def overlap(one: Box, two: Box) -> bool:
    """Whether two boxes stand nearer than a hair's breadth."""
    return one.x < two.right + GAP and two.x < one.right + GAP and one.y < two.bottom + 1 and two.y < one.bottom + 1


def cross(one: Stretch, two: Stretch) -> bool:
    """Whether two straight lines cross; touching at an end is no crossing."""
    (a, b), (c, d) = one, two
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def through(line: Stretch, box: Box) -> bool:
    """Whether a straight line passes through a box."""
    corners = ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))
    sides = zip(corners, (*corners[1:], corners[0]), strict=True)
    return any(cross(line, side) for side in sides) or any(
        box.x < x < box.right and box.y < y < box.bottom for x, y in line
    )


def _side(a: Place, b: Place, c: Place) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
