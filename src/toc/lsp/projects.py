"""The workspaces of the files that are open, and what is known about each: worked out once for each state of its files.

A file belongs to the workspace of the nearest configuration above it; else to that of its folder, of which then only
the files that are open, that use them and that they use are looked at.
Open buffers are read before the disk, and what was read from the disk is remembered until it changes there.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from threading import Lock

from attrs import evolve, field, frozen
from pygls import uris

from toc.analysis import Analysis, analyse_workspace
from toc.config import Settings
from toc.lsp.feature import CHECKED, FOUND, KEPT, READ
from toc.lsp.nearby import NearbyReader, RememberingReader
from toc.open_workspace import Workspace, open_workspace
from toc.source import Source
from toc.syntax.nodes import Document
from toc.syntax.parser import parse
from toc.workspace import CONFIGURATION, PROJECT, BufferReader, Reader, configuration_of, find_root


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
    _used_by: dict[str, frozenset[str]] = field(factory=dict, repr=False)
    _lock: Lock = field(factory=Lock, repr=False)

    @property
    def settings(self) -> Settings:
        """The settings of the workspace, with the day of today."""
        return evolve(self.workspace.settings, today=self.today)

    @cached_property
    def read(self) -> tuple[Analysis, ...]:
        """The analyses of the workspace without any rule on meaning."""
        return self._analysed(evolve(self.settings, select=()))

    @property
    def reader(self) -> Reader:
        """What reads the files of this state."""
        return BufferReader(self.workspace.reader, self.buffers)

    def edited_in(self, later: "Snapshot") -> Document | None:
        """Return the one buffer that is another in a later state; None where more than that has changed."""
        edited = [path for path, text in later.buffers.items() if self.buffers.get(path) != text]
        if len(edited) != 1 or self.buffers.keys() != later.buffers.keys() or self.workspace is not later.workspace:
            return None
        return parse(Source(edited[0], later.buffers[edited[0]]))

    @property
    def is_read(self) -> bool:
        """Whether syntax and names have been looked at."""
        return "read" in self.__dict__

    @cached_property
    def checked(self) -> tuple[Analysis, ...]:
        """The analyses of the workspace, all rules included."""
        with self._lock:
            return self._analysed(self.settings)

    @property
    def is_checked(self) -> bool:
        """Whether the rules have been run."""
        return "checked" in self.__dict__

    def _analysed(self, settings: Settings) -> tuple[Analysis, ...]:
        if self.beside is not None:
            return analyse_workspace(NearbyReader(self.reader, self.buffers, self.beside, self._used_by), settings)
        return analyse_workspace(self.reader, settings)


def through(analyses: Sequence[Analysis], path: str) -> Analysis | None:
    """Return the analysis through which the file `path` is looked at: its own, else the first that uses it."""
    own = (analysis for analysis in analyses if analysis.file == path)
    using = (analysis for analysis in analyses if path in analysis.documents)
    return next(own, None) or next(using, None)


class Project:
    """The workspace of the folder `root` as it changes; `snapshot` is its present state."""

    def __init__(self, root: Path, today: date) -> None:
        self.root = root
        self.today = today
        self.buffers: dict[str, str] = {}
        self.uris: dict[str, str] = {}
        self.snapshot = self._fresh()
        self._known: tuple[Snapshot, tuple[Analysis, ...]] | None = None
        self._seen: dict[str, int | None] = {}

    def put(self, path: str, uri: str, text: str) -> None:
        """Take the text of an open buffer."""
        if self.buffers.get(path) != text:
            self.buffers[path] = text
            self.uris[path] = uri
            self.snapshot = evolve(self.snapshot, buffers=dict(self.buffers), lock=Lock())

    def knows(self, what: str) -> tuple[Analysis, ...]:
        """Return the analyses of the present state, at least `what` (KEPT, FOUND, LATEST, READ or CHECKED)."""
        snapshot = self.snapshot
        if what == KEPT and self._known is not None and not (snapshot.is_read or snapshot.is_checked):
            return self._known[1]
        if what == CHECKED or snapshot.is_checked:
            return snapshot.checked
        if what == READ or not self.keeps_up():
            self._known = (snapshot, snapshot.read)
        assert self._known is not None
        if what == FOUND or all(analysis.names_hold for analysis in self._known[1]):
            return self._known[1]
        return self.knows(READ)

    def keeps_up(self) -> bool:
        """Return whether what is found now is known, or can be without reading all again; then it is."""
        snapshot = self.snapshot
        if snapshot.is_read:
            self._known = (snapshot, snapshot.read)
        elif self._known is not None and self._known[0] is not snapshot:
            known = _edited(*self._known, snapshot)
            if known is not None:
                self._known = (snapshot, known)
        return self._known is not None and self._known[0] is snapshot

    def seems_changed(self) -> bool:
        """Return whether the configuration or a file that was read is another on the disk, or gone.

        For clients that do not watch files: it asks only for the time of their last change.
        """
        seen = {path: _changed_at(self.root / path) for path in self._watched()}
        before, self._seen = self._seen, seen
        return any(path in before and before[path] != time for path, time in seen.items())

    def _watched(self) -> Iterator[str]:
        yield from (CONFIGURATION, PROJECT)
        if self.snapshot.is_read or self.snapshot.is_checked:
            for analysis in self.knows(READ):
                yield from (path for path in analysis.documents if path not in self.buffers)

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


def _edited(before: Snapshot, known: Sequence[Analysis], after: Snapshot) -> tuple[Analysis, ...] | None:
    document = before.edited_in(after)
    if document is None:
        return None
    path = document.source.path
    found = [one.after_edit(document) if path in one.documents else one for one in known]
    return None if None in found else tuple(one for one in found if one is not None)


def _changed_at(file: Path) -> int | None:
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return None


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
