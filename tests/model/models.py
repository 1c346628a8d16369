"""Models made of text, for the tests of this room."""

import posixpath
from collections.abc import Mapping

from toc.diagnostics import Finding, Origin
from toc.messages import show
from toc.model.elements import Key
from toc.model.modules import uses
from toc.model.resolve import resolve
from toc.model.theory import Theory
from toc.source import Source
from toc.syntax.nodes import Document
from toc.syntax.parser import parse

MAIN = "main.toc"


def documents(files: Mapping[str, str]) -> dict[str, Document]:
    """Return the documents of `files`, by path."""
    return {path: parse(Source(path, text)) for path, text in files.items()}


def resolved(files: str | Mapping[str, str], root: str = MAIN) -> tuple[Theory, tuple[Finding, ...]]:
    """Return the theory of `files` (a text is that of the file checked) and its findings."""
    read = documents({root: files} if isinstance(files, str) else files)
    targets: dict[tuple[str, str], str | None] = {}
    for path, document in read.items():
        for use in uses(document):
            meant = posixpath.normpath(posixpath.join(posixpath.dirname(path), use.path))
            targets[path, use.path] = meant if meant in read else None
    found = resolve(root, read, targets)
    return found.theory, found.findings


def theory_of(files: str | Mapping[str, str]) -> Theory:
    """Return the theory of `files`, which must have no error in syntax or names."""
    theory, findings = resolved(files)
    assert [str(finding.message) for finding in findings] == []
    return theory


def key(name: str, file: str = MAIN) -> Key:
    """Return the key of `name` in the file checked."""
    return Key(file, name)


def codes(findings: tuple[Finding, ...]) -> list[str]:
    """Return the codes of `findings`."""
    return [finding.rule.code for finding in findings if finding.rule]


def told(files: Mapping[str, str], language: str = "en") -> list[str]:
    """Return the findings by file and place, each as `line:column code message | hint @ related place`."""
    read = documents(files)
    _theory, findings = resolved(files)

    def place(origin: Origin) -> str:
        position = read[origin.file].source.position(origin.start)
        file = "" if origin.file == MAIN else f"{origin.file}:"
        return f"{file}{position.line}:{position.column}"

    lines = []
    for finding in sorted(findings, key=lambda found: (found.origin.file != MAIN, found.origin)):
        line = f"{place(finding.origin)} {finding.rule.code if finding.rule else '?'} {show(finding.message, language)}"
        line += f" | {show(finding.hint, language)}" if finding.hint else ""
        lines.append(line + "".join(f" @ {place(related.origin)}" for related in finding.related))
    return lines
