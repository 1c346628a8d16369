"""In which language the keywords of a file are written."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from toc.messages import LANGUAGES
from toc.syntax.keywords import concept, language_of
from toc.syntax.nodes import Declaration, Document, Item, Link, Name, Property

MARKS = ("strength", "mark")


def written_in(document: Document, enough: int | None = None) -> str | None:
    """Return the language (en or fr) of most keywords of `document`, en where as many are of either.

    None where no keyword tells. With `enough`, no more words than that are looked at, from the start.
    """
    counted = Counter(islice(_languages(document), enough))
    return max(LANGUAGES, key=lambda language: counted[language]) if counted else None


def _languages(document: Document) -> Iterator[str]:
    for statement in document.walk():
        for word, concept_of_it, slot in _words(statement.node):
            language = language_of(word, concept_of_it, slot) if word and concept_of_it else None
            if language is not None:
                yield language


def _words(node: Item | None) -> Iterator[tuple[str, str, str | None]]:
    """Yield the words of an item, each with its concept and slot."""
    match node:
        case Declaration():
            yield node.word, node.kind, None
        case Property():
            yield node.word, node.keyword, None
        case Link():
            for mark in node.marks:
                slot = next((slot for slot in MARKS if isinstance(mark, Name) and concept(mark.text, slot)), None)
                if slot is not None and isinstance(mark, Name):
                    yield mark.text, concept(mark.text, slot) or "", slot
    if isinstance(node, Declaration | Link) and node.block is not None:
        for item in node.block.items:
            yield from _words(item)
