"""The table of what each kind may hold, held against the table of words."""

import pytest

from toc.model.vocabulary import (
    COMMON,
    INSTEAD,
    KINDS,
    NAMES,
    REPEATABLE,
    SLOTS,
    TARGETS,
    TOP,
    holders,
    needs_id,
    takes,
)
from toc.syntax.keywords import table

WORDS = table()


def test_every_kind_of_the_language_is_in_the_table() -> None:
    """The kinds are those of keywords.toml, but for `use`, which declares nothing."""
    assert set(KINDS) == set(WORDS["kinds"]) - {"use"}


def test_every_property_belongs_somewhere() -> None:
    """Each property of keywords.toml is taken by some kind or by links, and each one taken has its words."""
    taken = set().union(*(takes(kind) for kind in (*KINDS, "link")))
    # `because` begins a clause and stands in the block of a link; a definition is a text without a word.
    assert taken - {"because", "definition"} == {name for name in WORDS["properties"] if "." not in name}


def test_every_slot_has_words() -> None:
    """The slots are those of keywords.toml."""
    assert set(SLOTS.values()) <= set(WORDS["values"])


def test_kinds_and_places_agree() -> None:
    """What may be nested in a kind names that kind as a place, and what may do without an id is a place too."""
    nested = {(outer, inner) for outer, kind in KINDS.items() for inner in kind.nested}
    assert nested == {(place, inner) for inner, kind in KINDS.items() for place in kind.places if place != TOP}
    assert all(set(kind.anonymous) <= set(kind.places) for kind in KINDS.values())


def test_the_tables_name_known_things() -> None:
    """Kinds, properties and links in the tables are those of the language."""
    taken = set().union(*(takes(kind) for kind in KINDS))
    assert set(NAMES) <= taken
    assert set().union(*NAMES.values()) == set(KINDS)
    assert {end for ends in TARGETS.items() for end in (ends[0], *ends[1])} <= set(KINDS)
    assert taken >= REPEATABLE
    assert [
        (kind, wrong) for (kind, wrong), right in INSTEAD.items() if wrong in takes(kind) or right not in takes(kind)
    ] == []


@pytest.mark.parametrize(
    ("kind", "place", "needed"),
    [
        ("outcome", TOP, True),
        ("risk", TOP, False),
        ("output", TOP, True),
        ("output", "strategy", False),
        ("indicator", "pathway", True),
        ("indicator", "vision", False),
        ("theory", TOP, False),
        ("step", "view", False),
    ],
)
def test_who_needs_an_id(kind: str, place: str, needed: bool) -> None:
    """An id may be left out only where the language says so."""
    assert needs_id(kind, place) == needed


def test_common_properties_are_taken_everywhere() -> None:
    """Notes, tags, sources, privacy and waivers stand in any declaration and in links."""
    assert [set(holders(name)) - {*KINDS, "link"} for name in COMMON] == [set()] * len(COMMON)
    assert all(set(holders(name)) == {*KINDS, "link"} for name in COMMON)
