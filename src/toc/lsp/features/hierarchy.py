"""Causes and effects, step by step from any element: what leads to it, and what it leads to.

It is the hierarchy of calls, not that of types, that editors are asked for: its two directions are those of a cause
("who calls this", "what does this call"), it leads to the place of each link, it may go in circles as loops of a
theory do, and every client has it, old Neovim included. A type has parents and no such place.
"""

from collections.abc import Iterable

from lsprotocol import types

from toc.lsp.desk import Desk
from toc.lsp.element_page import how
from toc.lsp.feature import READ, feature
from toc.lsp.mentions import declared_at, mention_at
from toc.lsp.symbol_kinds import SYMBOL_KINDS
from toc.messages import Message, show_field
from toc.model.elements import Element, Key
from toc.model.links import Link
from toc.syntax.keywords import keyword


@feature(types.TEXT_DOCUMENT_PREPARE_CALL_HIERARCHY, knowing=READ)
def prepare(desk: Desk, params: types.CallHierarchyPrepareParams) -> list[types.CallHierarchyItem] | None:
    """Return the element at a place: the one named there, else the one in whose declaration it is."""
    offset = desk.offset(params.position)
    found = mention_at(desk.analysis, desk.file, offset)
    element = desk.theory.elements.get(found.key) if found else _around(desk, offset)
    return [_item(desk, element)] if element is not None else None


@feature(types.CALL_HIERARCHY_INCOMING_CALLS, knowing=READ)
def causes(desk: Desk, params: types.CallHierarchyIncomingCallsParams) -> list[types.CallHierarchyIncomingCall]:
    """Return what leads to an element, each cause once, with the places where its links are written."""
    element = _meant(desk, params.item)
    links = desk.theory.incoming.get(element.key, ()) if element else ()
    return [
        types.CallHierarchyIncomingCall(_item(desk, cause, across), _places(desk, across, cause))
        for key, across in _grouped((key, link) for link in links for key in link.sources)
        if (cause := desk.theory.elements.get(key)) is not None
    ]


@feature(types.CALL_HIERARCHY_OUTGOING_CALLS, knowing=READ)
def effects(desk: Desk, params: types.CallHierarchyOutgoingCallsParams) -> list[types.CallHierarchyOutgoingCall]:
    """Return what an element leads to, each effect once, with the places where its links are written."""
    element = _meant(desk, params.item)
    if element is None:
        return []
    links = desk.theory.outgoing.get(element.key, ())
    return [
        types.CallHierarchyOutgoingCall(_item(desk, effect, across), _places(desk, across, element))
        for key, across in _grouped((link.target, link) for link in links)
        if (effect := desk.theory.elements.get(key)) is not None
    ]


def _grouped(pairs: Iterable[tuple[Key, Link]]) -> list[tuple[Key, list[Link]]]:
    found: dict[Key, list[Link]] = {}
    for key, link in pairs:
        found.setdefault(key, []).append(link)
    return list(found.items())


def _around(desk: Desk, offset: int) -> Element | None:
    """Return the innermost element in whose declaration a place is."""
    around = (
        element
        for element in desk.theory.elements.values()
        if element.key.file == desk.file and element.origin.start <= offset <= element.origin.end
    )
    return min(around, key=lambda element: element.origin.end - element.origin.start, default=None)


def _item(desk: Desk, element: Element, links: Iterable[Link] = ()) -> types.CallHierarchyItem:
    label = " ".join(str(element.label).split())
    told: list[Message | str] = [how(link) for link in links]
    detail = "; ".join(show_field(one, desk.language) for one in told) or show_field(
        keyword(element.kind), desk.language
    )
    origin = element.origin
    whole = desk.range_in(origin.file, origin.start, origin.end)
    return types.CallHierarchyItem(
        name=f"{element.id} — {label}" if element.named and label else label or element.id,
        kind=SYMBOL_KINDS[element.kind],
        uri=desk.uri_of(origin.file),
        range=whole,
        selection_range=_name_range(desk, element),
        detail=detail,
        data=list(element.key),
    )


def _name_range(desk: Desk, element: Element) -> types.Range:
    place = declared_at(desk.analysis, element)
    return desk.range_in(place.file, place.start, place.end)


def _meant(desk: Desk, item: types.CallHierarchyItem) -> Element | None:
    """Return the element of an item; None where it is there no longer."""
    data = item.data
    if isinstance(data, list | tuple) and len(data) == 2:
        return desk.theory.elements.get(Key(str(data[0]), str(data[1])))
    return None


def _places(desk: Desk, links: Iterable[Link], cause: Element) -> list[types.Range]:
    """Return where the links of a cause are written, as far as that is in its file; else its own place."""
    here = [link.origin for link in links if link.origin.file == cause.key.file]
    if here:
        return [desk.range_in(place.file, place.start, place.end) for place in here]
    return [_name_range(desk, cause)]
