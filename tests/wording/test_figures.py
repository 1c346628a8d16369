"""The lexical rules are as good as their severities and the documentation say."""

from collections.abc import Callable
from pathlib import Path

import pytest
from wording_measure import CHANGE_RULES, INDICATOR_RULES, WARNED, lexical_page, worst_precision

from toc.diagnostics import INFO, WARNING
from toc.rule_book import rule_named

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "lexical-rules.md"
# Infos whatever their figures: they ask a question.
ASKING = frozenset({"two-ideas", "vague-change", "directional-indicator"})


@pytest.mark.parametrize("name", [*CHANGE_RULES, *INDICATOR_RULES])
def test_a_rule_warns_where_it_is_nearly_always_right(name: str) -> None:
    """A lexical rule is a warning if its precision on the unseen half allows it, in both languages, else an info."""
    rule = rule_named(name)
    warned = worst_precision(name) >= WARNED and name not in ASKING

    assert rule is not None
    assert rule.severity is (WARNING if warned else INFO)


def test_the_documentation_tells_the_figures(golden: Callable[[Path, str], None]) -> None:
    """The page of the figures is made from the labelled wordings and the rules as they are."""
    golden(PAGE, lexical_page())
