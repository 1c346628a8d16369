"""What continuous integration reads: each format follows its schema and says what the diagnostics say."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from jsonschema import Draft4Validator, Draft202012Validator
from lxml import etree

import toc
from toc.analysis import analyse
from toc.catalog import find_all
from toc.config import Settings
from toc.diagnostics import Diagnostic, Origin, Rule, Severity, TextEdit
from toc.messages import LANGUAGES, _
from toc.reporters.github import github
from toc.reporters.gitlab import gitlab
from toc.reporters.junit import junit
from toc.reporters.reporter import Report, Reporter
from toc.reporters.sarif import FINGERPRINT, sarif
from toc.rule_book import page, rule_book
from toc.source import Source
from toc.syntax.edits import apply_edits
from toc.workspace import MemoryReader

FOLDER = Path(__file__).parent
SCHEMAS = FOLDER / "schemas"
RULES = FOLDER.parent / "rules"
GOLDEN = FOLDER.parent / "golden" / "reporters"
FILE = "le modèle.toc"
TODAY = date(2026, 11, 22)
MODELS = sorted(FOLDER.glob("*.toc"))
FIXTURES = [*MODELS, *sorted(RULES.glob("*.toc"))]
FORMATS: Mapping[str, tuple[Reporter, str]] = {
    "sarif": (sarif, "sarif.json"),
    "github": (github, "github.txt"),
    "gitlab": (gitlab, "gitlab.json"),
    "junit": (junit, "junit.xml"),
}
# What GitLab asks of a code quality report: docs.gitlab.com, "Code Quality report format".
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "additionalProperties": False,
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "additionalProperties": False,
                        "properties": {name: {"type": "integer", "minimum": 1} for name in ("begin", "end")},
                    },
                },
            },
        },
    },
}
# What GitHub reads in a log: a command, its properties, two colons, the text (docs.github.com, "Workflow commands").
ANNOTATION = re.compile(
    r"::(?:error|warning|notice) file=[^,:\r\n]+,line=\d+,endLine=\d+(?:,col=\d+,endColumn=\d+)?"
    r",title=TOC\d{3} [a-z-]+::[^\r\n]+\n"
)

# What is kept does not change with each new rule.
SELECTED = ("TOC1", "TOC201", "TOC202", "TOC203", "link-without-rationale", "no-context", "no-review")
# A rule's page in SARIF, of which the rules' own tests are the place.
PAGE = re.compile(r'("(?:text|markdown)": )"(?:[^"\\]|\\.)*\\n## (?:[^"\\]|\\.)*"')

each_fixture = pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)


def report_of(text: str, language: str = "en", file: str = FILE, select: tuple[str, ...] = ("all",)) -> Report:
    """Return what is found in `text` by the rules `select`."""
    analysis = analyse(MemoryReader({file: text}), file, Settings(today=TODAY, select=select))
    return Report(analysis.diagnostics, analysis.sources, 1, language)


@cache
def found_in(path: Path) -> Report:
    """Return what is found in the file `path`, read once for all tests."""
    return report_of(path.read_text("utf-8"), "fr")


def some(**changes: Any) -> Diagnostic:
    """Return a diagnostic of no rule in particular."""
    rule = Rule("TOC999", "some-rule", Severity.WARNING, page="Title\n\n## Why it matters\nIt does.")
    return evolve(Diagnostic(rule, Severity.WARNING, _("something is wrong"), Origin("a.toc", 0, 1)), **changes)


def run_of(report: Report) -> Any:
    """Return the one run of the report in SARIF."""
    return json.loads(sarif.write(report))["runs"][0]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", MODELS, ids=lambda path: path.stem)
def test_what_machines_read(path: Path, language: str, name: str, golden: Callable[[Path, str], None]) -> None:
    """What each format says of a model, in both languages, is as it was agreed to be."""
    reporter, suffix = FORMATS[name]
    report = report_of(path.read_text("utf-8"), language, select=SELECTED)
    written = reporter.write(report).replace(toc.__version__, "VERSION")
    golden(GOLDEN / f"{path.stem}.{language}.{suffix}", PAGE.sub(r'\1"PAGE"', written))


@each_fixture
def test_sarif_follows_its_schema(path: Path) -> None:
    """Whatever is found, the report in SARIF is valid under the schema of SARIF 2.1.0."""
    schema = json.loads((SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))
    written = json.loads(sarif.write(found_in(path)))

    assert [error.message for error in Draft4Validator(schema).iter_errors(written)] == []


@each_fixture
def test_gitlab_follows_its_schema(path: Path) -> None:
    """Whatever is found, the report for GitLab has what GitLab asks for, and each fingerprint once."""
    written = json.loads(gitlab.write(found_in(path)))
    marks = [issue["fingerprint"] for issue in written]

    assert [error.message for error in Draft202012Validator(GITLAB).iter_errors(written)] == []
    assert len(set(marks)) == len(marks) == len(found_in(path).diagnostics)


@each_fixture
def test_junit_follows_its_schema(path: Path) -> None:
    """Whatever is found, the report in JUnit XML is valid under the schema of Jenkins and counts right."""
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))
    root = etree.fromstring(junit.write(found_in(path)).encode())
    schema.assertValid(root)

    failing = [found for found in found_in(path).diagnostics if found.severity is not Severity.INFO]
    assert (root.get("failures"), len(root.findall("testsuite/testcase/failure"))) == (str(len(failing)), len(failing))


@each_fixture
def test_github_reads_each_line(path: Path) -> None:
    """Whatever is found, each diagnostic is one line that GitHub takes for an annotation."""
    lines = github.write(found_in(path)).splitlines(keepends=True)

    assert len(lines) == len(found_in(path).diagnostics)
    assert [line for line in lines if not ANNOTATION.fullmatch(line)] == []


def test_a_clean_file_is_told() -> None:
    """Where nothing is found, each format says so in a form that its readers take for a success."""
    clean = Report((), {"a.toc": Source("a.toc", "")}, 1)

    assert run_of(clean)["results"] == []
    assert (github.write(clean), json.loads(gitlab.write(clean))) == ("", [])
    assert etree.fromstring(junit.write(clean).encode()).find("testsuite").attrib == {
        "name": "a.toc",
        "tests": "1",
        "failures": "0",
        "errors": "0",
    }


def test_what_cannot_be_read_has_no_place_in_it() -> None:
    """A file that could not be read is named without a line, and is an error of JUnit's own kind."""
    gone = Report((some(severity=Severity.ERROR, origin=Origin("gone.toc", 0, 0)),), {}, 0)
    place = run_of(gone)["results"][0]["locations"][0]["physicalLocation"]

    assert place == {"artifactLocation": {"uri": "gone.toc"}}
    assert github.write(gone) == "::error file=gone.toc,title=TOC999 some-rule::something is wrong\n"
    assert etree.fromstring(junit.write(gone).encode()).get("errors") == "1"


