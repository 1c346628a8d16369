"""What rules say is not there, put there."""

import re
from collections.abc import Iterator

import pytest
from lsp.desks import FILE, MARK, applied, seat
from lsp.test_code_actions import PROFILES, _actions
from lsp.texts import ROOT, syntax_errors
from lsprotocol import types

from toc.lsp.actions.asked import QUICK
from toc.lsp.actions.supplies import SUPPLIES
from toc.lsp.filling import OPEN, place, plain, snippet, snippets, variants

FILLS_IN = types.ClientCapabilities(
    workspace=types.WorkspaceClientCapabilities(
        workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True, snippet_edit_support=True)
    )
)


def _done(text: str, rule: str, title: str = "") -> str:
    """Return the text after the action for what a rule says, of those whose title ends so."""
    sitting = seat(text, settings=PROFILES)
    found = (one for one in _actions(sitting, QUICK) if one.diagnostics and one.diagnostics[0].code == rule)
    action = next(one for one in found if one.title.endswith(title) and not one.title.startswith("accept"))
    assert action.edit is not None
    return applied(sitting.desk, action.edit)[FILE]


def _snippets(text: str, title: str, **settings: object) -> list[str]:
    """Return what the action whose title begins so inserts in a client that goes to places to fill in."""
    sitting = seat(text, client=FILLS_IN, settings=PROFILES)
    action = next(one for one in _actions(sitting, QUICK) if one.title.startswith(title))
    assert action.edit is not None
    (change,) = action.edit.document_changes or ()
    assert isinstance(change, types.TextDocumentEdit)
    return [one.snippet.value for one in change.edits if isinstance(one, types.SnippetTextEdit)]


NOT_OFFERED = {
    "assumption-is-precondition": f's -> {MARK}h\nstrategy s "S"\nassumption h "H" {{ likelihood likely }}\n',
    "isolated-element": f'theory "T"\nvision {MARK}v "V"\n',
    "duplicate-link": f'vision v "V"\noutcome a "A"\noutcome b "B"\na -> v\n{MARK}a, b -> v\n',
}


@pytest.mark.parametrize("rule", NOT_OFFERED)
def test_nothing_else_is_taken_away(rule: str) -> None:
    """What would go with it, or would not fit, keeps an action from being offered."""
    actions = _actions(seat(NOT_OFFERED[rule]), QUICK)
    titles = {one.title for one in actions if one.diagnostics and one.diagnostics[0].code == rule}
    assert "remove this" not in titles
    assert not [title for title in titles if title.startswith("call ")]


