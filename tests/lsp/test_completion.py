"""What is offered while somebody writes."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsp.desks import MARK, Seat, edited, seat
from lsprotocol import types

from toc.lsp.feature import LATEST
from toc.lsp.features.completion import completion
from toc.lsp.filling import plain
from toc.lsp.snippets import Filling, declaration
from toc.messages import LANGUAGES
from toc.model.vocabulary import KINDS
from toc.source import Source
from toc.syntax.formatter import format_document
from toc.syntax.parser import parse

EXAMPLES = Path(__file__).parents[2] / "examples"
WITH_SNIPPETS = types.ClientCapabilities(
    text_document=types.TextDocumentClientCapabilities(
        completion=types.CompletionClientCapabilities(
            completion_item=types.ClientCompletionItemOptions(snippet_support=True)
        )
    )
)
MODEL = """théorie "École" { langues fr, en; horizon 2030 }
vision diplôme "Chacun a un diplôme" { pour jeunes; étiquettes priorité }
changement lecture "Les enfants lisent" {
  chez jeunes
  étiquettes livres, priorité
  indicateur présence "Présence" { unité "familles"; départ 3 familles en 2025; cible 9 familles en 2029 }
}
stratégie bus "Bibliobus" { par ville; effort 3000 EUR }
hypothèse routes "Les routes sont ouvertes"
acteur jeunes "Les jeunes"
acteur ville "La ville"
acteur écoles "Les établissements"
chemin village "Le village" { }
bus -> lecture fort
"""


def _items(sitting: Seat, sign: str | None = None) -> list[types.CompletionItem]:
    context = types.CompletionContext(types.CompletionTriggerKind.TriggerCharacter, sign) if sign else None
    found: types.CompletionList = completion.answer(
        sitting.desk, types.CompletionParams(**sitting.here, context=context)
    )
    return sorted(found.items, key=lambda item: item.sort_text or "")


def _labels(tail: str, sign: str | None = None, **desk: object) -> list[str]:
    return [item.label for item in _items(seat(MODEL + tail, **desk), sign)]  # type: ignore[arg-type]


OFFERED: dict[str, Sequence[str]] = {
    'stratégie s "S" { par ▮ }': ["écoles", "jeunes", "ville"],
    # Words of the field find those of the language, where no other word is meant.
    "obj▮": ["changement", "outcome"],
    "stakeh▮": ["actor"],
    'stratégie s "S" { respons▮ }': ["par", "by"],
    'changement s "S" { publi▮ }': ["chez"],
    "bus -> lecture moy▮": ["modéré"],
    'stratégie s "S" { statut fin▮ }': ["terminée", "done"],
    "# obj▮": [],
    'stratégie s "obj▮"': [],
    'stratégie s "S" { par éc▮ }': ["écoles"],
    'stratégie s "S" { par EC▮ }': ["écoles"],
    'stratégie s "S" { par ville, ▮ }': ["écoles", "jeunes"],
    'stratégie s "S" { par établ▮ }': ["écoles"],
    'changement c "C" { exige ▮ }': ["diplôme", "lecture"],
    'changement c "C" { si ▮': ["routes"],
    "bus -> ▮": ["diplôme", "lecture"],
    "lecture => ▮": ["diplôme"],
    "bus, lecture -> ▮": ["diplôme"],
    "routes ▮": ["->", "=>", "-|"],
    "bus -▮": ["->", "-|"],
    "bus =▮": ["=>"],
    "bus -> lecture mod▮": ["modéré", "moderate"],
    "bus -> lecture fort ▮": ["rétroaction", "incertain"],
    'stratégie s "S" { agit s▮': ["agit sur"],
    'stratégie s "S" { effort très é▮': ["très élevé"],
    'stratégie s "S" { effort ▮': ["faible", "moyen", "élevé", "très élevé"],
    'stratégie s "S" { effort 12 ▮': ["EUR"],
    'indicateur i "I" { cible 12 ▮': ["familles", "%", "en"],
    'indicateur i "I" { cible 12 % en ▮': ["2026", "2027", "2028", "2029", "2030"],
    'indicateur i "I" { observé 12 % en ▮': ["2026-06", "2026-06-01", "2026", "2025", "2024", "2023"],
    'indicateur i "I" { relevé par ville tous les ▮': ["jours", "semaines", "mois", "trimestres", "ans"],
    'indicateur i "I" { relevé par ville tous les 6 m▮': ["mois", "months"],
    'indicateur i "I" { unité "▮': ["familles"],
    "observé 3 % pour ▮": ["présence"],
    "facteur ▮": ["favorable", "défavorable"],
    'théorie "T" { profil ▮': ["aoc", "impact_collectif", "cartographie_incidences", "résultats"],
    'théorie "T" { révision ▮': ["tous les", "dès"],
    'changement c "C" { étiquettes ▮': ["priorité", "livres"],
    'changement c "C" { durable ▮': ["parce que"],
    'changement c "C" { accepte no-ind▮': ["no-indicator"],
    'changement c "C" "X"@▮': ["fr", "en"],
    'vue v "V" { montre en am▮': ["en amont de"],
    'vue v "V" { montre à 2 ▮': ["pas de"],
    'vue v "V" { montre liens de le▮': ["lecture"],
    'vue v "V" { montre étiquette ▮': ["priorité", "livres"],
    'vue v "V" { groupe par niveau; ordre ind▮': ["individual", "individuel"],
    'vue v "V" { groupe par chemin; ordre ▮': ["village"],
    'vue v "V" { papier ▮': ["A4", "A3", "A2", "A1", "A0"],
    'stratégie s "S" { faisabilité ▮': ["1", "2", "3", "4"],
    "préc▮": ["précondition", "precondition"],
    "outc▮": ["outcome"],
    "# préc▮": [],
    'changement c "préc▮': [],
    "changement ▮": [],
    'stratégie s "S" { par ville ▮': [],
}  # fmt: skip


@pytest.mark.parametrize("tail", OFFERED)
def test_what_is_offered(tail: str) -> None:
    """What fits a place is offered, in the file's language first, also where the statement is not finished."""
    assert _labels(tail) == OFFERED[tail]


