"""What a name means, shown where the pointer rests."""

from lsprotocol import types

from toc.lsp.desk import Desk
from toc.lsp.feature import feature


@feature(types.TEXT_DOCUMENT_HOVER)
def hover(desk: Desk, params: types.HoverParams) -> types.Hover | None:
    """Return what the element named at a place is."""
    return None
