"""What is wrong with names, kinds and links: every message, where it stands, and what else it points to."""

import re
from pathlib import Path

import pytest
from model.models import MAIN, codes, documents, resolved, told

from toc.catalog import find_all
from toc.diagnostics import Problem
from toc.syntax.edits import apply_edits, text_edits

PROBLEMS = find_all("toc.model.problems", Problem)


def cases() -> list[tuple[dict[str, str], list[str]]]:
    """Return the files and the expected findings of each block of faults.txt.

    A block ends with an empty line; `= ` stands before a finding, `== file` before the text of another file.
    """
    found = []
    for block in (Path(__file__).parent / "faults.txt").read_text("utf-8").strip().split("\n\n"):
        files: dict[str, list[str]] = {MAIN: []}
        expected, path = [], MAIN
        for line in block.splitlines():
            if line.startswith("== "):
                path = line.removeprefix("== ")
                files[path] = []
            elif line.startswith("= "):
                expected.append(line.removeprefix("= "))
            else:
                files[path].append(line)
        found.append(({path: "\n".join(lines) for path, lines in files.items()}, expected))
    return found


@pytest.mark.parametrize(("files", "expected"), cases())
def test_a_problem_is_told_where_it_is(files: dict[str, str], expected: list[str]) -> None:
    """Every problem is told once, at its place, with what to do and the other places it concerns."""
    assert [str(finding.message) for document in documents(files).values() for finding in document.findings] == []
    assert told(files) == expected


def test_every_problem_has_a_case() -> None:
    """Each problem of the model is told in one of the cases."""
    told_of = {line.split()[1] for _files, expected in cases() for line in expected}
    assert {problem.code for problem in PROBLEMS} - told_of == set()


def examples(page: str, heading: str) -> list[str]:
    """Return the toc blocks below a heading of a page."""
    section = page.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return re.findall(r"```toc\n(.*?)```", section, re.DOTALL)


@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem.name)
def test_the_bad_example_of_a_page_breaks_its_rule(problem: Problem[...]) -> None:
    """Each bad example gives this problem and no other of the model."""
    for example in examples(problem.rule.page, "Bad"):
        assert set(codes(resolved(example)[1])) == {problem.code}


@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem.name)
def test_the_good_example_of_a_page_is_clean(problem: Problem[...]) -> None:
    """Each page has a good example, and nothing is wrong with it."""
    found = examples(problem.rule.page, "Good")
    assert found
    for example in found:
        assert codes(resolved(example)[1]) == []


@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem.name)
def test_a_page_says_why(problem: Problem[...]) -> None:
    """Each page begins with what is wrong and says why it matters."""
    title, *rest = problem.rule.page.splitlines()
    assert (bool(title), "## Why it matters" in rest) == (True, True)


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ('vision v "V" { for childern }\nactor children "C"', 'vision v "V" { for children }\nactor children "C"'),
        ('outcome a "A" { by p }\nactor p "P"', 'outcome a "A" { of p }\nactor p "P"'),
        ('changement a "A" { par p }\nactrice p "P"', 'changement a "A" { chez p }\nactrice p "P"'),
        ('changement a "A" { nivau collectif }', 'changement a "A" { niveau collectif }'),
        ('actor p "P\u200barents"', 'actor p "Parents"'),
        ('actor p "One\u2028two"', 'actor p "One two"'),
    ],
)
def test_a_fix_mends_what_was_found(written: str, mended: str) -> None:
    """The fix that a finding brings along makes the model clean."""
    document = documents({MAIN: written})[MAIN]
    edits = [edit for finding in resolved(written)[1] for fix in finding.fixes for edit in fix.edits]
    assert apply_edits(written, text_edits(document, edits)) == mended
    assert codes(resolved(mended)[1]) == []


@pytest.mark.parametrize(
    "text",
    [
        'precondition présence Les élèves viennent\nprésence -> diplôme\nvision diplôme "D"',
        'pathway w "W" {\n outcom x "X"\n x -> y\n outcome y "Y"\n}',
        'outcome a "A" {\n indicatr i "I" { unit "x" }\n}\nobserved 3 for i in 2026',
        'outcome a A" { level system }\na -> b\noutcome b "B"',
    ],
)
def test_what_stands_in_a_broken_statement_is_not_unknown(text: str) -> None:
    """A name whose declaration could not be read is not reported a second time."""
    assert documents({MAIN: text})[MAIN].sound is False
    assert told({MAIN: text}) == []


def test_a_file_that_cannot_be_read_makes_no_name_unknown() -> None:
    """What a file uses from one that is nested too deeply may well be declared there."""
    deep = 'actor p "P"\n' + 'outcome a "A" {' * 300
    assert told({MAIN: 'use "deep.toc"\nvision v "V" { for p }', "deep.toc": deep}) == []


def test_names_are_compared_in_composed_form() -> None:
    """An id means the same whether its accents are composed or not."""
    assert told({MAIN: 'vision v "V" { for e\u0301cole }\nactor \u00e9cole "É"'}) == []


def test_many_unknown_names_take_no_time_to_guess() -> None:
    """Beyond the first of very many unknown names none is proposed any more, but every one is reported."""
    text = "\n".join(f'actor person{n} "P"\nstrategy s{n} "S" {{ by persom{n} }}' for n in range(500))
    findings = resolved(text)[1]
    assert codes(findings) == ["TOC101"] * 500
    assert sum(bool(finding.fixes) for finding in findings) == 80
