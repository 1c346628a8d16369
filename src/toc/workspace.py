"""What a check may read: the files of one workspace, from the disk, from memory or from an editor's buffers.

Paths are relative to the workspace's root and written with `/`; nothing outside the root can be read.
"""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Protocol

from attrs import field, frozen

from toc.messages import Message, _

SUFFIX = ".toc"
CONFIGURATION = "toc.toml"
PROJECT = "pyproject.toml"
LARGEST = 8_000_000
SKIPPED = frozenset({"node_modules", "__pycache__"})

UTF8_HINT = _("save it as UTF-8: in your editor, “Save as”, then encoding “UTF-8”")


class Unreadable(Exception):  # noqa: N818 - it reads well where it is raised
    """A file that cannot be read; `message` says why and `hint` what to do."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Reader(Protocol):
    """What the core is handed to read files with."""

    def list(self) -> tuple[str, ...]:
        """Return the paths of the workspace's `.toc` files, sorted."""

    def read(self, path: str) -> str:
        """Return a file's text; raises Unreadable."""

    def resolve(self, file: str, relative: str) -> str | None:
        """Return the path meant by `relative` written in `file`; None where it is missing or outside the root."""


def _absolute(path: Path) -> Path:
    return path.resolve()


@frozen
class DiskReader:
    """Reads the files below the folder `root`; a symbolic link that leads out of it is not followed."""

    root: Path = field(converter=_absolute)

    def list(self) -> tuple[str, ...]:
        """Return the `.toc` files of the workspace, without hidden folders and those that are workspaces themselves."""
        return tuple(sorted(path for path in self._walk() if self._inside(path) is not None))

    def read(self, path: str) -> str:
        """Return the text of the file `path`; raises Unreadable."""
        found = self._inside(path)
        if found is None:
            raise Unreadable(_("the file lies outside the workspace"))
        return read_text(found)

    def resolve(self, file: str, relative: str) -> str | None:
        """Return the path meant by `relative` in `file`, where a file stands there and inside the root."""
        path = joined(file, relative)
        found = self._inside(path) if path else None
        return path if found is not None and found.is_file() else None

    def _inside(self, path: str) -> Path | None:
        try:
            found = (self.root / path).resolve()
        except (OSError, ValueError, RuntimeError):
            return None
        # What is still a link goes in a circle, which Python tells from 3.13 on in no other way.
        return found if found.is_relative_to(self.root) and not found.is_symlink() else None

    def _walk(self) -> Iterator[str]:
        for folder, folders, files in os.walk(self.root):
            here = Path(folder)
            folders[:] = [name for name in folders if _entered(here / name)]
            for name in files:
                if name.endswith(SUFFIX):
                    yield (here / name).relative_to(self.root).as_posix()


@frozen
class MemoryReader:
    """Reads files from a mapping of paths to texts."""

    files: Mapping[str, str]

    def list(self) -> tuple[str, ...]:
        """Return the paths, sorted."""
        return tuple(sorted(path for path in self.files if path.endswith(SUFFIX)))

    def read(self, path: str) -> str:
        """Return the text under `path`; raises Unreadable."""
        if path not in self.files:
            raise missing()
        return self.files[path]

    def resolve(self, file: str, relative: str) -> str | None:
        """Return the path meant by `relative` in `file`, where there is one."""
        path = joined(file, relative)
        return path if path in self.files else None


@frozen
class BufferReader:
    """Reads what is open in an editor, or came by standard input, before what `reader` would read."""

    reader: Reader
    buffers: Mapping[str, str]

    def list(self) -> tuple[str, ...]:
        """Return the paths of both, sorted."""
        return tuple(sorted({*self.reader.list(), *(path for path in self.buffers if path.endswith(SUFFIX))}))

    def read(self, path: str) -> str:
        """Return the text under `path`; raises Unreadable."""
        return self.buffers[path] if path in self.buffers else self.reader.read(path)

    def resolve(self, file: str, relative: str) -> str | None:
        """Return the path meant by `relative` in `file`, where there is one."""
        path = joined(file, relative)
        return path if path in self.buffers else self.reader.resolve(file, relative)


