"""Reading statements: what every faulty line is told, and what survives around it."""

from pathlib import Path

import pytest

from toc.messages import show
from toc.source import Source
from toc.syntax.nodes import Broken, Declaration, Document, Link, Name, Property, Quantity, Text, Use
from toc.syntax.parser import parse, parse_statement


def read(text: str) -> Document:
    """Return the document of `text`."""
    return parse(Source("x.toc", text))


def told(text: str) -> list[str]:
    """Return each finding as `line:column code message | hint`."""
    document = read(text)
    lines = []
    for finding in document.findings:
        place = document.source.position(finding.origin.start)
        hint = f" | {show(finding.hint, 'en')}" if finding.hint else ""
        code = finding.rule.code if finding.rule else "?"
        lines.append(f"{place.line}:{place.column} {code} {show(finding.message, 'en')}{hint}")
    return lines


# Blocks of a text and, behind `= `, what is told of it.
FAULTS = [
    (block.partition("\n= ")[0], block.partition("\n= ")[2].strip())
    for block in (Path(__file__).parent / "faults.txt").read_text("utf-8").split("\n\n")
]


@pytest.mark.parametrize(("text", "expected"), FAULTS)
def test_a_fault_is_told_once_in_the_writers_words(text: str, expected: str) -> None:
    """One faulty line gives one finding: where, what, and what to write instead."""
    assert told(text) == [expected]


REWRITTEN = [
    ("0,4", "0.4"),
    ("30 000", "30000"),
    ("30\u202f000 €", "30000 EUR"),
    ("45 k€", "45000 EUR"),
    ("$500", "500 CAD"),
    ("1,250,000", "1250000"),
    (".5", "0.5"),
    ("12days", "12 days"),
    ("2030/06/15", "2030-06-15"),
    ("15-06-2030", "2030-06-15"),
    ("2030-6", "2030-06"),
    ("12,5 %", "12.5 %"),
    ("30 000 EUR", "30000 EUR"),
    ("1,5 days", "1.5 days"),
    ("15 juin 2030", "2030-06-15"),
    ("3 February 2031", "2031-02-03"),
]


@pytest.mark.parametrize(("written", "instead"), REWRITTEN)
def test_a_malformed_value_is_rewritten(written: str, instead: str) -> None:
    """A number, amount or date written in another manner is shown as toc writes it, and can be put in its place."""
    document = read(f'indicator i "I" {{ target {written} }}')

    (finding,) = document.findings
    assert finding.rule is not None
    assert finding.rule.name == "malformed-value"
    assert finding.hint is not None
    assert show(finding.hint, "en") == f"write `{instead}`"
    assert [edit.text for fix in finding.fixes for edit in fix.edits] == [instead]


def test_the_rest_of_a_faulty_model_survives() -> None:
    """Each faulty line costs itself alone: the other lines of its block and the other statements are read."""
    text = """\
outcome a "A" {
  in 2030-13
  level individual
  by by by
  indicator "I" { target 70 ] }
  of x
}
outcom b "B"
a -> c
"""
    document = read(text)

    first, broken, link = (statement.node for statement in document.statements)
    assert [finding.rule.code for finding in document.findings if finding.rule] == [
        "TOC004",
        "TOC001",
        "TOC001",
        "TOC001",
    ]
    assert isinstance(first, Declaration)
    assert first.block is not None
    kept = [item.keyword for item in first.block.items if isinstance(item, Property)]
    assert kept == ["level", "of"]
    assert isinstance(broken, Broken)
    assert "b" in broken.names
    assert isinstance(link, Link)


def test_words_of_the_language_are_names_where_no_keyword_can_stand() -> None:
    """No single word is reserved: kinds, properties and clauses can be ids, at the start of a link too."""
    text = """\
outcome target "T"
vision vision "V" { for because; requires in, because because "why" }
target, vision -> baseline
par & of -> départ strong
en -> chemin
"""
    document = read(text)

    links = [statement.node for statement in document.statements if isinstance(statement.node, Link)]
    assert document.findings == ()
    assert [[name.text for side in link.sides for name in side.names] for link in links] == [
        ["target", "vision", "baseline"],
        ["par", "of", "départ"],
        ["en", "chemin"],
    ]


def test_words_are_read_in_any_case_accent_gender_and_number() -> None:
    """`Théorie`, `VALIDEES PAR` and `concernée` are the words of the table."""
    text = 'VISION v "V" { Validees  Par a, b en 2026 }\nActrice a "A" { CONCERNÉES; Rôle Décide }\na → b Fortes\na ⇒ b'

    document = read(text)

    assert document.findings == ()
    vision = document.statements[0].node
    assert isinstance(vision, Declaration)
    assert vision.block is not None
    assert [item.keyword for item in vision.block.items if isinstance(item, Property)] == ["validated_by"]


