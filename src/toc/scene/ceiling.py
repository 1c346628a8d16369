"""The accountability ceiling: a line across the whole picture, with its name where no link runs under it."""

from collections.abc import Iterator, Sequence

from toc.messages import show
from toc.scene import captions
from toc.scene.bends import Place
from toc.scene.frame import Frame
from toc.scene.layout import Layout
from toc.scene.measure import BOLD, Style, width
from toc.scene.scene import Box, Ceiling, Line, Link, Point

PILL = Style(10, BOLD, 0.6)
HEIGHT = 22
STEP = 16
# How far the line stands out at both ends, and how near a link may come to the name.
BEYOND, NEAR = 26, 4
# Into how many straight pieces a curve is cut to see whether it runs under the name.
PIECES = 12


def ceiling(layout: Layout, around: Frame, links: Sequence[Link], language: str) -> Ceiling | None:
    """Return the ceiling of a layout, None where it has none.

    Its name stands at the end of the line, or as near to it as there is room between the links; where there is none
    at all, beside the line.
    """
    ends = ceiling_ends(layout, around)
    if ends is None:
        return None
    start, end = ends
    text = show(captions.CEILING, language).upper()
    size = int(width(text, PILL)) + 24
    boxes = list(_places(start, end, size))
    near = [link for link in links if _comes_near(link, start, end, size)]
    box = next((box for box in boxes if not any(_meets(box, link) for link in near)), boxes[0])
    at = Point(box.x + box.width // 2, box.y + 15)
    return Ceiling(start, end, box, (Line(text, at, PILL.size, "ceiling.ink", True, "middle", PILL.tracking),))


def ceiling_ends(layout: Layout, around: Frame) -> tuple[Point, Point] | None:
    """Return where the line of the ceiling begins and ends, None where a layout has none."""
    if layout.ceiling is None:
        return None
    low, high = around.breadth
    return around.point(Place(low - BEYOND, layout.ceiling)), around.point(Place(high + BEYOND, layout.ceiling))


def _places(start: Point, end: Point, size: int) -> Iterator[Box]:
    if start.y == end.y:
        for x in range(end.x - size, start.x - 1, -STEP):
            yield Box(x, end.y - HEIGHT // 2, size, HEIGHT)
        return
    for y in range(start.y - HEIGHT // 2, end.y, STEP):
        yield Box(start.x - size // 2, y, size, HEIGHT)


def _comes_near(link: Link, start: Point, end: Point, size: int) -> bool:
    """Whether a link has anything to do with the strip in which the name may stand."""
    if start.y == end.y:
        low, high = start.y - HEIGHT, start.y + HEIGHT
        places = [link.start.y, *(point.y for curve in link.curves for point in curve), link.tip.y]
    else:
        low, high = start.x - size, start.x + size
        places = [link.start.x, *(point.x for curve in link.curves for point in curve), link.tip.x]
    return min(places) <= high and max(places) >= low


def _meets(box: Box, link: Link) -> bool:
    """Whether the link's line, or one of its signs, runs under the box."""
    at = link.start
    for first, second, end in link.curves:
        before = at
        for piece in range(1, PIECES + 1):
            t = piece / PIECES
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            now = Point(
                round(a * at.x + b * first.x + c * second.x + d * end.x),
                round(a * at.y + b * first.y + c * second.y + d * end.y),
            )
            if _touches(box, before, now, NEAR + link.width // 20):
                return True
            before = now
        at = end
    signs = [badge.at for badge in link.badges]
    signs += [Point(mark.box.x + mark.box.width // 2, mark.box.y + mark.box.height // 2) for mark in link.marks]
    return any(_touches(box, sign, sign, 10) for sign in (*signs, link.tip))


def _touches(box: Box, one: Point, two: Point, near: int) -> bool:
    left, right, top, bottom = min(one.x, two.x), max(one.x, two.x), min(one.y, two.y), max(one.y, two.y)
    return left < box.right + near and right > box.x - near and top < box.bottom + near and bottom > box.y - near
