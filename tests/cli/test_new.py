"""`toc new`: a first model."""

from pathlib import Path

import pytest
from command import toc


@pytest.mark.parametrize(("language", "name"), [("en", "model.toc"), ("fr", "modele.toc")])
def test_a_first_model_is_clean_and_canonical(tmp_path: Path, language: str, name: str) -> None:
    """The first model has nothing to complain about, is laid out, and can be drawn."""
    done = toc("new", "first", "--lang", language, folder=tmp_path)
    check = toc("check", "--strict", "--today", "2026-11-22", "--format", "json", folder=tmp_path / "first")

    assert (done.status, done.out) == (0, f"first/{name}\nfirst/toc.toml\n")
    assert (check.status, '"errors": 0,\n    "warnings": 0' in check.out) == (0, True)
    assert toc("fmt", "--check", folder=tmp_path / "first").status == 0
    assert toc("render", "first", folder=tmp_path).status == 0


def test_the_language_is_that_of_messages(tmp_path: Path) -> None:
    """Without --lang, the model is in the language of the environment."""
    toc("new", folder=tmp_path, environment={"LANG": "fr_CA.UTF-8"})

    assert (tmp_path / "modele.toc").is_file()


def test_nothing_is_written_over(tmp_path: Path) -> None:
    """Where one of the files is there, none is written."""
    (tmp_path / "toc.toml").write_text("mine")
    done = toc("new", "--lang", "en", folder=tmp_path)

    assert (done.status, [path.name for path in tmp_path.iterdir()]) == (2, ["toc.toml"])
    assert done.err.startswith("toc: `toc.toml` is there already\n")
