"""What a distribution carries: everything that toc needs where no checkout is near."""

import subprocess
import sys
import tarfile
import tomllib
import zipfile
from importlib import import_module
from pathlib import Path

import pytest

import toc
from toc.syntax import tables

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the source distribution and the wheel."""
    folder = tmp_path_factory.mktemp("dist")
    command = [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "hatchling",
        "build",
        "-t",
        "sdist",
        "-t",
        "wheel",
        "-d",
        str(folder),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def names_in_wheel(distributions: Path) -> set[str]:
    """Return the names of the files in the wheel."""
    with zipfile.ZipFile(next(distributions.glob("*.whl"))) as wheel:
        return set(wheel.namelist())


def names_in_sdist(distributions: Path) -> set[str]:
    """Return the names of the files in the source distribution, below its one folder."""
    with tarfile.open(next(distributions.glob("*.tar.gz"))) as sdist:
        return {name.split("/", 1)[-1] for name in sdist.getnames()}


def test_the_wheel_carries_what_toc_reads(distributions: Path) -> None:
    """The wheel holds the grammar, the parser's tables, translations, fonts, themes and the mark of a typed package."""
    names = names_in_wheel(distributions)
    data = {
        path.relative_to(ROOT / "src").as_posix()
        for path in (ROOT / "src" / "toc").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc"
    }

    assert {"toc/grammar/toc.lark", "toc/grammar/keywords.toml"} <= names
    assert {"toc/py.typed", "toc/syntax/_saved.py", "toc/locale/fr/LC_MESSAGES/toc.mo"} <= names
    assert any(name.startswith("toc/scene/fonts/") and name.endswith(".ttf") for name in names)
    assert any(name.startswith("toc/scene/themes/") and name.endswith(".toml") for name in names)
    assert data - names == set()


def test_the_wheel_carries_the_licences(distributions: Path) -> None:
    """The wheel holds toc's licence and that of the font, in the place tools look for them."""
    names = {name.split(".dist-info/licenses/")[-1] for name in names_in_wheel(distributions) if "licenses/" in name}

    assert names == set(PROJECT["license-files"])


def test_the_wheel_holds_nothing_but_toc(distributions: Path) -> None:
    """Neither tests nor tools nor anything else is installed beside toc."""
    tops = {name.split("/")[0] for name in names_in_wheel(distributions)}

    assert tops == {"toc", f"toc_lang-{PROJECT['version']}.dist-info"}


def test_the_source_distribution_can_be_worked_with(distributions: Path) -> None:
    """The source distribution holds what its build and its tests need, and nothing that was made."""
    names = names_in_sdist(distributions)

    assert {"hatch_build.py", "Makefile", "grammar/toc.lark", "tests/strategies.py", "README.fr.md", "LICENSE"} <= names
    assert not any(name.startswith((".venv", "out/", ".git/")) or name.endswith(".pyc") for name in names)


def test_the_version_is_said_once(distributions: Path) -> None:
    """The version that toc reports is that of its distribution."""
    assert toc.__version__ == PROJECT["version"]
    assert next(distributions.glob("*.whl")).name.startswith(f"toc_lang-{toc.__version__}-py3-none-any")


def test_the_saved_tables_are_those_of_the_grammar() -> None:
    """The parser's saved tables carry the stamp of the grammar at hand; `make generated` renews them."""
    assert tables.stamp() == import_module(f"toc.syntax.{tables.SAVED}").STAMP


def test_run_time_dependencies_are_few() -> None:
    """Whoever installs toc installs seven packages, each decided upon."""
    names = {requirement.split(">")[0] for requirement in PROJECT["dependencies"]}

    assert names == {"lark", "attrs", "click", "graphviz", "graphviz-pure", "resvg-py", "numpy"}
