"""From a layout to a scene: turned the way it is read, with headings, legend and margins."""

from collections.abc import Sequence
from typing import NamedTuple

from toc.messages import show
from toc.model.elements import Element, Key
from toc.model.theory import Theory
from toc.scene import captions
from toc.scene.cards import (
    BODY,
    BODY_BASE,
    KIND,
    KIND_BASE,
    LANE_LEADING,
    LANE_TITLE,
    LEADING,
    PADDING,
    VISION_BODY,
    VISION_KIND,
    VISION_LEADING,
    lane_lines,
    vision_lines,
)
from toc.scene.draft import KIND_HUES, SIDE_TITLE, Draft
from toc.scene.frame import Frame, frame
from toc.scene.layout import Layout, Place
from toc.scene.lines import lines_of
from toc.scene.measure import BOLD, Style, width
from toc.scene.options import Options
from toc.scene.scene import Box, Card, Ceiling, Lane, Line, Link, Point, Scene
from toc.scene.theme import NEUTRAL, Theme, theme
from toc.scene.view import actors_of

PILL = Style(10, BOLD, 0.6)
STEP = 16


class Names(NamedTuple):
    """The ids of cards in the picture, by element and by gate, and the hue of each element's card."""

    cards: tuple[str, ...]
    hues: tuple[str, ...]


def picture(theory: Theory, made: Draft, layout: Layout, options: Options, language: str) -> Scene:
    """Return the scene of `layout`."""
    look = theme(made.shown.theme)
    around = frame(theory, made, layout, options, language)
    hues = _hues(made, look)
    names = Names(_ids(made.elements), hues)
    lanes = tuple(_lane(made, layout, around, number, look) for number in range(len(layout.lanes)))
    order = [node for row in reversed(layout.rows) for node in row]
    cards = [_card(made, layout, around, names, node) for node in order]
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
        _ceiling(layout, around, links, language),
        made.shown.direction,
    )


def _ids(elements: Sequence[Element]) -> tuple[str, ...]:
    """Ids for XML: those of the elements, with a number behind where two files use the same."""
    seen: dict[str, int] = {}
    found = []
    for element in elements:
        plain = "".join(c if c.isalnum() or c in "-_." else "_" for c in element.id)
        seen[plain] = seen.get(plain, 0) + 1
        found.append(f"card-{plain}" if seen[plain] == 1 else f"card-{plain}.{seen[plain]}")
    return tuple(found)


def _hues(made: Draft, look: Theme) -> tuple[str, ...]:
    given = lane_hues(made, look)
    found = []
    for node, element in enumerate(made.elements):
        if made.is_free:
            number = KIND_HUES.get(made.chart.kinds[node])
            found.append(NEUTRAL if number is None else look.lane_hues[number])
        else:
            lane = made.chart.lanes[node]
            found.append(NEUTRAL if lane < 0 or (element.kind == "vision" and lane < 0) else given[lane])
    return tuple(found)


def lane_hues(made: Draft, look: Theme) -> tuple[str, ...]:
    """Return the hue of each lane: those of the theme in turn, the neutral one for what stands in no group."""
    found, at = [], 0
    for group in made.groups:
        found.append(NEUTRAL if group.group is None else look.lane_hues[at % len(look.lane_hues)])
        at += group.group is not None
    return tuple(found)


def _lane(made: Draft, layout: Layout, around: Frame, number: int, look: Theme) -> Lane:
    group, box = made.groups[number], around.box(around.lane_span(layout, number))
    hue = lane_hues(made, look)[number]
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


def _card(made: Draft, layout: Layout, around: Frame, names: Names, node: int) -> Card:
    element, saying = made.elements[node], made.sayings[node]
    box = around.box(layout.cards[node])
    banner = made.chart.kinds[node] == "vision"
    filled = element.kind == "strategy"
    lane = made.chart.lanes[node]
    return Card(
        names.cards[node],
        element.key,
        element.kind,
        "banner" if banner else "filled" if filled else "outlined",
        box,
        names.hues[node],
        _banner_lines(saying.kind, saying.label, box) if banner else _card_lines(made, names, node, box, filled),
        saying.label,
        f"{saying.kind}: {saying.label}",
        None if lane < 0 or made.is_free or made.groups[lane].group is None else lane,
        element.properties.word("level"),
        tuple(key.id for key in actors_of(element)),
        element.key in made.shown.highlighted,
    )


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
    )


def _banner_lines(kind: str, label: str, box: Box) -> tuple[Line, ...]:
    texts = vision_lines(label, box.width)
    x = box.x + box.width // 2
    used = 20 + VISION_LEADING * len(texts)
    top = box.y + (box.height - used) // 2
    head = Line(kind.upper(), Point(x, top + 10), VISION_KIND.size, "vision.kind", True, "middle", VISION_KIND.tracking)
    return (
        head,
        *(
            Line(text, Point(x, top + 20 + 22 + VISION_LEADING * i), VISION_BODY.size, "vision.ink", True, "middle")
            for i, text in enumerate(texts)
        ),
    )


def _ceiling(layout: Layout, around: Frame, links: Sequence[Link], language: str) -> Ceiling | None:
    if layout.ceiling is None:
        return None
    low, high = around.breadth
    start, end = around.point(Place(low - 26, layout.ceiling)), around.point(Place(high + 26, layout.ceiling))
    text = show(captions.CEILING, language).upper()
    size = int(width(text, PILL)) + 24
    if start.y == end.y:
        boxes = [Box(x, end.y - 11, size, 22) for x in range(end.x - size, start.x, -STEP)]
    else:
        boxes = [Box(start.x - size // 2, start.y - 11, size, 22)]
    box = next((box for box in boxes if not any(_meets(box, link) for link in links)), boxes[0])
    at = Point(box.x + box.width // 2, box.y + 15)
    return Ceiling(start, end, box, (Line(text, at, PILL.size, "ceiling.ink", True, "middle", PILL.tracking),))


def _meets(box: Box, link: Link) -> bool:
    """Whether a piece of the link's line may run under the box."""
    at = link.start
    for _, _, end in link.curves:
        left, right, top, bottom = min(at.x, end.x), max(at.x, end.x), min(at.y, end.y), max(at.y, end.y)
        if left < box.right + 4 and right > box.x - 4 and top < box.bottom + 4 and bottom > box.y - 4:
            return True
        at = end
    return False
