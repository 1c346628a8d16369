"""The action plan on a time line: strategies by pathway, what is done and delivered in each, and when."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from attrs import frozen

from toc.messages import Message, _, plural, show
from toc.model.dates import earliest, latest
from toc.model.elements import Element, Key, Range, When
from toc.model.theory import Theory
from toc.scene import marks
from toc.scene.axis import Axis, Span, axis
from toc.scene.cards import LANE_TITLE, kind_name, label_of
from toc.scene.headings import dated, headings, placed, title_of
from toc.scene.ids import card_ids
from toc.scene.legend import MARGIN
from toc.scene.measure import BOLD, Style, width, wrap
from toc.scene.options import Options
from toc.scene.scene import Box, Card, Lane, Line, Mark, Point, Rule, Scene
from toc.scene.signs import Ink, inks, pill
from toc.scene.theme import NEUTRAL, Theme
from toc.scene.view import actors_of, drawn_actors, pathway_of

TIME = "time"
COLUMN, GUTTER, TIMES = 300, 26, 820
CANVAS = 2 * MARGIN + 2 * 16 + COLUMN + GUTTER + TIMES
LANE_PAD, LANE_GAP, LANE_HEAD = 16, 12, 26
ROW_GAP, INDENT = 8, 20
PAD, TOP = 12, 19
DATES = Style(10)
TICK = Style(11, BOLD)
OWNERS = Style(10)
TITLES = {"strategy": (Style(13, BOLD), 17), "activity": (Style(12), 16), "output": (Style(12), 16)}
BARS = {"strategy": 14, "activity": 9, "output": 10}
UNDATED = _("no date yet")
EMPTY = _("nobody has planned a strategy yet")


class _Row(NamedTuple):
    """A line of the plan: its element, the lines of its label and of whose it is, and when it is done."""

    element: Element
    label: tuple[str, ...]
    owners: tuple[str, ...]
    span: Span | None
    when: Message | None

    @property
    def height(self) -> int:
        """The height of its card, in px."""
        leading = TITLES[self.element.kind][1]
        return TOP + leading * (len(self.label) - 1) + 14 * len(self.owners) + 11


@frozen
class _Band:
    """A lane: a pathway's rows, or those of what stands in none."""

    pathway: Element | None
    title: str
    rows: tuple[_Row, ...]

    @property
    def height(self) -> int:
        """Its height, in px."""
        rows = sum(row.height + ROW_GAP for row in self.rows) - ROW_GAP
        return LANE_PAD + (LANE_HEAD if self.title else 0) + rows + LANE_PAD


