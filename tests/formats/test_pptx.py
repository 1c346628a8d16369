"""PowerPoint: cards that can be edited, lines that hold on to them, a slide a step, and what is said beside them."""

from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from formats.looks import HOSTILE, hostile, on_paper, scene_of, told
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_AUTO_SIZE

from toc.formats.pptx import pptx
from toc.scene.page import PAPERS
from toc.scene.scene import Scene

MM = 36_000
GLUE = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def read(scene: Scene) -> Any:
    """Return the presentation of a scene, read again."""
    content = pptx(scene)
    assert isinstance(content, bytes)
    return Presentation(BytesIO(content))


def shapes(slide: Any) -> dict[str, Any]:
    """Return the shapes of a slide by name, those in groups as well."""
    found = {}
    for shape in slide.shapes:
        for each in [*getattr(shape, "shapes", ()), shape]:
            found[each.name] = each
    return found


def said(shape: Any) -> str:
    """Return what a shape says to who does not see it."""
    return str(shape._element.xpath(".//p:cNvPr/@descr")[0])


def notes(slide: Any) -> list[str]:
    """Return the notes of a slide, a line each."""
    return str(slide.notes_slide.notes_text_frame.text).split("\n")


def test_each_card_is_a_rounded_rectangle_with_its_words_in_it() -> None:
    """A card is one shape of PowerPoint that holds its kind and its whole label; its alternative text says both."""
    scene = scene_of()
    drawn = shapes(read(scene).slides[0])

    for card in scene.cards:
        shape = drawn[card.id]
        assert shape.auto_shape_type == MSO_SHAPE.ROUNDED_RECTANGLE
        assert said(shape) == card.says
        if card.shape != "gate":
            assert shape.text_frame.text == f"{card.lines[0].text}\n{card.title}"


def test_each_link_holds_on_to_its_two_cards() -> None:
    """A link is a connector glued to both of its cards, at points of their own, and says its sentence."""
    scene = scene_of()
    drawn = shapes(read(scene).slides[0])
    ids = {shape.shape_id: name.removesuffix(" port") for name, shape in drawn.items()}
    ports = [shape for shape in shapes_of_all(read(scene).slides[0]) if shape.name.endswith(" port")]
    ids |= {shape.shape_id: shape.name.removesuffix(" port") for shape in ports}

    for link in scene.links:
        line = drawn[link.id]._element
        glued = [ids[int(line.find(f".//{GLUE}{end}").get("id"))] for end in ("stCxn", "endCxn")]
        assert glued == [link.source, link.target]
        assert said(drawn[link.id]).startswith(link.title)


def shapes_of_all(slide: Any) -> list[Any]:
    """Return all shapes of a slide, those in groups as well."""
    return [each for shape in slide.shapes for each in [*getattr(shape, "shapes", ()), shape]]


def test_lines_lie_beneath_cards() -> None:
    """No line is drawn over the words of a card."""
    scene = scene_of()
    names = [shape.name for shape in read(scene).slides[0].shapes]
    first = min(names.index(name) for name in names if name.startswith("card-"))

    assert max(names.index(link.id) for link in scene.links) < first


def test_lines_end_where_the_picture_has_them() -> None:
    """Turned about its middle as PowerPoint turns it, each connector runs from the start of its link to its tip."""
    scene = scene_of()
    made = read(scene)
    drawn, scale = shapes(made.slides[0]), _scale(scene, made)
    for link in scene.links:
        for at, expected in zip(_ends(drawn[link.id]), (link.start, link.tip), strict=True):
            assert at == pytest.approx((scale[1] + expected.x * scale[0], scale[2] + expected.y * scale[0]), abs=20_000)


def test_lines_hold_on_where_they_are_drawn() -> None:
    """A program that draws connectors anew from what they hold on to ends them at the same points, side by side."""
    scene = scene_of()
    made = read(scene)
    ports = {shape.shape_id: shape for shape in shapes_of_all(made.slides[0])}
    drawn, scale = shapes(made.slides[0]), _scale(scene, made)
    for link in scene.links:
        line = drawn[link.id]._element
        for end, expected in (("stCxn", link.start), ("endCxn", link.tip)):
            glue = line.find(f".//{GLUE}{end}")
            at = _side(ports[int(glue.get("id"))], int(glue.get("idx")))
            assert at == pytest.approx((scale[1] + expected.x * scale[0], scale[2] + expected.y * scale[0]), abs=20_000)


def _side(shape: Any, number: int) -> tuple[float, float]:
    """The middle of a rectangle's side, counted as PowerPoint does: from the upper one to the left."""
    across, down = ((0.5, 0), (0, 0.5), (0.5, 1), (1, 0.5))[number]
    return shape.left + across * shape.width, shape.top + down * shape.height


def test_words_shrink_where_a_font_is_broad_and_leave_marks_alone() -> None:
    """The room for a card's words ends where its marks begin, and more words than fit are made smaller."""
    scene = scene_of()
    made = read(scene)
    drawn, scale = shapes(made.slides[0]), _scale(scene, made)[0]
    for card in (card for card in scene.cards if card.shape != "gate"):
        frame = drawn[card.id].text_frame
        beneath = [mark.box.y for mark in card.marks if mark.box.y >= max(line.at.y for line in card.lines)]
        assert frame.auto_size == MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE
        if beneath and card.shape != "banner":
            assert frame.margin_bottom == pytest.approx((card.box.bottom - min(beneath)) * scale, abs=20_000)


