"""Every place of the workspace where an element is named."""

from lsprotocol import types

from toc.lsp.desk import Desk
from toc.lsp.feature import LATEST, feature
from toc.lsp.mentions import everywhere, mention_at


@feature(types.TEXT_DOCUMENT_REFERENCES, knowing=LATEST)
def references(desk: Desk, params: types.ReferenceParams) -> list[types.Location] | None:
    """Return where the element at a place is named, in any file of the workspace; its declarations where asked for."""
    found = mention_at(desk.analysis, desk.file, desk.offset(params.position))
    if found is None:
        return None
    mentions = everywhere((desk.analysis, *desk.analyses), found.key)
    wanted = (one for one in mentions if params.context.include_declaration or not one.declares)
    return [desk.location(one.origin) for one in wanted]
