"""One slide: the picture, or as much of it as is to be seen at a step."""

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import frozen

from toc.formats.labels import blocks
from toc.formats.slides.figures import add, add_all, add_rect, grouped
from toc.formats.slides.lines import SIDES, Joint, Look, bends_of, connect, side_of
from toc.formats.slides.place import Place
from toc.formats.slides.words import LEADING, Run, Voice, fit, readable, write
from toc.scene import shapes
from toc.scene.captions import TOGETHER_SIGN
from toc.scene.scene import Box, Card, Lane, Line, Link, Point, Sample, Scene
from toc.scene.shapes import Disc, Lettering, Rect
from toc.scene.stacking import stacked
from toc.scene.theme import NEUTRAL

# The room between the edge of a card and its words, in px.
PADDING = 12
# Half the side of what lines hold on to, in px.
PORT = 3


@frozen
class Slide:
    """A slide and what it is drawn with."""

    slide: Any
    place: Place
    voice: Voice
    scene: Scene
    cards: Mapping[str, Card]


def draw(made: Slide) -> None:
    """Draw the scene of a slide; its lines stand beneath its cards and hold on to them."""
    scene, slide, place = made.scene, made.slide, made.place
    _headings(made)
    if scene.logo is not None:
        _name(add(slide, place, made.voice, scene.theme, scene.logo), "logo", "")
    for lane in scene.lanes:
        _lane(made, lane)
    for rule in scene.rules:
        _name(add(slide, place, made.voice, scene.theme, shapes.of_rule(scene, rule)), "rule", "")
    if scene.ceiling is not None:
        line = shapes.of_ceiling(scene, scene.ceiling)
        _name(add(slide, place, made.voice, scene.theme, line), "ceiling", "")
    tree = slide.shapes._spTree  # noqa: SLF001 - python-pptx has no other way to put a shape beneath others
    beneath = len(tree)
    drawn = {card.id: _card(made, card) for card in scene.cards}
    lowest: Any = tree[beneath] if drawn else None
    ports: dict[str, list[Any]] = {}
    for link in stacked(scene.links):
        for part in _link(made, link, ports):
            lowest.addprevious(part._element)  # noqa: SLF001
    for card in scene.cards:
        _group(made, card, [drawn[card.id], *ports.get(card.id, ())])
    _around(made)


def _name(shape: Any, name: str, says: str) -> None:
    """Name a shape, and say what it shows to those who do not see it."""
    properties = shape._element.xpath(".//p:cNvPr")[0]  # noqa: SLF001
    properties.set("name", readable(name))
    properties.set("descr", readable(says))


def _headings(made: Slide) -> None:
    """The title, as the slide's own; and the lines under it."""
    scene, place = made.scene, made.place
    lines = [line for line in scene.headings if line.role == "title"]
    rest = [line for line in scene.headings if line.role != "title"]
    title = made.slide.shapes.title
    if lines:
        first, last = lines[0], lines[-1]
        top = place.y(first.at.y - first.size)
        title.left, title.top, title.width = place.x(0), top, place.long(scene.width)
        title.height = place.y(last.at.y + first.size * 0.4) - top
        fit(title.text_frame, anchor="ctr")
        ink = shapes.colour(scene, "title")
        write(title.text_frame, place, made.voice, [Run(scene.title, first.size, ink, True)], "middle")
    for line in rest:
        add(made.slide, place, made.voice, scene.theme, Lettering(line, shapes.colour(scene, line.role)))


def _lane(made: Slide, lane: Lane) -> None:
    scene, place = made.scene, made.place
    ground = next(shape for shape in shapes.of_lane(scene, lane) if isinstance(shape, Rect))
    drawn = add_rect(made.slide, place, scene.theme, ground)
    _name(drawn, lane.id, lane.title)
    if not lane.lines:
        return
    first, last = lane.lines[0], lane.lines[-1]
    above, below = first.at.y - first.size - lane.box.y, lane.box.bottom - last.at.y - first.size * 0.4
    anchor = "t" if above < below / 2 else "b" if below < above / 2 else "ctr"
    beside = {"start": first.at.x - lane.box.x, "middle": 0, "end": lane.box.right - first.at.x}[first.anchor]
    sides = place.long(beside if first.anchor == "start" else 0), place.long(beside if first.anchor == "end" else 0)
    frame = drawn.text_frame
    fit(
        frame,
        (sides[0], place.long(above if anchor == "t" else 0), sides[1], place.long(below if anchor == "b" else 0)),
        anchor=anchor,
    )
    ink = shapes.colour(scene, first.role)
    write(frame, place, made.voice, [Run(line.text, line.size, ink, line.bold) for line in lane.lines], first.anchor)


