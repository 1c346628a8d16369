"""The rule book: what each rule finds in its fixtures, its page in both languages, and its fixes.

A fixture is `tests/rules/<name>.toc`, also `<name>.fr.toc`; `# expect: rule-name` at the end of a line says that the
rule speaks there, and everywhere else all rules are silent. A line `# --- …` begins another model in the same file.
`# beside: …` in a model (or at the top, for the whole file) names rules that may speak anywhere in it: they have
fixtures of their own.
Rules of one profile, and those that ask something of every model (`ASKING`), are on in their own fixtures and where
they are expected: the other models need not answer them.
What takes several files has a folder, whose `main.toc` is checked, with the configuration beside it if there is one;
`# expect in FILE: rule-name` speaks there for files in which nothing can be written.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from attrs import evolve, frozen
from rule_pages import index_page, rule_page

from toc.analysis import analyse
from toc.config import Settings, read_config
from toc.diagnosis import diagnosed
from toc.diagnostics import BASE, ERROR, Diagnostic, Rule
from toc.messages import LOCALE, show
from toc.rule_book import failing_rules, page, rule_book, sources
from toc.source import Source
from toc.syntax.edits import apply_edits
from toc.workspace import DiskReader, MemoryReader

ROOT = Path(__file__).parents[1]
FIXTURES = Path(__file__).parent / "rules"
PAGES = ROOT / "docs" / "reference" / "rules"
FRENCH = LOCALE / "fr" / "rules"
TODAY = date(2026, 11, 22)
# Rules on in every profile that speak of the whole model, of almost any small one.
ASKING = frozenset(
    {
        *("no-review", "no-unintended-effects", "nobody-changes"),
        *("effort-not-stated", "strength-not-stated", "single-point-of-failure"),
    }
)
HEADINGS = {"en": ("Why it matters", "Bad", "Good"), "fr": ("Pourquoi c'est important", "À éviter", "À écrire")}
CONFIGURATION = "toc.toml"
EXPECT = re.compile(r"#\s*expect(?: in (?P<file>\S+))?:(?P<names>[\w\s,-]+)$")
BESIDE = re.compile(r"^#\s*beside:(?P<names>[\w\s,-]+)$", re.MULTILINE)
BLOCK = re.compile(r"^```(?:toc|toml)\n(?P<text>.*?)^```", re.MULTILINE | re.DOTALL)
# What is wrong here cannot be shown in one block: the examples are told, or take several files.
TOLD = {"conflicting-indicator", "nested-too-deeply", "unreadable-file"}
Spoken = tuple[str, int, str]

by_name = pytest.mark.parametrize("rule", rule_book(), ids=lambda rule: rule.name)


@frozen
class Fixture:
    """A model as files by their path, of which `main` is checked; `folder` holds them where they are on the disk.

    `asked` names a rule that is on though other fixtures need not answer it.
    """

    name: str
    main: str
    files: Mapping[str, str]
    beside: frozenset[str] = frozenset()
    folder: Path | None = None
    asked: str = ""


def diagnose(fixture: Fixture) -> tuple[Diagnostic, ...]:
    """Check a model with all rules on that it has to answer: the one place that knows how."""
    settings = Settings()
    wrong: tuple[Diagnostic, ...] = ()
    if CONFIGURATION in fixture.files:
        settings, found = read_config(fixture.files[CONFIGURATION], CONFIGURATION)
        wrong = diagnosed(found)
    settings = evolve(settings, select=tuple(_answered(fixture)), today=TODAY)
    reader = DiskReader(fixture.folder) if fixture.folder else MemoryReader(fixture.files)
    return (*analyse(reader, fixture.main, settings).diagnostics, *wrong)


def one_model(text: str, rule: Rule) -> Fixture:
    """Return a text as a model that `rule` looks at."""
    return Fixture("text", "text.toc", {"text.toc": text}, asked=rule.name)


def places(fixture: Fixture) -> list[Spoken]:
    """Return where which rule speaks: file, line, name."""
    read = {path: Source(path, text) for path, text in fixture.files.items()}
    return sorted(
        (found.origin.file, read[found.origin.file].position(found.origin.start).line, found.rule.name)
        for found in diagnose(fixture)
        if found.rule.name not in fixture.beside
    )


def expected(fixture: Fixture) -> list[Spoken]:
    """Return where the fixture says that which rule speaks."""
    return sorted(
        (found["file"] or path, 1 if found["file"] else number, name)
        for path, text in fixture.files.items()
        for number, line in enumerate(text.split("\n"), 1)
        if (found := EXPECT.search(line.rstrip("\r")))
        for name in _names(found["names"])
    )


def fixtures() -> Iterator[Fixture]:
    """Yield every model of every fixture."""
    for path in sorted(FIXTURES.glob("*.toc")):
        text = path.read_bytes().decode("utf-8")
        head, *parts = re.split(r"^(?=# ---)", text, flags=re.MULTILINE)
        offset = len(head)
        for number, part in enumerate(parts, 1):
            # Blank lines keep the numbers of the lines as they are in the file.
            model = "\n" * text.count("\n", 0, offset) + part
            offset += len(part)
            beside = _beside(head) | _beside(part)
            yield Fixture(f"{path.name}-{number}", path.name, {path.name: model}, beside, asked=_own(path))
        if not parts:
            yield Fixture(path.name, path.name, {path.name: text}, _beside(head), asked=_own(path))
    for folder in sorted(each for each in FIXTURES.iterdir() if each.is_dir()):
        files = {
            path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8", errors="replace")
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }
        yield Fixture(folder.name, "main.toc", files, _beside(files["main.toc"]), folder, folder.name)


def _own(path: Path) -> str:
    return path.name.partition(".")[0]


def _answered(fixture: Fixture) -> Iterator[str]:
    wanted = {fixture.asked, *(name for _file, _line, name in expected(fixture))}
    for rule in rule_book():
        if rule.name in wanted or (BASE in rule.profiles and rule.name not in ASKING):
            yield rule.name


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",")]


def _beside(text: str) -> frozenset[str]:
    return frozenset(name for found in BESIDE.finditer(text) for name in _names(found["names"]))


ALL = list(fixtures())
by_fixture = pytest.mark.parametrize("fixture", ALL, ids=lambda fixture: fixture.name)


@by_fixture
def test_rules_speak_where_they_should_and_nowhere_else(fixture: Fixture) -> None:
    """In a fixture, rules speak on the lines that expect them, and all are silent on the others."""
    assert places(fixture) == expected(fixture)


@by_name
def test_every_rule_speaks_in_a_fixture_of_its_own(rule: Rule) -> None:
    """Every rule is expected on some line of a fixture that bears its name."""
    own = [fixture for fixture in ALL if fixture.name.partition(".")[0] == rule.name]

    assert any(name == rule.name for fixture in own for _file, _line, name in expected(fixture))


@by_fixture
def test_the_order_of_statements_changes_no_message(fixture: Fixture) -> None:
    """What is said about a model is the same when its lines stand in the opposite order, statement by statement."""
    turned = evolve(fixture, folder=None, files={path: _turned(text) for path, text in fixture.files.items()})
    if fixture.folder or not _is_sound(fixture):
        return

    assert _messages(turned) == _messages(fixture)


@by_fixture
def test_a_fix_silences_its_rule_and_adds_no_error(fixture: Fixture) -> None:
    """Where a finding on meaning comes with a fix, the fix takes the finding away and brings no new error."""
    before = diagnose(fixture)
    for found in (each for each in before if each.rule.check):
        for fix in found.fixes:
            files = {
                path: apply_edits(text, [edit for edit in fix.edits if edit.file == path])
                for path, text in fixture.files.items()
            }
            after = diagnose(evolve(fixture, files=files, folder=None))
            errors = [_said(each) for each in after if each.severity is ERROR]

            assert _said(found) not in [_said(each) for each in after]
            assert [each for each in errors if each not in [_said(old) for old in before]] == []


@by_name
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_page_has_its_four_parts(rule: Rule, language: str) -> None:
    """A page says in its first line what is wrong, why it matters, what to avoid and what to write."""
    text = page(rule, language)
    title = text.partition("\n")[0]
    headings = tuple(line[3:] for line in text.split("\n") if line.startswith("## "))

    assert title.strip()
    assert not title.startswith("#")
    assert headings == HEADINGS[language]
    assert rule.name in TOLD or len(BLOCK.findall(text)) == 2


@by_name
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_examples_of_a_page_show_what_it_says(rule: Rule, language: str) -> None:
    """A page's first example breaks its rule; its second does not, and nothing in it is misspelt or misplaced."""
    if rule.name in TOLD:
        return
    bad, good = BLOCK.findall(page(rule, language))

    assert rule.name in [found.rule.name for found in _example(bad, rule)]
    assert [_said(found) for found in _example(good, rule) if found.rule in (rule, *_compilers())] == []


