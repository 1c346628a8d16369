"""A label as the rules on wording read it: its words, folded, in the language it is written in."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from toc.diagnostics import Origin
from toc.model.elements import Element, Text
from toc.model.theory import Theory
from toc.rules.wording.word_lists import WORD, languages_of, words_of

# Ten rules read the same labels one after the other; a model of that size is read once.
KEPT = 16384

Span = tuple[int, int]


class Reading(NamedTuple):
    """A text, the language it is read in, and its words folded; `vocabulary` holds each of them once."""

    text: str
    language: str
    words: tuple[str, ...]
    vocabulary: frozenset[str]

    def characters(self, first: int, last: int) -> Span:
        """Return from where to where the words `first` to `last`, both included, stand in the text."""
        found = list(WORD.finditer(self.text))
        return found[first].start(), found[last].end()


def _read(text: str, stated: str | None) -> tuple[Reading, ...]:
    words = tuple(words_of(text))
    return tuple(Reading(text, language, words, frozenset(words)) for language in languages_of(text, stated))


read = lru_cache(maxsize=KEPT)(_read)


def readings(theory: Theory, element: Element) -> Iterator[tuple[Text, tuple[Reading, ...]]]:
    """Yield each text of an element's label with its readings: several where nobody can tell its language."""
    first = next(iter(theory.languages), None)
    for text in element.label.texts:
        yield text, read(text.value, text.language or first)


def first_found(
    theory: Theory, elements: Iterable[Element], find: Callable[[Reading], Span | None]
) -> Iterator[tuple[Element, Text, Span]]:
    """Yield for each element the first of its texts in which `find` finds something, and where in it that stands."""
    for element in elements:
        found = (
            (element, text, span)
            for text, ways in readings(theory, element)
            for span in [next(filter(None, map(find, ways)), None)]
            if span
        )
        yield from islice(found, 1)


def quoted(text: Text, span: Span) -> tuple[Origin, str]:
    """Return where the characters `span` of a text were written, and what they are."""
    return text.origin.part(*span), text.value[span[0] : span[1]]
