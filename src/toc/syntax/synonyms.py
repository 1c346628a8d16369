"""Words of the field that are not words of the language: what in it says the same.

They are in the table of words, and only told: nothing that is written with them is read.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from typing import NamedTuple

from toc.messages import LANGUAGES, Words
from toc.syntax.keywords import fold, inflections, keyword, table


class Synonym(NamedTuple):
    """What a word of the field stands for: a concept, and the language of the word, None where both have it."""

    concept: str
    language: str | None

    def words(self, slot: str | None = None) -> Words:
        """Return the word for the concept: in the language of the synonym where that is known."""
        words = keyword(self.concept, slot)
        if self.language is None:
            return words
        one = words.fr if self.language == "fr" else words.en
        return Words(one, one)


def synonyms(text: str, section: str) -> tuple[Synonym, ...]:
    """Return what `text` stands for in `section`: kinds, properties, arrows, or a slot of values; none for others."""
    return _forms(section).get(" ".join(fold(text).split()), ())


def beginning(text: str, section: str) -> Iterator[tuple[str, Synonym]]:
    """Yield the words of the field that begin with `text`, as they are in the table, each with what it stands for."""
    wanted = fold(text)
    for concept, entry in table()["synonyms"].get(section, {}).items():
        for language in LANGUAGES:
            yield from (
                (written, Synonym(concept, language)) for written in entry[language] if fold(written).startswith(wanted)
            )


@cache
def _forms(section: str) -> Mapping[str, tuple[Synonym, ...]]:
    found: dict[str, dict[str, set[str]]] = {}
    for concept, entry in table()["synonyms"].get(section, {}).items():
        for language in LANGUAGES:
            for written in entry[language]:
                for form in _inflected(written, language):
                    found.setdefault(form, {}).setdefault(concept, set()).add(language)
    return {
        form: tuple(Synonym(concept, None if len(of) > 1 else next(iter(of))) for concept, of in concepts.items())
        for form, concepts in found.items()
    }


def _inflected(written: str, language: str) -> set[str]:
    parts = [set(inflections(part, language)) for part in written.split()]
    if language == "fr":
        # What several do: `renforcent`.
        parts[0] = parts[0] | {f"{form}nt" for form in parts[0] if form.endswith("e")}
    return {" ".join(form) for form in product(*parts)}
