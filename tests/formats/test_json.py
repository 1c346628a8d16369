"""JSON, out and in: an equal model comes back, the schema describes what is written, and faults are told."""

import json
import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from toc.analysis import analyse
from toc.catalog import find_all
from toc.formats.format import Format, Importer
from toc.formats.json import json as json_format
from toc.formats.json import read_json
from toc.formats.json_schema import schema
from toc.messages import Message, show
from toc.model.resolve import resolve
from toc.model.theory import Theory
from toc.source import Source
from toc.syntax.formatter import format_document
from toc.syntax.parser import parse
from toc.syntax.write import write_theory
from toc.workspace import MemoryReader

ROOT = Path(__file__).parents[2]
MODELS = sorted([*(Path(__file__).parent / "models").glob("*.toc"), ROOT / "tests/format/education.toc"])
EXAMPLES = sorted(path.parent for path in ROOT.glob("examples/*/toc.toml"))
SCHEMA = ROOT / "docs" / "reference" / "model.schema.json"

TWO_FILES = {
    "main.toc": """
        use "partner.toc" as q
        theory "Together" { languages fr, en }
        vision v "Shared" "Partagée"@fr
        outcome a "A" { of q.town }
        actor town "Town"
        q.w => v
        a -> q.b
        view x "X" { show q.b, by q.town }
        """,
    "partner.toc": """
        theory "Alone"
        vision w "Theirs" { for town; validated by town in 2026 }
        outcome b "B" { of town; indicator i "I" { collected by town } }
        actor town "Their town"
        actor town_2 "Another town"
        b => w
        """,
}


def theory_of(text: str, file: str = "model.toc") -> Theory:
    """Return the theory of a text without errors."""
    document = parse(Source(file, text))
    found = resolve(file, {file: document}, {})
    assert [*document.findings, *found.findings] == []
    return found.theory


def theory_of_files(files: dict[str, str], main: str) -> Theory:
    """Return the theory of several files without errors in names."""
    analysis = analyse(MemoryReader(files), main)
    assert [found.rule.code for found in analysis.diagnostics if found.rule.code < "TOC2"] == []
    return analysis.theory