def test_properties_of_a_block() -> None:
    """A block offers what its kind takes and has not yet, what may nest in it, and what any declaration may carry."""
    labels = _labels('stratégie s "S" {\n  par ville\n  ▮\n}')
    assert labels[:8] == ["pilote", "effort", "faisabilité", "agit sur", "statut", "en", "extrant", "activité"]
    assert labels[8:] == ["note", "étiquettes", "source", "privé", "accepte"]


def test_block_of_a_link() -> None:
    """The block of a link offers its reason first."""
    assert _labels("bus -> lecture { ▮")[:4] == ["parce que", "preuve", "si", "délai"]


def test_the_language_of_the_file() -> None:
    """In a file of English words, English words come first; the others come when they are typed."""
    english = 'strategy s "S" { by town }\nactor town "Town"\noutcome c "C" { ▮ }'
    labels = [item.label for item in _items(seat(english))]
    assert "requires" in labels
    assert "exige" not in labels
    assert [item.label for item in _items(seat(english.replace(MARK, f"exi{MARK}")))] == ["exige"]


def test_names_behind_an_alias() -> None:
    """What another file declares is offered as this one would write it, and files as paths from here."""
    files = {
        "a/main.toc": 'use "../b.toc" as q\nuse "c.toc"\nstrategy s "S" { by ▮ }',
        "b.toc": 'actor town "Town"',
        "a/c.toc": 'actor school "School"',
        "d.toc": 'vision v "V"',
    }
    assert [item.label for item in _items(seat(files))] == ["q.town", "school"]
    files["a/main.toc"] = files["a/main.toc"].replace(MARK, "") + f'\nuse "{MARK}"'
    assert [item.label for item in _items(seat(files))] == ["../d.toc"]


def test_asked_for_by_a_sign() -> None:
    """A space alone brings what must come next, and nothing where the line may be over."""
    assert _labels('stratégie s "S" { par ▮', " ") == ["écoles", "jeunes", "ville"]
    assert _labels("bus -> lecture ▮", " ") == []
    assert _labels("▮", " ") == []


def test_what_is_written() -> None:
    """An offer takes the place of what was typed, phrases and accents included, and leaves what stands behind."""
    for typed, written in (("agit s", "agit sur"), ("AGI", "agit sur"), ("faisab", "faisabilité")):
        sitting = seat(f'{MODEL}stratégie s "S" {{ {typed}{MARK}; par ville }}')
        edit = _items(sitting)[0].text_edit
        assert isinstance(edit, types.TextEdit)
        text = edited(sitting.desk.source, [edit])
        assert text == f'{MODEL}stratégie s "S" {{ {written}; par ville }}'


