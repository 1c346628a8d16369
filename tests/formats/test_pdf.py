"""PDF: real sizes, real text, one page or many sheets, and what a screen reader finds in it."""

import re
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
import resvg_py
from attrs import evolve
from formats.looks import HOSTILE, hostile, on_paper, scene_of
from pypdf import PdfReader
from scene.theories import element, theory

from toc.formats.format import Unwritable
from toc.formats.paper.sheets import OVERLAP, spread
from toc.formats.pdf import LONGEST, pdf
from toc.messages import show
from toc.scene.measure import FONTS
from toc.scene.page import MARGIN, PAPERS
from toc.scene.scene import Box, Logo, Scene
from toc.scene.theme import Font

MM = 25.4 / 72


def read(scene: Scene, **options: Any) -> PdfReader:
    """Return the PDF of a scene, read again."""
    content = pdf(scene, **options)
    assert isinstance(content, bytes)
    return PdfReader(BytesIO(content))


def root(document: PdfReader) -> Any:
    """Return what the whole document says of itself."""
    return document.trailer["/Root"]


def sizes(document: PdfReader) -> list[tuple[int, int]]:
    """Return the sizes of all pages, in mm."""
    return [(round(page.mediabox.width * MM), round(page.mediabox.height * MM)) for page in document.pages]


def words(document: PdfReader) -> str:
    """Return what can be selected on all pages."""
    return " ".join(" ".join(page.extract_text() for page in document.pages).split())


def test_a_page_has_the_size_of_its_picture() -> None:
    """Without paper, a px of the picture is a 96th of an inch of the page."""
    scene = scene_of()

    assert sizes(read(scene)) == [(round(scene.width * 25.4 / 96), round(scene.height * 25.4 / 96))]


@pytest.mark.parametrize("paper", PAPERS)
def test_a_page_has_the_size_of_its_paper(paper: str) -> None:
    """Each paper has its real size, turned the way in which the picture is larger."""
    short, long = PAPERS[paper]
    wide = on_paper(paper)

    assert sizes(read(evolve(wide, width=2000, height=1000))) == [(long, short)]
    assert sizes(read(evolve(wide, width=1000, height=2000))) == [(short, long)]


def test_no_page_is_larger_than_readers_show() -> None:
    """A picture of many thousand px is made smaller, to the largest page that PDF knows."""
    document = read(evolve(scene_of(), width=90_000, height=9_000))

    assert sizes(document) == [(round(LONGEST), round(LONGEST / 10))]


def test_text_can_be_selected_with_its_accents() -> None:
    """Labels come out of the file as words, whatever lines they stand on, and capitals set apart as one word."""
    found = words(read(scene_of()))

    for label in (
        "Cantines de la vallée — théorie du changement",
        "Plaidoyer : « la cantine, œuvre commune »",
        "Les cuisinières et cuisiniers sont formés et reconnus",
        "PRÉCONDITION",
    ):
        assert label in found.replace("\u00a0", " ")


def test_all_fonts_are_in_the_file() -> None:
    """The file holds the letters it needs of Inter, and asks for no font of the machine."""
    page: Any = read(scene_of()).pages[0]
    fonts = {str(font["/BaseFont"]): font["/FontDescriptor"] for font in page["/Resources"]["/Font"].values()}

    assert {name.rpartition("+")[2] for name in fonts} == {"Inter-Regular", "Inter-SemiBold"}
    assert all("+" in name and "/FontFile2" in descriptor for name, descriptor in fonts.items())


def test_nothing_but_lines_and_letters() -> None:
    """A picture in our own script holds no pixels."""
    assert [list(page.images) for page in read(scene_of()).pages] == [[]]


def test_title_and_language_are_told() -> None:
    """The file knows its title, which readers show, and its language."""
    document = read(scene_of())
    catalogue = root(document)

    assert document.metadata is not None
    assert document.metadata.title == "Cantines de la vallée — théorie du changement"
    assert catalogue["/Lang"] == "fr"
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"]
    assert catalogue["/MarkInfo"]["/Marked"]


def test_a_screen_reader_finds_the_picture_in_order() -> None:
    """The structure holds the title, each card and each link with what is said of it, in reading order."""
    scene = scene_of()
    document = read(scene)
    elements = [kid.get_object() for kid in root(document)["/StructTreeRoot"]["/K"]["/K"]]
    said = [str(one.get("/Alt", one.get("/ActualText", ""))) for one in elements]
    cards = [card.says for card in scene.cards if card.shape != "gate"]
    figures = [str(one["/Alt"]) for one in elements if one["/S"] == "/Figure"]

    assert elements[0]["/S"] == "/H1"
    assert said[0] == scene.title
    assert [text for text in said if text in cards] == cards
    assert figures == [link.title for link in scene.links if link.end != "none"]


def test_every_mark_on_a_page_belongs_to_the_structure() -> None:
    """What is marked on a page is found in the tree at the number of its mark, and the rest is marked as decoration."""
    document = read(scene_of())
    page: Any = document.pages[0]
    stream = page.get_contents()
    assert stream is not None
    content = stream.get_data().decode("latin-1")
    numbers = [int(number) for number in re.findall(r"/MCID (\d+)", content)]
    tree = root(document)["/StructTreeRoot"]["/ParentTree"]["/Nums"]

    assert page["/StructParents"] == tree[0] == 0
    assert numbers == list(range(len(tree[1])))
    assert len(re.findall(r"\bB(?:DC|MC)\b", content)) == len(re.findall(r"\bEMC\b", content))