@by_name
def test_a_rule_names_its_sources(rule: Rule) -> None:
    """A rule on meaning says who asks for it, or in so many words that nobody does; a problem of the text need not."""
    if rule.check:
        assert rule.sources
        assert all(len(source) > len("– No published source: ") for source in rule.sources)


@by_name
def test_a_french_page_follows_the_english_one(rule: Rule) -> None:
    """A French page carries the stamp of the English page that it translates, so that a stale one is found."""
    first = (FRENCH / f"{rule.name}.md").read_text("utf-8").partition("\n")[0]

    assert first == f"<!-- en: {sha256(rule.page.encode()).hexdigest()[:12]} -->"


@by_name
def test_a_french_page_names_the_same_sources(rule: Rule) -> None:
    """A French page ends with as many sources as its rule has; they are no part of what is shown as the page."""
    shown, mark, section = (FRENCH / f"{rule.name}.md").read_text("utf-8").partition("\n## Sources\n")

    assert bool(mark) == bool(rule.sources)
    assert [line[:2] for line in section.splitlines()] == ["- "] * len(rule.sources)
    assert [f"- {source}" for source in sources(rule, "fr")] == section.splitlines()
    assert shown.partition("\n")[2].strip() == page(rule, "fr")
    assert sources(rule, "en") == rule.sources


