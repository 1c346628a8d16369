"""Models as they stood at a commit: read from Git's own store, never through the work tree."""

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from toc.cli.shell.failure import Failure
from toc.cli.shell.reading import STANDARD, Target, Wish
from toc.config import read_config
from toc.diagnostics import Origin
from toc.messages import _
from toc.open_workspace import Workspace
from toc.source import Source
from toc.syntax.problems import unreadable_file
from toc.workspace import (
    CONFIGURATION,
    PROJECT,
    SKIPPED,
    SUFFIX,
    Unreadable,
    configures,
    decoded,
    joined,
    missing,
)

if TYPE_CHECKING:
    import subprocess

# Nothing is asked, fetched, paged or locked, and nobody's settings change what is printed.
QUIET = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
REGULAR = ("100644", "100755")
MISLEADING = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY"})
PATIENCE = 60


@frozen
class GitReader:
    """Reads the files of one folder as they stood at a commit: `contents` by path below that folder.

    `listed` are those that count as files of the workspace.
    """

    contents: Mapping[str, bytes] = field(repr=False)
    listed: frozenset[str] = field(repr=False)

    def list(self) -> tuple[str, ...]:
        """Return the paths of the `.toc` files, sorted."""
        return tuple(sorted(self.listed))

    def read(self, path: str) -> str:
        """Return the text of the file `path`; raises Unreadable."""
        if path not in self.contents:
            raise missing()
        return decoded(self.contents[path])

    def resolve(self, file: str, relative: str) -> str | None:
        """Return the path meant by `relative` in `file`, where there is one."""
        path = joined(file, relative)
        return path if path in self.contents else None


def target_at(reference: str, path: str, wish: Wish) -> Target:
    """Return what `path` stood for at the commit that `reference` names; raises Failure.

    The workspace is looked for as it was then: its root is the nearest folder that configured toc.
    """
    if path == STANDARD:
        raise Failure(_("standard input has no past"), _("name the file or folder to be compared"))
    place = Path(path).resolve()
    store = _store(place)
    commit = _commit(store, reference)
    blobs = dict(_blobs(store, commit))
    inside = PurePosixPath(place.relative_to(store).as_posix())
    is_folder = place.is_dir()
    there = any(_below(blob, inside) for blob in blobs) if is_folder else str(inside) in blobs
    if not there:
        raise Failure(
            _("`{path}` did not exist at `{reference}`", path=path, reference=reference),
            _("if it had another name then, compare the folder, or two files: `toc diff OLD NEW`"),
        )
    root, configuration = _root(inside if is_folder else inside.parent, blobs, store)
    workspace = _workspace(root, configuration if wish.configured else None, blobs, store)
    asked = inside.relative_to(root).as_posix()
    return Target(workspace, None, asked) if is_folder else Target(workspace, asked)


def _root(folder: PurePosixPath, blobs: Mapping[str, str], store: Path) -> tuple[PurePosixPath, str | None]:
    """Return the root of the workspace of `folder` and the path of its configuration, if it had one."""
    for candidate in (folder, *folder.parents):
        configuration = _configuration(candidate, blobs, store)
        if configuration is not None:
            return candidate, configuration
    return folder, None


def _configuration(folder: PurePosixPath, blobs: Mapping[str, str], store: Path) -> str | None:
    own, project = str(folder / CONFIGURATION), str(folder / PROJECT)
    if own in blobs:
        return own
    if project in blobs and configures(_contents(store, [blobs[project]])[0]):
        return project
    return None


def _workspace(root: PurePosixPath, configuration: str | None, blobs: Mapping[str, str], store: Path) -> Workspace:
    paths = [path for path in blobs if path.endswith(SUFFIX) and _below(path, root)]
    wanted = [*paths, *([configuration] if configuration else [])]
    contents = dict(zip(wanted, _contents(store, [blobs[path] for path in wanted]), strict=True))
    inner = {str(PurePosixPath(path).parent) for path in blobs if PurePosixPath(path).name == CONFIGURATION}
    reader = GitReader(
        {_seen_from(root, path): contents[path] for path in paths},
        frozenset(_seen_from(root, path) for path in paths if _is_listed(PurePosixPath(path), root, inner)),
    )
    workspace = Workspace(store / root, reader)
    if configuration is None:
        return workspace
    name = PurePosixPath(configuration).name
    try:
        source = Source(name, decoded(contents[configuration]))
    except Unreadable as error:
        problem = unreadable_file(Origin(name, 0, 0), error.message, error.hint)
        return evolve(workspace, findings=(problem,))
    settings, findings = read_config(source.text, name)
    return evolve(workspace, settings=settings, findings=findings, configuration=source)


