"""How the three verbs are drawn, so that they are told apart without colour: by their line and by its end.

A contribution is a plain line with a full arrowhead, a requirement a double line with a hollow one, a hindrance a
dashed line that ends at a bar. Feedback has longer dashes, and its sign. Sizes are px, widths tenths of a px.
"""

from collections.abc import Iterator
from typing import NamedTuple

from toc.scene.scene import Curve, Point

HALO = 30
ENDS = {"contributes": "arrow", "requires": "hollow", "hinders": "bar"}


class Trace(NamedTuple):
    """A line along curves, `width` px wide; `dashes` are the lengths of its dashes and of the gaps between, in px."""

    start: Point
    curves: tuple[Curve, ...]
    ink: str
    width: float
    dashes: tuple[int, ...] = ()


class Polygon(NamedTuple):
    """Straight lines from point to point; with a `fill`, closed and filled. Colours as in `toc.scene.shapes`."""

    points: tuple[Point, ...]
    fill: str
    stroke: str = ""
    width: float = 0.0


def stroke(
    start: Point, curves: tuple[Curve, ...], ink: str, width: int, verb: str, feedback: bool, paper: str
) -> Iterator[Trace]:
    """Yield the line of a link along `curves`, on a halo of the paper's colour."""
    outer = width + 24 if verb == "requires" else width
    dashes = () if verb != "hinders" and not feedback else (11, 6) if feedback else (5, 4)
    yield Trace(start, curves, paper, (outer + HALO) / 10)
    yield Trace(start, curves, ink, outer / 10, dashes)
    if verb == "requires":
        yield Trace(start, curves, paper, max(12, outer - 28) / 10)


def ending(end: str, tip: Point, heading: Point, width: int, ink: str, paper: str) -> Iterator[Polygon]:
    """Yield the end of a link at `tip`, which it reaches in direction `heading` (one px along an axis)."""
    if end == "none":
        return
    dx, dy = heading
    if end == "bar":
        half = 8 + width // 20
        one = Point(tip.x - 5 * dx + half * dy, tip.y - 5 * dy + half * dx)
        two = Point(tip.x - 5 * dx - half * dy, tip.y - 5 * dy - half * dx)
        yield Polygon((one, two), "", ink, 3.6)
        return
    length, half = 10 + width // 10, 5 + width // 14
    inset = 1 if end == "hollow" else 0
    tip = Point(tip.x - inset * dx, tip.y - inset * dy)
    back = Point(tip.x - length * dx, tip.y - length * dy)
    left, right = Point(back.x + half * dy, back.y + half * dx), Point(back.x - half * dy, back.y - half * dx)
    yield Polygon((tip, left, right), paper, ink, 1.6) if end == "hollow" else Polygon((tip, left, right), ink)
