"""What a feature sees: one open file, what it means, and how its places are written for the client."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from attrs import field, frozen
from lsprotocol.types import ClientCapabilities, Location, Position, Range
from pygls import uris

from toc.analysis import Analysis
from toc.config import Settings
from toc.diagnostics import Origin
from toc.lsp import positions
from toc.messages import LANGUAGES, Message, show
from toc.model.theory import Theory
from toc.source import Source
from toc.syntax.nodes import Document


@frozen(slots=False, eq=False)
class Desk:
    """One file as a request sees it, and everything that is known about its workspace at that moment.

    `file` is its path within the workspace of the folder `root`; `analyses` are those of the workspace, `analysis` the
    one through which the file is looked at: its own where it has one, else the first that uses it.
    `language` is that of messages, `encoding` what positions count; `switches` is what the client's settings say.
    `configuration` is the text of the workspace's toc.toml, if it has one; `client` says what the client can do.
    `now` is the text of the file where the tree may be older (see `Feature.knowing`).
    `versions` are those of the open files, by path, as the client counts them; `checked_before` is what was known of
    the file when the rules were last run, maybe before some edits.
    """

    root: Path
    file: str
    analysis: Analysis = field(repr=False)
    analyses: tuple[Analysis, ...] = field(repr=False)
    settings: Settings = field(repr=False)
    encoding: str = positions.UTF16
    spoken: str | None = None
    switches: Mapping[str, Any] = field(factory=dict)
    uris: Mapping[str, str] = field(factory=dict)
    configuration: Source | None = None
    client: ClientCapabilities = field(factory=ClientCapabilities, repr=False)
    now: Source | None = field(default=None, repr=False)
    versions: Mapping[str, int] = field(factory=dict, repr=False)
    checked_before: Analysis | None = field(default=None, repr=False)

    @property
    def document(self) -> Document:
        """The tree of the file."""
        return self.analysis.documents[self.file]

    @property
    def source(self) -> Source:
        """The text of the file."""
        return self.now or self.document.source

    @property
    def theory(self) -> Theory:
        """What the file and those it is read with mean."""
        return self.analysis.theory

    @cached_property
    def language(self) -> str:
        """The language of messages: what the client speaks, else the theory's, else English."""
        return next((language for language in (self.spoken, self.theory.language) if language in LANGUAGES), "en")

    def show(self, message: Message) -> str:
        """Return a message in the language of messages."""
        return show(message, self.language)

    def offset(self, position: Position) -> int:
        """Return the offset (in code points) of a place in the file."""
        return positions.offset_of(self.source, position, self.encoding)

    def range(self, start: int, end: int) -> Range:
        """Return the range of the file from offset `start` to offset `end`."""
        return positions.range_of(self.source, start, end, self.encoding)

    def range_in(self, path: str, start: int, end: int) -> Range:
        """Return the range of the file `path` of the workspace from offset `start` to offset `end`."""
        return positions.range_of(self._source(path), start, end, self.encoding)

    def first_line_of(self, origin: Origin) -> Range:
        """Return where something begins, up to the end of its first line: a whole declaration in red hides its fault.

        At least one character, so that there is something to underline.
        """
        source = self._source(origin.file)
        line = source.text.find("\n", origin.start, origin.end)
        end = origin.end if line < 0 else origin.start + len(source.text[origin.start : line].rstrip())
        return positions.range_of(source, origin.start, max(end, origin.start + 1), self.encoding)

    def location(self, origin: Origin) -> Location:
        """Return where something was written."""
        return Location(self.uri_of(origin.file), self.range_in(origin.file, origin.start, origin.end))

    def uri_of(self, path: str) -> str:
        """Return the address of the file `path` of the workspace, as the client wrote it where the file is open."""
        return self.uris.get(path) or uris.from_fs_path(str(self.root / path)) or ""

    def _source(self, path: str) -> Source:
        if path == self.file:
            return self.source
        for analysis in (self.analysis, *self.analyses):
            if path in analysis.documents:
                return analysis.documents[path].source
        if self.configuration is not None and self.configuration.path == path:
            return self.configuration
        return Source(path, "")
