"""The language reference says every word of the language, in both languages."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from toc.syntax.keywords import table

REFERENCE = Path(__file__).parents[1] / "docs" / "reference"
BEGIN, END = "<!-- words: begin -->\n", "<!-- words: end -->\n"
HEADINGS = {
    "language.md": {
        "kinds": "Declarations",
        "selectable": "Also shown by views",
        "properties": "Properties",
        "clauses": "Inside a statement",
        "values": "Values of",
        "mark": "Marks of a link",
        "strength": "Strength of a link",
    },
    "language.fr.md": {
        "kinds": "Déclarations",
        "selectable": "Aussi dans les vues",
        "properties": "Propriétés",
        "clauses": "À l'intérieur d'un énoncé",
        "values": "Valeurs de",
        "mark": "Marques d'un lien",
        "strength": "Force d'un lien",
    },
}
LANGUAGES = {"language.md": ("en", "fr"), "language.fr.md": ("fr", "en")}
NAMES = {"en": "English", "fr": "français"}
# What the slots that are called after no word of the language belong to.
PLACES = {"quantity": "baseline", "period": "every"}

Entry = Mapping[str, Sequence[str]]


@pytest.mark.parametrize("page", HEADINGS)
def test_tables_of_words(page: str, request: pytest.FixtureRequest) -> None:
    """The tables at the end of each page are those of `grammar/keywords.toml`."""
    path = REFERENCE / page
    text = path.read_text(encoding="utf-8")
    expected = text.partition(BEGIN)[0] + BEGIN + "".join(_tables(page)) + END + text.partition(END)[2]
    if request.config.getoption("--accept", default=False):
        path.write_text(expected, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == expected


@pytest.mark.parametrize("page", HEADINGS)
def test_every_word_is_explained(page: str) -> None:
    """Each declaration, property and clause stands in a page's own text, by its word in the page's language."""
    language = LANGUAGES[page][0]
    code = _code((REFERENCE / page).read_text(encoding="utf-8").partition(BEGIN)[0])
    words = [
        entry[language][0] for section in ("kinds", "properties", "clauses") for entry in table()[section].values()
    ]
    assert [word for word in words if not re.search(rf"(?<!\w){re.escape(word)}(?!\w)", code)] == []


def _code(text: str) -> str:
    """Return what stands between backticks in a page."""
    blocks = re.findall(r"^```toc\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return "\n".join(
        [*blocks, *re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))]
    )


def _tables(page: str) -> Iterator[str]:
    headings = HEADINGS[page]
    for section in ("kinds", "properties", "selectable", "clauses"):
        yield _table(page, headings[section], table()[section].values())
    for slot, entries in table()["values"].items():
        heading = headings.get(slot) or f"{headings['values']} `{_place(slot, LANGUAGES[page][0])}`"
        yield _table(page, heading, entries.values())


def _place(slot: str, language: str) -> str:
    """Return the word after which the values of `slot` stand."""
    concept = PLACES.get(slot, slot)
    for section in ("properties", "clauses", "kinds"):
        if concept in table()[section]:
            return str(table()[section][concept][language][0])
    return concept


def _table(page: str, heading: str, entries: Iterable[Entry]) -> str:
    first, second = LANGUAGES[page]
    rows = [f"| {_words(entry[first])} | {_words(entry[second])} |" for entry in entries]
    columns = f"| {NAMES[first]} | {NAMES[second]} |"
    return "\n".join([f"\n### {heading}\n", columns, "|---|---|", *rows]) + "\n"


def _words(words: Sequence[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)
