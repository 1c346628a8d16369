"""Laws that hold for every text and every model, not only for those someone thought of."""

import random
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

import attrs
import pytest
import strategies
from hypothesis import assume, event, example, given, settings
from hypothesis import strategies as st

from toc.analysis import Analysis, analyse
from toc.catalog import find_all
from toc.config import Settings
from toc.diagnostics import Severity, TextEdit
from toc.formats.format import Format
from toc.messages import LANGUAGES, show
from toc.model.theory import Theory
from toc.scene.compose import compose
from toc.scene.options import Options
from toc.source import Source
from toc.syntax.formatter import format_document
from toc.syntax.nodes import Document, Name, Statement
from toc.syntax.parser import parse
from toc.workspace import MemoryReader

FILE = "model.toc"
SETTINGS = Settings(today=date(2026, 11, 1))
ANYTHING = st.one_of(strategies.garbage(), strategies.broken_documents())
FEWER = settings(max_examples=max(10, settings().max_examples // 4))
ODD_TEXTS = (
    "",
    "\n",
    "#",
    "}",
    "{",
    '"',
    '"""',
    "«",
    "a ->",
    "->",
    "\x00",
    "\ufeff",
    "vision",
    "exige",
    "{" * 300,
    "x" * 10_000,
)


def read(text: str) -> Document:
    """Return the document of `text`."""
    return parse(Source(FILE, text))


def checked(text: str) -> Analysis:
    """Return all there is to say about `text`, on a fixed day."""
    return analyse(MemoryReader({FILE: text}), FILE, SETTINGS)


def theory_of(text: str) -> Theory:
    """Return what `text` means."""
    return checked(text).theory


def formatted(text: str, keywords: str | None = None) -> str:
    """Return `text` in the canonical layout."""
    return format_document(read(text), keywords)


def nodes(value: Any) -> Iterator[Any]:
    """Yield `value` and every node below it."""
    if isinstance(value, tuple):
        for item in value:
            yield from nodes(item)
    elif attrs.has(type(value)) and not isinstance(value, Source):
        yield value
        for field in attrs.fields(type(value)):
            yield from nodes(getattr(value, field.name))


def comments(document: Document) -> list[list[str]]:
    """Return the comments of each statement, in the order of the file."""
    return [sorted(comment.text.rstrip() for comment in statement.comments) for statement in document.walk()]


def said(analysis: Analysis) -> Counter[tuple[str, str]]:
    """Return what was found, without where: codes and messages."""
    return Counter((found.rule.code, show(found.message, "en")) for found in analysis.diagnostics)


# Reading ----------------------------------------------------------------------------------------------------------


@given(ANYTHING)
def test_reading_never_fails_and_spans_lie_inside(text: str) -> None:
    """Whatever the text, it is read, and each span lies inside its statement, and that inside the text."""
    document = read(text)
    outside: list[tuple[Any, Any]] = []
    for statement in document.walk():
        assert isinstance(statement, Statement)
        assert 0 <= statement.offset <= statement.end <= len(text)
        for node in nodes((statement.node, statement.comments)):
            start, end = statement.offset + node.start, statement.offset + node.end
            if not statement.offset <= start <= end <= statement.end:
                outside.append((node, statement))
    for finding in document.findings:
        if not 0 <= finding.origin.start <= finding.origin.end <= len(text):
            outside.append((finding, document))

    assert outside == []


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_odd_texts_are_read(text: str) -> None:
    """Texts at the edge of the language are checked like any other."""
    analysis = checked(text)

    assert analysis.file == FILE


@given(strategies.documents())
def test_names_stand_where_they_are_written(text: str) -> None:
    """The text at a name's span is that name, but for Unicode's composition of accents."""
    misplaced = [
        node
        for statement in read(text).walk()
        for node in nodes(statement.node)
        if isinstance(node, Name)
        and unicodedata.normalize("NFC", text[statement.offset + node.start : statement.offset + node.end]) != node.text
    ]

    assert misplaced == []


@given(strategies.documents())
def test_what_is_right_is_found_right(text: str) -> None:
    """A model written by the rules of the language has no error of syntax, names, kinds or properties."""
    wrong = [
        (found.rule.code, show(found.message, "en"), found.origin)
        for found in checked(text).diagnostics
        if found.rule.code < "TOC2" and found.severity is Severity.ERROR
    ]

    assert wrong == []


@given(ANYTHING)
def test_checking_never_fails(text: str) -> None:
    """Whatever the text, it is checked, and all that is said can be shown in both languages and stands in the text."""
    analysis = checked(text)
    shown = [
        show(message, language)
        for found in analysis.diagnostics
        for message in (found.message, found.hint, *(related.message for related in found.related))
        if message is not None
        for language in LANGUAGES
    ]
    outside = [
        found.origin for found in analysis.diagnostics if not 0 <= found.origin.start <= found.origin.end <= len(text)
    ]

    assert all(shown)
    assert outside == []


# Formatting -------------------------------------------------------------------------------------------------------


@given(st.one_of(strategies.documents(), ANYTHING))
def test_formatting_twice_is_formatting_once(text: str) -> None:
    """What is in the canonical layout stays as it is."""
    assume(read(text).sound)
    once = formatted(text)

    assert formatted(once) == once


@given(strategies.documents())
def test_formatting_keeps_the_model(text: str) -> None:
    """The formatted text means what the text meant."""
    assert theory_of(formatted(text)) == theory_of(text)


@given(strategies.documents())
def test_formatting_keeps_every_comment_with_its_statement(text: str) -> None:
    """No comment is lost, or moves to another statement."""
    assert comments(read(formatted(text))) == comments(read(text))


@given(strategies.documents(), st.sampled_from(LANGUAGES))
def test_translating_keywords_keeps_the_model(text: str, language: str) -> None:
    """A text with its keywords in another language means the same."""
    assert theory_of(formatted(text, language)) == theory_of(text)


@given(strategies.documents())
def test_translating_keywords_there_and_back_changes_nothing(text: str) -> None:
    """Canonical French keywords (`acteur`, not `actrice`) put into English and back are what they were."""
    french = formatted(formatted(text, "en"), "fr")

    assert formatted(formatted(french, "en"), "fr") == french


# Meaning ----------------------------------------------------------------------------------------------------------


@given(strategies.statements(), st.randoms(use_true_random=False))
def test_the_order_of_statements_means_nothing(statements: list[str], chance: random.Random) -> None:
    """In whatever order its statements stand, a model is the same and the same is said of it."""
    shuffled = list(statements)
    chance.shuffle(shuffled)
    one, other = checked("\n".join(statements)), checked("\n".join(shuffled))

    assert one.theory == other.theory
    assert list(one.theory.elements) == list(other.theory.elements)
    assert said(one) == said(other)


@FEWER
@given(strategies.statements(), st.randoms(use_true_random=False))
def test_the_order_of_statements_changes_no_output(statements: list[str], chance: random.Random) -> None:
    """In whatever order its statements stand, every format writes the same bytes."""
    shuffled = list(statements)
    chance.shuffle(shuffled)
    written = [
        {
            each.name: each.write(_written_from(each, theory_of("\n".join(order))))
            for each in find_all("toc.formats", Format)
        }
        for order in (statements, shuffled)
    ]

    assert written[0] == written[1]


def _written_from(each: Format, theory: Theory) -> Any:
    return compose(theory, Options(today=date(2026, 11, 1))) if each.draws else theory


# Fixes ------------------------------------------------------------------------------------------------------------


@given(st.one_of(strategies.documents(), strategies.broken_documents()))
def test_every_fix_silences_its_rule_and_adds_no_error(text: str) -> None:
    """Whoever applies a fix is not told the same thing again, and has no new error.

    A mended error of syntax or names lets later stages look at the model for the first time: what they say was
    there before, so only errors of the fix's own stage and of those before it are counted.
    """
    analysis = checked(text)
    before = said(analysis)
    for found in analysis.diagnostics:
        for fix in found.fixes:
            event(found.rule.code)
            mended = checked(_edited(text, fix.edits))
            told = (found.rule.code, show(found.message, "en"))

            assert said(mended)[told] < before[told]
            assert _errors(mended, found.rule.code) <= _errors(analysis, found.rule.code)


def _errors(analysis: Analysis, code: str) -> int:
    # The first digit is the stage: syntax, names, then all rules on meaning together.
    last = min(int(code[3]), 2)
    found = (each for each in analysis.diagnostics if each.severity is Severity.ERROR)
    return sum(min(int(each.rule.code[3]), 2) <= last for each in found)


def _edited(text: str, edits: tuple[TextEdit, ...]) -> str:
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


# Escaping ---------------------------------------------------------------------------------------------------------

PLAIN = """vision v {label} {{ for pupils }}
precondition p {label} {{ of pupils; indicator {label} {{ unit {label} }} }}
strategy s {label} {{ by pupils }}
actor pupils {label}
pathway way {label} {{ outcome o {label} }}
s -> p strong {{ because {label} }}
p, o -> v {{ because {label} }}
"""


def _labelled(label: str) -> Theory:
    quoted = '"' + label.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return theory_of(PLAIN.format(label=quoted))


@FEWER
@given(strategies.contents())
@example('</text><script>alert("x")</script>')
@example("]]><!--")
@example("&lt;&amp;#x41;")
def test_no_label_is_markup_in_an_svg(label: str) -> None:
    """An SVG has no kind of element or attribute that the same model with plain labels would not have."""
    hostile, plain = (_markup(_svg(_labelled(each))) for each in (label, "Reading"))

    assert hostile <= plain | {"tspan"}


def _svg(theory: Theory) -> str:
    svg = next(each for each in find_all("toc.formats", Format) if each.name == "svg")
    return str(svg.write(compose(theory, Options(today=date(2026, 11, 1)))))


def _markup(svg: str) -> set[str]:
    names = set()
    for element in ET.fromstring(svg).iter():
        names |= {element.tag.rpartition("}")[2], *element.attrib}
    return names


@FEWER
@given(strategies.contents())
def test_every_label_can_be_read_in_an_svg(label: str) -> None:
    """What was written can be read off the picture's description, letter by letter."""
    said_in = "".join(ET.fromstring(_svg(_labelled(label))).itertext())

    assert _letters(label) in _letters(said_in)


def _letters(text: str) -> str:
    return "".join(text.split())