def joined(file: str, relative: str) -> str | None:
    """Return the path that `relative` names when written in `file`, None where it leaves the root.

    Paths in a model are written with `/` on every system; a drive or an absolute path is never inside.
    """
    if not relative.strip() or "\0" in relative or relative.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", relative):
        return None
    parts = file.split("/")[:-1]
    for part in relative.replace("\\", "/").split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts) or None


def find_root(start: Path) -> Path:
    """Return the root of the workspace of a file or folder: the nearest folder that configures toc, else its own."""
    start = start.resolve()
    folder = start if start.is_dir() else start.parent
    for candidate in (folder, *folder.parents):
        if configuration_of(candidate) is not None:
            return candidate
    return folder


def configuration_of(folder: Path) -> Path | None:
    """Return the file that configures toc in `folder`: toc.toml, else a pyproject.toml with a table `tool.toc`."""
    own = folder / CONFIGURATION
    if own.is_file():
        return own
    project = folder / PROJECT
    try:
        return project if project.is_file() and configures(project.read_bytes()) else None
    except OSError:
        return None


def configures(project: bytes) -> bool:
    """Return whether the content of a pyproject.toml has a table `tool.toc`."""
    return re.search(rb"(?m)^\s*\[\s*tool\s*\.\s*toc\s*[.\]]", project) is not None


def workspaces_below(folder: Path) -> tuple[Path, ...]:
    """Return the folders below `folder` that are workspaces of their own because they configure toc, sorted."""
    found: list[Path] = []
    for here, folders, _files in os.walk(folder):
        folders[:] = [name for name in folders if not _skipped(name)]
        found.extend(Path(here) / name for name in folders if configuration_of(Path(here) / name))
    return tuple(sorted(found))


def read_text(path: Path) -> str:
    """Return the text of a file of any place, without a byte order mark; raises Unreadable."""
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except OSError as error:
        raise _failure(error) from error
    return decoded(content)


def decoded(content: bytes) -> str:
    """Return `content` as text; raises Unreadable where it is too large, not UTF-8 or holds a NUL."""
    if len(content) > LARGEST:
        raise Unreadable(
            _("the file is larger than {limit} MB, the most that is read", limit=LARGEST // 1_000_000),
            _("cut it into several files and join them with `use`"),
        )
    if _looks_like_utf16(content):
        raise Unreadable(_("the file is stored as UTF-16, not as UTF-8"), UTF8_HINT)
    if b"\0" in content:
        line = content[: content.index(b"\0")].count(b"\n") + 1
        raise Unreadable(
            _("the file holds a NUL character on line {line}: it is not a text", line=line),
            _("is it the file you meant? A picture or a document of a word processor cannot be read"),
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise Unreadable(
            _("the file is not stored as UTF-8 but, it seems, as Latin-1 (Windows-1252): see line {line}", line=line),
            UTF8_HINT,
        ) from error


def missing() -> Unreadable:
    """Return what is said of a file that is not there."""
    return Unreadable(_("there is no such file"), _("look at the spelling of the path"))


def _looks_like_utf16(content: bytes) -> bool:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    start = content[:400]
    return len(start) > 3 and max(start[::2].count(0), start[1::2].count(0)) > len(start) // 4


def _failure(error: OSError) -> Unreadable:
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return missing()
        case IsADirectoryError():
            return Unreadable(_("this is a folder, not a file"))
        case PermissionError():
            return Unreadable(_("you are not allowed to read the file"))
        case _:
            return Unreadable(_("the file cannot be read: {reason}", reason=error.strerror or str(error)))


def _skipped(name: str) -> bool:
    return name.startswith(".") or name in SKIPPED


def _entered(folder: Path) -> bool:
    return not _skipped(folder.name) and configuration_of(folder) is None
