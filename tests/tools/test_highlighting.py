"""Highlighting as other programs do it, against what toc itself reads: `make test-tools`."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from strategies import documents
from tools.scoped import case

from toc.highlighting import roles
from toc.highlighting.spans import spans

pytestmark = pytest.mark.tools
ROOT = Path(__file__).parents[2]
GRAMMAR = ROOT / "editors" / "vscode" / "syntaxes" / "toc.tmLanguage.json"
BLOCK = re.compile(r"```toc\n(.*?)^```", re.DOTALL | re.MULTILINE)
TOLD_BY_VIM = {role: f"toc{role.title()}" for role in vars(roles).values() if isinstance(role, str)}
ALIKE = {
    "tocAs": "tocClause",
    "tocMark": "tocValue",
    "tocPlural": "tocValue",
    "tocEscape": "tocText",
    "tocLinkArrow": "tocArrow",
    "tocLinkSign": "tocSign",
    "tocComma": "tocSign",
}


def texts() -> dict[str, str]:
    """Return each example, fixture and block of the documentation, by a name that a file can have."""
    found = {}
    for folder in ("examples", "tests/rules", "tests/format"):
        for path in sorted((ROOT / folder).rglob("*.toc")):
            if "unreadable" not in path.as_posix():
                found[path.relative_to(ROOT).as_posix().replace("/", "_")] = path.read_bytes().decode()
    for page in sorted((ROOT / "docs").rglob("*.md")):
        for number, block in enumerate(BLOCK.findall(page.read_text("utf-8"))):
            found[f"{page.stem}_{number}.toc"] = block
    found |= {f"drawn_{number}.toc": text for number, text in enumerate(drawn())}
    # Both programs end lines at a line feed alone.
    return {name: text for name, text in found.items() if not re.search("[\r\0\v\f\u2028\u0085]", text)}


def drawn() -> list[str]:
    """Return files of any layout that hold anything the language has, the same each time."""
    found: list[str] = []

    @settings(max_examples=150, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(documents())
    def collect(text: str) -> None:
        found.append(text)

    collect()
    return found


@pytest.fixture(scope="session")
def tmgrammar(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the program that tests TextMate grammars, installed from npm in the version that the extension names."""
    if shutil.which("npm") is None:
        pytest.skip("npm is not installed")
    folder = tmp_path_factory.mktemp("npm")
    wanted = json.loads((ROOT / "editors" / "vscode" / "package.json").read_text("utf-8"))["devDependencies"]
    package = f"vscode-tmgrammar-test@{wanted['vscode-tmgrammar-test']}"
    command = ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", package]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr
    return folder / "node_modules" / ".bin" / "vscode-tmgrammar-test"


def test_textmate_reads_every_word_as_toc_does(tmgrammar: Path, tmp_path: Path) -> None:
    """In both languages, each keyword, name, value, text, comment and arrow has its scope, wherever it stands."""
    found = texts()
    for name, text in found.items():
        (tmp_path / name).write_text(case(text), "utf-8")

    command = [str(tmgrammar), "--compact", "--grammar", str(GRAMMAR), f"{tmp_path}/*.toc"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)

    assert len(found) > 500
    assert [line for line in done.stdout.splitlines() if "ERROR" in line] == []
    assert done.returncode == 0


def test_vim_reads_every_word_as_toc_does(tmp_path: Path) -> None:
    """In Neovim, each piece of the examples and of the formatter's fixtures is what toc reads it as."""
    if shutil.which("nvim") is None:
        pytest.skip("nvim is not installed")
    wrong = []
    for name, text in texts().items():
        if not name.startswith(("examples", "tests_format")):
            continue
        asked = [(span, *_place(text, span.start)) for span in spans(text) if span.role != roles.SIGN]
        told = _told_by_vim(tmp_path, text, [(line, column) for _span, line, column in asked])
        for (span, line, _column), given_name in zip(asked, told, strict=True):
            if given_name != TOLD_BY_VIM[span.role] and span.role != roles.WRONG:
                wrong.append((name, line, text[span.start : span.end], span.role, given_name))

    assert wrong == []


def _place(text: str, offset: int) -> tuple[int, int]:
    """Return the line and the column in bytes, counted from 1."""
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, len(text[start:offset].encode()) + 1


def _told_by_vim(folder: Path, text: str, places: list[tuple[int, int]]) -> list[str]:
    asked, told, file = folder / "asked.json", folder / "told.json", folder / "model.toc"
    asked.write_text(json.dumps(places), "utf-8")
    file.write_text(text, "utf-8")
    ask = f"map(json_decode(join(readfile('{asked}'))), {{_, at -> synIDattr(synID(at[0], at[1], 1), 'name')}})"
    commands = [
        f"set runtimepath^={ROOT / 'editors' / 'neovim'} redrawtime=60000",
        "syntax enable",
        "set syntax=toc",
        f"call writefile([json_encode({ask})], '{told}')",
        "qa!",
    ]
    given_commands = [part for command in commands for part in ("-c", command)]
    command = ["nvim", "-u", "NONE", "-i", "NONE", "--headless", "-n", str(file), *given_commands]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert told.is_file(), done.stderr
    return [_plain(name) for name in json.loads(told.read_text("utf-8"))]


def _plain(name: str) -> str:
    """Return a group of the syntax file without what sets it apart from others of its sort."""
    name = name.rstrip("0123456789")
    return "tocValue" if name.startswith("tocVariety") else ALIKE.get(name, name)
