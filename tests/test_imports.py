"""What starting toc may load: start-up is most of the time of a small model's check."""

import subprocess
import sys
from pathlib import Path

import pytest
from levers import FLAGS

MODEL = """\
vision school "Every pupil finishes school" { for pupils }
precondition trust "Parents feel at home at school" { of pupils; sphere influence }
strategy café "A café for parents" { by pupils }
actor pupils "Pupils and parents" { role decide }
café -> trust strong { because "People trust whom they know"; evidence study "Report 2024" }
trust => school { because "Pupils stay where their parents feel at home" }
"""
# Three ways apart, whose strengths and efforts leave no doubt: what their flags need can be told without a draw.
THREE_STRATEGIES = """\
vision school "Every pupil finishes school" { for pupils; sufficient unknown }
outcome trust "Parents feel at home at school" { of pupils }
outcome reading "Pupils read with ease" { of pupils }
outcome meals "No pupil is hungry" { of pupils }
strategy café "A café for parents" { by pupils; effort 10..11 }
strategy library "A library bus" { by pupils; effort 10..11 }
strategy breakfast "Breakfast for all" { by pupils; effort 10..11 }
actor pupils "Pupils and parents" { role decide }
café -> trust 0.6 { because "People trust whom they know" }
library -> reading 0.6 { because "A book at hand gets read" }
breakfast -> meals 0.6 { because "Hunger ends with food" }
trust, reading, meals -> school 0.5 { because "Pupils stay where they are well" }
"""
CHECK_MAY_LOAD = {"attr", "attrs", "click", "toc"}
# Installed beside toc for developers, or for other commands: never paid for by a check.
NEVER = {
    *("babel", "fontTools", "graphviz", "hypothesis", "jsonschema", "lark", "lsprotocol", "networkx", "numpy", "pygls"),
    *(
        "pytest",
        "reportlab",
        "resvg_py",
        "rich",
        "asyncio",
        "dataclasses",
        "email",
        "http",
        "logging",
        "multiprocessing",
    ),
    *("socket", "ssl", "unittest", "urllib.request", "xml"),
}
PROGRAM = """
import sys
before = set(sys.modules)
report = sys.argv.pop(1)
from toc.__main__ import main
try:
    assert not main()
except SystemExit as stop:
    assert stop.code in (0, None), stop.code
finally:
    with open(report, "w") as file:
        file.write("\\n".join(sorted(set(sys.modules) - before)))
"""


def loaded(folder: Path, *arguments: str) -> set[str]:
    """Return the modules that `toc ARGUMENTS` loads in a process of its own."""
    report = folder / "modules.txt"
    command = [sys.executable, "-W", "ignore", "-c", PROGRAM, str(report), *arguments]
    subprocess.run(command, cwd=folder, capture_output=True, check=True)
    return set(report.read_text("utf-8").splitlines())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a model in it, named so that toc.toml and several files play no part."""
    (tmp_path / "model.toc").write_text(MODEL, "utf-8")
    return tmp_path


def third_party(modules: set[str]) -> set[str]:
    """Return the packages among `modules` that are not the standard library's."""
    tops = {name.split(".")[0] for name in modules}
    return {top for top in tops if top not in sys.stdlib_module_names and not top.startswith("_")}


def test_check_loads_no_more_than_it_needs(folder: Path) -> None:
    """`toc check` loads attrs and click and nothing else from outside: no parser generator, no drawing, no numbers."""
    modules = loaded(folder, "check", "--today", "2026-11-01", "model.toc")

    assert third_party(modules) <= CHECK_MAY_LOAD
    assert modules & NEVER == set()


def test_check_draws_nothing_where_nothing_is_in_doubt(folder: Path) -> None:
    """Flags on leverage need no numbers package where bounds decide them."""
    (folder / "three.toc").write_text(THREE_STRATEGIES, "utf-8")
    modules = loaded(folder, "check", "--today", "2026-11-01", "three.toc")

    assert "toc.leverage.screening" in modules
    assert third_party(modules) <= CHECK_MAY_LOAD


def test_check_does_not_load_leverage_that_no_flag_asks_for(folder: Path) -> None:
    """Without its flags nothing that computes leverage is loaded, though the rules that give them are known."""
    modules = loaded(folder, "check", "--today", "2026-11-01", "--ignore", FLAGS, "model.toc")
    room = {name for name in modules if name.startswith("toc.leverage.")}

    assert "toc.rules.leverage.weak_leverage" in modules
    assert room <= {"toc.leverage.spoken", "toc.leverage.verdict_names"}


def test_check_does_not_load_the_rooms_it_does_not_enter(folder: Path) -> None:
    """`toc check` loads neither the scene, nor what writes a format, nor another command."""
    modules = loaded(folder, "check", "--today", "2026-11-01", "model.toc")
    rooms = {".".join(name.split(".")[:2]) for name in modules if name.startswith("toc.")}
    formats = {name for name in modules if name.startswith("toc.formats.")} - {"toc.formats.format"}
    commands = {name for name in modules if name.startswith("toc.cli.")}

    assert rooms & {"toc.scene", "toc.lsp", "toc.preview"} == set()
    assert formats == set()
    assert commands & {"toc.cli.render", "toc.cli.export", "toc.cli.import_", "toc.cli.new", "toc.cli.fmt"} == set()


def test_the_version_costs_nothing(folder: Path) -> None:
    """`toc --version` loads neither click nor attrs nor anything else of toc's own dependencies."""
    modules = loaded(folder, "--version")

    assert third_party(modules) == {"toc"}
    assert {name for name in modules if name.startswith("toc.")} == {"toc.__main__"}


def test_importing_toc_is_lazy() -> None:
    """`import toc` alone loads no other module of toc: what is asked for is loaded when it is asked for."""
    program = "import sys, toc; print(sorted(name for name in sys.modules if name.startswith('toc.')))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
