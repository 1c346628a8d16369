"""`toc check --fix`: what can be mended without a change of meaning is mended, and said; the rest is reported."""

import json
import os
from pathlib import Path

import pytest
from command import Done, toc

SOUND = """\
theory "School" { issue "Pupils leave"; context "A portrait" }
vision school "Every pupil finishes school" { for pupils }
actor pupils "Pupils" { role decide; accept no-vision because "Old" }
"""
HIDDEN = SOUND.replace("Every pupil", "Every\u200b pupil")
MENDED = SOUND.replace('; accept no-vision because "Old"', "")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a model in which two things can be mended, and one cannot."""
    (tmp_path / "m.toc").write_text(HIDDEN + 'actor town "Town" { rol decide }\n', "utf-8")
    return tmp_path


def check(folder: Path, *arguments: str, stdin: str = "", path: str = "m.toc") -> Done:
    """Run `toc check` in English with the rules of the compiler alone."""
    chosen = ("--select", "TOC0,TOC1,unused-accept,no-vision")
    return toc("--lang", "en", "check", *chosen, *arguments, path, folder=folder, stdin=stdin)


def test_what_can_be_mended_is_mended_and_said(folder: Path) -> None:
    """Safe fixes are applied until nothing changes, each is named, and what is left is reported with its status."""
    (folder / "m.toc").write_text(HIDDEN, "utf-8")
    done = check(folder, "--fix")

    assert (folder / "m.toc").read_text("utf-8") == MENDED
    assert done.err == (
        "m.toc: 2 findings mended: `hidden-characters` and `unused-accept`\nnothing to report in 1 file\n"
    )
    assert (done.status, done.out) == (0, "")


def test_what_would_change_the_meaning_is_left(folder: Path) -> None:
    """A fix that only guesses is not applied: its finding stays, and so does the status."""
    done = check(folder, "--fix", "--format", "json")
    left = [one["rule"] for one in json.loads(done.out)["diagnostics"]]

    assert (done.status, left) == (1, ["unknown-property"])
    assert "rol decide" in (folder / "m.toc").read_text("utf-8")
    assert "\u200b" not in (folder / "m.toc").read_text("utf-8")


def test_mending_twice_changes_nothing_more(folder: Path) -> None:
    """A second run finds nothing to mend, says so, and writes nothing."""
    check(folder, "--fix")
    os.utime(folder / "m.toc", (1, 1))
    done = check(folder, "--fix")

    assert (folder / "m.toc").stat().st_mtime == 1
    assert done.err.startswith("there is nothing that can be mended without changing what the model means\n")


def test_a_preview_changes_nothing(folder: Path) -> None:
    """`--fix --diff` shows a unified diff, writes nothing, and its status is that of the files as they stand."""
    (folder / "m.toc").write_text(HIDDEN, "utf-8")
    before = (folder / "m.toc").read_bytes()
    done = check(folder, "--strict", "--fix", "--diff")

    assert (folder / "m.toc").read_bytes() == before
    assert done.out == (
        "--- m.toc\n+++ m.toc\n@@ -1,3 +1,3 @@\n"
        ' theory "School" { issue "Pupils leave"; context "A portrait" }\n'
        '-vision school "Every\u200b pupil finishes school" { for pupils }\n'
        '-actor pupils "Pupils" { role decide; accept no-vision because "Old" }\n'
        '+vision school "Every pupil finishes school" { for pupils }\n'
        '+actor pupils "Pupils" { role decide }\n'
    )
    assert done.err.startswith("m.toc: 2 findings would be mended: `hidden-characters` and `unused-accept`\n")
    assert done.status == 1


def test_a_preview_with_a_report_in_a_file(folder: Path) -> None:
    """With -o, the report of what stands is in the file and the preview on standard output."""
    done = check(folder, "--fix", "--diff", "--format", "json", "-o", "report.json")
    report = json.loads((folder / "report.json").read_text("utf-8"))

    assert [one["rule"] for one in report["diagnostics"]] == ["hidden-characters", "unknown-property"]
    assert done.out.startswith("--- m.toc\n")


def test_standard_input_is_shown_but_not_mended(folder: Path) -> None:
    """What comes by standard input can be previewed; there is no file to write it to."""
    refused = check(folder, "--fix", stdin=HIDDEN, path="-")
    shown = check(folder, "--fix", "--diff", stdin=HIDDEN, path="-")

    assert (refused.status, refused.out) == (2, "")
    assert refused.err.startswith("toc: standard input cannot be mended in place\n")
    assert shown.out.startswith("--- <stdin>\n+++ <stdin>\n")


def test_several_files_are_mended_in_one_run(folder: Path) -> None:
    """Every file of a folder is mended where it stands, also one that another one uses; line endings stay."""
    (folder / "actors.toc").write_bytes(
        'actor town "To\u200bwn" { role decide }\r\nactor b "B" { role inform }\r\n'.encode()
    )
    (folder / "m.toc").write_text('use "actors.toc"\n' + HIDDEN, "utf-8")
    done = check(folder, "--fix", path=".")

    assert (
        folder / "actors.toc"
    ).read_bytes() == b'actor town "Town" { role decide }\r\nactor b "B" { role inform }\r\n'
    assert (folder / "m.toc").read_text("utf-8") == 'use "actors.toc"\n' + MENDED
    assert done.status == 0


def test_errors_that_hid_the_rest_do_not_stop_mending(folder: Path) -> None:
    """Where mending an error of syntax lets other rules run, what they find is reported, not taken for damage."""
    (folder / "m.toc").write_text('vision v "One \\d two"\nnobody -> v\n', "utf-8")
    done = check(folder, "--fix", "--format", "json")

    assert (folder / "m.toc").read_text("utf-8").startswith('vision v "One \\\\d two"\n')
    assert {one["rule"] for one in json.loads(done.out)["diagnostics"]} == {"unknown-name"}


def test_what_a_baseline_keeps_is_not_mended(folder: Path) -> None:
    """Known findings are left alone, as if they were not there."""
    (folder / "m.toc").write_text(HIDDEN, "utf-8")
    check(folder, "--write-baseline", "baseline.json")
    (folder / "m.toc").write_text(HIDDEN + 'actor a "New\u200b"\n', "utf-8")
    done = check(folder, "--baseline", "baseline.json", "--fix")

    assert "m.toc: 1 finding mended: `hidden-characters`\n" in done.err
    assert (folder / "m.toc").read_text("utf-8") == HIDDEN + 'actor a "New"\n'
