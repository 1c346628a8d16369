"""What the words of a file are coloured by."""

import pytest
from lsp.desks import MARK, Seat, seat
from lsp.texts import all_texts
from lsprotocol import types

from toc.lsp.feature import LATEST
from toc.lsp.features.semantic_tokens import REMEMBERED, delta, full, part
from toc.lsp.positions import UTF8, UTF16, UTF32, offset_of
from toc.lsp.token_types import LEGEND, MODIFIERS, TYPES, UNKNOWN

Told = tuple[str, str, list[str]]


def _decoded(sitting: Seat, numbers: list[int]) -> list[tuple[int, int, str, list[str]]]:
    """Return the tokens by offsets, with their types and modifiers."""
    found = []
    line = column = 0
    for at in range(0, len(numbers), 5):
        lines, columns, length, kind, modifiers = numbers[at : at + 5]
        line, column = line + lines, columns if lines else column + columns
        source, encoding = sitting.desk.source, sitting.desk.encoding
        start = offset_of(source, types.Position(line, column), encoding)
        end = offset_of(source, types.Position(line, column + length), encoding)
        names = [name for number, name in enumerate(MODIFIERS) if modifiers & 1 << number]
        found.append((start, end, TYPES[kind], names))
    return found


def _all(sitting: Seat) -> types.SemanticTokens:
    found = full.answer(sitting.desk, types.SemanticTokensParams(sitting.document))
    assert isinstance(found, types.SemanticTokens)
    return found


def _told(sitting: Seat) -> list[Told]:
    text = sitting.desk.source.text
    return [(text[start:end], kind, names) for start, end, kind, names in _decoded(sitting, [*_all(sitting).data])]


TOLD: dict[str, list[Told]] = {
    'vision v "V" {\n  requires a\n}\noutcome a "A"\n': [
        ("vision", "keyword", []),
        ("v", "class", ["declaration"]),
        ('"V"', "string", []),
        ("requires", "property", []),
        ("a", "class", []),
        ("outcome", "keyword", []),
        ("a", "class", ["declaration"]),
        ('"A"', "string", []),
    ],
    'stratégie s "S" { par x; effort très élevé; statut abandonnée }\n'
    's -> x fort { parce que "y"@fr } # z\nacteur x "X"': [
        ("stratégie", "keyword", []),
        ("s", "function", ["declaration", "deprecated"]),
        ('"S"', "string", []),
        ("par", "property", []),
        ("x", "struct", []),
        ("effort", "property", []),
        ("très élevé", "enumMember", []),
        ("statut", "property", []),
        ("abandonnée", "enumMember", []),
        ("s", "function", ["deprecated"]),
        ("->", "operator", []),
        ("x", "struct", []),
        ("fort", "enumMember", []),
        ("parce que", "property", []),
        ('"y"', "string", []),
        ("@fr", "modifier", []),
        ("# z", "comment", []),
        ("acteur", "keyword", []),
        ("x", "struct", ["declaration"]),
        ('"X"', "string", []),
    ],
    'vision v "V" { for nobody; accept no-indicator because "x" }': [
        ("vision", "keyword", []),
        ("v", "class", ["declaration"]),
        ('"V"', "string", []),
        ("for", "property", []),
        ("nobody", "unknown", []),
        ("accept", "property", []),
        ("no-indicator", "decorator", []),
        ("because", "keyword", []),
        ('"x"', "string", []),
    ],
    'theory "T" {\n  context """\n    one\n\n    two\n    """\n}\n': [
        ("theory", "keyword", []),
        ('"T"', "string", []),
        ("context", "property", []),
        ('"""', "string", []),
        ("one", "string", []),
        ("two", "string", []),
        ('"""', "string", []),
    ],
    'pathway p "P" { # x\n  indicator i "𝒳" { target 3 % in 2030 }\n} # y\n': [
        ("pathway", "keyword", []),
        ("p", "namespace", ["declaration"]),
        ('"P"', "string", []),
        ("# x", "comment", []),
        ("indicator", "keyword", []),
        ("i", "event", ["declaration"]),
        ('"𝒳"', "string", []),
        ("target", "property", []),
        ("3 %", "number", []),
        ("in", "keyword", []),
        ("2030", "number", []),
        ("# y", "comment", []),
    ],
    'vision v "V { for\nexige { x -> ': [
        ("vision", "keyword", []),
        ("v", "class", ["declaration"]),
        ('"V { for', "string", []),
        ("exige", "property", []),
        ("->", "operator", []),
    ],
    "": [],
}