def test_twice_the_same_picture_is_twice_the_same_file() -> None:
    """Nothing in the file depends on when or how often it is made."""
    assert pdf(scene_of()) == pdf(scene_of())
    assert pdf(on_paper("A1"), tile="A4") == pdf(on_paper("A1"), tile="A4")


@pytest.mark.parametrize(("paper", "tile"), [("A0", "A4"), ("A0", "A3"), ("A2", "A4"), (None, "A4")])
def test_a_poster_is_spread_over_sheets(paper: str | None, tile: str) -> None:
    """Behind a plan comes a sheet for each part of the picture, all of the paper asked for."""
    scene = evolve(scene_of(), paper=paper)
    document = read(scene, tile=tile)
    short, long = PAPERS[tile]

    assert {tuple(sorted(size)) for size in sizes(document)} == {(short, long)}
    assert f"{len(document.pages) - 1} feuilles {tile}" in words(document)
    assert f"feuille A1 · 1 sur {len(document.pages) - 1}" in words(document)


@pytest.mark.parametrize(("width", "height"), [(821, 1169), (100, 100), (570, 404), (190, 277), (191, 277)])
def test_sheets_hold_all_of_the_picture_and_overlap(width: float, height: float) -> None:
    """Side by side, the windows of a row cover the picture's width; each has the overlap in common with the next."""
    found = spread(width, height, "A4")
    first = [sheet for sheet in found.sheets if sheet.row == 0]

    assert first[0].left == 0
    assert first[-1].left + first[-1].width == width
    assert all(right.left == left.left + left.width - OVERLAP for left, right in pairwise(first))
    assert all(sheet.width <= found.width - 2 * MARGIN for sheet in found.sheets)
    assert found.sheets[-1].top + found.sheets[-1].height == height
    assert len(found.sheets) == found.rows * found.columns


def test_the_sheets_are_as_few_as_can_be() -> None:
    """The paper is turned so that there are fewer sheets: a broad strip takes them lying, a high one standing."""
    assert (spread(800, 180, "A4").rows, spread(800, 180, "A4").columns) == (1, 3)
    assert (spread(180, 800, "A4").rows, spread(180, 800, "A4").columns) == (3, 1)


def test_a_wall_of_sheets_is_refused() -> None:
    """More sheets than anybody glues end in a message that names a way out."""
    with pytest.raises(Unwritable) as caught:
        pdf(evolve(scene_of(), width=90_000, height=90_000), tile="A4")

    assert show(caught.value.message, "en") == (
        "the picture would take 11,970 sheets of A4: fit it to a smaller size first, such as `--paper A0`"
    )


@pytest.mark.parametrize("label", HOSTILE)
def test_any_label_ends_in_a_picture(label: str) -> None:
    """Control characters, other scripts, markup and endless words are drawn, and the file can be read."""
    document = read(scene_of(hostile(label)))

    assert len(document.pages) == 1


def test_other_scripts_are_drawn_and_can_be_found() -> None:
    """What our fonts cannot set is drawn by the machine's, and is still text for whoever searches."""
    model = theory([element("outcome", "a", "Jardin 漢字 partagé")], [])
    document = read(scene_of(model))

    stream = document.pages[0].get_contents()
    assert stream is not None
    assert "Jardin 漢字 partagé ".encode("utf-16-be").hex().upper().encode() in stream.get_data()
    assert len(list(document.pages[0].images)) == 1


def test_an_own_font_is_put_into_the_file() -> None:
    """The font of a theme takes the place of Inter; a file that is no TrueType font does not."""
    content = (FONTS / "Inter-SemiBold.ttf").read_bytes()
    scene = scene_of()
    own, broken = (
        read(evolve(scene, theme=evolve(scene.theme, font=Font("Own", regular, content))))
        for regular in (content, b"OTTO no outlines that a PDF could hold")
    )

    assert [fonts_of(document) for document in (own, broken)] == [
        {"Inter-SemiBold"},
        {"Inter-Regular", "Inter-SemiBold"},
    ]


def fonts_of(document: PdfReader) -> set[str]:
    """Return the names of the fonts of the first page, without the mark of a part of a font."""
    page: Any = document.pages[0]
    return {str(font["/BaseFont"]).rpartition("+")[2] for font in page["/Resources"]["/Font"].values()}


@pytest.mark.parametrize("mime", ["image/png", "image/svg+xml"])
def test_a_logo_is_painted(mime: str) -> None:
    """A logo is on the page, whether it is made of dots or of lines."""
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'
    data = drawing.encode() if mime == "image/svg+xml" else bytes(resvg_py.svg_to_bytes(svg_string=drawing))
    document = read(evolve(scene_of(), logo=Logo(data, mime, Box(10, 10, 40, 20))))

    assert len(list(document.pages[0].images)) == 1
