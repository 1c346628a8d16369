"""How ready a group is for collective impact: the report and the rules say the same, and it shows what it may."""

import json as standard
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from test_rules import ALL, TODAY, Fixture

from toc.analysis import Analysis, analyse
from toc.catalog import find_all
from toc.config import Settings
from toc.diagnostics import CI, Diagnostic
from toc.messages import show
from toc.model.queries import is_whole
from toc.report.components import COMPONENTS
from toc.report.preconditions import PRECONDITIONS
from toc.report.readiness import Readiness, readiness, state
from toc.report.text import NAME, WIDTH
from toc.report.writer import Writer
from toc.reporters.cells import cells
from toc.rule_book import rule_book
from toc.workspace import DiskReader, MemoryReader

KEPT = Path(__file__).parents[1] / "golden" / "readiness"
EXAMPLE = Path(__file__).parents[2] / "examples" / "reussite-educative"
# The rules on what the seed of collective impact asks for; one on how a text is written is none of them.
REPORTED = frozenset(
    {rule.name for rule in rule_book() if rule.code[3] in "89"} | {"no-vision", "actor-without-role", "lone-strategy"}
)
# Rules that wait until the theory is written.
WAITING = {"no-context", "no-review"}
SETTINGS = Settings(select=tuple(sorted(REPORTED)), today=TODAY)
MODELS = [fixture for fixture in ALL if not fixture.folder]

EMPTY = """\
theory "A valley" { languages en, fr; profile collective_impact }
"""
HALF = """\
théorie "Grandir dans la vallée" "Growing up in the valley"@en {
  langues fr, en
  profil impact_collectif
  enjeu "Un jeune sur quatre quitte l'école" "One in four leaves school"@en
  horizon 2032
  révision tous les ans dès 2025
  accepte not-published parce que "Les premiers résultats viennent en 2027" "First results come in 2027"@en
}
vision diplôme "Chaque jeune | obtient *un* diplôme" "Every young person earns a diploma"@en {
  validée par ville en 2026-03
}
changement lecture "Les enfants lisent" {
  niveau individuel
  indicateur "Livres empruntés" { relevé par ville tous les ans }
}
stratégie bibliobus "Bibliobus" { par ville; activité "Faire halte" { par ville } }
stratégie tutorat "Tutorat" { par école }
stratégie veille "Veille discrète" { par école; privé }
bibliobus, tutorat -> lecture -> diplôme { parce que "Un livre à portée de main est un livre lu" }
acteur ville "La Ville" { secteur état; champion rassemble; soutien évaluation }
acteur école "L'école" { secteur institution }
acteur jeunes "Les jeunes" { secteur citoyen; concernés; rôle consulté }
acteur fermes "Fermes secrètes" { privé }
ressource argent fonds "Fonds" { montant 1250000.5 EUR; de ville; jusque 2029 }
ressource personnes mentors "Mentors secrets" { acquis; privé }
apprentissage "On revient quand on a quelque chose à faire"
"""


def analysed(text: str) -> Analysis:
    """Return what the rules of the report say of a model."""
    return analyse(MemoryReader({"m.toc": text}), "m.toc", SETTINGS)


def report(text: str, language: str = "fr", *, public: bool = False) -> Readiness:
    """Return how ready the group behind a model is."""
    return readiness(analysed(text).theory, TODAY, language, public=public)


def found(fixture: Fixture) -> tuple[Analysis, tuple[Diagnostic, ...]]:
    """Return a model and what the rules of the report find in it, nothing where it cannot be understood."""
    analysis = analyse(MemoryReader(fixture.files), fixture.main, SETTINGS)
    return analysis, tuple(each for each in analysis.diagnostics if each.rule.name in REPORTED)


@pytest.mark.parametrize("fixture", MODELS, ids=lambda fixture: fixture.name)
def test_the_report_and_the_rules_say_the_same(fixture: Fixture) -> None:
    """What is missing in the report is what the rules find, each of them, and what they do not find is not missing.

    Of a theory that is still being written, the report says from the first line on what some rules say later.
    """
    analysis, diagnostics = found(fixture)
    if any(not each.rule.check for each in analysis.diagnostics if each.severity.value == "error"):
        return
    items = readiness(analysis.theory, TODAY).items
    missing = {gap.rule for item in items for gap in item.missing if gap.accepted is None}

    said = {each.rule.name for each in diagnostics}
    waiting = set() if is_whole(analysis.theory) else WAITING - said

    assert missing - waiting == said


def test_every_rule_has_its_place_in_the_report() -> None:
    """Every rule of the profile on what a group does, and on the document, is the reason of some gap."""
    gaps = {
        gap.rule
        for fixture in MODELS
        for item in readiness(found(fixture)[0].theory, TODAY).items
        for gap in item.missing
    }

    assert gaps == REPORTED
    assert {rule.name for rule in rule_book() if rule.code[3] == "8" and CI in rule.profiles} <= REPORTED


def test_a_threshold_of_the_configuration_holds_for_both() -> None:
    """Where the configuration asks for more sectors, the rule and the report do so both."""
    text = HALF.replace("jeunes", "jeunes_")
    settings = Settings(select=("few-sectors",), thresholds={"few-sectors": {"sectors": 4}})
    analysis = analyse(MemoryReader({"m.toc": text}), "m.toc", settings)
    items = readiness(analysis.theory, TODAY, thresholds=settings.thresholds).items

    assert [each.rule.name for each in analysis.diagnostics if each.rule.code == "TOC807"] == ["few-sectors"]
    assert "few-sectors" in {gap.rule for item in items for gap in item.missing}
    assert "few-sectors" not in {gap.rule for item in report(text).items for gap in item.missing}


