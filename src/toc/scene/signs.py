"""The signs by which marks are drawn: at the foot and in the corner of cards, and along links."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from toc.messages import _, show, show_field
from toc.scene import marks
from toc.scene.leverage import dots
from toc.scene.marks import Meaning, Progress
from toc.scene.measure import BOLD, Style, shortened, width, wrap
from toc.scene.scene import Box, Line, Mark, Point

OWNERS = Style(10.5)
PILL = Style(9, BOLD, 0.2)
VALUES, VISION_VALUES = Style(10), Style(13)
DOTS = Style(9, tracking=0.6)
FOOT_ROW, OWNERS_LEADING, PROGRESS_ROW = 21, 14, 29
MOST_OWNERS = 3
BAR = 5
CORNER_BASE, PADDING, LOWEST = 23, 14, 13
ASSUMPTION_SIGN = "◇"
STATE_SIGNS = {marks.ON: "✓", marks.OFF: "!", marks.OPEN: ""}
STATE_ROLES = {marks.ON: "progress.on", marks.OFF: "progress.off"}
# Along links: how big a sign is.
SIGN = 14


class Ink(NamedTuple):
    """The colours of signs on one sort of card: of texts, of quiet texts, of pills and the words on them."""

    text: str
    quiet: str
    pill: str
    on_pill: str
    ground: str

    @property
    def is_plain(self) -> bool:
        """Whether the card is as light as paper, so that the colours of progress can be read on it."""
        return self.ground == "card"


def inks(hue: str, *, filled: bool) -> Ink:
    """Return the colours of signs on a card of `hue`."""
    if filled:
        return Ink(f"ink:{hue}", f"ink:{hue}", f"ink:{hue}", f"fill:{hue}", f"fill:{hue}")
    return Ink("ink", "muted", f"tint:{hue}", f"line:{hue}", "card")


def owner_lines(found: Meaning, room: int) -> tuple[str, ...]:
    """Return whose a card is, in a few lines: `room` px wide but for the signs that stand beside them."""
    if not found.owners:
        return ()
    return wrap(", ".join(found.owners), room - _signs_room(found), OWNERS, MOST_OWNERS)


def _signs_room(found: Meaning) -> int:
    return 30 * bool(found.assumptions) + 16 * bool(found.evidence)


def foot_height(found: Meaning, owners: int) -> int:
    """Return the room that the marks of a card need beneath its label, with so many lines of owners, in px."""
    rows = max(owners, bool(found.assumptions or found.evidence))
    foot = FOOT_ROW + OWNERS_LEADING * (rows - 1) if rows else 0
    return foot + PROGRESS_ROW * len(shown_progress(found))


def shown_progress(found: Meaning) -> Sequence[Progress]:
    """Return the rows of progress that are drawn: the first few."""
    return found.progress[: marks.MOST_ROWS]


def on_card(found: Meaning, owners: Sequence[str], box: Box, ink: Ink, language: str) -> Iterator[Mark]:
    """Yield the marks of a card in `box`: in its corner, and at its foot."""
    yield from _corner(found, box, ink, language)
    left, right = box.x + PADDING, box.right - PADDING
    rows = shown_progress(found)
    bottom = box.bottom - LOWEST
    for at, row in enumerate(reversed(rows)):
        yield from _bar(row, Box(left, bottom - PROGRESS_ROW * at - 18, right - left, BAR), ink)
    base = bottom - PROGRESS_ROW * len(rows)
    yield from _foot(found, owners, Point(left, base), right, ink, language)


def on_banner(found: Meaning, box: Box, base: int, language: str) -> Iterator[Mark]:
    """Yield the marks of a vision, beneath its words, which end at `base`: how far its indicators have come."""
    size = box.width - 2 * PADDING
    for at, row in enumerate(shown_progress(found)):
        y, sign = base + PROGRESS_ROW * (at + 1), STATE_SIGNS[row.state]
        named = show(_("{name}: {values}", name=row.name, values=row.text), language)
        text = named if width(named, VISION_VALUES) + 20 <= size else shortened(row.text, size - 20, VISION_VALUES)
        middle, half = box.x + box.width // 2, int(width(text, VISION_VALUES) / 2)
        lines = [Line(text, Point(middle, y), VISION_VALUES.size, "vision.ink", anchor="middle")]
        if sign:
            lines.append(Line(sign, Point(middle + half + 6, y), VISION_VALUES.size, "vision.ink", True))
        place = Box(box.x + PADDING, y - 13, size, 17)
        yield Mark(marks.PROGRESS, place, "none", "vision.ink", tuple(lines), row.says)


def _corner(found: Meaning, box: Box, ink: Ink, language: str) -> Iterator[Mark]:
    """In the upper right: what a strategy achieves for its effort, and whether it is but a draft."""
    right, base = box.right - PADDING, box.y + CORNER_BASE
    if found.leverage is not None:
        filled = dots(found.leverage)
        ratio = round(found.leverage, 1)
        text = f"{show_field(ratio, language)}  {'●' * filled}{'○' * (3 - filled)}"
        size = int(width(text, DOTS)) + 1
        role = ink.text if not ink.is_plain else ink.on_pill
        line = Line(text, Point(right, base), DOTS.size, role, anchor="end", tracking=DOTS.tracking)
        says = _("leverage: {ratio} times what its share of the effort would lead one to expect", ratio=ratio)
        yield Mark(
            marks.LEVERAGE, Box(right - size, base - 10, size, 12), "none", ink.text, (line,), show(says, language)
        )
        right -= size + 8
    for name, word in ((marks.DRAFT, found.status), (marks.LEVEL, found.level)):
        if word:
            yield (mark := pill(name, word, right, base - 11, ink, word))
            right = mark.box.x - 5


def pill(name: str, text: str, right: int, y: int, ink: Ink, says: str) -> Mark:
    """Return a pill with `text`, whose right end and upper edge are given."""
    size = int(width(text, PILL)) + 13
    at = Point(right - size // 2, y + 11)
    line = Line(text, at, PILL.size, ink.on_pill, True, "middle", PILL.tracking)
    return Mark(name, Box(right - size, y, size, 15), "pill", ink.pill, (line,), says)


def dot(kind: str, box: Box, role: str, ground: str, says: str) -> Mark:
    """Return the sign of a sort of evidence: the fuller, the better founded."""
    return Mark(marks.EVIDENCE, box, "dot", role, (), says, marks.FULLNESS.get(kind, 0.0), ground)


def _foot(found: Meaning, owners: Sequence[str], at: Point, right: int, ink: Ink, language: str) -> Iterator[Mark]:
    """Whose it is, its last line ending above `at`, and on the right its assumptions and its evidence."""
    if owners:
        first = at.y - OWNERS_LEADING * (len(owners) - 1)
        lines = tuple(
            Line(text, Point(at.x, first + OWNERS_LEADING * number), OWNERS.size, ink.quiet)
            for number, text in enumerate(owners)
        )
        place = Box(at.x, first - 10, right - _signs_room(found) - at.x, at.y + 3 - first + 10)
        yield Mark(marks.OWNERS, place, "none", ink.quiet, lines, ", ".join(found.owners))
    if found.assumptions:
        count = len(found.assumptions)
        text = ASSUMPTION_SIGN if count == 1 else f"{ASSUMPTION_SIGN} {count}"
        says = marks.assumptions_say(found.assumptions, language)
        yield (mark := pill(marks.ASSUMPTION, text, right, at.y - 11, ink, says))
        right = mark.box.x - 5
    if found.evidence:
        role = ink.on_pill if ink.is_plain else ink.text
        says = marks.evidence_says([found.evidence], language)
        yield dot(found.evidence, Box(right - 10, at.y - 9, 10, 10), role, ink.ground, says)


def _bar(row: Progress, box: Box, ink: Ink) -> Iterator[Mark]:
    """How far an indicator has come: a bar, its values beneath, and a sign where it keeps its way or is behind."""
    role = STATE_ROLES.get(row.state, ink.on_pill) if ink.is_plain else ink.text
    sign = STATE_SIGNS[row.state]
    room = box.width - (14 if sign else 0)
    base = box.y + 18
    lines = [Line(shortened(row.text, room, VALUES), Point(box.x, base), VALUES.size, ink.quiet)]
    if sign:
        lines.append(Line(sign, Point(box.right, base), VALUES.size, role, True, "end"))
    shape = "none" if row.part is None else "bar"
    rest = "rule" if ink.is_plain else ink.ground
    yield Mark(marks.PROGRESS, box, shape, role, tuple(lines), row.says, row.part or 0.0, rest)


def on_link(
    evidence: str, says_evidence: str, says_assumptions: str, places: Sequence[Point], hue_role: str
) -> Iterator[Mark]:
    """Yield the marks of a link at `places`: its evidence, then its assumptions."""
    free = iter(places)
    if says_evidence:
        at = next(free)
        yield dot(evidence, Box(at.x - 5, at.y - 5, 10, 10), hue_role, "card", says_evidence)
    if says_assumptions:
        at = next(free)
        line = Line(ASSUMPTION_SIGN, Point(at.x, at.y + 3), 9, "card", True, "middle")
        box = Box(at.x - SIGN // 2, at.y - SIGN // 2, SIGN, SIGN)
        yield Mark(marks.ASSUMPTION, box, "pill", hue_role, (line,), says_assumptions)
