"""Continuous integration as far as one machine can run it: `make test-tools`, slow and with a network."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
import yaml
from attrs import frozen

from toc.cli.shell.templates import SERVICES, ci_file
from toc.messages import LANGUAGES

pytestmark = pytest.mark.tools
ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
SOUND = """\
theory "School" { languages en; issue "Pupils leave"; context "A portrait" }

vision school "Every pupil finishes school" { for pupils }
actor pupils "Pupils" { role decide }
precondition trust "Parents feel at home at school" {
  of pupils
  indicator "Share of parents at meetings" { baseline 31 % in 2025; target 70 % in 2029 }
}
strategy café "A café for parents" { by pupils }
café -> trust strong { because "People trust whom they know"; evidence study "Report 2024" }
trust => school { because "Pupils stay where their parents feel at home" }
"""
BROKEN = SOUND.replace("trust => school", "nobody => school")
TEMPLATES = [(language, file) for language in LANGUAGES for file, _place in SERVICES.values()]
SCHEMAS = {"github.yml": "github-workflows", "gitlab.yml": "gitlab-ci"}


def run(*command: str | Path, folder: Path, environment: Mapping[str, str] | None = None) -> Any:
    """Run a program in `folder` and return what came of it."""
    neutral = {"LANG": "C.UTF-8", "GIT_CONFIG_GLOBAL": os.devnull}
    return subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env={**os.environ, **neutral, **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
    )


@cache
def runner() -> Path:
    """Return the programs of a machine of its own, so that what a job installs never reaches this environment."""
    environment = Path(mkdtemp(prefix="runner-"))
    run(sys.executable, "-m", "venv", environment, folder=environment)
    return environment / "bin"


def committed(folder: Path) -> str:
    """Make everything in `folder` a commit of its repository and return its name."""
    if not (folder / ".git").exists():
        run("git", "init", "--quiet", "--initial-branch=main", folder=folder)
    run("git", "add", "--all", folder=folder)
    author = ("-c", "user.name=toc", "-c", "user.email=toc@example.org")
    done = run("git", *author, "commit", "--quiet", "--message", "A change", folder=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return str(run("git", "rev-parse", "HEAD", folder=folder).stdout).strip()


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository with the project as it stands in the work tree."""
    folder = tmp_path_factory.mktemp("project") / "toc"
    listed = run("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", folder=ROOT).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    committed(folder)
    return folder


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """Return a repository with a model."""
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "model.toc").write_text(SOUND, "utf-8")
    committed(folder)
    return folder


