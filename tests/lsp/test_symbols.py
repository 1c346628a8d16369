"""The outline of a file, and elements of the workspace by parts of their names."""

from collections.abc import Iterator, Sequence

import pytest
from lsp.desks import seat
from lsprotocol import types

from toc.lsp.features.document_symbols import document_symbols
from toc.lsp.features.workspace_symbols import workspace_symbols
from toc.lsp.symbol_kinds import SYMBOL_KINDS
from toc.model.vocabulary import KINDS

MODEL = """théorie "École"
vision diplôme "Chacun a un diplôme"
chemin famille "Les familles" {
  changement lecture "Ils lisent" {
    indicateur "Part des lecteurs"
    indicateur présence "Présence"
  }
  stratégie bus "Bus" { activité "Rouler"; extrant livres "Livres" }
  bus -> lecture
}
risque "Panne" { sur lecture }
acteur { }
acteur
"""


def _outline(symbols: Sequence[types.DocumentSymbol], depth: int = 0) -> Iterator[str]:
    for symbol in symbols:
        yield f"{'  ' * depth}{symbol.name}: {symbol.detail}"
        yield from _outline(symbol.children or (), depth + 1)


def _asked(text: str, **desk: object) -> list[types.DocumentSymbol]:
    sitting = seat(text, **desk)  # type: ignore[arg-type]
    found: list[types.DocumentSymbol] = document_symbols.answer(
        sitting.desk, types.DocumentSymbolParams(sitting.document)
    )
    return found


def test_outline() -> None:
    """Declarations are nested as written, by their ids and labels, also where something is missing."""
    assert list(_outline(_asked(MODEL))) == [
        "École: None",
        "diplôme: Chacun a un diplôme",
        "famille: Les familles",
        "  lecture: Ils lisent",
        "    Part des lecteurs: None",
        "    présence: Présence",
        "  bus: Bus",
        "    Rouler: None",
        "    livres: Livres",
        "Panne: None",
        "actor: None",
        "actor: None",
    ]


def _pairs(symbols: Sequence[types.DocumentSymbol]) -> Iterator[tuple[types.Range, types.Range]]:
    for symbol in symbols:
        yield symbol.range, symbol.selection_range
        for child in symbol.children or ():
            yield symbol.range, child.range
        yield from _pairs(symbol.children or ())


@pytest.mark.parametrize("text", [MODEL, "vision", 'vision v "V', 'pathway p "P" {\n outcome c "C" {', "a -> b", ""])
def test_what_is_named_lies_inside(text: str) -> None:
    """Each name lies in its declaration and each declaration in the one around it, as clients insist."""
    for outer, inner in _pairs(_asked(text)):
        assert (outer.start.line, outer.start.character) <= (inner.start.line, inner.start.character)
        assert (inner.end.line, inner.end.character) <= (outer.end.line, outer.end.character)


def test_clients_that_know_lists_alone() -> None:
    """A client that cannot nest symbols gets a list in which each says what holds it."""
    plain = types.DocumentSymbolClientCapabilities(hierarchical_document_symbol_support=False)
    client = types.ClientCapabilities(text_document=types.TextDocumentClientCapabilities(document_symbol=plain))
    found: list[object] = list(_asked(MODEL, client=client))
    told = [(one.name, one.container_name) for one in found if isinstance(one, types.SymbolInformation)]
    assert ("lecture", "famille") in told
    assert len(told) == len(found) == 12


def test_each_kind_has_a_symbol_of_its_own() -> None:
    """Every kind of declaration can be told from every other."""
    assert SYMBOL_KINDS.keys() == KINDS.keys()
    assert len(set(SYMBOL_KINDS.values())) == len(SYMBOL_KINDS)


FILES = {
    "a.toc": 'theory "A"\nuse "c.toc"\nvision été "Un été à l\'école" { for x }',
    "b.toc": 'theory "B"\nuse "c.toc"\nvision hiver "L\'hiver" { for x }',
    "c.toc": 'actor x "Les écoliers"\npathway p "P" { outcome lecture "Lire" }',
}

QUERIES = {
    "": ["A", "été — Un été à l'école", "p — P", "lecture — Lire", "x — Les écoliers", "B", "hiver — L'hiver"],
    "ete": ["été — Un été à l'école"],
    "ÉCOL": ["été — Un été à l'école", "x — Les écoliers"],
    "ecole un": ["été — Un été à l'école"],
    "nothing": [],
}


@pytest.mark.parametrize("query", QUERIES)
def test_in_the_workspace(query: str) -> None:
    """Elements are found by parts of ids and labels, accents and case apart, each once however many files reach it."""
    names = []
    for file in ("a.toc", "b.toc"):
        desk = seat({file: FILES[file], **FILES}).desk
        assert desk.file == file
        found = workspace_symbols.answer(desk, types.WorkspaceSymbolParams(query)) or []
        names += [one.name for one in found]
    assert sorted(names) == sorted(QUERIES[query])
