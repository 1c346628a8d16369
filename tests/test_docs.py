"""The documentation tells the truth: what it shows is read and run, what toc has is mentioned, links lead somewhere."""

import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from command import toc

from toc.catalog import find_all
from toc.cli.shell.application import command_names
from toc.config import Settings
from toc.diagnostics import Severity
from toc.formats.format import Format, Importer
from toc.messages import show
from toc.reporters.reporter import Reporter
from toc.source import Source
from toc.syntax.parser import parse

ROOT = Path(__file__).parents[1]
RULES = ROOT / "docs" / "reference" / "rules"  # held by tests/test_rules.py: half of what they show is wrong on purpose
PAGES = sorted(
    page
    for page in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("*.md"))
    if page.parent != RULES
)
COMMANDS = ROOT / "docs" / "reference" / "commands.md"
BLOCK = re.compile(
    r"(?:<!-- file: (?P<file>\S+) -->\n)?^```(?P<language>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)\s]+)\)")

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())


def shown(page: Path) -> list[str]:
    """Return the blocks of toc in `page`."""
    return [one["text"] for one in BLOCK.finditer(page.read_text("utf-8")) if one["language"] == "toc"]


@each_page
def test_what_is_shown_of_the_language_can_be_read(page: Path) -> None:
    """Every toc block is free of syntax errors."""
    wrong = [
        (text[finding.origin.start : finding.origin.end], show(finding.message, "en"))
        for text in shown(page)
        for finding in parse(Source(page.name, text)).findings
    ]

    assert wrong == []


@each_page
def test_what_is_shown_of_the_commands_is_what_they_print(
    page: Path, tmp_path: Path, golden: Callable[[Path, str], None]
) -> None:
    """Every console block, run in order in a folder with the examples, prints what stands there."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    text, written, end = page.read_text("utf-8"), [], 0
    for one in BLOCK.finditer(text):
        if one["language"] == "console":
            written += [text[end : one.start("text")], *_session(one["text"], tmp_path)]
            end = one.end("text")
        elif one["file"]:
            saved = tmp_path / one["file"]
            saved.parent.mkdir(parents=True, exist_ok=True)
            saved.write_text(one["text"], "utf-8")
    written.append(text[end:])

    golden(page, "".join(written))


def _session(text: str, folder: Path) -> Iterator[str]:
    for line in text.splitlines():
        if line.startswith("$ "):
            program, *arguments = shlex.split(line[2:])
            assert program == "toc", f"only toc is run: {line}"
            done = toc(*arguments, folder=folder)
            yield f"{line}\n{done.out}{done.err}"


@each_page
def test_links_lead_somewhere(page: Path) -> None:
    """Every link to a file of the repository finds it."""
    targets = {target.partition("#")[0] for target in LINK.findall(page.read_text("utf-8"))}

    assert {target for target in targets if not (page.parent / target).exists()} == set()


@each_page
def test_one_sentence_a_line(page: Path) -> None:
    """Prose has one sentence a line, so that a change of a sentence is a change of a line."""
    prose = BLOCK.sub("", page.read_text("utf-8"))
    crowded = [
        line
        for line in prose.splitlines()
        if re.search(r"\w{3,}[.?!] [A-ZÉÀÇ]\w+ \w+ ", line)
        and not line.lstrip().startswith(("|", "-", "<", "#", "    "))
    ]

    assert crowded == []


@pytest.mark.parametrize("page", ["README.md", "README.fr.md"])
def test_the_example_of_the_front_page(page: str, tmp_path: Path) -> None:
    """The front page's model is right but for the one remark that the page announces."""
    (tmp_path / "model.toc").write_text(shown(ROOT / page)[0], "utf-8")
    done = toc("check", "--strict", "--format", "json", "--today", "2026-11-01", "model.toc", folder=tmp_path)

    assert re.findall(r'"rule": "([\w-]+)"[^}]*?"severity": "(?:warning|error)"', done.out) == ["unattached-assumption"]


