"""Opening a workspace on the disk: where its root is, how its files are read, what its configuration asks for."""

from pathlib import Path

from attrs import field, frozen

from toc.config import Settings, read_config
from toc.diagnostics import Finding, Origin
from toc.source import Source
from toc.syntax.problems import unreadable_file
from toc.workspace import DiskReader, Reader, Unreadable, configuration_of, read_text


@frozen
class Workspace:
    """An opened workspace: how its files are read and checked, and what is wrong with its configuration."""

    root: Path
    reader: Reader = field(repr=False)
    settings: Settings = field(factory=Settings)
    findings: tuple[Finding, ...] = ()
    configuration: Source | None = None

    def path_of(self, file: Path) -> str:
        """Return the path of `file`, which lies below the root, within the workspace."""
        return file.relative_to(self.root).as_posix()


def open_workspace(root: Path, *, configured: bool = True) -> Workspace:
    """Return the workspace of the folder `root`, with its configuration unless `configured` is false."""
    reader = DiskReader(root)
    file = configuration_of(root) if configured else None
    if file is None:
        return Workspace(root, reader)
    try:
        source = Source(file.name, read_text(file))
    except Unreadable as error:
        problem = unreadable_file(Origin(file.name, 0, 0), error.message, error.hint)
        return Workspace(root, reader, findings=(problem,))
    settings, findings = read_config(source.text, file.name)
    return Workspace(root, reader, settings, findings, source)
