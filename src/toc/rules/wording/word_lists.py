"""The words of each language that the rules on wording go by, read once from the data files beside this module."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path

LANGUAGES = ("en", "fr")
# A word or a number; an apostrophe stands between two words.
WORD = re.compile(r"\d+(?:[.,]\d+)?|[^\W\d_]+")
ACCENTS = re.compile("[\u0300-\u036f]")

Phrase = tuple[str, ...]


@cache
def word_list(language: str, name: str) -> frozenset[str]:
    """Return a list of single words, folded; an empty one where the language has none of that name."""
    return frozenset(folded(_lists(language).get(name, "")).split())


@cache
def phrases(language: str, name: str) -> Mapping[str, tuple[Phrase, ...]]:
    """Return a list of phrases as their folded words, by the first of these, the longest first."""
    found: dict[str, list[Phrase]] = {}
    for line in _lists(language).get(name, "").splitlines():
        words = tuple(words_of(line))
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(group, key=len, reverse=True)) for first, group in found.items()}


def words_of(text: str) -> list[str]:
    """Return the words of `text`, folded."""
    return WORD.findall(folded(text))


def folded(text: str) -> str:
    """Return `text` in lower case, without accents and ligatures."""
    if text.isascii():
        return text.lower()
    plain = text.casefold().replace("œ", "oe").replace("æ", "ae")
    return ACCENTS.sub("", unicodedata.normalize("NFD", plain))


def languages_of(text: str, stated: str | None) -> tuple[str, ...]:
    """Return the languages in which to read `text`: the one stated, else the one its small words belong to, else all.

    A language for which there are no lists gives none.
    """
    if stated is not None:
        language = stated.casefold().partition("-")[0]
        return (language,) if language in LANGUAGES else ()
    words = words_of(text)
    found = [sum(word in word_list(language, "function") for word in words) for language in LANGUAGES]
    return tuple(language for language, count in zip(LANGUAGES, found, strict=True) if count == max(found))


@cache
def _lists(language: str) -> Mapping[str, str]:
    text = (Path(__file__).parent / "words" / f"{language}.txt").read_text("utf-8")
    written = "\n".join(line for line in text.splitlines() if line and not line.startswith("#"))
    parts = (part.partition("]\n") for part in written.split("[")[1:])
    return {name: words for name, _end, words in parts}
