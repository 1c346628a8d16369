"""The page that says what toc does not check: it leaves no criterion out, and names only rules that there are."""

import re
from pathlib import Path

import pytest

from toc.rule_book import rule_names

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "not-checked.md"
CRITERIA = 80
ROW = re.compile(r"^\| (\d+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)


def rows(heading: str) -> list[tuple[int, str, str]]:
    """Return the table below `heading`: number, criterion, what is said of it."""
    section = PAGE.read_text("utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return [(int(number), criterion.strip(), said.strip()) for number, criterion, said in ROW.findall(section)]


NOT_CHECKED, CHECKED = rows("No rule of its own"), rows("Looked at by a rule")


def test_every_criterion_stands_there_once() -> None:
    """Each of the criteria either has rules or a reason why it has none."""
    assert sorted(number for number, _criterion, _said in NOT_CHECKED + CHECKED) == list(range(1, CRITERIA + 1))


@pytest.mark.parametrize("rules", [said for _number, _criterion, said in CHECKED])
def test_what_is_checked_is_checked_by_rules(rules: str) -> None:
    """Behind a criterion that is looked at stand names of rules."""
    assert set(rules.split(", ")) - set(rule_names()) == set()


@pytest.mark.parametrize("reason", [said for _number, _criterion, said in NOT_CHECKED])
def test_a_reason_names_only_rules_that_there_are(reason: str) -> None:
    """A reason is a sentence; the rules that it names exist."""
    assert len(reason.split()) > 5
    assert set(re.findall(r"\*([\w-]+)\*", reason)) - set(rule_names()) == set()
