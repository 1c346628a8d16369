"""Where the signs of links stand: in the middle of their line, or as near to it as they meet nothing else."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from toc.scene.scene import Curve, Point

# How far the middles of signs stand apart on one line, and at least from other lines, from other lines' signs and from
# the ceiling; px.
APART, FROM_LINES, FROM_SIGNS, FROM_CEILING = 18, 11, 17, 15
# How far from the middle of its piece of line a group of signs may go, as shares of its length: the nearest first.
SHIFTS = (0.0, 0.07, -0.07, 0.14, -0.14, 0.21, -0.21, 0.28, -0.28, 0.35, -0.35)
# Lines are looked up in squares of this size; with more lines than this, signs stand in the middle and that is all.
SQUARE, MOST_LINES = 12, 2_000


class Signed(NamedTuple):
    """A line, and how many signs stand on it."""

    start: Point
    curves: Sequence[Curve]
    signs: int


def sign_places(lines: Sequence[Signed], ceiling: tuple[Point, Point] | None) -> list[list[Point]]:
    """Return the places of the signs of each line.

    They avoid what crosses their line, the `ceiling` and the signs placed before; where nothing is free, that place is
    taken where they meet least.
    """
    looked_at = len(lines) <= MOST_LINES and any(line.signs for line in lines)
    squares = _squares(lines) if looked_at else {}
    placed: list[Point] = []
    found = []
    for number, line in enumerate(lines):
        groups = list(_groups(line)) if line.signs else [[]]
        best = groups[0]
        if looked_at and line.signs:
            best = min(groups, key=lambda group: sum(_met(at, number, squares, placed, ceiling) for at in group))
            placed += best
        found.append(best)
    return found


def _groups(line: Signed) -> Iterator[list[Point]]:
    """Places for the signs on the longest piece of a line, the best liked first."""
    begin, curve = max(_pieces(line), key=lambda piece: _length(*piece))
    step = APART / max(_length(begin, curve), APART)
    half = step * (line.signs - 1) / 2
    for shift in SHIFTS:
        if shift == 0 or half + abs(shift) <= 0.42:
            yield [_on(begin, curve, 0.5 + shift + step * at - half) for at in range(line.signs)]


def _met(
    at: Point,
    number: int,
    squares: dict[tuple[int, int], list[tuple[int, Point]]],
    placed: Sequence[Point],
    ceiling: tuple[Point, Point] | None,
) -> int:
    """How much a sign at a place would meet, besides its own line."""
    column, row = at.x // SQUARE, at.y // SQUARE
    near = {
        other
        for x in (column - 1, column, column + 1)
        for y in (row - 1, row, row + 1)
        for other, point in squares.get((x, y), ())
        if other != number and _are_near(at, point, FROM_LINES)
    }
    signs = sum(_are_near(at, other, FROM_SIGNS) for other in placed)
    off = FROM_CEILING
    if ceiling is not None:
        start, end = ceiling
        off = abs(at.y - start.y) if start.y == end.y else abs(at.x - start.x)
    return len(near) + 2 * signs + (off < FROM_CEILING)


def _are_near(one: Point, other: Point, distance: int) -> bool:
    return (one.x - other.x) ** 2 + (one.y - other.y) ** 2 < distance * distance


def _squares(lines: Sequence[Signed]) -> dict[tuple[int, int], list[tuple[int, Point]]]:
    """Points on all lines, close to each other, by the square that they lie in."""
    found: dict[tuple[int, int], list[tuple[int, Point]]] = defaultdict(list)
    for number, line in enumerate(lines):
        for begin, curve in _pieces(line):
            parts = _length(begin, curve) // 6 + 1
            for part in range(parts + 1):
                at = _on(begin, curve, part / parts)
                found[at.x // SQUARE, at.y // SQUARE].append((number, at))
    return found


def _pieces(line: Signed) -> list[tuple[Point, Curve]]:
    return [(line.start, line.curves[0]), *((before.end, curve) for before, curve in pairwise(line.curves))]


def _length(begin: Point, curve: Curve) -> int:
    return abs(curve.end.x - begin.x) + abs(curve.end.y - begin.y)


def _on(begin: Point, curve: Curve, t: float) -> Point:
    t = min(max(t, 0.0), 1.0)
    if curve.first == curve.second:
        # A straight piece: its control points lie in its middle, so its curve is slow there.
        x, y = begin.x + (curve.end.x - begin.x) * t, begin.y + (curve.end.y - begin.y) * t
        return Point(int(x + 0.5), int(y + 0.5))
    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    x = a * begin.x + b * curve.first.x + c * curve.second.x + d * curve.end.x
    y = a * begin.y + b * curve.first.y + c * curve.second.y + d * curve.end.y
    return Point(int(x + 0.5), int(y + 0.5))
