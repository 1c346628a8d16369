"""Shapes painted on a page of PDF, in lines and letters that stay sharp at any size."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from attrs import frozen

from toc.formats.paper.foreign import Foreign
from toc.formats.paper.items import readable
from toc.scene.measure import BOLD, FONTS, REGULAR
from toc.scene.scene import Box, Logo, Scene
from toc.scene.shapes import VISION, Area, Disc, Lettering, Rect, Shape
from toc.scene.strokes import Polygon, Trace
from toc.scene.theme import Font

POINTS_PER_MM = 72 / 25.4
_INVISIBLE = 3


@frozen
class Brush:
    """What shapes are painted with: a canvas of reportlab, its fonts by weight, and the banner's two colours.

    The canvas is turned so that y grows downwards, in px.
    """

    canvas: Any
    fonts: Mapping[bool, Any]
    vision: tuple[str, str]
    foreign: Foreign


def fonts_of(font: Font) -> dict[bool, Any]:
    """Return the fonts of a theme, the bold one under True, known to reportlab for as long as a document is made.

    Where a file cannot be put into a PDF (an OpenType font with outlines of PostScript), toc's own takes its place.
    """
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFError, TTFont

    found: dict[bool, Any] = {}
    for bold, weight, content in ((False, REGULAR, font.regular), (True, BOLD, font.bold)):
        own = str(FONTS / f"Inter-{weight}.ttf")
        try:
            made = TTFont(f"toc-{weight}", BytesIO(content) if content else own)
        except TTFError:
            made = TTFont(f"toc-{weight}", own)
        if bold and made.face.name == found[False].face.name:
            # reportlab tells fonts in a file apart by the names of their faces.
            made = found[False]
        # `registerFont` would keep the first font of that name, and of that face, for as long as the program runs.
        pdfmetrics._fonts[made.fontName] = made  # noqa: SLF001
        found[bold] = made
    return found


def covered(font: Any, text: str) -> bool:
    """Whether `font` has every character of `text`, as it is painted."""
    return all(ord(character) in font.face.charToGlyph for character in text)


@contextmanager
def laid(brush: Brush, width: float, height: float, left: float, top: float, scale: float) -> Iterator[None]:
    """Paint what is painted within on a page of `width` by `height` mm, from `left` and `top` on, a px `scale` mm."""
    canvas = brush.canvas
    canvas.setPageSize((width * POINTS_PER_MM, height * POINTS_PER_MM))
    canvas.saveState()
    each = scale * POINTS_PER_MM
    canvas.transform(each, 0, 0, -each, left * POINTS_PER_MM, (height - top) * POINTS_PER_MM)
    yield
    canvas.restoreState()


def paint(brush: Brush, shape: Shape) -> None:
    """Paint a shape."""
    match shape:
        case Rect(box, corner, fill, stroke, wide, dashes):
            _rect(brush, box, corner, fill, stroke, wide, dashes)
        case Disc(at, radius, fill, stroke, wide):
            _pen(brush, fill, stroke, wide)
            brush.canvas.circle(at.x, at.y, radius, stroke=bool(stroke), fill=bool(fill))
        case Trace(start, curves, ink, wide, dashes):
            _pen(brush, "", ink, wide, dashes)
            brush.canvas.drawPath(_path(brush, start, curves), stroke=1, fill=0)
        case Area(start, curves, fill):
            _pen(brush, fill)
            brush.canvas.drawPath(_path(brush, start, curves), stroke=0, fill=1)
        case Polygon(points, fill, stroke, wide):
            _polygon(brush, points, fill, stroke, wide)
        case Logo():
            _logo(brush, shape)
        case Lettering():
            _letters(brush, shape)


def _pen(brush: Brush, fill: str, stroke: str = "", wide: float = 0.0, dashes: tuple[int, ...] = ()) -> None:
    from reportlab.lib.colors import HexColor

    if fill:
        brush.canvas.setFillColor(HexColor(fill))
    if stroke:
        brush.canvas.setStrokeColor(HexColor(stroke))
        brush.canvas.setLineWidth(wide)
        brush.canvas.setDash(list(dashes))


def _rect(
    brush: Brush, box: Box, corner: int, fill: str, stroke: str, wide: float, dashes: tuple[int, ...] = ()
) -> None:
    from reportlab.lib.colors import HexColor

    canvas = brush.canvas
    if fill == VISION:
        canvas.saveState()
        path = canvas.beginPath()
        path.roundRect(box.x, box.y, box.width, box.height, corner)
        canvas.clipPath(path, stroke=0, fill=0)
        canvas.linearGradient(box.x, 0, box.right, 0, [HexColor(colour) for colour in brush.vision])
        canvas.restoreState()
        fill = ""
    _pen(brush, fill, stroke, wide, dashes)
    canvas.roundRect(box.x, box.y, box.width, box.height, corner, stroke=bool(stroke), fill=bool(fill))


def _path(brush: Brush, start: tuple[float, float], curves: Any) -> Any:
    path = brush.canvas.beginPath()
    path.moveTo(*start)
    for one, two, end in curves:
        path.curveTo(*one, *two, *end)
    return path


def _polygon(brush: Brush, points: tuple[Any, ...], fill: str, stroke: str, wide: float) -> None:
    _pen(brush, fill, stroke, wide)
    path = brush.canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    if fill:
        path.close()
    brush.canvas.setLineJoin(1)
    brush.canvas.drawPath(path, stroke=bool(stroke), fill=bool(fill))
    brush.canvas.setLineJoin(0)


def _letters(brush: Brush, lettering: Lettering) -> None:
    from reportlab.lib.colors import HexColor

    line, ink = lettering
    text, font = readable(line.text), brush.fonts[line.bold]
    is_foreign = not covered(font, text)
    if is_foreign:
        _picture(brush, brush.foreign.box(lettering), brush.foreign.of(lettering))
    long = font.stringWidth(text, line.size) + line.tracking * len(text)
    left = line.at.x - {"start": 0.0, "middle": long / 2, "end": long}[line.anchor]
    written = brush.canvas.beginText()
    written.setTextTransform(1, 0, 0, -1, left, line.at.y)
    written.setFont(font.fontName, line.size)
    written.setCharSpace(line.tracking)
    written.setFillColor(HexColor(ink))
    written.setTextRenderMode(_INVISIBLE if is_foreign else 0)
    # Whoever takes the text out again finds a space between this line and the next.
    written.textOut(f"{text} ")
    written.setTextRenderMode(0)
    spelt = line.tracking or is_foreign
    if spelt:
        # Letters set apart are still one word, and those that the font lacks are still text.
        brush.canvas.addLiteral(f"/Span <</ActualText {_hexadecimal(text + ' ')}>> BDC")
    brush.canvas.drawText(written)
    if spelt:
        brush.canvas.addLiteral("EMC")


def _hexadecimal(text: str) -> str:
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def _logo(brush: Brush, logo: Logo) -> None:
    from toc.formats.pixels import pixels_of

    _picture(brush, logo.box, pixels_of(logo))


def _picture(brush: Brush, box: tuple[float, float, float, float], content: bytes) -> None:
    from reportlab.lib.utils import ImageReader

    x, y, width, height = box
    canvas = brush.canvas
    canvas.saveState()
    canvas.transform(1, 0, 0, -1, x, y + height)
    canvas.drawImage(ImageReader(BytesIO(content)), 0, 0, width, height, mask="auto", preserveAspectRatio=True)
    canvas.restoreState()


def brush_of(canvas: Any, fonts: Mapping[bool, Any], scene: Scene, foreign: Foreign) -> Brush:
    """Return the brush for `scene`."""
    roles = scene.theme.roles
    return Brush(canvas, fonts, (roles["vision.from"], roles["vision.to"]), foreign)
