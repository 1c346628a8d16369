"""Another name for what is under the cursor."""

import pytest
from lsp.desks import MARK, Seat, applied, seat
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from toc.analysis import analyse_workspace
from toc.config import Settings
from toc.lsp.features.rename import prepare_rename, rename
from toc.messages import LANGUAGES
from toc.syntax.keywords import keywords, plural_kind, slot_words, table
from toc.workspace import MemoryReader

FILES = {
    "main.toc": """use "people.toc"
use "district.toc" as d
vision diploma "Diploma" { for youth }
strategy bus "Bus" { by town, d.library }
bus, d.club -> diploma strong
bus -> 3 diploma
view v "V" { show links of diploma; order youth }
""",
    "people.toc": 'actor youth "Youth"\nactor town "Town" { part of youth }\n',
    "district.toc": 'use "people.toc"\nactor library "Library" { part of town }\nstrategy club "Club" { by library }\n',
}


def _with(mark: str, file: str = "main.toc") -> Seat:
    plain = mark.replace(MARK, "")
    assert plain in FILES[file]
    return seat({**FILES, file: FILES[file].replace(plain, mark, 1)})


def _renamed(sitting: Seat, new: str) -> dict[str, str]:
    edit = rename.answer(sitting.desk, types.RenameParams(**sitting.here, new_name=new))
    return applied(sitting.desk, edit) if edit is not None else {}


PLACES = {
    "for you▮th": "youth",
    "d.libr▮ary": "library",
    "▮d.library": "d",
    "as d▮": "d",
    "3 diplom▮a": "diploma",
    "vis▮ion": None,
    "stro▮ng": None,
    'use "people▮': None,
    '"Bu▮s"': None,
}


@pytest.mark.parametrize("mark", PLACES)
def test_what_has_a_name(mark: str) -> None:
    """The name alone is proposed, without the alias before it; an alias has a name of its own."""
    sitting = _with(mark)
    found = prepare_rename.answer(sitting.desk, types.PrepareRenameParams(**sitting.here))
    assert (found.placeholder if found else None) == PLACES[mark]
    if found is not None:
        start, end = found.range.start, found.range.end
        assert sitting.desk.source.line(start.line + 1)[start.character : end.character] == PLACES[mark]


def test_across_files() -> None:
    """Every file that names the element is edited; aliases before the name stay."""
    assert _renamed(_with("d.libr▮ary"), "médiathèque") == {
        "district.toc": FILES["district.toc"]
        .replace("actor library", "actor médiathèque")
        .replace("by library", "by médiathèque"),
        "main.toc": FILES["main.toc"].replace("d.library", "d.médiathèque"),
    }


def test_where_a_statement_cannot_be_read() -> None:
    """Uses in statements that cannot be read are renamed as well."""
    (text,) = _renamed(_with("vision dip▮loma"), "degree").values()
    assert text == FILES["main.toc"].replace("diploma", "degree")


def test_an_alias() -> None:
    """An alias is renamed in its `use` and before each name, and nowhere else."""
    for mark in ("▮d.library", "as d▮"):
        assert _renamed(_with(mark), "area") == {
            "main.toc": FILES["main.toc"]
            .replace("as d", "as area")
            .replace("d.library", "area.library")
            .replace("d.club", "area.club")
        }


def test_the_same_name() -> None:
    """A name that stays the same changes nothing."""
    assert _renamed(_with("for you▮th"), "youth") == {}


def test_one_of_two_homonyms() -> None:
    """Of a name that is declared twice, only the declaration under the cursor is renamed, so that the clash is gone."""
    text = 'actor a "A"\nactor a▮ "B"\nstrategy s "S" { by a }\n'
    (after,) = _renamed(seat(text), "b").values()
    assert after == 'actor a "A"\nactor b "B"\nstrategy s "S" { by a }\n'


def test_nothing_to_rename() -> None:
    """Where there is no name, nothing happens."""
    assert _renamed(_with("stro▮ng"), "weak") == {}


def test_as_edits_of_documents() -> None:
    """A client that takes edits by document gets them so, with the same result."""
    edits = types.WorkspaceEditClientCapabilities(document_changes=True)
    client = types.ClientCapabilities(workspace=types.WorkspaceClientCapabilities(workspace_edit=edits))
    plain = _with("for you▮th")
    marked = {**FILES, "main.toc": FILES["main.toc"].replace("for youth", "for you▮th")}
    able = seat(marked, client=client)
    edit = rename.answer(able.desk, types.RenameParams(**able.here, new_name="jeunes"))
    assert edit is not None
    assert edit.changes is None
    assert applied(able.desk, edit) == _renamed(plain, "jeunes")


