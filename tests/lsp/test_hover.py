"""What is shown where the pointer rests."""

import pytest
from lsp.desks import MARK, Seat, seat
from lsprotocol import types

from toc.lsp.feature import LATEST, READ
from toc.lsp.features.hover import hover
from toc.lsp.meanings import meaning
from toc.syntax.keywords import table

MODEL = """
theory "School" { languages en, fr; horizon 2032 }
vision diploma "Each leaves with a diploma" "Chacun obtient un diplôme"@fr { for youth }
outcome reading "They read_with *joy*" {
  of youth
  in 2029
  indicator joy "Share of readers" { baseline 30 % in 2024; target 70 % in 2028; observed 33 % in 2026 }
}
strategy bus "A bus of books" { by town; effort low; private }
strategy club "A club" { by town; effort high }
strategy wall "A wall of books" { by town; effort low }
assumption roads "Roads are open" { likelihood likely }
factor adverse screens "Screens"
actor youth "The young"
actor town "The town" { sector state }
bus & club -> reading strong feedback { because "Books at hand are read"; assuming roads }
wall -> reading 0.4
screens -| reading weak
reading => diploma
"""


def _shown(marked: str, **options: object) -> str:
    found = _asked(seat(marked, **options))  # type: ignore[arg-type]
    assert found is not None
    assert isinstance(found.contents, types.MarkupContent)
    return found.contents.value


def _asked(sitting: Seat) -> types.Hover | None:
    answer: types.Hover | None = hover.answer(sitting.desk, types.HoverParams(**sitting.here))
    return answer


def _at(text: str, word: str, number: int = 0) -> str:
    """Return `text` with the mark inside the occurrence `number` of `word`."""
    at = -1
    for _time in range(number + 1):
        at = text.index(word, at + 1)
    return f"{text[: at + 1]}{MARK}{text[at + 1 :]}"


ELEMENTS = {
    "diploma": ["**`diploma`** · vision", "Each leaves with a diploma", "*fr* Chacun obtient un diplôme"],
    "reading": [
        "**`reading`** · outcome",
        r"They read\_with \*joy\*",
        "**What leads to it**",
        "- `bus` & `club` — contributes, strong, feedback: Books at hand are read",
        "- `wall` — contributes, 0.4",
        "- `screens` — hinders, weak",
        "**What it leads to**",
        "- `diploma` — is required",
        "Degree with all strategies: ",
        "now 33% (2026) → to reach 70% (2028)",
        "(behind)",
    ],
    "bus": ["**`bus`** · strategy · private", "- `reading` — contributes, strong", "- Effort: low"],
    "screens": ["**`screens`** · factor adverse", "- `reading` — hinders, weak"],
    "roads": ["**`roads`** · assumption", "- Likelihood: likely", "Named in 1 link"],
    "town": ["**`town`** · actor", "- Sector: state", "**Named in**", "- `bus` — strategy"],
    "joy": ["**`joy`** · indicator", "33%", "70%"],
}


@pytest.mark.parametrize("name", ELEMENTS)
def test_elements(name: str) -> None:
    """An element is told of by its labels, links, numbers and users, wherever it is named."""
    told = _shown(_at(MODEL, f"{name} "))
    assert [part for part in ELEMENTS[name] if part not in told] == []


def test_an_element_in_french() -> None:
    """Whoever reads French is told of an element in French alone."""
    told = _shown(_at(MODEL, "bus "), spoken="fr")
    assert told.startswith("**`bus`** · stratégie · privé\n")
    assert "**Ce à quoi il mène**\n\n- `reading` — contribue, fort" in told


def test_every_mention_tells_the_same() -> None:
    """What is told at a use of a name is what is told at its declaration."""
    last = MODEL.count("reading") - 1
    assert _shown(_at(MODEL, "reading", last)) == _shown(_at(MODEL, "reading"))


def test_numbers_only_where_they_are_known() -> None:
    """Degrees and verdicts are shown once the rules have been run, and never computed for the sake of a hover."""
    marked = _at(MODEL, "reading")
    assert "Degree" in _shown(marked)
    sitting = seat(marked, knowing=READ)
    assert "Degree" not in str(_asked(sitting))
    assert sitting.desk.analysis.leverage_so_far is None


def test_verdict_of_a_strategy() -> None:
    """A strategy is shown with its leverage and what the rules make of it."""
    told = _shown(_at(MODEL, "wall"))
    assert "of the impact for" in told
    assert "**" in told.split("What it leads to")[1]


