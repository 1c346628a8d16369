"""A poster made of many sheets: a plan of them, then each with its part of the picture, its name and crop marks."""

from attrs import frozen

from toc.formats.paper.items import PARAGRAPH, Item
from toc.formats.paper.painting import POINTS_PER_MM, Brush, laid, paint
from toc.formats.paper.sheets import OVERLAP, Sheet, Sheets
from toc.formats.paper.structure import Structure
from toc.messages import Message, _, show
from toc.scene.measure import Style, wrap
from toc.scene.page import MARGIN, Page
from toc.scene.scene import Box, Line, Point, Scene
from toc.scene.shapes import Disc, Lettering, Rect, of_paper, straight
from toc.scene.strokes import Trace

# What stands around the picture is laid out in tenths of a mm, in these colours.
TENTH = 0.1
INK, PALE, PAPER = "#444444", "#BBBBBB", "#FFFFFF"
SMALL, PLAIN, LARGE = 26.0, 40.0, 60.0
MARK, GAP = 50, 15
HEAD = 420


@frozen
class Poster:
    """All that the sheets of a poster are painted with and from."""

    scene: Scene
    brush: Brush
    structure: Structure
    pieces: tuple[Item, ...]
    page: Page
    sheets: Sheets


def paint_poster(
    scene: Scene, brush: Brush, structure: Structure, pieces: tuple[Item, ...], page: Page, sheets: Sheets
) -> None:
    """Paint the plan, then each sheet on a page of its own."""
    poster = Poster(scene, brush, structure, pieces, page, sheets)
    _paint_plan(poster)
    for number, sheet in enumerate(sheets.sheets, 1):
        _paint_part(poster, sheet)
        _paint_margins(poster, sheet, number)
        structure.end_page()


def _paint_plan(poster: Poster) -> None:
    """The whole picture, small, with the sheets it is cut into, and how to put them together."""
    page, scene = poster.page, poster.scene
    width, height = sorted((poster.sheets.width, poster.sheets.height), reverse=scene.width > scene.height)
    room = width - 2 * MARGIN, height - HEAD * TENTH - MARGIN
    shrunk = min(room[0] / scene.width, room[1] / scene.height)
    left = (width - scene.width * shrunk) / 2
    _paint_words(poster, width, height)
    with laid(poster.brush, width, height, left, HEAD * TENTH, shrunk):
        with poster.structure.marked_as_artifact():
            paint(poster.brush, of_paper(scene, Box(0, 0, scene.width, scene.height)))
        for item in poster.pieces:
            with poster.structure.marked(item):
                for shape in item.shapes:
                    paint(poster.brush, shape)
    with (
        laid(poster.brush, width, height, left, HEAD * TENTH, TENTH),
        poster.structure.marked_as_artifact(),
    ):
        for sheet in poster.sheets.sheets:
            _paint_cell(poster, sheet, shrunk / page.scale * 10)
    poster.structure.end_page()


def _paint_words(poster: Poster, width: int, height: int) -> None:
    language, at, style = poster.scene.language, MARGIN * 10 + 60, Style(PLAIN)
    with laid(poster.brush, width, height, 0, 0, TENTH):
        for message in _instructions(poster.sheets):
            text = show(message, language)
            lines = wrap(text, (width - 2 * MARGIN) * 10, style)
            drawn = tuple(
                Lettering(Line(line, Point(MARGIN * 10, at + 54 * row), PLAIN, ""), INK)
                for row, line in enumerate(lines)
            )
            with poster.structure.marked(Item(PARAGRAPH, text, drawn, Box(0, 0, 0, 0))):
                for shape in drawn:
                    paint(poster.brush, shape)
            at += 54 * len(lines) + 14


def _instructions(sheets: Sheets) -> tuple[Message, ...]:
    return (
        _(
            "{n} sheets of {paper}: {rows} rows of {columns}",
            n=len(sheets.sheets),
            paper=sheets.paper,
            rows=sheets.rows,
            columns=sheets.columns,
        ),
        _("Print them in their actual size (100 %), on one side."),
        _(
            "Cut along the marks on the right and below, and glue each sheet over the first {mm} mm of the next.",
            mm=OVERLAP,
        ),
    )


