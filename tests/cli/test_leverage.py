"""`toc leverage`: what people type, what they get, and how it ends."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from command import toc

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
KEPT = ROOT / "tests" / "golden" / "leverage"
MODEL = """\
theory "A valley" { languages en }
vision school "Every pupil finishes school"
outcome reading "Children read"
strategy bus "Library bus" { effort 4 }
strategy café "Café for parents" { effort 1 FTE }
strategy poster "Posters" { effort low; status draft }
bus, café -> reading strong
poster -> reading weak
reading -> school
"""
ENTRIES = (
    "first-job/first-job.toc",
    "quartiers/montreal.toc",
    "quartiers/saint-michel.toc",
    "rats-and-seabirds/rats.toc",
    "reussite-educative/theorie.toc",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one model in it, and what a unit is worth."""
    (tmp_path / "model.toc").write_text(MODEL, "utf-8")
    (tmp_path / "toc.toml").write_text("[scale.effort]\nFTE = 3\n\n[scale.strength]\nstrong = 0.8\n", "utf-8")
    return tmp_path


def leverage(folder: Path, *arguments: str) -> str:
    """Return what `toc leverage` prints; it ends well."""
    done = toc("leverage", *arguments, folder=folder, environment={"COLUMNS": "80"})

    assert (done.status, done.err) == (0, "")
    return done.out


@pytest.mark.parametrize("form", ["text", "json", "csv"])
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("model", ENTRIES)
def test_the_examples_as_people_read_them(
    model: str, language: str, form: str, golden: Callable[[Path, str], None]
) -> None:
    """What is told of the examples is kept, in both languages and each format of text."""
    told = leverage(EXAMPLES, model, "--lang", language, "--format", form)

    golden(KEPT / "examples" / f"{Path(model).stem}.{language}.{form}", told)


def test_each_format(folder: Path) -> None:
    """A format is asked for by its name."""
    assert leverage(folder, ".").startswith("Leverage: A valley\n")
    assert json.loads(leverage(folder, "model.toc", "-f", "json"))["version"] == 1
    assert leverage(folder, "model.toc", "-f", "csv").startswith("\ufeffstrategy,id,")
    assert leverage(folder, "model.toc", "-f", "html").startswith("<!DOCTYPE html>")
    assert leverage(folder, "model.toc", "--format", "svg").startswith("<svg ")


def test_a_report_in_a_file(folder: Path) -> None:
    """`-o` writes the report to a file and nothing to the terminal."""
    assert leverage(folder, "model.toc", "-f", "json", "-o", "leverage.json") == ""
    assert (folder / "leverage.json").read_text("utf-8") == leverage(folder, "model.toc", "-f", "json")


def test_the_scale_of_the_workspace(folder: Path) -> None:
    """Words and units are worth what the configuration says, unless it is not to be read."""
    found = json.loads(leverage(folder, "model.toc", "-f", "json"))
    plain = json.loads(leverage(folder, "model.toc", "-f", "json", "--no-config"))

    assert {one["id"]: one["effort"] for one in found["strategies"]} == {"bus": 4.0, "café": 3.0}
    assert found["method"]["scale"]["strength"]["strong"][1] == 0.8
    assert plain["method"]["scale"]["strength"]["strong"][1] == 0.75
    assert {one["withheld"] for one in plain["strategies"]} == {"too-few"}


def test_drafts_on_request(folder: Path) -> None:
    """Ideas and drafts count only when they are asked for."""
    without = json.loads(leverage(folder, "model.toc", "-f", "json"))
    with_drafts = json.loads(leverage(folder, "model.toc", "-f", "json", "--with-drafts"))

    assert [one["id"] for one in without["strategies"]] == ["bus", "café"]
    assert [one["id"] for one in with_drafts["strategies"]] == ["bus", "café", "poster"]


def test_what_is_asked_for_is_told(folder: Path) -> None:
    """Method, draws and seed stand in the report; the same seed gives the same report."""
    asked = ("model.toc", "-f", "json", "--with-drafts", "--method", "worlds", "--draws", "50", "--seed", "7")
    found = json.loads(leverage(folder, *asked))

    assert [found["method"][name] for name in ("values", "draws", "seed")] == ["worlds", 50, 7]
    assert leverage(folder, *asked) == leverage(folder, *asked)


def test_a_budget(folder: Path) -> None:
    """With a budget the best set is told, what it achieves, and what is left out."""
    told = leverage(folder, "model.toc", "--budget", "3.5")

    assert "With an effort of 3.5\n" in told
    assert "Chosen: Café for parents\nLeft out: Library bus\n" in told
    assert json.loads(leverage(folder, ".", "--budget", "0", "-f", "json"))["budget"]["strategies"] == []


def test_other_scales(folder: Path) -> None:
    """With `--scale-check` every strategy has its verdicts on five scales."""
    found = json.loads(leverage(folder, ".", "--scale-check", "--with-drafts", "-f", "json"))

    assert [(one["id"], len(one["verdicts"])) for one in found["scale_check"]] == [
        ("bus", 5),
        ("café", 5),
        ("poster", 5),
    ]


def test_standard_input(folder: Path) -> None:
    """A model may come from standard input."""
    done = toc("leverage", "-", "-f", "json", folder=folder, stdin=MODEL)

    assert len(json.loads(done.out)["strategies"]) == 2


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["model.toc", "-f", "xml"], 2, "there is no format `xml`"),
        (["model.toc", "-f", "jsno"], 2, "did you mean `json`?"),
        (["missing.toc"], 2, "there is no such file"),
        ([], 2, "PATH"),
        (["model.toc", "--budget", "-1"], 2, "an effort of 0 or more"),
        (["model.toc", "--budget", "nan"], 2, "an effort of 0 or more"),
        (["model.toc", "--no-config", "--budget", "2"], 2, "no budget can be compared with efforts in"),
        (["model.toc", "--draws", "0"], 2, "--draws"),
        (["model.toc", "--method", "guess"], 2, "--method"),
        (["wrong.toc"], 1, "no leverage because of these errors"),
        (["adrift.toc"], 0, ""),
        (["empty.toc"], 0, ""),
    ],
)
def test_how_it_ends(folder: Path, arguments: list[str], status: int, said: str) -> None:
    """What cannot be read or understood has no leverage; a model that is merely wrong about change has."""
    (folder / "wrong.toc").write_text(MODEL + "nobody -> school\n", "utf-8")
    (folder / "adrift.toc").write_text(MODEL + 'strategy idle "Nobody knows what for"\n', "utf-8")
    (folder / "empty.toc").write_text('vision v "A vision"\n', "utf-8")
    done = toc("leverage", *arguments, folder=folder)

    assert done.status == status
    assert said in done.err
    assert (done.out == "") == (status > 0)
