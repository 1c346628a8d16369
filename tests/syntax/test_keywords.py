"""The table of words: every word found again, in every form, and the grammar that uses it."""

import logging
import re

import pytest
from lark import logger

from toc.messages import LANGUAGES
from toc.syntax import tables
from toc.syntax.keywords import (
    concept,
    concept_of_keyword,
    fold,
    inflections,
    keywords,
    language_of,
    phrase_at,
    plural_kind,
    slot_words,
    table,
    word,
)

ACCEPTED = [
    (entry.concept, slot, language, accepted)
    for slot, entries in [(None, keywords()), *((slot, slot_words(slot)) for slot in table()["values"])]
    for entry in entries
    for language in LANGUAGES
    for accepted in entry.words[language]
]


def test_every_word_of_the_table_is_found_again() -> None:
    """Each accepted word of a value slot stands for its concept there."""
    lost = [(accepted, slot) for name, slot, _, accepted in ACCEPTED if slot and concept(accepted, slot) != name]

    assert lost == []


def test_every_keyword_is_found_again() -> None:
    """Each word of a kind, property or clause stands for its concept, but for those that share a word by design."""
    shared = {"from.date", "steps_of", "within"}

    lost = [
        (accepted, name)
        for name, slot, _, accepted in ACCEPTED
        if slot is None and name not in shared and concept_of_keyword(accepted) != name
    ]

    assert lost == []


def test_no_two_concepts_of_a_slot_share_a_form() -> None:
    """An inflected form is never that of another word of the same slot."""
    clashes = []
    for slot in table()["values"]:
        owners: dict[str, set[str]] = {}
        for name, other, language, accepted in ACCEPTED:
            if other == slot and " " not in accepted:
                for form in inflections(accepted, language):
                    owners.setdefault(form, set()).add(name)
        clashes += [(slot, form, sorted(names)) for form, names in owners.items() if len(names) > 1]

    assert clashes == []


@pytest.mark.parametrize(
    ("written", "slot", "expected"),
    [
        ("Modérée", "strength", "moderate"),
        ("DÉCISIVES", "strength", "decisive"),
        ("tres elevee", "effort", "very_high"),
        ("individuelle", "level", "individual"),
        ("mois", "period", "month"),
        ("années", "period", "year"),
        ("faible", "effort", "low"),
        ("faible", "strength", "weak"),
        ("terminé", "status", "done"),
        ("self-organization", "acts_on", "self_organisation"),
        ("nothing", "effort", None),
    ],
)
def test_value_words_are_read_by_slot(written: str, slot: str, expected: str | None) -> None:
    """Case, accents, gender and number do not matter; the slot decides what a word means."""
    assert concept(written, slot) == expected


@pytest.mark.parametrize(
    ("plural", "kind"),
    [("strategies", "strategy"), ("stratégies", "strategy"), ("changements", "outcome"), ("liens", "links"),
     ("hypothèses", "assumption"), ("activities", "activity"), ("strategy", None), ("écoles", None)],
)  # fmt: skip
def test_plural_kinds_are_selections(plural: str, kind: str | None) -> None:
    """A view selects all of a kind by its plural, in either language; the singular is a name."""
    assert plural_kind(plural) == kind


def test_canonical_words_tell_their_language() -> None:
    """A canonical word that the two languages do not share is known for its language."""
    wrong = [
        (name, slot, language)
        for name, slot, language, _ in ACCEPTED
        if fold(word(name, "en", slot)) != fold(word(name, "fr", slot))
        and language_of(word(name, language, slot), name, slot) != language
    ]

    assert wrong == []


def test_the_grammar_declares_the_words_of_the_table() -> None:
    """Each concept has its terminal in the grammar, and the grammar no terminal without a concept."""
    grammar = (tables.grammar_folder() / "toc.lark").read_text("utf-8")
    declared = set(" ".join(re.findall(r"^%declare (.*)$", grammar, re.MULTILINE)).split())
    signs = set("NAME PHRASE TEXT NUMBER PERCENT DATE RANGE ARROW COMMA AMPERSAND OPEN CLOSE SEP MALFORMED".split())

    terminals = {entry.terminal for entry in keywords() if entry.concept != "links"}
    assert declared - signs == terminals


def test_the_grammar_is_free_of_conflicts(caplog: pytest.LogCaptureFixture) -> None:
    """Lark resolves nothing on its own: every text has one reading."""
    logger.setLevel(logging.DEBUG)
    logger.propagate = True
    try:
        with caplog.at_level(logging.DEBUG, logger="lark"):
            tables.make()
    finally:
        logger.setLevel(logging.CRITICAL)

    assert [record.message for record in caplog.records if "conflict" in record.message.lower()] == []


def test_saved_tables_are_those_of_the_grammar() -> None:
    """What was saved when the package was built equals what Lark makes now."""
    assert tables.tables() == tables.make()


def test_stale_tables_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables saved for another grammar are made anew rather than believed."""
    tables.tables.cache_clear()
    monkeypatch.setattr(tables, "stamp", lambda: 7)
    try:
        made = tables.tables()
    finally:
        tables.tables.cache_clear()

    assert made.stamp == 7


@pytest.mark.parametrize(
    ("text", "first", "expected"),
    [
        ('parce  que "…"', "parce", ("BECAUSE", 10)),
        ("VALIDÉES\u00a0par a", "validees", ("VALIDATED_BY", 12)),
        ("tous les ans", "tous", ("EVERY", 8)),
        ("acts on rules", "acts", ("ACTS_ON", 7)),
        ("acts onward", "acts", None),
        ("liens d'école", "liens", ("LINKS_OF", 8)),
        ("en amont d’école", "en", ("UPSTREAM_OF", 11)),
        ("jusqu'en 2029", "jusqu", ("UNTIL", 8)),
        ("très élevée }", "tres", ("PHRASE", 11)),
        ("en 2029", "en", None),
    ],
)
def test_phrases_are_found_by_their_first_word(text: str, first: str, expected: tuple[str, int] | None) -> None:
    """A phrase in any accepted form is one token, whatever the spaces inside it and however it is elided."""
    assert phrase_at(text, len(first), first) == expected