def _paint_cell(poster: Poster, sheet: Sheet, scale: float) -> None:
    """One sheet on the plan: its outline and its name; `scale` is tenths of a mm on the plan for each mm of picture."""
    box = Box(int(sheet.left * scale), int(sheet.top * scale), int(sheet.width * scale), int(sheet.height * scale))
    paint(poster.brush, Rect(box, 0, "", INK, 3, (12, 8)))
    middle = Point(box.x + box.width // 2, box.y + box.height // 2)
    size = min(LARGE, box.height / 3, box.width / 4)
    paint(poster.brush, Disc(middle, int(size * 1.1) + 1, PAPER, INK, 3))
    words = Line(sheet.name, Point(middle.x, middle.y + int(size * 0.36)), size, "", True, "middle")
    paint(poster.brush, Lettering(words, INK))


def _paint_part(poster: Poster, sheet: Sheet) -> None:
    sheets, page, canvas = poster.sheets, poster.page, poster.brush.canvas
    window = Box(
        int(sheet.left / page.scale),
        int(sheet.top / page.scale),
        int(sheet.width / page.scale) + 1,
        int(sheet.height / page.scale) + 1,
    )
    left, top = MARGIN - sheet.left, MARGIN - sheet.top
    canvas.setPageSize((sheets.width * POINTS_PER_MM, sheets.height * POINTS_PER_MM))
    canvas.saveState()
    path = canvas.beginPath()
    lower = sheets.height - MARGIN - sheet.height
    path.rect(*(size * POINTS_PER_MM for size in (MARGIN, lower, sheet.width, sheet.height)))
    canvas.clipPath(path, stroke=0, fill=0)
    with laid(poster.brush, sheets.width, sheets.height, left, top, page.scale):
        with poster.structure.marked_as_artifact():
            paint(poster.brush, of_paper(poster.scene, Box(0, 0, poster.scene.width, poster.scene.height)))
        for item in poster.pieces:
            if _meet(item.bounds, window):
                with poster.structure.marked_as_artifact():
                    for shape in item.shapes:
                        paint(poster.brush, shape)
    canvas.restoreState()


def _meet(one: Box, two: Box) -> bool:
    return one.x < two.right and two.x < one.right and one.y < two.bottom and two.y < one.bottom


def _paint_margins(poster: Poster, sheet: Sheet, number: int) -> None:
    """Crop marks at the corners, the sheet's name, and where it stands among the others."""
    sheets = poster.sheets
    left = top = MARGIN * 10
    right, bottom = left + int(sheet.width * 10), top + int(sheet.height * 10)
    words = _(
        "sheet {name} · {number} of {total} · {title}",
        name=sheet.name,
        number=number,
        total=len(sheets.sheets),
        title=poster.scene.title,
    )
    with (
        laid(poster.brush, sheets.width, sheets.height, 0, 0, TENTH),
        poster.structure.marked_as_artifact(),
    ):
        for x, out in ((left, -1), (right, 1)):
            for y, down in ((top, -1), (bottom, 1)):
                _paint_mark(poster, Point(x + out * GAP, y), Point(x + out * (GAP + MARK), y))
                _paint_mark(poster, Point(x, y + down * GAP), Point(x, y + down * (GAP + MARK)))
        line = sheets.height * 10 - MARGIN * 10 + 45
        text = wrap(show(words, poster.scene.language), right - left - 500, Style(SMALL), 1)[0]
        paint(poster.brush, Lettering(Line(text, Point(left + 120, line), SMALL, ""), INK))
        _paint_locator(poster, sheet, Point(sheets.width * 10 - left - 120, line))


def _paint_mark(poster: Poster, start: Point, end: Point) -> None:
    paint(poster.brush, Trace(start, (straight(start, end),), INK, 2))


def _paint_locator(poster: Poster, sheet: Sheet, corner: Point) -> None:
    """A small plan of the sheets, its lower right at `corner`, with this one filled."""
    sheets = poster.sheets
    side = min(14, 70 // sheets.rows, 350 // sheets.columns)
    for each in sheets.sheets:
        x = corner.x - side * (sheets.columns - each.column)
        box = Box(x, corner.y - side * (sheets.rows - each.row) + 10, side, side)
        paint(poster.brush, Rect(box, 0, INK if each == sheet else PAPER, PALE, 2))
