"""The `use` statements of the file at hand: which file each means, and under which alias."""

from collections.abc import Iterator

from attrs import frozen

from toc.diagnostics import Origin
from toc.lsp.desk import Desk
from toc.lsp.mentions import Mention
from toc.model.elements import NOWHERE
from toc.model.modules import uses
from toc.workspace import joined


@frozen
class Used:
    """One `use`: where its path stands, the file meant (None: it is not known), its alias and where that stands."""

    path: Origin
    target: str | None
    name: str | None = None
    alias: Origin | None = None


def used_by(desk: Desk, file: str) -> Iterator[Used]:
    """Yield what `file` uses, in the order written."""
    for use in uses(desk.analysis.documents[file]):
        target = joined(file, use.path)
        known = target if target in desk.analysis.documents else None
        alias = use.alias_origin if use.alias_origin is not NOWHERE else None
        yield Used(use.origin, known, use.alias, alias)


def use_at(desk: Desk, offset: int) -> Used | None:
    """Return the `use` in whose path the offset is."""
    return next((use for use in used_by(desk, desk.file) if use.path.start <= offset <= use.path.end), None)


def use_behind(desk: Desk, mention: Mention) -> Used | None:
    """Return the `use` whose alias goes before a name, None where none does."""
    source = desk.analysis.documents[mention.whole.file].source.text
    alias = source[mention.whole.start : mention.origin.start].rstrip(".")
    return next((use for use in used_by(desk, mention.whole.file) if alias and use.name == alias), None)
