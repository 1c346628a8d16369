"""Diagnostics as people read them: each file of `tests/messages/` holds a source and what is said of it, twice."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from toc.analysis import analyse
from toc.config import Settings
from toc.diagnostics import Diagnostic, Origin, Related, Rule, Severity
from toc.messages import LANGUAGES, Words, _, plural, show, show_field
from toc.model.elements import Range, When
from toc.reporters.cells import cells, cropped, visible
from toc.reporters.reporter import Report
from toc.reporters.text import text
from toc.rule_book import rule_book
from toc.source import Source
from toc.workspace import MemoryReader

FOLDER = Path(__file__).parent / "messages"
FILE = "modèle.toc"
PARTED = "\n=== {language} ===\n"
TODAY = date(2026, 11, 22)


def report_of(source: str, language: str = "en", width: int = 100) -> Report:
    """Return what is found in `source`, ready to be shown."""
    analysis = analyse(MemoryReader({FILE: source}), FILE, Settings(today=TODAY))
    return Report(analysis.diagnostics, analysis.sources, 1, language, width=width)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_what_people_read(path: Path, golden: Callable[[Path, str], None]) -> None:
    """What is said of a source, in both languages, is as it was agreed to be."""
    source = path.read_text("utf-8").partition(PARTED.format(language="en"))[0]
    said = (PARTED.format(language=language) + text.write(report_of(source, language)) for language in LANGUAGES)
    golden(path, source + "".join(said))


def test_there_are_enough_of_them_from_every_family() -> None:
    """At least 40 different rules speak in what is kept, of each family of the rule book that has any."""
    kept = "".join(path.read_text("utf-8") for path in FOLDER.glob("*.txt"))
    codes = set(re.findall(r"\[(TOC\d+)\]", kept))

    assert len(codes) >= 40
    assert {code[:4] for code in codes} == {rule.code[:4] for rule in rule_book()}


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        (0.5, "0.5", "0,5"),
        (12, "12", "12"),
        (2030, "2030", "2030"),
        (30000, "30,000", "30\u202f000"),
        (1250000.0, "1,250,000", "1\u202f250\u202f000"),
        (-12345, "-12,345", "-12\u202f345"),
        (date(2026, 3, 12), "12 March 2026", "12 mars 2026"),
        (date(2026, 8, 1), "1 August 2026", "1er août 2026"),
        (When(2026, 3).spoken(), "March 2026", "mars 2026"),
        (When(2026).spoken(), "2026", "2026"),
        (Range(When(2026), When(2029, 12)).spoken(), "2026 to December 2029", "2026 à décembre 2029"),
        (["a", "b", "c"], "a, b and c", "a, b et c"),
        (["a"], "a", "a"),
        ([], "", ""),
        (Words("yes", "oui"), "yes", "oui"),
        ("2026-03-12", "2026-03-12", "2026-03-12"),
    ],
)
def test_fields_in_the_manner_of_the_reader(value: Any, english: str, french: str) -> None:
    """Numbers, dates and lists read as people write them; a text stays as it is, as in a line to copy."""
    assert [show_field(value, language) for language in ("en", "fr")] == [english, french]


@pytest.mark.parametrize(("n", "french"), [(0, "0 fichier"), (1, "1 fichier"), (2, "2 fichiers")])
def test_none_is_singular_in_french(n: int, french: str) -> None:
    """In French none is one, in English it is many."""
    message = plural("{n} file", "{n} files", n=n)

    assert [show(message, "en"), show(message, "fr")] == ["1 file" if n == 1 else f"{n} files", french]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
@pytest.mark.parametrize("width", [40, 80])
def test_lines_keep_to_the_width(path: Path, width: int) -> None:
    """No line is wider than the report, unless one word in it takes nearly all of it."""
    source = path.read_text("utf-8").partition(PARTED.format(language="en"))[0]
    lines = text.write(report_of(source, "fr", width)).split("\n")
    long = [line for line in lines if cells(line) > width]

    assert all(cells(max(line.split(" "), key=cells)) + 12 > width for line in long)


def diagnostic(origin: Origin, **changes: Any) -> Diagnostic:
    """Return a diagnostic of no rule in particular."""
    rule = Rule(
        "TOC999", "some-rule", Severity.WARNING, sources=("A book",), page="Title\n\n## Why it matters\nIt does."
    )
    return evolve(Diagnostic(rule, Severity.WARNING, _("something is wrong"), origin), **changes)


def test_the_reason_stands_once_with_each_rule() -> None:
    """Why a rule matters and who asks for it are told the first time only, hints each time."""
    found = [diagnostic(Origin("a", start, start + 1), hint=_("do this")) for start in (0, 2)]
    shown = text.write(Report(tuple(found), {"a": Source("a", "x y\n")}, 1))

    assert [shown.count(part) for part in ("why: It does.", "source: A book", "hint: do this")] == [1, 1, 2]


def test_colours_are_added_and_nothing_else_changes() -> None:
    """With colours, the same text stands between escape sequences."""
    related = (Related(Origin("a", 2, 3), _("and here")),)
    report = Report((diagnostic(Origin("a", 0, 1), related=related),), {"a": Source("a", "x y\n")}, 1)
    coloured = text.write(evolve(report, colour=True))

    assert "\x1b[1;33mwarning[TOC999]\x1b[0m" in coloured
    assert _plain(coloured) == text.write(report)


def test_a_place_in_a_file_that_could_not_be_read_is_still_named() -> None:
    """Where there is no source, file, line 1 and column 1 are told, without a line."""
    shown = text.write(Report((diagnostic(Origin("gone.toc", 0, 0)),), {}, 0))

    assert shown.startswith("warning[TOC999] some-rule: something is wrong\n --> gone.toc:1:1\n")


def test_an_empty_place_is_underlined_by_one_mark() -> None:
    """A finding at the end of a file, where nothing stands, has its mark there."""
    shown = text.write(Report((diagnostic(Origin("a", 3, 3)),), {"a": Source("a", "x y")}, 1)).split("\n")

    assert shown[3:5] == ["1 | x y", "  |    ^"]


@pytest.mark.parametrize(
    ("written", "width"),
    [
        ("abc", 3),
        ("éà", 2),
        ("e\u0301", 1),
        ("读书", 4),
        ("ﾊ", 1),
        ("９", 2),
        ("🎉", 2),
        ("👩‍👧", 2),
        ("👍🏽", 2),
        ("🇫🇷🇨🇦", 4),
        ("❤\ufe0f", 2),
        ("soft\xadhyphen", 11),
    ],
)
def test_the_width_of_text_in_a_terminal(written: str, width: int) -> None:
    """East Asian letters and emoji take two cells, marks and joiners none, flags and families two in all."""
    assert cells(written) == width


def test_what_would_disturb_a_terminal_is_replaced() -> None:
    """Tabs become spaces up to the next stop; controls and what turns the direction become a visible mark."""
    assert visible("a\tb\t读\tc") == "a   b   读  c"
    assert visible("a\x1b[31m\u202e\x7f\u200b") == "a␛[31m���"
    assert all(cells(visible(character)) == 1 for character in "\x00\x1b\u202e\u2066\u200b\u2028")


def test_cropped_text_never_splits_a_character() -> None:
    """Text is cut at whole characters, marks and joined emoji included."""
    assert [cropped("a读👩‍👧b", width) for width in range(7)] == ["", "a", "a", "a读", "a读", "a读👩‍👧", "a读👩‍👧b"]


def _plain(coloured: str) -> str:
    return re.sub(r"\x1b\[[\d;]*m", "", coloured)