def _card(made: Slide, card: Card) -> Any:
    """A card: its shape with its words in it, and a ring behind it where it is highlighted."""
    scene, place = made.scene, made.place
    ground = [shape for shape in shapes.of_card(scene, card) if isinstance(shape, Rect)]
    for ring in ground[:-1]:
        _name(add_rect(made.slide, place, scene.theme, ring), f"{card.id} highlight", "")
    drawn = add_rect(made.slide, place, scene.theme, ground[-1])
    _name(drawn, card.id, card.says)
    lines = card.lines
    if lines:
        anchor, side = ("ctr", "middle") if lines[0].anchor == "middle" else ("t", "start")
        inside = place.long(PADDING if side == "start" else 0)
        top = place.long(lines[0].at.y - lines[0].size - card.box.y) if anchor == "t" else 0
        below = place.long(_taken_below(card)) if anchor == "t" else 0
        margins = (inside, top, inside // 2, below)
        fit(drawn.text_frame, margins, anchor=anchor, wrap=card.shape != "gate", shrink=card.shape != "gate")
        write(drawn.text_frame, place, made.voice, _runs(scene, card), side)
    return drawn


def _taken_below(card: Card) -> int:
    """How much of a card marks take beneath its words, in px."""
    last = max(line.at.y for line in card.lines)
    return card.box.bottom - min((mark.box.y for mark in card.marks if mark.box.y >= last), default=card.box.bottom)


def _runs(scene: Scene, card: Card) -> Iterable[Run]:
    """The words of a card, a paragraph for each block, as far apart as the scene has them."""
    above = None
    for block in blocks(card):
        apart = block.first.at.y - above.at.y - LEADING * block.first.size if above else 0.0
        yield _run(scene, block.first)._replace(text=block.text, before=max(0.0, apart))
        above = block.last


def _run(scene: Scene, line: Line) -> Run:
    return Run(line.text, line.size, shapes.colour(scene, line.role), line.bold, line.tracking)


def _group(made: Slide, card: Card, members: list[Any]) -> None:
    """Put a card into one group with its marks and with what lines hold on to: they move with it."""
    members += _marks(made, card)
    if len(members) > 1:
        _name(grouped(made.slide, members), f"{card.id} group", "")


def _marks(made: Slide, marked: Card | Link) -> list[Any]:
    found = []
    for mark in marked.marks:
        drawn = add_all(made.slide, made.place, made.voice, made.scene.theme, shapes.of_mark(made.scene, mark))
        for number, shape in enumerate(drawn):
            _name(shape, f"{marked.id} {mark.name}", mark.says if number == 0 else "")
        found += drawn
    return found


def _joint(made: Slide, card: Card, point: Point, ports: dict[str, list[Any]]) -> Joint:
    """Where a line holds on to a card: at a point of its own, unseen, which is in the card's group and moves with it.

    Shapes have but four places to hold on to: there, lines that come side by side would lie on each other.
    """
    side = side_of(card.box, point)
    # A square inside the card whose side has its middle there: by its side programs know which way the line leaves.
    outwards = SIDES[side]
    middle = Point(point.x - outwards.x * PORT, point.y - outwards.y * PORT)
    square = Box(middle.x - PORT, middle.y - PORT, 2 * PORT, 2 * PORT)
    holder = add_rect(made.slide, made.place, made.scene.theme, Rect(square, 0, ""))
    _name(holder, f"{card.id} port", "")
    ports.setdefault(card.id, []).append(holder)
    return Joint(holder, side, *made.place.at(point))


def _link(made: Slide, link: Link, ports: dict[str, list[Any]]) -> list[Any]:
    scene, place = made.scene, made.place
    ends = (made.cards[link.source], link.start), (made.cards[link.target], link.tip)
    start, end = (_joint(made, card, point, ports) for card, point in ends)
    ink = shapes.ink_of(scene, link)
    look = Look(link.verb, ink, link.width / 10, link.feedback, link.end != "none")
    line = connect(made.slide, place, start, end, look, bends_of(place, link, SIDES[start.side]))
    _name(line, link.id, f"{link.title}. {link.why}" if link.why else link.title)
    parts = [line]
    for badge in link.badges:
        parts += _badge(made, badge.at, badge.sign, ink)
    return parts + _marks(made, link)


def _badge(made: Slide, at: Point, sign: str, ink: str) -> list[Any]:
    scene, place = made.scene, made.place
    disc = add(made.slide, place, made.voice, scene.theme, Disc(at, 8, shapes.colour(scene, "card"), ink, 1.4))
    fit(disc.text_frame, anchor="ctr", wrap=False)
    write(disc.text_frame, place, made.voice, [Run(sign, 11, ink, True)], "middle")
    _name(disc, f"sign {sign}", "")
    return [disc]


def _around(made: Slide) -> None:
    """The label of the ceiling, the legend and the notes."""
    scene, place, voice = made.scene, made.place, made.voice
    if scene.ceiling is not None:
        found = add_all(made.slide, place, voice, scene.theme, shapes.of_ceiling_label(scene, scene.ceiling))
        _name(found[0], "ceiling label", "")
    for sample in scene.legend:
        _sample(made, sample)
    add_all(made.slide, place, voice, scene.theme, shapes.of_lines(scene, scene.notes))


def _sample(made: Slide, sample: Sample) -> None:
    scene, place, voice = made.scene, made.place, made.voice
    if sample.sign is not None:
        add_all(made.slide, place, voice, scene.theme, shapes.of_sample(scene, sample))
    else:
        ink = shapes.colour(scene, "hinders.line" if sample.verb == "hinders" else f"link:{NEUTRAL}")
        y = sample.box.y + sample.box.height // 2
        start, end = Point(sample.box.x, y), Point(sample.box.right, y)
        look = Look(sample.verb, ink, sample.width / 10, sample.feedback, not sample.plain)
        line = connect(made.slide, place, Joint(None, 3, *place.at(start)), Joint(None, 1, *place.at(end)), look)
        _name(line, "legend", "")
        signs = (
            (shapes.FEEDBACK_SIGN, sample.feedback),
            (shapes.UNCERTAIN_SIGN, sample.uncertain),
            (TOGETHER_SIGN, sample.gate),
        )
        for sign, wanted in signs:
            if wanted:
                _badge(made, Point((start.x + end.x) // 2 - 7, y), sign, ink)
    add_all(made.slide, place, voice, scene.theme, shapes.of_lines(scene, (sample.line,)))
