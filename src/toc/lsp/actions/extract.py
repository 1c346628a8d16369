"""A precondition put between the ends of a link: what must be in place for the one to lead to the other."""

from collections.abc import Iterator

from lsprotocol.types import CodeAction

from toc.diagnostics import TextEdit
from toc.lsp.actions.asked import EXTRACT, Asked
from toc.lsp.desk import Desk
from toc.lsp.file_language import file_language
from toc.lsp.insertion import inserted, spot_of
from toc.lsp.names import names_in
from toc.lsp.snippets import SNIPPETS
from toc.messages import Words, _, show, show_field
from toc.model.vocabulary import TARGETS
from toc.syntax.keywords import word
from toc.syntax.nodes import Link, Side

KIND = "precondition"
NAME = Words("condition", "condition")


def extract(asked: Asked) -> Iterator[CodeAction]:
    """Yield the action for the link at the place: `a -> b` becomes `a -> new` and `new => b`."""
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
    name = _free_name(desk, language)
    label = show(SNIPPETS[KIND].label, language)
    written = text[offset + targets.start : offset + targets.end]
    lines = (f"{name} => {' '.join(written.split())}", f'{word(KIND, language)} {name} "{label}"')
    edits = [
        TextEdit(desk.file, offset + targets.start, offset + targets.end, name),
        inserted(document, spot.statement, lines),
    ]
    ends = {"source": sources.names[0].text, "target": targets.names[0].text}
    yield asked.action(
        _("put a precondition between `{source}` and `{target}`", **ends), EXTRACT, edits, placeholder=label
    )


def _possible(desk: Desk, sources: Side, targets: Side) -> bool:
    """Return whether the ends are known and a precondition may stand between them."""
    named = names_in(desk.analysis, desk.file)
    before, after = ([named.get(name.text) for name in side.names] for side in (sources, targets))
    reached = all(cause is not None and KIND in TARGETS.get(cause.kind, ()) for cause in before)
    return reached and all(effect is not None and effect.kind in TARGETS[KIND] for effect in after)


def _free_name(desk: Desk, language: str) -> str:
    taken = names_in(desk.analysis, desk.file)
    text = desk.source.text
    base = show_field(NAME, language)
    number = 1
    name = base
    while name in taken or name in text:
        number += 1
        name = f"{base}{number}"
    return name