def files_of(folder: Path) -> dict[str, str]:
    """Return the `.toc` files below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.toc")}


def main_of(folder: Path) -> str:
    """Return the file of an example that its settings name."""
    settings = tomllib.loads((folder / "toc.toml").read_text("utf-8"))
    return str(settings["main"])


def written(theory: Theory) -> str:
    """Return `theory` as JSON."""
    made = json_format.write(theory)
    assert isinstance(made, str)
    return made


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    """Return a validator for the published schema."""
    published = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(published)
    return jsonschema.Draft202012Validator(published)


def test_the_format_is_found_both_ways() -> None:
    """The catalogue knows the format as one that writes a theory, and as one that reads it."""
    written_by = [format for format in find_all("toc.formats", Format) if format.name == "json"]
    read_by = [importer for importer in find_all("toc.formats", Importer) if importer.name == "json"]
    assert [(format.suffix, format.draws) for format in written_by] == [(".json", False)]
    assert [importer.suffix for importer in read_by] == [".json"]


def test_the_schema_is_published(golden: Callable[[Path, str | bytes], None]) -> None:
    """The published schema is the one that belongs to this version."""
    golden(SCHEMA, json.dumps(schema(), ensure_ascii=False, indent=2) + "\n")


@pytest.mark.parametrize("path", MODELS, ids=lambda path: path.name)
def test_a_model_comes_back_equal(path: Path, validator: jsonschema.Draft202012Validator) -> None:
    """A model written as JSON fits the schema and is read as an equal model, which is written as the same JSON."""
    theory = theory_of(path.read_text("utf-8"))
    text = written(theory)
    validator.validate(json.loads(text))
    assert read_json.read(text) == theory
    assert written(read_json.read(text)) == text


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_examples_come_back_equal(folder: Path, validator: jsonschema.Draft202012Validator) -> None:
    """Every example, of one file or several, is read back equal from JSON that fits the schema."""
    theory = theory_of_files(files_of(folder), main_of(folder))
    text = written(theory)
    validator.validate(json.loads(text))
    assert read_json.read(text) == theory


def test_two_files_come_back_equal() -> None:
    """Elements keep their files, and a vision reached through an alias stays one."""
    theory = theory_of_files(TWO_FILES, "main.toc")
    assert theory.vision_aliases
    assert read_json.read(written(theory)) == theory


def test_the_order_of_statements_does_not_show() -> None:
    """JSON is the same whatever the order of the statements of a file."""
    text = 'vision v "V"\noutcome a "A"\nrisk "R" { on a }\nrisk "R" { on v }\na => v\n'
    turned = "\n".join(reversed(text.splitlines()))
    assert written(theory_of(text)) == written(theory_of(turned))


@pytest.mark.parametrize("label", ['"A" "B"@fr', '"A"@en', '"A"@en "B"', '"A" "B"', '"A" "B"@en "C"@en'])
@pytest.mark.parametrize("languages", ["", "languages en, fr", "languages FR"])
def test_every_mix_of_languages_comes_back(label: str, languages: str) -> None:
    """Texts in any languages, untagged and tagged, are read back as they were written."""
    theory = theory_of(f'theory "T" {{ {languages} }}\noutcome a {label} {{ note {label}; source "s"; note "n" }}')
    assert read_json.read(written(theory)) == theory


def test_texts_are_by_language() -> None:
    """A text is an object from language to text where the theory states its languages, else a string."""
    stated = json.loads(written(theory_of('theory "T" { languages fr, en }\noutcome a "A" "B"@en')))
    assert stated["elements"]["outcome"][0]["label"] == {"fr": "A", "en": "B"}
    unstated = json.loads(written(theory_of('outcome a "A" { note "N" "M"@en }')))
    assert unstated["elements"]["outcome"][0] == {"id": "a", "label": "A", "note": [{"und": "N", "en": "M"}]}


# ── The same model as text


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("path", MODELS, ids=lambda path: path.name)
def test_a_theory_is_written_as_text(path: Path, language: str) -> None:
    """A theory written as text, in either language, is in canonical layout and means the same."""
    theory = theory_of(path.read_text("utf-8"))
    text = write_theory(theory, language)
    assert theory_of(text) == theory
    assert format_document(parse(Source("model.toc", text)), language) == text


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_examples_are_written_as_one_file(folder: Path) -> None:
    """An example of several files becomes one file without errors, with all that was declared in them."""
    theory = theory_of_files(files_of(folder), main_of(folder))
    single = theory_of(write_theory(theory, "fr"))
    expected = Counter(element.kind for element in theory.elements.values())
    expected.update({"outcome": len(theory.vision_aliases), "vision": -len(theory.vision_aliases)})
    expected["theory"] = 1
    assert Counter(element.kind for element in single.elements.values()) == expected
    assert len(single.links) == len(theory.links)
    assert single.languages == theory.languages


def test_files_are_merged_under_new_ids() -> None:
    """Ids of other files that are taken get a number, and the other file's vision becomes an outcome."""
    assert write_theory(theory_of_files(TWO_FILES, "main.toc"), "en") == (
        'theory "Together" { languages fr, en }\n'
        "\n"
        'vision v "Shared" "Partagée"@fr\n'
        "\n"
        'outcome a "A" { of town_2 }\n'
        'outcome b "B" {\n'
        "  of town_2\n"
        '  indicator i "I" { collected by town_2 }\n'
        "}\n"
        'outcome w "Theirs" { of town_2 }\n'
        "\n"
        "a -> b\n"
        "b => w\n"
        "w => v\n"
        "\n"
        'actor town "Town"\n'
        'actor town_2 "Their town"\n'
        'actor town_2_2 "Another town"\n'
        "\n"
        'view x "X" { show b, by town_2 }\n'
    )


# ── Faults


def model(**changes: Any) -> dict[str, Any]:
    """Return a small model as JSON, with other keys at its top."""
    small = {
        "version": 1,
        "file": "model.toc",
        "theory": {"id": "theory:t", "named": False, "label": "T"},
        "elements": {
            "vision": [{"id": "v", "label": "V"}],
            "outcome": [{"id": "a", "label": "A"}],
            "strategy": [{"id": "s", "label": "S"}],
        },
        "links": [{"sources": ["a"], "verb": "requires", "target": "v"}],
    }
    return {**small, **changes}


def outcome(**properties: Any) -> dict[str, Any]:
    """Return a model with an outcome that has `properties`."""
    return model(elements={"vision": [{"id": "v", "label": "V"}], "outcome": [{"id": "a", "label": "A", **properties}]})


def one(kind: str, **properties: Any) -> dict[str, Any]:
    """Return a model with nothing but an element of `kind`."""
    return model(elements={kind: [{"id": "x", "label": "X", **properties}]}, links=[])


def link(**properties: Any) -> dict[str, Any]:
    """Return a model with a link that has `properties`."""
    return model(links=[{"sources": ["a"], "verb": "requires", "target": "v", **properties}])


