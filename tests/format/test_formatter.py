"""The formatter, by examples.

`name.in.toc` is formatted to `name.toc`; `name.fr.toc` and `name.en.toc` are one text in the two vocabularies.
Whatever has no `.in` in its name is in canonical layout.
"""

from pathlib import Path
from typing import Any

import pytest
from attrs import fields, has

from toc.source import Source
from toc.syntax.formatter import format_document
from toc.syntax.keywords import concept, plural_kind, table
from toc.syntax.nodes import Document, Name, Quantity
from toc.syntax.parser import parse
from toc.syntax.places import all_places, placed_comments

FOLDER = Path(__file__).parent
FILES = sorted(FOLDER.glob("*.toc"))
UNTIDY = [file for file in FILES if file.name.endswith(".in.toc")]
TIDY = [file for file in FILES if file not in UNTIDY]
SPELLING = ("start", "end", "word", "block", "text")
FRENCH = [file for file in FILES if file.name.endswith(".fr.toc")]


def document(text: str) -> Document:
    """Parse `text`."""
    return parse(Source("a.toc", text))


def formatted(text: str, keywords: str | None = None) -> str:
    """Parse and format `text`."""
    return format_document(document(text), keywords)


def named(file: Path) -> str:
    """Name a test after its file."""
    return file.name


def shape(text: str) -> list[object]:
    """What `text` says, without positions and spelling: every item in order, with how many stand in its block."""
    return [(_plain(place.node), len(place.items)) for place in all_places(document(text))]


def _plain(value: Any) -> object:
    match value:
        case Name():
            return _meaning(value.text)
        case Quantity():
            return value.value, value.text, value.unit and _meaning(value.unit)
        case tuple():
            return [_plain(part) for part in value]
        case _ if has(type(value)):
            names = [field.name for field in fields(type(value)) if field.name not in SPELLING]
            return type(value).__name__, [_plain(getattr(value, name)) for name in names]
        case _:
            return value


def _meaning(text: str) -> object:
    # A word of the language may be another one afterwards, an id may not.
    known = plural_kind(text) or any(concept(text, slot) for slot in table()["values"])
    return "a word" if known else text


@pytest.mark.parametrize("file", UNTIDY, ids=named)
def test_untidy_files_are_tidied(file: Path) -> None:
    """A file written anyhow is formatted to the file beside it."""
    expected = file.with_name(file.name.replace(".in.toc", ".toc")).read_text("utf-8")
    assert formatted(file.read_text("utf-8")) == expected


@pytest.mark.parametrize("file", TIDY, ids=named)
def test_tidy_files_stay_as_they_are(file: Path) -> None:
    """A file in canonical layout is not changed."""
    assert formatted(file.read_text("utf-8")) == file.read_text("utf-8")


@pytest.mark.parametrize("file", FRENCH, ids=named)
def test_keywords_are_translated_both_ways(file: Path) -> None:
    """The French and the English file are made of each other by translating the words of the language."""
    english = file.with_name(file.name.replace(".fr.toc", ".en.toc"))
    assert formatted(file.read_text("utf-8"), "en") == english.read_text("utf-8")
    assert formatted(english.read_text("utf-8"), "fr") == file.read_text("utf-8")


def test_the_complete_example_is_translated() -> None:
    """The complete French example has the English keywords of the file beside it; ids and labels stay."""
    french = (FOLDER / "education.toc").read_text("utf-8")
    assert formatted(french, "en") == (FOLDER / "education.en.toc").read_text("utf-8")


@pytest.mark.parametrize("keywords", [None, "fr", "en"])
@pytest.mark.parametrize("file", FILES, ids=named)
def test_meaning_comments_and_layout_are_kept(file: Path, keywords: str | None) -> None:
    """Formatting changes no statement, value or comment, and formatting again changes nothing."""
    text = file.read_text("utf-8")
    once = formatted(text, keywords)
    assert shape(once) == shape(text)
    comments = [comment.text for comment in placed_comments(document(text))]
    assert sorted(comment.text for comment in placed_comments(document(once))) == sorted(comments)
    assert formatted(once, keywords) == once


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
@pytest.mark.parametrize("file", FILES, ids=named)
def test_line_endings_make_no_difference(file: Path, ending: str) -> None:
    """A file with CR LF or CR line endings is formatted to the same text as with LF."""
    text = file.read_text("utf-8")
    assert formatted(text.replace("\n", ending)) == formatted(text)


@pytest.mark.parametrize("text", ['vision v "V" {', "a ->", 'vision v "V', "}", "a -> b 0,4"])
def test_a_document_with_syntax_errors_is_refused(text: str) -> None:
    """What could not be read would be lost, so such a document is not formatted."""
    with pytest.raises(ValueError, match=r"a\.toc has syntax errors"):
        formatted(text)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('actrice x "X"', 'actrice x "X"'),
        ('ACTRICES x "X"', 'actrice x "X"'),
        ('outcome a "A" { private }', 'outcome a "A" { private }'),
        ('changement a "A" { PRIVEE }', 'changement a "A" { privée }'),
        ('résultats a "A"', 'changement a "A"'),
        ('facteur FAVORABLES z "Z"', 'facteur favorables z "Z"'),
        ('factor favorable z "Z"', 'factor favorable z "Z"'),
        ('facteur adverses z "Z"', 'facteur adverse z "Z"'),
        ('stratégies s "S" { statut actifs }', 'stratégie s "S" { statut actifs }'),
        ("a → b Fortes", "a -> b fortes"),
        ("a ⇒ b", "a => b"),
        ('use "x.toc" comme q', 'use "x.toc" comme q'),
        ("délai → faible", "délai -> faible"),
    ],
)
def test_words_are_spelled_in_their_own_language(written: str, expected: str) -> None:
    """Case, accents and synonyms are made canonical; gender and number are the writer's."""
    assert formatted(written) == f"{expected}\n"
