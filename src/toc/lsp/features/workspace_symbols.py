"""Elements of the whole workspace, found by parts of their ids and labels."""

from collections.abc import Iterator

from lsprotocol import types

from toc.lsp.desk import Desk
from toc.lsp.feature import feature
from toc.lsp.symbol_kinds import SYMBOL_KINDS
from toc.model.elements import Element
from toc.syntax.keywords import fold

MOST = 500


@feature(types.WORKSPACE_SYMBOL, of_workspace=True)
def workspace_symbols(desk: Desk, params: types.WorkspaceSymbolParams) -> list[types.WorkspaceSymbol]:
    """Return the elements in whose id or label every word asked for occurs; accents and case do not count.

    An element that several theories reach is told of by the first of them.
    """
    words = fold(params.query).split()
    found = [element for element in _own(desk) if _fits(element, words)]
    # What begins so goes first: clients cut long lists.
    start = words[0] if words else ""
    found.sort(key=lambda element: not (element.named and fold(element.id).startswith(start)))
    return [_symbol(desk, element) for element in found[:MOST]]


def _own(desk: Desk) -> Iterator[Element]:
    before = []
    for analysis in desk.analyses:
        if analysis is desk.analysis:
            break
        before.append(analysis.documents)
    for element in desk.theory.elements.values():
        if element.kind in SYMBOL_KINDS and not any(element.key.file in documents for documents in before):
            yield element


def _fits(element: Element, words: list[str]) -> bool:
    told = (element.id if element.named else "", *(text.value for text in element.label.texts))
    return not words or all(word in _folded(" ".join(told)) for word in words)


def _folded(text: str) -> str:
    # Uncached: labels change as they are written.
    return str(fold.__wrapped__(text))


def _symbol(desk: Desk, element: Element) -> types.WorkspaceSymbol:
    label = str(element.label)
    name = f"{element.id} — {label}" if element.named and label else label or element.id
    parent = desk.theory.elements.get(element.parent) if element.parent else None
    holder = parent.id if parent is not None and parent.named else None
    return types.WorkspaceSymbol(
        desk.location(element.origin), " ".join(name.split()), SYMBOL_KINDS[element.kind], container_name=holder
    )
