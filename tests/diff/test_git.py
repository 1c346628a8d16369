"""`toc diff --against`: models as they stood at a commit, read without touching the work tree."""

import os
import subprocess
from pathlib import Path

import pytest
from command import Done, toc

FIRST = """\
theory "Reading" { languages en }
vision school "Every pupil finishes school" { for pupils }
precondition trust "Parents feel at home at school" {
  of parents
  indicator "Parents at meetings" { baseline 31% in 2025; target 70% in 2029 }
}
outcome reading "Children read with pleasure" { of pupils; in 2029 }
strategy café "A café for parents" { by parents }
strategy bus "Library bus" { by parents }
actor pupils "Pupils"
actor parents "Parents"
café -> trust strong { because "People trust whom they know"; evidence study "Report 2024" }
bus -> reading { because "A book at hand is a book read" }
trust, reading => school { because "Pupils stay where they feel at home" }
"""


def git(folder: Path, *arguments: str) -> str:
    """Run Git in `folder`, as somebody, on a fixed day."""
    who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "-c", "commit.gpgsign=false")
    day = {"GIT_AUTHOR_DATE": "2026-11-22T12:00:00Z", "GIT_COMMITTER_DATE": "2026-11-22T12:00:00Z"}
    environment = {**os.environ, **day, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    command = ["git", *who, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, text=True).stdout


def commit(folder: Path, files: dict[str, str], message: str) -> None:
    """Write `files` and commit them under the tag `message`."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)
    git(folder, "tag", message)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository whose five commits each change something else in a model of one file, then of two."""
    folder = tmp_path / "répertoire"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch", "main")
    second = FIRST.replace("finishes school", "finishes school with joy").replace(
        "in 2029 }\nstrategy", "in 2030 }\nstrategy"
    )
    third = second.replace("trust", "confidence").replace(" strong {", " weak {")
    fourth = "\n".join(line for line in third.splitlines() if not line.startswith(("bus ->", "actor"))) + "\n"
    actors = 'actor pupils "Pupils"\nactor parents "Parents"\n'
    fifth = f'use "partners/actors.toc"\n{fourth}'.replace("70%", "50%").replace('; evidence study "Report 2024"', "")
    commit(folder, {"model.toc": FIRST}, "one")
    commit(folder, {"model.toc": second}, "two")
    commit(folder, {"model.toc": third}, "three")
    commit(folder, {"model.toc": fourth + actors}, "four")
    commit(folder, {"model.toc": fifth, "partners/actors.toc": actors, "toc.toml": 'main = "model.toc"\n'}, "five")
    return folder


def told(done: Done) -> list[str]:
    """Return the lines of a comparison without those of details, once it ended well."""
    assert done.status in {0, 1}, done.err
    return [line.strip() for line in done.out.splitlines() if line.startswith(("  !", "  ·", "  +", "  −", "  ~"))]


@pytest.mark.parametrize("path", [(), (".",), ("model.toc",)])
def test_five_commits(repository: Path, path: tuple[str, ...]) -> None:
    """Each commit is compared with what is there now, as a folder or as a file; the last one differs in nothing."""
    results = {tag: toc("diff", "--against", tag, *path, folder=repository) for tag in ("two", "three", "four", "five")}

    assert {tag: done.status for tag, done in results.items()} == {"two": 1, "three": 1, "four": 1, "five": 0}
    assert results["five"].out == "nothing has changed in meaning\n"
    assert told(results["four"])[:2] == [
        "! evidence-lost: the link from “A café for parents” to “Parents feel at home at school” rests on",
        "! target-lowered: the indicator “Parents at meetings” aims lower: 70% in 2029, now 50% in 2029",
    ]
    assert [line for line in told(results["four"]) if "actor" in line] == [
        "~ actor “Parents” (`parents`)",
        "~ actor “Pupils” (`pupils`)",
    ]
    assert "! strategy-idle: the strategy “Library bus” has become idle: it leads to no vision any more" in told(
        results["three"]
    )
    assert "      renamed: `trust` → `confidence`\n" in results["two"].out


@pytest.mark.parametrize("reference", ["one", "HEAD~4", "main~4"])
def test_a_commit_goes_by_many_names(repository: Path, reference: str) -> None:
    """A tag, a branch and a way back from them lead to the same state, which is told under the name given."""
    done = toc("diff", "--against", reference, "--format", "json", folder=repository)

    assert f'"old": "{reference}:."' in done.out
    assert '"new": "Every pupil finishes school with joy"' not in done.out
    assert "“Every pupil finishes school with joy”" in done.out


def test_the_work_tree_is_not_touched(repository: Path) -> None:
    """Comparing with the past changes no file, no index and no branch, and sees what is not committed yet."""
    (repository / "model.toc").write_text(FIRST, "utf-8")
    (repository / "untracked.txt").write_text("x", "utf-8")
    index = (repository / ".git" / "index").read_bytes()
    before = git(repository, "--no-optional-locks", "status", "--porcelain=v2", "--branch")
    done = toc("diff", "--against", "one", "model.toc", folder=repository)

    assert done.out == "nothing has changed in meaning\n"
    assert (repository / ".git" / "index").read_bytes() == index
    assert git(repository, "--no-optional-locks", "status", "--porcelain=v2", "--branch") == before
    assert (repository / "model.toc").read_text("utf-8") == FIRST


def test_from_a_folder_within(repository: Path) -> None:
    """A path is meant as the user stands; a file in a folder of its own is compared with what it was."""
    (repository / "partners" / "actors.toc").write_text('actor pupils "All pupils"\n', "utf-8")
    done = toc("diff", "--against", "five", "actors.toc", folder=repository / "partners")

    assert told(done) == ["− actor “Parents” (`parents`)", "~ actor “All pupils” (`pupils`)"]


def test_what_git_says_of_a_hook_does_not_mislead(repository: Path) -> None:
    """Variables by which Git tells a hook where it is do not lead anywhere else."""
    misleading = {"GIT_DIR": "nowhere", "GIT_INDEX_FILE": "nowhere", "GIT_WORK_TREE": "nowhere"}
    done = toc("diff", "--against", "five", folder=repository, environment=misleading)

    assert (done.status, done.err) == (0, "")


def test_syntax_errors_of_the_past_are_shown_where_they_stand(repository: Path) -> None:
    """A state with a syntax error is not compared: which side and which line is said, and the status is 2."""
    commit(repository, {"model.toc": FIRST.replace("{ languages en }", "{ languages en")}, "broken")
    (repository / "model.toc").write_text(FIRST, "utf-8")
    done = toc("diff", "--against", "broken", "model.toc", folder=repository)

    assert (done.status, done.out) == (2, "")
    assert " --> model.toc:1:" in done.err
    assert done.err.endswith("the old model, `broken:model.toc`, cannot be compared because of these errors\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--against", "nothing"), "Git knows no commit, branch or tag `nothing` here"),
        (("--against", "--help"), "Git knows no commit, branch or tag `--help` here"),
        (("--against", ""), "Git knows no commit, branch or tag `` here"),
        (("--against", "four", "partners/actors.toc"), "`partners/actors.toc` did not exist at `four`"),
        (("--against", "four", "partners"), "`partners` did not exist at `four`"),
        (("--against", "four", "-"), "standard input has no past"),
        (("--against", "four", "a.toc", "b.toc"), "with `--against`, one PATH is compared with its own past"),
    ],
)
def test_what_cannot_be_read_from_the_past(repository: Path, arguments: tuple[str, ...], message: str) -> None:
    """What is wrong is said in one sentence with a hint, and the status is 2."""
    done = toc("diff", *arguments, folder=repository)

    assert (done.status, done.out) == (2, "")
    assert done.err.splitlines()[0] == f"toc: {message}"
    assert done.err.splitlines()[1].startswith("  hint: ")


