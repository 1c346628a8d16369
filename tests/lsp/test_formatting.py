"""Layout of files, of selections and of lines as they are typed."""

import pytest
import strategies
from hypothesis import given
from hypothesis import strategies as st
from lsp.desks import MARK, Seat, edited, seat
from lsp.texts import all_texts, syntax_errors
from lsprotocol import types

from toc.lsp.features.formatting import formatting
from toc.lsp.features.on_type_formatting import on_type_formatting
from toc.lsp.features.range_formatting import range_formatting
from toc.lsp.layout import layout_edits, range_edits
from toc.source import Source
from toc.syntax.edits import apply_edits
from toc.syntax.formatter import format_document
from toc.syntax.nodes import Document
from toc.syntax.parser import parse

OPTIONS = types.FormattingOptions(tab_size=8, insert_spaces=False)
UNTIDY = """\
vision  v  "V"   {for a}


Actor   a "A"    # a comment
"""


def _read(text: str) -> Document:
    return parse(Source("model.toc", text))


def _formatted(text: str) -> str:
    sitting = seat(text)
    found = formatting.answer(sitting.desk, types.DocumentFormattingParams(sitting.document, OPTIONS))
    return edited(sitting.desk.source, found)


def _in_range(text: str) -> str:
    sitting = seat(text)
    params = types.DocumentRangeFormattingParams(sitting.document, sitting.range, OPTIONS)
    return edited(sitting.desk.source, range_formatting.answer(sitting.desk, params))


def _laid_out(document: Document, keywords: str | None) -> str:
    text = format_document(document, keywords).replace("\r\n", "\n")
    return text.replace("\n", "\r\n") if "\r\n" in document.source.text else text


@pytest.mark.parametrize("keywords", [None, "en", "fr"])
def test_the_edits_are_those_of_the_formatter(keywords: str | None) -> None:
    """Over all fixtures, also with other blanks and line endings, the edits give what `toc fmt` gives."""
    for text in all_texts():
        for other in (text, text.replace("\n", "\r\n"), text.replace("  ", "   ").replace("\n\n", "\n\n\n")):
            document = _read(other)
            edits = layout_edits(document, keywords)
            if document.sound:
                assert apply_edits(other, edits) == _laid_out(document, keywords)
            else:
                assert edits == ()


@given(strategies.documents())
def test_the_edits_of_any_document(text: str) -> None:
    """Whatever a document holds, the edits give its canonical layout."""
    document = _read(text)
    if document.sound:
        assert apply_edits(text, layout_edits(document)) == _laid_out(document, None)


def test_edits_leave_alone_what_stands_right() -> None:
    """Only what is to be another is touched, so that cursors stay where they are."""
    sitting = seat('vision v "V" { for  a }\nactor a "A"\n')
    found = formatting.answer(sitting.desk, types.DocumentFormattingParams(sitting.document, OPTIONS))
    blank = types.Range(types.Position(0, 18), types.Position(0, 20))
    assert [*found] == [types.TextEdit(blank, " ")]


def test_files_with_faults_are_left_alone() -> None:
    """A file that cannot be read is not laid out, and nothing is said about it."""
    assert _formatted('vision  v "V" {') == 'vision  v "V" {'


def test_line_endings_are_kept() -> None:
    """A file with CR LF keeps it."""
    assert _formatted('vision v  "V"\r\nactor a   "A"\r\n') == 'vision v "V"\r\nactor a "A"\r\n'


RANGES = {
    f"a  ->  b\n{MARK}c  ->  d{MARK}\ne  ->  f\n": "a  ->  b\nc -> d\ne  ->  f\n",
    f"a  ->  b\n\n\n\nc  ->{MARK}  d\n": "a  ->  b\n\n\n\nc -> d\n",
    f"{MARK}a  ->  b\n\n\n\nc  ->{MARK}  d\n": "a -> b\n\nc -> d\n",
    f'pathway  p "P" {{\na  ->  b\n      c  ->{MARK}  d\n}}\n': 'pathway  p "P" {\na  ->  b\n  c -> d\n}\n',
    f'pathway  p "P" {{\nvision  (\na  ->{MARK}  b\n}}\n': 'pathway  p "P" {\nvision  (\n  a -> b\n}\n',
    f"vision  v {{\na  ->{MARK}  b\n": "vision  v {\na -> b\n",
    f"vision  v {{\n  a  ->{MARK}  b\n": "vision  v {\n  a  ->  b\n",
    f'pathway  p "P" {{ {MARK} }}\nc  ->  d': 'pathway p "P"\nc  ->  d',
    f'pathway  p "P" {{{MARK}\n a  ->  b\n\n\n\n}}\nc  ->  d': 'pathway p "P" {\n a  ->  b\n\n\n\n}\nc  ->  d',
    f"{MARK}": "",
}  # fmt: skip