REFUSED = {
    ("for you▮th", "young people"): "a name begins with a letter and holds letters, digits, `_` and, inside, `-`: "
    "write `young_people`",
    (
        "for you▮th",
        "l'école",
    ): "a name begins with a letter and holds letters, digits, `_` and, inside, `-`: write `école`",
    ("for you▮th", "3"): "a name begins with a letter and holds letters, digits, `_` and, inside, `-`",
    ("for you▮th", ""): "a name begins with a letter and holds letters, digits, `_` and, inside, `-`",
    ("for you▮th", "d.youth"): "a name holds no point: what stands before it is the alias, which is given with "
    "`use … as`",
    ("for you▮th", "town"): "`town` is taken already: it is an actor (people.toc, line 2)",
    ("for you▮th", "bus"): "main.toc would see two things called `bus`: it uses people.toc and main.toc, line 4; "
    "choose another name, or give one of the files an alias with `use … as`",
    ("for you▮th", "library"): "district.toc would see two things called `library`: it uses people.toc and "
    "district.toc, line 2; choose another name, or give one of the files an alias with `use … as`",
    ("vision dip▮loma", "strategies"): "in views `strategies` means all elements of a kind; give it a name of its own",
}


@pytest.mark.parametrize(("mark", "new"), REFUSED)
def test_names_that_cannot_be(mark: str, new: str) -> None:
    """What cannot be a name is refused, with the reason."""
    with pytest.raises(JsonRpcException) as refused:
        _renamed(_with(mark), new)
    assert (refused.value.message, refused.value.code) == (REFUSED[mark, new], types.LSPErrorCodes.RequestFailed)


def test_an_alias_that_is_there() -> None:
    """Two files do not get one alias."""
    with pytest.raises(JsonRpcException, match="`e` is an alias already"):
        _renamed(seat({"a.toc": 'use "b.toc" as d▮\nuse "c.toc" as e', "b.toc": "", "c.toc": ""}), "e")


def test_behind_an_alias_names_do_not_clash() -> None:
    """Behind an alias a name may be one that the user has as well."""
    files = {"a.toc": 'use "b.toc" as q\nactor x "X"\nactor y "Y" { part of q.z▮ }', "b.toc": 'actor z "Z"'}
    assert _renamed(seat(files), "x") == {
        "a.toc": 'use "b.toc" as q\nactor x "X"\nactor y "Y" { part of q.x }',
        "b.toc": 'actor x "Z"',
    }


IN_EVERY_PLACE = """theory "T" { languages en }
outcome x▮ "X" { in 2030; tags a }
outcome y "Y" { requires x because "b"; in 2031 }
strategy s "S" { effort low }
s -> x strong
s -> y
x & y -> v weak
vision v "V"
indicator i "I" { measures x, y; baseline 3 % in 2026 }
factor adverse f "F"
f -| x weak feedback
view w "V" { show x, links of x, upstream of x, within 2 of x; hide x; highlight x, y; group by level }
question "Q" { about x }
learning "L" { changes x, y }
"""
REFUSED_WORDS = {"by", "par", "tagged", "tags", "étiquette", "étiquettes", "within"}


def _single_words() -> list[str]:
    slots = (entry for slot in table()["values"] for entry in slot_words(slot))
    every = {text for entry in (*keywords(), *slots) for spoken in LANGUAGES for text in entry.words[spoken]}
    return sorted(text for text in every if text.isalpha())


def test_words_of_the_language() -> None:
    """A word of the language is a name where it is read as one; else it is refused, and never changes the meaning."""
    sitting = seat(IN_EVERY_PLACE)
    (before,) = sitting.desk.analyses
    names = {key.id for key in before.theory.elements}
    refused: dict[str, str] = {}
    for new in _single_words():
        try:
            (after,) = _renamed(sitting, new).values()
        except JsonRpcException as error:
            refused[new] = error.message
            continue
        (found,) = analyse_workspace(MemoryReader({"model.toc": after}), Settings(select=("TOC0", "TOC1")))
        assert found.diagnostics == ()
        assert len(found.theory.links) == len(before.theory.links)
        assert {key.id for key in found.theory.elements} == {new if name == "x" else name for name in names}
    many = {new for new, message in refused.items() if message.startswith(f"in views `{new}` means all")}
    assert {new for new in refused if plural_kind(new)} == many
    assert set(refused) - many == REFUSED_WORDS
    assert all(refused[new].startswith(f"`{new}` is a word of the language") for new in REFUSED_WORDS)


WITH_ACCENTS = {"relève-à-venir": "relève-à-venir", " école ": "école", "e\u0301cole": "école"}


@pytest.mark.parametrize("new", WITH_ACCENTS)
def test_names_with_accents(new: str) -> None:
    """Accents stay as they are, written in one way, wherever the name stands: in links, lists, views, other files."""
    files = {
        "a.toc": 'use "b.toc"\nvision v "V" { for x }\nview w "W" { show x, by x, v; group by actor; order x }',
        "b.toc": 'actor x▮ "X"',
    }
    name = WITH_ACCENTS[new]
    assert _renamed(seat(files), new) == {
        "a.toc": f'use "b.toc"\nvision v "V" {{ for {name} }}\n'
        f'view w "W" {{ show {name}, by {name}, v; group by actor; order {name} }}',
        "b.toc": f'actor {name} "X"',
    }
