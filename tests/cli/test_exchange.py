"""`toc export` and `toc import`: a model leaves and comes back."""

import json
from pathlib import Path

import pytest
from command import toc

MODEL = """\
théorie "École" {
  langues fr
}
vision école "Chaque élève réussit" {
  pour élèves
}
acteur élèves "Élèves" {
  concernés
}
acteur caché "Quelqu'un" {
  privé
}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one model."""
    (tmp_path / "m.toc").write_text(MODEL, "utf-8")
    return tmp_path


def test_a_model_comes_back_as_it_left(folder: Path) -> None:
    """What was exported and imported is exported as the same again."""
    toc("export", "m.toc", "-o", "m.json", folder=folder)
    done = toc("import", "m.json", "-o", "back.toc", folder=folder)
    first = json.loads((folder / "m.json").read_text("utf-8"))
    second = json.loads(toc("export", "back.toc", folder=folder).out)

    assert done.status == 0
    assert toc("fmt", "--check", "back.toc", folder=folder).status == 0
    assert json.loads(json.dumps(second).replace("back.toc", "m.toc")) == first


def test_an_imported_model_speaks_the_language_asked_for(folder: Path) -> None:
    """--lang chooses the words of the language; else they are those of the theory."""
    exported = toc("export", "m.toc", folder=folder).out

    assert toc("import", "-", "--from", "json", folder=folder, stdin=exported).out.startswith("théorie")
    assert toc("import", "-", "--from", "json", "--lang", "en", folder=folder, stdin=exported).out.startswith("theory")


def test_what_is_private_can_be_left_out(folder: Path) -> None:
    """--public leaves private parts out."""
    assert "caché" in toc("export", "m.toc", folder=folder).out
    assert "caché" not in toc("export", "--public", "m.toc", folder=folder).out


def test_importing_writes_over_nothing(folder: Path) -> None:
    """A file that is there is never written over by an import."""
    toc("export", "m.toc", "-o", "m.json", folder=folder)
    done = toc("--lang", "en", "import", "m.json", "-o", "m.toc", folder=folder)

    assert (done.status, (folder / "m.toc").read_text("utf-8")) == (2, MODEL)
    assert done.err.startswith("toc: `m.toc` is there already\n")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "toc: `x.json` holds no model: this is not JSON"),
        (b"{}", "toc: `x.json` holds no model: "),
        (b"\xe9", "toc: `x.json` cannot be read: the file is not stored as UTF-8"),
    ],
)
def test_what_holds_no_model_is_told(folder: Path, content: bytes, said: str) -> None:
    """A file that holds no model is trouble, in a sentence."""
    (folder / "x.json").write_bytes(content)
    done = toc("--lang", "en", "import", "x.json", folder=folder)

    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(said)


def test_a_model_with_errors_is_not_exported(folder: Path) -> None:
    """Errors are told and nothing is written."""
    (folder / "m.toc").write_text(MODEL + "personne -> école\n", "utf-8")
    done = toc("--lang", "en", "export", "m.toc", "-o", "m.json", folder=folder)

    assert (done.status, (folder / "m.json").exists()) == (1, False)
    assert done.err.endswith("not exported because of these errors\n")