# Each: what the rule says is missing, and the file once it is there; the end of the title says which choice is taken.
SUPPLIED: dict[tuple[str, str], tuple[str, str]] = {
    ("no-indicator", ""): (
        f'vision v "V"\npathway p "P" {{\n  outcome {MARK}a "A"\n}}\na -> v\n',
        (
            'vision v "V"\npathway p "P" {\n  outcome a "A" {\n    indicator "By what we see the change" {\n'
            "      baseline 0 % in 2026\n      target 100 % in 2032\n"
            '      source "where this comes from"\n    }\n  }\n}\na -> v\n'
        ),
    ),
    ("no-indicator", "of `b`"): (
        f'vision v "V"\nchangement {MARK}b "B" {{ en 2030 }}\nb -> v\n',
        (
            'vision v "V"\nchangement b "B" { en 2030; indicateur "À quoi nous voyons le changement" '
            '{ départ 0 % en 2026; cible 100 % en 2032; source "d\'où cela vient" } }\nb -> v\n'
        ),
    ),
    ("incomplete-indicator", ""): (
        f'actor t "T"\noutcome a "A" {{\n  indicator {MARK}"I" {{ baseline 3 books in 2024 }}\n}}\n',
        (
            'actor t "T"\noutcome a "A" {\n  indicator "I" { baseline 3 books in 2024; target 100 books in 2032; '
            'source "where this comes from" }\n}\n'
        ),
    ),
    ("nobody-responsible", "`u`"): (
        f'strategy {MARK}s "S"\nactor t "T"\nactor u "U"\n',
        'strategy s "S" { by u }\nactor t "T"\nactor u "U"\n',
    ),
    ("nobody-responsible", "carries `s`"): (
        f'stratégie {MARK}s "S"\nvision v "V"\n',
        (
            'stratégie s "S" { par quelqu_un }\nacteur quelqu_un "Une personne, un groupe ou une organisation"\n'
            'vision v "V"\n'
        ),
    ),
    ("no-beneficiary", "`t`"): (f'vision {MARK}v "V"\nactor t "T"\n', 'vision v "V" { for t }\nactor t "T"\n'),
    ("no-vision", ""): (
        f'théorie {MARK}"T"\nacteur a "A"\n',
        'théorie "T"\nvision nom "Le changement à long terme que nous partageons"\nacteur a "A"\n',
    ),
    ("dead-end", "`v`"): (
        f'vision v "V"\nprecondition {MARK}p "P"\n',
        'vision v "V"\nprecondition p "P"\np => v { because "why" }\n',
    ),
    ("idle-strategy", "`p`"): (
        f'vision v "V"\nprecondition p "P"\np => v\nstrategy {MARK}s "S"\n',
        'vision v "V"\nprecondition p "P"\np => v\nstrategy s "S"\ns -> p { because "why" }\n',
    ),
    ("unreachable-outcome", ""): (
        f'vision v "V"\nprécondition {MARK}p "P"\np => v\n',
        (
            'vision v "V"\nprécondition p "P"\nstratégie notre_voie "Ce que nous faisons, dans une même orientation"\n'
            'notre_voie -> p { parce que "pourquoi" }\np => v\n'
        ),
    ),
    ("sufficiency-not-stated", "`unknown`"): (
        f'vision {MARK}v "V"\noutcome a "A"\noutcome b "B"\na, b -> v\n',
        'vision v "V" { sufficient unknown }\noutcome a "A"\noutcome b "B"\na, b -> v\n',
    ),
    ("effort-not-stated", ""): (
        f'vision v "V"\nstrategy {MARK}s "S"\nstrategy t "T" {{ effort 12 days }}\ns, t -> v\n',
        'vision v "V"\nstrategy s "S" { effort 1000 days }\nstrategy t "T" { effort 12 days }\ns, t -> v\n',
    ),
    ("no-context", ""): (
        f'{MARK}vision v "V"\noutcome a "A"\na -> v\n',
        (
            'theory "What we want to see change" {\n  issue "the problem that we want to answer"\n'
            '  context "the situation, as we read it together"\n}\nvision v "V"\noutcome a "A"\na -> v\n'
        ),
    ),
    ("no-review", ""): (
        f'theory {MARK}"T" {{ horizon 2030 }}\nvision v "V"\nstrategy s "S"\ns -> v\n',
        'theory "T" { horizon 2030; review every 6 months from 2027-01-15 }\nvision v "V"\nstrategy s "S"\ns -> v\n',
    ),
    ("no-unintended-effects", ""): (
        f'theory {MARK}"T"\nvision v "V"\nstrategy s "S"\ns -> v\n',
        (
            'theory "T"\nvision v "V"\nstrategy s "S"\ns -> v\n'
            'risk "What could do harm" {\n  likelihood even\n  severity low\n}\n'
        ),
    ),
    ("missing-champion-role", ""): (
        f'theory {MARK}"T"\nactor a "A" {{ champion gather }}\n',
        (
            'theory "T"\nactor a "A" { champion gather }\n'
            'actor somebody "A person, a group or an organisation" { champion know, influence }\n'
        ),
    ),
    ("missing-translation", ""): (
        f'theory "T" "T"@fr {{ languages en, fr }}\noutcome a {MARK}"Books"\n',
        'theory "T" "T"@fr { languages en, fr }\noutcome a "Books" "the same in the other language"@fr\n',
    ),
    ("precondition-not-required", ""): (
        f'vision v "V"\nprécondition {MARK}p "P"\np -> v\n',
        'vision v "V"\nchangement p "P"\np -> v\n',
    ),
    ("assumption-is-precondition", ""): (
        f'strategy s "S"\ns -> {MARK}h\nassumption h "H" {{ note "n" }}\n',
        'strategy s "S"\ns -> h\nprecondition h "H" { note "n" }\n',
    ),
    ("repeated-property", ""): (
        f'strategy s "S" {{ effort low; {MARK}effort high }}\n',
        'strategy s "S" { effort low }\n',
    ),
    ("duplicate-link", ""): (
        f'vision v "V"\noutcome a "A"\na -> v\n{MARK}a => v\n',
        'vision v "V"\noutcome a "A"\na -> v\n',
    ),
    ("isolated-element", "remove this"): (
        f'vision v "V"\nactor {MARK}a "A" {{\n  note "x"\n}}\nactor b "B"\n',
        'vision v "V"\nactor b "B"\n',
    ),
    ("strength-not-stated", "`strong`"): (
        f'{MARK}theory "T"\nvision v "V"\noutcome a "A"\nstrategy s "S"\ns -> a {{ because "x" }}\na -> v weak\n',
        'theory "T"\nvision v "V"\noutcome a "A"\nstrategy s "S"\ns -> a strong { because "x" }\na -> v weak\n',
    ),
    ("unattached-assumption", "`a -> v` rest on `h`"): (
        f'vision v "V"\noutcome a "A"\nstrategy s "S"\ns -> a\na -> v weak\nassumption {MARK}h "H"\n',
        'vision v "V"\noutcome a "A"\nstrategy s "S"\ns -> a\na -> v weak { assuming h }\nassumption h "H"\n',
    ),
    ("unterminated-text", ""): (f'vision v {MARK}"V \noutcome b "B"\n', 'vision v "V" \noutcome b "B"\n'),
    ("unterminated-text", "it"): (f'vision v {MARK}« V\noutcome b "B"\n', 'vision v « V »\noutcome b "B"\n'),
    ("review-overdue", ""): (
        f'théorie "T" {{ révision {MARK}tous les 6 mois dès 2024-08-31 }}\n',
        'théorie "T" { révision tous les 6 mois dès 2026-08-31 }\n',
    ),
    ("unknown-rule", ""): (
        f'vision v "V" {{ accept {MARK}no-indicater because "x" }}\n',
        'vision v "V" { accept no-indicator because "x" }\n',
    ),
    ("missing-marker", ""): (
        f'actor {MARK}a "A" {{ boundary }}\noutcome o "O" {{\n  of a\n  marker expect "M"\n}}\n',
        (
            'actor a "A" { boundary }\noutcome o "O" {\n  of a\n  marker expect "M"\n'
            '  marker like "A sign of progress"\n  marker love "A sign of progress"\n}\n'
        ),
    ),
    ("unclosed-block", ""): (
        f'pathway p "P" {{\n  outcome a "A" {{{MARK}\n    in 2030\n\n  outcome c "C"\n}}\n',
        'pathway p "P" {\n  outcome a "A" {\n    in 2030\n  }\n\n  outcome c "C"\n}\n',
    ),
    ("unclosed-block", "it"): (f'vision v "V" {{{MARK} in 2030\n', 'vision v "V" { in 2030 }\n'),
    ("missing-middle", ""): (
        f'vision v "V"\nstrategy s "S"\ns {MARK}-> v\n',
        (
            'vision v "V"\nstrategy s "S"\ns -> condition\ncondition => v\n'
            'precondition condition "What must be in place before"\n'
        ),
    ),
}


