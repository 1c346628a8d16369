"""A picture before its geometry: which cards, in which lanes, linked how, and how big."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple
from zlib import crc32

from attrs import frozen

from toc.messages import show, show_field
from toc.model.elements import Element, Key, Quantity, Range, Word
from toc.model.links import Link
from toc.model.theory import Theory
from toc.model.value_words import VALUE_WORDS
from toc.scene import captions, marks
from toc.scene.along import VISION_GAP
from toc.scene.cards import (
    CARD_WIDTH,
    LANE_LEADING,
    Saying,
    label_of,
    lane_breadth,
    lane_lines,
    say,
    vision_height,
    vision_lines,
)
from toc.scene.chart import Arc, Chart
from toc.scene.leverage import Figures
from toc.scene.memory import Standing, group_name
from toc.scene.order import order_lanes
from toc.scene.parts import GATE_PORT, PORT
from toc.scene.roles import roles_of
from toc.scene.view import KIND, LEVEL, SPHERE, Shown
from toc.scene.views import ROLE, SECTOR

LEAST = 720
SIDE_LEAST = 300
SIDE_TITLE = 140
SIDE_VISION = 260
VISION_LEAST = 260
WIDTHS = {"weak": 12, "moderate": 22, "strong": 34, "decisive": 48}
KIND_HUES = {"outcome": 0, "precondition": 1, "output": 2, "strategy": 3}
LEVELS = ("individual", "collective", "system")
SPHERES = ("control", "influence", "interest")
# The order of groups that are words.
NATURAL: Mapping[str, tuple[str, ...]] = {
    LEVEL: LEVELS,
    SPHERE: SPHERES,
    ROLE: tuple(VALUE_WORDS[ROLE]),
    SECTOR: tuple(VALUE_WORDS[SECTOR]),
    KIND: tuple(captions.STANDING),
}


class Group(NamedTuple):
    """A lane to be: its key or word (None for what stands in no group) and its title."""

    group: Key | str | None
    title: str


@frozen
class Draft:
    """Everything that a layout asks for, and what is needed to draw it: by node, by arc, by lane.

    `widths` are those of the links, in tenths of a px. `is_free` says that there are no lanes: then cards are coloured
    by kind.
    """

    shown: Shown
    elements: tuple[Element, ...]
    sayings: tuple[Saying, ...]
    links: tuple[Link, ...]
    widths: tuple[int, ...]
    groups: tuple[Group, ...]
    chart: Chart
    is_free: bool
    vision_depth: Callable[[int], int]

    @property
    def upright(self) -> bool:
        """Whether rows run from left to right."""
        return self.shown.direction in {"up", "down"}


def draft(
    theory: Theory,
    found: Shown,
    language: str,
    today: date | None,
    figures: Figures,
    before: Standing | None = None,
) -> Draft:
    """Return the draft of what is shown, in `language`; `figures` are asked only for the marks that show them.

    Lanes that nobody ordered stay in the order in which they stood `before`.
    """
    elements = tuple(sorted(found.elements, key=lambda element: element.key))
    numbers = {element.key: number for number, element in enumerate(elements)}
    sayings = tuple(
        say(
            element,
            theory,
            language,
            _told(element, theory, found, language),
            marks.meaning(element, theory, found.marks, language, today, figures),
        )
        for element in elements
    )
    kinds = tuple(_kind(theory, element) for element in elements)
    links = tuple(sorted(found.links, key=link_rank))
    widths = tuple(map(figures.width if marks.CONTRIBUTION in found.marks else width_of, links))
    groups, lanes = _lanes(theory, found, elements, kinds, links, numbers, language, before)
    upright = found.direction in {"up", "down"}
    heights = tuple(saying.height for saying in sayings)
    high = tuple(map(max, heights, _port_heights(links, numbers)))
    visions = [saying for saying, kind in zip(sayings, kinds, strict=True) if kind == "vision"]
    wide = (CARD_WIDTH,) * len(elements)
    chart = Chart(
        kinds,
        tuple(_arc(link, wide_line, numbers) for link, wide_line in zip(links, widths, strict=True)),
        lanes,
        tuple(_title_breadth(group.title, upright) for group in groups),
        wide if upright else high,
        heights if upright else wide,
        tuple(element.properties.word("sphere") for element in elements),
        least=_least(visions, upright=upright),
        shape=1.6 if upright else 2.2,
        anchors=tuple(crc32(element.id.encode()) / 2**32 for element in elements),
    )

    def vision_depth(breadth: int) -> int:
        if not upright:
            return SIDE_VISION
        return max((_vision_height(saying, breadth) for saying in visions), default=0)

    return Draft(found, elements, sayings, links, widths, groups, chart, not found.group_of, vision_depth)


def _port_heights(links: Sequence[Link], numbers: Mapping[Key, int]) -> list[int]:
    """The height that each card needs, read from side to side, for its links to arrive apart from each other."""
    into, out = [0] * len(numbers), [0] * len(numbers)
    for link in links:
        into[numbers[link.target]] += GATE_PORT if len(link.sources) > 1 else PORT
        for source in link.sources:
            out[numbers[source]] += PORT
    return [max(one, two) * 3 // 2 for one, two in zip(into, out, strict=True)]


def _least(visions: Sequence[Saying], *, upright: bool) -> int:
    """The breadth that the visions need, side by side, all as broad as the one that needs most."""
    if upright:
        return max(LEAST, len(visions) * (VISION_LEAST + VISION_GAP) - VISION_GAP)
    highest = max((_vision_height(saying, SIDE_VISION) for saying in visions), default=0)
    return max(SIDE_LEAST, len(visions) * (highest + VISION_GAP) - VISION_GAP)


def link_rank(link: Link) -> tuple[object, ...]:
    """Return what links are sorted by: their ends, their verb, and whatever else can be told of them."""
    return (link.target, link.sources, link.verb, link.feedback, link.uncertain, width_of(link), str(link.strength))


def width_of(link: Link) -> int:
    """Return the width of a link's line by its strength, in tenths of a px."""
    match link.strength:
        case Word(concept) if concept in WIDTHS:
            return WIDTHS[concept]
        case Quantity(value):
            return _width(value)
        case Range(Quantity(low), Quantity(high)):
            return _width((low + high) / 2)
    return WIDTHS["strong" if link.verb == "requires" or link.implied else "moderate"]