WORDS = {
    f"vis{MARK}ion v": ["**`vision`**", "the long-term change that is shared", "takes `of`"],
    f'vision v "V" {{ requ{MARK}ires a }}': ["**`requires`** (*fr* `exige`)", "what must be in place before"],
    f'vision v "V" {{ exige a parce q{MARK}ue "x" }}': ["**`parce que`** (*en* `because`)", "la raison"],
    f'stratégie s "S" {{ effort très é{MARK}levé }}': ["**`très élevé`** (*en* `very high`) · effort", "8"],
    f"a -> b str{MARK}ong": ["**`strong`** (*fr* `fort`) · strength of a link", "counts as 0.75, between 0.6 and 0.9"],
    f"a -> b strong feed{MARK}back": ["the link closes a loop"],
    f'vue v "V" {{ montre lie{MARK}ns de a }}': ["**`liens de`**"],
    f'view v "V" {{ show strat{MARK}egies }}': ["**`strategy`**"],
    f'view v "V" {{ show b{MARK}y a }}': ["**`by`**"],
    f'outcome c "C" {{ le{MARK}vel individual }}': ["one of `individual`, `collective`, `system`"],
    f'outcome c "C" {{ accept no-indi{MARK}cator because "x" }}': ["**no-indicator** (TOC", "## Why it matters"],
    f'indicator i "I" {{ collected by a every ye{MARK}ar }}': ["**`year`** (*fr* `an`) · period"],
    f'outcome c "C" {{ of x; {MARK}level': ["**`level`**"],
}


@pytest.mark.parametrize("text", WORDS)
def test_words_of_the_language(text: str) -> None:
    """A word of the language is explained in the language of the file, also in statements that are unfinished."""
    told = _shown(text)
    assert [part for part in WORDS[text] if part not in told] == []


NOTHING = [
    f'vision v "V{MARK} text"',
    f"# vision{MARK}",
    f"a -{MARK}> b",
    MARK,
    f"nobody{MARK} -> b",
    f'vision v "V" {{ for nobo{MARK}dy }}',
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_to_say(text: str) -> None:
    """Texts, comments, signs and unknown names show nothing."""
    assert _asked(seat(text)) is None


@pytest.mark.parametrize("place", [(0, 10_000), (10_000, 0), (3, 7)])
def test_places_outside_the_text(place: tuple[int, int]) -> None:
    """A place behind a line or behind the text never fails."""
    sitting = seat(MODEL)
    params = types.HoverParams(sitting.document, types.Position(*place))
    assert hover.answer(sitting.desk, params) is None or place == (3, 7)


def test_a_name_behind_an_alias() -> None:
    """The element of another file is shown under the name it has there."""
    files = {"a.toc": f'use "b.toc" as q\nvision v "V" {{ requires q.x{MARK} }}', "b.toc": 'outcome x "The other"'}
    sitting = seat(files)
    found = _asked(sitting)
    assert found is not None
    assert "The other" in str(found.contents)
    assert found.range == types.Range(types.Position(1, 24), types.Position(1, 27))


def test_languages_of_messages() -> None:
    """What is said about an element is in the reader's language."""
    assert "**Ce qui y mène**" in _shown(_at(MODEL, "reading"), spoken="fr")


def test_after_an_edit_of_texts() -> None:
    """While the theory is that of before an edit, names are found where they now stand."""
    marked = _at(MODEL.replace("Screens", "A much longer label"), "reading", MODEL.count("reading") - 1)
    assert "**`reading`** · outcome" in _shown(marked, knowing=LATEST, before={"model.toc": MODEL})


def test_clients_without_markdown() -> None:
    """A client that shows plain text gets the same without signs of Markdown."""
    plain = types.HoverClientCapabilities(content_format=[types.MarkupKind.PlainText])
    client = types.ClientCapabilities(text_document=types.TextDocumentClientCapabilities(hover=plain))
    told = _shown(_at(MODEL, "reading"), client=client)
    assert told.startswith("reading · outcome\n\nThey read_with *joy*\n\nWhat leads to it\n")


def test_every_word_has_a_meaning() -> None:
    """Each kind, property and clause of the table of words is explained."""
    names = [name for part in ("kinds", "selectable", "properties", "clauses") for name in table()[part]]
    assert [name for name in names if meaning(name) is None and "." not in name] == []
