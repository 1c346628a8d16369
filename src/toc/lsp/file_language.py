"""The language of a file's own words: the one that it uses most, so that what is added reads like the rest."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from toc.lsp.desk import Desk
from toc.messages import LANGUAGES
from toc.syntax.keywords import concept, language_of
from toc.syntax.nodes import Declaration, Document, Item, Link, Name, Property

# So many words tell; a file is not read to its end for this.
ENOUGH = 200
MARKS = ("strength", "mark")


def file_language(desk: Desk) -> str:
    """Return the language (en or fr) of the file's first words; where it has none, that of its texts, then of messages.

    O(1) of the file's length.
    """
    counted = Counter(islice(_languages(desk.document), ENOUGH))
    if counted:
        return max(LANGUAGES, key=lambda language: counted[language])
    return next((language for language in desk.theory.languages if language in LANGUAGES), desk.language)


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
