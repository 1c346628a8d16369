"""Numbers and words shown between those that are written."""

from typing import Any

import pytest
from attrs import evolve
from lsp.desks import Seat, seat
from lsprotocol import types

from toc.lsp.feature import LATEST, READ
from toc.lsp.features.inlay_hints import inlay_hints

MODEL = """\
theory "School"
vision diploma "Each leaves with a diploma" { for youth }
outcome reading "They read"
strategy bus "A bus of books" { by town; effort low }
strategy club "A club" { by town; effort high }
strategy wall "A wall of books" "Un mur"@fr { by town; effort low }
actor youth "The young"
actor town "The town"; factor adverse rain "Rain"; factor adverse dark "Dark"
bus -> reading
club -> reading uncertain
wall -> reading weak
rain, dark -| reading { because "x" }
reading => diploma
"""
EVERYTHING = types.Range(types.Position(0, 0), types.Position(1000, 0))


def _hints(sitting: Seat, where: types.Range = EVERYTHING) -> list[tuple[int, str, str]]:
    """Return the hints by line, with the text before them."""
    params = types.InlayHintParams(sitting.document, where)
    found = inlay_hints.answer(sitting.desk, params)
    lines = sitting.desk.source.text.split("\n")
    return [
        (hint.position.line, lines[hint.position.line][: hint.position.character], str(hint.label)) for hint in found
    ]


STRENGTHS = [
    (8, "bus -> reading", "moderate"),
    (9, "club -> reading", "moderate"),
    (11, "rain, dark -| reading", "moderate"),
]


def test_what_is_shown_after_the_rules_have_run() -> None:
    """Degrees stand behind changes, leverage behind strategies, and a strength where a link has none."""
    found = _hints(seat(MODEL))
    assert found == [
        (1, 'vision diploma "Each leaves with a diploma"', "degree 0.2"),
        (2, 'outcome reading "They read"', "degree 0.2"),
        (3, 'strategy bus "A bus of books"', "leverage 2.5"),
        (4, 'strategy club "A club"', "leverage 0.6"),
        (5, 'strategy wall "A wall of books" "Un mur"@fr', "leverage 1.1"),
        *STRENGTHS,
    ]


def test_nothing_is_computed_for_hints() -> None:
    """Before the rules have run there are no numbers, and asking for hints makes none."""
    sitting = seat(MODEL, knowing=READ)
    assert _hints(sitting) == STRENGTHS
    assert sitting.desk.analysis.leverage_so_far is None


def test_numbers_stay_while_the_rules_have_not_run_again() -> None:
    """After an edit, hints are those of the last run, at the places where elements stand now."""
    checked = seat(MODEL)
    later = seat(f"# new\n{MODEL}", knowing=LATEST)
    desk = evolve(later.desk, checked_before=checked.desk.analysis)
    assert _hints(evolve(later, desk=desk)) == [(line + 1, before, label) for line, before, label in _hints(checked)]


SWITCHES: list[tuple[Any, set[str]]] = [
    ({}, {"degree", "leverage", "moderate"}),
    ({"inlayHints": {"leverage": False}}, {"degree", "moderate"}),
    ({"inlayHints": {"degree": False, "leverage": True}}, {"leverage", "moderate"}),
    ({"inlayHints": {"strength": False}}, {"degree", "leverage"}),
    ({"inlayHints": False}, set()),
    ({"inlayHints": "odd"}, {"degree", "leverage", "moderate"}),
]


@pytest.mark.parametrize(("switches", "kinds"), SWITCHES)
def test_each_can_be_switched_off(switches: dict[str, Any], kinds: set[str]) -> None:
    """The settings of the editor say which hints are shown."""
    found = _hints(seat(MODEL, switches=switches))
    assert {label.split()[0] for _line, _before, label in found} == kinds


def test_only_what_is_in_sight() -> None:
    """Hints outside the range asked for are left out."""
    where = types.Range(types.Position(8, 0), types.Position(8, 100))
    assert _hints(seat(MODEL), where) == STRENGTHS[:1]


def test_words_are_those_of_the_file_numbers_are_told_to_the_reader() -> None:
    """The strength is in the language of the file, what is told in that of the reader."""
    text = 'vision v "V"\nchangement c "C"\nstratégie s "S"\ns -> c\nc -> v { parce que "x" }\n'
    found = _hints(seat(text, spoken="fr"))
    assert [label for _line, _before, label in found] == ["degré 0,25", "degré 0,5", "modéré", "modéré"]


def test_broken_files_and_odd_places() -> None:
    """What can be read has its hints, and what lies outside the text asks for nothing."""
    assert _hints(seat("vision {\na -> b\n")) == [(1, "a -> b", "moderate")]
    behind = types.Range(types.Position(500, 3), types.Position(700, 0))
    assert _hints(seat(MODEL), behind) == []
    assert _hints(seat("")) == []
