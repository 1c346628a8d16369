"""Where a name is declared, and which file a path means."""

from lsprotocol import types

from toc.diagnostics import Origin
from toc.lsp.desk import Desk
from toc.lsp.feature import LATEST, feature
from toc.lsp.mentions import Mention, everywhere, mention_at
from toc.lsp.uses import use_at, use_behind


@feature(types.TEXT_DOCUMENT_DEFINITION, knowing=LATEST)
def definition(desk: Desk, params: types.DefinitionParams) -> list[types.Location] | None:
    """Return where the name at a place is declared, as often as it is; or what an alias or a path means."""
    offset = desk.offset(params.position)
    use = use_at(desk, offset)
    if use is not None:
        return [desk.location(Origin(use.target, 0, 0))] if use.target is not None else None
    found = mention_at(desk.analysis, desk.file, offset)
    if found is None:
        return None
    if offset < found.origin.start:
        behind = use_behind(desk, found)
        return [desk.location(behind.alias)] if behind is not None and behind.alias is not None else None
    return [desk.location(one.origin) for one in _declarations(desk, found)]


def _declarations(desk: Desk, found: Mention) -> list[Mention]:
    return [one for one in everywhere((desk.analysis,), found.key) if one.declares]
