"""From an element to its causes and effects, step by step."""

import pytest
from lsp.desks import Seat, seat
from lsprotocol import types

from toc.lsp.features.hierarchy import causes, effects, prepare

FILES = {
    "main.toc": """use "other.toc"
vision diploma "Diploma" { requires reading because "One reads" }
outcome reading "They read" {
  level individual▮
}
strategy bus "Bus" { output books "Books" }
strategy club
bus & club -> reading strong
club -> reading weak feedback
diploma -> reading 0.3 feedback
far -> reading
""",
    "other.toc": 'outcome far "Far"\n',
}


def _prepared(sitting: Seat) -> list[types.CallHierarchyItem]:
    params = types.CallHierarchyPrepareParams(**sitting.here)
    found: list[types.CallHierarchyItem] | None = prepare.answer(sitting.desk, params)
    return found or []


def _text(sitting: Seat, uri: str, where: types.Range) -> str:
    documents = sitting.desk.analysis.documents
    path = next(path for path in documents if sitting.desk.uri_of(path) == uri)
    return documents[path].source.line(where.start.line + 1)[where.start.character : where.end.character]


def test_the_element_around() -> None:
    """Inside a declaration its element is meant, on a name the one it names, elsewhere none."""
    assert [item.name for item in _prepared(seat(FILES))] == ["reading — They read"]
    named = {**FILES, "main.toc": FILES["main.toc"].replace("▮", "").replace("bus &", "bus▮ &")}
    assert [item.name for item in _prepared(seat(named))] == ["bus — Bus"]
    assert _prepared(seat("# no▮thing\n")) == []


def test_causes() -> None:
    """Each cause is told once, with how it acts and where its links are written."""
    sitting = seat(FILES)
    (item,) = _prepared(sitting)
    found = causes.answer(sitting.desk, types.CallHierarchyIncomingCallsParams(item)) or []
    told = {
        call.from_.name: (call.from_.detail, [_text(sitting, call.from_.uri, place) for place in call.from_ranges])
        for call in found
    }
    assert told == {
        "bus — Bus": ("contributes, strong", ["bus & club -> reading strong"]),
        "club": (
            "contributes, strong; contributes, weak, feedback",
            ["bus & club -> reading strong", "club -> reading weak feedback"],
        ),
        "diploma — Diploma": ("contributes, 0.3, feedback", ["diploma -> reading 0.3 feedback"]),
        "far — Far": ("contributes, moderate, for want of a strength", ["far"]),
    }


def test_effects() -> None:
    """Each effect is told once, with the places where the links to it are written."""
    sitting = seat(FILES)
    (item,) = _prepared(sitting)
    (found,) = effects.answer(sitting.desk, types.CallHierarchyOutgoingCallsParams(item)) or []
    assert (found.to.name, found.to.detail) == ("diploma — Diploma", "is required")
    assert [_text(sitting, item.uri, place) for place in found.from_ranges] == ['requires reading because "One reads"']


def test_there_and_back() -> None:
    """What is among the effects of an element has it among its causes, all along the chain."""
    sitting = seat(FILES)
    seen: set[str] = set()
    pending = _prepared(sitting)
    while pending:
        item = pending.pop()
        if item.name not in seen:
            seen.add(item.name)
            for call in effects.answer(sitting.desk, types.CallHierarchyOutgoingCallsParams(item)) or []:
                back = causes.answer(sitting.desk, types.CallHierarchyIncomingCallsParams(call.to)) or []
                assert item.name in {other.from_.name for other in back}
                pending.append(call.to)
    assert seen == {"reading — They read", "diploma — Diploma"}


@pytest.mark.parametrize("data", [None, [], ["main.toc", "gone"], ["x"], "main.toc", {"file": 1}])
def test_items_that_are_old(data: object) -> None:
    """An item of an element that is there no longer has no causes and no effects."""
    sitting = seat(FILES)
    (item,) = _prepared(sitting)
    item.data = data
    assert causes.answer(sitting.desk, types.CallHierarchyIncomingCallsParams(item)) == []
    assert effects.answer(sitting.desk, types.CallHierarchyOutgoingCallsParams(item)) == []
