"""The places of the file that name what is under the cursor."""

from lsprotocol import types

from toc.lsp.desk import Desk
from toc.lsp.feature import LATEST, feature
from toc.lsp.mentions import everywhere, mention_at


@feature(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT, knowing=LATEST)
def highlight(desk: Desk, params: types.DocumentHighlightParams) -> list[types.DocumentHighlight] | None:
    """Return the places of the file where the element at a place is named; its declaration as one that is written."""
    found = mention_at(desk.analysis, desk.file, desk.offset(params.position))
    if found is None:
        return None
    kinds = {True: types.DocumentHighlightKind.Write, False: types.DocumentHighlightKind.Read}
    return [
        types.DocumentHighlight(desk.range(one.origin.start, one.origin.end), kinds[one.declares])
        for one in everywhere((desk.analysis,), found.key)
        if one.origin.file == desk.file
    ]