@pytest.mark.parametrize(("rule", "title"), SUPPLIED)
def test_what_is_missing_is_put_there(rule: str, title: str) -> None:
    """What a rule says is missing stands where it belongs, whole, in the language of the file."""
    text, after = SUPPLIED[rule, title]
    assert _done(text, rule, title) == after


def test_the_path_of_a_file_is_mended() -> None:
    """Where a file does not exist, that of the workspace is written which was probably meant."""
    sitting = seat({"a.toc": f'use {MARK}"comun/acteur.toc"', "commun/acteurs.toc": 'acteur x "X"'})
    (action,) = _actions(sitting, QUICK)
    assert action.edit is not None
    assert applied(sitting.desk, action.edit) == {"a.toc": 'use "commun/acteurs.toc"'}


def test_names_are_chosen_at_the_place() -> None:
    """A client that goes to places gets the names known there; new names are filled in together."""
    text = f'strategy {MARK}s "S"\nactor t "T"\nactor u "U"\n'
    assert _snippets(text, "say who carries `s`") == [r" { by ${1|t,u|} \}"]
    assert _snippets(text.partition("actor")[0], "say who carries `s`") == [
        (r" { by ${1:somebody} \}" '\nactor ${1:somebody} "${2:A person, a group or an organisation}"')
    ]


