"""The canonical layout of what is selected."""

from lsprotocol import types

from toc.lsp.changes import text_edits
from toc.lsp.desk import Desk
from toc.lsp.feature import LATEST, feature
from toc.lsp.layout import range_edits


@feature(types.TEXT_DOCUMENT_RANGE_FORMATTING, knowing=LATEST)
def range_formatting(desk: Desk, params: types.DocumentRangeFormattingParams) -> list[types.TextEdit]:
    """Return the edits that lay out the statements that are selected, but for those that cannot be read."""
    start, end = desk.offset(params.range.start), desk.offset(params.range.end)
    return text_edits(desk, range_edits(desk.document, start, end))
