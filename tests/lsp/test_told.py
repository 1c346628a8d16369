"""Diagnostics as editors show them."""

from lsp.desks import seat
from lsprotocol.types import Position, Range

from toc.lsp.told import told

TEXT = 'outcome a "A" {\n  note "é"\n}\n'


def test_only_the_first_line_of_a_declaration_is_underlined() -> None:
    """What is said about a whole declaration stands under its first line, and always under something."""
    desk = seat({"m.toc": TEXT}).desk
    about = [found for found in desk.analysis.diagnostics if found.rule.name == "isolated-element"]

    assert [found.range for found in told(about, desk, lambda _rule: None)] == [Range(Position(0, 0), Position(0, 15))]
