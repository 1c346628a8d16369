"""Labels are read word by word, and the words of the lists are found in one place."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from toc.messages import LANGUAGES
from toc.rules.wording import word_lists
from toc.rules.wording.word_lists import WORD, folded, languages_of, words_of

WORDS = Path(word_lists.__file__).parent / "words"
LETTERS = st.text(alphabet="aéeE\u0301œŒßİ'’-, 12.5%$«»", max_size=20)


@given(LETTERS)
@example("1\u03011")
def test_a_folded_word_is_the_word_at_its_place(text: str) -> None:
    """Folding a text keeps its words in their places, however its accents and ligatures are written."""
    assert words_of(text) == [folded(found.group()) for found in WORD.finditer(text)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_stands_in_one_file(language: str) -> None:
    """No two lists of a language have the same name: the second would hide the first."""
    texts = [path.read_text("utf-8") for path in sorted((WORDS / language).glob("*.txt"))]
    names = Counter(name for text in texts for name in re.findall(r"^\[(\w+)\]$", text, re.MULTILINE))

    assert names
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_is_looked_at(language: str) -> None:
    """There is no list that no rule asks for."""
    source = "".join(path.read_text("utf-8") for path in Path(word_lists.__file__).parents[1].rglob("*.py"))
    texts = [path.read_text("utf-8") for path in sorted((WORDS / language).glob("*.txt"))]
    names = [name for text in texts for name in re.findall(r"^\[(\w+)\]$", text, re.MULTILINE)]

    assert [name for name in names if f'"{name}"' not in source] == []


def test_a_text_is_read_in_the_language_stated_or_guessed() -> None:
    """The language stated counts; without one, small words tell; one without lists is not read."""
    assert languages_of("Les parents lisent", "en-GB") == ("en",)
    assert languages_of("Les parents lisent avec leurs enfants", None) == ("fr",)
    assert languages_of("Parents read with their children", None) == ("en",)
    assert languages_of("Dabo melu", None) == ("en", "fr")
    assert languages_of("Die Eltern lesen", "de") == ()