def test_github_cannot_be_given_commands() -> None:
    """What GitHub would take for the end of a property, of a line, or for a command of its own, is escaped."""
    file = "50%,a:b\r\n::stop.toc"
    message = _("{text}", text="100 %\r\n::add-mask::x, y: z")
    written = github.write(Report((some(message=message, origin=Origin(file, 0, 0)),), {}, 0))

    assert written == (
        "::warning file=50%25%2Ca%3Ab%0D%0A%3A%3Astop.toc,title=TOC999 some-rule::100 %25%0D%0A::add-mask::x, y: z\n"
    )


def test_github_takes_columns_on_one_line_only() -> None:
    """A place of several lines has no columns, for GitHub would refuse them."""
    found = some(origin=Origin("a.toc", 0, 3))

    assert "line=1,endLine=2,title" in github.write(Report((found,), {"a.toc": Source("a.toc", "x\ny\n")}, 1))


def test_xml_holds_any_text() -> None:
    """Characters that XML cannot hold become a mark; what means something in XML is escaped."""
    found = some(message=_("{text}", text='<b> & "\x00\x1b\ufffe'))
    root = etree.fromstring(junit.write(Report((found,), {"a.toc": Source("a.toc", "x")}, 1)).encode())

    assert root.find("testsuite/testcase/failure").get("message") == '<b> & "\ufffd\ufffd\ufffd'


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("les modèles/a b.toc", "les%20mod%C3%A8les/a%20b.toc"),
        ("../50%.toc", "../50%25.toc"),
        ("a:b#c?.toc", "a%3Ab%23c%3F.toc"),
        ("<stdin>", "%3Cstdin%3E"),
    ],
)
def test_addresses_of_files_are_addresses(file: str, uri: str) -> None:
    """In SARIF, what may not stand in an address is written with `%`."""
    result = run_of(Report((some(origin=Origin(file, 0, 0)),), {}, 0))["results"][0]

    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_columns_count_what_sarif_is_told_they_count() -> None:
    """Behind an emoji, which is two UTF-16 units, columns in SARIF still count code points, as `columnKind` says."""
    run = run_of(report_of('vision v "💬💬" { levl x }'))
    regions = [result["locations"][0]["physicalLocation"]["region"] for result in run["results"]]

    assert run["columnKind"] == "unicodeCodePoints"
    assert {
        "startLine": 1,
        "startColumn": 17,
        "endLine": 1,
        "endColumn": 21,
        "charOffset": 16,
        "charLength": 4,
    } in regions


