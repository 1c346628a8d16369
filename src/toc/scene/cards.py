"""What a card says, and how big it must be to say it."""

from typing import NamedTuple

from toc.messages import Message, show
from toc.model.elements import Element
from toc.model.theory import Theory
from toc.scene import captions
from toc.scene.measure import BOLD, Style, width, wrap, wrap_evenly

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

VISION_KIND = Style(11, BOLD, 2)
VISION_BODY = Style(21, BOLD)
VISION_LEADING = 29
VISION_MARGIN = 26
VISION_MOST = 6

LANE_TITLE = Style(15, BOLD)
LANE_LEADING = 20


class Saying(NamedTuple):
    """What stands on a card: its kind in capitals, its whole label, and the label's lines."""

    kind: str
    label: str
    lines: tuple[str, ...]
    bold: bool

    @property
    def height(self) -> int:
        """The least height of the card, in px."""
        return BODY_BASE + LEADING * max(0, len(self.lines) - 1) + FOOT


def say(element: Element, theory: Theory, language: str) -> Saying:
    """Return what the card of `element` says in `language`."""
    kind = show(kind_name(element, theory), language)
    label = label_of(element, theory, language)
    bold = element.kind == "strategy"
    lines = wrap(label, CARD_WIDTH - 2 * PADDING, STRONG if bold else BODY, MOST_LINES)
    return Saying(kind, label, lines, bold)


def kind_name(element: Element, theory: Theory) -> Message:
    """Return what the kind of `element` is called on a card."""
    if element.kind == "vision" and [element] == list(theory.visions):
        return captions.OUR_VISION
    if element.kind == "factor":
        return captions.FACTORS.get(element.variety, captions.KINDS["factor"])
    return captions.KINDS[element.kind]


def label_of(element: Element, theory: Theory, language: str) -> str:
    """Return the label of `element` in `language` where it has one in it; its id where it has no label."""
    text = element.label.in_language(language, theory.languages[0] if theory.languages else None)
    return text.value if text and text.value.strip() else element.id


def vision_lines(label: str, breadth: int) -> tuple[str, ...]:
    """Return the lines of a vision in a banner `breadth` px wide."""
    return wrap_evenly(label, min(breadth - 2 * VISION_MARGIN, 620), VISION_BODY, VISION_MOST)


def vision_height(lines: int) -> int:
    """Return the height of a banner with so many lines, in px."""
    return 2 * VISION_MARGIN + 20 + VISION_LEADING * lines


def lane_lines(title: str, breadth: int) -> tuple[str, ...]:
    """Return the lines of a lane's title."""
    return wrap_evenly(title, breadth, LANE_TITLE, 3)


def lane_breadth(title: str) -> int:
    """Return how broad a lane must be for its title: a long one takes several lines."""
    longest = max((width(word, LANE_TITLE) for word in title.split()), default=0.0)
    return int(min(longest, 300)) + 8
