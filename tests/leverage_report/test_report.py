"""Leverage told: as text, JSON, CSV, a page and a sheet; in both languages; safe whatever people wrote."""

import csv
import json
import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator
from leverage_report.models import ALONE, MIXED, NOTHING, SATURATED, SCHOOL, many, report_of

from toc.catalog import find_all
from toc.leverage.verdict_names import VERDICTS
from toc.leverage.verdict_words import VERDICT_MEANINGS, VERDICT_WORDS
from toc.leverage_report.pictures import MARKS, pictures
from toc.leverage_report.report import LeverageFormat, LeverageReport
from toc.leverage_report.verdicts import TONES
from toc.messages import LANGUAGES, show
from toc.reporters.cells import cells
from toc.scene.theme import theme

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "tests" / "golden" / "leverage"
SCHEMA = json.loads((ROOT / "docs" / "reference" / "leverage.schema.json").read_text("utf-8"))
FORMATS: dict[str, LeverageFormat] = {
    form.name: form for form in find_all("toc.leverage_report.formats", LeverageFormat)
}
MODELS = {"school": SCHOOL, "alone": ALONE, "mixed": MIXED, "saturated": SATURATED, "nothing": NOTHING}
FONT = re.compile(r"@font-face\{[^}]*\}")
DIGEST = re.compile(r"sha256-[A-Za-z0-9+/=]+")
Golden = Callable[[Path, str], None]

each_model = pytest.mark.parametrize("model", MODELS)
each_language = pytest.mark.parametrize("language", LANGUAGES)


def written(model: str, form: str, language: str = "en") -> str:
    """Return the report on one of the models in a format; the school's with a budget and other scales."""
    whole = model == "school"
    report = report_of(MODELS[model], language, budget=6.0 if whole else None, scale_check=whole)
    return FORMATS[form].write(report)


@each_language
@pytest.mark.parametrize("form", sorted(FORMATS))
def test_a_report_as_people_read_it(form: str, language: str, golden: Golden) -> None:
    """The report on the worked example is kept in each format and language, without the font."""
    kept = DIGEST.sub("sha256", FONT.sub("", written("school", form, language)))

    golden(KEPT / f"school.{language}.{form}", kept)


@each_language
@pytest.mark.parametrize("model", [model for model in MODELS if model != "school"])
def test_reports_on_models_that_say_little(model: str, language: str, golden: Golden) -> None:
    """A model of one strategy, of none, of efforts that cannot be compared, or saturated: the report says so."""
    golden(KEPT / f"{model}.{language}.text", written(model, "text", language))


@each_model
@each_language
def test_lines_fit_a_small_terminal(model: str, language: str) -> None:
    """No line of the text is wider than 80 cells."""
    assert [line for line in written(model, "text", language).splitlines() if cells(line) > 80] == []


@pytest.mark.parametrize("count", [3, 12, 30])
def test_many_strategies_fit_a_small_terminal(count: int) -> None:
    """Up to thirty strategies with long names stand in 80 cells."""
    lines = FORMATS["text"].write(report_of(many(count), "fr")).splitlines()

    assert [line for line in lines if cells(line) > 80] == []


def test_colours_only_where_they_are_wished() -> None:
    """Colour adds nothing but colour."""
    plain = report_of(SCHOOL)
    painted = FORMATS["text"].write(LeverageReport(plain.leverage, "en", colour=True, width=80))

    assert "\x1b[31m" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == FORMATS["text"].write(plain)


@pytest.mark.parametrize("form", ["text", "html", "svg", "csv"])
@each_language
def test_a_degree_is_never_per_cent(form: str, language: str) -> None:
    """What is achieved is told as a degree; only shares are per cent, and nobody is told of chances."""
    content = FONT.sub("", written("school", form, language))
    reached = "0.73" if language == "en" else "0,73"

    assert reached in content or form == "csv"
    assert "73%" not in content
    assert "73\u00a0%" not in content
    assert re.findall(r"(?i)probab|chances? (?:of|de)", content) == []


@each_model
@each_language
def test_json_keeps_its_schema(model: str, language: str) -> None:
    """The object is as its schema says, in every language and for every model."""
    Draft202012Validator.check_schema(SCHEMA)
    found = json.loads(written(model, "json", language))

    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(found)] == []


def test_json_is_the_same_in_both_languages() -> None:
    """Only texts depend on the language."""
    english, french = (json.loads(written("school", "json", language)) for language in LANGUAGES)
    for found in (english, french):
        del found["caveats"]
        for one in found["strategies"]:
            del one["reasons"]

    assert english == french


def test_json_has_the_keys_of_its_version() -> None:
    """What programs rely on is there, and the parts of all strategies add up to the impact."""
    found = json.loads(written("school", "json"))

    assert list(found)[:8] == "version impact strategies synergy pairs front critical method".split()
    assert {*found["method"]} >= {"share", "draws", "seed", "scale"}
    assert sum(one["shapley"] for one in found["strategies"]) == pytest.approx(found["impact"], abs=1e-6)
    assert found["budget"]["effort"] <= found["budget"]["budget"] == 6
    assert {*found["budget"]["strategies"], *found["budget"]["left_out"]} == {one["id"] for one in found["strategies"]}