@pytest.mark.parametrize("language", LANGUAGES)
def test_sarif_brings_the_pages_of_its_rules(language: str) -> None:
    """Each rule in SARIF comes with its page, in the language of the messages, and each result points to its rule."""
    run = run_of(report_of(MODELS[0].read_text("utf-8"), language))
    rules = run["tool"]["driver"]["rules"]
    known = {rule.code: rule for rule in rule_book()}

    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [one["ruleId"] for one in run["results"]]
    assert all(rule["help"]["markdown"].startswith(page(known[rule["id"]], language)) for rule in rules)
    assert run["language"] == language


def test_fixes_in_sarif_mend() -> None:
    """Whoever applies what SARIF says of a fix gets the text that toc would write."""
    text = "actor a 'A'\n".replace("'", '"') + 'actor b "B" { rol decide }\n'
    report = report_of(text)
    (found,) = [one for one in report.diagnostics if one.fixes]
    (result,) = [one for one in run_of(report)["results"] if "fixes" in one]
    edits = [
        TextEdit(
            FILE,
            replacement["deletedRegion"]["charOffset"],
            replacement["deletedRegion"]["charOffset"] + replacement["deletedRegion"]["charLength"],
            replacement.get("insertedContent", {}).get("text", ""),
        )
        for change in result["fixes"][0]["artifactChanges"]
        for replacement in change["replacements"]
    ]

    assert apply_edits(text, edits) == apply_edits(text, found.fixes[0].edits) == text.replace("rol ", "role ")


def marks_of(text: str) -> dict[tuple[str, str], str]:
    """Return the fingerprint of each finding in `text`, by its rule and message."""
    return {
        (result["ruleId"], result["message"]["text"]): result["partialFingerprints"][FINGERPRINT]
        for result in run_of(report_of(text))["results"]
    }


@pytest.mark.parametrize("path", MODELS[:2], ids=lambda path: path.stem)
def test_fingerprints_outlive_other_changes(path: Path) -> None:
    """Findings keep their fingerprints when lines move and other elements are reworded or added."""
    text = path.read_text("utf-8")
    moved = "# A comment.\n\n" + text.replace("Élèves", "Les élèves du quartier").replace("\n", "\n\n")
    before, after = marks_of(text), marks_of(moved + 'actor someone "Someone new" { role decide }\n')

    assert len(before) > 4
    assert before.items() <= after.items()


def test_fingerprints_tell_findings_apart() -> None:
    """Two findings about the same thing have two fingerprints; the same finding in two files, too."""
    text = 'actor a "A" { rol decide; rol inform }\n'
    twice = list(marks_list(text, FILE))

    assert len(set(twice)) == len(twice) == 2
    assert set(twice) & set(marks_list(text, "other.toc")) == set()


def marks_list(text: str, file: str) -> list[str]:
    """Return the fingerprints of the properties in `text` that nobody knows."""
    results = run_of(report_of(text, file=file))["results"]
    return [one["partialFingerprints"][FINGERPRINT] for one in results if one["ruleId"] == "TOC105"]


def test_every_format_is_looked_at() -> None:
    """A reporter that is added is checked here, or is one of those for people and for programs of toc's own."""
    names = {reporter.name for reporter in find_all("toc.reporters", Reporter)}

    assert names == {*FORMATS, "text", "json"}
