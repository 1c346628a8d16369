"""What can be folded away."""

import pytest
from lsp.desks import seat
from lsp.texts import all_texts
from lsprotocol import types

from toc.lsp.feature import LATEST
from toc.lsp.features.folding import folding


def _folds(text: str) -> list[tuple[int, int, str | None]]:
    sitting = seat(text, knowing=LATEST)
    found = folding.answer(sitting.desk, types.FoldingRangeParams(sitting.document))
    return [(each.start_line, each.end_line, each.kind) for each in found]


FOLDS: dict[str, list[tuple[int, int, str | None]]] = {
    'vision v "V" {\n  for a\n}\n': [(0, 1, None)],
    'vision v "V" {\n}\n': [],
    'vision v "V" { for a }\n': [],
    'chemin p "P" {\n  vision v "V" {\n    pour a\n  }\n  a -> v {\n    note "x"\n  }\n}\n': [
        (0, 6, None),
        (1, 2, None),
        (4, 5, None),
    ],
    'theory "T" {\n  context """\n    one\n    """\n}\n': [(0, 3, None), (1, 2, None)],
    'vision v """\n  one\n  two\n  """\n': [(0, 2, None)],
    "# a\n# b\na -> b  # c\n# d\n": [(0, 1, "comment")],
    'use "a.toc"\nuse "b.toc"\n\nuse "c.toc"\n': [(0, 1, "imports")],
    'vision v "V" {\n  for for for\n  of a\n}\n': [(0, 2, None)],
    'vision v "V" {\n  for a\n\noutcome o "O" {\n  of a\n}\n': [(0, 1, None), (3, 4, None)],
    "": [],
}


@pytest.mark.parametrize("text", FOLDS)
def test_what_can_be_folded(text: str) -> None:
    """Blocks, long texts, comments and files used fold, in broken files too, up to what closes them."""
    assert _folds(text) == FOLDS[text]


def test_folds_lie_within_each_other_and_in_the_text() -> None:
    """Over all fixtures, no fold crosses another or goes beyond the text."""
    for text in all_texts():
        folds = _folds(text)
        last = text.count("\n") + text.count("\r")
        assert all(0 <= start < end <= last for start, end, _kind in folds)
        open_folds: list[int] = []
        for start, end, _kind in folds:
            while open_folds and open_folds[-1] < start:
                open_folds.pop()
            assert not open_folds or end <= open_folds[-1]
            open_folds.append(end)
