"""The words of the language: the one table `grammar/keywords.toml`, and every form in which they are accepted."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from attrs import frozen

from toc.messages import LANGUAGES, Words
from toc.syntax.tables import tables

SECTIONS = ("kinds", "selectable", "properties", "clauses")
SPACES = "[ \\t\\u00a0\\u2009\\u202f]+"

# Irregular and regular endings of French words in their other genders and numbers, tried on folded words.
ENDINGS = (("if", "ive"), ("el", "elle"), ("en", "enne"), ("eux", "euse"), ("al", "aux"), ("al", "ale"))


@frozen(eq=False)
class Keyword:
    """A concept's accepted words in each language, the canonical one first; `exact` keeps its accents and case."""

    concept: str
    words: Mapping[str, tuple[str, ...]]
    exact: bool = False

    @property
    def terminal(self) -> str:
        """The name of its terminal in the grammar."""
        return self.concept.split(".")[0].upper()


def table() -> Mapping[str, Any]:
    """Return keywords.toml as it stands."""
    return tables().words


@cache
def keywords() -> tuple[Keyword, ...]:
    """Return the words that begin or join statements: kinds, properties and clauses, in the table's order."""
    return tuple(_keyword(concept, entry) for section in SECTIONS for concept, entry in table()[section].items())


@cache
def slot_words(slot: str) -> tuple[Keyword, ...]:
    """Return the value words of `slot`, none where it has no words."""
    return tuple(_keyword(concept, entry) for concept, entry in table()["values"].get(slot, {}).items())


def _keyword(concept: str, entry: Mapping[str, Any]) -> Keyword:
    return Keyword(concept, {language: tuple(entry[language]) for language in LANGUAGES}, entry.get("exact", False))


