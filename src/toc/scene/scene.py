"""What a picture is, before it is written in any format: whole-pixel geometry, words, and roles for colours.

The origin is the top left corner; x grows to the right and y downwards.
A role names a colour: one of the theme's (`ink`, `card`), or `line:`, `tint:` or `link:` and one of its hues.
"""

import datetime as dt
from typing import NamedTuple

from attrs import field, frozen

from toc.model.elements import Key
from toc.scene.memory import Memory
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


class Mark(NamedTuple):
    """A small sign of meaning on a card or a link, all that is needed to draw it.

    `name` is what it tells of: leverage, progress, evidence, assumption, level, draft, owners, …
    `shape` is pill (a rounded rectangle filled with `role`), dot (a circle outlined with `role` and filled with it from
    its left up to `part`, with `rest` beyond), bar (a rounded bar filled the same way) or none (its lines alone).
    `lines` stand over the shape; `says` is for screen readers and tooltips.
    """

    name: str
    box: Box
    shape: str
    role: str
    lines: tuple[Line, ...]
    says: str
    part: float = 1.0
    rest: str = "rule"


@frozen
class Card:
    """An element on the picture.

    `id` is unique in the picture and fit for an XML id; `shape` is banner, filled, outlined or gate; `hue` the name of
    one of the theme's hues; `title` the whole label; `says` what a screen reader says. `dashed` outlines are those of
    ideas and drafts.
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
    marks: tuple[Mark, ...] = ()
    dashed: bool = False


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
    a gate to its target, and for a link without a gate. `on` are the links on whose lines its signs stand, where there
    was no other room.
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
    marks: tuple[Mark, ...] = ()
    on: tuple[str, ...] = ()


class Ceiling(NamedTuple):
    """The line above which nobody answers for what happens, and the label at its end."""

    start: Point
    end: Point
    label: Box
    lines: tuple[Line, ...]


class Rule(NamedTuple):
    """A thin straight line beneath the cards: of a grid, an axis, or today."""

    start: Point
    end: Point
    role: str
    width: float = 1.0
    dashed: bool = False


class Sample(NamedTuple):
    """One line of the legend: a piece of link drawn as the links of the picture are, and what it means.

    `plain` is a line without its end, for what its width means; where there is a `sign`, that is drawn instead.
    """

    verb: str
    width: int
    box: Box
    line: Line
    feedback: bool = False
    uncertain: bool = False
    gate: bool = False
    plain: bool = False
    sign: Mark | None = None


class Step(NamedTuple):
    """What is to be seen at one step of telling the picture: the ids of all cards and links then visible.

    `highlighted` are the ids of those that the step points out.
    """

    title: str
    cards: frozenset[str]
    links: frozenset[str]
    highlighted: frozenset[str] = frozenset()


class Logo(NamedTuple):
    """An organisation's sign, as the bytes of an image file: image/png, image/jpeg or image/svg+xml."""

    data: bytes
    mime: str
    box: Box


class Detail(NamedTuple):
    """What more there is to know of a card or a link, by the id of either: headings and texts, in reading order."""

    id: str
    rows: tuple[tuple[str, str], ...]


@frozen
class Scene:
    """A whole picture; `cards` and `links` stand in reading order: visions first, then what they rest on.

    `rules` are drawn on the lanes and beneath everything else. `steps` tell the picture in order; without them it is
    told level by level from the vision down. `paper` is the size it is meant for, A4 to A0. `actors` are those whose
    cards are drawn: id and label. `details` are there where they were asked for. `memory` is where the cards stand, to
    be remembered; empty where they stand by other things than their links.
    """

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
    rules: tuple[Rule, ...] = ()
    steps: tuple[Step, ...] = ()
    paper: str | None = None
    date: dt.date | None = None
    logo: Logo | None = None
    actors: tuple[tuple[str, str], ...] = ()
    details: tuple[Detail, ...] = ()
    memory: Memory = field(factory=Memory, repr=False)
