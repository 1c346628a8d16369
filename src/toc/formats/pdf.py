"""PDF: the picture for print, on one page in real size or over many sheets, drawn by reportlab from the scene."""

from io import BytesIO
from typing import Any

from toc.formats.format import picture
from toc.formats.paper.foreign import Foreign, foreign
from toc.formats.paper.items import Item, items, readable
from toc.formats.paper.painting import POINTS_PER_MM, Brush, brush_of, covered, fonts_of, laid, paint
from toc.formats.paper.poster import paint_poster
from toc.formats.paper.sheets import spread
from toc.formats.paper.structure import Structure
from toc.scene.page import Page, page_of
from toc.scene.scene import Scene
from toc.scene.shapes import Lettering, of_paper

# The longest side that readers of PDF show, in mm: 14,400 points (ISO 32000-1, Annex C).
LONGEST = 14_400 / POINTS_PER_MM


@picture("pdf", ".pdf", extra="pdf")
def pdf(scene: Scene, *, tile: str | None = None) -> bytes:
    """Return the picture as PDF, on the paper that the scene is meant for, else on a page of its own size.

    With `tile` (A4 or A3) it is spread over sheets of that paper, behind a plan of them. Texts can be selected and
    searched, and are read aloud in order; lines of text that toc's fonts cannot set are drawn with the machine's.
    Raises `Unwritable` where the sheets would be too many.
    """
    page, pieces, content = page_of(scene), items(scene), BytesIO()
    sheets = spread(scene.width * page.scale, scene.height * page.scale, tile) if tile else None
    fonts = fonts_of(scene.theme.font)
    brush = brush_of(_canvas(content, scene, fonts[False].fontName), fonts, scene, _foreign(pieces, fonts))
    structure = Structure(brush.canvas)
    if sheets is None:
        _paint_page(scene, brush, structure, pieces, page)
    else:
        paint_poster(scene, brush, structure, pieces, page, sheets)
    structure.write()
    brush.canvas.save()
    return content.getvalue()


def _canvas(content: BytesIO, scene: Scene, font: str) -> Any:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(
        content, pageCompression=1, invariant=1, pdfVersion=(1, 7), lang=scene.language, initialFontName=font
    )
    canvas.setTitle(readable(scene.title))
    canvas.setSubject(readable(scene.description))
    canvas.setAuthor("")
    canvas.setCreator("toc")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    # Printed at the size it was made for, not shrunk to the printer's liking.
    canvas.setViewerPreference("PrintScaling", "None")
    return canvas


def _foreign(pieces: tuple[Item, ...], fonts: dict[bool, Any]) -> Foreign:
    letters = (shape for item in pieces for shape in item.shapes if isinstance(shape, Lettering))
    return foreign(one for one in letters if not covered(fonts[one.line.bold], readable(one.line.text)))


def _paint_page(scene: Scene, brush: Brush, structure: Structure, pieces: tuple[Item, ...], wanted: Page) -> None:
    shrunk = min(1.0, LONGEST / max(wanted.width, wanted.height))
    page = Page(*(size * shrunk for size in wanted))
    with laid(brush, page.width, page.height, page.left, page.top, page.scale):
        with structure.marked_as_artifact():
            paint(brush, of_paper(scene, page.view))
        for item in pieces:
            with structure.marked(item):
                for shape in item.shapes:
                    paint(brush, shape)
    structure.end_page()
