"""Where elements are named: in their declarations, in properties, at the ends of links, in views.

Names are looked up as they are written, so that they count as well where what is named is of the wrong kind, and in
statements that cannot be read.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from unicodedata import is_normalized

from attrs import evolve, frozen

from toc.analysis import Analysis
from toc.diagnostics import Origin
from toc.lsp.names import names_in
from toc.model.elements import Element, Key
from toc.model.vocabulary import LANES, NAMES, SELECTIONS
from toc.syntax.keywords import nfc
from toc.syntax.nodes import Broken, Declaration, Document, Item, Link, Name, Property, Selection, Statement
from toc.syntax.places import all_places
from toc.syntax.tokens import tokens

LANE_KINDS = frozenset(kind for kinds in LANES.values() for kind in kinds)


@frozen
class Mention:
    """One use of the name of `key`; `origin` is the name alone, `whole` comes with the alias before it.

    `declares` is true for the name in the declaration itself; `read` is false in a statement that cannot be read.
    """

    key: Key
    origin: Origin
    whole: Origin
    declares: bool = False
    read: bool = True


def mentions(analysis: Analysis) -> Iterator[Mention]:
    """Yield every place of the analysed files where an element is named, file by file in the order written."""
    for path, document in analysis.documents.items():
        yield from _in_document(analysis, document, names_in(analysis, path))


def mentions_of(analysis: Analysis, key: Key) -> Iterator[Mention]:
    """Yield every place where one element is named; only statements in which its name occurs are looked at."""
    for path, document in analysis.documents.items():
        text = document.source.text
        plain = is_normalized("NFC", text)
        if plain and key.id not in text:
            continue
        narrowed = _naming(document, key.id) if plain else document
        for found in _in_document(analysis, narrowed, names_in(analysis, path)):
            if found.key == key:
                yield found


def everywhere(analyses: Iterable[Analysis], key: Key) -> tuple[Mention, ...]:
    """Return every place where one element is named in any of the analyses, each once, sorted."""
    found = {one.whole: one for analysis in analyses for one in mentions_of(analysis, key)}
    return tuple(found[whole] for whole in sorted(found, key=lambda whole: (whole.file, whole.start)))


def mention_at(analysis: Analysis, file: str, offset: int) -> Mention | None:
    """Return the mention at `offset` of `file`, the one that begins there before one that ends there."""
    document = _narrowed(analysis.documents[file], lambda start, end: start <= offset <= end)
    found = _in_document(analysis, document, names_in(analysis, file))
    near = (one for one in found if one.whole.start <= offset <= one.whole.end)
    return max(near, key=lambda one: one.whole.start, default=None)


def _naming(document: Document, name: str) -> Document:
    text = document.source.text
    return _narrowed(document, lambda start, end: text.find(name, start, end) >= 0)


def declared_at(analysis: Analysis, element: Element) -> Origin:
    """Return where the id of an element stands in its declaration, the beginning of that where it has none."""
    file, begin = element.origin.file, element.origin.start
    document = _narrowed(analysis.documents[file], lambda start, end: start <= begin < end)
    for place in all_places(document):
        node = place.node
        if place.start == begin and isinstance(node, Declaration) and node.name is not None:
            return Origin(file, place.offset + node.name.start, place.offset + node.name.end)
    return Origin(file, begin, begin)


def names_written(document: Document, name: str) -> Iterator[tuple[int, Name]]:
    """Yield the names that the items of a document declare or use, with the offset from which each counts.

    Only statements in which the text `name` occurs are looked at.
    """
    for place in all_places(_naming(document, name)):
        if isinstance(place.node, Declaration) and place.node.name is not None:
            yield place.offset, place.node.name
        yield from ((place.offset, found) for found in _names(place.node))


def _narrowed(document: Document, keep: Callable[[int, int], bool]) -> Document:
    """Return `document` with those statements alone of which (and of whose text) `keep` says so."""
    return evolve(document, statements=tuple(_kept(document.statements, keep)), findings=())


def _kept(statements: Iterable[Statement], keep: Callable[[int, int], bool]) -> Iterator[Statement]:
    for statement in statements:
        if keep(statement.offset, statement.end if statement.closing is None else statement.closing + 1):
            children = statement.children
            yield statement if children is None else evolve(statement, children=tuple(_kept(children, keep)))


def _in_document(analysis: Analysis, document: Document, named: Mapping[str, Element]) -> Iterator[Mention]:
    path, text = document.source.path, document.source.text
    for place in all_places(document):
        node, offset = place.node, place.offset
        if isinstance(node, Declaration) and node.name is not None:
            key = Key(path, node.name.text)
            if key in analysis.theory.elements:
                origin = Origin(path, offset + node.name.start, offset + node.name.end)
                yield Mention(key, origin, origin, declares=True)
        elif isinstance(node, Broken):
            yield from _unread(offset + node.start, offset + node.end, document, named)
        for name in _names(node):
            element = named.get(name.text)
            if element is not None and _fits(node, element):
                yield _mention(element.key, Origin(path, offset + name.start, offset + name.end), text)


def _mention(key: Key, whole: Origin, text: str, read: bool = True) -> Mention:
    behind = text.rfind(".", whole.start, whole.end) + 1 or whole.start
    return Mention(key, Origin(whole.file, behind, whole.end), whole, read=read)


def _names(node: Item) -> Iterator[Name]:
    """Yield the names that an item itself uses, not those of the items in its block."""
    if isinstance(node, Link):
        for side in node.sides:
            yield from side.names
    elif isinstance(node, Property):
        for part in (node, *node.clauses):
            names = part.keyword in NAMES or part.keyword == "order"
            for value in part.values:
                if isinstance(value, Name) and names:
                    yield value
                elif isinstance(value, Selection) and value.how != "tagged" and part.keyword in SELECTIONS:
                    yield value.name


def _fits(node: Item, element: Element) -> bool:
    # `order` also takes words such as levels, which may be names of something else.
    return not (isinstance(node, Property) and node.keyword == "order") or element.kind in LANE_KINDS


def _unread(start: int, end: int, document: Document, named: Mapping[str, Element]) -> Iterator[Mention]:
    source = document.source
    for token in tokens(source.text[start:end])[0]:
        element = named.get(nfc(token.text)) if token.type == "NAME" else None
        if element is not None:
            whole = Origin(source.path, start + token.start, start + token.end)
            yield _mention(element.key, whole, source.text, read=False)
