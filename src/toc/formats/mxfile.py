"""Cells of draw.io: what stands in an mxfile, as https://www.drawio.com/mxfile.xsd has it."""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from html import escape

from attrs import frozen

from toc.scene.drawing import escaped
from toc.scene.measure import BOLD, REGULAR, Style, width
from toc.scene.scene import Box, Line, Logo, Point
from toc.scene.shapes import VISION, Area, Disc, Lettering, Rect, Shape
from toc.scene.strokes import Polygon, Trace

SIDES = {"start": "left", "middle": "center", "end": "right"}


@frozen
class Corner:
    """What cells stand in: the id of a lane, a card or the layer, and where its upper left corner is in the scene."""

    parent: str
    at: Point


def plain(drawn: Iterable[Shape], corner: Corner, name: str) -> Iterator[str]:
    """Yield shapes as cells that say no more than what they show, numbered behind `name`."""
    for number, shape in enumerate(drawn, 1):
        yield _shape(shape, corner, f"{name}-{number}")


def vertex(name: str, label: str, style: str, box: Box, corner: Corner, tooltip: str = "") -> str:
    """Return a cell that is a shape; `label` is HTML."""
    place = {"x": box.x - corner.at.x, "y": box.y - corner.at.y, "width": box.width, "height": box.height}
    geometry = f'<mxGeometry{attributes(place)} as="geometry"/>'
    return cell(name, label, {"style": style, "vertex": 1, "parent": corner.parent}, geometry, tooltip)


def free_edge(name: str, style: str, start: Point, end: Point, corner: Corner) -> str:
    """Return a cell that is a line from one place to another, and holds on to nothing."""
    points = "".join(
        f'<mxPoint x="{point.x - corner.at.x}" y="{point.y - corner.at.y}" as="{role}"/>'
        for point, role in ((start, "sourcePoint"), (end, "targetPoint"))
    )
    geometry = f'<mxGeometry relative="1" as="geometry">{points}</mxGeometry>'
    return cell(name, "", {"style": style, "edge": 1, "parent": corner.parent}, geometry)


def cell(name: str, label: str, values: Mapping[str, object], inside: str, tooltip: str = "") -> str:
    """Return a cell with the attributes `values`, around its geometry; one with a tooltip is wrapped in an object."""
    if tooltip:
        said = attributes({"id": name, "label": label, "tooltip": tooltip})
        return f"<UserObject{said}><mxCell{attributes(values)}>{inside}</mxCell></UserObject>"
    return f"<mxCell{attributes({'id': name, 'value': label, **values})}>{inside}</mxCell>"


def attributes(values: Mapping[str, object]) -> str:
    """Return attributes of XML."""
    return "".join(f' {name}="{escaped(str(value))}"' for name, value in values.items())


def style_of(*words: str, **values: object) -> str:
    """Return a style: bare words, then names with their values."""
    return "".join(f"{word};" for word in words) + "".join(f"{name}={value};" for name, value in values.items())


def paint_of(rect: Rect, more: Mapping[str, object], ends: tuple[str, str] = ("", "")) -> str:
    """Return the style of a rectangle with round corners; `ends` are the colours of the vision's banner."""
    fill: dict[str, object] = {"fillColor": rect.fill or "none"}
    if rect.fill == VISION:
        fill = {"fillColor": ends[0], "gradientColor": ends[1], "gradientDirection": "east"}
    edge = {"strokeColor": rect.stroke or "none", "strokeWidth": f"{rect.width:g}"}
    dashes = {"dashed": 1, "dashPattern": " ".join(map(str, rect.dashes))} if rect.dashes else {}
    corner = {"rounded": int(rect.corner > 0), "absoluteArcSize": 1, "arcSize": 2 * rect.corner}
    return style_of(whiteSpace="wrap", html=1, **corner, **fill, **edge, **dashes, **more)


def font_of(line: Line, ink: str) -> dict[str, object]:
    """Return how `line` is set, as parts of a style."""
    return {"fontSize": f"{line.size:g}", "fontColor": ink, "fontStyle": int(line.bold), "fontFamily": "Helvetica"}


def _shape(shape: Shape, corner: Corner, name: str) -> str:
    match shape:
        case Rect(box):
            return vertex(name, "", paint_of(shape, {"connectable": 0}), box, corner)
        case Disc((x, y), radius, fill, stroke, wide):
            paint = {"fillColor": fill or "none", "strokeColor": stroke or "none", "strokeWidth": f"{wide:g}"}
            box = Box(x - radius, y - radius, 2 * radius, 2 * radius)
            return vertex(name, "", style_of("ellipse", html=1, connectable=0, **paint), box, corner)
        case Area(start, curves, fill):
            points = [start, *(curve[2] for curve in curves)]
            return vertex(name, "", style_of("ellipse", fillColor=fill, strokeColor="none"), _around(points), corner)
        case Polygon(points, fill):
            return vertex(name, "", style_of(fillColor=fill or "none", strokeColor="none"), _around(points), corner)
        case Trace(begin, ways, ink, wide, dashes):
            gaps = {"dashed": 1, "fixDash": 1, "dashPattern": " ".join(map(str, dashes))} if dashes else {}
            style = style_of(endArrow="none", strokeColor=ink, strokeWidth=f"{wide:g}", **gaps)
            return free_edge(name, style, begin, ways[-1].end, corner)
        case Logo(data, mime, box):
            # draw.io's own way of writing a data address: no `;base64`, as semicolons end a style.
            image = f"data:{mime},{b64encode(data).decode()}"
            return vertex(name, "", style_of(shape="image", imageAspect=0, image=image), box, corner)
        case Lettering(line, ink):
            return _text(name, line, ink, corner)


def _around(points: Iterable[tuple[float, float]]) -> Box:
    xs, ys = zip(*points, strict=True)
    left, top = int(min(xs)), int(min(ys))
    return Box(left, top, max(1, round(max(xs)) - left), max(1, round(max(ys)) - top))


def _text(name: str, line: Line, ink: str, corner: Corner) -> str:
    long = int(width(line.text, Style(line.size, BOLD if line.bold else REGULAR, line.tracking)) * 1.05) + 4
    left = line.at.x - {"start": 0, "middle": long // 2, "end": long}[line.anchor]
    box = Box(left, int(line.at.y - line.size), long, int(line.size * 1.4))
    room = {"spacing": 0, "strokeColor": "none", "fillColor": "none", "connectable": 0}
    look = style_of("text", html=1, align=SIDES[line.anchor], verticalAlign="middle", **room, **font_of(line, ink))
    return vertex(name, escape(line.text), look, box, corner)
