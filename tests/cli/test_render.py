"""`toc render`: which picture goes where."""

import re
import struct
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from command import toc
from pypdf import PdfReader

from toc.scene.measure import FONTS
from toc.scene.theme import theme

MODEL = """\
theory "School" { issue "Pupils leave"; context "A portrait"; languages en, fr }
vision school "Every pupil finishes school" "Chaque élève finit l'école"@fr { for pupils }
precondition trust "Parents feel at home" "Les parents sont chez eux"@fr { of pupils; private }
outcome visits "Parents visit the school" "Les parents viennent"@fr { of pupils }
actor pupils "Pupils and parents" { role decide }
visits -> school
trust => school
view wall "For the wall" { show school, visits }
view desk "For the desk" { show trust }
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one model."""
    (tmp_path / "m.toc").write_text(MODEL, "utf-8")
    return tmp_path


def test_a_picture_goes_to_standard_output(folder: Path) -> None:
    """Without -o, the picture is the result: SVG unless another format is asked for."""
    done = toc("render", "m.toc", folder=folder)

    assert (done.status, done.err) == (0, "")
    assert done.out.lstrip().startswith("<")
    assert "digraph" in toc("render", "m.toc", "-f", "dot", folder=folder).out


@pytest.mark.parametrize(
    ("name", "start"), [("m.svg", b"<"), ("m.png", b"\x89PNG"), ("m.dot", b""), ("m.mmd", b""), ("m.json", b"{")]
)
def test_the_format_is_that_of_the_file(folder: Path, name: str, start: bytes) -> None:
    """The ending of the file says the format."""
    done = toc("render", "m.toc", "-o", name, folder=folder)

    assert (done.status, done.out) == (0, "")
    assert (folder / name).read_bytes().lstrip().startswith(start)


def test_a_format_asked_for_wins_over_the_ending(folder: Path) -> None:
    """-f counts more than the name of the file."""
    toc("render", "m.toc", "-f", "png", "-o", "m.picture", folder=folder)

    assert (folder / "m.picture").read_bytes().startswith(b"\x89PNG")


def test_a_view_is_drawn_alone(folder: Path) -> None:
    """--view draws what the view shows."""
    whole, wall = (toc("render", "m.toc", *view, folder=folder).out for view in ([], ["--view", "wall"]))

    assert "Parents feel at home" in _words(whole)
    assert "Parents feel at home" not in _words(wall)


@pytest.mark.parametrize(
    ("output", "name"),
    [
        ([], "m-{}.svg"),
        (["-o", "pictures"], "pictures/m-{}.svg"),
        (["-o", "pictures/x.png"], "pictures/x-{}.png"),
    ],
)
def test_each_view_has_a_file_of_its_own(folder: Path, output: list[str], name: str) -> None:
    """--all-views writes one file a view, standing ones included, named after the model or the file, and the view."""
    (folder / "pictures").mkdir()
    done = toc("render", "m.toc", "--all-views", *output, folder=folder)
    made = {path.relative_to(folder).as_posix() for path in folder.rglob("*-*.*")}

    views = ("actors", "desk", "leverage", "overview", "plan", "pupils", "wall")
    assert (done.status, sorted(made)) == (0, [name.format(view) for view in views])


def test_standing_views_are_drawn_by_name(folder: Path) -> None:
    """A standing view, a pathway or an actor is drawn by its name, in either language; a wrong one teaches."""
    plan, same, part = (
        toc("render", "m.toc", "--view", name, folder=folder).out for name in ("actors", "acteurs", "pupils")
    )
    wrong = toc("render", "m.toc", "--view", "acters", folder=folder)

    assert plan == same
    assert "The part of Pupils and parents" in _words(part)
    assert (wrong.status, wrong.out) == (2, "")
    assert wrong.err == "toc: there is no view `acters`\n  hint: did you mean `actors`?\n"


def test_marks_are_chosen_by_name(folder: Path) -> None:
    """--marks draws those named, in either language, --no-marks none; a wrong name teaches."""
    owners, porteurs, usual, none, everything = (
        toc("render", "m.toc", *words, folder=folder).out
        for words in (["--marks", "owners"], ["--marks", "Porteurs"], [], ["--no-marks"], ["--marks", "all"])
    )
    wrong = toc("render", "m.toc", "--marks", "owner,level", folder=folder)

    assert owners == porteurs == usual
    assert "mark owners" in everything
    assert 'class="mark' not in none
    assert wrong.err == "toc: there is no mark `owner`\n  hint: did you mean `owners`?\n"


