"""The outline of a file: its declarations, nested as they are written.

Links are not in it: they would bury what they join, and a link is found from either of its ends.
"""

from collections.abc import Iterable, Iterator

from lsprotocol import types

from toc.lsp.desk import Desk
from toc.lsp.feature import LATEST, feature
from toc.lsp.symbol_kinds import SYMBOL_KINDS
from toc.syntax.keywords import word
from toc.syntax.nodes import Declaration
from toc.syntax.places import Place, places


@feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, knowing=LATEST)
def document_symbols(
    desk: Desk, _params: types.DocumentSymbolParams
) -> list[types.DocumentSymbol] | list[types.SymbolInformation]:
    """Return the declarations of the file, in a list without nesting for clients that know no other."""
    found = list(_symbols(desk, places(desk.document)))
    document = desk.client.text_document
    asked = document.document_symbol if document else None
    if asked is not None and not asked.hierarchical_document_symbol_support:
        return list(_flat(desk, found, None))
    return found


def _symbols(desk: Desk, items: Iterable[Place]) -> Iterator[types.DocumentSymbol]:
    for place in items:
        node = place.node
        if isinstance(node, Declaration) and node.kind in SYMBOL_KINDS:
            label = " ".join(node.label[0].value.split()) if node.label else ""
            named = node.name or (node.label[0] if node.label else None)
            start = place.offset + (named.start if named else node.start)
            end = place.offset + (named.end if named else node.start + len(node.word))
            yield types.DocumentSymbol(
                name=(node.name.text if node.name else label) or word(node.kind, desk.language),
                detail=label if node.name else None,
                kind=SYMBOL_KINDS[node.kind],
                range=desk.range(place.start, max(place.end, end)),
                selection_range=desk.range(start, end),
                children=list(_symbols(desk, place.items)) or None,
            )


def _flat(desk: Desk, symbols: Iterable[types.DocumentSymbol], holder: str | None) -> Iterator[types.SymbolInformation]:
    for symbol in symbols:
        where = types.Location(desk.uri_of(desk.file), symbol.range)
        yield types.SymbolInformation(where, symbol.name, symbol.kind, container_name=holder)
        yield from _flat(desk, symbol.children or (), symbol.name)