def _scale(scene: Scene, made: Any) -> tuple[float, float, float]:
    edge = 2 * 5 * MM
    scale = min((made.slide_width - edge) / scene.width, (made.slide_height - edge) / scene.height)
    return scale, (made.slide_width - scene.width * scale) / 2, (made.slide_height - scene.height * scale) / 2


def _ends(line: Any) -> list[tuple[float, float]]:
    """Where a connector begins and ends, as ECMA-376 has it: flipped in its frame, then turned about the middle."""
    frame = line._element.spPr.find(f"{GLUE}xfrm")
    x, y = (int(frame.find(f"{GLUE}off").get(name)) for name in ("x", "y"))
    wide, high = (int(frame.find(f"{GLUE}ext").get(name)) for name in ("cx", "cy"))
    turns = int(frame.get("rot", "0")) // 5_400_000
    found = []
    for across, down in ((-wide / 2, -high / 2), (wide / 2, high / 2)):
        dx = -across if frame.get("flipH") == "1" else across
        dy = -down if frame.get("flipV") == "1" else down
        for _ in range(turns):
            dx, dy = -dy, dx
        found.append((x + wide / 2 + dx, y + high / 2 + dy))
    return found


def test_a_slide_for_a_projector_unless_there_is_paper() -> None:
    """A slide is 16 to 9; on paper it has that paper's size, turned as the picture fits."""
    projector = read(scene_of())
    poster = read(on_paper("A0"))
    sides = sorted((poster.slide_width // MM, poster.slide_height // MM))

    assert round(projector.slide_width / projector.slide_height, 3) == 1.778
    assert tuple(sides) == PAPERS["A0"]


def test_each_step_has_a_slide() -> None:
    """A step's slide shows what the step shows and points out, and the last slide all of the picture."""
    scene = told(scene_of())
    slides = read(scene).slides
    seen = [{name for name in shapes(slide) if name in {card.id for card in scene.cards}} for slide in slides]
    vision = next(card.id for card in scene.cards if card.shape == "banner")

    assert seen == [{vision}, set(scene.steps[1].cards), {card.id for card in scene.cards}]
    assert f"{vision} highlight" in shapes(slides[0])
    assert "First the vision" in " ".join(shape.text_frame.text for shape in slides[0].shapes if shape.has_text_frame)


def test_notes_say_what_is_new_on_a_slide() -> None:
    """Each card and link is told once, in the notes of the slide on which it is seen first."""
    scene = told(scene_of())
    first, second, third = (notes(slide) for slide in read(scene).slides)
    strategies = [card for card in scene.cards if card.kind == "strategy"]

    assert first[1:] == [card.says for card in scene.cards if card.shape == "banner"]
    assert strategies[0].says in second
    assert strategies[-1].says in third
    assert not set(first[1:]) & set(second)


def test_slides_have_titles_and_a_language() -> None:
    """Every slide has the title of the picture, and its words their language."""
    scene = scene_of()
    slide = read(scene).slides[0]
    with ZipFile(BytesIO(_bytes(scene))) as content:
        text = content.read("ppt/slides/slide1.xml").decode()

    assert slide.shapes.title.text_frame.text == scene.title
    assert 'lang="fr-FR"' in text
    assert 'lang="en' not in text


def _bytes(scene: Scene) -> bytes:
    content = pptx(scene)
    assert isinstance(content, bytes)
    return content


def test_twice_the_same_picture_is_twice_the_same_file() -> None:
    """Nothing in the file depends on when or how often it is made."""
    assert _bytes(told(scene_of())) == _bytes(told(scene_of()))


@pytest.mark.parametrize("label", HOSTILE)
def test_any_label_ends_in_slides(label: str) -> None:
    """Control characters, other scripts, markup and endless words are written as they are, in sound XML."""
    content = _bytes(scene_of(hostile(label)))
    with ZipFile(BytesIO(content)) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                ET.fromstring(parts.read(name))
    drawn = shapes(Presentation(BytesIO(content)).slides[0])
    text = drawn["card-s"].text_frame.paragraphs[1].text
    expected = "".join("\ufffd" if ord(c) < 32 or c in "\ufffe\ud800" else c for c in label) or "s"

    assert text == expected or (text.endswith("…") and expected.startswith(text[:-1]) and len(text) > 150)


@pytest.mark.parametrize("direction", ["up", "right", "down", "left"])
def test_lines_end_where_they_should_in_every_direction(direction: str) -> None:
    """Whichever way the picture reads, connectors begin and end at their cards' edges."""
    scene = scene_of(direction=direction)
    made = read(scene)
    drawn, (scale, left, top) = shapes(made.slides[0]), _scale(scene, made)

    for link in scene.links:
        start, tip = _ends(drawn[link.id])
        assert start == pytest.approx((left + link.start.x * scale, top + link.start.y * scale), abs=20_000)
        assert tip == pytest.approx((left + link.tip.x * scale, top + link.tip.y * scale), abs=20_000)
