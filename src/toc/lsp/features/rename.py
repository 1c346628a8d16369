"""Another name for an element, in all files that name it; or another alias for a file."""

from collections.abc import Iterable, Iterator

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from toc.diagnostics import Origin, TextEdit
from toc.lsp.changes import workspace_edit
from toc.lsp.desk import Desk
from toc.lsp.feature import LATEST, feature
from toc.lsp.mentions import everywhere, mention_at, mentions
from toc.lsp.new_name import check_alias, check_name
from toc.lsp.uses import Used, use_behind, used_by
from toc.messages import Message
from toc.syntax.keywords import nfc


@feature(types.TEXT_DOCUMENT_PREPARE_RENAME, knowing=LATEST)
def prepare_rename(desk: Desk, params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
    """Return the name at a place that can be another one, None where there is none."""
    offset = desk.offset(params.position)
    place = _place(desk, offset)
    if place is None:
        return None
    text = desk.source.text[place.start : place.end]
    return types.PrepareRenamePlaceholder(desk.range(place.start, place.end), text)


@feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True), knowing=LATEST)
def rename(desk: Desk, params: types.RenameParams) -> types.WorkspaceEdit | None:
    """Return the edits that give what is at a place another name; aliases before it stay.

    What cannot be its name is refused, with the reason. Of two elements that have one name in a file, only the
    declaration at the place gets the new name: what is said elsewhere is left to the other.
    """
    offset, new = desk.offset(params.position), nfc(params.new_name.strip())
    alias = _alias_at(desk, offset)
    if alias is not None:
        return _renamed_alias(desk, alias, new)
    found = mention_at(desk.analysis, desk.file, offset)
    if found is None:
        return None
    if new == found.key.id:
        return types.WorkspaceEdit(changes={})
    known = everywhere((desk.analysis, *desk.analyses), found.key)
    declared = [one for one in known if one.declares]
    places = [found] if found.declares and len(declared) > 1 else list(known)
    _refuse(desk, check_name(desk, found.key, new, places))
    return _edit(desk, (one.origin for one in places), new)


def _place(desk: Desk, offset: int) -> Origin | None:
    alias = _alias_at(desk, offset)
    if alias is None:
        found = mention_at(desk.analysis, desk.file, offset)
        return found.origin if found is not None else None
    return next((place for place in _alias_places(desk, alias) if place.start <= offset <= place.end), None)


def _alias_at(desk: Desk, offset: int) -> Used | None:
    """Return the `use` whose alias is at a place: in the statement itself, or before a name."""
    for use in used_by(desk, desk.file):
        if use.alias is not None and use.alias.start <= offset <= use.alias.end:
            return use
    found = mention_at(desk.analysis, desk.file, offset)
    return use_behind(desk, found) if found is not None and offset < found.origin.start else None


def _alias_places(desk: Desk, use: Used) -> Iterator[Origin]:
    if use.alias is None:
        return
    yield use.alias
    source = desk.source.text
    for one in mentions(desk.analysis):
        if one.whole.file == desk.file and one.whole.start < one.origin.start:
            end = source.index(".", one.whole.start)
            if nfc(source[one.whole.start : end]) == use.name:
                yield Origin(desk.file, one.whole.start, end)


def _renamed_alias(desk: Desk, use: Used, new: str) -> types.WorkspaceEdit:
    if new == use.name:
        return types.WorkspaceEdit(changes={})
    _refuse(desk, check_alias([one.name for one in used_by(desk, desk.file) if one.name], new))
    return _edit(desk, _alias_places(desk, use), new)


def _refuse(desk: Desk, reason: Message | None) -> None:
    if reason is not None:
        raise JsonRpcException(desk.show(reason), types.LSPErrorCodes.RequestFailed.value)


def _edit(desk: Desk, places: Iterable[Origin], new: str) -> types.WorkspaceEdit:
    return workspace_edit(desk, (TextEdit(place.file, place.start, place.end, new) for place in places))