def test_found_without_accents() -> None:
    """Clients that compare letter by letter find words with accents by what was typed, with or without them."""
    (plain,), (exact,) = (_items(seat(f"{MODEL}bus, x -> y {{ si {MARK} }}")) for _ in range(2))
    assert plain.filter_text == exact.filter_text == "routes"
    assert _items(seat(f'{MODEL}stratégie s "S" {{ par e{MARK} }}'))[0].filter_text == "ecoles écoles"
    assert _items(seat(f'{MODEL}stratégie s "S" {{ par é{MARK} }}'))[0].filter_text == "écoles"


def test_rules_that_speak_come_first() -> None:
    """Of the rules that can be accepted, those that speak of the file come first, with what they say."""
    items = _items(seat('theory "T"\nvision v "V" { accept ▮ }\nstrategy s "S"'))
    silent = next(at for at, item in enumerate(items) if item.label == "unmarked-loop")
    assert items.index(next(item for item in items if item.label == "idle-strategy")) < silent
    assert items[silent].detail


def test_snippets_for_clients_that_fill_them_in() -> None:
    """Whole declarations and blocks are offered to clients that can fill them in, and to no others."""
    assert "stratégie …" in _labels("str▮", client=WITH_SNIPPETS)
    assert "stratégie …" not in _labels("str▮")
    assert _labels("bus -> lecture fort ▮", client=WITH_SNIPPETS)[-1] == "{ parce que … }"
    snippet = next(item for item in _items(seat(f"{MODEL}str▮", client=WITH_SNIPPETS)) if item.label.endswith("…"))
    assert isinstance(snippet.text_edit, types.TextEdit)
    assert snippet.text_edit.new_text.startswith('stratégie ${1:nom} "${2:')
    assert snippet.insert_text_format == types.InsertTextFormat.Snippet


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("kind", "place"), [(kind.kind, place) for kind in KINDS.values() for place in kind.places])
def test_snippets_read_well(kind: str, place: str, language: str) -> None:
    """A whole declaration, filled in or not, is sound and formatted as `toc fmt` would."""
    text = plain(declaration(kind, place, Filling(language, (2026, 2032)))) + "\n"
    if kind in ("activity", "marker", "step", "indicator", "output") and place not in ("", "pathway"):
        holder = {"strategy": 'strategy s "S"', "view": 'view v "V"'}.get(place, f'{place} c "C"')
        inner = "".join(f"  {line}\n" for line in text.splitlines())
        text = f"{holder} {{\n{inner}}}\n"
    document = parse(Source("m.toc", text))
    assert document.findings == ()
    assert format_document(document) == text


def test_while_the_tree_is_old() -> None:
    """With a tree of before, the text of now counts for where the cursor is."""
    sitting = seat(MODEL + "x", before={"model.toc": MODEL + "x"}, knowing=LATEST)
    text = MODEL + 'x\nstratégie s "S" { par v'
    from attrs import evolve

    now = evolve(sitting.desk, now=Source("model.toc", text))
    place = types.Position(text.count("\n"), len(text) - text.rindex("\n") - 1)
    found = completion.answer(now, types.CompletionParams(sitting.document, place))
    assert [item.label for item in found.items] == ["ville"]


@pytest.mark.parametrize("file", sorted(EXAMPLES.glob("**/*.toc")), ids=lambda file: file.stem)
def test_anywhere_in_the_examples(file: Path) -> None:
    """At any place of a file cut off there, something or nothing is offered, and nothing fails."""
    text = file.read_text("utf-8")
    whole = seat(text, knowing=LATEST)
    from attrs import evolve

    for end in range(0, len(text), 37):
        now = evolve(whole.desk, now=Source(whole.desk.file, text[:end]))
        lines = text[:end].split("\n")
        place = types.Position(len(lines) - 1, len(lines[-1]))
        found = completion.answer(now, types.CompletionParams(whole.document, place))
        assert len(found.items) <= 300


WORDS = st.sampled_from(
    [
        *'{}"«»“#;,.@&\n  ->=>-|',
        "vision",
        "exige",
        "parce",
        "que",
        "en",
        "2029",
        "12",
        "%",
        "x",
        "école",
        '"""',
        "à",
        "use",
    ]
)


@given(st.lists(WORDS, max_size=25), st.integers(0, 80))
def test_whatever_stands_there(words: list[str], at: int) -> None:
    """Whatever was written, offering never fails."""
    text = " ".join(words)
    marked = f"{text[:at]}{MARK}{text[at:]}"
    assert isinstance(_items(seat(marked, knowing=LATEST)), list)
