"""What stands at a place, and what may stand there."""

import pytest
from lsp.desks import MARK

from toc.lsp.roles import roles_at
from toc.lsp.under_cursor import typed_at, word_at
from toc.source import Source


def _typed(text: str) -> tuple[str, list[str], str]:
    under = typed_at(Source("m.toc", text.replace(MARK, "")), text.index(MARK))
    return under.text, [token.text for token in under.before], under.place


PLACES = {
    "": ("", [], ""),
    "vis▮": ("vis", [], ""),
    "vision lire▮": ("lire", ["vision"], ""),
    'vision v "V" {\n  ex▮': ("ex", [], "vision"),
    'vision v "V" {\n  exige lect▮\n}': ("lect", ["exige"], "vision"),
    'vision v "V" { pour a; exige b, ▮ }': ("", ["exige", "b", ","], "vision"),
    'vision v "V" {\nexige a\npour ▮\n}': ("", ["pour"], "vision"),
    'strategy s "S" {\nactivity "A" { by x }\neff▮': ("eff", [], "strategy"),
    'strategy s "S" {\n  activity "A" { by ▮': ("", ["by"], "activity"),
    'pathway p "P" {\n  outcome c "C" {\n    of ▮': ("", ["of"], "outcome"),
    'pathway p "P" {\n  outcome c "C"\n  ▮\n}': ("", [], "pathway"),
    'a -> b strong {\n  because "x"\n  assu▮': ("assu", [], "link"),
    "a -> b\nc, d -> ▮": ("", ["c", ",", "d", "->"], ""),
    "a ->\n  ▮": ("", ["a", "->"], ""),
    'vision v "V" { for x }\n▮': ("", [], ""),
    'vision v "V"\nb -> q.x▮': ("q.x", ["b", "->"], ""),
    'strategy s "S" { effort 20000..30▮': ("30", ["effort", "20000", ".."], "strategy"),
    'outcome c "C" { level indi▮vidual }': ("indi", ["level"], "outcome"),
    '"""\nvision of a text\n"""\nactor a "A" { sector ▮': ("", ["sector"], "actor"),
    'theory "T" {\n  context """\nvision of all\n"""\n  issue ▮': ("", ["issue"], "theory"),
}


@pytest.mark.parametrize("text", PLACES)
def test_what_was_written_before(text: str) -> None:
    """The word being typed, what stands before it in its item, and the kind of the block around it are found."""
    assert _typed(text if MARK in text else MARK) == PLACES[text]


INSIDE = {
    'vision v "lire▮': "text",
    'vision v "lire"▮': "",
    'vision v "lire" "read"@e▮': "tag",
    "# a comment▮": "comment",
    "vision v # a comment▮": "comment",
    "vision v # a comment\n▮": "",
    'theory "T" { context """\n one\n two▮': "text",
    "vision v « lire▮": "text",
}


@pytest.mark.parametrize("text", INSIDE)
def test_inside_texts_and_comments(text: str) -> None:
    """Texts, their languages and comments are told from the words of the language."""
    assert typed_at(Source("m.toc", text.replace(MARK, "")), text.index(MARK)).inside == INSIDE[text]


WORDS = {
    "a -> mento▮rat fort": "mentorat",
    "a -> ▮mentorat fort": "mentorat",
    "a -> mentorat▮ fort": "mentorat",
    "a -> q.mentorat▮ fort": "q.mentorat",
    'a -> b { parce▮ que "x" }': "parce que",
    'a -> b { parce que "x▮y" }': None,
    "a▮ -> b": "a",
    "a ▮-> b": None,
    "a -▮> b": None,
    "": None,
    "effort 12 EU▮R": "EUR",
    "par école▮, 3 3 3 }": "école",
}


@pytest.mark.parametrize("text", WORDS)
def test_the_word_at_a_place(text: str) -> None:
    """The whole word or phrase is found wherever in it the place is, and none in texts, signs and gaps."""
    found = word_at(Source("m.toc", text.replace(MARK, "")), max(0, text.find(MARK)))
    assert (found.text if found else None) == WORDS[text]


def _roles(text: str) -> list[tuple[str, object]]:
    under = typed_at(Source("m.toc", text.replace(MARK, "")), text.index(MARK))
    return [(role.what, role.slot or role.words or role.sources or role.kinds) for role in roles_at(under)]


ROLES: dict[str, list[tuple[str, object]]] = {
    "▮": [("start", ())],
    "a ▮": [("arrow", ())],
    "a, b -> ▮": [("target", ("a", "b"))],
    "a -> b -| ▮": [("target", ("b",))],
    "a -> b ▮": [("mark", ()), ("arrow", ())],
    "a -> b strong ▮": [("mark", ())],
    "factor ▮": [("word", "factor")],
    "factor adverse ▮": [("new", ("factor",))],
    "strategy ▮": [("new", ("strategy",))],
    "strategy ▮ s": [],
    "strategy s ▮": [("label", ())],
    'strategy s ▮ "S"': [],
    "a ▮ -> b": [],
    'indicator i "I" { target 3 % ▮ in 2030 }': [],
    'use "x" ▮': [("clause", ("as",))],
    'use "▮': [("path", ())],
    "effrt 3 ▮": [],
    'strategy s "S" { by ▮': [("name", ("actor",))],
    'strategy s "S" { by a ▮': [],
    'strategy s "S" { acts on ▮': [("word", "acts_on")],
    'strategy s "S" { effort 3 ▮': [("unit", ())],
    'indicator i "I" { target 3 % ▮': [("clause", ("in",))],
    'indicator i "I" { target 3 % in ▮': [("date", ())],
    'indicator i "I" { collected by a ▮': [("clause", ("every",))],
    'indicator i "I" { collected by a every ▮': [("period", ())],
    'indicator i "I" { unit "▮': [("unit-text", ())],
    "observed 38 % ▮": [("clause", ("for", "in"))],
    "observed 38 % for ▮": [("name", ("indicator", "marker"))],
    "observed 38 % for a in ▮": [("date", ())],
    'theory "T" { review ▮': [("clause", ("every", "from"))],
    'theory "T" { review every 6 ▮': [("period", ()), ("clause", ("from",))],
    'theory "T" { review every 6 months from ▮': [("date", ())],
    'marker expect "M" { observed ▮': [("word", "observed")],
    'outcome c "C" { accept ▮': [("rule", ())],
    'outcome c "C" { accept no-indicator ▮': [("clause", ("because",))],
    'outcome c "C" { lasting ▮': [("clause", ("because",))],
    'view v "V" { show links of ▮': [("name", "all")],
    'view v "V" { show a, ▮': [("selection", "all")],
    'view v "V" { show by ▮': [("name", ("actor",))],
    'view v "V" { show tagged ▮': [("tag", ())],
    'view v "V" { show within 2 ▮': [("clause", ("steps_of",))],
    'view v "V" { show within 2 of ▮': [("name", "all")],
    'view v "V" { order ▮': [("lane", ())],
    'vision v "V" "T"@▮': [("language", ())],
    "# ▮": [],
    'vision v "V" { for a }▮': [],
}


@pytest.mark.parametrize("text", ROLES)
def test_what_may_stand_there(text: str) -> None:
    """What may be written at a place is known from what stands before it, finished or not."""
    found = [
        (what, "all" if isinstance(detail, tuple) and len(detail) > 15 else detail) for what, detail in _roles(text)
    ]
    assert found == ROLES[text]
