"""draw.io: the picture as cells of diagrams.net, with cards in lanes and lines that hold on to them, all editable.

The file is an uncompressed mxfile, as https://www.drawio.com/mxfile.xsd has it.
"""

from collections.abc import Iterator, Mapping
from html import escape

from toc.formats.format import picture
from toc.formats.labels import Block, blocks
from toc.formats.mxfile import SIDES, Corner, attributes, cell, font_of, free_edge, paint_of, plain, style_of, vertex
from toc.scene import shapes
from toc.scene.drawing import escaped
from toc.scene.page import page_of
from toc.scene.scene import Box, Card, Lane, Line, Link, Point, Sample, Scene
from toc.scene.shapes import Disc, Lettering, Rect
from toc.scene.stacking import stacked
from toc.scene.theme import NEUTRAL

LAYER = "1"
PADDING = 12
# By verb: the end of the line, and whether it is filled.
ENDS = {"contributes": ("block", 1), "requires": ("block", 0), "hinders": ("baseDash", 0)}
# More curves than a line between lanes has: it was drawn freely, and its joints are enough.
MOST_CURVES = 12


@picture("drawio", ".drawio")
def drawio(scene: Scene) -> str:
    """Return the picture as a file of diagrams.net."""
    page = page_of(scene).view if scene.paper else Box(0, 0, scene.width, scene.height)
    model = {
        "dx": 0,
        "dy": 0,
        "grid": 0,
        "guides": 1,
        "tooltips": 1,
        "connect": 1,
        "arrows": 1,
        "fold": 1,
        "page": 1,
        "pageScale": 1,
        "pageWidth": page.width,
        "pageHeight": page.height,
        "background": scene.theme.roles["background"],
        "math": 0,
        "shadow": 0,
    }
    inside = "".join(f"        {each}\n" for each in _cells(scene, Corner(LAYER, Point(page.x, page.y))))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<mxfile host="toc">\n'
        f'  <diagram id="picture" name="{escaped(scene.title)}">\n    <mxGraphModel{attributes(model)}>\n'
        f'      <root>\n        <mxCell id="0"/>\n        <mxCell id="{LAYER}" parent="0"/>\n{inside}'
        "      </root>\n    </mxGraphModel>\n  </diagram>\n</mxfile>\n"
    )


def _cells(scene: Scene, layer: Corner) -> Iterator[str]:
    if scene.logo is not None:
        yield from plain([scene.logo], layer, "logo")
    yield from plain(shapes.of_lines(scene, scene.headings), layer, "heading")
    corners: dict[int, Corner] = {}
    for lane in scene.lanes:
        yield _lane(scene, lane, layer)
        if not scene.rules:
            # What stands in a lane is drawn with it: rules, between the two, would lie on the cards.
            corners[int(lane.id.rpartition("-")[2]) - 1] = Corner(lane.id, Point(lane.box.x, lane.box.y))
    yield from plain((shapes.of_rule(scene, rule) for rule in scene.rules), layer, "rule")
    if scene.ceiling is not None:
        yield from plain([shapes.of_ceiling(scene, scene.ceiling)], layer, "ceiling")
    for card in scene.cards:
        inside = corners.get(card.lane, layer) if card.lane is not None else layer
        yield from _card(scene, card, inside)
    boxes = {card.id: card.box for card in scene.cards}
    for link in stacked(scene.links):
        yield from _link(scene, link, boxes, layer)
    if scene.ceiling is not None:
        yield from plain(shapes.of_ceiling_label(scene, scene.ceiling), layer, "ceiling-label")
    for number, sample in enumerate(scene.legend, 1):
        yield from _sample(scene, sample, layer, f"legend-{number}")
    yield from plain(shapes.of_lines(scene, scene.notes), layer, "note")


def _lane(scene: Scene, lane: Lane, layer: Corner) -> str:
    ground = next(shape for shape in shapes.of_lane(scene, lane) if isinstance(shape, Rect))
    words: dict[str, object] = {}
    if lane.lines:
        first, last = lane.lines[0], lane.lines[-1]
        above, below = first.at.y - first.size - lane.box.y, lane.box.bottom - last.at.y - first.size * 0.4
        anchor = "top" if above < below / 2 else "bottom" if below < above / 2 else "middle"
        room = {"top": {"spacingTop": int(above)}, "bottom": {"spacingBottom": int(below)}, "middle": {}}[anchor]
        words = {"verticalAlign": anchor, "align": SIDES[first.anchor], "spacingLeft": 14, "spacingRight": 14, **room}
        words |= font_of(first, shapes.colour(scene, first.role))
    label = "<br>".join(escape(line.text) for line in lane.lines)
    held = {"container": 1, "collapsible": 0, "connectable": 0}
    return vertex(lane.id, label, paint_of(ground, {**held, **words}), lane.box, layer)


def _card(scene: Scene, card: Card, corner: Corner) -> Iterator[str]:
    grounds = [shape for shape in shapes.of_card(scene, card) if isinstance(shape, Rect)]
    for ring in grounds[:-1]:
        yield vertex(f"{card.id}-highlight", "", paint_of(ring, {}), ring.box, corner)
    words = tuple(blocks(card))
    look: dict[str, object] = {}
    if words:
        main = next((block.first for block in words if block.is_label), words[0].first)
        look = _upright(card, words[0].first, main) | font_of(main, shapes.colour(scene, main.role))
    label = "<br>".join(_words(scene, block) for block in words)
    ends = scene.theme.roles["vision.from"], scene.theme.roles["vision.to"]
    yield vertex(card.id, label, paint_of(grounds[-1], look, ends), card.box, corner, card.says)
    inside = Corner(card.id, Point(card.box.x, card.box.y))
    for mark in card.marks:
        yield from plain(shapes.of_mark(scene, mark), inside, f"{card.id}-{mark.name}")


