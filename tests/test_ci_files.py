"""What users' continuous integration reads of this project: it names what there is, and says the same everywhere."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from toc.cli.new import SERVICES
from toc.cli.shell.application import command_names
from toc.cli.shell.templates import SERVICES as FILES
from toc.cli.shell.templates import TEMPLATES, ci_file
from toc.messages import LANGUAGES

ROOT = Path(__file__).parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
CALL = re.compile(r"(?:^|\s|&& |; )toc (?:--lang \w+ )?(?P<command>[a-z]+)\b")


def without_comments(file: str, language: str) -> Any:
    """Return what a file for a service says to the service, whatever the language of its readers."""
    text = ci_file(file, language).replace("toc --lang fr ", "toc ")
    data = yaml.safe_load(text)
    return re.sub(r"'name': '[^']*'", "'name': …", str(data))


def test_the_gitlab_include_is_what_toc_new_writes(golden: Callable[[Path, str], None]) -> None:
    """The file to be included says the same as the one that `toc new --ci gitlab` writes."""
    golden(ROOT / "ci" / "gitlab" / "toc.yml", ci_file("gitlab.yml", "en"))


@pytest.mark.parametrize("file", [file for file, _place in FILES.values()])
def test_both_languages_say_the_same(file: str) -> None:
    """The files that `toc new --ci` writes differ in comments, names and the language of messages alone."""
    assert without_comments(file, "en") == without_comments(file, "fr")


def test_every_service_has_its_files() -> None:
    """What `toc new --ci` offers is what there are templates for."""
    kept = {path.name for language in LANGUAGES for path in (TEMPLATES / "ci" / language).iterdir()}

    assert (set(FILES), {file for file, _place in FILES.values()}) == (set(SERVICES), kept)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", [file for file, _place in FILES.values()])
def test_only_commands_that_exist_are_called(file: str, language: str) -> None:
    """Each call of toc in these files names a command that there is."""
    called = {found["command"] for found in CALL.finditer(without_names(ci_file(file, language)))}

    assert called
    assert called - set(command_names()) == set()


def without_names(text: str) -> str:
    """Return `text` without comments and names, in which toc may be spoken of."""
    return re.sub(r"#.*|name:.*|https?:\S+", "", text)


def test_the_hooks_are_commands() -> None:
    """Each hook for pre-commit has an id and a name, and calls a command of toc."""
    calls = {hook["id"]: shlex.split(hook["entry"]) for hook in HOOKS}

    assert calls == {"toc-check": ["toc", "check"], "toc-fmt": ["toc", "fmt"]}
    assert all({"name", "description", "language", "files"} <= set(hook) for hook in HOOKS)


@pytest.mark.parametrize(
    ("hook", "path", "meant"),
    [
        ("toc-check", "a/model.toc", True),
        ("toc-check", "toc.toml", True),
        ("toc-check", "a/toc.toml", True),
        ("toc-check", "mytoc.toml", False),
        ("toc-fmt", "a/model.toc", True),
        ("toc-fmt", "toc.toml", False),
        ("toc-fmt", "model.tocx", False),
    ],
)
def test_hooks_run_where_a_model_changed(hook: str, path: str, meant: bool) -> None:
    """A hook runs for models, the check also for their configuration, and for nothing else."""
    (files,) = [one["files"] for one in HOOKS if one["id"] == hook]

    assert bool(re.search(files, path)) is meant


def test_the_action_uses_its_inputs() -> None:
    """Each input of the action is used, and none that it does not have."""
    used = set(re.findall(r"inputs\.(\w+)", str(ACTION["runs"])))

    assert used == set(ACTION["inputs"])


def test_nobody_can_slip_commands_into_the_action() -> None:
    """What a pull request can choose reaches the shell as variables only, never as part of a script."""
    scripts = [step["run"] for step in ACTION["runs"]["steps"] if "run" in step]

    assert [script for script in scripts if "${{" in script] == []
    assert all("shell" in step for step in ACTION["runs"]["steps"] if "run" in step)
