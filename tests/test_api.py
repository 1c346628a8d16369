"""What Python programs can do with models."""

from pathlib import Path

import pytest

import toc

MODEL = 'vision school "Every pupil finishes school" { for pupils }\nactor pupils "Pupils" { concerned }\n'


def test_a_text_can_be_parsed() -> None:
    """`parse` gives the tree of a text, and what is wrong with it."""
    assert [type(statement.node).__name__ for statement in toc.parse(MODEL).statements] == ["Declaration"] * 2
    assert not toc.parse("{").sound


def test_a_model_can_be_loaded(tmp_path: Path) -> None:
    """`load` gives what a file means, with what it uses."""
    (tmp_path / "actors.toc").write_text('actor pupils "Pupils" { concerned }\n', "utf-8")
    (tmp_path / "main.toc").write_text('use "actors.toc"\n' + MODEL.partition("\n")[0], "utf-8")
    theory = toc.load(tmp_path / "main.toc")

    assert {key.id for key in theory.elements} == {"school", "pupils"}


def test_a_model_can_be_checked(tmp_path: Path) -> None:
    """`check` follows the configuration of the workspace, and what it is asked for comes on top."""
    (tmp_path / "toc.toml").write_text('[rules]\nignore = ["no-context"]\nmian = 1\n', "utf-8")
    (tmp_path / "main.toc").write_text('theory "School"\n' + MODEL + 'outcome trust "Trust" { of pupils }\n', "utf-8")

    def names(**wanted: object) -> set[str]:
        analysis = toc.check(tmp_path / "main.toc", **wanted)  # type: ignore[arg-type]
        return {found.rule.name for found in analysis.diagnostics}

    assert {"dead-end", "unknown-rule"} <= names()
    assert "no-context" not in names()
    assert "dead-end" not in names(ignore=["dead-end"])
    assert names(select=["no-context"], configured=False) == {"no-context"}


def test_a_model_can_be_checked_without_a_disk() -> None:
    """With a reader, everything is read from it."""
    reader = toc.MemoryReader({"main.toc": 'use "a.toc"\n', "a.toc": MODEL})

    assert toc.check("main.toc", reader=reader, select=["no-vision"]).diagnostics == ()


def test_a_file_that_cannot_be_read_is_an_exception(tmp_path: Path) -> None:
    """Reading is the one thing that raises."""
    with pytest.raises(toc.Unreadable):
        toc.load(tmp_path / "missing.toc")


def test_a_text_can_be_laid_out() -> None:
    """`format_text` gives the canonical layout, translated where that is asked for; it refuses what is not sound."""
    assert toc.format_text('vision   v  "V"') == 'vision v "V"\n'
    assert toc.format_text('outcome o "O"', keywords="fr") == 'changement o "O"\n'
    with pytest.raises(ValueError, match=r"line 1, column 1: "):
        toc.format_text("{")


def test_a_model_can_be_drawn(tmp_path: Path) -> None:
    """`render` draws a theory or a file, and names the formats where it is asked for another one."""
    (tmp_path / "main.toc").write_text(MODEL, "utf-8")
    theory = toc.load(tmp_path / "main.toc")

    assert str(toc.render(theory)).lstrip().startswith("<")
    assert toc.render(tmp_path / "main.toc") == toc.render(theory)
    assert "digraph" in str(toc.render(theory, "dot", public=True))
    with pytest.raises(ValueError, match="there is no format 'svgg'"):
        toc.render(theory, "svgg")


def test_everything_public_is_there() -> None:
    """Each name that toc offers can be had, and a name that it does not offer is an AttributeError."""
    assert all(getattr(toc, name) is not None for name in toc.__all__)
    assert set(toc.__all__) <= set(dir(toc))
    assert not hasattr(toc, "nothing")
