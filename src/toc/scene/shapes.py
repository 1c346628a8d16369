"""A scene as plain shapes, in the order in which they are painted: what every drawing of it, SVG or PDF, consists of.

Colours are `#RRGGBB`, and an empty text is none; `VISION` stands for the banner's colours from left to right.
"""

from collections.abc import Iterator
from math import acos, cos, pi, sin, tan
from typing import NamedTuple, TypeAlias

from toc.scene.captions import TOGETHER_SIGN
from toc.scene.scene import Box, Card, Ceiling, Curve, Lane, Line, Link, Logo, Mark, Point, Rule, Sample, Scene
from toc.scene.strokes import ENDS, Polygon, Trace, ending, stroke
from toc.scene.theme import NEUTRAL

VISION = "vision"
CORNER = 13
BANNER_CORNER = 18
LANE_CORNER = 16
# The dashes around ideas and drafts.
DRAFT = (5, 4)
FEEDBACK_SIGN, UNCERTAIN_SIGN = "↺", "?"


class Rect(NamedTuple):
    """A rectangle with round corners; `stroke` is the colour of its edge, `width` px wide, half of it outside.

    `dashes` are the lengths of the edge's dashes and of the gaps between, in px.
    """

    box: Box
    corner: int
    fill: str
    stroke: str = ""
    width: float = 0.0
    dashes: tuple[int, ...] = ()


class Disc(NamedTuple):
    """A circle."""

    centre: Point
    radius: int
    fill: str
    stroke: str
    width: float


class Lettering(NamedTuple):
    """A line of text in its colour."""

    line: Line
    ink: str


class Area(NamedTuple):
    """A filled shape between curves, which end where the first began; places in parts of px."""

    start: tuple[float, float]
    curves: tuple[tuple[tuple[float, float], tuple[float, float], tuple[float, float]], ...]
    fill: str


Shape: TypeAlias = Rect | Disc | Lettering | Trace | Polygon | Area | Logo


def colour(scene: Scene, role: str) -> str:
    """Return the colour of a role, as `Theme.colour` has it."""
    return scene.theme.colour(role)


def of_lines(scene: Scene, lines: tuple[Line, ...]) -> Iterator[Shape]:
    """Yield lines of text in their colours."""
    for line in lines:
        yield Lettering(line, colour(scene, line.role))


def of_paper(scene: Scene, view: Box) -> Shape:
    """Return what everything stands on, where `view` is what is to be seen."""
    return Rect(view, 0, colour(scene, "background"))


def of_lane(scene: Scene, lane: Lane) -> Iterator[Shape]:
    """Yield the shapes of a lane: its tint and its title."""
    yield Rect(lane.box, LANE_CORNER, colour(scene, f"tint:{lane.hue}"), colour(scene, f"edge:{lane.hue}"), 1)
    yield from of_lines(scene, lane.lines)


def of_card(scene: Scene, card: Card) -> Iterator[Shape]:
    """Yield the shapes of a card, and of a gate."""
    line, outline = colour(scene, f"line:{card.hue}"), scene.theme.outline
    if card.highlighted:
        for away, role, width in ((5, "highlight.line", 4.0), (8, "highlight.edge", 1.2)):
            wide = Box(card.box.x - away, card.box.y - away, card.box.width + 2 * away, card.box.height + 2 * away)
            yield Rect(wide, CORNER + away, "", colour(scene, role), width)
    dashes = DRAFT if card.dashed else ()
    match card.shape:
        case "banner":
            yield Rect(card.box, BANNER_CORNER, VISION, colour(scene, "vision.line"), outline)
        case "filled":
            yield Rect(card.box, CORNER, colour(scene, f"fill:{card.hue}"), line, outline)
        case shape:
            corner = card.box.width // 2 if shape == "gate" else CORNER
            yield Rect(card.box, corner, colour(scene, "card"), line, outline, dashes)
    yield from of_lines(scene, card.lines)


