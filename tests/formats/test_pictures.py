"""The formats that draw a scene: SVG, PNG, DOT and Mermaid."""

import struct
import subprocess
import zlib
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import resvg_py
from attrs import evolve
from graphviz.quoting import quote
from hypothesis import given
from hypothesis import strategies as st
from scene.theories import canteens, element, link, theories, theory

from toc.catalog import find_all, find_one
from toc.cli.render import FORMATS
from toc.formats.dot import dot, plain
from toc.formats.format import Format, Unwritable
from toc.formats.mermaid import mermaid
from toc.formats.png import png
from toc.formats.svg import svg
from toc.model.theory import Theory
from toc.scene.compose import compose
from toc.scene.engine import executable
from toc.scene.options import Options


def mermaid_verdict(text: str) -> tuple[bool, object]:
    """Return what Mermaid's grammar says of a flowchart, and its complaint; skip where its parser has no wheel."""
    merman = pytest.importorskip("merman", reason="the Mermaid parser has no wheel for this machine")
    verdict = merman.Merman().validate(text, "{}")
    return verdict.valid, verdict.error


HOSTILE = [
    '"]; end',
    "end",
    "%%{init: {}}%%",
    "`**markdown**` $$x$$",
    "<b>&amp;</b> #quot;",
    "style a:b #fff;",
    "back\\slash \\N \\l",
    "a --> b",
    "subgraph x",
    "click n1 href",
    "\ufffe\x00\x1b",
    "漢字 🌱 العربية",
    "",
]


def written(form: Format, model: Theory, **options: Any) -> str:
    """Return `model` in a textual format."""
    made = form.write(compose(model, Options(**options)))
    assert isinstance(made, str)
    return made


def pixels(content: str | bytes) -> tuple[int, int, bytes]:
    """Return width, height and the raw samples of a PNG."""
    assert isinstance(content, bytes)
    width, height = struct.unpack(">II", content[16:24])
    at, data = 8, b""
    while at < len(content):
        (size,) = struct.unpack(">I", content[at : at + 4])
        if content[at + 4 : at + 8] == b"IDAT":
            data += content[at + 8 : at + 8 + size]
        at += size + 12
    return width, height, zlib.decompress(data)


def test_formats_that_draw_are_found() -> None:
    """The ways to write a picture are found by walking the package, and `toc render` names them all."""
    found = {each.name: each.suffix for each in find_all("toc.formats", Format) if each.draws}
    told = {each.name for each in find_all("toc.formats", Format)}

    assert found == {
        "dot": ".dot",
        "drawio": ".drawio",
        "html": ".html",
        "mermaid": ".mmd",
        "outline": ".txt",
        "pdf": ".pdf",
        "png": ".png",
        "pptx": ".pptx",
        "svg": ".svg",
    }
    assert set(FORMATS.split(", ")) == told


def test_a_format_knows_its_options() -> None:
    """The options of a format are the keyword arguments of its function."""
    assert {each.name: each.options for each in find_all("toc.formats", Format) if each.options} == {
        "pdf": ("tile",),
        "png": ("dpi",),
    }


