"""The workspaces of the files that are open, and what is known about each: worked out once for each state of its files.

A file belongs to the workspace of the nearest configuration above it; else to that of its folder, of which then only
the files that are open, that use them and that they use are looked at.
Open buffers are read before the disk, and what was read from the disk is remembered until it changes there.
"""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from threading import Lock

from attrs import evolve, field, frozen
from pygls import uris

from toc.analysis import Analysis, analyse_workspace
from toc.config import Settings
from toc.lsp.nearby import NearbyReader, RememberingReader
from toc.open_workspace import Workspace, open_workspace
from toc.workspace import BufferReader, configuration_of, find_root


@frozen(slots=False, eq=False)
class Snapshot:
    """One state of a workspace: its files on the disk as they are met, and `buffers` over them, by path.

    `beside` are the files of a folder without configuration; with one, all files of the workspace count.
    `read` is what syntax and names say, `checked` what all rules say; each is worked out when it is first asked for.
    """

    workspace: Workspace = field(repr=False)
    buffers: Mapping[str, str] = field(repr=False)
    today: date
    beside: tuple[str, ...] | None = None
    _lock: Lock = field(factory=Lock, repr=False)

    @property
    def settings(self) -> Settings:
        """The settings of the workspace, with the day of today."""
        return evolve(self.workspace.settings, today=self.today)

    @cached_property
    def read(self) -> tuple[Analysis, ...]:
        """The analyses of the workspace without any rule on meaning."""
        return self._analysed(evolve(self.settings, select=()))

    @cached_property
    def checked(self) -> tuple[Analysis, ...]:
        """The analyses of the workspace, all rules included."""
        with self._lock:
            return self._analysed(self.settings)

    @property
    def is_checked(self) -> bool:
        """Whether the rules have been run."""
        return "checked" in self.__dict__

    def of(self, path: str, *, checked: bool = False) -> Analysis | None:
        """Return the analysis through which the file `path` is looked at."""
        analyses = self.checked if checked or self.is_checked else self.read
        own = (analysis for analysis in analyses if analysis.file == path)
        using = (analysis for analysis in analyses if path in analysis.documents)
        return next(own, None) or next(using, None)

    def text_of(self, path: str) -> str | None:
        """Return the text of the file `path`, None where no analysis reads it."""
        analyses = self.checked if self.is_checked else self.read
        return next((found.documents[path].source.text for found in analyses if path in found.documents), None)

    def _analysed(self, settings: Settings) -> tuple[Analysis, ...]:
        reader = BufferReader(self.workspace.reader, self.buffers)
        if self.beside is not None:
            return analyse_workspace(NearbyReader(reader, self.buffers, self.beside), settings)
        return analyse_workspace(reader, settings)


class Project:
    """The workspace of the folder `root` as it changes; `snapshot` is its present state."""

    def __init__(self, root: Path, today: date) -> None:
        self.root = root
        self.today = today
        self.buffers: dict[str, str] = {}
        self.uris: dict[str, str] = {}
        self.snapshot = self._fresh()

    def put(self, path: str, uri: str, text: str) -> None:
        """Take the text of an open buffer."""
        if self.buffers.get(path) != text:
            self.buffers[path] = text
            self.uris[path] = uri
            self.snapshot = evolve(self.snapshot, buffers=dict(self.buffers), lock=Lock())

    def drop(self, path: str) -> None:
        """Let go a buffer that was closed: the disk counts again."""
        self.buffers.pop(path, None)
        self.uris.pop(path, None)
        self.refresh()

    def refresh(self) -> None:
        """Look at the disk again: files or the configuration changed there."""
        self.snapshot = self._fresh()

    def uri_of(self, path: str) -> str:
        """Return the address of a file, as the client wrote it where it is open."""
        return self.uris.get(path) or uris.from_fs_path(str(self.root / path)) or ""

    def _fresh(self) -> Snapshot:
        workspace = open_workspace(self.root)
        workspace = evolve(workspace, reader=RememberingReader(workspace.reader))
        beside = None if configuration_of(self.root) else tuple(sorted(file.name for file in self.root.glob("*.toc")))
        return Snapshot(workspace, dict(self.buffers), self.today, beside)


class Projects:
    """All workspaces with open files, by their root."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.by_root: dict[Path, Project] = {}

    def of(self, file: Path) -> tuple[Project, str]:
        """Return the project of a file and the file's path in it."""
        file = file.parent.resolve() / file.name
        root = find_root(file.parent)
        if root not in self.by_root:
            self.by_root[root] = Project(root, self.today)
        return self.by_root[root], file.relative_to(root).as_posix()

    def forget_closed(self) -> None:
        """Let go the workspaces in which nothing is open any more."""
        self.by_root = {root: project for root, project in self.by_root.items() if project.buffers}
