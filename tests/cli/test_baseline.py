"""`toc check --baseline`: what is known of an old model is left out, and what is new is not."""

import json
from pathlib import Path

import pytest
from command import Done, toc

from toc.analysis import analyse
from toc.fingerprints import identities
from toc.workspace import MemoryReader

OLD = """\
theory "École" { enjeu "Des élèves partent" }
vision école "Chaque élève réussit" { pour élèves }
acteur élèves "Élèves" { concernés }
précondition confiance "Les parents ont confiance" { chez élèves }
précondition seule "Personne n'y mène"
stratégie café "Un café pour les parents"
stratégie fête "Une fête"
café -> confiance
confiance => école
"""
RULES = "dead-end,idle-strategy,nobody-responsible,no-context,link-without-rationale,unknown-name"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with an old model and its baseline."""
    (tmp_path / "m.toc").write_text(OLD, "utf-8")
    assert check(tmp_path, "--write-baseline", "baseline.json").status == 0
    return tmp_path


def check(folder: Path, *arguments: str, path: str = "m.toc") -> Done:
    """Run `toc check` in English with a few rules."""
    return toc("--lang", "en", "check", "--select", RULES, "--today", "2026-11-22", *arguments, path, folder=folder)


def found(folder: Path, *arguments: str) -> list[str]:
    """Return the rule and message of what is new in the model."""
    done = check(folder, "--format", "json", "--baseline", "baseline.json", *arguments)
    return [f"{one['rule']}: {one['message']}" for one in json.loads(done.out)["diagnostics"]]


def test_a_baseline_is_written_and_told(tmp_path: Path) -> None:
    """Everything found is kept, each finding with what it is about, and the check ends clean."""
    (tmp_path / "m.toc").write_text(OLD, "utf-8")
    done = check(tmp_path, "--write-baseline", "baseline.json")
    content = json.loads((tmp_path / "baseline.json").read_text("utf-8"))
    kept = [(one["file"], one["rule"], one["about"], one["count"]) for one in content["findings"]]

    assert (done.status, done.out, content["version"]) == (0, "", 1)
    assert done.err == (
        "7 findings kept in baseline.json; `--baseline baseline.json` leaves them out from now on\n"
        "nothing to report in 1 file\n"
    )
    assert kept == [
        ("m.toc", "dead-end", "precondition seule", 1),
        ("m.toc", "idle-strategy", "strategy fête", 1),
        ("m.toc", "link-without-rationale", "café -> confiance", 1),
        ("m.toc", "link-without-rationale", "confiance => école", 1),
        ("m.toc", "no-context", "theory", 1),
        ("m.toc", "nobody-responsible", "strategy café", 1),
        ("m.toc", "nobody-responsible", "strategy fête", 1),
    ]


def test_what_is_known_is_left_out(folder: Path) -> None:
    """Under its own baseline a model has nothing new, and the number of what is left out is told."""
    done = check(folder, "--baseline", "baseline.json")

    assert (done.status, done.out) == (0, "")
    assert done.err == "7 known findings left out (baseline.json)\nnothing to report in 1 file\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("theory", "# Dated 2026.\n\n\ntheory"),
        ("\n", "\r\n"),
        ("Les parents ont confiance", "Les parents se sentent chez eux"),
        ("Un café pour les parents", "Un café du vendredi"),
        ("École", "L'école"),
        ("stratégie fête", 'acteur ville "La ville" { rôle décide }\nstratégie fête'),
        ("café -> confiance\nconfiance => école\n", "confiance => école\ncafé -> confiance\n"),
        ("café -> confiance", "café -> confiance fort"),
        ("précondition", "precondition"),
    ],
)
def test_a_baseline_outlives_other_changes(folder: Path, before: str, after: str) -> None:
    """Lines moved, texts reworded, elements added, keywords translated: what was known stays known."""
    assert before in OLD
    (folder / "m.toc").write_bytes(OLD.replace(before, after).encode())

    assert found(folder) == []


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ('stratégie bal "Un bal"\n', ["idle-strategy: the strategy `bal` leads to nothing"]),
        ("fête -> confiance\n", ["link-without-rationale: nothing says why `fête` contributes to `confiance`"]),
        ("fête -> personne\n", ["unknown-name: nothing is called `personne`"]),
    ],
)
def test_what_is_new_is_reported(folder: Path, more: str, expected: list[str]) -> None:
    """A finding that the baseline does not keep is reported, though the same rule is known to speak elsewhere."""
    (folder / "m.toc").write_text(OLD + more, "utf-8")
    new = [line for line in found(folder) if not line.startswith("nobody-responsible")]

    assert new == expected
    assert check(folder, "--baseline", "baseline.json").status == (0 if "rationale" in new[0] else 1)


def test_what_is_found_more_often_is_new(folder: Path) -> None:
    """A baseline keeps how often something was found, not a licence to repeat it."""
    arguments = ("--select", "unknown-property", "--ignore", "dead-end")
    (folder / "m.toc").write_text(OLD + 'acteur ici "Ici" { rol décide }\n', "utf-8")
    assert check(folder, *arguments, "--write-baseline", "once.json").status == 0
    (folder / "m.toc").write_text(OLD + 'acteur ici "Ici" { rol décide; rol informe }\n', "utf-8")
    done = check(folder, *arguments, "--baseline", "once.json", "--format", "github")

    assert (done.status, done.out.count("\n")) == (1, 1)


def test_what_was_mended_is_told(folder: Path) -> None:
    """Entries that nothing answers to any more are counted, unless only some rules or files were looked at."""
    (folder / "m.toc").write_text(OLD.replace('stratégie fête "Une fête"\n', ""), "utf-8")
    (folder / "n.toc").write_text('vision v "V"\n', "utf-8")
    note = "2 entries of baseline.json answer to nothing any more: write it anew with `--write-baseline`"
    whole = toc("--lang", "en", "check", "--baseline", "baseline.json", "m.toc", folder=folder)
    other = toc("--lang", "en", "check", "--baseline", "baseline.json", "n.toc", folder=folder)
    (folder / "m.toc").unlink()
    gone = toc("--lang", "en", "check", "--baseline", "baseline.json", "n.toc", folder=folder)

    assert note in whole.err
    assert "answer to nothing" not in check(folder, "--baseline", "baseline.json", path="n.toc").err
    assert "answer to nothing" not in other.err
    assert "7 entries of baseline.json answer to nothing" in gone.err


def test_a_baseline_is_read_from_anywhere(folder: Path) -> None:
    """Files are kept as seen from the baseline, so it holds wherever the command runs."""
    (folder / "inner").mkdir()
    done = check(folder / "inner", "--baseline", "../baseline.json", path="../m.toc")

    assert (done.status, done.out) == (0, "")


@pytest.mark.parametrize(
    ("name", "text", "status"), [("unsound.toc", OLD + "{\n", 1), ("missing.toc", "", 2), ("empty", "", 2)]
)
def test_what_hides_the_rest_is_not_kept(folder: Path, name: str, text: str, status: int) -> None:
    """Where a model cannot be read, no baseline is written, and what keeps it from being read is reported."""
    (folder / "empty").mkdir()
    if text:
        (folder / name).write_text(text, "utf-8")
    done = check(folder, "--write-baseline", "new.json", path=name)

    assert (done.status, (folder / "new.json").exists()) == (status, False)
    assert "error[TOC0" in done.out
    assert "new.json is not written" in done.err


def test_errors_of_syntax_are_never_known(folder: Path) -> None:
    """A baseline leaves no error of syntax out, whoever wrote it there."""
    (folder / "m.toc").write_text("{\n", "utf-8")
    analysis = analyse(MemoryReader({"m.toc": "{\n"}), "m.toc")
    known = identities(analysis.diagnostics, analysis.sources)
    findings = [{"file": "m.toc", "fingerprint": one.digest, "count": 9} for one in known]
    (folder / "baseline.json").write_text(json.dumps({"version": 1, "findings": findings}), "utf-8")

    assert len(findings) > 0
    assert check(folder, "--baseline", "baseline.json").status == 1


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"version": 2, "findings": []}', '{"findings": [1]}', "\x00"])
def test_what_is_no_baseline_is_told(folder: Path, content: str) -> None:
    """A file that is no baseline stops the check with a sentence and status 2."""
    (folder / "bad.json").write_text(content, "utf-8")
    done = check(folder, "--baseline", "bad.json")

    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("toc: `bad.json`")
    assert "Traceback" not in done.err
