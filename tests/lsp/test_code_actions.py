"""What can be done where the cursor is."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest
from lsp.desks import FILE, MARK, Seat, applied, seat
from lsp.texts import all_texts, syntax_errors
from lsprotocol import types

from toc.config import Settings
from toc.diagnostics import AOC, CI, OM, RESULTS, Severity
from toc.lsp.actions.asked import EXTRACT, FIX_ALL, KEYWORDS, QUICK
from toc.lsp.feature import LATEST
from toc.lsp.features.code_actions import code_actions, resolve
from toc.syntax.formatter import format_document

EVERYTHING = types.Range(types.Position(0, 0), types.Position(100_000, 0))
ACTORS = Settings(ignore=("no-vision",))
PROFILES = Settings(profiles=(AOC, CI, OM, RESULTS))


def _actions(sitting: Seat, *only: str, **context: Any) -> list[types.CodeAction]:
    about = types.CodeActionContext(context.pop("diagnostics", []), only=only or None, **context)
    where = sitting.range if sitting.marks else EVERYTHING
    return [*code_actions.answer(sitting.desk, types.CodeActionParams(sitting.document, where, about))]


def _titles(text: str, *only: str, **desk: Any) -> list[str]:
    return [action.title for action in _actions(seat(text, **desk), *only)]


def _all_done(sitting: Seat, title: str) -> dict[str, str]:
    """Return the files that the action whose title begins so changes."""
    action = next(action for action in _actions(sitting) if action.title.startswith(title))
    assert action.edit is not None
    return applied(sitting.desk, action.edit)


def _done(text: str | Mapping[str, str], title: str, **desk: Any) -> str:
    """Return the text of the file after the action."""
    sitting = seat(text, **desk)
    return _all_done(sitting, title)[sitting.desk.file]


# Mending what is wrong --------------------------------------------------------------------------------------------

MISSPELT = 'outcome lire "They read"\nstrategy bus "Bus"\nbus -> lier▮ { because "x" }\n'


def test_a_fix_is_linked_to_what_it_mends() -> None:
    """The fix of a misspelt name comes with the diagnostic that the client was sent."""
    sitting = seat(MISSPELT)
    where = types.Range(types.Position(2, 7), types.Position(2, 11))
    sent = types.Diagnostic(where, "as the client shows it", code="unknown-name")
    found = next(action for action in _actions(sitting, diagnostics=[sent]) if action.title.startswith("write `"))
    assert (found.kind, found.diagnostics) == (QUICK, [sent])
    assert found.edit is not None
    assert applied(sitting.desk, found.edit)[FILE] == MISSPELT.replace("lier▮", "lire")


def test_a_client_that_sends_no_diagnostics_gets_them() -> None:
    """Where the client does not say what it shows, the action brings the diagnostic that it mends."""
    found = next(action for action in _actions(seat(MISSPELT)) if action.title.startswith("write `"))
    assert found.diagnostics is not None
    assert found.diagnostics[0].message.startswith("nothing is called `lier`")


def test_only_what_touches_the_range_is_offered() -> None:
    """What is wrong elsewhere in the file is not offered here."""
    assert [title for title in _titles(f"{MARK}# a comment\n{MISSPELT.replace(MARK, '')}") if "`" in title] == []


def test_fixes_after_an_edit_of_texts() -> None:
    """While the file is not read whole again, fixes are at hand, at the places where things stand now."""
    before = {FILE: MISSPELT.replace(MARK, "")}
    after = MISSPELT.replace('"They read"', '"They read a lot"')
    assert _done(after, "write `lire`", knowing=LATEST, before=before) == after.replace("lier▮", "lire")
    here = MISSPELT.replace('"x"', '"xyz"')
    assert _done(here, "write `lire`", knowing=LATEST, before=before) == here.replace("lier▮", "lire")


def test_all_that_can_be_mended_safely() -> None:
    """All safe fixes of a file are one action of its own kind, applied together where they do not touch."""
    text = 'vision v "V" { for a, b; counterfactual 20 % }\nfactor adverse f "F"\nf -| v 62 %\n'
    (found,) = _actions(seat(text), FIX_ALL)
    assert (found.title, found.kind) == ("mend 2 findings that can be mended safely", FIX_ALL)
    assert found.edit is not None
    assert applied(seat(text).desk, found.edit)[FILE] == text.replace("20 %", "0.2").replace("62 %", "0.62")
    assert _actions(seat('vision v "V"'), FIX_ALL) == []


# Creating what is missing -----------------------------------------------------------------------------------------

MISSING: dict[str, list[str]] = {
    f'vision v "V" {{ for x{MARK} }}': ["actor"],
    f'vision v "V" {{ requires x{MARK} }}': ["precondition", "outcome", "output"],
    f'vision v "V" {{ validated by x{MARK} in 2026 }}': ["actor"],
    f'risk r "R" {{ mitigated by x{MARK} }}': ["strategy"],
    f'resource money m "M" {{ from x{MARK} }}': ["actor"],
    f'actor a "A" {{ funded by x{MARK} }}': ["actor", "resource"],
    f'learning "L" {{ answers x{MARK} }}': ["question"],
    f'v -> w {{ assuming x{MARK} }}\noutcome v "V"\noutcome w "W"': ["assumption"],
    f"observed 3 % for x{MARK} in 2026": ["indicator"],
    f'view v "V" {{ show links of x{MARK} }}': ["strategy", "outcome", "precondition"],
    f'view v "V" {{ show by x{MARK} }}': ["actor"],
    f'x{MARK} -> v\nvision v "V"': ["strategy", "outcome", "precondition"],
    f'x{MARK} => v\nvision v "V"': ["precondition", "outcome"],
    f'x{MARK} -> o\noutput o "O"': ["strategy", "output", "factor"],
    f'x{MARK} -| o\noutcome o "O"': ["factor", "outcome"],
    f's -> x{MARK}\nstrategy s "S"': ["outcome", "precondition", "vision"],
    f'p -> x{MARK} -> v\nprecondition p "P"\nvision v "V"': ["outcome", "precondition"],
}


@pytest.mark.parametrize("text", MISSING)
def test_what_an_unknown_name_may_become(text: str) -> None:
    """The kinds offered fit the place where the name is used, the likeliest first."""
    titles = [title for title in _titles(text) if title.startswith("declare `x`: ")]
    assert [title.removeprefix("declare `x`: ") for title in titles] == MISSING[text]


DECLARED = {
    f'acteur a "A"\nvision v "V" {{ pour maison_des-jeunes{MARK} }}\n': (
        'acteur a "A"\nacteur maison_des-jeunes "Maison des jeunes"\nvision v "V" { pour maison_des-jeunes }\n'
    ),
    f'vision v "V" {{ for x{MARK} }}': 'vision v "V" { for x }\nactor x "X"',
    f'pathway p "P" {{\n  outcome o "O" {{ of x{MARK} }}  # c\n}}\n': (
        'pathway p "P" {\n  outcome o "O" { of x }  # c\n  actor x "X"\n}\n'
    ),
    f'actor a "A"\npathway p "P" {{\n  outcome o "O" {{ of x{MARK} }}\n}}\n': (
        'actor a "A"\nactor x "X"\npathway p "P" {\n  outcome o "O" { of x }\n}\n'
    ),
    f'vision v "V" {{ for x{MARK} }}; vision w "W"\r\n': 'vision v "V" { for x }; actor x "X"; vision w "W"\r\n',
    f'vision v "V" {{ for x{MARK} }}\r\nvision w "W"\r\n': 'vision v "V" { for x }\r\nactor x "X"\r\nvision w "W"\r\n',
}


@pytest.mark.parametrize("text", DECLARED)
def test_where_a_declaration_goes(text: str) -> None:
    """A declaration goes behind the last of its kind, else behind what names it, as lines and words are there."""
    assert _done(text, "declare") == DECLARED[text]


def test_what_hinders_is_adverse() -> None:
    """A factor is declared with the word that fits the arrow."""
    text = f'x{MARK} -| o {{ because "y" }}\noutcome o "O"\n'
    assert 'factor adverse x "X"' in _done(text, "declare `x`: factor")


def test_behind_an_alias_the_other_file_declares() -> None:
    """What is missing behind an alias is declared in the file meant, in that file's language."""
    files = {"a.toc": f'use "b.toc" as q\nvision v "V" {{ for q.x{MARK} }}', "b.toc": 'acteur y "Y"'}
    assert _all_done(seat(files), "declare") == {"b.toc": 'acteur y "Y"\nacteur x "X"'}


