"""The accepted forms of the words of the language as regular expressions, in the manner of each program."""

from collections.abc import Collection, Iterable
from functools import cache

from attrs import frozen

from toc.messages import LANGUAGES
from toc.syntax.keywords import fold, inflections, phrases, plural_kind, slot_words, table, terminals

LETTERS = {"a": "aàâä", "c": "cç", "e": "eéèêë", "i": "iîï", "o": "oôö", "u": "uùûü", "'": "'’"}


@frozen
class Manner:
    """How a program writes a group, a choice, and blanks between words."""

    opening: str
    choice: str
    closing: str
    blanks: str


@cache
def kinds() -> frozenset[str]:
    """Return the terminals that begin a declaration."""
    return frozenset(name.upper() for name in table()["kinds"])


def words(manner: Manner, wanted: Collection[str]) -> str:
    """Return what matches each word and phrase whose terminal is in `wanted`, phrases first; `""` where none does."""
    single = [form for form, terminal in terminals().items() if terminal in wanted]
    return _choice(manner, [*_phrases(manner, wanted), *_one_of(manner, single)])


def values(manner: Manner, slots: Iterable[str]) -> str:
    """Return what matches each value word of `slots`."""
    single: list[str] = []
    longer: list[str] = []
    for keyword in (keyword for slot in slots for keyword in slot_words(slot)):
        for language, accepted in keyword.words.items():
            for word in accepted:
                parts = [list(inflections(part, language)) for part in word.split()]
                if len(parts) == 1:
                    single += parts[0]
                else:
                    longer.append(manner.blanks.join(_choice(manner, _one_of(manner, part)) for part in parts))
    return _choice(manner, [*dict.fromkeys(longer), *_one_of(manner, single)])


def plurals(manner: Manner) -> str:
    """Return what matches the plural of each kind, as views choose by it."""
    entries = [entry for part in ("kinds", "selectable") for entry in table()[part].values()]
    stems = [fold(word) for entry in entries for language in LANGUAGES for word in entry[language]]
    candidates = {form for stem in stems for form in (stem, f"{stem}s", f"{stem.removesuffix('y')}ies")}
    return _choice(manner, _one_of(manner, [form for form in candidates if plural_kind(form) is not None]))


def _phrases(manner: Manner, wanted: Collection[str]) -> list[str]:
    found: dict[tuple[tuple[frozenset[str], ...], str], list[str]] = {}
    for first, entries in phrases().items():
        for entry in entries:
            found.setdefault(entry, []).append(first)
    written = []
    for (further, terminal), firsts in found.items():
        if terminal in wanted:
            pattern = _choice(manner, _one_of(manner, firsts))
            for forms in further:
                elided = any(form.startswith("'") for form in forms)
                pattern += ("" if elided else manner.blanks) + _choice(manner, _one_of(manner, forms))
            written.append((len(further), pattern))
    return [pattern for _length, pattern in sorted(written, key=lambda one: (-one[0], one[1]))]


def _choice(manner: Manner, options: Collection[str]) -> str:
    if len(options) < 2:
        return "".join(options)
    return manner.opening + manner.choice.join(options) + manner.closing


def _one_of(manner: Manner, forms: Iterable[str]) -> list[str]:
    """Return the branches of a tree of letters that holds `forms`, so that what they share is looked at once."""
    starts: dict[str, set[str]] = {}
    for form in forms:
        starts.setdefault(form[:1], set()).add(form[1:])
    return [_letter(first) + _rest(manner, rests) for first, rests in sorted(starts.items()) if first]


def _rest(manner: Manner, rests: set[str]) -> str:
    branches = _one_of(manner, rests - {""})
    if not branches:
        return ""
    if "" in rests:
        return manner.opening + manner.choice.join(branches) + manner.closing + "?"
    return _choice(manner, branches)


def _letter(letter: str) -> str:
    choices = LETTERS.get(letter)
    return f"[{choices}]" if choices else letter