def test_there_is_no_page_without_a_rule() -> None:
    """A rule that goes takes its pages with it."""
    names = {rule.name for rule in rule_book()}

    assert {path.stem for path in FRENCH.glob("*.md")} - names == set()
    assert {path.stem for path in PAGES.glob("*.md")} - names <= {"index"}


def test_the_rules_that_may_be_errors_are_listed() -> None:
    """What only errors hinder, such as drawing, need not load the other rules."""
    failing = tuple(rule for rule in rule_book() if rule.check and ERROR in {rule.severity, *rule.severities.values()})

    assert failing_rules() == failing


def test_codes_and_names_are_given_once() -> None:
    """No two rules share a code or a name."""
    assert len({rule.code for rule in rule_book()}) == len({rule.name for rule in rule_book()}) == len(rule_book())


@by_name
def test_the_reference_has_the_page_of_a_rule(rule: Rule, golden: Callable[[Path, str], None]) -> None:
    """A rule's page of the reference is made from the rule."""
    golden(PAGES / f"{rule.name}.md", rule_page(rule))


def test_the_reference_lists_all_rules(golden: Callable[[Path, str], None]) -> None:
    """The table of rules is made from the rule book."""
    golden(PAGES / "index.md", index_page(rule_book()))


def _is_sound(fixture: Fixture) -> bool:
    return all(found.rule.check for found in diagnose(fixture))


def _turned(text: str) -> str:
    """Return a model with its top-level statements in the opposite order; they begin where a line is not indented."""
    return "\n".join(reversed(re.split(r"\n(?=\w)", text)))


def _messages(fixture: Fixture) -> list[tuple[str, str]]:
    return sorted(_said(found) for found in diagnose(fixture) if found.rule.check)


def _said(found: Diagnostic) -> tuple[str, str]:
    return found.rule.name, show(found.message, "en")


def _example(text: str, rule: Rule) -> tuple[Diagnostic, ...]:
    if rule.name == "invalid-configuration":
        return diagnosed(read_config(text, CONFIGURATION)[1])
    return diagnose(one_model(text, rule))


def _compilers() -> tuple[Rule, ...]:
    return tuple(rule for rule in rule_book() if not rule.check)
