"""The labelled wordings are enough, balanced, well formed and said once."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from toc.messages import LANGUAGES
from toc.syntax.keywords import fold

CHANGE_RULES = (
    "activity-as-outcome",
    "means-in-outcome",
    "nobody-changes",
    "two-ideas",
    "output-as-outcome",
    "number-in-label",
    "vague-change",
)
RULES = {"change": CHANGE_RULES, "indicator": ("directional-indicator", "output-indicator")}
TABLES = [(language, table) for language in LANGUAGES for table in RULES]
LEAST = {"change": 180, "indicator": 40}
LEAST_FAULTS = 15
HALVES = ("seen", "unseen")


def labels(language: str, table: str) -> list[dict[str, Any]]:
    """Return the entries of `table` in the file of `language`."""
    text = (Path(__file__).parent / f"labels.{language}.toml").read_text("utf-8")
    entries: list[dict[str, Any]] = tomllib.loads(text)[table]
    return entries


def shares(entries: list[dict[str, Any]]) -> list[int]:
    """Return how many of `entries` stand in each half."""
    return [sum(entry["half"] == half for entry in entries) for half in HALVES]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_holds_its_tables_and_nothing_else(language: str) -> None:
    """A file holds changes and indicators only."""
    text = (Path(__file__).parent / f"labels.{language}.toml").read_text("utf-8")
    assert set(tomllib.loads(text)) == set(RULES)


@pytest.mark.parametrize(("language", "table"), TABLES)
def test_entries_are_well_formed(language: str, table: str) -> None:
    """Every entry has a clean text, known rules said once, a half, and `of` only on changes."""
    allowed = {"text", "faults", "half"} | ({"of"} if table == "change" else set())
    wrong = [
        entry
        for entry in labels(language, table)
        if not {"text", "faults", "half"} <= set(entry) <= allowed
        or entry["text"] != entry["text"].strip()
        or not entry["text"]
        or not set(entry["faults"]) <= set(RULES[table])
        or len(set(entry["faults"])) != len(entry["faults"])
        or entry["half"] not in HALVES
        or not isinstance(entry.get("of", True), bool)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_changes_goes_with_of(language: str) -> None:
    """A label breaks nobody-changes exactly where the entry says that `of` is not stated."""
    wrong = [
        entry
        for entry in labels(language, "change")
        if ("nobody-changes" in entry["faults"]) != (entry.get("of") is False)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_vague_change_has_no_population(language: str) -> None:
    """A change can only be vague where nobody is named."""
    wrong = [
        entry
        for entry in labels(language, "change")
        if "vague-change" in entry["faults"] and "nobody-changes" not in entry["faults"]
    ]
    assert wrong == []


@pytest.mark.parametrize(("language", "table"), TABLES)
def test_there_are_enough_and_half_are_sound(language: str, table: str) -> None:
    """There are at least so many labels, and sound and faulty ones differ by less than a tenth of them."""
    entries = labels(language, table)
    sound = sum(not entry["faults"] for entry in entries)
    assert len(entries) >= LEAST[table]
    assert abs(len(entries) - 2 * sound) < len(entries) / 10


@pytest.mark.parametrize(("language", "table"), TABLES)
def test_every_rule_is_broken_often_enough(language: str, table: str) -> None:
    """Every rule has enough labels that break it to be measured."""
    entries = labels(language, table)
    count = {rule: sum(rule in entry["faults"] for entry in entries) for rule in RULES[table]}
    assert {rule: found for rule, found in count.items() if found < LEAST_FAULTS} == {}


@pytest.mark.parametrize(("language", "table"), TABLES)
def test_halves_are_balanced(language: str, table: str) -> None:
    """Seen and unseen differ by one at most, among the sound, among the faulty and for each rule."""
    entries = labels(language, table)
    parts = {rule: [entry for entry in entries if rule in entry["faults"]] for rule in RULES[table]}
    parts["sound"] = [entry for entry in entries if not entry["faults"]]
    parts["faulty"] = [entry for entry in entries if entry["faults"]]
    split = {name: shares(part) for name, part in parts.items()}
    assert {name: (seen, unseen) for name, (seen, unseen) in split.items() if abs(seen - unseen) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_label_is_said_twice(language: str) -> None:
    """No two labels of a language are the same but for case, accents, spaces and punctuation."""
    texts = [entry["text"] for table in RULES for entry in labels(language, table)]
    folded = ["".join(character for character in fold(text) if character.isalnum()) for text in texts]
    assert sorted({text for text in folded if folded.count(text) > 1}) == []


def test_french_is_typed_both_ways() -> None:
    """French labels hold both apostrophes and both kinds of space before a percent sign, as files do."""
    text = "\n".join(entry["text"] for table in RULES for entry in labels("fr", table))
    assert [mark for mark in ("’", "'", "\u00a0%", " %") if mark not in text] == []
