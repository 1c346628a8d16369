"""A precondition put between the ends of a link: what must be in place for the one to lead to the other."""

from collections.abc import Iterator

from lsprotocol.types import CodeAction

from toc.diagnostics import Diagnostic, TextEdit
from toc.lsp.actions.asked import EXTRACT, QUICK, Asked
from toc.lsp.desk import Desk
from toc.lsp.file_language import file_language
from toc.lsp.filling import place
from toc.lsp.insertion import inserted, spot_of
from toc.lsp.names import free_name, names_in
from toc.lsp.snippets import SNIPPETS
from toc.messages import Words, _, show, show_field
from toc.model.vocabulary import TARGETS
from toc.syntax.keywords import word
from toc.syntax.nodes import Link, Side

KIND = "precondition"
MENDED = ("missing-middle", "above-the-ceiling")
NAME = Words("condition", "condition")


def extract(asked: Asked) -> Iterator[CodeAction]:
    """Yield the action for the link at the place: `a -> b` becomes `a -> new` and `new => b`."""
    if _mended(asked) is None:
        yield from _extracted(asked, EXTRACT, None)


def between(asked: Asked) -> Iterator[CodeAction]:
    """Yield the same action where a rule asks for what is in between: there it mends."""
    mended = _mended(asked)
    if mended is not None:
        yield from _extracted(asked, QUICK, mended)


def _mended(asked: Asked) -> Diagnostic | None:
    return next((one for one in asked.diagnostics if one.rule.name in MENDED), None)


def _extracted(asked: Asked, kind: str, mended: Diagnostic | None) -> Iterator[CodeAction]:
    desk = asked.desk
    document = desk.document
    spot = spot_of(document, asked.start)
    link = spot.statement.node if spot else None
    if spot is None or not isinstance(link, Link) or [arrow.verb for arrow in link.arrows] != ["contributes"]:
        return
    sources, targets = link.sides
    faulty = any(spot.statement.offset <= fault.origin.start <= spot.statement.end for fault in document.findings)
    if faulty or not _possible(desk, sources, targets):
        return
    offset, text, language = spot.statement.offset, document.source.text, file_language(desk)
    name = free_name(desk.analysis, desk.file, show_field(NAME, language))
    label = place(show(SNIPPETS[KIND].label, language))
    written = text[offset + targets.start : offset + targets.end]
    lines = (f"{name} => {' '.join(written.split())}", f'{word(KIND, language)} {name} "{label}"')
    edits = [
        TextEdit(desk.file, offset + targets.start, offset + targets.end, name),
        inserted(document, spot.statement, lines),
    ]
    ends = {"source": sources.names[0].text, "target": targets.names[0].text}
    title = _("put a precondition between `{source}` and `{target}`", **ends)
    yield asked.action(title, kind, edits, mended)


def _possible(desk: Desk, sources: Side, targets: Side) -> bool:
    """Return whether the ends are known and a precondition may stand between them."""
    named = names_in(desk.analysis, desk.file)
    before, after = ([named.get(name.text) for name in side.names] for side in (sources, targets))
    reached = all(cause is not None and KIND in TARGETS.get(cause.kind, ()) for cause in before)
    return reached and all(effect is not None and effect.kind in TARGETS[KIND] for effect in after)
