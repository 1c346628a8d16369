"""The legend: what the lines and signs of a picture mean, and nothing that it does not hold."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from toc.messages import Message, show
from toc.scene import captions, marks
from toc.scene.draft import WIDTHS, Draft
from toc.scene.measure import Style, width
from toc.scene.scene import Box, Line, Mark, Point, Sample
from toc.scene.signs import ASSUMPTION_SIGN, STATE_ROLES, STATE_SIGNS, on_link
from toc.scene.theme import NEUTRAL

MARGIN = 52
LEGEND = Style(12)
SAMPLE, SIGN, BAR = 44, 16, 34
ROW, GAP, APART = 28, 28, 10

Drawing = Callable[[Box], Mark]


class _Entry(NamedTuple):
    """One entry: its text, the room of its sample, and what is drawn there: a piece of link, or a sign."""

    text: str
    room: int
    verb: str = "contributes"
    width: int = 0
    mark: str = ""
    drawing: Drawing | None = None

    @property
    def size(self) -> int:
        """The room it takes, in px, with the gap after it."""
        return self.room + APART + int(width(self.text, LEGEND)) + GAP


def legend_of(made: Draft, canvas: int, top: int, language: str) -> tuple[tuple[Sample, ...], int]:
    """Return the samples, in centred rows, and the y where the last row ends."""
    found, y = [], top + 14
    for row in _rows([*_links(made, language), *_signs(made, language)], canvas - 2 * MARGIN):
        x = (canvas - sum(entry.size for entry in row) + GAP) // 2
        for entry in row:
            found.append(_sample(entry, Box(x, y - 9, entry.room, 18)))
            x += entry.size
        y += ROW
    return tuple(found), y - 14


def _sample(entry: _Entry, box: Box) -> Sample:
    line = Line(entry.text, Point(box.right + APART, box.y + 13), LEGEND.size, "muted")
    return Sample(
        entry.verb,
        entry.width,
        box,
        line,
        entry.mark == "feedback",
        entry.mark == "uncertain",
        entry.mark == "gate",
        entry.mark == "plain",
        entry.drawing(box) if entry.drawing else None,
    )


def _rows(groups: Sequence[Sequence[_Entry]], room: int) -> list[list[_Entry]]:
    """The entries by rows: what belongs together stays together where it can."""
    rows: list[list[_Entry]] = [[]]
    for group in groups:
        whole = sum(entry.size for entry in group)
        for entry in group:
            used = sum(each.size for each in rows[-1])
            begins = entry is group[0] and whole <= room < used + whole
            if rows[-1] and (begins or used + entry.size > room):
                rows.append([])
            rows[-1].append(entry)
    return [row for row in rows if row]


def _links(made: Draft, language: str) -> Iterator[list[_Entry]]:
    """Verbs, strengths, and what marks links, each as far as the picture holds it."""

    def entry(verb: str, wide: int, mark: str, name: Message) -> _Entry:
        return _Entry(show(name, language), SAMPLE, verb, wide, mark)

    links, plain = made.links, WIDTHS["moderate"]
    verbs = {link.verb for link in links}
    yield [entry(verb, plain, "", name) for verb, name in captions.VERBS.items() if verb in verbs]
    carried = marks.CONTRIBUTION in made.shown.marks
    used = {wide for link, wide in zip(links, made.widths, strict=True) if link.verb != "requires" and not carried}
    if len(used) > 1:
        words = ((wide, captions.STRENGTHS[word]) for word, wide in WIDTHS.items() if wide in used)
        yield [entry("contributes", wide, "plain", name) for wide, name in words]
    there = (
        ("gate", captions.TOGETHER, any(len(link.sources) > 1 for link in links)),
        ("feedback", captions.FEEDBACK, any(link.feedback for link in links)),
        ("uncertain", captions.UNCERTAIN, any(link.uncertain for link in links)),
    )
    yield [entry("contributes", plain, mark, name) for mark, name, holds in there if holds]


def _signs(made: Draft, language: str) -> Iterator[list[_Entry]]:
    """The signs of evidence, assumptions, indicators and leverage, as far as the picture holds them."""
    wanted, meanings = made.shown.marks, [saying.meaning for saying in made.sayings]

    def entry(name: Message, room: int, drawing: Drawing) -> _Entry:
        return _Entry(show(name, language), room, drawing=drawing)

    kinds = {found.evidence for found in meanings}
    if marks.EVIDENCE in wanted:
        kinds.update(map(marks.evidence_of, made.links))
    fullness = {marks.FULLNESS[kind] for kind in kinds if kind in marks.FULLNESS}
    found = [entry(name, SIGN, _evidence(part)) for part, name in captions.EVIDENCE.items() if part in fullness]
    assumed = any(found.assumptions for found in meanings)
    if marks.ASSUMPTION in wanted:
        assumed = assumed or any(link.properties.refs("assuming") for link in made.links)
    if assumed:
        found.append(entry(captions.ASSUMPTION, SIGN, _assumption))
    yield found
    states = {row.state for found in meanings for row in found.progress}
    bars = [entry(captions.PROGRESS[state], BAR, _bar(state)) for state in captions.PROGRESS if state in states]
    if any(found.leverage is not None for found in meanings):
        bars.append(entry(captions.LEVERAGE, BAR, _leverage))
    yield bars


def _evidence(part: float) -> Drawing:
    kind = next(word for word, fullness in marks.FULLNESS.items() if fullness == part)
    return lambda box: next(on_link(kind, " ", "", [_middle(box)], f"link:{NEUTRAL}"))


def _assumption(box: Box) -> Mark:
    return next(on_link("", "", ASSUMPTION_SIGN, [_middle(box)], f"link:{NEUTRAL}"))


def _bar(state: str) -> Drawing:
    """A bar that has come some way, with the sign of its state."""
    role = STATE_ROLES.get(state, f"line:{NEUTRAL}")

    def drawing(box: Box) -> Mark:
        sign = Line(STATE_SIGNS[state], Point(box.right, box.y + 13), 10, role, True, "end")
        bar = Box(box.x, box.y + 7, box.width - (12 if sign.text else 0), 5)
        return Mark(marks.PROGRESS, bar, "bar", role, (sign,) if sign.text else (), "", 0.6)

    return drawing


def _leverage(box: Box) -> Mark:
    line = Line("●●○", Point(box.x, box.y + 12), 9, f"line:{NEUTRAL}", tracking=0.6)
    return Mark(marks.LEVERAGE, box, "none", f"line:{NEUTRAL}", (line,), "")


def _middle(box: Box) -> Point:
    return Point(box.x + box.width // 2, box.y + box.height // 2)
