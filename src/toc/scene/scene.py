"""What a picture is, before it is written in any format: whole-pixel geometry, words, and roles for colours.

The origin is the top left corner; x grows to the right and y downwards.
"""

from typing import NamedTuple

from attrs import frozen

from toc.model.elements import Key
from toc.scene.theme import Theme


class Point(NamedTuple):
    """A place, in px."""

    x: int
    y: int


class Box(NamedTuple):
    """A rectangle, in px."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The x of its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The y of its lower edge."""
        return self.y + self.height


class Curve(NamedTuple):
    """A cubic curve from where the one before ended: two control points and the end."""

    first: Point
    second: Point
    end: Point


class Line(NamedTuple):
    """One line of text: `at` is the start, middle or end of its baseline, as `anchor` says; `role` names its colour."""

    text: str
    at: Point
    size: float
    role: str
    bold: bool = False
    anchor: str = "start"
    tracking: float = 0.0


@frozen
class Card:
    """An element on the picture.

    `id` is unique in the picture and fit for an XML id; `shape` is banner, filled, outlined or gate; `hue` the name of
    one of the theme's hues; `title` the whole label; `says` what a screen reader says.
    """

    id: str
    key: Key | None
    kind: str
    shape: str
    box: Box
    hue: str
    lines: tuple[Line, ...]
    title: str
    says: str
    lane: int | None = None
    level: str | None = None
    actors: tuple[str, ...] = ()
    highlighted: bool = False


class Lane(NamedTuple):
    """A group of cards: `key` is the pathway's or actor's, None for a level or sphere."""

    id: str
    key: Key | None
    box: Box
    hue: str
    title: str
    lines: tuple[Line, ...]


class Badge(NamedTuple):
    """A small round sign on a link: `?` for uncertain, a turning arrow for feedback."""

    sign: str
    at: Point


@frozen
class Link:
    """A link from card `source` to card `target` (ids of cards; one of them may be a gate).

    `keys` are the elements meant: sources, then target. `start` and `curves` are its line, which ends `head` px
    before the card where `end` is arrow, hollow or bar, and `tip` is where it touches it; `heading` is the direction
    in which it arrives. `width` is the line's, in tenths of a px, by its strength. `closed` is true for the part from
    a gate to its target, and for a link without a gate.
    """

    id: str
    source: str
    target: str
    keys: tuple[Key, ...]
    verb: str
    width: int
    hue: str
    start: Point
    curves: tuple[Curve, ...]
    end: str
    tip: Point
    heading: Point
    title: str
    why: str = ""
    strength: str = ""
    feedback: bool = False
    uncertain: bool = False
    badges: tuple[Badge, ...] = ()


class Ceiling(NamedTuple):
    """The line above which nobody answers for what happens, and the label at its end."""

    start: Point
    end: Point
    label: Box
    lines: tuple[Line, ...]


class Sample(NamedTuple):
    """One line of the legend: a piece of link drawn as the links of the picture are, and what it means.

    `plain` is a line without its end, for what its width means.
    """

    verb: str
    width: int
    box: Box
    line: Line
    feedback: bool = False
    uncertain: bool = False
    gate: bool = False
    plain: bool = False


@frozen
class Scene:
    """A whole picture; `cards` and `links` stand in reading order: visions first, then what they rest on."""

    width: int
    height: int
    title: str
    description: str
    language: str
    theme: Theme
    headings: tuple[Line, ...]
    lanes: tuple[Lane, ...]
    cards: tuple[Card, ...]
    links: tuple[Link, ...]
    legend: tuple[Sample, ...]
    notes: tuple[Line, ...] = ()
    ceiling: Ceiling | None = None
    direction: str = "up"
