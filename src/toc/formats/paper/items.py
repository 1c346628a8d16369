"""What a picture consists of, piece by piece in the order in which it is painted and read aloud."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from toc.scene import shapes
from toc.scene.drawing import UNREADABLE
from toc.scene.measure import BOLD, REGULAR, Style, width
from toc.scene.scene import Box, Card, Line, Link, Logo, Mark, Scene
from toc.scene.shapes import Area, Disc, Lettering, Rect, Shape
from toc.scene.stacking import stacked
from toc.scene.strokes import Polygon, Trace

# Roles of PDF's standard structure; ARTIFACT is what nobody reads aloud.
HEADING, PARAGRAPH, FIGURE, ARTIFACT = "H1", "P", "Figure", "Artifact"
_READABLE = dict.fromkeys(UNREADABLE, "\ufffd") | dict.fromkeys((9, 10, 13), " ")


class Item(NamedTuple):
    """A piece of the picture: its shapes, what it is in the structure of a text, what is said of it, and its bounds."""

    role: str
    says: str
    shapes: tuple[Shape, ...]
    bounds: Box


def items(scene: Scene) -> tuple[Item, ...]:
    """Return the pieces of `scene`, those below first."""
    return tuple(_items(scene))


def _items(scene: Scene) -> Iterator[Item]:
    if scene.logo is not None:
        yield _item(ARTIFACT, "", [scene.logo])
    yield from _headings(scene)
    for lane in scene.lanes:
        yield _item(PARAGRAPH, lane.title, shapes.of_lane(scene, lane))
    for rule in scene.rules:
        yield _item(ARTIFACT, "", [shapes.of_rule(scene, rule)])
    if scene.ceiling is not None:
        yield _item(ARTIFACT, "", [shapes.of_ceiling(scene, scene.ceiling)])
    yield from (_card(scene, card) for card in scene.cards)
    yield from (_link(scene, link) for link in stacked(scene.links))
    if scene.ceiling is not None:
        label = shapes.of_ceiling_label(scene, scene.ceiling)
        yield _item(PARAGRAPH, _joined(scene.ceiling.lines), label)
    for sample in scene.legend:
        said = shapes.of_lines(scene, (sample.line,))
        yield _item(PARAGRAPH, sample.line.text, [*shapes.of_sample(scene, sample), *said])
    for note in scene.notes:
        yield _item(PARAGRAPH, note.text, shapes.of_lines(scene, (note,)))


def _headings(scene: Scene) -> Iterator[Item]:
    title = tuple(line for line in scene.headings if line.role == "title")
    rest = tuple(line for line in scene.headings if line.role != "title")
    if title:
        yield _item(HEADING, scene.title, shapes.of_lines(scene, title))
    if rest:
        yield _item(PARAGRAPH, _joined(rest), shapes.of_lines(scene, rest))


def _card(scene: Scene, card: Card) -> Item:
    drawn = [*shapes.of_card(scene, card), *_marks(scene, card.marks)]
    if card.shape == "gate":
        return _item(ARTIFACT, "", drawn)
    return _item(PARAGRAPH, _said(card.says, card.marks), drawn)


def _link(scene: Scene, link: Link) -> Item:
    drawn = [*shapes.of_link(scene, link), *_marks(scene, link.marks)]
    if link.end == "none":
        # It leads to where causes meet: the line from there on says it all.
        return _item(ARTIFACT, "", drawn)
    return _item(FIGURE, _said(f"{link.title}. {link.why}" if link.why else link.title, link.marks), drawn)


def _marks(scene: Scene, marks: Iterable[Mark]) -> Iterator[Shape]:
    for mark in marks:
        yield from shapes.of_mark(scene, mark)


def _said(text: str, marks: Iterable[Mark]) -> str:
    return "; ".join((text, *(mark.says for mark in marks if mark.says)))


def _joined(lines: Iterable[Line]) -> str:
    return " ".join(line.text for line in lines)


def _item(role: str, says: str, drawn: Iterable[Shape]) -> Item:
    found = tuple(drawn)
    return Item(role, readable(says), found, _around(bounds(shape) for shape in found))


def _around(boxes: Iterable[Box]) -> Box:
    known = list(boxes)
    left, top = min((box.x for box in known), default=0), min((box.y for box in known), default=0)
    right, bottom = max((box.right for box in known), default=0), max((box.bottom for box in known), default=0)
    return Box(left, top, right - left, bottom - top)


def readable(text: str) -> str:
    """Return `text` without what nobody can read."""
    return text.translate(_READABLE)


def bounds(shape: Shape) -> Box:
    """Return a box that holds `shape` and the width of its line, in px."""
    match shape:
        case Rect(box, _, _, _, wide):
            return _grown([(box.x, box.y), (box.right, box.bottom)], wide)
        case Logo(_, _, box):
            return box
        case Disc((x, y), radius, _, _, wide):
            return _grown([(x - radius, y - radius), (x + radius, y + radius)], wide)
        case Trace(start, curves, _, wide):
            return _grown([start, *(point for curve in curves for point in curve)], wide)
        case Area(begin, curves):
            return _grown([begin, *(point for curve in curves for point in curve)], 0)
        case Polygon(points, _, _, wide):
            return _grown(points, wide)
        case Lettering(line):
            long = width(line.text, Style(line.size, BOLD if line.bold else REGULAR, line.tracking))
            left = line.at.x - {"start": 0.0, "middle": long / 2, "end": long}[line.anchor]
            return _grown([(left, line.at.y - line.size), (left + long, line.at.y + line.size * 0.4)], 0)


def _grown(points: Iterable[tuple[float, float]], wide: float) -> Box:
    xs, ys = zip(*points, strict=True)
    more = wide / 2 + 1
    left, top = int(min(xs) - more), int(min(ys) - more)
    return Box(left, top, int(max(xs) + more) + 1 - left, int(max(ys) + more) + 1 - top)
