"""Lines between the cards of a slide: connectors of PowerPoint that hold on to both of them."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from toc.formats.slides.figures import rgb, unstyled
from toc.formats.slides.place import EMU_PER_POINT, Place
from toc.scene.scene import Box, Link, Point

# The sides of a rectangle in PowerPoint's numbers, and the way out of each.
SIDES = (Point(0, -1), Point(-1, 0), Point(0, 1), Point(1, 0))
# By the way out of the first card: the turn of a connector, which runs to the right before it is turned.
TURNS = {Point(1, 0): 0, Point(0, 1): 5_400_000, Point(-1, 0): 10_800_000, Point(0, -1): 16_200_000}
# More curves than a line between lanes has: it was drawn freely.
MOST_CURVES = 12
# By verb: the end of the line, whether it is double, and its dashes. PowerPoint has no bar across the end of a line.
ENDS = {"contributes": "triangle", "requires": "arrow", "hinders": "oval"}


class Look(NamedTuple):
    """How a line is drawn: its verb, its colour, its width in px, and what is known of it."""

    verb: str
    ink: str
    width: float
    feedback: bool = False
    ended: bool = True


class Joint(NamedTuple):
    """An end of a line: the shape it holds on to, the side of it, and where it is drawn to, in EMU."""

    shape: Any
    side: int
    x: int
    y: int


class Bend(NamedTuple):
    """Where a line crosses over: how far along its way out, to where beside it, and how long it then goes straight.

    In EMU, from the start of the line.
    """

    along: int
    across: int
    run: int


def side_of(box: Box, point: Point) -> int:
    """Return the side of `box` that `point` is nearest to."""
    far = (abs(point.y - box.y), abs(point.x - box.x), abs(point.y - box.bottom), abs(point.x - box.right))
    return far.index(min(far))


def connect(slide: Any, place: Place, start: Joint, end: Joint, look: Look, bends: Sequence[Bend] = ()) -> Any:
    """Draw a line from `start` to `end` that turns at `bends`, and return its connector.

    PowerPoint's connectors turn at right angles, and cross over at most twice: of more bends, the first and the last
    count, and the longest way between them.
    """
    from pptx.enum.shapes import MSO_CONNECTOR

    kind = MSO_CONNECTOR.ELBOW if bends else MSO_CONNECTOR.STRAIGHT
    drawn = slide.shapes.add_connector(kind, start.x, start.y, end.x, end.y)
    if bends:
        _turn(drawn, (start, end), bends)
    if start.shape is not None:
        drawn._connect_begin_to(start.shape, start.side)  # noqa: SLF001 - the public one would move the line's end
        drawn._connect_end_to(end.shape, end.side)  # noqa: SLF001
    _ink(drawn, place, look)
    return drawn


def bends_of(place: Place, link: Link, out: Point) -> tuple[Bend, ...]:
    """Return where the line of `link`, which sets out by the way `out`, crosses over to another track."""
    if len(link.curves) > MOST_CURVES:
        # A curve drawn freely: one bend half way.
        joints = [link.start, link.tip]
    else:
        joints = [link.start, *(curve.end for curve in link.curves)]
        joints[-1] = link.tip
    ways = [_local(joint, link.start, out) for joint in joints]
    found = []
    for number, ((along, across), (further, beside)) in enumerate(pairwise(ways)):
        if abs(beside - across) > 1:
            run = ways[number + 2][0] - further if number + 2 < len(ways) else 0
            found.append(Bend(place.long((along + further) / 2), place.long(beside), abs(run)))
    return tuple(found)


def _local(point: Point, start: Point, out: Point) -> tuple[int, int]:
    """A place as seen from the start of a line: how far along its way out, and how far to the right of that."""
    dx, dy = point.x - start.x, point.y - start.y
    return dx * out.x + dy * out.y, dx * -out.y + dy * out.x


def _turn(drawn: Any, ends: tuple[Joint, Joint], bends: Sequence[Bend]) -> None:
    """Turn a connector so that it leaves its first card by the way out, and let it bend where it is to."""
    from pptx.oxml.ns import qn

    start, end = ends
    out = SIDES[start.side]
    along, across = _local(Point(end.x, end.y), Point(start.x, start.y), out)
    wide, high = max(abs(along), 1), max(abs(across), 1)
    frame = drawn._element.spPr.find(qn("a:xfrm"))  # noqa: SLF001
    frame.attrib.clear()
    for name, value in (("rot", TURNS[out] or ""), ("flipH", along < 0), ("flipV", across < 0)):
        if value:
            frame.set(name, str(int(value)))
    middle = (start.x + end.x) // 2, (start.y + end.y) // 2
    offset, extent = frame.find(qn("a:off")), frame.find(qn("a:ext"))
    offset.set("x", str(middle[0] - wide // 2))
    offset.set("y", str(middle[1] - high // 2))
    extent.set("cx", str(wide))
    extent.set("cy", str(high))
    shape = drawn._element.spPr.find(qn("a:prstGeom"))  # noqa: SLF001
    signs = (-1 if along < 0 else 1, -1 if across < 0 else 1)
    if len(bends) == 1:
        guides = [(bends[0].along * signs[0], wide)]
    else:
        run = max(bends[:-1], key=lambda bend: bend.run)
        guides = [(bends[0].along * signs[0], wide), (run.across * signs[1], high), (bends[-1].along * signs[0], wide)]
        shape.set("prst", "bentConnector5")
    known = shape.find(qn("a:avLst"))
    for number, (far, whole) in enumerate(guides, 1):
        guide = {"name": f"adj{number}", "fmla": f"val {far * 100_000 // whole}"}
        known.append(known.makeelement(qn("a:gd"), guide))


def _ink(drawn: Any, place: Place, look: Look) -> None:
    from pptx.enum.dml import MSO_LINE
    from pptx.oxml.ns import qn

    unstyled(drawn)
    drawn.line.color.rgb = rgb(look.ink)
    double = look.verb == "requires"
    drawn.line.width = max(EMU_PER_POINT // 4, place.long(look.width + (2.4 if double else 0)))
    if look.feedback:
        drawn.line.dash_style = MSO_LINE.LONG_DASH
    elif look.verb == "hinders":
        drawn.line.dash_style = MSO_LINE.DASH
    line = drawn.line._get_or_add_ln()  # noqa: SLF001
    if double:
        line.set("cmpd", "dbl")
    if look.ended:
        line.append(line.makeelement(qn("a:tailEnd"), {"type": ENDS[look.verb], "w": "med", "len": "med"}))
