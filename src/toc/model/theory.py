"""What a model means: elements and links, indexed once, independent of the order in which they were written."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType

from attrs import field, frozen

from toc.messages import LANGUAGES
from toc.model.elements import CHANGES, Element, Elements, Key, Reference
from toc.model.links import Link


@frozen(slots=False)
class Theory:
    """A theory of change.

    `file` is the file checked; `head` its `theory` declaration, if it has one.
    `elements` are all those declared in it and in the files it uses, sorted by key; `links` sorted by their ends.
    `vision_aliases` are visions of other files reached through `use … as`: outcomes, for this theory.
    `written_in` is the language (en or fr) of most keywords of that file, None where it has none.
    `files` are the files read, that of the theory first; `own` are those that serve this theory alone,
    so that what nobody names in them is named nowhere (what others use too may be named by them).
    """

    file: str
    head: Element | None
    elements: Elements
    links: tuple[Link, ...]
    vision_aliases: frozenset[Key] = frozenset()
    files: tuple[str, ...] = ()
    written_in: str | None = field(default=None, eq=False)
    own: frozenset[str] = field(default=frozenset(), eq=False)

    @cached_property
    def by_kind(self) -> Mapping[str, tuple[Element, ...]]:
        """The elements of each kind, in the order of their keys."""
        kinds: dict[str, list[Element]] = {}
        for element in self.elements.values():
            kinds.setdefault(element.kind, []).append(element)
        return MappingProxyType({kind: tuple(found) for kind, found in kinds.items()})

    @cached_property
    def incoming(self) -> Mapping[Key, tuple[Link, ...]]:
        """The links that end at each element."""
        return _grouped((link.target, link) for link in self.links)

    @cached_property
    def outgoing(self) -> Mapping[Key, tuple[Link, ...]]:
        """The links that leave each element, alone or in a gate."""
        return _grouped((source, link) for link in self.links for source in link.sources)

    @cached_property
    def children(self) -> Mapping[Key, tuple[Element, ...]]:
        """The elements nested in each element."""
        found: dict[Key, list[Element]] = {}
        for element in self.elements.values():
            if element.parent is not None:
                found.setdefault(element.parent, []).append(element)
        return MappingProxyType({key: tuple(nested) for key, nested in found.items()})

    @cached_property
    def users(self) -> Mapping[Key, tuple[Element | Link, ...]]:
        """The elements and links whose properties name each element (its causal links apart)."""
        found: dict[Key, list[Element | Link]] = {}
        holders: list[Element | Link] = [*self.elements.values(), *self.links]
        for holder in holders:
            for key in dict.fromkeys(_named(holder)):
                found.setdefault(key, []).append(holder)
        return MappingProxyType({key: tuple(names) for key, names in found.items()})

    def of_kind(self, *kinds: str) -> tuple[Element, ...]:
        """Return the elements of these kinds, kind by kind."""
        return tuple(element for kind in kinds for element in self.by_kind.get(kind, ()))

    @cached_property
    def visions(self) -> tuple[Element, ...]:
        """The visions of this theory, without those it reaches through `as`."""
        return tuple(vision for vision in self.of_kind("vision") if vision.key not in self.vision_aliases)

    @cached_property
    def changes(self) -> tuple[Element, ...]:
        """Outcomes and preconditions, and visions reached through `as`."""
        aliased = (vision for vision in self.of_kind("vision") if vision.key in self.vision_aliases)
        return (*self.of_kind(*CHANGES), *aliased)

    def indicators(self, element: Element) -> tuple[Element, ...]:
        """Return the indicators nested in `element` or that measure it."""
        nested = (child for child in self.children.get(element.key, ()) if child.kind == "indicator")
        naming = (
            user
            for user in self.users.get(element.key, ())
            if isinstance(user, Element)
            and user.kind == "indicator"
            and element.key in user.properties.refs("measures")
        )
        return tuple({found.key: found for found in [*nested, *naming]}.values())

    @property
    def languages(self) -> tuple[str, ...]:
        """The theory's languages, the first being that of untagged texts; empty where none is stated."""
        return self.head.properties.words("languages") if self.head else ()

    @property
    def language(self) -> str | None:
        """In which language (en or fr) to speak of the theory: the first such of its own, else its keywords'.

        None where neither tells.
        """
        return next((language for language in self.languages if language in LANGUAGES), self.written_in)

    @property
    def profiles(self) -> tuple[str, ...]:
        """The profiles the theory asks for."""
        return self.head.properties.words("profile") if self.head else ()


def _grouped(pairs: Iterator[tuple[Key, Link]]) -> Mapping[Key, tuple[Link, ...]]:
    groups: dict[Key, list[Link]] = {}
    for key, link in pairs:
        groups.setdefault(key, []).append(link)
    return MappingProxyType({key: tuple(links) for key, links in groups.items()})


def _named(holder: Element | Link) -> Iterator[Key]:
    for item in holder.properties:
        for part in (item, *item.clauses):
            for value in part.values:
                if isinstance(value, Reference):
                    yield value.key
