"""Cutting a file into statements: where each begins and ends, pathways, and braces that do not match."""

import pytest

from toc.source import Source
from toc.syntax.statements import Cut, cut

WHOLE = [
    ("", []),
    ("\n\n  \n", []),
    ("a -> b", ["a -> b"]),
    ("a -> b\nc -> d\n", ["a -> b", "c -> d"]),
    ("a -> b; c -> d;", ["a -> b", "c -> d"]),
    ("a -> b\r\nc -> d\re => f", ["a -> b", "c -> d", "e => f"]),
    ("a,\n b ->\n c", ["a,\n b ->\n c"]),
    ("a -> \nb\nc -> d", ["a -> \nb", "c -> d"]),
    ("a & # together\n b -> c", ["a & # together\n b -> c"]),
    ("a -> b # and &\nc -> d # ,", ["a -> b # and &", "c -> d # ,"]),
    ('outcome a "A"\n{ in 2030 }', ['outcome a "A"\n{ in 2030 }']),
    ('outcome a "A"\n  # why\n  "B"@en\nb -> a', ['outcome a "A"\n  # why\n  "B"@en', "b -> a"]),
    ('outcome a "A"\n"B"', ['outcome a "A"', '"B"']),
    ('outcome a "x; y { z # w"\nb -> a', ['outcome a "x; y { z # w"', "b -> a"]),
    ("outcome a « x { y »\nb -> a", ["outcome a « x { y »", "b -> a"]),
    ('theory "T" { context """\n } ; # \n""" }\na -> b', ['theory "T" { context """\n } ; # \n""" }', "a -> b"]),
    ("# first\n\n# second\na -> b # third\n# last", ["# first\n\n# second\na -> b # third", "# last"]),
    ('a -> b { note "x" # {\n}\nc -> d', ['a -> b { note "x" # {\n}', "c -> d"]),
    ('pathway -> b {\n note "x" }', ['pathway -> b {\n note "x" }']),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_a_file_is_cut_into_statements(text: str, expected: list[str]) -> None:
    """A statement ends with its line or `;`, goes on where the language says, and keeps its comments."""
    pieces, findings = cut(Source("x.toc", text))

    assert [text[piece.start : piece.end] for piece in pieces] == expected
    assert findings == []


def test_the_body_of_a_pathway_is_cut_too() -> None:
    """A pathway is its head and the statements of its body; comments behind its braces stay with it."""
    body = '  chez x; b -> c\n  chemin d "D" {\n    e -> f # f\n  }\n  # end\n'
    text = f'# lead\nchemin a "A" {{ # open\n{body}}} # shut\ng -> h'

    pieces, findings = cut(Source("x.toc", text))

    outer, link = pieces
    assert findings == []
    assert shape(text, outer) == [
        '# lead\nchemin a "A" ',
        ["chez x", "b -> c", ['chemin d "D" ', ["e -> f # f"]], "# end"],
    ]
    assert [text[start:end] for start, end in outer.notes] == ["# open", "# shut"]
    assert text[link.start : link.end] == "g -> h"
    assert outer.closing is not None
    assert text[outer.closing] == "}"


def shape(text: str, piece: Cut) -> list[object]:
    """Return the text of a pathway's head and, recursively, of its children."""
    inside = [
        shape(text, child) if child.children is not None else text[child.start : child.end]
        for child in piece.children or []
    ]
    return [text[piece.start : piece.end], inside]


UNBALANCED = [
    # the statement after a missing brace survives
    ('outcome a "A" {\n  in 2030\nb -> a\n', 2, [("TOC003", 1)]),
    ('outcome a "A" {\n  in 2030\noutcome b "B" {\n  in 2031\n}\n', 2, [("TOC003", 1)]),
    # the block that lacks its brace is named, not the one around it
    ('outcome a "A" {\n  indicator "I" {\n    target 1\n}\nb -> a\n', 2, [("TOC003", 2)]),
    ('pathway p "P" {\n  outcome a "A" {\n    in 2030\n  outcome b "B"\n}\nc -> d\n', 2, [("TOC003", 2)]),
    ('pathway p "P" {\n  outcome a "A"\nc -> d\n', 2, [("TOC003", 1)]),
    ('outcome a "A" { in 2030', 1, [("TOC003", 1)]),
    # a brace too many
    ("a -> b\n}\nc -> d\n", 2, [("TOC001", 2)]),
    ('outcome a "A" {\n}\n}\nc -> d', 2, [("TOC001", 3)]),
    # two of them
    ('outcome a "A" {\n  in 1\noutcome b "B" {\n  in 2\nc -> d', 3, [("TOC003", 1), ("TOC003", 3)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "count", "expected"), UNBALANCED)
def test_braces_that_do_not_match(text: str, count: int, expected: list[tuple[str, int]]) -> None:
    """A missing brace is told where the block was opened, and does not swallow what follows."""
    source = Source("x.toc", text)

    pieces, findings = cut(source)

    told = [(finding.rule.code, source.position(finding.origin.start).line) for finding in findings if finding.rule]
    assert len(pieces) == count
    assert sorted(told) == sorted(expected)


def test_blocks_too_deep_are_told_once() -> None:
    """Three hundred blocks inside each other are one finding, not a crash."""
    text = 'outcome a "A" {' * 300 + "}" * 300

    _pieces, findings = cut(Source("x.toc", text))

    assert [finding.rule.code for finding in findings if finding.rule] == ["TOC005"]