@pytest.mark.parametrize("page", ["README.md", "README.fr.md"])
def test_the_front_page_names_every_command(page: str) -> None:
    """Whoever reads the front page hears of every command."""
    text = (ROOT / page).read_text("utf-8")

    assert {name for name in command_names() if f"`toc {name}`" not in text} == set()


def test_the_reference_of_commands(golden: Callable[[Path, str], None], tmp_path: Path) -> None:
    """The reference holds what each command says of itself: its options, their defaults, what they take."""
    parts = ["# Commands\n\nWhat `toc COMMAND --help` says, made from the commands themselves.\n"]
    for arguments in ([], *([name] for name in command_names()), ["report", "readiness"]):
        said = toc(*arguments, "--help", folder=tmp_path).out
        parts.append(f"## {' '.join(['toc', *arguments])}\n\n```text\n{said}```\n")

    golden(COMMANDS, "\n".join(parts))


def test_every_command_and_option_explains_itself(tmp_path: Path) -> None:
    """No command and no option is without help, in either language."""
    silent = []
    for language in ("en", "fr"):
        for name in command_names():
            said = toc("--lang", language, name, "--help", folder=tmp_path).out
            lines = said.splitlines()
            silent += [
                (language, name, line)
                for line, following in zip(lines, [*lines[1:], ""], strict=True)
                if re.match(r"  -\S.*[^ ]$", line) and "  " not in line.strip() and not following.startswith("   ")
            ]

    assert silent == []


def test_every_format_is_mentioned() -> None:
    """Each format that toc writes or reads is named in a page for people who use it."""
    prose = "\n".join(page.read_text("utf-8") for page in PAGES if page != COMMANDS)
    names = {
        found.name
        for package, kind in (("toc.formats", Format), ("toc.formats", Importer), ("toc.reporters", Reporter))
        for found in find_all(package, kind)
    }

    assert {name for name in names if f"`{name}`" not in prose and f" {name} " not in prose} == set()


def test_every_setting_is_explained() -> None:
    """Each key of toc.toml is explained in a page."""
    prose = (ROOT / "docs" / "how-to" / "configure.md").read_text("utf-8")
    keys = {"main", "paths", "profiles", "select", "ignore", "severity", "scale", "theme"}

    assert keys - {"severity", "scale"} <= set(Settings.__annotations__)
    assert {key for key in keys if not re.search(rf"\b{key}\b", prose)} == set()


def test_the_picture_on_the_front_page(golden: Callable[[Path, bytes], None], tmp_path: Path) -> None:
    """The front page shows the example as toc draws it."""
    example = ROOT / "examples" / "reussite-educative"
    toc("render", example, "--today", "2026-11-01", "-o", tmp_path / "picture.svg", folder=tmp_path)

    golden(ROOT / "docs" / "pictures" / "reussite-educative.svg", (tmp_path / "picture.svg").read_bytes())


def test_every_decision_is_listed() -> None:
    """The list of decisions names each of them."""
    folder = ROOT / "docs" / "decisions"
    listed = (folder / "README.md").read_text("utf-8")
    records = {path.name for path in folder.glob("[0-9]*.md")}

    assert {name for name in records if f"]({name})" not in listed} == set()


def test_changelog_fragments_have_their_form() -> None:
    """A fragment is one sentence in a file called after its topic and kind."""
    fragments = [path for path in (ROOT / "changelog.d").iterdir() if path.name != "README.md"]
    wrong = [path.name for path in fragments if not re.fullmatch(r"[a-z0-9-]+\.(change|fix|breaking)\.md", path.name)]
    wrong += [path.name for path in fragments if not re.fullmatch(r"[^\n]+\.\n", path.read_text("utf-8"))]

    assert wrong == []


def test_severities_are_explained() -> None:
    """The page on checking says what each severity means."""
    prose = (ROOT / "docs" / "how-to" / "check.md").read_text("utf-8")

    assert {severity.value for severity in Severity if severity.value not in prose} == set()
