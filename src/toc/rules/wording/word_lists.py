"""The words of each language that the rules on wording go by, read once from the data files beside this module."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

LANGUAGES = ("en", "fr")
# A word, or a number with its sign; an apostrophe ends the word before it (`l'`), but not an English one (`parents'`).
WORD = re.compile(r"\d+(?:[.,]\d+)?|[^\W\d_]+")


@cache
def word_list(language: str, section: str, name: str) -> frozenset[str]:
    """Return a list of folded words, or of phrases where the file separates its entries by `;`."""
    text = str(_file(language).get(section, {}).get(name, ""))
    entries = text.split(";") if ";" in text else text.split()
    return frozenset(" ".join(words_of(entry)) for entry in entries)


@cache
def phrases(language: str, section: str, name: str) -> tuple[tuple[str, ...], ...]:
    """Return a list of phrases, each as its folded words."""
    return tuple(sorted(tuple(entry.split()) for entry in word_list(language, section, name)))


def words_of(text: str) -> list[str]:
    """Return the words of `text`, folded."""
    return WORD.findall(folded(text))


@cache
def folded(text: str) -> str:
    """Return `text` in lower case, without accents and ligatures; every character that is left stands for one."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("œ", "oe").replace("æ", "ae"))
    return "".join(character for character in plain if not unicodedata.combining(character))


def languages_of(text: str, stated: str | None) -> tuple[str, ...]:
    """Return the languages in which to read `text`: the one stated, else the one its small words belong to, else all.

    A language for which there are no lists gives none.
    """
    if stated is not None:
        language = stated.casefold().partition("-")[0]
        return (language,) if language in LANGUAGES else ()
    words = words_of(text)
    found = {language: _evidence(language, words) for language in LANGUAGES}
    most = max(found.values())
    return tuple(language for language in LANGUAGES if found[language] == most)


def _evidence(language: str, words: list[str]) -> int:
    function = word_list(language, "function", "words")
    return sum(word in function for word in words)


@cache
def _file(language: str) -> Mapping[str, Mapping[str, str]]:
    data = files("toc.rules.wording").joinpath("words", f"{language}.toml").read_text("utf-8")
    return MappingProxyType(tomllib.loads(data))