def valid(schema: str, *files: Path) -> None:
    """Hold files against a schema that check-jsonschema carries."""
    done = run(BIN / "check-jsonschema", "--builtin-schema", f"vendor.{schema}", *files, folder=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_action_follows_its_schema() -> None:
    """The action is valid under the schema of GitHub's actions."""
    valid("github-actions", ROOT / "action.yml")


@pytest.mark.parametrize(("language", "file"), [one for one in TEMPLATES if one[1] in SCHEMAS])
def test_the_files_of_toc_new_follow_their_schemas(tmp_path: Path, language: str, file: str) -> None:
    """What `toc new --ci` writes is valid under the schema of its service."""
    (tmp_path / file).write_text(ci_file(file, language), "utf-8")

    valid(SCHEMAS[file], tmp_path / file)


def test_pre_commit_knows_the_files() -> None:
    """pre-commit itself takes the hooks and the configurations for valid."""
    done = run(BIN / "pre-commit", "validate-manifest", ".pre-commit-hooks.yaml", folder=ROOT)
    assert done.returncode == 0, done.stdout
    for path in sorted((ROOT / "src" / "toc" / "templates" / "ci").glob("*/pre-commit.yaml")):
        done = run(BIN / "pre-commit", "validate-config", path, folder=ROOT)
        assert done.returncode == 0, done.stdout


def test_the_hooks_run(project: Path, model: Path, tmp_path: Path) -> None:
    """With a clone of the project, pre-commit lays a model out, passes a sound one and stops a broken one."""
    revision = str(run("git", "rev-parse", "HEAD", folder=project).stdout).strip()
    hooks = [{"id": "toc-fmt"}, {"id": "toc-check", "args": ["--lang", "en"]}]
    config = {"repos": [{"repo": project.as_uri(), "rev": revision, "hooks": hooks}]}
    (model / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    fails_then_passes(model, tmp_path)


def test_the_configuration_of_toc_new_runs(project: Path, model: Path, tmp_path: Path) -> None:
    """The configuration that `toc new --ci pre-commit` writes does the same, whatever pip installs toc from."""
    text = re.sub(r'"toc-lang==[^"]*"', f'"toc-lang @ {project.as_uri()}"', ci_file("pre-commit.yaml", "en"))
    (model / ".pre-commit-config.yaml").write_text(text)
    fails_then_passes(model, tmp_path)


def fails_then_passes(model: Path, tmp_path: Path) -> None:
    """Hold what pre-commit says of an untidy, a tidy and a broken model."""
    environment = {"PRE_COMMIT_HOME": str(tmp_path / "pre-commit")}
    command = (BIN / "pre-commit", "run", "--all-files", "--color", "never")
    (model / "model.toc").write_text(SOUND.replace("strategy café", "strategy    café"), "utf-8")
    committed(model)
    untidy = run(*command, folder=model, environment=environment)
    tidy = run(*command, folder=model, environment=environment)
    laid_out = (model / "model.toc").read_text("utf-8")
    (model / "model.toc").write_text(BROKEN, "utf-8")
    committed(model)
    broken = run(*command, folder=model, environment=environment)

    assert re.findall(r"(toc \w+)\.*(?:\(.*\))?(Passed|Failed)", untidy.stdout) == [
        ("toc fmt", "Failed"),
        ("toc check", "Passed"),
    ]
    assert (untidy.returncode, tidy.returncode, broken.returncode) == (1, 0, 1)
    assert laid_out == SOUND
    assert "nothing is called `nobody`" in broken.stdout


@frozen
class Job:
    """How the steps of a job ended, and what they left for GitHub."""

    status: int
    log: str
    summary: str
    used: tuple[str, ...]
    temporary: Path


def value(text: str, facts: Mapping[str, str]) -> str:
    """Return `text` with its expressions worked out; facts that are unknown are empty, as GitHub has it."""
    return re.sub(r"\$\{\{ *([\w.]+) *\}\}", lambda found: facts.get(found[1], ""), text)


def holds(condition: str, facts: Mapping[str, str]) -> bool:
    """Return whether the condition of a step holds: comparisons with texts, joined by `&&`."""
    for part in condition.strip().removeprefix("${{").removesuffix("}}").split("&&"):
        found = re.fullmatch(r"([\w.]+) *(==|!=) *'([^']*)'", part.strip())
        if found is None:
            assert part.strip() == "!cancelled()", part
        elif (facts.get(found[1], "") == found[3]) != (found[2] == "=="):
            return False
    return True


def steps_of(steps: list[dict[str, Any]], facts: dict[str, str], folder: Path, tmp_path: Path) -> Job:
    """Run the scripts among `steps` as a runner would, and name the actions it would use."""
    files = {name: tmp_path / name for name in ("GITHUB_PATH", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    for path in files.values():
        path.write_text("")
    facts["runner.temp"] = str(tmp_path)
    status, log, used = 0, "", []
    for step in steps:
        condition = str(step.get("if", ""))
        if (status and "cancelled" not in condition) or not holds(condition or "!cancelled()", facts):
            continue
        if "uses" in step:
            used.append(f"{step['uses']} {value(str(step.get('with', {}).get('sarif_file', '')), facts)}".strip())
            continue
        environment = {name: value(str(text), facts) for name, text in step.get("env", {}).items()}
        environment |= {name: str(path) for name, path in files.items()} | {"RUNNER_TEMP": str(tmp_path)}
        added = [line for line in files["GITHUB_PATH"].read_text().splitlines() if line]
        environment["PATH"] = os.pathsep.join([*reversed(added), str(runner()), os.environ["PATH"]])
        shell = ("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c")
        done = run(*shell, step["run"], folder=folder, environment=environment)
        status, log = status or done.returncode, log + done.stdout + done.stderr
        outputs = files["GITHUB_OUTPUT"].read_text().splitlines()
        facts |= {
            f"steps.{step['id']}.outputs.{name}": text for name, _equals, text in _parted(outputs) if "id" in step
        }
    return Job(status, log, files["GITHUB_STEP_SUMMARY"].read_text("utf-8"), tuple(used), tmp_path)


def _parted(lines: list[str]) -> Iterator[tuple[str, str, str]]:
    for line in lines:
        yield line.partition("=")


@pytest.fixture(scope="session")
def action(project: Path) -> Any:
    """Return the action as the project has it."""
    return yaml.safe_load((project / "action.yml").read_text("utf-8"))


@pytest.fixture
def act(action: Any, project: Path, model: Path, tmp_path: Path) -> Any:
    """Return a function that runs the action with some inputs on the model's repository."""

    def acting(**inputs: str) -> Job:
        given = {name: str(one["default"]) for name, one in action["inputs"].items()} | inputs
        facts = {f"inputs.{name}": value(text, {}) for name, text in given.items()}
        return steps_of(action["runs"]["steps"], facts | {"github.action_path": str(project)}, model, tmp_path)

    return acting


def test_the_action_passes_a_sound_model(act: Any, model: Path) -> None:
    """On a sound model the action installs toc from its own folder, says nothing and succeeds."""
    job = act()

    assert (job.status, job.summary, job.used) == (0, "", ()), job.log
    assert "::error" not in job.log


def test_the_action_shows_what_is_wrong_and_what_changed(act: Any, model: Path) -> None:
    """On a broken change it annotates the line, uploads SARIF, tells the change in the summary, and fails."""
    base = committed_with(model, "model.toc", SOUND.replace("A portrait", "Another"))
    committed_with(model, "model.toc", SOUND.replace("strategy café", "strategy fête") + "fête -> trust\n")
    job = act(sarif="true", base=base, language="en", path="model.toc\n.")
    sarif = json.loads((job.temporary / "toc.sarif").read_text("utf-8"))

    assert job.status == 1, job.log
    assert "::error file=model.toc,line=10,endLine=10,col=1,endColumn=5,title=TOC101 unknown-name::" in job.log
    assert [result["ruleId"] for result in sarif["runs"][0]["results"]] == ["TOC101"]
    assert job.used == (f"github/codeql-action/upload-sarif@v3 {job.temporary}/toc.sarif",)
    assert "fête" in job.summary


def test_the_action_fails_where_asked_for(act: Any, model: Path) -> None:
    """Warnings fail the job with `strict`, what breaks with `breaking`, and neither does without."""
    base = committed_with(model, "model.toc", SOUND)
    committed_with(model, "model.toc", SOUND.replace('because "People trust whom they know"; ', ""))
    free = act(base=base)
    strict = act(base=base, strict="true")
    breaking = act(base=base, breaking="true")

    assert (free.status, strict.status, breaking.status) == (0, 1, 1), free.log + breaking.log
    assert "this change breaks something" in breaking.log


def committed_with(folder: Path, name: str, text: str) -> str:
    """Commit `text` as the file `name`, and return the commit's name."""
    (folder / name).write_text(text, "utf-8")
    (folder / "counter").write_text(f"{text}{os.urandom(4).hex()}", "utf-8")
    return committed(folder)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workflow_of_toc_new_runs(project: Path, model: Path, tmp_path: Path, language: str) -> None:
    """The scripts of the workflow that `toc new --ci github` writes end as they should, on a pull request."""
    text = re.sub(r'"toc-lang==[^"]*"', f'"{project}"', ci_file("github.yml", language))
    workflow = yaml.safe_load(text)
    base = committed_with(model, "model.toc", SOUND)
    facts = {"github.event_name": "pull_request", "github.event.pull_request.base.sha": base}
    run(BIN / "toc", "fmt", folder=model)
    committed_with(model, "other.txt", "")
    sound = steps_of(workflow["jobs"]["check"]["steps"], dict(facts), model, tmp_path)
    committed_with(model, "model.toc", BROKEN)
    broken = steps_of(workflow["jobs"]["check"]["steps"], dict(facts), model, tmp_path)

    assert (sound.status, broken.status) == (0, 1), sound.log
    assert sound.summary.strip()
    assert "title=TOC101 unknown-name::" in broken.log


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_gitlab_job_runs(project: Path, model: Path, language: str) -> None:
    """The script of the GitLab job leaves its reports and ends as the check does, also in a merge request."""
    job = yaml.safe_load(ci_file("gitlab.yml", language))["toc"]
    base = committed_with(model, "model.toc", SOUND)
    run("git", "remote", "add", "origin", model.as_uri(), folder=model)
    environment = {**job["variables"], "TOC_PACKAGE": str(project), "CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
    environment["PATH"] = f"{runner()}{os.pathsep}{os.environ['PATH']}"
    script = "\n".join(job["script"])
    sound = run("bash", "-e", "-o", "pipefail", "-c", script, folder=model, environment=environment)
    clean = json.loads((model / "toc-code-quality.json").read_text("utf-8"))
    committed_with(model, "model.toc", BROKEN)
    broken = run("bash", "-e", "-o", "pipefail", "-c", script, folder=model, environment=environment)
    found = json.loads((model / "toc-code-quality.json").read_text("utf-8"))

    assert (sound.returncode, broken.returncode) == (0, 1), sound.stderr
    assert {one["severity"] for one in clean} <= {"info", "minor"}
    assert "unknown-name" in {one["check_name"] for one in found}
    assert all((model / name).is_file() for name in job["artifacts"]["paths"])
