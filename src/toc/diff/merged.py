"""One model that holds both: the new one, with what was removed put back, so that one picture can show the two."""

from collections.abc import Mapping
from types import MappingProxyType

from attrs import evolve, frozen

from toc.diff.difference import CHANGED, Difference
from toc.model.elements import Element, Key, Properties
from toc.model.links import Link
from toc.model.theory import Theory

Ends = tuple[frozenset[Key], Key]


@frozen
class Merged:
    """Both models as one, and which of its elements and links were added, removed or changed."""

    theory: Theory
    elements: Mapping[Key, str]
    links: Mapping[Ends, str]


def merged(difference: Difference) -> Merged:
    """Return both models as one. What changed in something nested shows on what it is nested in."""
    old, new = difference.old, difference.new
    keys = dict(difference.matches.new_of)
    gone = [change.old for change in difference.elements if change.new is None and change.old]
    for element in gone:
        keys[element.key] = _free(element.key, new)
    elements = dict(new.elements) | {keys[element.key]: _back(element, keys) for element in gone}
    aliases = {keys[element.key] for element in gone if element.key in old.vision_aliases}
    lost = [_joined(change.old, keys) for change in difference.links if change.new is None and change.old]
    theory = evolve(
        new,
        elements=MappingProxyType(dict(sorted(elements.items()))),
        links=tuple(sorted((*new.links, *lost), key=lambda link: (link.target, link.sources, link.verb))),
        vision_aliases=new.vision_aliases | aliases,
    )
    return Merged(theory, _elements(difference, keys), _links(difference, keys))


def ends_of(link: Link) -> Ends:
    """Return the ends of a link, by which it is known."""
    return (frozenset(link.sources), link.target)


def _elements(difference: Difference, keys: Mapping[Key, Key]) -> dict[Key, str]:
    found: dict[Key, str] = {}
    for change in difference.elements:
        parent = keys.get(change.old.parent) if change.old and change.old.parent else None
        parent = change.new.parent if change.new else parent
        if parent is not None:
            found.setdefault(parent, CHANGED)
    for change in difference.elements:
        key = change.new.key if change.new else keys[change.element.key]
        found[key] = change.change
    return found


def _links(difference: Difference, keys: Mapping[Key, Key]) -> dict[Ends, str]:
    found = {}
    for change in difference.links:
        link = change.new or (_joined(change.old, keys) if change.old else None)
        assert link is not None
        found[ends_of(link)] = change.change
    return found


def _free(key: Key, theory: Theory) -> Key:
    while key in theory.elements:
        key = Key(key.file, f"{key.id}-")
    return key


def _back(element: Element, keys: Mapping[Key, Key]) -> Element:
    parent = keys.get(element.parent) if element.parent else None
    return evolve(element, key=keys[element.key], parent=parent, properties=_without_names(element.properties))


def _joined(link: Link, keys: Mapping[Key, Key]) -> Link:
    sources = tuple(keys[source] for source in link.sources)
    return evolve(link, sources=sources, target=keys[link.target], properties=_without_names(link.properties))


def _without_names(properties: Properties) -> Properties:
    # Names are those of the old model; a picture has no use for them.
    return Properties(tuple(item for item in properties if not item.refs))