@pytest.mark.parametrize(("language", "separator", "point"), [("en", ",", "."), ("fr", ";", ",")])
def test_csv_opens_in_spreadsheets(language: str, separator: str, point: str) -> None:
    """The table has as many cells in each line, numbers in the manner of the language, and begins with a mark."""
    content = written("school", "csv", language)
    rows = list(csv.reader(content.removeprefix("\ufeff").splitlines(), delimiter=separator))

    assert content.startswith("\ufeff")
    assert content.endswith("\r\n")
    assert {len(row) for row in rows} == {len(rows[0])}
    assert all(re.fullmatch(rf"-?\d+(\{point}\d+)?", row[4]) for row in rows[1:])


@each_language
def test_csv_holds_no_formula(language: str) -> None:
    """A label that begins like a formula is a text for a spreadsheet program."""
    separator = ";" if language == "fr" else ","
    rows = list(csv.reader(written("school", "csv", language).splitlines(), delimiter=separator))
    texts = [cell for row in rows for cell in row if not re.fullmatch(r"-?[\d.,]*", cell)]

    assert any(cell.startswith("'=") for cell in texts)
    assert [cell for cell in texts if cell.lstrip().startswith(("=", "+", "-", "@"))] == []


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@each_model
@each_language
def test_the_page_loads_and_runs_nothing(model: str, language: str) -> None:
    """The page names no address, holds no script, and its policy allows its one style sheet and nothing else."""
    content = written(model, "html", language)
    page = _Page()
    page.feed(content)
    attributes = [(name, value or "") for _tag, found in page.tags for name, value in found.items()]
    policy = next(found["content"] for tag, found in page.tags if tag == "meta" and "http-equiv" in found) or ""
    style = content.partition("<style>")[2].partition("</style>")[0]
    digest = b64encode(sha256(style.encode()).digest()).decode()

    assert page.open == []
    assert {tag for tag, _found in page.tags} & {"script", "link", "img", "iframe", "object", "form", "base"} == set()
    assert [name for name, _value in attributes if name.startswith("on") or name in {"style", "src", "href"}] == []
    assert f"style-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert content.count("<style>") == 1


def test_every_chart_of_the_page_has_its_table() -> None:
    """Whoever cannot see a chart finds its numbers below it, and ids occur once."""
    page = _Page()
    page.feed(written("school", "html"))
    tags = [tag for tag, _found in page.tags]
    ids = [found["id"] for _tag, found in page.tags if "id" in found]

    assert tags.count("figure") == 5
    for at, tag in enumerate(tags):
        if tag == "figure":
            following = tags[at + 1 :]
            assert "table" in following[: following.index("section") if "section" in following else None]
    assert len(ids) == len(set(ids))
    assert [found for tag, found in page.tags if tag == "th" and "scope" not in found] == []


@each_model
def test_the_sheet_is_well_formed(model: str) -> None:
    """The sheet is SVG without style attributes, whatever the model."""
    root = ET.fromstring(written(model, "svg"))

    assert [item for item in root.iter() if "style" in item.attrib] == []


@pytest.mark.parametrize("count", [3, 7, 15, 30])
def test_texts_of_charts_stand_apart(count: int) -> None:
    """In the charts of a model of three to thirty strategies, told in French, no texts overlap and none is cut off."""
    from charts.test_charts import texts

    for chart in pictures(report_of(many(count), "fr"), theme(None)):
        found = texts(chart)
        assert [box.text for box in found if box.left < 0 or box.right > chart.width or box.bottom > chart.height] == []
        assert [
            (one.text, two.text)
            for one, two in combinations(found, 2)
            if one.left < two.right and two.left < one.right and one.top < two.bottom and two.top < one.bottom
        ] == []


def test_what_people_wrote_is_no_markup() -> None:
    """Labels with markup stay text in the page and on the sheet."""
    nasty = SCHOOL.replace("Home visits", "</style><script>alert(1)</script>").replace("Media", "<b>&amp;")
    page = _Page()
    page.feed(FORMATS["html"].write(report_of(nasty)))

    assert {tag for tag, _found in page.tags} & {"script", "b"} == set()
    assert ET.fromstring(FORMATS["svg"].write(report_of(nasty))) is not None


def test_every_verdict_has_its_word_its_mark_and_its_meaning() -> None:
    """Each verdict is called something short in both languages, and drawn and explained."""
    assert set(VERDICTS) == set(VERDICT_WORDS) - {None} == set(MARKS) - {None} == set(VERDICT_MEANINGS)
    assert set(TONES) <= set(VERDICTS)
    for language in LANGUAGES:
        words = [show(word, language) for word in VERDICT_WORDS.values()]
        assert [word for word in words if len(word) > 17] == []
        assert len(words) == len(set(words))
