"""The canonical layout of a file, as edits that change nothing else."""

from lsprotocol import types

from toc.lsp.changes import text_edits
from toc.lsp.desk import Desk
from toc.lsp.feature import LATEST, feature
from toc.lsp.layout import layout_edits


@feature(types.TEXT_DOCUMENT_FORMATTING, knowing=LATEST)
def formatting(desk: Desk, _params: types.DocumentFormattingParams) -> list[types.TextEdit]:
    """Return the edits that lay the file out; none where it has syntax errors, of which its diagnostics tell."""
    return text_edits(desk, layout_edits(desk.document))