def test_outside_of_any_repository(tmp_path: Path) -> None:
    """A folder that Git does not know is named."""
    (tmp_path / "model.toc").write_text(FIRST, "utf-8")
    ceiling = {"GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}
    done = toc("diff", "--against", "HEAD", folder=tmp_path, environment=ceiling)

    assert done.status == 2
    assert done.err.startswith(f"toc: `{tmp_path}` does not lie in a Git repository\n")


def test_without_git(repository: Path, tmp_path: Path) -> None:
    """Where there is no Git, that is said, and what can be done without it."""
    done = toc("diff", "--against", "one", folder=repository, environment={"PATH": str(tmp_path / "nothing")})

    assert done.status == 2
    assert done.err.startswith("toc: Git is not there: `--against` reads old states from it\n  hint: ")


def test_the_workspace_is_that_of_then(repository: Path) -> None:
    """The configuration of then says which file was the model, and links and folders of others are left out."""
    (repository / "theory.toc").write_text((repository / "model.toc").read_text("utf-8"), "utf-8")
    (repository / "toc.toml").write_text('main = "theory.toc"\n', "utf-8")
    (repository / "other").mkdir()
    (repository / "other" / "toc.toml").write_text("", "utf-8")
    (repository / "other" / "other.toc").write_text('vision v "Another one"\n', "utf-8")
    (repository / "link.toc").symlink_to("theory.toc")
    commit(repository, {}, "six")
    (repository / "toc.toml").write_text("", "utf-8")
    (repository / "model.toc").unlink()
    (repository / "link.toc").unlink()
    for name in ("toc.toml", "other.toc"):
        (repository / "other" / name).unlink()
    done = toc("diff", "--against", "six", folder=repository)

    assert done.out == "nothing has changed in meaning\n"