def test_types_are_known_to_editors() -> None:
    """Types and modifiers are those of the protocol, but for names that nothing bears."""
    protocol = {one.value for one in (*types.SemanticTokenTypes, *types.SemanticTokenModifiers)}
    assert {*LEGEND.token_types, *LEGEND.token_modifiers} - protocol == {UNKNOWN}


@pytest.mark.parametrize("encoding", [UTF8, UTF16, UTF32])
@pytest.mark.parametrize("text", TOLD)
def test_what_words_are(text: str, encoding: str) -> None:
    """Words of both languages, names by what they name, texts, numbers and comments are told, broken or not."""
    assert _told(seat(text, encoding=encoding)) == TOLD[text]


def test_names_of_other_files() -> None:
    """A name behind an alias is that of the other file, the alias a space of names."""
    sitting = seat({"a.toc": f'use "b.toc" as q{MARK}\nq.x -> q.y\n', "b.toc": 'outcome x "X"\n'})
    assert _told(sitting)[2:] == [
        ("as", "keyword", []),
        ("q", "namespace", ["declaration"]),
        ("q", "namespace", []),
        ("x", "class", []),
        ("->", "operator", []),
        ("q", "namespace", []),
        ("y", "unknown", []),
    ]


def test_tokens_of_all_fixtures_follow_each_other() -> None:
    """Over all fixtures tokens stand in order, apart from each other, each on one line, and hold no blank at an end."""
    for text in all_texts():
        sitting = seat(text, knowing=LATEST)
        before = 0
        for start, end, _kind, _modifiers in _decoded(sitting, [*_all(sitting).data]):
            word = text[start:end]
            assert before <= start < end
            assert word.strip() == word
            assert "\n" not in word
            before = end


def test_what_is_another_is_sent_alone() -> None:
    """After an edit, the changes of what was sent give what would be sent."""
    texts = [text for text in all_texts() if len(text) < 5000]
    before = seat(texts[0], knowing=LATEST)
    sent = _all(before)
    numbers = [*sent.data]
    for text in (*texts, texts[-1], texts[-1].replace("because", "parce que"), f"# x\n{texts[0]}", "", texts[1]):
        sitting = seat(text, knowing=LATEST)
        found = delta.answer(sitting.desk, types.SemanticTokensDeltaParams(sitting.document, sent.result_id or ""))
        assert isinstance(found, types.SemanticTokensDelta)
        for edit in found.edits:
            numbers[edit.start : edit.start + edit.delete_count] = edit.data or []
        sent = _all(sitting)
        assert numbers == [*sent.data]
        assert found.result_id == sent.result_id


def test_what_was_not_sent_cannot_change() -> None:
    """Who asks for changes of something forgotten gets all tokens."""
    sitting = seat('vision v "V"')
    params = types.SemanticTokensDeltaParams(sitting.document, "0")
    assert delta.answer(sitting.desk, params) == _all(sitting)
    for number in range(REMEMBERED):
        _all(seat({f"{number}.toc": 'vision v "V"'}))
    last = types.SemanticTokensDeltaParams(sitting.document, _all(sitting).result_id or "")
    assert isinstance(delta.answer(sitting.desk, last), types.SemanticTokensDelta)


def test_a_part_has_the_tokens_of_the_whole() -> None:
    """In a range stand the tokens that all of the file has there, and little more."""
    for text in all_texts()[:60]:
        sitting = seat(text, knowing=LATEST)
        whole = _decoded(sitting, [*_all(sitting).data])
        lines = text.count("\n")
        range_ = types.Range(types.Position(lines // 3, 0), types.Position(lines // 2, 0))
        found = part.answer(sitting.desk, types.SemanticTokensRangeParams(sitting.document, range_))
        some = _decoded(sitting, [*found.data])
        start, end = sitting.desk.offset(range_.start), sitting.desk.offset(range_.end)
        assert [token for token in whole if start <= token[0] < end] == [
            token for token in some if start <= token[0] < end
        ]
        assert [token for token in some if token not in whole] == []
