"""The rooms that `docs/architecture.md` draws: who may import whom, and what the core must not touch."""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "toc"

VALUES = ("source", "diagnostics", "catalog", "messages", "did_you_mean", "colours")
ANALYSIS = (
    "config",
    "configuration",
    "key_places",
    "rule_book",
    "chosen_rules",
    "problems",
    "waivers",
    "diagnosis",
    "analysis",
    "fingerprints",
)
EDGE = ("lsp", "preview", "cli")

# Room -> (rooms it may import, third-party packages it may import). A room may always import itself.
# A room may be a package, a module of `toc`, or one module of a package with rules of its own; the longest name wins.
MAY_IMPORT: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "": (("*",), ()),
    **dict.fromkeys(VALUES, (VALUES, ("attrs",))),
    "workspace": (VALUES, ("attrs",)),
    "syntax": ((*VALUES, "workspace"), ("attrs", "lark")),
    "syntax.write": ((*VALUES, "workspace", "model"), ("attrs",)),
    "model": (VALUES, ("attrs",)),
    "model.modules": ((*VALUES, "syntax.nodes"), ("attrs",)),
    "model.resolve": ((*VALUES, "syntax.nodes", "syntax.keywords", "syntax.synonyms", "syntax.written_in"), ("attrs",)),
    "leverage": (("model", "messages"), ("attrs", "numpy")),
    "rules": (("model", "leverage", "diagnostics", "messages", "did_you_mean"), ("attrs",)),
    **dict.fromkeys(
        ANALYSIS, ((*VALUES, *ANALYSIS, "workspace", "syntax", "model", "leverage", "rules", "diff"), ("attrs",))
    ),
    "scene": (("model", "leverage", "catalog", "messages", "colours"), ("attrs",)),
    "scene.engine": (("model", "leverage", "catalog", "messages"), ("attrs",)),
    "formats": (
        (*ANALYSIS, *VALUES, "scene", "model", "syntax.write", "syntax.formatter", "syntax.keywords"),
        ("attrs",),
    ),
    "formats.dot": ((*ANALYSIS, *VALUES, "scene", "model"), ("attrs", "graphviz")),
    "formats.png": ((*ANALYSIS, *VALUES, "scene", "model"), ("attrs", "resvg_py")),
    "formats.pixels": (("scene",), ("resvg_py",)),
    "formats.pdf": ((*VALUES, "scene"), ("attrs", "reportlab")),
    "formats.paper": ((*VALUES, "scene"), ("attrs", "reportlab", "resvg_py", "PIL")),
    "formats.pptx": ((*VALUES, "scene"), ("attrs", "pptx")),
    "formats.slides": ((*VALUES, "scene"), ("attrs", "pptx")),
    "reporters": ((*ANALYSIS, *VALUES, "scene", "model"), ("attrs",)),
    "diff": ((*VALUES, "model", "leverage", "syntax.keywords", "syntax.spelling"), ("attrs",)),
    "diff.reports": ((*VALUES, "model", "scene", "reporters.cells"), ("attrs",)),
    "charts": (("scene",), ("attrs",)),
    "leverage_report": ((*VALUES, "model", "leverage", "charts", "scene", "reporters.cells"), ("attrs",)),
    "report": ((*ANALYSIS, *VALUES, "model", "reporters.cells"), ("attrs",)),
    # The doors: programs, and whoever opens a folder on the disk.
    "open_workspace": ((*VALUES, *ANALYSIS, "workspace", "syntax"), ("attrs",)),
    "api": (("*",), ("attrs",)),
    "locale": ((), ()),
    "highlighting": (("source", "syntax"), ("attrs",)),
    "highlighting.pygments_lexer": ((), ("pygments",)),
    "lsp": (("*",), ("attrs", "lsprotocol", "pygls")),
    "preview": (("*",), ("attrs", "starlette", "uvicorn", "watchfiles")),
    "cli": (("*",), ("attrs", "click")),
    "__main__": (("cli",), ("click",)),
}
# Rooms whose modules do not know each other.
STRANGERS = (
    *("rules", "diff.consequences", "diff.reports", "leverage_report.formats"),
    *("formats", "reporters", "cli", "lsp.features"),
)
SHARED_IN_STRANGERS = {"formats.format"}

# What only the edge may use: the core also runs where there are no files, no processes and no threads.
FORBIDDEN_IN_CORE = {
    *(
        "asyncio",
        "concurrent",
        "fcntl",
        "http",
        "io",
        "logging",
        "multiprocessing",
        "os",
        "resource",
        "select",
        "shutil",
    ),
    *("signal", "socket", "subprocess", "tempfile", "threading", "time", "urllib", "webbrowser"),
}
CORE_MAY_USE = {
    # Readers are the one way to files, and are given to the core; the engine is the one way to another program.
    "workspace": {"os", "io", "tempfile"},
    "__main__": {"os"},
    "scene.engine": FORBIDDEN_IN_CORE,
    # Files that are made in memory.
    "formats.pdf": {"io"},
    "formats.paper": {"io"},
    "formats.pptx": {"io"},
    "formats.slides": {"io"},
}
NO_NAMES = {"util", "utils", "helper", "helpers", "common", "manager", "managers", "base", "misc"}


