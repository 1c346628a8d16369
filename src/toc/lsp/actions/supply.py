"""What is not there, put there with places to fill in: an indicator, who does it, a strategy, a reason."""

from collections.abc import Iterator

from attrs import evolve
from lsprotocol.types import CodeAction

from toc.diagnostics import Diagnostic, Edit, Origin, TextEdit
from toc.lsp.actions.asked import QUICK, Asked
from toc.lsp.actions.lack import HEAD, Lack, Parts, is_about_this, lack_at, parts_of, rows_of
from toc.lsp.actions.supplies import SUPPLIES
from toc.lsp.changes import fills_in
from toc.lsp.filling import variants
from toc.lsp.insertion import behind_last, inserted, spot_of
from toc.messages import _
from toc.syntax.edits import text_edits

# So many actions where the client cannot offer names at a place.
MOST_ACTIONS = 4


def supply(asked: Asked) -> Iterator[CodeAction]:
    """Yield actions that put there what rules say is not.

    Nothing is claimed that the writer did not say: where something has to be named, one of the names known is to be
    chosen, at the place where the client can offer them there, else by an action each; where none is known, something
    new is declared.
    """
    for diagnostic in asked.diagnostics:
        for one in SUPPLIES.get(diagnostic.rule.name, ()):
            lack = lack_at(asked.desk, diagnostic.origin, one)
            if lack is not None:
                yield from _actions(asked, diagnostic, lack)


def _actions(asked: Asked, diagnostic: Diagnostic, lack: Lack) -> Iterator[CodeAction]:
    asks_there = fills_in(asked.desk)
    parts = parts_of(lack, asks_there=asks_there)
    if parts is None:
        return
    title = evolve(lack.supply.title, fields={"name": lack.name})
    for choice, chosen in [("", parts)] if asks_there else _chosen(parts):
        told = _("{what}: `{name}`", what=title, name=choice) if choice else title
        yield asked.action(told, QUICK, _edits(lack, chosen), diagnostic)


def _chosen(parts: Parts) -> list[tuple[str, Parts]]:
    """Return the parts once for each choice of the first place that asks for one."""
    texts = (*parts.rows, *parts.behind)
    for number, text in enumerate(texts):
        found = [
            (choice, (*texts[:number], made, *texts[number + 1 :])) for choice, made in variants(text)[:MOST_ACTIONS]
        ]
        if found:
            count = len(parts.rows)
            return [(choice, evolve(parts, rows=made[:count], behind=made[count:])) for choice, made in found]
    return [(parts.only, parts)]


def _edits(lack: Lack, parts: Parts) -> list[TextEdit]:
    """Return the edits, with one for what comes to one place: not every client keeps the order of two."""
    edits: list[TextEdit] = []
    for edit in _separate_edits(lack, parts):
        if edits and edits[-1].start == edits[-1].end == edit.start == edit.end:
            edits[-1] = evolve(edits[-1], text=edits[-1].text + edit.text)
        else:
            edits.append(edit)
    return edits


def _separate_edits(lack: Lack, parts: Parts) -> Iterator[TextEdit]:
    document, place = lack.desk.document, lack.place
    origin = Origin(document.source.path, place.start, place.end)
    yield from text_edits(document, [Edit("add", origin, row) for row in parts.rows])
    if not parts.behind:
        return
    if lack.supply.kinds == HEAD and not lack.supply.behind:
        start = document.statements[0].offset
        yield TextEdit(document.source.path, start, start, "".join(f"{text}\n" for text in parts.behind))
        return
    spot = spot_of(document, place.start)
    last = behind_last(spot.siblings, parts.declares) if spot else None
    near = parts.rows or parts.declares == "vision" or is_about_this(rows_of(lack.desk, lack.supply.behind))
    yield inserted(document, last or (spot.statement if spot and near else None), parts.behind)