# Links ------------------------------------------------------------------------------------------------------------

LINKED = f'outcome a "A"\nvision b "B"\na -{MARK}> b strong {{ because "x" }}\n'


def test_a_precondition_is_taken_out_of_a_link() -> None:
    """The link leads to a new precondition, which the old target requires."""
    assert _done(LINKED, "put a precondition") == (
        'outcome a "A"\nvision b "B"\na -> condition strong { because "x" }\n'
        'condition => b\nprecondition condition "What must be in place before"\n'
    )


NO_EXTRACTION = [
    LINKED.replace("->", "=>").replace(f"-{MARK}>", f"={MARK}>"),
    LINKED.replace("> b", "> c"),
    LINKED.replace("> b strong", "> b strnog"),
    LINKED.replace("vision b", "output b"),
    LINKED.replace(f"-{MARK}> b", f"-> b -{MARK}> b"),
    f'vision {MARK}v "V"',
    MARK,
]


@pytest.mark.parametrize("text", NO_EXTRACTION)
def test_where_no_precondition_can_stand(text: str) -> None:
    """Nothing is offered for other arrows, unknown or unfit ends, chains, and what is no link."""
    assert _titles(text, EXTRACT) == []


def test_a_new_name_is_free() -> None:
    """The name of a new precondition is none that is there."""
    text = LINKED.replace("outcome a", 'outcome condition "C"\noutcome a')
    assert "a -> condition2 strong" in _done(text, "put a precondition")