def nfc(text: str) -> str:
    """Return `text` with its accents composed: the form in which ids are compared."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


@cache
def fold(text: str) -> str:
    """Return `text` without accents, case and ligatures: the form in which words are compared."""
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("œ", "oe").replace("æ", "ae"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).replace("’", "'")


def inflections(word: str, language: str) -> Iterator[str]:
    """Yield the folded forms of `word` that count as the same word, the word itself first."""
    folded = fold(word)
    yield folded
    if language == "en":
        yield f"{folded}s"
        return
    stems = [folded]
    stems += [folded.removesuffix(end) + other for end, other in ENDINGS if folded.endswith(end)]
    if word.endswith("ée"):
        stems.append(folded[:-1])
    for stem in stems:
        yield from (stem, f"{stem}s", f"{stem}e", f"{stem}es")


@cache
def terminals() -> Mapping[str, str]:
    """Return folded single word -> terminal, for every accepted form; an exact spelling wins over an inflected one."""
    return _forms(lambda keyword: keyword.terminal)


@cache
def concepts() -> Mapping[str, str]:
    """Return folded single word -> concept of kinds, properties and clauses, as `terminals`."""
    return _forms(lambda keyword: keyword.concept.split(".")[0])


def _forms(of: Any) -> Mapping[str, str]:
    exact: dict[str, str] = {}
    inflected: dict[str, str] = {}
    for keyword in keywords():
        for language, words in keyword.words.items():
            for word in words:
                # A word that must stand with its accents (`à`) is looked for where words are cut.
                if " " in word or (keyword.exact and fold(word) != word):
                    continue
                exact.setdefault(fold(word), of(keyword))
                for form in inflections(word, language):
                    inflected.setdefault(form, of(keyword))
    return {**inflected, **exact}


@cache
def phrases() -> Mapping[str, tuple[tuple[re.Pattern[str], str], ...]]:
    """Return folded first word -> (pattern of the whole phrase, terminal) pairs, the longest phrase first.

    Value words of two words have the terminal PHRASE.
    """
    found: dict[str, list[tuple[int, re.Pattern[str], str]]] = {}
    entries = [(keyword, keyword.terminal) for keyword in keywords()]
    entries += [(keyword, "PHRASE") for slot in table()["values"] for keyword in slot_words(slot)]
    for keyword, terminal in entries:
        for language, words in keyword.words.items():
            for phrase in (word for word in words if re.search(r"[ '’]", word)):
                pattern = re.compile(_phrase_pattern(phrase, language), re.IGNORECASE)
                for first in set(inflections(re.split(r"[ '’]", phrase)[0], language)):
                    found.setdefault(first, []).append((len(phrase), pattern, terminal))
    return {
        first: tuple((pattern, terminal) for _, pattern, terminal in sorted(group, key=lambda item: -item[0]))
        for first, group in found.items()
    }


def _phrase_pattern(phrase: str, language: str) -> str:
    words = [
        "(?:" + "|".join(_loose(form) for form in sorted(set(inflections(word, language)), reverse=True)) + ")"
        for word in phrase.split()
    ]
    end = "" if phrase[-1] in "'’" else r"(?![\w-])"
    return SPACES.join(words) + end


ACCENTED = {"a": "aàâä", "c": "cç", "e": "eéèêë", "i": "iîï", "o": "oôö", "u": "uùûü", "'": "'’"}


def _loose(folded: str) -> str:
    # A folded word as a pattern that also accepts its accented letters, composed or not.
    return "".join(
        f"[{ACCENTED[letter]}][\\u0300-\\u036f]?" if letter in ACCENTED else re.escape(letter) for letter in folded
    )


@cache
def _slot_forms(slot: str) -> Mapping[str, str]:
    exact: dict[str, str] = {}
    inflected: dict[str, str] = {}
    for keyword in slot_words(slot):
        for language, words in keyword.words.items():
            for word in words:
                exact.setdefault(fold(word), keyword.concept)
                parts = [set(inflections(part, language)) for part in word.split()]
                for form in _combined(parts):
                    inflected.setdefault(form, keyword.concept)
    return {**inflected, **exact}


def _combined(parts: list[set[str]]) -> list[str]:
    forms = [""]
    for part in parts:
        forms = [f"{form} {choice}".strip() for form in forms for choice in sorted(part)]
    return forms


@cache
def concept(text: str, slot: str) -> str | None:
    """Return the concept that `text` stands for in `slot` (such as "strength"), None where it is no word of it."""
    return _slot_forms(slot).get(" ".join(fold(text).split()))


def concept_of_keyword(text: str) -> str | None:
    """Return the concept of a kind, property or clause written as `text`, one word or a phrase."""
    folded = " ".join(fold(text).split())
    if (found := concepts().get(folded)) is not None:
        return found
    for pattern, terminal in phrases().get(folded.split(" ")[0], ()):
        if pattern.fullmatch(text) and terminal != "PHRASE":
            return terminal.lower()
    return None


@cache
def plural_kind(text: str) -> str | None:
    """Return the kind (or `links`) that `text` names in a selection: `strategies`, `stratégies`, `changements`."""
    folded = fold(text)
    for section in ("kinds", "selectable"):
        for concept_name, entry in table()[section].items():
            for language in LANGUAGES:
                for word in entry[language]:
                    if folded in _plurals(fold(word), language):
                        return str(concept_name)
    return None


def _plurals(folded: str, language: str) -> set[str]:
    plurals = {folded if folded.endswith("s") else f"{folded}s"}
    if language == "en" and folded.endswith("y"):
        plurals.add(f"{folded[:-1]}ies")
    return plurals


@cache
def _entry(name: str, slot: str | None) -> Keyword:
    pool = keywords() if slot is None else slot_words(slot)
    return next(keyword for keyword in pool if keyword.concept == name)


def word(name: str, language: str, slot: str | None = None) -> str:
    """Return the canonical word for concept `name` in `language`; `slot` is None for kinds, properties and clauses."""
    return _entry(name, slot).words[language][0]


def keyword(name: str, slot: str | None = None) -> Words:
    """Return the canonical words for concept `name` in both languages, as a field of a message."""
    words = _entry(name, slot).words
    return Words(words["en"][0], words["fr"][0])


@cache
def language_of(text: str, name: str, slot: str | None = None) -> str | None:
    """Return the language whose word for `name` was written as `text`; None where both languages say it so."""
    folded = " ".join(fold(text).split())
    entry = _entry(name, slot)
    for accepted in (_canonical, _exact, _inflected):
        found = [language for language in LANGUAGES if folded in accepted(entry, language)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _canonical(entry: Keyword, language: str) -> frozenset[str]:
    return frozenset((fold(entry.words[language][0]),))


def _exact(entry: Keyword, language: str) -> frozenset[str]:
    return frozenset(fold(word) for word in entry.words[language])


def _inflected(entry: Keyword, language: str) -> frozenset[str]:
    forms = set()
    for accepted in entry.words[language]:
        forms.update(_combined([set(inflections(part, language)) for part in accepted.split()]))
    return frozenset(forms)
