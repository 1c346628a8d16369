"""`toc new`: a first model."""

from pathlib import Path

import pytest
from command import toc

from toc import __version__


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


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("service", "name"),
    [
        ("github", ".github/workflows/toc.yml"),
        ("gitlab", ".gitlab-ci.yml"),
        ("pre-commit", ".pre-commit-config.yaml"),
    ],
)
def test_a_service_gets_its_file(tmp_path: Path, service: str, name: str, language: str) -> None:
    """With --ci, the file stands where the service looks, in the language of the model, and asks for this toc."""
    done = toc("--lang", "en", "new", "first", "--lang", language, "--ci", service, folder=tmp_path)
    text = (tmp_path / "first" / name).read_text("utf-8")

    assert (done.status, done.out.splitlines()[-1]) == (0, f"first/{name}")
    assert f'"toc-lang=={__version__}"' in text
    assert ("toc --lang fr" in text) == (language == "fr")


def test_a_model_that_is_there_gets_the_file_alone(tmp_path: Path) -> None:
    """Where a model is there already, --ci adds the service's file and leaves the model as it is; twice is refused."""
    toc("new", "--lang", "fr", folder=tmp_path)
    (tmp_path / "modele.toc").write_text("# mine\n")
    first = toc("new", "--ci", "gitlab", folder=tmp_path)
    again = toc("new", "--ci", "gitlab", folder=tmp_path)

    assert (first.status, first.out) == (0, ".gitlab-ci.yml\n")
    assert (tmp_path / "modele.toc").read_text() == "# mine\n"
    assert (again.status, again.out) == (2, "")
    assert again.err.startswith("toc: `.gitlab-ci.yml` is there already\n")


def test_a_file_in_the_way_stops_everything(tmp_path: Path) -> None:
    """Where the service's file is there already and no model is, none is written."""
    (tmp_path / ".gitlab-ci.yml").write_text("mine")
    done = toc("new", "--ci", "gitlab", folder=tmp_path)

    assert (done.status, [path.name for path in tmp_path.iterdir()]) == (2, [".gitlab-ci.yml"])