REASONS = {
    f'outcome a "A"\nvision v "V"\na{MARK} -> v\n': 'outcome a "A"\nvision v "V"\na -> v { because "why" }\n',
    f'changement a "A"\nvision v "V"\na{MARK} -> v {{\n  note "x"\n}}\n': (
        'changement a "A"\nvision v "V"\na -> v {\n  note "x"\n  parce que "pourquoi"\n}\n'
    ),
    f'outcome a "A"\nvision v "V" {{ req{MARK}uires a }}\n': (
        'outcome a "A"\nvision v "V" { requires a because "why" }\n'
    ),
    f'outcome a "A"\nvision v "V"\na{MARK} -> v {{ because "" }}\n': (
        'outcome a "A"\nvision v "V"\na -> v { because "why" }\n'
    ),
}


@pytest.mark.parametrize("text", REASONS)
def test_a_place_for_the_reason(text: str) -> None:
    """A link without a reason gets a place for it, in the language of the file."""
    assert _done(text, "say why") == REASONS[text]


def test_what_a_rule_says_can_be_accepted() -> None:
    """A rule is waived in the declaration around what it says, for a reason to be given; errors of names are not."""
    text = f'acteur a "A"\nvision v "V" {{ pour a; exige lire }}\nchangement {MARK}lire "L" {{\n  chez A\n}}\n'
    titles = [title for title in _titles(text) if title.startswith("accept")]
    assert "accept `unknown-name` here, and say why" not in titles
    sound = text.replace("chez A", "chez a")
    assert _done(sound, "accept `no-indicator`") == (
        sound.replace(MARK, "").replace("  chez a\n", '  chez a\n  accepte no-indicator parce que "pourquoi"\n')
    )


# What clients can -------------------------------------------------------------------------------------------------


def _client(**can: Any) -> types.ClientCapabilities:
    edits = types.WorkspaceEditClientCapabilities(**can)
    return types.ClientCapabilities(workspace=types.WorkspaceClientCapabilities(workspace_edit=edits))


