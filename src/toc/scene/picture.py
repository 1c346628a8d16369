"""From a layout to a scene: turned the way it is read, with headings, legend and margins."""

from collections.abc import Iterator
from typing import NamedTuple

from toc.model.elements import Key
from toc.model.theory import Theory
from toc.scene.cards import (
    BODY,
    BODY_BASE,
    KIND,
    KIND_BASE,
    LANE_LEADING,
    LANE_TITLE,
    LEADING,
    PADDING,
    TOLD,
    TOLD_ABOVE,
    TOLD_LEADING,
    VISION_BODY,
    VISION_KIND,
    VISION_LEADING,
    Saying,
    lane_lines,
    vision_lines,
)
from toc.scene.ceiling import ceiling
from toc.scene.draft import SIDE_TITLE, Draft
from toc.scene.frame import Frame, frame
from toc.scene.hues import card_hues, lane_hues
from toc.scene.ids import card_ids
from toc.scene.layout import Layout
from toc.scene.lines import lines_of
from toc.scene.marks import NOTHING, is_draft
from toc.scene.options import Options
from toc.scene.scene import Box, Card, Lane, Line, Mark, Point, Scene
from toc.scene.signs import PROGRESS_ROW, inks, on_banner, on_card, shown_progress
from toc.scene.steps import steps
from toc.scene.theme import Theme
from toc.scene.view import actors_of, drawn_actors


class Names(NamedTuple):
    """The ids of cards in the picture, by element and by gate, and the hue of each element's card."""

    cards: tuple[str, ...]
    hues: tuple[str, ...]


def picture(theory: Theory, made: Draft, layout: Layout, options: Options, look: Theme, language: str) -> Scene:
    """Return the scene of `layout` in the theme `look`."""
    around = frame(theory, made, layout, options, look.logo, language)
    given = lane_hues(theory, made, look)
    hues = card_hues(made, look, given)
    names = Names(card_ids(made.elements), hues)
    lanes = tuple(_lane(made, layout, around, number, hue) for number, hue in enumerate(given))
    order = [node for row in reversed(layout.rows) for node in row]
    cards = [_card(made, layout, around, names, node, language) for node in order]
    rank: dict[int | None, int] = {node: at for at, node in enumerate(order)}
    gates, links = lines_of(theory, made, layout, around, names.cards, hues, rank, language)
    return Scene(
        around.width,
        around.height,
        around.title,
        around.description,
        language,
        look,
        around.headings,
        () if made.is_free else tuple(lane for lane in lanes if lane.key is not None or lane.title),
        (*cards, *gates),
        links,
        around.legend,
        around.notes,
        ceiling(layout, around, links, language),
        made.shown.direction,
        steps=steps(theory, made.shown.view, (*cards, *gates), links, language),
        paper=made.shown.paper,
        date=options.today,
        logo=around.logo,
        actors=drawn_actors(theory, cards, language),
    )


