"""How words are spelled when they are written again: canonical, in the language they were written in or another one.

Agreement is the writer's: `concernés`, `actrice`, `forte` stay as they are; case, accents and synonyms do not.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product

from toc.messages import LANGUAGES
from toc.syntax.keywords import concept, fold, language_of, plural_kind, table, word

# Adjectives and participles, which agree with what is declared; nouns and verbs have one canonical form.
AGREEING = frozenset(
    "private concerned boundary secured lasting proxy sufficient observed publish"
    " validated_by checked_by mitigated_by funded_by collected_by split_by".split()
)
AGREEING_SLOTS = frozenset(
    "strength effort likelihood level status sector role severity sufficient factor marker urgency".split()
)
# Endings of French words in their two genders, either way round.
GENDERS = (("teur", "trice"), ("if", "ive"), ("ion", "ionne"), ("é", "ée"), ("el", "elle"), ("en", "enne"), ("", "e"))
# The slot of a property's value words, where it is not called like the property.
SLOTS = {"every": "period", "delay": "period", "baseline": "quantity", "target": "quantity", "milestone": "quantity"}


def keyword_as(text: str, name: str, language: str | None) -> str:
    """Return the word for the kind, property or clause `name`, written `text`, in `language` (None: its own)."""
    if name not in _names():
        return text
    kept = "gender" if name in table()["kinds"] else "agreeing" if name in AGREEING else ""
    return _spelled(text, name, None, language, kept)


def value_as(text: str, slot: str, language: str | None) -> str:
    """Return the value word `text` of `slot` in `language` (None: its own); what is no word of it as it is."""
    name = concept(text, slot)
    if name is None:
        return text
    return _spelled(text, name, slot, language, "agreeing" if slot in AGREEING_SLOTS else "")


def slot_of(keyword: str) -> str | None:
    """Return the slot of the words that may stand as values of the property `keyword`."""
    slot = SLOTS.get(keyword, keyword)
    return slot if slot in table()["values"] else None


def kinds_as(text: str, language: str | None) -> str:
    """Return `text`, a kind in the plural as a view names it (or an id), in `language` (None: its own)."""
    name = plural_kind(text)
    if name is None:
        return text
    entry = {**table()["kinds"], **table()["selectable"]}[name]
    for same in (str.casefold, fold):
        for own in LANGUAGES:
            if any(same(text) == same(_plural(written, own)) for written in entry[own]):
                return _plural(entry[language or own][0], language or own)
    return text


def plural(kind: str, language: str) -> str:
    """Return the plural of the kind (or `links`) in `language`, as a view names it."""
    return _plural({**table()["kinds"], **table()["selectable"]}[kind][language][0], language)


def period_as(unit: str, number: float | None, language: str | None) -> str:
    """Return the unit of a period in `language` (None: its own), singular or plural as `number` asks.

    None is the bare unit after `every`: `every year`, `tous les ans`.
    """
    name = concept(unit, "period")
    if name is None:
        return unit
    language = language or language_of(unit, name, "period") or LANGUAGES[0]
    singular = word(name, language, "period")
    if language == "fr":
        several = number is None or abs(number) >= 2
    else:
        several = number is not None and number != 1
    return _plural(singular, language) if several else singular


def every_as(text: str, unit: str, language: str | None) -> str:
    """Return the word for `every` before `unit`: `toutes les semaines` but `tous les mois`."""
    spelled = keyword_as(text, "every", language)
    if spelled == word("every", "fr") and concept(unit, "period") == "week":
        return "toutes les"
    return spelled


def _plural(singular: str, language: str) -> str:
    if language == "en" and singular.endswith("y") and singular[-2] not in "aeou":
        return f"{singular[:-1]}ies"
    return singular if singular.endswith("s") else f"{singular}s"


@cache
def _names() -> frozenset[str]:
    return frozenset(name for section in ("kinds", "properties", "clauses") for name in table()[section])


@lru_cache(16_384)
def _spelled(text: str, name: str, slot: str | None, language: str | None, kept: str) -> str:
    written = " ".join(text.split())
    own = _own_language(written, name, slot)
    canonical = word(name, language or own, slot)
    if not kept or own != "fr" or language == "en":
        return canonical
    folded = fold(written).removesuffix("s") if kept == "gender" else fold(written)
    forms = [form for form in _forms(canonical, kept) if fold(form) == folded]
    return written if written in forms else forms[0] if forms else canonical


def _own_language(written: str, name: str, slot: str | None) -> str:
    # A canonical word as it stands decides, so that `role` is English and `rôle` French.
    for language in LANGUAGES:
        if written.casefold() == word(name, language, slot).casefold():
            return language
    if written.casefold() in _forms(word(name, "fr", slot), "agreeing"):
        return "fr"
    found = language_of(written, name, slot) or language_of(written, name.partition(".")[0], slot)
    alike = (language for language in LANGUAGES if fold(written) == fold(word(name, language, slot)))
    return found or next(alike, LANGUAGES[0])


def _forms(phrase: str, kept: str) -> Iterator[str]:
    # The genders of a French word, and its plurals where `kept` says so; only the first word of a phrase that ends
    # with a preposition agrees, and trying the others does no harm.
    parts = []
    for part in phrase.split():
        genders = [part]
        for masculine, feminine in GENDERS:
            if part.endswith(masculine):
                genders.append(part.removesuffix(masculine) + feminine)
            if feminine != "e" and part.endswith(feminine):
                genders.append(part.removesuffix(feminine) + masculine)
        numbers = ("", "s") if kept == "agreeing" else ("",)
        parts.append([gender + number for gender in genders for number in numbers])
    for choice in product(*parts):
        yield " ".join(choice)