def test_versions_come_along() -> None:
    """A client that takes versioned edits gets the version of the file that they were made for."""
    sitting = seat(MISSPELT, client=_client(document_changes=True), versions={FILE: 7})
    found = next(action for action in _actions(sitting) if action.title.startswith("write `"))
    assert found.edit is not None
    assert found.edit.changes is None
    (change,) = found.edit.document_changes or ()
    assert isinstance(change, types.TextDocumentEdit)
    assert change.text_document == types.OptionalVersionedTextDocumentIdentifier(sitting.desk.uri_of(FILE), 7)
    assert _done(MISSPELT, "write `", client=_client(document_changes=True)) == MISSPELT.replace("lier▮", "lire")


def test_a_reason_to_be_filled_in_is_selected_where_the_client_can() -> None:
    """A client that takes snippets goes to the reason; signs of snippets in what is inserted mean nothing else."""
    client = _client(document_changes=True, snippet_edit_support=True)
    sitting = seat(f'outcome a "A"\nvision v "V"\na{MARK} -> v\n', client=client)
    found = next(action for action in _actions(sitting) if action.title == "say why")
    assert found.edit is not None
    (change,) = found.edit.document_changes or ()
    assert isinstance(change, types.TextDocumentEdit)
    (edit,) = change.edits
    assert isinstance(edit, types.SnippetTextEdit)
    assert edit.snippet.value == r' { because "${1:why}" \}'


def test_kinds_that_are_asked_for() -> None:
    """Only actions of the kinds asked for come; those of the whole file do not come by themselves."""
    assert {action.kind for action in _actions(seat(LINKED), "refactor")} == {EXTRACT}
    assert {action.kind for action in _actions(seat(LINKED), "source")} == {f"{KEYWORDS}.fr"}
    assert f"{KEYWORDS}.fr" not in {action.kind for action in _actions(seat(LINKED))}
    by_itself = types.CodeActionTriggerKind.Automatic
    kinds = {str(action.kind) for action in _actions(seat(LINKED), trigger_kind=by_itself)}
    assert [kind for kind in kinds if kind.startswith("source")] == []


# Translating ------------------------------------------------------------------------------------------------------


AT_A_WORD = {
    f'ac{MARK}tor a "A" {{ concerned }}\n': ["fr"],
    f'actor a "A" {{ conce{MARK}rned }}\n': ["fr"],
    f'actor a{MARK}bc "A" {{ concerned }}\n': [],
    f'actor abc "A{MARK}b" {{ concerned }}\n': [],
    f'outcome {MARK}lire "L"\n': [],
    f'out{MARK}come lire "L"\n': [],
}


@pytest.mark.parametrize("text", AT_A_WORD)
def test_translation_stands_among_no_mends(text: str) -> None:
    """Translating comes at a word of the language where nothing is to be mended, and for those who ask for it."""
    kinds = [str(action.kind) for action in _actions(seat(text, settings=ACTORS))]
    found = [kind.removeprefix(f"{KEYWORDS}.") for kind in kinds if kind.startswith(KEYWORDS)]
    assert found == AT_A_WORD[text]
    assert [action.kind for action in _actions(seat(text), "source")] == [f"{KEYWORDS}.fr"]


@pytest.mark.parametrize(("text", "language"), [(LINKED, "fr"), ("acteur a «A» # c\n", "en")])
def test_words_in_the_other_language(text: str, language: str) -> None:
    """The words of a file are translated as `toc fmt --keywords` does."""
    sitting = seat(text)
    (found,) = _actions(sitting, f"{KEYWORDS}.{language}")
    assert found.edit is not None
    assert applied(sitting.desk, found.edit)[FILE] == format_document(sitting.desk.document, language)


def test_edits_are_left_for_later_where_the_client_asks_for_them() -> None:
    """A client that asks for the edits of the action chosen gets them then, and them alone."""
    later = types.CodeActionClientCapabilities(resolve_support=types.ClientCodeActionResolveOptions(["edit"]))
    client = types.ClientCapabilities(text_document=types.TextDocumentClientCapabilities(code_action=later))
    sitting = seat(LINKED, client=client)
    (found,) = _actions(sitting, f"{KEYWORDS}.fr")
    assert found.edit is None
    chosen = resolve.answer(sitting.desk, found)
    assert applied(sitting.desk, chosen.edit)[FILE] == format_document(sitting.desk.document, "fr")
    other = types.CodeAction("something else")
    assert resolve.answer(sitting.desk, other) == types.CodeAction("something else")