def plan(theory: Theory, options: Options, look: Theme, wanted: frozenset[str], title: str, language: str) -> Scene:
    """Return the picture of the action plan; `title` is what it is called, `wanted` are the marks to draw."""
    bands = tuple(_bands(theory, wanted, language))
    left = MARGIN + LANE_PAD + COLUMN + GUTTER
    time = axis((row.span for band in bands for row in band.rows if row.span), left, left + TIMES)
    logo = placed(look.logo)
    name = title_of(theory, language)
    lines, top = headings(name, title, CANVAS, logo)
    top += 20
    drawing = _Drawing(theory, look, time, wanted, options.today, language)
    lanes, cards = drawing.bands(bands, top)
    bottom = lanes[-1].box.bottom if lanes else top + LANE_HEAD
    empty = () if lanes else (Line(show(EMPTY, language), Point(CANVAS // 2, top), 14, "muted", anchor="middle"),)
    notes, end = dated(options.today, CANVAS, bottom + 4, language)
    ticks, rules = drawing.grid(top, bottom)
    strategies = sum(card.kind == "strategy" for card in cards)
    says = plural("{n} strategy on a time line", "{n} strategies on a time line", n=strategies)
    return Scene(
        CANVAS,
        end + 34,
        name,
        f"{title}. {show(says, language)}.",
        language,
        look,
        lines,
        tuple(lanes),
        tuple(cards),
        (),
        (),
        (*ticks, *empty, *notes),
        rules=tuple(rules),
        paper=options.paper,
        date=options.today,
        logo=logo,
        actors=drawn_actors(theory, cards, language),
    )


def _bands(theory: Theory, wanted: frozenset[str], language: str) -> Iterator[_Band]:
    """The lanes: pathways by label, then what stands in none."""
    groups: dict[Key | None, list[Element]] = {}
    for strategy in theory.of_kind("strategy"):
        if strategy.properties.word("status") != "dropped":
            groups.setdefault(pathway_of(theory, strategy), []).append(strategy)
    titles = {key: label_of(theory.elements[key], theory, language) if key else "" for key in groups}
    for key in sorted(groups, key=lambda key: (key is None, titles[key].casefold(), str(key))):
        rows = [
            _row(element, theory, wanted, language)
            for strategy in sorted(groups[key], key=_when_rank)
            for element in (strategy, *_parts(theory, strategy))
        ]
        yield _Band(theory.elements[key] if key else None, titles[key], tuple(rows))


def _parts(theory: Theory, strategy: Element) -> list[Element]:
    parts = (part for part in theory.children.get(strategy.key, ()) if part.kind in {"activity", "output"})
    return sorted(parts, key=_when_rank)


def _when_rank(element: Element) -> tuple[object, ...]:
    span = span_of(element)
    return (span is None, span or Span(date.max, date.max), element.key)


def span_of(element: Element) -> Span | None:
    """Return from when to when an element is done, or delivered."""
    when = element.properties.date("in")
    first, last = (earliest(when), latest(when)) if when else (None, None)
    return Span(first, last) if first and last else None


def _row(element: Element, theory: Theory, wanted: frozenset[str], language: str) -> _Row:
    room = COLUMN - 2 * PAD - (0 if element.kind == "strategy" else INDENT)
    status = 70 if marks.DRAFT in wanted and element.properties.word("status") in marks.TOLD_STATUS else 0
    label = wrap(label_of(element, theory, language), room - status, TITLES[element.kind][0], 4)
    owners: tuple[str, ...] = ()
    if marks.OWNERS in wanted:
        owners = wrap(", ".join(marks.owners_of(element, theory, language)), room, OWNERS, 2)
    when = element.properties.date("in")
    return _Row(element, label, owners, span_of(element), when.spoken() if isinstance(when, When | Range) else None)


class _Drawing:
    """The plan being drawn, from top to bottom."""

    def __init__(
        self,
        theory: Theory,
        look: Theme,
        time: Axis | None,
        wanted: frozenset[str],
        today: date | None,
        language: str,
    ) -> None:
        self.theory = theory
        self.look = look
        self.time = time
        self.wanted = wanted
        self.language = language
        within = time is not None and today is not None and time.start <= today <= time.end
        self.today = time.at(today) if within and time and today else None
        self.pathways = sorted(pathway.key for pathway in theory.of_kind("pathway"))

    def bands(self, bands: Sequence[_Band], top: int) -> tuple[list[Lane], list[Card]]:
        """Return the lanes and cards, the first lane at `top`."""
        names = iter(card_ids([row.element for band in bands for row in band.rows]))
        lanes: list[Lane] = []
        cards: list[Card] = []
        for band in bands:
            box = Box(MARGIN, top, CANVAS - 2 * MARGIN, band.height)
            hue = self._hue(band)
            y = top + LANE_PAD + (LANE_HEAD if band.title else 0)
            title = Line(band.title, Point(box.x + LANE_PAD, top + 29), LANE_TITLE.size, f"line:{hue}", True)
            lane = Lane(f"lane-{len(lanes) + 1}", band.pathway.key if band.pathway else None, box, hue, band.title, ())
            for row in band.rows:
                cards.append(self._card(row, next(names), y, hue, len(lanes)))
                y += row.height + ROW_GAP
            lanes.append(lane._replace(lines=(title,) if band.title else ()))
            top = box.bottom + LANE_GAP
        return lanes, cards

    def _hue(self, band: _Band) -> str:
        if band.pathway is None:
            return NEUTRAL
        hues = self.look.lane_hues
        return hues[self.pathways.index(band.pathway.key) % len(hues)]

    def _card(self, row: _Row, name: str, y: int, hue: str, lane: int) -> Card:
        element = row.element
        dashed = marks.is_draft(element)
        filled = element.kind == "strategy" and not dashed
        indent = 0 if element.kind == "strategy" else INDENT
        box = Box(MARGIN + LANE_PAD + indent, y, COLUMN - indent, row.height)
        ink = inks(hue, filled=filled)
        style, leading = TITLES[element.kind]
        lines = [
            Line(text, Point(box.x + PAD, y + TOP + leading * at), style.size, ink.text, style.weight == BOLD)
            for at, text in enumerate(row.label)
        ]
        title = label_of(element, self.theory, self.language)
        kind = show(kind_name(element, self.theory), self.language)
        return Card(
            name,
            element.key,
            element.kind,
            "filled" if filled else "outlined",
            box,
            hue,
            tuple(lines),
            title,
            f"{kind}: {title}",
            lane,
            actors=tuple(key.id for key in actors_of(element)),
            marks=tuple(self._marks(row, box, ink, hue)),
            dashed=dashed,
        )

    def _marks(self, row: _Row, box: Box, ink: Ink, hue: str) -> Iterator[Mark]:
        element = row.element
        status = element.properties.word("status")
        if marks.DRAFT in self.wanted and status in marks.TOLD_STATUS:
            word = marks.status_word(status, self.language)
            yield pill(marks.DRAFT, word, box.right - PAD + 4, box.y + 8, ink, word)
        if row.owners:
            first = box.y + TOP + TITLES[element.kind][1] * (len(row.label) - 1) + 15
            lines = tuple(
                Line(text, Point(box.x + PAD, first + 14 * at), OWNERS.size, ink.quiet)
                for at, text in enumerate(row.owners)
            )
            place = Box(box.x + PAD, first - 10, box.width - 2 * PAD, 14 * len(lines))
            yield Mark(marks.OWNERS, place, "none", ink.quiet, lines, ", ".join(row.owners))
        yield self._bar(row, box.y + box.height // 2, hue)

    def _bar(self, row: _Row, middle: int, hue: str) -> Mark:
        """The bar of a row at its dates, with the dates behind it, or before it where there is no room."""
        left = MARGIN + LANE_PAD + COLUMN + GUTTER
        if self.time is None or row.span is None:
            says = show(UNDATED, self.language)
            line = Line(says, Point(left, middle + 4), DATES.size, "muted")
            return Mark(TIME, Box(left, middle - 7, 80, 14), "none", "muted", (line,), says)
        start, end = self.time.at(row.span.first), self.time.at(row.span.last, after=True)
        high = BARS[row.element.kind]
        box = Box(start, middle - high // 2, max(end - start, high), high)
        says = show(row.when, self.language) if row.when else ""
        wide = width(says, DATES)
        after = box.right + 8
        if self.today is not None and after - 3 < self.today < after + wide + 3:
            after = self.today + 6
        if after + wide <= self.time.right:
            line = Line(says, Point(after, middle + 4), DATES.size, "ink")
        elif box.width >= wide + 16 and high >= BARS["strategy"]:
            line = Line(says, Point(box.right - 8, middle + 4), DATES.size, "card", anchor="end")
        else:
            line = Line(says, Point(box.x - 8, middle + 4), DATES.size, "ink", anchor="end")
            begins = box.x - 11 - wide
            if begins < left or (self.today is not None and begins < self.today < box.x):
                line = Line(says, Point(box.right, box.y - 3), DATES.size, "ink", anchor="end")
        role = f"line:{hue}" if row.element.kind == "strategy" else f"link:{hue}"
        return Mark(TIME, box, "bar" if marks.is_draft(row.element) else "pill", role, (line,), says, 0.0)

    def grid(self, top: int, bottom: int) -> tuple[list[Line], list[Rule]]:
        """Return the names of the ticks and the lines beneath them, and that of today."""
        if self.time is None:
            return [], []
        lines, rules = [], []
        for x, label in self.time.ticks():
            rules.append(Rule(Point(x, top - 6), Point(x, bottom), "rule"))
            lines.append(Line(show(label, self.language), Point(x, top - 12), TICK.size, "muted", True, "middle"))
        if self.today is not None:
            rules.append(Rule(Point(self.today, top - 6), Point(self.today, bottom + 8), "title", 1.6, True))
        return lines, rules
