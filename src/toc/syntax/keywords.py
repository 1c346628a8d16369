"""The words of the language: the one table `grammar/keywords.toml`, and every form in which they are accepted."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
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


# Labels change as they are written: only so many are remembered.
@lru_cache(16_384)
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


Forms = frozenset[str]


@cache
def phrases() -> Mapping[str, tuple[tuple[tuple[Forms, ...], str], ...]]:
    """Return folded first word -> (accepted forms of each further word, terminal) pairs, the longest phrase first.

    Value words of two words have the terminal PHRASE.
    """
    found: dict[str, list[tuple[tuple[Forms, ...], str]]] = {}
    entries = [(keyword, keyword.terminal) for keyword in keywords()]
    entries += [(keyword, "PHRASE") for slot in table()["values"] for keyword in slot_words(slot)]
    for keyword, terminal in entries:
        for language, words in keyword.words.items():
            for parts in filter(None, map(_parts, words)):
                first, *rest = (frozenset(inflections(part, language)) for part in parts)
                for form in first:
                    found.setdefault(form, []).append((tuple(rest), terminal))
    return {first: tuple(sorted(group, key=lambda entry: -len(entry[0]))) for first, group in found.items()}


# The words of a phrase, an elided one with its apostrophe: `en amont d'`, `jusqu'en`.
PART = re.compile(r"\w[\w-]*(?:['’](?!\w))?|['’]\w+")
FURTHER = re.compile(rf"{SPACES}([^\W\d_][\w\u0300-\u036f-]*['’]?)|(['’][^\W\d_]+)")


def _parts(phrase: str) -> list[str]:
    parts = PART.findall(phrase)
    return parts if len(parts) > 1 else []


def phrase_at(text: str, end: int, first: str) -> tuple[str, int] | None:
    """Return the terminal and the end of the phrase that goes on at `end` behind its folded word `first`, if any."""
    for further, terminal in phrases().get(first, ()):
        at = end
        for forms in further:
            behind = _further(text, at, forms)
            if behind is None:
                break
            at = behind
        else:
            return terminal, at
    return None


def _further(text: str, start: int, forms: Forms) -> int | None:
    match = FURTHER.match(text, start)
    if match is None:
        return None
    written = fold(match[1] or match[2])
    if written in forms:
        return match.end()
    return match.end() - 1 if written.endswith("'") and written[:-1] in forms else None


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


@lru_cache(16_384)
def concept(text: str, slot: str) -> str | None:
    """Return the concept that `text` stands for in `slot` (such as "strength"), None where it is no word of it."""
    return _slot_forms(slot).get(" ".join(fold(text).split()))


def concept_of_keyword(text: str) -> str | None:
    """Return the concept of a kind, property or clause written as `text`, one word or a phrase."""
    folded = " ".join(fold(text).split())
    if (found := concepts().get(folded)) is not None:
        return found
    first = PART.match(text)
    phrase = phrase_at(text, first.end(), fold(first.group())) if first else None
    if phrase is None or phrase[0] == "PHRASE" or phrase[1] != len(text):
        return None
    return phrase[0].lower()


@lru_cache(16_384)
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


@lru_cache(16_384)
def language_of(text: str, name: str, slot: str | None = None) -> str | None:
    """Return the language whose word for `name` was written as `text`; None where both languages say it so.

    Where accents alone tell the words apart, they tell the language, and a word without accents may be of either.
    """
    folded = " ".join(fold(text).split())
    entry = _entry(name, slot)
    for accepted in (_canonical, _exact, _inflected):
        found = [language for language in LANGUAGES if folded in accepted(entry, language)]
        if found:
            return found[0] if len(found) == 1 else _by_accents(nfc(text).casefold(), entry, found)
    return None


def _by_accents(text: str, entry: Keyword, languages: Sequence[str]) -> str | None:
    if text.isascii():
        return None
    found = [language for language in languages if text in {word.casefold() for word in entry.words[language]}]
    return found[0] if len(found) == 1 else None


def _canonical(entry: Keyword, language: str) -> frozenset[str]:
    return frozenset((fold(entry.words[language][0]),))


def _exact(entry: Keyword, language: str) -> frozenset[str]:
    return frozenset(fold(word) for word in entry.words[language])


def _inflected(entry: Keyword, language: str) -> frozenset[str]:
    forms = set()
    for accepted in entry.words[language]:
        forms.update(_combined([set(inflections(part, language)) for part in accepted.split()]))
    return frozenset(forms)
