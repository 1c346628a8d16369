"""The lexical rules are as good as their severities and the documentation say."""

from collections.abc import Callable
from pathlib import Path

import pytest
from wording_measure import (
    CHANGE_RULES,
    HALVES,
    INDICATOR_RULES,
    WARNED,
    findings,
    lexical_page,
    model,
    worst_precision,
)

from toc.diagnostics import INFO, WARNING
from toc.messages import LANGUAGES
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


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_quoted_is_what_is_underlined(language: str, half: str) -> None:
    """The words that a message quotes are those at the place that it underlines."""
    text = model(language, half)
    quoting = [found for found in findings(text) if "words" in found.message.fields]
    underlined = [text[found.origin.start : found.origin.end] for found in quoting]

    assert len(quoting) > len(CHANGE_RULES)
    assert underlined == [found.message.fields["words"] for found in quoting]
