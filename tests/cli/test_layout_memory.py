"""`toc render --layout-memory`: the file beside the model, when it is read, and what is said of it."""

import os
import re
from pathlib import Path

import pytest
from command import toc

MODEL = """\
vision school "Every pupil finishes school" { for pupils }
outcome visits "Parents visit the school" { of pupils }
outcome trust "Parents feel at home" { of pupils }
actor pupils "Pupils and parents" { role decide }
visits -> school
trust -> school
view wall "For the wall" { show school, visits }
"""
NAME = "toc.layout"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one model."""
    (tmp_path / "m.toc").write_text(MODEL, "utf-8")
    return tmp_path


def place_of(svg: str, card: str) -> str:
    """Return where the picture has a card."""
    found = re.search(rf'id="card-{card}".*?<rect ([^>]*)', svg, re.DOTALL)
    assert found
    return found[1]


def test_it_is_written_only_when_asked_for(folder: Path) -> None:
    """Without the option there is no file; with it there is one beside the model, and the picture is the same."""
    plain = toc("render", "m.toc", folder=folder).out

    assert not (folder / NAME).exists()
    assert toc("render", "m.toc", "--layout-memory", folder=folder).out == plain
    assert (folder / NAME).read_text("utf-8").startswith("toc layout 1\n")


def test_it_is_read_whenever_it_is_there(folder: Path) -> None:
    """A card stands where the file says, in a picture that was not asked to remember anything."""
    toc("render", "m.toc", "--layout-memory", folder=folder)
    path = folder / NAME
    before = toc("render", "m.toc", folder=folder).out
    path.write_text(
        re.sub(r"trust (\d+)", lambda found: f"trust {int(found[1]) - 40}", path.read_text("utf-8")), "utf-8"
    )
    written = path.read_bytes()
    after = toc("render", "m.toc", folder=folder).out

    assert place_of(after, "trust") != place_of(before, "trust")
    assert place_of(after, "visits") == place_of(before, "visits")
    assert path.read_bytes() == written


def test_a_model_in_a_folder_has_its_memory_there(folder: Path) -> None:
    """The file stands beside the model, not where the command was called, and views have their own places."""
    (folder / "sub").mkdir()
    (folder / "m.toc").rename(folder / "sub" / "m.toc")
    toc("render", "sub/m.toc", "--all-views", "-o", "sub/", "--layout-memory", folder=folder)
    lines = (folder / "sub" / NAME).read_text("utf-8").splitlines()

    assert not (folder / NAME).exists()
    assert [line for line in lines if line.startswith("picture")] == [
        "picture m.toc actors down",
        "picture m.toc leverage up",
        "picture m.toc overview up",
        "picture m.toc pupils up",
        "picture m.toc wall up",
    ]


def test_stale_lines_are_told_and_dropped_by_writing(folder: Path) -> None:
    """What the model no longer has is named, costs nothing, and goes when the file is written anew."""
    toc("render", "m.toc", "--layout-memory", folder=folder)
    with (folder / NAME).open("a", encoding="utf-8") as file:
        file.write("  gone 1 2\nnonsense\n")
    done = toc("render", "m.toc", folder=folder)

    assert done.status == 0
    assert re.sub(r"\d+", "N", done.err) == (
        "`toc.layout`: lines that say no place and are left out: N\n"
        "`toc.layout`: it places what the model no longer has: `gone`; `--layout-memory` writes it anew\n"
    )
    toc("render", "m.toc", "--layout-memory", folder=folder)
    assert toc("render", "m.toc", folder=folder).err == ""


@pytest.mark.parametrize("content", [b"toc layout 99\n", b"\xff\xfe", b"hello"])
def test_a_file_of_another_sort_is_told_and_left_out(folder: Path, content: bytes) -> None:
    """A file that is no memory is no failure, and the picture is as without it."""
    plain = toc("render", "m.toc", folder=folder).out
    (folder / NAME).write_bytes(content)
    done = toc("render", "m.toc", folder=folder)

    assert (done.status, done.out) == (0, plain)
    assert done.err.startswith("`toc.layout`: ")


@pytest.mark.skipif(os.name == "nt", reason="symbolic links ask for rights there")
def test_it_stays_in_the_workspace(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A link that leads out of the workspace is neither read nor written."""
    outside = tmp_path_factory.mktemp("outside") / "other"
    outside.write_text("toc layout 1\n", "utf-8")
    (folder / NAME).symlink_to(outside)

    assert "leads out of the workspace" in toc("render", "m.toc", folder=folder).err
    assert toc("render", "m.toc", "--layout-memory", folder=folder).status == 2
    assert outside.read_text("utf-8") == "toc layout 1\n"


def test_without_a_file_or_a_picture_there_is_nothing_to_remember(folder: Path) -> None:
    """Standard input has no place beside it, and a format without places has nothing to write."""
    piped = toc("render", "-", "--layout-memory", folder=folder, stdin=MODEL)
    plain = toc("render", "m.toc", "-f", "json", "--layout-memory", folder=folder)

    assert (piped.status, plain.status) == (2, 2)
    assert "`--layout-memory` means nothing to the format `json`" in plain.err
    assert not (folder / NAME).exists()
