"""Laying files out: what each becomes, what is refused, and what is written."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import frozen

from toc.analysis import files_of
from toc.cli.shell.differences import difference
from toc.cli.shell.findings import Checked, empty_folder
from toc.cli.shell.printing import emit
from toc.cli.shell.reading import STANDARD, Target, shown
from toc.cli.shell.writing import write_whole
from toc.diagnosis import diagnosed
from toc.diagnostics import Finding, Origin
from toc.messages import Message, plural
from toc.open_workspace import Workspace
from toc.source import Source
from toc.syntax.formatter import format_document
from toc.syntax.parser import parse
from toc.syntax.problems import unreadable_file
from toc.workspace import Unreadable


@frozen
class Formatted:
    """A file as it stands and as it is laid out, with its own line endings; `after` is None where it is refused."""

    workspace: Workspace
    source: Source
    after: str | None
    findings: tuple[Finding, ...] = ()
    streamed: bool = False

    @property
    def changed(self) -> bool:
        """Whether the layout is another one."""
        return self.after is not None and self.after != self.source.text

    @property
    def name(self) -> str:
        """How the file is called in what is printed."""
        return shown(self.workspace, self.source.path)


def formatted(target: Target, path: str, keywords: str | None) -> tuple[Formatted, ...]:
    """Lay out what `target`, written `path` on the command line, stands for."""
    workspace, streamed = target.workspace, path == STANDARD
    if target.problem is not None:
        return (_refused(target, target.file or "", target.problem, streamed=streamed),)
    if target.file is not None:
        return (_formatted(target, target.file, keywords, streamed=streamed),)
    files = [file for file in files_of(workspace.reader, workspace.settings) if _below(file, target.folder)]
    if not files:
        return (_refused(target, target.folder, empty_folder(target)),)
    return tuple(_formatted(target, file, keywords) for file in files)


def checked(results: Sequence[Formatted]) -> Iterator[Checked]:
    """Yield what is wrong with the files that were refused, and with the configuration of their workspaces."""
    for each in results:
        findings = (*each.workspace.findings, *each.findings)
        yield Checked(each.workspace, (each.source,), diagnosed(findings))


def deliver(each: Formatted, *, check: bool, diff: bool) -> None:
    """Write a file in its new layout, or show what would change; standard input goes to standard output."""
    if each.after is None:
        return
    if diff and each.changed:
        emit(difference(each.name, each.source.text, each.after))
    if check and each.changed and not diff:
        emit(f"{each.name}\n")
    if check or diff:
        return
    if each.streamed:
        emit(each.after)
    elif each.changed:
        write_whole(Path(each.workspace.root / each.source.path), each.after)


def summary(results: Sequence[Formatted], *, only_told: bool) -> Message:
    """Return the sentence that says how many files changed or would change."""
    changed = sum(each.changed for each in results)
    if only_told:
        return plural("{n} file would change", "{n} files would change", n=changed)
    return plural("{n} file laid out anew", "{n} files laid out anew", n=changed)


def _formatted(target: Target, path: str, keywords: str | None, *, streamed: bool = False) -> Formatted:
    try:
        text = target.workspace.reader.read(path)
    except Unreadable as error:
        problem = unreadable_file(Origin(path, 0, 0), error.message, error.hint)
        return _refused(target, path, problem, streamed=streamed)
    source = Source(path, text)
    document = parse(source)
    if not document.sound:
        return Formatted(target.workspace, source, None, document.findings, streamed)
    laid_out = format_document(document, keywords).replace("\r\n", "\n")
    ending = "\r\n" if "\r\n" in text else "\n"
    return Formatted(target.workspace, source, laid_out.replace("\n", ending), (), streamed)


def _refused(target: Target, path: str, problem: Finding, *, streamed: bool = False) -> Formatted:
    return Formatted(target.workspace, Source(path, ""), None, (problem,), streamed)


def _below(path: str, folder: str) -> bool:
    return folder in {"", "."} or path.startswith(f"{folder}/")