def test_margins_are_left_to_the_client() -> None:
    """Clients add the margin of the line to what a snippet goes on with, so that it is not there twice."""
    text = f'vision v "V"\npathway p "P" {{\n  outcome {MARK}a "A"\n}}\na -> v\n'
    (found,) = _snippets(text, "declare an indicator")
    assert found.split("\n")[1:3] == [
        '  indicator "${1:By what we see the change}" {',
        "    baseline ${2:0} % in ${3:2026}",
    ]


def test_every_supply_is_offered_somewhere() -> None:
    """Each rule of the table is met in the fixtures, and something is offered for it that reads well."""
    offered = set()
    for model in _own_models():
        sitting = seat(model, settings=PROFILES, client=FILLS_IN)
        for action in _actions(sitting, QUICK):
            rule = str(action.diagnostics[0].code) if action.diagnostics else ""
            if rule in offered or rule not in SUPPLIES or action.title.startswith("accept"):
                continue
            offered.add(rule)
            assert action.edit is not None
            for change in action.edit.document_changes or ():
                assert isinstance(change, types.TextDocumentEdit)
                change.edits = [_filled(one) for one in change.edits]
            (after,) = applied(sitting.desk, action.edit).values()
            assert syntax_errors(after) <= syntax_errors(model)
    assert offered == set(SUPPLIES)


def _own_models() -> Iterator[str]:
    """Yield the models of the fixtures of the rules in the table."""
    for rule in SUPPLIES:
        for path in sorted((ROOT / "tests" / "rules").glob(f"{rule}*.toc")):
            yield from re.split(r"^(?=# ---)", path.read_text("utf-8"), flags=re.MULTILINE)


def _filled(edit: object) -> types.TextEdit:
    if isinstance(edit, types.TextEdit):
        return edit
    assert isinstance(edit, types.SnippetTextEdit)
    text = re.sub(r"(?<!\\)\$\{\d+(?::((?:\\.|[^}])*)|\|((?:\\.|[^,|])*)[^}]*)\}", r"\1\2", edit.snippet.value)
    return types.TextEdit(edit.range, re.sub(r"\\(.)", r"\1", text))


def test_places_to_fill_in() -> None:
    """Places are numbered as they come, those of one name alike; signs of snippets in a text mean nothing else."""
    name = place("x", same=True)
    assert snippets([f"a {name} {place('$}')}", f"{name} {place('a,b', 'c')} }}"]) == [
        r"a ${1:x} ${2:\$\}}",
        r"${1:x} ${3|a\,b,c|} \}",
    ]
    assert plain(f"{name} {place('b', 'c')}") == "x b"
    assert variants(f"{name} {place('b', 'c')}") == [("b", f"{name} b"), ("c", f"{name} c")]
    assert variants(name) == []
    assert OPEN not in snippet(name)