FAULTS: list[tuple[Any, str]] = [
    ([], "at `/`: an object is expected, not a list"),
    ({}, "at `/`: `version` is missing"),
    (model(version=2), "at `/version`: only version 1 of this format is known"),
    (model(version="1"), "at `/version`: a number is expected, not a text"),
    (model(elemnts={}), "at `/`: `elemnts` cannot stand here; did you mean `elements`?"),
    (model(files="a"), "at `/files`: a list is expected, not a text"),
    (model(file=None), "at `/file`: a text is expected, not nothing"),
    (model(elements={"outcomes": []}), "at `/elements`: `outcomes` cannot stand here; did you mean `outcome`?"),
    (model(elements={"outcome": {}}), "at `/elements/outcome`: a list is expected, not an object"),
    (one("outcome", id="2x"), "at `/elements/outcome/0/id`: `2x` is no name: a letter, then letters, digits, `_` or"),
    (
        one("outcome", label=3),
        "at `/elements/outcome/0/label`: a text, or an object from language to text, is expected",
    ),
    (one("outcome", label={"français": "x"}), "at `/elements/outcome/0/label/français`: `français` is no language"),
    (one("outcome", label=[{"text": "x", "language": "?"}]), "at `/elements/outcome/0/label/0/language`: `?` is no"),
    (one("outcome", label="\ud800"), "at `/elements/outcome/0/label`: this text holds half a character"),
    (outcome(levl="system"), "at `/elements/outcome/0`: `levl` cannot stand here; did you mean `level`?"),
    (outcome(by=["v"]), "at `/elements/outcome/0`: `by` cannot stand here"),
    (outcome(requires=["v"]), "at `/elements/outcome/0`: `requires` cannot stand here"),
    (outcome(level="systm"), "at `/elements/outcome/0/level`: `systm` is not known here; did you mean `system`?"),
    (outcome(level="x"), "at `/elements/outcome/0/level`: `x` is none of `individual`, `collective` and `system`"),
    (outcome(of="v"), "at `/elements/outcome/0/of`: a list is expected, not a text"),
    (outcome(of=["w"]), "at `/elements/outcome/0`: nothing is called `w`"),
    (outcome(private=False), "at `/elements/outcome/0/private`: leave out what is not so"),
    (outcome(private="yes"), "at `/elements/outcome/0/private`: true or false is expected, not a text"),
    (outcome(note="x"), "at `/elements/outcome/0/note`: a list is expected, not a text"),
    (outcome(counterfactual=2), "at `/elements/outcome/0/counterfactual`: a number from 0 to 1 is expected, not 2"),
    (outcome(counterfactual={"value": 1}), "at `/elements/outcome/0/counterfactual`: a number is expected"),
    (outcome(**{"in": "2030-13"}), "at `/elements/outcome/0/in`: there is no day `2030-13`"),
    (outcome(**{"in": "0999"}), "at `/elements/outcome/0/in`: `0999` is no date"),
    (outcome(**{"in": "30"}), "at `/elements/outcome/0/in`: `30` is no date: write `2030`, `2030-06` or `2030-06-15`"),
    (outcome(**{"in": {"from": "2030"}}), "at `/elements/outcome/0/in`: `to` is missing"),
    (outcome(**{"in": {"from": "2030-06", "to": "2029"}}), "at `/elements/outcome/0/in`: this range runs backwards"),
    (outcome(lasting={}), "at `/elements/outcome/0/lasting`: `because` is missing"),
    (outcome(label={}), "at `/elements/outcome/0/label`: at least one text is expected here"),
    (outcome(lasting={"why": "x"}), "at `/elements/outcome/0/lasting`: `why` cannot stand here"),
    (outcome(accept=[{"because": "x"}]), "at `/elements/outcome/0/accept/0`: `rule` is missing"),
    (outcome(written=["note"]), "at `/elements/outcome/0/written`: this is to list each property as often"),
    (outcome(parent="v"), "at `/elements/outcome/0`: an outcome cannot stand here"),
    (outcome(named=False), "at `/elements/outcome/0`: an outcome needs an id here"),
    (outcome(id="v", file="b.toc", parent="b.tox#v"), "at `/elements/outcome/0`: nothing is called `b.tox#v`; did you"),
    (outcome(aliased=True), "at `/elements/outcome/0`: `aliased` cannot stand here"),
    (outcome(variety="money"), "at `/elements/outcome/0`: `variety` cannot stand here"),
    (one("resource"), "at `/elements/resource/0`: `variety` is missing"),
    (one("resource", variety="gold"), "at `/elements/resource/0/variety`: `gold` is none of"),
    (one("strategy", effort={"value": 3, "unit": "a b"}), "at `/elements/strategy/0/effort/unit`: `a b` is no name"),
    (one("strategy", effort=-3), "at `/elements/strategy/0/effort`: a number from 0 to"),
    (one("strategy", effort=True), "at `/elements/strategy/0/effort`: a number is expected, not true or false"),
    (one("strategy", effort={"low": 3, "high": 2}), "at `/elements/strategy/0/effort`: this range runs backwards"),
    (one("strategy", effort={"low": 3}), "at `/elements/strategy/0/effort`: `high` is missing"),
    (one("strategy", effort=1e400), "`Infinity` is no number in JSON"),
    (one("strategy", effort=10**400), "at `/elements/strategy/0/effort`: this number is too large"),
    (one("indicator", target={"in": "2030"}), "at `/elements/indicator/0/target`: `value` is missing"),
    (one("indicator", collected_by={"actors": [], "every": "moon"}), "at `/elements/indicator/0/collected_by/every`"),
    (one("view", show=[{"element": "x", "kind": "links"}]), "at `/elements/view/0/show/0`: one way to choose"),
    (one("view", show=[{"within": "x"}]), "at `/elements/view/0/show/0`: one way to choose"),
    (one("view", show=[{"kind": "outcomes"}]), "at `/elements/view/0/show/0/kind`: `outcomes` is not known here"),
    (one("view", show=[{"element": "y"}]), "at `/elements/view/0`: nothing is called `y`"),
    (model(elements={"actor": 2 * [{"id": "x", "label": "X"}]}), "at `/elements/actor/1/id`: `x` is declared more"),
    (link(verb="causes"), "at `/links/0/verb`: `causes` is none of `contributes`, `requires` and `hinders`"),
    (link(sources=[]), "at `/links/0/sources`: a link has at least one source"),
    (link(target="w"), "at `/links/0`: nothing is called `w`"),
    (link(strength=1.5), "at `/links/0/strength`: a number from 0 to 1 is expected, not 1.5"),
    (link(delay="year"), "at `/links/0/delay`: an object is expected, not a text"),
    (link(implied=True), "at `/links/0`: only a strategy's link to an output that stands in it is implied"),
    (link(inside=True, strength="weak"), "at `/links/0`: only a link that requires one source"),
]