def _upright(card: Card, first: Line, main: Line) -> dict[str, object]:
    """Where the words of a card stand in it."""
    if first.anchor == "middle":
        return {"align": "center", "verticalAlign": "middle"}
    top = int(first.at.y - max(first.size, main.size) - card.box.y) - 4
    return {"align": "left", "verticalAlign": "top", "spacingLeft": PADDING, "spacingRight": 6, "spacingTop": top}


def _words(scene: Scene, block: Block) -> str:
    """Words as HTML; those of the label have the look of the whole cell, but where a word has to be broken."""
    text = escape(block.text)
    if block.is_label:
        return f'<span style="overflow-wrap:anywhere">{text}</span>' if block.broken else text
    line = block.first
    weight = "bold" if line.bold else "normal"
    ink = shapes.colour(scene, line.role)
    style = f"font-size:{line.size:g}px;color:{ink};font-weight:{weight};letter-spacing:{line.tracking:g}px"
    return f'<span style="{style}">{text}</span>'


def _link(scene: Scene, link: Link, boxes: Mapping[str, Box], layer: Corner) -> Iterator[str]:
    start, end = boxes[link.source], boxes[link.target]
    ink = shapes.ink_of(scene, link)
    ways = {
        **_port("exit", start, link.start),
        **_port("entry", end, link.tip),
        "curved": 1,
        "rounded": 0,
    }
    style = _stroke(link.verb, ink, link.width / 10, feedback=link.feedback, ended=link.end != "none") + style_of(
        **ways
    )
    points = "".join(_point(point, layer) for point in _bends(link))
    array = f'<Array as="points">{points}</Array>' if points else ""
    geometry = f'<mxGeometry relative="1" as="geometry">{array}</mxGeometry>'
    values = {"style": style, "edge": 1, "parent": layer.parent, "source": link.source, "target": link.target}
    says = f"{link.title}. {link.why}" if link.why else link.title
    yield cell(link.id, "", values, geometry, says)
    for number, badge in enumerate(link.badges):
        look = _badge(scene, ink)
        offset = f'<mxPoint x="{20 * number - 8}" y="-8" as="offset"/>'
        inside = f'<mxGeometry width="16" height="16" relative="1" as="geometry">{offset}</mxGeometry>'
        sign = {"style": look, "vertex": 1, "connectable": 0, "parent": link.id}
        yield cell(f"{link.id}-sign-{number + 1}", escape(badge.sign), sign, inside)
    marks = Corner(layer.parent, layer.at)
    for mark in link.marks:
        yield from plain(shapes.of_mark(scene, mark), marks, f"{link.id}-{mark.name}")


def _badge(scene: Scene, ink: str) -> str:
    paint = {"fillColor": shapes.colour(scene, "card"), "strokeColor": ink, "strokeWidth": 1.4}
    return style_of("ellipse", html=1, **paint, fontSize=11, fontStyle=1, fontColor=ink)


def _stroke(verb: str, ink: str, wide: float, *, feedback: bool = False, ended: bool = True) -> str:
    end, filled = ENDS[verb] if ended else ("none", 0)
    values: dict[str, object] = {"strokeColor": ink, "strokeWidth": f"{wide:g}", "endArrow": end, "endFill": filled}
    values |= {"endSize": 8, "startArrow": "none"}
    if feedback or verb == "hinders":
        values |= {"dashed": 1, "fixDash": 1, "dashPattern": "11 6" if feedback else "5 4"}
    return style_of(html=1, **values)


def _port(name: str, box: Box, point: Point) -> dict[str, object]:
    """Where a line touches a card, in parts of its width and height."""
    across = (point.x - box.x) / max(1, box.width)
    down = (point.y - box.y) / max(1, box.height)
    place = {f"{name}X": across, f"{name}Y": down}
    return {key: f"{min(1.0, max(0.0, part)):.4g}" for key, part in place.items()} | {
        f"{name}Dx": 0,
        f"{name}Dy": 0,
        f"{name}Perimeter": 0,
    }


def _bends(link: Link) -> Iterator[Point]:
    """The places that a line passes near: controls of its curves and the joints between, but for its ends."""
    at, last = link.start, len(link.curves) - 1
    for number, (one, two, end) in enumerate(link.curves):
        is_straight = at.x == one.x == two.x == end.x or at.y == one.y == two.y == end.y
        if not is_straight and last < MOST_CURVES:
            yield one
            yield two
        if number < last:
            yield end
        at = end


def _point(point: Point, corner: Corner) -> str:
    return f'<mxPoint x="{point.x - corner.at.x}" y="{point.y - corner.at.y}"/>'


def _sample(scene: Scene, sample: Sample, layer: Corner, name: str) -> Iterator[str]:
    if sample.sign is not None:
        yield from plain(shapes.of_sample(scene, sample), layer, f"{name}-sign")
    else:
        ink = shapes.colour(scene, "hinders.line" if sample.verb == "hinders" else f"link:{NEUTRAL}")
        style = _stroke(sample.verb, ink, sample.width / 10, feedback=sample.feedback, ended=not sample.plain)
        y = sample.box.y + sample.box.height // 2
        yield free_edge(f"{name}-line", style, Point(sample.box.x, y), Point(sample.box.right, y), layer)
        discs = [shape for shape in shapes.of_sample(scene, sample) if isinstance(shape, Disc | Lettering)]
        yield from plain(discs, layer, f"{name}-sign")
    yield from plain(shapes.of_lines(scene, (sample.line,)), layer, f"{name}-text")
