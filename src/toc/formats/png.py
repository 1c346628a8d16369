"""PNG: the picture in pixels, drawn by resvg with the fonts that toc brings."""

import struct
import zlib

from toc.formats.format import Unwritable, picture
from toc.messages import _
from toc.scene.drawing import FAMILY, draw
from toc.scene.measure import BOLD, FONTS, REGULAR, is_covered
from toc.scene.page import MM_PER_INCH, page_of
from toc.scene.scene import Scene

MOST_PIXELS = 150_000_000
# Twice the size where that is cheap: texts stay sharp on a projector and on paper.
MOST_DOUBLED = 40_000_000
PLAIN, DOUBLED, ON_PAPER = 96, 192, 150
INCHES_PER_METRE = 1 / 0.0254
# What stands before the first thing that a PNG may say of itself: its sign, and its size with eight bytes of frame.
HEAD = 8 + 25


@picture("png", ".png")
def png(scene: Scene, *, dpi: int | None = None) -> bytes:
    """Return the picture as PNG, with so many dots an inch: of its paper, else of a screen on which 96 px are an inch.

    Without `dpi` it has 150 on paper; else two dots for each px up to 40 million, then one.
    Where a text holds characters that our fonts lack (another script, emoji), those of the machine help out.
    Raises `Unwritable` where it would have more than 150 million pixels.
    """
    import resvg_py

    page = page_of(scene)
    dots = dpi or _dots(scene)
    width, height = round(page.width / MM_PER_INCH * dots), round(page.height / MM_PER_INCH * dots)
    if width * height > MOST_PIXELS:
        raise _too_large(width, height, dots)
    drawn = resvg_py.svg_to_bytes(
        svg_string=draw(scene, fonts=False, page=page if scene.paper else None),
        zoom=dots / PLAIN,
        dpi=PLAIN,
        skip_system_fonts=_is_covered(scene),
        font_files=[*scene.theme.font.files, *(str(FONTS / f"Inter-{weight}.ttf") for weight in (REGULAR, BOLD))],
        font_family=FAMILY,
        sans_serif_family=FAMILY,
    )
    return _sized(bytes(drawn), dots)


def _dots(scene: Scene) -> int:
    if scene.paper:
        return ON_PAPER
    return DOUBLED if scene.width * scene.height * 4 <= MOST_DOUBLED else PLAIN


def _too_large(width: int, height: int, dots: int) -> Unwritable:
    most = MOST_PIXELS // 1_000_000
    fitting = int(dots * (MOST_PIXELS / (width * height)) ** 0.5)
    told = _(
        "the picture would be {width} × {height} pixels, and PNG goes up to {most} million",
        width=width,
        height=height,
        most=most,
    )
    return Unwritable(
        _("{told}: give at most `--dpi {dpi}`, or use SVG or PDF, which have no pixels", told=told, dpi=fitting)
    )


def _sized(content: bytes, dots: int) -> bytes:
    """The picture, with how many dots it has a metre."""
    each = round(dots * INCHES_PER_METRE)
    said = b"pHYs" + struct.pack(">IIB", each, each, 1)
    chunk = struct.pack(">I", len(said) - 4) + said + struct.pack(">I", zlib.crc32(said))
    return content[:HEAD] + chunk + content[HEAD:]


def _is_covered(scene: Scene) -> bool:
    """Whether our fonts have all that the picture says; then those of the machine have no part in it."""
    groups = (scene.headings, *(card.lines for card in scene.cards), *(lane.lines for lane in scene.lanes))
    return all(is_covered(line.text) for lines in groups for line in lines)
