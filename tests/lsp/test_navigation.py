"""From a name to its declaration and to every place that uses it."""

from collections.abc import Sequence

import pytest
from lsp.desks import MARK, Seat, seat
from lsprotocol import types

from toc.lsp.features.definition import definition
from toc.lsp.features.highlight import highlight
from toc.lsp.features.references import references

FILES = {
    "main.toc": """use "people.toc"
use "district.toc" as d
vision diploma "Diploma" { for youth; requires reading }
outcome reading "They read" { of youth }
strategy bus "Bus" { by town, d.library }
bus, d.club -> reading strong { assuming roads }
bus -> 3 reading
assumption roads "Open"
view v "V" { show links of reading, upstream of bus; order youth }
""",
    "people.toc": 'actor youth "Youth"\nactor town "Town" { part of youth }\n',
    "district.toc": 'use "people.toc"\nactor library "Library" { part of town }\nstrategy club "Club" { by library }\n',
}


def _with(mark: str, file: str = "main.toc", files: dict[str, str] = FILES) -> Seat:
    """Return a desk with the cursor where `mark` is put into the text of a file (given with its mark)."""
    plain = mark.replace(MARK, "")
    assert plain in files[file]
    return seat({**files, file: files[file].replace(plain, mark, 1)})


def _told(sitting: Seat, locations: Sequence[types.Location] | None) -> list[str] | None:
    """Return where locations are, as `file:line:column text`."""
    if locations is None:
        return None
    documents = sitting.desk.analysis.documents
    found = []
    for location in locations:
        path = next(path for path in documents if sitting.desk.uri_of(path) == location.uri)
        start, end = location.range.start, location.range.end
        text = documents[path].source.line(start.line + 1)[start.character : end.character]
        found.append(f"{path}:{start.line + 1}:{start.character + 1} {text}")
    return found


DEFINITIONS = {
    "for you▮th": ["people.toc:1:7 youth"],
    "bus, d.club -> read▮ing": ["main.toc:4:9 reading"],
    "by town, d.libr▮ary": ["district.toc:2:7 library"],
    "by town, ▮d.library": ["main.toc:2:23 d"],
    "assuming roads▮": ["main.toc:8:12 roads"],
    "upstream of b▮us": ["main.toc:5:10 bus"],
    "bus -> 3 read▮ing": ["main.toc:4:9 reading"],
    "outcome read▮ing": ["main.toc:4:9 reading"],
    'use "peo▮ple.toc"': ["people.toc:1:1 "],
    "str▮ategy bus": None,
    '"They▮ read"': None,
    "stro▮ng": None,
}


@pytest.mark.parametrize("mark", DEFINITIONS)
def test_definition(mark: str) -> None:
    """A name leads to its declaration in whichever file, an alias to its `use`, a path to the file."""
    sitting = _with(mark)
    found = definition.answer(sitting.desk, types.DefinitionParams(**sitting.here))
    assert _told(sitting, found) == DEFINITIONS[mark]


def test_a_name_declared_twice() -> None:
    """A name that is declared twice leads to both declarations."""
    sitting = seat('actor a "A"\nactor a "B"\nstrategy s "S" { by a▮ }')
    found = definition.answer(sitting.desk, types.DefinitionParams(**sitting.here))
    assert _told(sitting, found) == ["model.toc:1:7 a", "model.toc:2:7 a"]


def _references(sitting: Seat, *, declared: bool) -> list[str] | None:
    context = types.ReferenceContext(include_declaration=declared)
    return _told(sitting, references.answer(sitting.desk, types.ReferenceParams(**sitting.here, context=context)))


def test_references_across_files() -> None:
    """Every use of an element in any file is found, with or without its declaration."""
    uses = [
        "main.toc:3:32 youth",
        "main.toc:4:34 youth",
        "main.toc:9:60 youth",
        "people.toc:2:29 youth",
    ]
    assert _references(_with("for you▮th"), declared=False) == uses
    declared = _references(_with("actor yo▮uth", "people.toc"), declared=True)
    assert declared == [*uses[:3], "people.toc:1:7 youth", uses[3]]


def test_references_behind_an_alias() -> None:
    """What is named behind an alias is found as well; the place is the name alone."""
    found = _references(_with("d.cl▮ub"), declared=True)
    assert found == ["district.toc:3:10 club", "main.toc:6:8 club"]


def test_references_from_files_that_are_looked_at_apart() -> None:
    """Files with theories of their own that use one file are all searched."""
    files = {
        "a.toc": 'theory "A"\nuse "c.toc"\nvision v "V" { for x }',
        "b.toc": 'theory "B"\nuse "c.toc"\nvision v "V" { for x }',
        "c.toc": 'actor x "X"',
    }
    sitting = _with("actor ▮x", "c.toc", files)
    context = types.ReferenceContext(include_declaration=False)
    found = references.answer(sitting.desk, types.ReferenceParams(**sitting.here, context=context))
    assert [one.uri.rsplit("/", 1)[1] for one in found or ()] == ["a.toc", "b.toc"]


def test_references_in_what_cannot_be_read() -> None:
    """In a statement that cannot be read, the words that are the name count as uses."""
    assert "main.toc:7:10 reading" in (_references(_with("outcome read▮ing"), declared=False) or [])


def test_highlight() -> None:
    """The places of the file that name the element are marked, its declaration as written."""
    sitting = _with("requires read▮ing")
    found = highlight.answer(sitting.desk, types.DocumentHighlightParams(**sitting.here))
    lines = [(one.range.start.line + 1, one.kind == types.DocumentHighlightKind.Write) for one in found or ()]
    assert lines == [(3, False), (4, True), (6, False), (7, False), (9, False)]


@pytest.mark.parametrize("position", [(0, 0), (2, 900), (900, 0), (8, 3)])
def test_places_without_a_name(position: tuple[int, int]) -> None:
    """Where nothing is named, nothing is found and nothing fails."""
    desk, place = seat(FILES), types.Position(*position)
    context = types.ReferenceContext(include_declaration=True)
    assert definition.answer(desk.desk, types.DefinitionParams(desk.document, place)) is None
    assert references.answer(desk.desk, types.ReferenceParams(context, desk.document, place)) is None
    assert highlight.answer(desk.desk, types.DocumentHighlightParams(desk.document, place)) is None