@cache
def modules() -> dict[str, ast.Module]:
    """Return the modules of toc by their name without `toc.`, parsed."""
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        if parts[-1] != "_saved":
            found[name] = ast.parse(path.read_text("utf-8"), str(path))
    return found


def imported(name: str) -> Iterator[str]:
    """Yield what module `name` imports, wherever in it: `toc.model.links`, `click`."""
    for node in ast.walk(modules()[name]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}: imports are written in full"
            assert node.module
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if whole.removeprefix("toc.") in modules() else node.module


def room_of(name: str) -> str:
    """Return the longest name in the table that holds module `name`."""
    rooms = [room for room in MAY_IMPORT if room and (name == room or name.startswith(f"{room}."))]
    return max(rooms, key=len, default="")


def within(name: str, room: str) -> bool:
    """Whether module `name` is `room` or stands in it."""
    return room in ("*", name) or name.startswith(f"{room}.")


@pytest.mark.parametrize("name", sorted(modules()))
def test_a_room_imports_only_what_it_may_know(name: str) -> None:
    """Each module imports only the rooms and packages that the table gives to its room."""
    room = room_of(name)
    rooms, packages = MAY_IMPORT[room]
    own = room.split(".")[0]
    wrong = set()
    for found in imported(name):
        package = found.split(".")[0]
        if package == "toc":
            inner = found.removeprefix("toc").removeprefix(".")
            allowed = inner == "" or any(within(inner, each) for each in (*rooms, *([own] if own else ())))
        else:
            allowed = package in sys.stdlib_module_names or package in packages
        if not allowed:
            wrong.add(found)

    assert wrong == set()


def test_every_room_has_its_place_in_the_table() -> None:
    """A new top-level package or module of toc is entered in the table before it is used."""
    tops = {name.split(".")[0] for name in modules()}

    assert tops - {room.split(".")[0] for room in MAY_IMPORT} == set()


@pytest.mark.parametrize("family", STRANGERS)
def test_members_of_a_family_do_not_know_each_other(family: str) -> None:
    """Rules, formats, reporters, commands and editor features each stand alone beside their siblings."""
    members = {name for name in modules() if name.startswith(f"{family}.")}
    shared = {name for name in members if name in SHARED_IN_STRANGERS or _is_shared(name, members)}
    acquainted = {
        (name, found)
        for name in members - shared
        for found in (each.removeprefix("toc.") for each in imported(name))
        if found in members - shared - {name}
    }

    assert acquainted == set()


def _is_shared(name: str, members: set[str]) -> bool:
    # A package of the family, or a module without a definition for the catalogue to find: what the members share.
    if any(other.startswith(f"{name}.") for other in members):
        return True
    functions = [node for node in modules()[name].body if isinstance(node, ast.FunctionDef)]
    called = [each for node in functions for each in node.decorator_list if isinstance(each, ast.Call)]
    return all(isinstance(each.func, ast.Name) and each.func.id == "lru_cache" for each in called)


@pytest.mark.parametrize("name", [name for name in sorted(modules()) if name.split(".")[0] not in EDGE])
def test_the_core_is_pure(name: str) -> None:
    """The core reads no file, starts no process or thread, prints nothing and asks for no time."""
    room = room_of(name)
    touched = {found.split(".")[0] for found in imported(name)} & FORBIDDEN_IN_CORE
    called = {
        node.func.id
        for node in ast.walk(modules()[name])
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    asked = {
        node.attr
        for node in ast.walk(modules()[name])
        if isinstance(node, ast.Attribute) and node.attr in {"today", "now"}
    }
    dated = {attribute for attribute in asked if _is_clock(name, attribute)}

    assert touched - CORE_MAY_USE.get(room, set()) == set()
    if name not in {"__main__", "syntax.tables"}:
        assert called & {"print", "input", "exit", "breakpoint"} == set()
    if room not in CORE_MAY_USE:
        assert "open" not in called
    assert dated == set()


def _is_clock(name: str, attribute: str) -> bool:
    return any(
        isinstance(node, ast.Attribute)
        and node.attr == attribute
        and isinstance(node.value, ast.Name)
        and node.value.id in {"date", "datetime"}
        for node in ast.walk(modules()[name])
    )


@pytest.mark.parametrize("name", sorted(modules()))
def test_names_say_what_is_inside(name: str) -> None:
    """No module is called after nothing in particular."""
    assert set(name.split(".")) & NO_NAMES == set()


@pytest.mark.parametrize("name", sorted(modules()))
def test_every_module_says_what_it_is_for(name: str) -> None:
    """Every module with anything in it begins with a docstring."""
    tree = modules()[name]

    assert not tree.body or ast.get_docstring(tree)


@pytest.mark.parametrize("path", sorted((ROOT / "tests").rglob("test_*.py")), ids=lambda path: path.name)
def test_every_test_states_its_property(path: Path) -> None:
    """Every test says in a sentence what holds."""
    tree = ast.parse(path.read_text("utf-8"))
    silent = [
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and not ast.get_docstring(node)
    ]

    assert silent == []
