"""What a card says, and how big it must be to say it."""

from collections.abc import Sequence
from typing import NamedTuple

from toc.messages import Message, _, show
from toc.model.elements import Element
from toc.model.theory import Theory
from toc.model.value_words import VALUE_WORDS
from toc.scene import captions
from toc.scene.marks import NOTHING, Meaning
from toc.scene.measure import BOLD, Style, width, wrap, wrap_evenly
from toc.scene.signs import PROGRESS_ROW, foot_height, owner_lines, shown_progress

CARD_WIDTH = 200
PADDING = 14
KIND = Style(9, BOLD, 0.9)
BODY = Style(13.5)
STRONG = Style(13.5, BOLD)
LEADING = 18
KIND_BASE = 23
BODY_BASE = 45
FOOT = 17
MOST_LINES = 9
# A last line of no more characters looks lost.
SHORT = 6

TOLD = Style(11)
TOLD_LEADING, TOLD_ABOVE = 15, 5
MOST_TOLD, TOLD_LINES = 12, 5

VISION_KIND = Style(11, BOLD, 2)
VISION_BODY = Style(21, BOLD)
VISION_LEADING = 29
VISION_MARGIN = 26
VISION_MOST = 6

LANE_TITLE = Style(15, BOLD)
LANE_LEADING = 20


class Saying(NamedTuple):
    """What stands on a card: its kind in capitals, its whole label, the label's lines, and what it means by marks.

    `told` are the lines of what else is told there, in small print, `owners` those of whose it is.
    """

    kind: str
    label: str
    lines: tuple[str, ...]
    bold: bool
    told: tuple[str, ...] = ()
    meaning: Meaning = NOTHING
    owners: tuple[str, ...] = ()

    @property
    def height(self) -> int:
        """The least height of the card, in px."""
        body = BODY_BASE + LEADING * max(0, len(self.lines) - 1) + FOOT
        return body + self.told_height + foot_height(self.meaning, len(self.owners))

    @property
    def told_height(self) -> int:
        """The room for what else is told, in px."""
        return TOLD_LEADING * len(self.told) + TOLD_ABOVE if self.told else 0


def say(element: Element, theory: Theory, language: str, told: Sequence[str], meaning: Meaning) -> Saying:
    """Return what the card of `element` says in `language`; `told` are texts in small print."""
    kind = show(kind_name(element, theory), language)
    label = label_of(element, theory, language)
    bold = element.kind in {"strategy", "actor"}
    room = CARD_WIDTH - 2 * PADDING
    lines = _label_lines(label, room, STRONG if bold else BODY)
    small = tuple(line for text in told[:MOST_TOLD] for line in wrap(text, room, TOLD, TOLD_LINES))
    return Saying(kind, label, lines, bold, small, meaning, owner_lines(meaning, room))


def _label_lines(label: str, room: int, style: Style) -> tuple[str, ...]:
    """The lines of a label: as few as may be, and no short word left alone on the last."""
    lines = wrap(label, room, style, MOST_LINES)
    if len(lines) > 1 and len(lines[-1]) <= SHORT:
        even = wrap_evenly(label, room, style, MOST_LINES)
        return even if len(even) == len(lines) else lines
    return lines


def kind_name(element: Element, theory: Theory) -> Message:
    """Return what the kind of `element` is called on a card."""
    if element.kind == "vision" and [element] == list(theory.visions):
        return captions.OUR_VISION
    sector = VALUE_WORDS["sector"].get(element.properties.word("sector") or "")
    if element.kind == "actor" and sector:
        return _("{sector}", sector=sector)
    if element.kind == "factor":
        return captions.FACTORS.get(element.variety, captions.KINDS["factor"])
    return captions.KINDS.get(element.kind) or captions.STANDING[element.kind]


def label_of(element: Element, theory: Theory, language: str) -> str:
    """Return the label of `element` in `language` where it has one in it; its id where it has no label."""
    text = element.label.in_language(language, theory.languages[0] if theory.languages else None)
    return text.value if text and text.value.strip() else element.id


def vision_lines(label: str, breadth: int) -> tuple[str, ...]:
    """Return the lines of a vision in a banner `breadth` px wide."""
    return wrap_evenly(label, min(breadth - 2 * VISION_MARGIN, 620), VISION_BODY, VISION_MOST)


def vision_height(lines: int, meaning: Meaning = NOTHING) -> int:
    """Return the height of a banner with so many lines, in px."""
    return 2 * VISION_MARGIN + 20 + VISION_LEADING * lines + PROGRESS_ROW * len(shown_progress(meaning))


def lane_lines(title: str, breadth: int) -> tuple[str, ...]:
    """Return the lines of a lane's title."""
    return wrap_evenly(title, breadth, LANE_TITLE, 3)


def lane_breadth(title: str) -> int:
    """Return how broad a lane must be for its title: a long one takes several lines."""
    longest = max((width(word, LANE_TITLE) for word in title.split()), default=0.0)
    return int(min(longest, 300)) + 8
