"""Readers for an editor: one that remembers what it read, one that lists only what belongs to the open files."""

from collections.abc import Iterator, Mapping

from attrs import field, frozen

from toc.model.modules import uses
from toc.source import Source
from toc.syntax.parser import parse
from toc.workspace import SUFFIX, Reader, Unreadable, joined

# How many files of a folder without configuration are asked whether they use an open one.
MOST_ASKED = 200


@frozen
class RememberingReader:
    """Reads each file of `reader` once; a fresh one is made when something changed on the disk."""

    reader: Reader
    _listed: list[tuple[str, ...]] = field(factory=list, repr=False)
    _texts: dict[str, str | Unreadable] = field(factory=dict, repr=False)
    _resolved: dict[tuple[str, str], str | None] = field(factory=dict, repr=False)

    def list(self) -> tuple[str, ...]:
        """Return the paths of the workspace's files."""
        if not self._listed:
            self._listed.append(self.reader.list())
        return self._listed[0]

    def read(self, path: str) -> str:
        """Return the text of a file; raises Unreadable."""
        if path not in self._texts:
            try:
                self._texts[path] = self.reader.read(path)
            except Unreadable as error:
                self._texts[path] = error
        found = self._texts[path]
        if isinstance(found, Unreadable):
            raise found
        return found

    def resolve(self, file: str, relative: str) -> str | None:
        """Return the path meant by `relative` in `file`."""
        key = (file, relative)
        if key not in self._resolved:
            self._resolved[key] = self.reader.resolve(file, relative)
        return self._resolved[key]


@frozen
class NearbyReader:
    """Reads what `reader` does, but lists only `buffers` and those of the files `beside` them that use one of them.

    `used_by` is filled with what each of the files beside uses, as long as these stay what they are.
    """

    reader: Reader
    buffers: Mapping[str, str]
    beside: tuple[str, ...]
    used_by: dict[str, frozenset[str]] = field(factory=dict, repr=False)

    def list(self) -> tuple[str, ...]:
        """Return the paths, sorted."""
        asked = [path for path in self.beside if path not in self.buffers][:MOST_ASKED]
        using = (path for path in asked if not self.buffers.keys().isdisjoint(self._used_by(path)))
        return tuple(sorted({*(path for path in self.buffers if path.endswith(SUFFIX)), *using}))

    def read(self, path: str) -> str:
        """Return the text of a file; raises Unreadable."""
        return self.reader.read(path)

    def resolve(self, file: str, relative: str) -> str | None:
        """Return the path meant by `relative` in `file`."""
        return self.reader.resolve(file, relative)

    def _used_by(self, path: str) -> frozenset[str]:
        if path not in self.used_by:
            self.used_by[path] = frozenset(self._uses(path))
        return self.used_by[path]

    def _uses(self, path: str) -> Iterator[str]:
        try:
            text = self.read(path)
        except Unreadable:
            return
        for use in uses(parse(Source(path, text))):
            if found := joined(path, use.path):
                yield found
