"""`toc report readiness`: what people type, what they get, and how it ends."""

import json
from pathlib import Path

import pytest
from command import toc

MODEL = """\
theory "A valley" { languages en; profile collective_impact }
vision school "Every pupil finishes school" { for pupils }
actor pupils "Pupils and parents" { concerned; role decide }
resource money secret "A discreet gift" { secured; private }
"""
TODAY = ("--today", "2026-11-01")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one model in it."""
    (tmp_path / "model.toc").write_text(MODEL, "utf-8")
    return tmp_path


def readiness(folder: Path, *arguments: str) -> str:
    """Return what `toc report readiness` prints; it ends well."""
    done = toc("report", "readiness", *arguments, *TODAY, folder=folder)

    assert (done.status, done.err) == (0, "")
    return done.out


def test_what_is_missing_is_no_error(folder: Path) -> None:
    """A report on a model that lacks nearly everything ends well, and says what is missing."""
    assert "missing: nobody sees to it [no-backbone]" in " ".join(readiness(folder, ".").split())


def test_each_format(folder: Path) -> None:
    """A format is asked for by its name."""
    assert readiness(folder, "model.toc", "-f", "md").startswith("# Readiness for collective impact: A valley\n")
    assert json.loads(readiness(folder, "model.toc", "--format", "json"))["today"] == "2026-11-01"


def test_the_language_asked_for(folder: Path) -> None:
    """The report speaks the language asked for, wherever the option stands."""
    assert "La structure de soutien" in readiness(folder, "model.toc", "--lang", "fr")
    done = toc("--lang", "fr", "report", "readiness", "model.toc", *TODAY, folder=folder)

    assert "La structure de soutien" in done.out


def test_the_language_of_the_theory(folder: Path) -> None:
    """Where nobody asks for a language, the report speaks that of the theory."""
    (folder / "model.toc").write_text('théorie "Une vallée" { langues fr }', "utf-8")

    assert "l'impact collectif" in readiness(folder, "model.toc").partition("\n")[0]


def test_a_public_report(folder: Path) -> None:
    """`--public` names nothing private."""
    assert "A discreet gift" in readiness(folder, "model.toc")
    assert "A discreet gift" not in readiness(folder, "model.toc", "--public")


def test_a_report_in_a_file(folder: Path) -> None:
    """`-o` writes the report to a file and nothing to the terminal."""
    assert readiness(folder, "model.toc", "-f", "md", "-o", "report.md") == ""
    assert (folder / "report.md").read_text("utf-8") == readiness(folder, "model.toc", "-f", "md")


def test_thresholds_of_the_workspace(folder: Path) -> None:
    """The report asks for as many sectors as the configuration does."""
    (folder / "toc.toml").write_text("[rules.few-sectors]\nsectors = 5\n", "utf-8")

    assert "fewer than 5 sectors" in readiness(folder, "model.toc")


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["readiness", "model.toc", "-f", "xml"], 2, "there is no format `xml`"),
        (["readiness", "missing.toc"], 2, "there is no such file"),
        (["readiness"], 2, "PATH"),
        (["readyness", "model.toc"], 2, "readiness"),
        (["readiness", "wrong.toc"], 1, "no report because of these errors"),
        (["readiness", "unsound.toc"], 1, "no report because of these errors"),
        (["readiness", "adrift.toc"], 0, ""),
    ],
)
def test_how_it_ends(folder: Path, arguments: list[str], status: int, said: str) -> None:
    """What cannot be read or understood is not reported on; a model that is merely wrong about change is."""
    (folder / "wrong.toc").write_text(MODEL + "nobody -> school\n", "utf-8")
    (folder / "unsound.toc").write_text(MODEL + "}\n", "utf-8")
    (folder / "adrift.toc").write_text(MODEL + 'outcome adrift "Nobody knows what for"\n', "utf-8")
    done = toc("report", *arguments, folder=folder)

    assert done.status == status
    assert said in done.err
    assert (done.out == "") == (status > 0)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_help_lists_the_reports(folder: Path, language: str) -> None:
    """`toc report` says in either language which reports there are."""
    done = toc("--lang", language, "report", "--help", folder=folder)

    assert "readiness" in done.out
    assert {"en": "what is in place", "fr": "ce qui est en place"}[language] in done.out