@pytest.mark.parametrize("name", ["pdf", "pptx"])
def test_a_missing_package_is_told(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the package of an extra is not installed, a message says what to type."""
    form = find_one("toc.formats", name, Format)
    assert form is not None
    monkeypatch.setattr("toc.formats.format.find_spec", lambda _name: None)

    with pytest.raises(Unwritable, match=rf"{name} needs one more package: `pip install 'toc-lang\[{name}\]'`"):
        form(compose(canteens(), Options()))


def test_svg_stands_alone() -> None:
    """An SVG carries its fonts and points to nothing outside itself."""
    text = written(svg, canteens())
    root = ET.fromstring(text)
    references = [
        value
        for node in root.iter()
        for name, value in node.attrib.items()
        if name.endswith("href") or value.startswith("url(")
    ]

    assert text.count("font/woff2;base64,") == 2
    assert set(references) == {"url(#vision)"}
    assert text.count("http") == 1


def test_png_has_the_picture_twice_its_size() -> None:
    """A PNG is a picture with twice the scene's pixels in each direction, and not one colour all over."""
    scene = compose(canteens(), Options())
    width, height, samples = pixels(png.write(scene))

    assert (width, height) == (2 * scene.width, 2 * scene.height)
    assert len(set(samples)) > 50


@pytest.mark.parametrize(("dpi", "expected"), [(None, 192), (96, 96), (300, 300)])
def test_a_png_knows_its_size(dpi: int | None, expected: int) -> None:
    """Its dots an inch are those asked for, and it says so of itself."""
    scene = compose(canteens(), Options())
    content = png.write(scene, dpi=dpi)
    assert isinstance(content, bytes)
    width, height, _samples = pixels(content)
    at = content.index(b"pHYs")

    assert (width, height) == (round(scene.width * expected / 96), round(scene.height * expected / 96))
    assert struct.unpack(">IIB", content[at + 4 : at + 13]) == (round(expected / 0.0254), round(expected / 0.0254), 1)
    assert struct.unpack(">I", content[at + 13 : at + 17])[0] == zlib.crc32(content[at : at + 13])


@pytest.mark.parametrize(("paper", "dpi", "size"), [("A4", 100, (1169, 827)), ("A3", None, (2480, 1754))])
def test_a_png_of_paper_has_its_pixels(paper: str, dpi: int | None, size: tuple[int, int]) -> None:
    """On paper, a PNG is the whole sheet, 150 dots an inch unless others are asked for."""
    scene = evolve(compose(canteens(), Options()), width=1600, height=1100, paper=paper)
    content = png.write(scene, dpi=dpi)
    width, height, _samples = pixels(content)

    assert (width, height) == pytest.approx(size, abs=2)


def test_an_svg_of_paper_has_its_size() -> None:
    """On paper, an SVG has that paper's size in mm, with the picture in the middle."""
    scene = evolve(compose(canteens(), Options()), width=1600, height=1100, paper="A2")
    root = ET.fromstring(str(svg.write(scene)))
    x, y, width, height = map(int, root.attrib["viewBox"].split())

    assert (root.attrib["width"], root.attrib["height"]) == ("594mm", "420mm")
    assert width / height == pytest.approx(594 / 420, abs=0.001)
    assert (x, y) == pytest.approx((-(width - 1600) / 2, -(height - 1100) / 2), abs=1)


def test_an_svg_is_safe_for_drawing_programs() -> None:
    """Inkscape, Illustrator and Word read it: no HTML inside, no styles but its fonts, no scripts, plain elements."""
    root = ET.fromstring(written(svg, canteens()))
    names = {node.tag.rpartition("}")[2] for node in root.iter()}

    assert names <= {
        *("svg", "title", "desc", "style", "defs", "linearGradient", "stop"),
        *("g", "rect", "circle", "path", "text", "image"),
    }


def test_png_draws_letters() -> None:
    """Text is drawn with the fonts that come along: with a label, other pixels than without."""
    blank, said = (
        png.write(compose(theory([element("outcome", "a", text)], [], "T"), Options())) for text in (" .", " W")
    )

    assert pixels(blank)[:2] == pixels(said)[:2]
    assert pixels(blank)[2] != pixels(said)[2]


@pytest.mark.parametrize(("label", "alone"), [("Élèves : 80 % « à l’heure » → œuvre", True), ("漢字", False)])
def test_png_asks_the_machine_for_fonts_only_where_it_must(
    label: str, alone: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As long as our fonts have every character, the machine's have no part in the picture."""
    asked = []
    real = resvg_py.svg_to_bytes

    def spy(**options: Any) -> bytes:
        asked.append(options["skip_system_fonts"])
        return bytes(real(**options))

    monkeypatch.setattr(resvg_py, "svg_to_bytes", spy)
    png.write(compose(theory([element("outcome", "a", label)], []), Options()))

    assert asked == [alone]


def test_a_png_too_large_to_be_made_is_refused() -> None:
    """Above 150 million pixels there is a message instead of a process that runs out of memory."""
    scene = evolve(compose(canteens(), Options()), width=20_000, height=20_000)

    with pytest.raises(
        Unwritable, match=r"20,000 × 20,000 pixels, and PNG goes up to 150 million: give at most `--dpi 58`"
    ):
        png.write(scene)


@pytest.mark.parametrize("label", HOSTILE)
def test_mermaid_is_valid_whatever_the_labels(label: str) -> None:
    """Mermaid's grammar accepts the flowchart with any label anywhere."""
    elements = [element("pathway", "p", label), element("outcome", "a", label, "p"), element("strategy", "s", label)]
    elements.append(element("vision", "v", label))
    text = written(mermaid, theory(elements, [link("s & a", "v", strength="weak")], label))

    assert mermaid_verdict(text) == (True, None)


@given(theories())
def test_mermaid_of_any_theory_is_valid(model: Theory) -> None:
    """Whatever the theory, Mermaid's grammar accepts its flowchart, with each card and each piece of link once."""
    scene = compose(model, Options())
    text = mermaid.write(scene)
    assert isinstance(text, str)

    assert mermaid_verdict(text) == (True, None)
    assert text.count("linkStyle") == len(scene.links)


def test_mermaid_tells_verbs_and_groups_apart() -> None:
    """Contributions, requirements, hindrances and feedback have arrows of their own; lanes are subgraphs."""
    text = written(mermaid, canteens())

    assert text.startswith("flowchart BT\n")
    assert text.count("  subgraph ") == 4
    for arrow in (" --> ", ' -->|"strong"| ', " ==> ", ' --x|"weak"| ', ' -.->|"weak"| ', " --- "):
        assert arrow in text
    assert written(mermaid, canteens(), direction="right").startswith("flowchart LR\n")


@pytest.mark.parametrize("label", HOSTILE)
def test_dot_shows_labels_as_they_are(label: str) -> None:
    """Graphviz reads the file without a complaint, and writes each label as it was given."""
    elements = [element("pathway", "p", "P"), element("outcome", "a", label, "p"), element("vision", "v", "V")]
    text = written(dot, theory(elements, [link("a", "v")], "T"))
    done = subprocess.run(
        [executable("embedded"), "-Tsvg"], input=text.encode(), capture_output=True, check=True, timeout=60
    )
    root = ET.fromstring(done.stdout)
    name = "{http://www.w3.org/2000/svg}"
    card = next(group for group in root.iter(f"{name}g") if group.findtext(f"{name}title") == "card-a")
    texts = " ".join(node.text or "" for node in card.iter(f"{name}text"))
    shown = "".join("\ufffd" if ord(c) < 32 or c == "\ufffe" else c for c in label or "a")

    assert texts.replace("\u00a0", " ").split() == shown.split()


@given(st.text())
def test_any_text_is_one_string_of_dot(text: str) -> None:
    """A text that needs quotes has none inside that is not escaped, and no line break."""
    quoted = quote(plain(text))
    inside = quoted[1:-1].replace("\\\\", "").replace('\\"', "") if quoted.startswith('"') else quoted

    assert not any(character in inside for character in '"\\\n\r')


def test_dot_tells_verbs_and_groups_apart() -> None:
    """Lanes are clusters, verbs have arrowheads of their own, feedback does not shape the layout."""
    text = written(dot, canteens())

    assert text.count("subgraph ") == 4
    for piece in ("arrowhead=onormal", "arrowhead=tee", "constraint=false", "rankdir=BT", "shape=circle"):
        assert piece in text
    assert "rankdir=LR" in written(dot, canteens(), direction="right")
