"""The declaration of something that is named and that nothing is called yet."""

from collections.abc import Iterator

from attrs import evolve
from lsprotocol.types import CodeAction

from toc.diagnostics import TextEdit
from toc.lsp.actions.asked import QUICK, Asked
from toc.lsp.desk import Desk
from toc.lsp.file_language import file_language
from toc.lsp.filling import place, plain
from toc.lsp.insertion import behind_last, inserted, spot_of
from toc.lsp.meant import UNKNOWN, Meant, label_of, meant_at
from toc.lsp.names import scope_of
from toc.messages import _
from toc.model.vocabulary import KINDS, TOP
from toc.syntax.keywords import keyword
from toc.syntax.parser import parse_statement

# So many kinds are offered, of those that fit the likeliest first.
MOST = 3


def create(asked: Asked) -> Iterator[CodeAction]:
    """Yield actions that declare each unknown name, as the kinds that fit where it is used."""
    for diagnostic in asked.diagnostics:
        origin = diagnostic.origin
        if diagnostic.rule.name != UNKNOWN:
            continue
        name = asked.desk.document.source.text[origin.start : origin.end]
        for meant in meant_at(asked.desk, origin.start, origin.end)[:MOST]:
            edit = _declared(asked.desk, meant, name, origin.start)
            if edit is not None:
                title = _("declare `{name}`: {kind}", name=name, kind=keyword(meant.kind))
                yield asked.action(title, QUICK, [edit], diagnostic)


def _declared(desk: Desk, meant: Meant, name: str, offset: int) -> TextEdit | None:
    alias, _dot, behind = name.rpartition(".")
    spot = None
    if alias:
        # Behind an alias, it is another file that declares it.
        path = scope_of(desk.analysis, desk.file)[1].get(alias)
        if path is None:
            return None
        desk = evolve(desk, file=path, now=None)
    else:
        spot = spot_of(desk.document, offset)
    line = meant.head(behind, place(label_of(behind)), file_language(desk))
    if parse_statement(plain(line)).findings:
        return None
    document = desk.document
    siblings = spot.siblings if spot and _stands_in(meant.kind, spot.inside) else document.statements
    last = behind_last(siblings, meant.kind) or behind_last(document.statements, meant.kind)
    if last is None and spot is not None and siblings is spot.siblings:
        last = spot.statement
    return inserted(document, last, [line])


def _stands_in(kind: str, place: str) -> bool:
    return (place or TOP) in KINDS[kind].places
