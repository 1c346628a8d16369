"""What of a theory may be shown to everybody."""

from collections.abc import Container
from types import MappingProxyType

from attrs import evolve

from toc.model.elements import Element, Key, Properties, Property, Reference, Selection
from toc.model.links import Link
from toc.model.theory import Theory


def without_private(theory: Theory) -> Theory:
    """Return `theory` without what is private, what stands in it, what leads to or from it, and its mentions.

    A gate with a private source goes as a whole: its other sources have no effect without it.
    """
    hidden = frozenset(key for key, element in theory.elements.items() if _is_private(theory, element))
    elements = {
        key: evolve(element, properties=_public(element.properties, hidden))
        for key, element in theory.elements.items()
        if key not in hidden
    }
    links = tuple(
        evolve(link, properties=_public(link.properties, hidden))
        for link in theory.links
        if not _is_hidden(link, hidden)
    )
    head = theory.head and elements.get(theory.head.key)
    return evolve(theory, head=head, elements=MappingProxyType(elements), links=links)


def _is_private(theory: Theory, element: Element) -> bool:
    found: Element | None = element
    while found is not None:
        if found.private:
            return True
        found = theory.elements.get(found.parent) if found.parent else None
    return False


def _is_hidden(link: Link, hidden: Container[Key]) -> bool:
    return "private" in link.properties or any(key in hidden for key in (*link.sources, link.target))


def _public(properties: Properties, hidden: Container[Key]) -> Properties:
    items = (_filtered(item, hidden) for item in properties)
    return Properties(tuple(item for item in items if item is not None))


def _filtered(item: Property, hidden: Container[Key]) -> Property | None:
    values = tuple(
        value
        for value in item.values
        if not (isinstance(value, Reference) and value.key in hidden)
        and not (isinstance(value, Selection) and isinstance(value.target, Key) and value.target in hidden)
    )
    if item.values and not values:
        return None
    clauses = tuple(clause for each in item.clauses if (clause := _filtered(each, hidden)) is not None)
    return evolve(item, values=values, clauses=clauses)