@pytest.mark.parametrize(("content", "expected"), FAULTS)
def test_faults_are_told_with_their_place(content: Any, expected: str) -> None:
    """What is wrong with a model in JSON is told with its place and what should stand there."""
    assert message_of(json.dumps(content)).startswith(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "this is not JSON: line 1, column 1 cannot be read"),
        ('{\n  "version": 1\n  "files": []\n}', "this is not JSON: line 3, column 3 cannot be read"),
        ('{"version": 1, "version": 1}', "`version` stands twice in one object"),
        ('{"version": NaN}', "`NaN` is no number in JSON"),
        ('{"version": ' + 5000 * "9" + "}", "this JSON holds a number that is too large"),
        (100_000 * "[", "this JSON is nested too deeply"),
    ],
)
def test_what_is_no_json_is_told(text: str, expected: str) -> None:
    """A text that is no JSON is told with the line at which reading stopped."""
    assert message_of(text) == expected


def message_of(text: str) -> str:
    """Return what is said about a text that is no model."""
    with pytest.raises(ValueError) as caught:  # noqa: PT011 — the message is what is tested
        read_json.read(text)
    message = caught.value.args[0]
    assert isinstance(message, Message)
    return show(message, "en")


def test_a_byte_order_mark_is_skipped() -> None:
    """JSON that begins with a byte order mark is read all the same."""
    assert read_json.read("\ufeff" + json.dumps(model())) == read_json.read(json.dumps(model()))


@pytest.mark.parametrize("digits", [400, 5000])
def test_numbers_that_json_cannot_hold_are_refused_when_read(digits: int) -> None:
    """A number that a computer takes for infinite is malformed in a text, so none ever reaches JSON."""
    number = digits * "9"
    strategy = f'strategy s "S" {{ effort {number} EUR; in {number} }}'
    text = f'{strategy}\nview v "V" {{ show within {number} of s }}\ns -> s {number}'
    document = parse(Source("model.toc", text))
    assert [found.rule.code for found in document.findings if found.rule] == 4 * ["TOC004"]
    theory = resolve("model.toc", {"model.toc": document}, {}).theory
    assert json.loads(written(theory))["elements"]["strategy"] == [{"id": "s", "label": "S"}]


def test_what_the_language_cannot_say_is_told() -> None:
    """A model that is read but cannot be written as text is refused with the line in question."""
    told = message_of(json.dumps(one("strategy", feasibility=2.5)))
    assert told.startswith('`strategy x "X" { feasibility 2.5 }` cannot be written: after `feasibility` comes 1, 2, 3')