def _lane(made: Draft, layout: Layout, around: Frame, number: int, hue: str) -> Lane:
    group, box = made.groups[number], around.box(around.lane_span(layout, number))
    pad = layout.chart.padding
    if made.upright:
        texts = lane_lines(group.title, box.width - 2 * pad)
        under = made.shown.direction == "up"
        base = box.bottom - pad - LANE_LEADING * (len(texts) - 1) if under else box.y + pad + 15
        at = Point(box.x + box.width // 2, base)
        anchor = "middle"
    else:
        texts = lane_lines(group.title, SIDE_TITLE)
        x = box.x + pad if made.shown.direction == "right" else box.right - pad
        at = Point(x, box.y + box.height // 2 - LANE_LEADING * (len(texts) - 1) // 2 + 5)
        anchor = "start" if made.shown.direction == "right" else "end"
    lines = tuple(
        Line(text, Point(at.x, at.y + LANE_LEADING * i), LANE_TITLE.size, f"line:{hue}", True, anchor)
        for i, text in enumerate(texts)
    )
    key = group.group if isinstance(group.group, Key) else None
    return Lane(f"lane-{number + 1}", key, box, hue, group.title, lines)


def _card(made: Draft, layout: Layout, around: Frame, names: Names, node: int, language: str) -> Card:
    element, saying = made.elements[node], made.sayings[node]
    box = around.box(layout.cards[node])
    banner = made.chart.kinds[node] == "vision"
    dashed = is_draft(element)
    filled = element.kind == "strategy" and not dashed
    lane = made.chart.lanes[node]
    return Card(
        names.cards[node],
        element.key,
        element.kind,
        "banner" if banner else "filled" if filled else "outlined",
        box,
        names.hues[node],
        _banner_lines(saying, box) if banner else _card_lines(made, names, node, box, filled),
        saying.label,
        f"{saying.kind}: {saying.label}",
        None if lane < 0 or made.is_free or made.groups[lane].group is None else lane,
        element.properties.word("level"),
        tuple(key.id for key in actors_of(element)),
        element.key in made.shown.highlighted,
        _marks(saying, box, names.hues[node], language, filled=filled, banner=banner),
        dashed,
    )


def _marks(saying: Saying, box: Box, hue: str, language: str, *, filled: bool, banner: bool) -> tuple[Mark, ...]:
    if saying.meaning == NOTHING:
        return ()
    if banner:
        return tuple(on_banner(saying.meaning, box, _banner_end(saying, box), language))
    ink = inks(hue, filled=filled)
    return tuple(on_card(saying.meaning, saying.owners, box, ink, language))


def _card_lines(made: Draft, names: Names, node: int, box: Box, filled: bool) -> tuple[Line, ...]:
    saying = made.sayings[node]
    x, ink = box.x + PADDING, f"ink:{names.hues[node]}" if filled else "ink"
    role = ink if filled else f"line:{names.hues[node]}"
    kind = Line(saying.kind.upper(), Point(x, box.y + KIND_BASE), KIND.size, role, True, tracking=KIND.tracking)
    return (
        kind,
        *(
            Line(text, Point(x, box.y + BODY_BASE + LEADING * i), BODY.size, ink, saying.bold)
            for i, text in enumerate(saying.lines)
        ),
        *_told_lines(saying, box, ink),
    )


def _told_lines(saying: Saying, box: Box, ink: str) -> Iterator[Line]:
    """What else is told, in small print, beneath the label."""
    base = box.y + BODY_BASE + LEADING * (len(saying.lines) - 1) + TOLD_ABOVE + TOLD_LEADING
    for at, text in enumerate(saying.told):
        yield Line(text, Point(box.x + PADDING, base + TOLD_LEADING * at), TOLD.size, ink)


def _banner_top(saying: Saying, box: Box) -> int:
    rows = PROGRESS_ROW * len(shown_progress(saying.meaning))
    used = 20 + VISION_LEADING * len(vision_lines(saying.label, box.width)) + rows
    return box.y + (box.height - used) // 2


def _banner_end(saying: Saying, box: Box) -> int:
    """The baseline of the last line of a vision."""
    return _banner_top(saying, box) + 13 + VISION_LEADING * len(vision_lines(saying.label, box.width))


def _banner_lines(saying: Saying, box: Box) -> tuple[Line, ...]:
    kind, texts = saying.kind, vision_lines(saying.label, box.width)
    x = box.x + box.width // 2
    top = _banner_top(saying, box)
    head = Line(kind.upper(), Point(x, top + 10), VISION_KIND.size, "vision.kind", True, "middle", VISION_KIND.tracking)
    return (
        head,
        *(
            Line(text, Point(x, top + 20 + 22 + VISION_LEADING * i), VISION_BODY.size, "vision.ink", True, "middle")
            for i, text in enumerate(texts)
        ),
    )
