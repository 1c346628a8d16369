"""The exit status of `toc check` tells the truth whatever the format, the output and the options."""

import json
from itertools import product
from pathlib import Path

import pytest
from command import Done, toc
from lxml import etree
from test_exit_status import CLEAN, FILES

from toc.catalog import find_all
from toc.reporters.reporter import Reporter

FORMATS = tuple(reporter.name for reporter in find_all("toc.reporters", Reporter))
MENDABLE = CLEAN.replace("Every", "Ev\u200bery")
OUTPUTS = ("", "-o report", "-o -")
# What is checked, with which options, and the status that it asks for.
CASES = [
    ("clean.toc", "--ignore no-context", 0),
    ("clean.toc", "--strict --select no-context", 0),
    ("warned.toc", "", 0),
    ("warned.toc", "--strict --select no-context", 1),
    ("warned.toc", "--strict --select no-vision", 0),
    ("wrong.toc", "", 1),
    ("wrong.toc warned.toc", "--strict", 1),
    ("wrong.toc", "--select dead-end", 1),
    ("unsound.toc", "", 1),
    ("latin.toc", "", 2),
    ("missing.toc", "", 2),
    ("wrong.toc missing.toc", "", 2),
    ("missing.toc wrong.toc", "--strict", 2),
    ("empty", "", 2),
    ("misconfigured", "", 2),
    ("misconfigured", "--no-config", 0),
    ("ruled", "", 2),
    ("wrong.toc", "--baseline known.json", 0),
    ("wrong.toc", "--baseline none.json", 1),
    ("wrong.toc", "--strict --baseline known.json", 0),
    ("warned.toc", "--strict --select no-context --baseline none.json", 1),
    ("unsound.toc", "--baseline known.json", 1),
    ("missing.toc", "--baseline known.json", 2),
    ("wrong.toc", "--write-baseline new.json", 0),
    ("warned.toc", "--strict --write-baseline new.json", 0),
    ("unsound.toc", "--write-baseline new.json", 1),
    ("latin.toc", "--write-baseline new.json", 2),
    ("mendable.toc", "--strict --select hidden-characters", 1),
    ("mendable.toc", "--strict --select hidden-characters --fix --diff", 1),
    ("mendable.toc", "--strict --select hidden-characters --fix", 0),
    ("mendable.toc wrong.toc", "--fix", 1),
    ("unsound.toc", "--fix", 1),
    ("mendable.toc latin.toc", "--fix", 2),
    ("missing.toc", "--fix --diff", 2),
    ("misconfigured", "--fix", 2),
]
# What makes no sense together, or cannot be done, whatever is found.
REFUSED = [
    "clean.toc --diff",
    "clean.toc --baseline known.json --write-baseline new.json",
    "clean.toc --fix --diff --write-baseline new.json",
    "clean.toc --baseline missing.json",
    "clean.toc --baseline clean.toc",
    "clean.toc --baseline .",
    "clean.toc --write-baseline nowhere/new.json",
    "clean.toc --write-baseline .",
    "- --fix",
    "clean.toc --select dead-ends --fix",
    "clean.toc --profile aco --baseline known.json",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with good and bad files."""
    for name, content in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    (tmp_path / "mendable.toc").write_text(MENDABLE, "utf-8")
    (tmp_path / "none.json").write_text('{"version": 1, "findings": []}')
    assert check(tmp_path, "wrong.toc", "--write-baseline known.json").status == 0
    return tmp_path


def check(folder: Path, *lines: str) -> Done:
    """Run `toc check` with the words of `lines`."""
    return toc("check", "--today", "2026-11-22", *" ".join(lines).split(), folder=folder)


@pytest.mark.parametrize(("paths", "options", "status"), CASES)
@pytest.mark.parametrize("form", FORMATS)
def test_the_status_is_the_same_in_every_format(folder: Path, form: str, paths: str, options: str, status: int) -> None:
    """Neither the format nor where the report goes has a say in the status, and the report is whole."""
    for output in ["-o report"] if "--diff" in options else OUTPUTS:
        (folder / "mendable.toc").write_text(MENDABLE, "utf-8")
        done = check(folder, paths, options, "--format", form, output)
        report = (folder / "report").read_text("utf-8") if output == "-o report" else done.out

        assert done.status == status
        assert "Traceback" not in done.err
        assert is_whole(report, form)
        assert output != "-o report" or (done.err.strip() and (done.out == "" or "--diff" in options))
        assert list(folder.glob(".toc-*")) == []


@pytest.mark.parametrize(("form", "output"), list(product(FORMATS, ["nowhere/report", ".", "clean.toc/report"])))
def test_a_report_that_cannot_be_written_is_trouble(folder: Path, form: str, output: str) -> None:
    """Where the report cannot be written, the status is 2 and nothing is left behind, whatever was found."""
    before = sorted(path.name for path in folder.iterdir())

    assert [check(folder, name, "--format", form, "-o", output).status for name in ("clean.toc", "wrong.toc")] == [2, 2]
    assert sorted(path.name for path in folder.iterdir()) == before


@pytest.mark.parametrize("line", REFUSED)
@pytest.mark.parametrize("form", FORMATS)
def test_what_cannot_be_done_is_trouble(folder: Path, form: str, line: str) -> None:
    """What contradicts itself or cannot be done ends with 2 in every format, before anything is written."""
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    done = check(folder, line, "--format", form)

    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("toc: ")
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("form", FORMATS)
def test_a_preview_takes_standard_output(folder: Path, form: str) -> None:
    """A preview and a report for a program do not mix: the report goes to a file, or there is none but for people."""
    done = check(folder, "mendable.toc latin.toc --fix --diff --format", form)

    assert done.status == 2
    assert done.out.startswith("--- mendable.toc\n") == (form == "text")
    assert ("latin.toc:1:1" in done.err) == (form == "text")


def test_the_count_goes_to_the_terminal_with_the_report_in_a_file(folder: Path) -> None:
    """With -o, whoever reads the terminal still learns how many findings there are."""
    assert {check(folder, "wrong.toc", "--format", form, "-o", "report").err for form in FORMATS} == {
        "1 error in 1 file\n"
    }


def is_whole(report: str, form: str) -> bool:
    """Whether a report is one that its readers can read to the end."""
    if form == "junit":
        return bool(etree.fromstring(report.encode()).tag == "testsuites")
    if form in {"json", "sarif", "gitlab"}:
        return isinstance(json.loads(report), list if form == "gitlab" else dict)
    return not report or report.endswith("\n")