def test_an_organisation_has_its_own_theme(folder: Path) -> None:
    """Colours, font and logo of the configuration are those of pictures, unless another theme is asked for."""
    (folder / "font.ttf").write_bytes((FONTS / "Inter-Regular.ttf").read_bytes())
    (folder / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"/>', "utf-8")
    (folder / "toc.toml").write_text(
        '[theme]\nname = "dark"\nfont = "font.ttf"\nlogo = "logo.svg"\ncolours = { vision = "#AA2200" }\n', "utf-8"
    )
    own = toc("render", "m.toc", folder=folder).out
    other = toc("render", "m.toc", "--theme", "print", folder=folder).out

    assert 'stop-color="#AA2200"' in own
    assert "data:image/svg+xml;base64," in own
    assert "data:font/sfnt;base64," in own
    assert theme("dark").roles["background"] in own
    assert "#AA2200" not in other


@pytest.mark.parametrize(
    ("setting", "content", "message"),
    [
        ('font = "font.ttf"', None, "`font.ttf` cannot be read"),
        ('font = "font.ttf"', b"no font", "the font `font.ttf` cannot be used: it is no TrueType"),
        ('font = "../font.ttf"', None, "`../font.ttf` lies outside the workspace"),
        ('logo = "font.ttf"', b"no picture", "the logo `font.ttf` cannot be used"),
        ('logo = "font.ttf"', b"<svg viewBox='0 0 0 0'>", "the logo `font.ttf` cannot be used"),
        ('logo = "font.ttf"', b"\xff\xd8\xff\xe0", "the logo `font.ttf` cannot be used"),
    ],
)
def test_files_of_a_theme_that_cannot_be_used_are_told(
    folder: Path, setting: str, content: bytes | None, message: str
) -> None:
    """A font or logo that is missing, outside the workspace or something else is trouble, and is said."""
    (folder / "toc.toml").write_text(f"[theme]\n{setting}\n", "utf-8")
    if content is not None:
        (folder / "font.ttf").write_bytes(content)
    done = toc("render", "m.toc", folder=folder)

    assert (done.status, done.out) == (2, "")
    assert message in done.err


def test_what_is_private_stays_out_of_what_is_public(folder: Path) -> None:
    """--public leaves private parts out of pictures and of what lists the model."""
    for form in ("svg", "dot", "mermaid", "json"):
        for arguments, expected in (([], True), (["--public"], False)):
            text = toc("render", "m.toc", "-f", form, *arguments, folder=folder).out
            assert ("Parents feel at home" in _words(text)) is expected


def test_a_picture_speaks_the_language_asked_for(folder: Path) -> None:
    """--lang chooses among the translations of the model."""
    assert "Les parents viennent" in _words(toc("render", "m.toc", "--lang", "fr", folder=folder).out)
    assert "Les parents viennent" not in _words(toc("render", "m.toc", "--lang", "en", folder=folder).out)


def test_words_of_options_are_read_in_both_languages(folder: Path) -> None:
    """Directions and themes may be named in French, as in the model."""
    arguments = (["--direction", "droite"], ["--direction", "right"], ["--theme", "atelier"], ["--theme", "workshop"])
    right, same, workshop, default = (toc("render", "m.toc", *words, folder=folder).out for words in arguments)

    assert right == same != default
    assert workshop == default


def test_a_model_with_errors_is_drawn_by_force_only(folder: Path) -> None:
    """Errors are told and nothing is written; --force draws what could be read."""
    (folder / "wrong.toc").write_text(MODEL + "nobody -> school\n", "utf-8")
    refused = toc("render", "wrong.toc", "-o", "wrong.svg", folder=folder)
    forced = toc("render", "wrong.toc", "-o", "forced.svg", "--force", folder=folder)

    assert (refused.status, refused.out, (folder / "wrong.svg").exists()) == (1, "", False)
    assert "unknown-name" in refused.err
    assert "--force" in refused.err
    assert (forced.status, (folder / "forced.svg").exists()) == (0, True)


def test_the_day_is_on_the_picture_where_it_is_given(folder: Path) -> None:
    """--today dates the picture; without it, the picture is the same on any day."""
    assert "22 November 2026" in _words(toc("render", "m.toc", "--today", "2026-11-22", folder=folder).out)
    assert toc("render", "m.toc", folder=folder).out == toc("render", "m.toc", folder=folder).out


def test_a_killed_layout_engine_is_trouble(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the layout engine dies or hangs, that is said, the status is 2 and no file is left."""
    # Links that cross however the cards stand: only then is the engine asked.
    pairs = [(low, high) for low in range(4) for high in range(4)]
    outcomes = "".join(f'outcome low{i} "L{i}"\noutcome high{i} "H{i}"\nhigh{i} -> school\n' for i in range(4))
    tangle = "".join(f"low{low} -> high{high}\n" for low, high in pairs)
    (folder / "big.toc").write_text(MODEL + outcomes + tangle, "utf-8")

    def killed(command: list[str], **_options: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, -9, "", "")

    monkeypatch.setattr(subprocess, "run", killed)
    done = toc("render", "big.toc", "-o", "big.svg", folder=folder)

    assert (done.status, (folder / "big.svg").exists()) == (2, False)
    assert done.err == "toc: the layout engine was killed (signal 9)\n"


@pytest.mark.parametrize("form", ["svg", "html", "pdf", "pptx", "drawio", "outline", "dot", "mermaid"])
def test_every_format_heeds_view_language_and_privacy(folder: Path, form: str) -> None:
    """Whatever the format, it shows the view asked for, in the language asked for, and nothing private in public."""

    def shown(*options: str) -> str:
        done = toc("render", "m.toc", "-f", form, "-o", f"made.{form}", *options, folder=folder)
        assert (done.status, done.out, done.err) == (0, "", "")
        return _words(_text_of(folder / f"made.{form}"))

    assert "Parents feel at home" in shown()
    assert "Parents feel at home" not in shown("--view", "wall")
    assert "Parents feel at home" not in shown("--public")
    assert "Les parents viennent" in shown("--lang", "fr")
    assert "Parents visit the school" not in shown("--lang", "fr")


def _text_of(file: Path) -> str:
    """Return what can be read in a file of any format."""
    if file.suffix == ".pdf":
        return " ".join(page.extract_text() for page in PdfReader(file).pages)
    if file.suffix == ".pptx":
        with ZipFile(file) as parts:
            return "".join(
                parts.read(name).decode() for name in parts.namelist() if name.startswith("ppt/slides/slide")
            )
    if file.suffix == ".drawio":
        return " ".join(" ".join(node.attrib.values()) for node in ET.parse(file).iter())
    return file.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "told", "hint"),
    [
        (["-f", "svg", "--dpi", "300"], "`--dpi` means nothing to the format `svg`", "formats that heed it: `png`"),
        (["-f", "png", "--tile", "A4"], "`--tile` means nothing to the format `png`", "formats that heed it: `pdf`"),
        (["-f", "pdf", "--paper", "A9"], "there is no paper `A9`", "did you mean"),
        (["-f", "pdf", "--tile", "letter"], "there is no paper `letter`", "what there is: `A4` and `A3`"),
        (["-f", "pdf", "--dpi", "0"], "0 is not in the range 10<=x<=2400", ""),
    ],
)
def test_options_that_cannot_be_heeded_are_told(folder: Path, arguments: list[str], told: str, hint: str) -> None:
    """An option that a format does not know, and a value that no option knows, end in a message that helps on."""
    done = toc("render", "m.toc", "-o", "made", *arguments, folder=folder)

    assert (done.status, (folder / "made").exists()) == (2, False)
    assert told in done.err
    assert hint in done.err


def test_paper_is_named_in_any_letters(folder: Path) -> None:
    """`a3` is A3, for the page and for the sheets of a poster."""
    toc("render", "m.toc", "--paper", "a3", "-o", "page.pdf", folder=folder)
    toc("render", "m.toc", "--paper", "a2", "--tile", "a4", "-o", "poster.pdf", folder=folder)
    page, poster = PdfReader(folder / "page.pdf").pages, PdfReader(folder / "poster.pdf").pages

    assert {round(float(side) / 72 * 25.4) for side in page[0].mediabox[2:]} == {420, 297}
    assert len(poster) > 4
    assert {round(float(side) / 72 * 25.4) for side in poster[0].mediabox[2:]} == {210, 297}


def test_dots_are_counted_on_the_paper(folder: Path) -> None:
    """`--dpi` with `--paper` makes a picture with so many dots an inch of that paper."""
    toc("render", "m.toc", "--paper", "A4", "--dpi", "100", "-o", "m.png", folder=folder)
    width, height = struct.unpack(">II", (folder / "m.png").read_bytes()[16:24])

    assert sorted((width, height)) == pytest.approx(sorted((round(210 / 0.254), round(297 / 0.254))), abs=2)


def _words(text: str) -> str:
    """Return `text` without tags and line breaks, so that labels can be found however they are wrapped."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", text.replace("\\n", " ").replace("<br/>", " ")))