@pytest.mark.parametrize("text", RANGES)
def test_what_is_selected(text: str) -> None:
    """The statements touched by a selection are laid out, those that cannot be read and all others are not."""
    assert _in_range(text) == RANGES[text]


@given(strategies.documents() | strategies.broken_documents(), st.floats(0, 1), st.integers(0, 200))
def test_any_selection(text: str, at: float, length: int) -> None:
    """Laying out a selection makes no new syntax error, and changes nothing but layout."""
    start = int(at * len(text))
    document = _read(text)
    after = apply_edits(text, range_edits(document, start, start + length))
    assert syntax_errors(after) <= len(document.findings)
    if document.sound:
        assert format_document(_read(after)).replace("\r\n", "\n") == format_document(document).replace("\r\n", "\n")


def test_any_selection_of_the_fixtures() -> None:
    """The same holds over all fixtures, sound and broken."""
    for text in all_texts():
        document = _read(text)
        for start in range(0, len(text), max(1, len(text) // 5)):
            after = apply_edits(text, range_edits(document, start, start + 60))
            assert syntax_errors(after) <= len(document.findings)


TYPED = {
    f'vision v "V" {{\n{MARK}': ("\n", 'vision v "V" {\n  '),
    f'vision v "V" {{\n  for a\n{MARK}': ("\n", 'vision v "V" {\n  for a\n  '),
    f'vision v "V" {{\n  for a\n  }}{MARK}': ("}", 'vision v "V" {\n  for a\n}'),
    f'vision v "V" {{ for a }}{MARK}': ("}", 'vision v "V" { for a }'),
    f'vision v "V" {{\n{MARK}}}': ("\n", 'vision v "V" {\n}'),
    f'pathway p "P" {{\n  vision v "V" {{\n      for a\n   }}{MARK}\n': (
        "}",
        'pathway p "P" {\n  vision v "V" {\n      for a\n  }\n',
    ),
    f'vision v "V"\n    {MARK}': ("\n", 'vision v "V"\n'),
    f"a ->\n{MARK}": ("\n", "a ->\n  "),
    f"a, # and\r\n{MARK}": ("\n", "a, # and\r\n  "),
    f"# and,\n{MARK}a -> b": ("\n", "# and,\na -> b"),
    f'theory "T" {{\n  context """\n one\n    {MARK}': ("\n", 'theory "T" {\n  context """\n one\n    '),
    f'vision v "a {{\n{MARK}': ("\n", 'vision v "a {\n'),
    f"}}{MARK}": ("}", "}"),
    MARK: ("\n", ""),
}


def _as_typed(sitting: Seat, sign: str) -> str:
    params = types.DocumentOnTypeFormattingParams(sitting.document, sitting.position, sign, OPTIONS)
    return edited(sitting.desk.source, on_type_formatting.answer(sitting.desk, params))


@pytest.mark.parametrize("text", TYPED)
def test_indentation_while_typing(text: str) -> None:
    """A line begun stands below what it belongs to, a closing brace below the line that it closes."""
    sign, wanted = TYPED[text]
    assert _as_typed(seat(text), sign) == wanted


OUTSIDE = {
    (0, 900): 'vision v "V" { for a }\n\n\nActor   a "A"    # a comment\n',
    (3, 900): 'vision v "V" { for a }\n\nactor a "A"  # a comment\n',
    (900, 0): 'vision v "V" { for a }\n\nactor a "A"  # a comment\n',
}


@pytest.mark.parametrize("place", OUTSIDE)
def test_places_outside_the_text(place: tuple[int, int]) -> None:
    """A place behind a line means its end, one behind the file the file's end."""
    sitting = seat(UNTIDY)
    position = types.Position(*place)
    typing = types.DocumentOnTypeFormattingParams(sitting.document, position, "}", OPTIONS)
    assert on_type_formatting.answer(sitting.desk, typing) == []
    selected = types.DocumentRangeFormattingParams(
        sitting.document, types.Range(types.Position(0, 0), position), OPTIONS
    )
    assert edited(sitting.desk.source, range_formatting.answer(sitting.desk, selected)) == OUTSIDE[place]
