"""What a PATH on the command line means: a file, a folder (its workspace), or `-` for standard input."""

import os
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from attrs import evolve, field, frozen

from toc.config import Settings, read_config
from toc.diagnostics import Finding, Origin
from toc.messages import _
from toc.source import Source
from toc.syntax.problems import unreadable_file
from toc.workspace import (
    LARGEST,
    BufferReader,
    DiskReader,
    Reader,
    Unreadable,
    configuration_of,
    decoded,
    find_root,
    read_text,
    workspaces_below,
)

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
class Workspace:
    """An opened workspace: how its files are read and checked, and what is wrong with its configuration."""

    root: Path
    reader: Reader = field(repr=False)
    settings: Settings
    findings: tuple[Finding, ...] = ()
    configuration: Source | None = None

    def path_of(self, file: Path) -> str:
        """Return the path of `file` within the workspace."""
        return file.relative_to(self.root).as_posix()

    def shown(self, path: str) -> str:
        """Return how the file `path` is called in what is printed: relative to the current folder."""
        try:
            return Path(os.path.relpath(self.root / path)).as_posix()
        except ValueError:
            return (self.root / path).as_posix()


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


def _opened(root: Path, wish: Wish, opened: dict[Path, Workspace]) -> Workspace:
    if root not in opened:
        opened[root] = _configured(Workspace(root, DiskReader(root), Settings()), wish)
    return opened[root]


def _configured(workspace: Workspace, wish: Wish) -> Workspace:
    settings = Settings()
    file = configuration_of(workspace.root) if wish.configured else None
    findings: tuple[Finding, ...] = ()
    source = None
    if file is not None:
        try:
            source = Source(file.name, read_text(file))
            settings, findings = read_config(source.text, file.name)
        except Unreadable as error:
            findings = (unreadable_file(Origin(file.name, 0, 0), error.message, error.hint),)
    settings = evolve(
        settings,
        today=wish.today or date.today(),  # noqa: DTZ011 - the day where the user is
        profiles=(*settings.profiles, *wish.profiles),
        select=wish.select or settings.select,
        ignore=(*settings.ignore, *wish.ignore),
    )
    return evolve(workspace, settings=settings, findings=findings, configuration=source)


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
