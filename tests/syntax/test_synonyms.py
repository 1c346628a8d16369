"""Words of the field: each leads to a word of the language, and none is one."""

import pytest

from toc.messages import LANGUAGES
from toc.syntax.keywords import concept, concept_of_keyword, slot_words, table
from toc.syntax.synonyms import Synonym, synonyms

ALL = [
    (section, name, language, written)
    for section, entries in table()["synonyms"].items()
    for name, entry in entries.items()
    for language in LANGUAGES
    for written in entry[language]
]
ARROWS = {"contributes", "requires", "hinders", "needs"}


@pytest.mark.parametrize(("section", "name", "language", "written"), ALL)
def test_a_synonym_stands_for_a_concept_of_the_language(section: str, name: str, language: str, written: str) -> None:
    """What a word of the field stands for is in the table, and found by the word."""
    statements = {*table()["kinds"], *table()["properties"], *table()["clauses"]}
    places = {"kinds": statements, "properties": statements, "arrows": ARROWS}
    known = places.get(section) or {entry.concept for entry in slot_words(section)}

    assert name in known
    assert any(found.concept == name and found.language in (language, None) for found in synonyms(written, section))


@pytest.mark.parametrize(("section", "name", "language", "written"), ALL)
def test_a_synonym_is_no_word_of_the_language_in_its_place(
    section: str, name: str, language: str, written: str
) -> None:
    """What is read as a word of the language where it stands needs no other word."""
    if section == "arrows":
        return
    if section in ("kinds", "properties"):
        assert concept_of_keyword(written) not in table()[section]
    else:
        assert concept(written, section) is None


@pytest.mark.parametrize(
    ("text", "section", "found"),
    [
        ("Effets", "kinds", (Synonym("outcome", "fr"),)),
        ("effects", "kinds", (Synonym("outcome", "en"),)),
        ("impact", "kinds", (Synonym("vision", None), Synonym("outcome", None))),
        ("parties  prenantes", "kinds", (Synonym("actor", "fr"),)),
        ("leads to", "arrows", (Synonym("contributes", "en"),)),
        ("renforcent", "arrows", (Synonym("contributes", "fr"),)),
        ("children", "kinds", ()),
        ("effets", "nothing", ()),
    ],
)
def test_synonyms_are_read_in_their_forms(text: str, section: str, found: tuple[Synonym, ...]) -> None:
    """Plurals, genders, case, accents and blanks do not count; a word of both languages has none."""
    assert synonyms(text, section) == found