def test_titles_in_french() -> None:
    """Actions are offered in the reader's language."""
    assert "dire pourquoi" in _titles(f'outcome a "A"\nvision v "V"\na{MARK} -> v\n', spoken="fr")


# Laws -------------------------------------------------------------------------------------------------------------


@cache
def _models() -> tuple[str, ...]:
    """Return every model of the fixtures, one by one."""
    parts = (part for text in all_texts() for part in re.split(r"^(?=# ---)", text, flags=re.MULTILINE))
    return tuple(dict.fromkeys(part for part in parts if part.strip()))


Said = Counter[tuple[str, str]]


def _said(sitting: Seat, below: str = "TOD", *, errors: bool = False) -> Said:
    """Return what is said about the files, of rules with codes below one, as often as it is."""
    return Counter(
        (found.rule.name, str(found.message).partition(" ")[0] if errors else str(found.message))
        for analysis in sitting.desk.analyses
        for found in analysis.diagnostics
        if found.rule.code < below and (found.severity is Severity.ERROR or not errors)
    )


# Once a change has its place in the theory, its indicator is asked for; what is a change now has to find its place.
FOLLOWED_BY = {
    "isolated-element": {"no-indicator"},
    "dead-end": {"no-indicator"},
    "assumption-is-precondition": {"no-indicator", "dead-end"},
}


def _samples() -> Iterator[tuple[str, int, types.CodeAction]]:
    """Yield the actions of each model, a few of those that are the same everywhere."""
    seen: Counter[tuple[str, str]] = Counter()
    for model in _models():
        here = set()
        for number, action in enumerate(_actions(seat(model, settings=PROFILES))):
            rule = str(action.diagnostics[0].code) if action.diagnostics else ""
            mark = (rule, action.title.partition("`")[0])
            seen[mark] += 1
            if mark not in here and seen[mark] <= 2:
                here.add(mark)
                yield model, number, action


def test_an_action_makes_nothing_worse() -> None:
    """Over all fixtures, what is offered leaves a file that reads no worse, and mends what it is offered for."""
    for model, _number, action in _samples():
        before = seat(model, settings=PROFILES)
        assert action.edit is not None
        text = applied(before.desk, action.edit).get(FILE, model)
        after = seat(text, settings=PROFILES)
        assert syntax_errors(text) <= syntax_errors(model)
        if action.kind != QUICK:
            continue
        assert action.diagnostics is not None
        code, message = str(action.diagnostics[0].code), action.diagnostics[0].message.partition("\n")[0]
        assert _said(after)[code, message] < _said(before)[code, message]
        rule = next(found.rule for one in before.desk.analyses for found in one.diagnostics if found.rule.name == code)
        # What is mended may let what could not be looked at before come to light.
        stage = f"TOC{int(rule.code[3]) + 1}" if rule.code < "TOC2" else "TOD"
        new = _said(after, stage, errors=True) - _said(before, stage, errors=True)
        assert {name for name, _opening in new} <= FOLLOWED_BY.get(rule.name, set())


def test_any_place_of_any_text_can_be_asked_about() -> None:
    """Over all fixtures, broken ones too, at any place, before the rules have run: there is an answer."""
    for text in all_texts():
        for at in range(0, len(text), max(1, len(text) // 4)):
            sitting = seat(f"{text[:at]}{MARK}{text[at:]}", knowing=LATEST)
            for action in _actions(sitting, QUICK, EXTRACT):
                assert action.edit is not None
                (after,) = applied(sitting.desk, action.edit).values()
                assert syntax_errors(after) <= syntax_errors(text)


def test_places_outside_the_text() -> None:
    """A place behind the text never fails."""
    sitting = seat(MISSPELT.replace(MARK, ""))
    behind = types.Range(types.Position(900, 900), types.Position(901, 0))
    found = code_actions.answer(
        sitting.desk, types.CodeActionParams(sitting.document, behind, types.CodeActionContext([]))
    )
    assert found == []