def test_decomposed_accents_are_the_same_name() -> None:
    """An id typed with combining accents is the id with composed ones."""
    parsed = parse_statement("e\u0301cole -> re\u0301ussite")

    assert isinstance(parsed.node, Link)
    assert [side.names[0].text for side in parsed.node.sides] == ["école", "réussite"]


TEXTS = [
    ('"plain"', "plain", None),
    ('"a \\"quoted\\" word and \\\\"', 'a "quoted" word and \\', None),
    ("« entre guillemets »", "entre guillemets", None),
    ("“curly”", "curly", None),
    ('"Reading"@en', "Reading", "en"),
    ('"Lecture"@fr-CA', "Lecture", "fr-ca"),
    ('"""\n    one\n      two\n\n    three  \n    """', "one\n  two\n\nthree", None),
    ('"""one line"""', "one line", None),
    ('"with # and { and ; inside"', "with # and { and ; inside", None),
]


@pytest.mark.parametrize(("written", "value", "language"), TEXTS)
def test_texts_are_read_without_their_quotes(written: str, value: str, language: str | None) -> None:
    """Quotes, tag, escapes and shared indentation are not part of a text's value."""
    node = read(f"outcome a {written} {{ in 2030 }}").statements[0].node

    assert isinstance(node, Declaration)
    assert [(text.value, text.language) for text in node.label] == [(value, language)]


def test_values_keep_what_was_written() -> None:
    """Numbers, percentages and amounts keep their digits and unit."""
    node = (
        read('indicator i "I" { baseline 31 %; target 0.40; milestone 45000 EUR; observed -2 in 2026-06 }')
        .statements[0]
        .node
    )

    assert isinstance(node, Declaration)
    assert node.block is not None
    values = [item.values[0] for item in node.block.items if isinstance(item, Property)]
    assert [(value.value, value.text, value.unit) for value in values if isinstance(value, Quantity)] == [
        (31.0, "31", "%"),
        (0.4, "0.40", None),
        (45000.0, "45000", "EUR"),
        (-2.0, "-2", None),
    ]


def test_use_names_a_file_and_an_alias() -> None:
    """`use` with and without `as`, in both languages."""
    first, second = (statement.node for statement in read('use "a.toc"\nutilise "b/c.toc" comme q').statements)

    assert isinstance(first, Use)
    assert isinstance(second, Use)
    assert (first.path.value, first.alias) == ("a.toc", None)
    assert second.alias is not None
    assert (second.path.value, second.alias.text) == ("b/c.toc", "q")


def test_a_statement_is_read_once_for_each_text() -> None:
    """The same text gives the same tree wherever it stands."""
    one, two = read('a -> b { because "x" }\n\na -> b { because "x" }').statements

    assert one.node is two.node
    assert (one.offset, two.offset) == (0, 24)


def test_an_unknown_word_in_a_block_is_kept_for_the_model_to_explain() -> None:
    """A property that does not exist is no syntax error: the model proposes the one that was meant."""
    node = read('indicator i "I" { cibel 70 % en 2029; unit "days" }').statements[0].node

    assert isinstance(node, Declaration)
    assert node.block is not None
    unknown = node.block.items[0]
    assert isinstance(unknown, Property)
    assert (unknown.keyword, unknown.word) == ("", "cibel")


ODD = [
    "\ufeff",
    "\0",
    "}",
    "{",
    '"',
    '"""',
    "«",
    "\\",
    "a -> ",
    "&",
    ";;;",
    "->",
    "@en",
    "'",
    "théorie",
    "{" * 300,
    "é" * 9,
]


@pytest.mark.parametrize("text", [*ODD, "x" * 1_000_000, '"' * 999, ", " * 500, "# only a comment"])
def test_nothing_makes_reading_fail(text: str) -> None:
    """Whatever the text, reading ends with a document whose findings lie inside it."""
    document = read(text)

    assert all(0 <= finding.origin.start <= finding.origin.end <= len(text) for finding in document.findings)


def test_selections_of_a_view() -> None:
    """Everything a view can show, in both languages."""
    english = read(
        'view v "V" { show pathways, links of a, upstream of b, downstream of c, within 2 of d, by e, tagged f }'
    )
    french = read(
        'vue v "V" { montre chemins, liens de a, en amont de b, en aval de c, à 2 pas de d, par e, étiquette f }'
    )

    for document in (english, french):
        node = document.statements[0].node
        assert document.findings == ()
        assert isinstance(node, Declaration)
        assert node.block is not None
        (show_property,) = node.block.items
        assert isinstance(show_property, Property)
        how = [value.how for value in show_property.values if not isinstance(value, Name | Text)]  # type: ignore[union-attr]
        assert how == ["name", "links_of", "upstream_of", "downstream_of", "within", "by", "tagged"]
