"""What a PATH on the command line means: a file, a folder (its workspace), or `-` for standard input."""

import os
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from attrs import evolve, frozen

from toc.diagnostics import Finding, Origin
from toc.messages import _
from toc.open_workspace import Workspace, open_workspace
from toc.syntax.problems import unreadable_file
from toc.workspace import LARGEST, BufferReader, Unreadable, decoded, find_root, workspaces_below

STANDARD = "-"
STANDARD_NAME = "<stdin>"


@frozen
class Wish:
    """What the command line asks for beside paths; what it leaves open is read from the configuration."""

    today: date | None = None
    profiles: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    configured: bool = True
    stdin_filename: str | None = None


@frozen
class Target:
    """What one PATH stands for: the file `file` of a workspace, or with None the workspace, asked for by `folder`.

    `problem` is why standard input could not be read.
    """

    workspace: Workspace
    file: str | None
    folder: str = ""
    problem: Finding | None = None


def targets(paths: Sequence[str], wish: Wish) -> Iterator[Target]:
    """Yield what `paths` stand for, the current folder where there is none; each once."""
    opened: dict[Path, Workspace] = {}
    seen: set[tuple[Path, str | None, str]] = set()
    for path in paths or ["."]:
        for target in _targets(path, wish, opened):
            mark = (target.workspace.root, target.file, target.folder)
            if mark not in seen:
                seen.add(mark)
                yield target


def _targets(path: str, wish: Wish, opened: dict[Path, Workspace]) -> Iterator[Target]:
    if path == STANDARD:
        yield _standard_input(wish, opened)
        return
    place = Path(path).resolve()
    workspace = _opened(find_root(place), wish, opened)
    if not place.is_dir():
        yield Target(workspace, workspace.path_of(place))
        return
    inner = workspaces_below(place)
    if workspace.reader.list() or not inner:
        yield Target(workspace, None, workspace.path_of(place))
    for root in inner:
        yield Target(_opened(root, wish, opened), None, ".")


def shown(workspace: Workspace, path: str) -> str:
    """Return how the file `path` of a workspace is called in what is printed: relative to the current folder."""
    try:
        return Path(os.path.relpath(workspace.root / path)).as_posix()
    except ValueError:
        # Another drive.
        return (workspace.root / path).as_posix()


def _opened(root: Path, wish: Wish, opened: dict[Path, Workspace]) -> Workspace:
    if root not in opened:
        workspace = open_workspace(root, configured=wish.configured)
        settings = evolve(
            workspace.settings,
            today=wish.today or date.today(),  # noqa: DTZ011 - the day where the user is
            profiles=(*workspace.settings.profiles, *wish.profiles),
            select=wish.select or workspace.settings.select,
            ignore=(*workspace.settings.ignore, *wish.ignore),
        )
        opened[root] = evolve(workspace, settings=settings)
    return opened[root]


def _standard_input(wish: Wish, opened: dict[Path, Workspace]) -> Target:
    named = Path(wish.stdin_filename or STANDARD_NAME)
    place = named.parent.resolve() / named.name
    workspace = _opened(find_root(place.parent), wish, opened)
    path = workspace.path_of(place)
    try:
        text = standard_input()
    except Unreadable as error:
        return Target(workspace, path, problem=unreadable_file(Origin(path, 0, 0), error.message, error.hint))
    return Target(evolve(workspace, reader=BufferReader(workspace.reader, {path: text})), path)


def standard_input() -> str:
    """Return what stands on standard input; raises Unreadable."""
    try:
        content = sys.stdin.buffer.read(LARGEST + 1)
    except OSError as error:
        raise Unreadable(_("standard input cannot be read: {reason}", reason=error.strerror or str(error))) from error
    return decoded(content)
