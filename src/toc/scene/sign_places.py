"""Where the signs of links stand: in the middle of their line, or as near to it as they meet nothing else."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

from toc.scene.scene import Curve, Point

# How far the middles of signs stand apart on one line, and at least from other lines, from other lines' signs and from
# the ceiling; px.
APART, FROM_LINES, FROM_SIGNS, FROM_CEILING = 18, 11, 17, 15
# How far from the middle of its piece of line a group of signs may go, as shares of its length: the nearest first.
SHIFTS = (0.0, 0.07, -0.07, 0.14, -0.14, 0.21, -0.21, 0.28, -0.28, 0.35, -0.35)
# Lines are looked up in squares of this size; with more lines than this, signs stand in the middle and that is all.
SQUARE, MOST_LINES = 12, 2_000
# How far apart, along both axes together, the points lie by which lines are looked up; px.
STEP = 9


class Signed(NamedTuple):
    """A line, and how many signs stand on it."""

    start: Point
    curves: Sequence[Curve]
    signs: int


class Placed(NamedTuple):
    """Where the signs of a line stand, and on which other lines, by their number."""

    places: Sequence[Point] = ()
    on: frozenset[int] = frozenset()


def sign_places(lines: Sequence[Signed], ceiling: tuple[Point, Point] | None) -> list[Placed]:
    """Return the places of the signs of each line.

    They avoid what crosses their line, the `ceiling` and the signs placed before; where nothing is free, that place is
    taken where they meet least.
    """
    looked_at = len(lines) <= MOST_LINES and any(line.signs for line in lines)
    around = _Around(_squares(lines) if looked_at else {}, defaultdict(list), ceiling)
    found: list[Placed] = []
    for number, line in enumerate(lines):
        if not line.signs:
            found.append(Placed())
        elif looked_at:
            best = _freest(_groups(line), number, around)
            for at in best.places:
                around.signs[at.x // FROM_SIGNS, at.y // FROM_SIGNS].append(at)
            found.append(best)
        else:
            found.append(Placed(next(_groups(line))))
    return found


class _Around(NamedTuple):
    """What signs are to avoid: points of lines (with their line) and signs, by square, and the ceiling."""

    lines: Mapping[tuple[int, int], Sequence[tuple[int, int, int]]]
    signs: dict[tuple[int, int], list[Point]]
    ceiling: tuple[Point, Point] | None


def _freest(groups: Iterator[list[Point]], number: int, around: _Around) -> Placed:
    """Return the first of the groups that meets least."""
    best, least = Placed(), inf
    for group in groups:
        near = [_lines_at(at, number, around) for at in group]
        met = sum(map(len, near)) + sum(_else_met(at, around) for at in group)
        if met < least:
            best, least = Placed(group, frozenset().union(*near)), met
        if not met:
            break
    return best


def _groups(line: Signed) -> Iterator[list[Point]]:
    """Places for the signs on the longest piece of a line, the best liked first."""
    begin, curve = max(_pieces(line), key=lambda piece: _length(*piece))
    step = APART / max(_length(begin, curve), APART)
    half = step * (line.signs - 1) / 2
    for shift in SHIFTS:
        if shift == 0 or half + abs(shift) <= 0.42:
            yield [_on(begin, curve, 0.5 + shift + step * at - half) for at in range(line.signs)]


def _lines_at(at: Point, number: int, around: _Around) -> set[int]:
    """The lines that a sign at a place would meet, besides its own."""
    return {
        other
        for square in _nine(at, SQUARE)
        for other, x, y in around.lines.get(square, ())
        if other != number and (at.x - x) ** 2 + (at.y - y) ** 2 < FROM_LINES * FROM_LINES
    }


def _else_met(at: Point, around: _Around) -> int:
    """How much a sign at a place would meet that is no line."""
    signs = sum(
        (at.x - other.x) ** 2 + (at.y - other.y) ** 2 < FROM_SIGNS * FROM_SIGNS
        for square in _nine(at, FROM_SIGNS)
        for other in around.signs.get(square, ())
    )
    off = FROM_CEILING
    if around.ceiling is not None:
        start, end = around.ceiling
        off = abs(at.y - start.y) if start.y == end.y else abs(at.x - start.x)
    return 2 * signs + (off < FROM_CEILING)


def _nine(at: Point, size: int) -> Iterator[tuple[int, int]]:
    """Yield the square of `size` in which a point lies, and those around it."""
    column, row = at.x // size, at.y // size
    for x in (column - 1, column, column + 1):
        for y in (row - 1, row, row + 1):
            yield x, y


def _squares(lines: Sequence[Signed]) -> Mapping[tuple[int, int], Sequence[tuple[int, int, int]]]:
    """Points on all lines, close to each other, each with its line, by the square that they lie in."""
    found: dict[tuple[int, int], list[tuple[int, int, int]]] = defaultdict(list)
    for number, line in enumerate(lines):
        for begin, curve in _pieces(line):
            parts = _length(begin, curve) // STEP + 1
            for x, y in _along(begin, curve, [part / parts for part in range(parts + 1)]):
                found[x // SQUARE, y // SQUARE].append((number, x, y))
    return found


def _pieces(line: Signed) -> list[tuple[Point, Curve]]:
    return [(line.start, line.curves[0]), *((before.end, curve) for before, curve in pairwise(line.curves))]


def _length(begin: Point, curve: Curve) -> int:
    return abs(curve.end.x - begin.x) + abs(curve.end.y - begin.y)


def _on(begin: Point, curve: Curve, t: float) -> Point:
    return next(Point(x, y) for x, y in _along(begin, curve, [min(max(t, 0.0), 1.0)]))


def _along(begin: Point, curve: Curve, places: Sequence[float]) -> Iterator[tuple[int, int]]:
    """Yield the points of a curve at `places`, from 0 (its begin) to 1 (its end)."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = begin, curve.first, curve.second, curve.end
    if curve.first == curve.second:
        # A straight piece: its control points lie in its middle, so its curve is slow there.
        for t in places:
            yield int(x0 + (x3 - x0) * t + 0.5), int(y0 + (y3 - y0) * t + 0.5)
        return
    for t in places:
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        yield int(a * x0 + b * x1 + c * x2 + d * x3 + 0.5), int(a * y0 + b * y1 + c * y2 + d * y3 + 0.5)
