"""Differences told: pairs of models and what is said of them, in both languages, kept beside them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from command import toc

CASES = Path(__file__).parent / "cases"
NAMES = sorted(case.name for case in CASES.iterdir())
SCHEMA = Path(__file__).parents[2] / "docs" / "reference" / "diff.schema.json"
Golden = Callable[[Path, str], None]


def sides(name: str) -> tuple[str, str]:
    """Return what stands for the old and the new model of a case: a folder each, or a file each."""
    old, new = ("old", "new") if (CASES / name / "old").is_dir() else ("old.toc", "new.toc")
    return old, new


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", NAMES)
def test_a_difference_is_told(name: str, language: str, golden: Golden) -> None:
    """What changed and what follows from it is said as kept, at the width of a small terminal."""
    done = toc("diff", "--lang", language, *sides(name), folder=CASES / name, environment={"COLUMNS": "80"})

    assert done.err == ""
    golden(CASES / name / f"{language}.txt", done.out)


@pytest.mark.parametrize("name", NAMES)
def test_lines_fit_a_small_terminal(name: str) -> None:
    """No line is wider than the terminal."""
    done = toc("diff", "--lang", "fr", *sides(name), folder=CASES / name, environment={"COLUMNS": "80"})

    assert [line for line in done.out.splitlines() if len(line) > 80] == []
