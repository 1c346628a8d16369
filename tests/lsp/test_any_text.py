"""Whatever stands in a file and wherever the cursor is, what concerns names and meaning never fails."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from lsp.desks import applied, seat
from lsprotocol import types

from toc.lsp.feature import CHECKED, READ
from toc.lsp.features.completion import completion
from toc.lsp.features.definition import definition
from toc.lsp.features.document_symbols import document_symbols
from toc.lsp.features.hierarchy import causes, effects, prepare
from toc.lsp.features.highlight import highlight
from toc.lsp.features.hover import hover
from toc.lsp.features.references import references
from toc.lsp.features.rename import prepare_rename, rename
from toc.lsp.features.workspace_symbols import workspace_symbols

LINES = (
    'vision v "V" { for a; requires c }',
    'outcome c "C" "É"@fr { of a, q.x; in 2030; assuming h; accept no-indicator because "x" }',
    'chemin p "P" {',
    "}",
    'strategy s "S" { by a; output "O"; output o "O" { requires c } }',
    "s & o -> c strong feedback { because",
    "s, c -> v -> c",
    'factor adverse f "F"',
    'use "other.toc" as q',
    'use "other.toc"',
    'view w "W" { show links of c, within 2 of s, by a; order p; step { show v } }',
    'actor a "A" { part of a',
    'actor a "again"',
    'hypothèse h "🎉 H"',
    "observed 3 % for i in 2030",
    'indicator i "I" { baseline 3 in 2020; target 9 in 2030; collected by a every year }',
    '"""',
    "# comment",
    "x x x 3 3 {{ ;",
)
PLACES = st.tuples(st.integers(0, 14), st.integers(0, 90))


def _asked(lines: list[str], knowing: str) -> Any:
    return seat({"m.toc": "\n".join(lines), "other.toc": 'actor x "X"\noutcome c "Other"'}, knowing=knowing)


@given(st.lists(st.sampled_from(LINES), max_size=12), PLACES, st.sampled_from((READ, CHECKED)))
def test_what_is_said_and_found(lines: list[str], place: tuple[int, int], knowing: str) -> None:
    """Pointing, asking, listing and completing find something or nothing."""
    sitting = _asked(lines, knowing)
    desk, document, position = sitting.desk, sitting.document, types.Position(*place)
    hover.answer(desk, types.HoverParams(document, position))
    completion.answer(desk, types.CompletionParams(document, position))
    document_symbols.answer(desk, types.DocumentSymbolParams(document))
    workspace_symbols.answer(desk, types.WorkspaceSymbolParams("a"))
    for item in prepare.answer(desk, types.CallHierarchyPrepareParams(document, position)) or ():
        causes.answer(desk, types.CallHierarchyIncomingCallsParams(item))
        effects.answer(desk, types.CallHierarchyOutgoingCallsParams(item))
    found = definition.answer(desk, types.DefinitionParams(document, position))
    asked = types.ReferenceContext(include_declaration=True)
    named = references.answer(desk, types.ReferenceParams(asked, document, position)) or []
    shown = highlight.answer(desk, types.DocumentHighlightParams(document, position)) or []
    here = [one.range for one in named if one.uri == document.uri]
    assert [one.range for one in shown] == here
    assert not named or found


@given(st.lists(st.sampled_from(LINES), max_size=12), PLACES)
def test_renaming(lines: list[str], place: tuple[int, int]) -> None:
    """What can be renamed gets its new name there; else nothing is edited."""
    sitting = _asked(lines, READ)
    position = types.Position(*place)
    able = prepare_rename.answer(sitting.desk, types.PrepareRenameParams(sitting.document, position))
    params = types.RenameParams(sitting.document, position, "something")
    edit = rename.answer(sitting.desk, params)
    texts = applied(sitting.desk, edit) if edit is not None else {}
    assert any("something" in text for text in texts.values()) == (able is not None)