def test_the_preconditions_and_components_are_those_of_the_approach() -> None:
    """There are three preconditions and five components, and what they consist of does not depend on the model."""
    full, empty = report(HALF), report(EMPTY)

    assert (len(PRECONDITIONS), len(COMPONENTS)) == (3, 5)
    assert [item.id for item in empty.items] == [item.id for item in full.items if item.id != "shared_by"]
    assert {state(item) for item in empty.items} == {"missing", "nothing_yet"}
    assert {state(item) for item in full.items} == {"in_place", "in_part", "missing", "nothing_yet"}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("form", find_all("toc.report", Writer), ids=lambda form: form.name)
@pytest.mark.parametrize("name", ["empty", "half"])
def test_reports_as_people_read_them(
    name: str, form: Writer, language: str, golden: Callable[[Path, str], None]
) -> None:
    """Reports are kept, in both languages and each format."""
    content = report({"empty": EMPTY, "half": HALF}[name], language)

    golden(KEPT / f"{name}.{language}.{form.name}", form.write(content, language))


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("fixture", MODELS[::7], ids=lambda fixture: fixture.name)
def test_a_terminal_of_80_columns_is_wide_enough(fixture: Fixture, language: str) -> None:
    """No line of the text is wider than the terminal."""
    (form,) = (each for each in find_all("toc.report", Writer) if each.name == "text")
    content = readiness(found(fixture)[0].theory, TODAY, language)

    assert [line for line in form.write(content, language).splitlines() if cells(line) > WIDTH] == []


def test_a_long_word_is_broken() -> None:
    """A word longer than its column goes on in the next line."""
    (form,) = (each for each in find_all("toc.report", Writer) if each.name == "text")
    written = form.write(report(f'vision v "{"a" * 200}"'), "fr")

    assert written.count("a" * 20) > 4
    assert max(map(cells, written.splitlines())) <= WIDTH


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_name_is_cut(language: str) -> None:
    """The column of names is wide enough for all of them."""
    names = [show(item.name, language) for item in report(HALF, language).items]

    assert [name for name in names if cells(name) > NAME] == []


@pytest.mark.parametrize("form", find_all("toc.report", Writer), ids=lambda form: form.name)
def test_private_elements_stay_private(form: Writer) -> None:
    """A public report names nothing private, and does not call missing what is only kept private."""
    whole, public = report(HALF), report(HALF, public=True)
    people = {item.id: item for item in public.items}["resource.people"]

    for secret in ("Fermes secrètes", "Mentors secrets", "Veille discrète"):
        assert secret in " ".join(form.write(whole, "fr").split())
        assert secret not in " ".join(form.write(public, "fr").split())
    assert state(people) == "in_place"
    assert people.missing == ()


def test_what_is_accepted_is_not_missing() -> None:
    """A gap that the group accepted is shown with its reason and does not count."""
    publication = {item.id: item for item in report(HALF).items}["publication"]

    assert [gap.accepted for gap in publication.missing] == ["Les premiers résultats viennent en 2027"]
    assert state(publication) == "nothing_yet"


def test_without_a_day_nothing_is_overdue() -> None:
    """Where no day is known, a review is not called late."""
    items = readiness(analysed(HALF).theory).items

    assert "review-overdue" not in {gap.rule for item in items for gap in item.missing}
    assert "review-overdue" in {gap.rule for item in report(HALF).items for gap in item.missing}


def test_what_people_wrote_is_no_markup() -> None:
    """A bar or a star in a label stays what it is in a table."""
    (form,) = (each for each in find_all("toc.report", Writer) if each.name == "md")
    lines = form.write(report(HALF), "fr").splitlines()
    rows = [line for line in lines if line.startswith("|")]

    assert any(r"Chaque jeune \| obtient \*un\* diplôme" in row for row in rows)
    assert {row.replace(r"\|", "").count("|") for row in rows} == {7}


def test_the_object_for_programs() -> None:
    """The JSON object has its version, its states and its rules, the same in every language."""
    (form,) = (each for each in find_all("toc.report", Writer) if each.name == "json")
    french, english = (standard.loads(form.write(report(HALF, language), language)) for language in ("fr", "en"))

    assert french["version"] == english["version"] == 1
    assert [_facts(part) for part in french["preconditions"]] == [_facts(part) for part in english["preconditions"]]
    assert [_facts(part) for part in french["components"]] == [_facts(part) for part in english["components"]]


def test_the_example_is_ready() -> None:
    """The showpiece has every precondition and every component."""
    settings = Settings(today=date(2026, 11, 1))
    theory = analyse(DiskReader(EXAMPLE), "theorie.toc", settings).theory

    assert {state(item) for item in readiness(theory, settings.today).items} == {"in_place"}


def _facts(part: dict[str, list[dict[str, object]]]) -> list[object]:
    return [
        (item["id"], item["state"], [gap["rule"] for gap in item["missing"]])  # type: ignore[attr-defined]
        for item in part["items"]
    ]
