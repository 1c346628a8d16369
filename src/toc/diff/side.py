"""One of two models that are compared: where its elements stand, what they say, and what is near them."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property

from attrs import frozen

from toc.model.elements import Element, Key, Reference
from toc.model.links import Link
from toc.model.theory import Theory
from toc.syntax.keywords import fold

# Words are compared by their beginnings, so that a plural or another ending does not count.
STEM = 5
SHORTEST = 3
_WORDS = re.compile(r"\w+")

Near = tuple[str, Key]


@frozen(slots=False)
class Side:
    """A model as one side of a comparison."""

    theory: Theory

    @cached_property
    def first(self) -> str | None:
        """The language of texts without a tag, where the theory states it."""
        return self.theory.languages[0] if self.theory.languages else None

    def place(self, key: Key) -> tuple[str, str]:
        """Return where an element stands: its file as seen from the model's own, which is empty, and its id."""
        return (self._files[key.file], key.id)

    @cached_property
    def _files(self) -> Mapping[str, str]:
        return {file: seen_from(self.theory.file, file) for file in {key.file for key in self.theory.elements}}

    @cached_property
    def near(self) -> Mapping[Key, frozenset[Near]]:
        """What each element has to do with, and in which role."""
        found: dict[Key, set[Near]] = {key: set() for key in self.theory.elements}

        def join(one: Key, role: str, other: Key) -> None:
            if one in found and other in found and one != other:
                found[one].add((role, other))
                found[other].add((f"{role} of", one))

        for element in self.theory.elements.values():
            if element.parent is not None:
                join(element.key, "in", element.parent)
            for name, key in _named(element):
                join(element.key, name, key)
        for link in self.theory.links:
            for source in link.sources:
                join(source, "leads to", link.target)
            for name, key in _named(link):
                join(link.target, name, key)
        return {key: frozenset(near) for key, near in found.items()}

    @cached_property
    def words(self) -> Mapping[Key, Mapping[str | None, Counter[str]]]:
        """The beginnings of the words of each label, by language."""
        return {
            element.key: {text.language or self.first: stems(text.value) for text in reversed(element.label.texts)}
            for element in self.theory.elements.values()
        }

    @cached_property
    def labels(self) -> Mapping[Key, tuple[str, ...]]:
        """Each label without case, accents and spacing: its texts, sorted; empty where it says nothing."""
        return {key: tuple(sorted(filter(None, map(_plain, _texts(one))))) for key, one in self.theory.elements.items()}


def seen_from(main: str, file: str) -> str:
    """Return `file` relative to the folder of `main`; `main` itself is empty."""
    if file == main:
        return ""
    here, there = main.split("/")[:-1], file.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "/".join([*[".."] * (len(here) - shared), *there[shared:]])


def stems(text: str) -> Counter[str]:
    """Return the beginnings of the words of `text`, the short ones only where there are no others."""
    words = _WORDS.findall(fold(text))
    return Counter(word[:STEM] for word in [word for word in words if len(word) >= SHORTEST] or words)


def _texts(element: Element) -> Iterator[str]:
    return (text.value for text in element.label.texts)


def _plain(text: str) -> str:
    return " ".join(fold(text).split())


def _named(holder: Element | Link) -> Iterator[Near]:
    for item in holder.properties:
        for part in (item, *item.clauses):
            for value in part.values:
                if isinstance(value, Reference):
                    yield part.name, value.key
