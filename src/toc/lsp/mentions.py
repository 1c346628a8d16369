"""Where elements are named: in their declarations, in properties, at the ends of links."""

from collections.abc import Iterator

from attrs import frozen

from toc.analysis import Analysis
from toc.diagnostics import Origin
from toc.model.elements import Key, Property, Reference, Selection
from toc.syntax.nodes import Declaration
from toc.syntax.places import all_places


@frozen
class Mention:
    """One use of the name of `key`, with the alias of a file before it where there is one.

    `declares` is true for the name in the declaration itself.
    """

    key: Key
    origin: Origin
    declares: bool = False


def mentions(analysis: Analysis) -> Iterator[Mention]:
    """Yield every place of the analysed files where an element is named, each once for each element meant."""
    yield from _declared(analysis)
    theory = analysis.theory
    for element in theory.elements.values():
        for item in element.properties:
            yield from _in_property(item, analysis)
    seen: set[tuple[Key, Origin]] = set()
    for link in theory.links:
        if not link.implied:
            for key, origin in zip((*link.sources, link.target), link.ends, strict=False):
                if not (link.inside and key == link.target) and (key, origin) not in seen:
                    seen.add((key, origin))
                    yield Mention(key, origin)
        for item in link.properties:
            for found in _in_property(item, analysis):
                if (found.key, found.origin) not in seen:
                    seen.add((found.key, found.origin))
                    yield found


def mention_at(analysis: Analysis, file: str, offset: int) -> Mention | None:
    """Return the mention at `offset` of `file`, the one that ends there where none begins there."""
    near = [
        found
        for found in mentions(analysis)
        if found.origin.file == file and found.origin.start <= offset <= found.origin.end
    ]
    return max(near, key=lambda found: found.origin.start, default=None)


def _declared(analysis: Analysis) -> Iterator[Mention]:
    for path, document in analysis.documents.items():
        for place in all_places(document):
            node = place.node
            if isinstance(node, Declaration) and node.name is not None:
                key = Key(path, node.name.text)
                if key in analysis.theory.elements:
                    start, end = place.offset + node.name.start, place.offset + node.name.end
                    yield Mention(key, Origin(path, start, end), declares=True)


def _in_property(item: Property, analysis: Analysis) -> Iterator[Mention]:
    for part in (item, *item.clauses):
        for value in part.values:
            if isinstance(value, Reference):
                yield Mention(value.key, value.origin)
            elif isinstance(value, Selection) and isinstance(value.target, Key):
                yield Mention(value.target, _last_word(value.origin, analysis))


def _last_word(origin: Origin, analysis: Analysis) -> Origin:
    """Where the name stands in a selection such as `links of x`."""
    words = analysis.documents[origin.file].source.text[origin.start : origin.end].split()
    return Origin(origin.file, origin.end - len(words[-1]) if words else origin.start, origin.end)