def of_mark(scene: Scene, mark: Mark) -> Iterator[Shape]:
    """Yield the shapes of a mark."""
    ink, box = colour(scene, mark.role), mark.box
    if mark.shape == "pill":
        yield Rect(box, box.height // 2, ink)
    elif mark.shape == "dot":
        radius = box.height // 2
        centre = Point(box.x + radius, box.y + radius)
        yield Disc(centre, radius, colour(scene, mark.rest), ink, 1.4)
        if mark.part > 0:
            yield _left_of(centre, radius, min(mark.part, 1.0), ink)
    elif mark.shape == "bar":
        yield Rect(box, box.height // 2, colour(scene, mark.rest))
        filled = int(box.width * min(max(mark.part, 0.0), 1.0) + 0.5)
        if filled:
            yield Rect(box._replace(width=filled), min(filled, box.height) // 2, ink)
    yield from of_lines(scene, mark.lines)


def of_rule(scene: Scene, rule: Rule) -> Shape:
    """Return a rule."""
    line = (straight(rule.start, rule.end),)
    return Trace(rule.start, line, colour(scene, rule.role), rule.width, (4, 4) if rule.dashed else ())


def ink_of(scene: Scene, link: Link) -> str:
    """Return the colour of a link's line."""
    return colour(scene, "hinders.line" if link.verb == "hinders" else f"link:{link.hue}")


def of_link(scene: Scene, link: Link) -> Iterator[Shape]:
    """Yield the shapes of a link: its line on a halo, its end and its signs."""
    ink, paper = ink_of(scene, link), colour(scene, "background")
    yield from stroke(link.start, link.curves, ink, link.width, link.verb, link.feedback, paper)
    yield from ending(link.end, link.tip, link.heading, link.width, ink, paper)
    for badge in link.badges:
        yield from _badge(scene, badge.sign, badge.at, ink)


def of_ceiling(scene: Scene, ceiling: Ceiling) -> Shape:
    """Return the line of the ceiling."""
    return Trace(ceiling.start, (straight(ceiling.start, ceiling.end),), colour(scene, "ceiling.line"), 2, (9, 6))


def of_ceiling_label(scene: Scene, ceiling: Ceiling) -> Iterator[Shape]:
    """Yield the label of the ceiling, which stands above links."""
    yield Rect(ceiling.label, ceiling.label.height // 2, colour(scene, "ceiling.line"))
    yield from of_lines(scene, ceiling.lines)


def of_sample(scene: Scene, sample: Sample) -> Iterator[Shape]:
    """Yield what a line of the legend shows, a piece of link or a sign; its words are `sample.line`."""
    if sample.sign is not None:
        yield from of_mark(scene, sample.sign)
        return
    paper, y = colour(scene, "background"), sample.box.y + sample.box.height // 2
    ink = colour(scene, "hinders.line" if sample.verb == "hinders" else f"link:{NEUTRAL}")
    end = "none" if sample.plain else ENDS[sample.verb]
    head = 0 if sample.plain else 6 if end == "bar" else 9 + sample.width // 10
    start, tip = Point(sample.box.x, y), Point(sample.box.right, y)
    line = (straight(start, Point(tip.x - head, y)),)
    yield from stroke(start, line, ink, sample.width, sample.verb, sample.feedback, paper)
    yield from ending(end, tip, Point(1, 0), sample.width, ink, paper)
    middle = Point(start.x + (sample.box.width - head) // 2, y)
    signs = (FEEDBACK_SIGN, sample.feedback), (UNCERTAIN_SIGN, sample.uncertain), (TOGETHER_SIGN, sample.gate)
    for sign, wanted in signs:
        if wanted:
            yield from _badge(scene, sign, middle, ink)


def straight(start: Point, end: Point) -> Curve:
    """Return the straight line from `start` to `end`, as a curve."""
    return Curve(start, end, end)


def _badge(scene: Scene, sign: str, at: Point, ink: str) -> Iterator[Shape]:
    yield Disc(at, 8, colour(scene, "card"), ink, 1.4)
    yield Lettering(Line(sign, Point(at.x, at.y + 4), 11, "", True, "middle"), ink)


def _left_of(centre: Point, radius: int, part: float, ink: str) -> Area:
    """The part of a disc that lies left of a line, in curves of at most a quarter of its circle each."""
    half = acos(1 - 2 * part)
    pieces = max(1, -(-int(half * 200) // int(pi * 50)))
    step = 2 * half / pieces
    reach = radius * 4 / 3 * tan(step / 4)

    def at(angle: float, along: float = 0.0) -> tuple[float, float]:
        x = centre.x + radius * cos(angle) - along * sin(angle)
        return round(x, 2), round(centre.y + radius * sin(angle) + along * cos(angle), 2)

    first = pi - half
    angles = [(first + step * number, first + step * (number + 1)) for number in range(pieces)]
    return Area(at(first), tuple((at(one, reach), at(two, -reach), at(two)) for one, two in angles), ink)
