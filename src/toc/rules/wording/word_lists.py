"""The words of each language that the rules on wording go by, read once from the data files beside this module."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

LANGUAGES = ("en", "fr")
# A word or a number; an apostrophe stands between two words, an accent may be a character of its own.
WORD = re.compile("\\d+(?:[.,]\\d+)?|(?:[^\\W\\d_][\u0300-\u036f]*)+")
ACCENTS = re.compile("[\u0300-\u036f]")

Phrase = tuple[str, ...]


@cache
def word_list(language: str, name: str) -> frozenset[str]:
    """Return a list of single words, folded; an empty one where the language has none of that name."""
    return frozenset(word for word in _entries(language, name) if not word.endswith("*"))


@cache
def beginnings(language: str, name: str) -> tuple[str, ...]:
    """Return the beginnings of words in a list, those written with a star: `improv*`."""
    return tuple(word[:-1] for word in _entries(language, name) if word.endswith("*"))


def is_listed(word: str, language: str, name: str) -> bool:
    """Whether a folded word, or its beginning, is in a list."""
    return word in word_list(language, name) or word.startswith(beginnings(language, name))


@cache
def phrases(language: str, name: str) -> Mapping[str, tuple[Phrase, ...]]:
    """Return a list of phrases as their folded words, by the first of these, the longest first."""
    found: dict[str, list[Phrase]] = {}
    for line in _lists(language).get(name, "").splitlines():
        words = tuple(words_of(line))
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(group, key=len, reverse=True)) for first, group in found.items()}


def phrase_at(words: Sequence[str], index: int, language: str, name: str) -> int:
    """Return how many words from `index` on are a phrase of a list, the longest one; 0 where none is."""
    for phrase in phrases(language, name).get(words[index], ()):
        if tuple(words[index : index + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def words_of(text: str) -> list[str]:
    """Return the words of `text`, folded."""
    return WORD.findall(text.lower()) if text.isascii() else [folded(word) for word in WORD.findall(text)]


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
def _entries(language: str, name: str) -> tuple[str, ...]:
    return tuple(folded(_lists(language).get(name, "")).split())


@cache
def _lists(language: str) -> Mapping[str, str]:
    """Return the lists of a language as they are written, by their names, from all its files."""
    found: dict[str, str] = {}
    for path in sorted((Path(__file__).parent / "words" / language).glob("*.txt")):
        lines = path.read_text("utf-8").splitlines()
        written = "\n".join(line for line in lines if line and not line.startswith("#"))
        parts = (part.partition("]\n") for part in written.split("[")[1:])
        found.update({name: words for name, _end, words in parts})
    return found
