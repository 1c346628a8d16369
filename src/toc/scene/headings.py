"""What stands around every picture: its title above, an organisation's logo beside that, its date beneath."""

from datetime import date

from toc.messages import _, show
from toc.model.theory import Theory
from toc.scene import captions
from toc.scene.cards import label_of
from toc.scene.legend import LEGEND, MARGIN
from toc.scene.measure import BOLD, Style, wrap_evenly
from toc.scene.scene import Box, Line, Logo, Point
from toc.scene.theme import Sign

TITLE = Style(30, BOLD)
TITLE_LEADING = 38
SUBTITLE = Style(13.5)
LEAST_WIDTH = 824
# An organisation's logo is no bigger than this, and stands in the upper left corner.
LOGO_WIDTH, LOGO_HEIGHT, LOGO_TOP = 180, 64, 30


def title_of(theory: Theory, language: str) -> str:
    """Return the title of a picture: the theory's label."""
    if theory.head is not None and theory.head.label:
        return label_of(theory.head, theory, language)
    return show(captions.NAMELESS, language)


def headings(title: str, subtitle: str, canvas: int, logo: Logo | None) -> tuple[tuple[Line, ...], int]:
    """Return the lines of title and subtitle, and the y where the picture itself may begin."""
    room = canvas - 2 * MARGIN - (2 * (logo.box.width + 20) if logo else 0)
    titles = wrap_evenly(title, room, TITLE, 3)
    hints = wrap_evenly(subtitle, room, SUBTITLE)
    middle, y = canvas // 2, 66
    found = []
    for text in titles:
        found.append(Line(text, Point(middle, y), TITLE.size, "title", True, "middle"))
        y += TITLE_LEADING
    y -= 8
    for text in hints:
        found.append(Line(text, Point(middle, y), SUBTITLE.size, "muted", anchor="middle"))
        y += 20
    return tuple(found), max(y + 22, logo.box.bottom + 24 if logo else 0)


def placed(sign: Sign | None) -> Logo | None:
    """Return a logo in its place, as big as may be."""
    if sign is None:
        return None
    scale = min(LOGO_WIDTH / sign.width, LOGO_HEIGHT / sign.height)
    wide, high = max(1, round(sign.width * scale)), max(1, round(sign.height * scale))
    return Logo(sign.data, sign.mime, Box(MARGIN, LOGO_TOP, wide, high))


def dated(today: date | None, canvas: int, end: int, language: str) -> tuple[tuple[Line, ...], int]:
    """Return the date, in the lower right corner, and the y where it ends."""
    if today is None:
        return (), end
    text = show(_("as of {date}", date=today), language)
    y = end + 22
    return (Line(text, Point(canvas - MARGIN, y), LEGEND.size, "muted", anchor="end"),), y
