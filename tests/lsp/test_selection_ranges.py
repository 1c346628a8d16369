"""What a selection grows to."""

from itertools import pairwise

import pytest
from lsp.desks import MARK, seat
from lsp.texts import all_texts
from lsprotocol import types

from toc.lsp.features.selection_ranges import selection_ranges
from toc.lsp.positions import UTF32, offset_of


def _grows(text: str) -> list[str]:
    sitting = seat(text, encoding=UTF32)
    params = types.SelectionRangeParams(sitting.document, [sitting.position])
    (found,) = selection_ranges.answer(sitting.desk, params)
    grown = []
    at: types.SelectionRange | None = found
    while at is not None:
        source = sitting.desk.source
        start, end = (offset_of(source, place, UTF32) for place in (at.range.start, at.range.end))
        grown.append(source.text[start:end])
        at = at.parent
    return grown


GROWS = {
    f'a -> b\nvision v "V" {{ for x, y{MARK}z }}\n': [
        "yz",
        "for x, yz",
        " for x, yz ",
        "{ for x, yz }",
        'vision v "V" { for x, yz }',
        'a -> b\nvision v "V" { for x, yz }\n',
    ],
    f'a -> b{MARK} strong {{ because "x" }}': ["b", 'a -> b strong { because "x" }'],
    f'vision v "La{MARK}bel"': ['"Label"', 'vision v "Label"'],
    f"vision {MARK}": ["vision "],
    MARK: [""],
}


@pytest.mark.parametrize("text", GROWS)
def test_what_a_selection_grows_to(text: str) -> None:
    """From the word under the cursor over what it belongs to, up to the file."""
    assert _grows(text) == GROWS[text]


def test_selections_of_all_fixtures() -> None:
    """Over all fixtures, sound or broken, each step holds the one before and is larger."""
    for text in all_texts():
        for at in range(0, len(text), max(1, len(text) // 5)):
            grown = _grows(f"{text[:at]}{MARK}{text[at:]}".replace("\r", ""))
            assert all(inner in outer and len(inner) < len(outer) for inner, outer in pairwise(grown))
