"""Shapes of a scene as shapes of PowerPoint, which can be moved, recoloured and written in."""

from collections.abc import Iterable
from io import BytesIO
from math import acos, degrees
from typing import Any

from toc.formats.pixels import pixels_of
from toc.formats.slides.place import Place
from toc.formats.slides.words import Voice, write_line
from toc.scene.scene import Box, Logo
from toc.scene.shapes import VISION, Area, Disc, Lettering, Rect, Shape
from toc.scene.strokes import Polygon, Trace
from toc.scene.theme import Theme

# Angles in PowerPoint: 60,000 a degree, which python-pptx counts in hundred thousands.
PER_DEGREE = 0.6
# From this angle on, half the part of a disc that is filled, it is the whole disc.
FULL = 178


def add_all(slide: Any, place: Place, voice: Voice, theme: Theme, shapes: Iterable[Shape]) -> list[Any]:
    """Add `shapes` to a slide and return what they became."""
    return [add(slide, place, voice, theme, shape) for shape in shapes]


def add(slide: Any, place: Place, voice: Voice, theme: Theme, shape: Shape) -> Any:
    """Add a shape to a slide and return what it became."""
    match shape:
        case Rect():
            return add_rect(slide, place, theme, shape)
        case Disc(at, radius, fill, stroke, wide):
            box = Box(at.x - radius, at.y - radius, 2 * radius, 2 * radius)
            return add_rect(slide, place, theme, Rect(box, radius, fill, stroke, wide))
        case Trace(begin, ways, ink, wide, dashes):
            line = slide.shapes.add_connector(1, *place.at(begin), *place.at(ways[-1].end))
            unstyled(line)
            _edge(line, place, ink, wide, dashes)
            return line
        case Polygon(points, fill, stroke, wide):
            return _polygon(slide, place, theme, points, Rect(Box(0, 0, 0, 0), 0, fill, stroke, wide))
        case Area():
            return _chord(slide, place, theme, shape)
        case Logo(_, _, box):
            return slide.shapes.add_picture(BytesIO(pixels_of(shape)), *place.box(box))
        case Lettering(line, ink):
            return write_line(slide, place, voice, line, ink)


def add_rect(slide: Any, place: Place, theme: Theme, rect: Rect) -> Any:
    """Add a rectangle with round corners."""
    from pptx.enum.shapes import MSO_SHAPE

    box = rect.box
    kind = MSO_SHAPE.ROUNDED_RECTANGLE if rect.corner else MSO_SHAPE.RECTANGLE
    added = slide.shapes.add_shape(kind, *place.box(box))
    if rect.corner:
        added.adjustments[0] = min(0.5, rect.corner / max(1, min(box.width, box.height)))
    _fill(added, place, theme, rect)
    return added


def grouped(slide: Any, members: Iterable[Any]) -> Any:
    """Put shapes of a slide into a group and return it."""
    from pptx.oxml.shapes.groupshape import CT_GroupShape
    from pptx.shapes.group import GroupShape

    # python-pptx's own way looks at all of the slide for each group: far too slow for hundreds of cards.
    shapes = slide.shapes
    group = CT_GroupShape.new_grpSp(shapes._next_shape_id, "")  # noqa: SLF001
    for member in members:
        group.append(member._element)  # noqa: SLF001
    shapes._spTree.append(group)  # noqa: SLF001
    group.recalculate_extents()
    return GroupShape(group, shapes)


def rgb(colour: str) -> Any:
    """Return a colour of a scene as python-pptx has it."""
    from pptx.dml.color import RGBColor

    made: Any = RGBColor
    return made(*bytes.fromhex(colour.removeprefix("#")))


def unstyled(shape: Any) -> None:
    """Take a shape out of the style of the presentation's theme: no shadow, and no colours but its own."""
    for style in shape._element.xpath("./p:style"):  # noqa: SLF001 - there is no other way in
        shape._element.remove(style)  # noqa: SLF001


def _polygon(slide: Any, place: Place, theme: Theme, points: Iterable[Any], paint: Rect) -> Any:
    ways = [(place.x(x), place.y(y)) for x, y in points]
    builder = slide.shapes.build_freeform(*ways[0])
    builder.add_line_segments(ways[1:], close=bool(paint.fill))
    added = builder.convert_to_shape()
    _fill(added, place, theme, paint)
    return added


def _chord(slide: Any, place: Place, theme: Theme, area: Area) -> Any:
    """The part of a disc that lies left of a line, which the area's first point is on."""
    from pptx.enum.shapes import MSO_SHAPE

    points = [area.start, *(curve[2] for curve in area.curves)]
    left, upper, lower = min(x for x, _ in points), min(y for _, y in points), max(y for _, y in points)
    middle, deep, half = (upper + lower) / 2, area.start[0] - left, abs(area.start[1] - (upper + lower) / 2)
    radius = (half * half + deep * deep) / (2 * deep)
    sides = place.x(left), place.y(middle - radius), place.long(2 * radius), place.long(2 * radius)
    angle = degrees(acos(max(-1.0, min(1.0, 1 - deep / radius))))
    added = slide.shapes.add_shape(MSO_SHAPE.CHORD if angle < FULL else MSO_SHAPE.OVAL, *sides)
    if angle < FULL:
        for number, turned in enumerate((180 - angle, 180 + angle)):
            added.adjustments[number] = turned * PER_DEGREE
    _fill(added, place, theme, Rect(Box(0, 0, 0, 0), 0, area.fill))
    return added


def _fill(added: Any, place: Place, theme: Theme, paint: Rect) -> None:
    unstyled(added)
    if paint.fill == VISION:
        added.fill.gradient()
        added.fill.gradient_angle = 0
        for stop, role in zip(added.fill.gradient_stops, ("vision.from", "vision.to"), strict=False):
            stop.color.rgb = rgb(theme.roles[role])
    elif paint.fill:
        added.fill.solid()
        added.fill.fore_color.rgb = rgb(paint.fill)
    else:
        added.fill.background()
    _edge(added, place, paint.stroke, paint.width, paint.dashes)


def _edge(added: Any, place: Place, ink: str, wide: float, dashes: tuple[int, ...]) -> None:
    from pptx.enum.dml import MSO_LINE

    if not ink:
        added.line.fill.background()
        return
    added.line.color.rgb = rgb(ink)
    added.line.width = place.long(wide)
    if dashes:
        added.line.dash_style = MSO_LINE.DASH