def _width(strength: float) -> int:
    return 10 + int(40 * min(max(strength, 0.0), 1.0) + 0.5)


def _kind(theory: Theory, element: Element) -> str:
    return "outcome" if element.key in theory.vision_aliases else element.kind


def _told(element: Element, theory: Theory, found: Shown, language: str) -> tuple[str, ...]:
    """What is told in small print: of an actor its roles, else what belongs to it and has no card of its own."""
    if element.kind == "actor":
        return roles_of(element, theory, language)
    others = found.told.get(element.key, ())
    return tuple(f"{captions.TOLD_SIGNS.get(other.kind, '•')} {label_of(other, theory, language)}" for other in others)


def _vision_height(saying: Saying, breadth: int) -> int:
    return vision_height(len(vision_lines(saying.label, breadth)), saying.meaning)


def _arc(link: Link, width: int, numbers: Mapping[Key, int]) -> Arc:
    sources = tuple(sorted({numbers[source] for source in link.sources}))
    head = 6 if link.verb == "hinders" else 9 + width // 10
    return Arc(sources, numbers[link.target], link.feedback, head)


def _title_breadth(title: str, upright: bool) -> int:
    if not title:
        return 0
    return lane_breadth(title) if upright else LANE_LEADING * len(lane_lines(title, SIDE_TITLE)) + 8


def _lanes(
    theory: Theory,
    found: Shown,
    elements: Sequence[Element],
    kinds: Sequence[str],
    links: Sequence[Link],
    numbers: Mapping[Key, int],
    language: str,
    before: Standing | None,
) -> tuple[tuple[Group, ...], tuple[int, ...]]:
    """The lanes in the order drawn, and the lane of each element."""
    groups: dict[Key | str | None, list[int]] = {}
    for number, element in enumerate(elements):
        if kinds[number] != "vision":
            groups.setdefault(found.group_of.get(element.key), []).append(number)
    lefts = {name: reach.left for name, reach in before.lanes.items()} if before else {}
    known = {name: lefts[one] for name in groups if (one := group_name(name, theory.file)) in lefts}
    names = _ordered(found, list(groups), groups, links, numbers, known)
    lanes = [-1] * len(elements)
    for lane, name in enumerate(names):
        for number in groups[name]:
            lanes[number] = lane
    return tuple(Group(name, _title(theory, name, language)) for name in names), tuple(lanes)


def _ordered(
    found: Shown,
    names: list[Key | str | None],
    groups: Mapping[Key | str | None, Sequence[int]],
    links: Sequence[Link],
    numbers: Mapping[Key, int],
    lefts: Mapping[Key | str | None, int],
) -> list[Key | str | None]:
    """First those that `order` names, in its order; levels and spheres in theirs; the rest by what joins them.

    `lefts` says where lanes stood before: unless an order is stated they stay so, with new ones behind.
    """
    natural = NATURAL.get(found.grouping, ())
    stated = [name for name in (*found.order, *natural) if name in groups]
    stated = list(dict.fromkeys(stated))
    rest = sorted((name for name in names if name not in stated), key=lambda name: (name is None, str(name)))
    if natural or len(stated) > 0:
        return [*stated, *rest]
    if lefts:
        return sorted(rest, key=lambda name: (name not in lefts, lefts.get(name, 0)))
    lane_of = {number: at for at, name in enumerate(rest) for number in groups[name]}
    weights = [[0] * len(rest) for _ in rest]
    for link in links:
        for source in link.sources:
            one, two = lane_of.get(numbers[source]), lane_of.get(numbers[link.target])
            if one is not None and two is not None and one != two and not link.feedback:
                weights[one][two] += 1
    return [rest[at] for at in order_lanes(weights)]


def _title(theory: Theory, name: Key | str | None, language: str) -> str:
    if name is None:
        return ""
    if isinstance(name, str):
        return _title_of_word(name, language)
    element = theory.elements.get(name)
    return label_of(element, theory, language) if element else name.id


def _title_of_word(word: str, language: str) -> str:
    known = captions.LEVELS.get(word) or captions.SPHERES.get(word) or captions.TOGETHER_OF_KIND.get(word)
    if known:
        return show(known, language)
    said = VALUE_WORDS[ROLE].get(word) or VALUE_WORDS[SECTOR].get(word)
    text = show_field(said or word, language)
    return text[:1].upper() + text[1:]