def _is_listed(path: PurePosixPath, root: PurePosixPath, inner: Collection[str]) -> bool:
    """Whether a file counts as one of the workspace: not in a hidden folder or in a workspace of its own."""
    folders = list(path.parents)[: -len(root.parts) - 1] if root.parts else list(path.parents)[:-1]
    return not any(folder.name.startswith(".") or folder.name in SKIPPED or str(folder) in inner for folder in folders)


def _seen_from(root: PurePosixPath, path: str) -> str:
    return PurePosixPath(path).relative_to(root).as_posix()


def _below(path: str, folder: PurePosixPath) -> bool:
    return PurePosixPath(path).is_relative_to(folder)


def _store(place: Path) -> Path:
    """Return the top folder of the repository in which `place` lies; raises Failure."""
    folder = next(folder for folder in (place, *place.parents) if folder.is_dir())
    done = _git(folder, ["rev-parse", "--show-toplevel"])
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()
        if "dubious ownership" in said:
            raise Failure(
                _("Git does not trust the repository of `{path}`: it belongs to somebody else", path=str(folder)),
                _("tell Git that it is safe: `git config --global --add safe.directory FOLDER`"),
            )
        raise Failure(
            _("`{path}` does not lie in a Git repository", path=str(place)),
            _("compare two files or folders instead: `toc diff OLD NEW`"),
        )
    return Path(os.fsdecode(done.stdout).rstrip("\n")).resolve()


def _commit(store: Path, reference: str) -> str:
    """Return the commit that `reference` names; raises Failure. What begins with `-` is never handed on as one."""
    if reference and not reference.startswith("-") and "\0" not in reference:
        done = _git(store, ["rev-parse", "--verify", "--quiet", f"{reference}^{{commit}}"])
        if not done.returncode:
            return done.stdout.decode("ascii").strip()
    raise Failure(
        _("Git knows no commit, branch or tag `{reference}` here", reference=reference),
        _("perhaps it has not been fetched: `git fetch`; in CI, the whole history must be (`fetch-depth: 0`)"),
    )


def _blobs(store: Path, commit: str) -> Iterator[tuple[str, str]]:
    """Yield the path and the name in Git's store of each file at `commit`; links and submodules are left out."""
    done = _git(store, ["ls-tree", "-r", "-z", "--full-tree", commit])
    _must_succeed(done)
    for entry in done.stdout.split(b"\0"):
        facts, _tab, path = entry.partition(b"\t")
        if path:
            mode, _kind, name = facts.decode("ascii").split()
            if mode in REGULAR:
                yield os.fsdecode(path), name


def _contents(store: Path, names: Sequence[str]) -> list[bytes]:
    """Return the content of each blob; raises Failure where one is not in the store."""
    if not names:
        return []
    done = _git(store, ["cat-file", "--batch"], "".join(f"{name}\n" for name in names).encode("ascii"))
    _must_succeed(done)
    found, at = [], 0
    for _name in names:
        end = done.stdout.index(b"\n", at)
        facts = done.stdout[at:end].split()
        if len(facts) != 3:
            raise Failure(
                _("Git's store lacks a file of that commit"), _("fetch it whole: `git fetch --refetch --no-filter`")
            )
        size = int(facts[2])
        found.append(done.stdout[end + 1 : end + 1 + size])
        at = end + 1 + size + 1
    return found


def _must_succeed(done: "subprocess.CompletedProcess[bytes]") -> None:
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise Failure(_("Git could not read that commit: {reason}", reason=reason))


def _git(folder: Path, arguments: Sequence[str], given: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    """Run Git in `folder`; raises Failure where it is not there or does not end."""
    import subprocess

    # In a hook, Git says by variables which repository and index are meant; here the folder says it.
    environment = {name: value for name, value in os.environ.items() if name not in MISLEADING}
    command = ["git", "--no-replace-objects", "-C", str(folder), *arguments]
    try:
        return subprocess.run(
            command, input=given, capture_output=True, check=False, env={**environment, **QUIET}, timeout=PATIENCE
        )
    except FileNotFoundError:
        raise Failure(
            _("Git is not there: `--against` reads old states from it"),
            _("install it (git-scm.com), or compare two files or folders: `toc diff OLD NEW`"),
        ) from None
    except subprocess.TimeoutExpired:
        raise Failure(_("Git did not answer within {seconds} seconds", seconds=PATIENCE)) from None
    except OSError as error:
        raise Failure(_("Git cannot be run: {reason}", reason=error.strerror or str(error))) from error
