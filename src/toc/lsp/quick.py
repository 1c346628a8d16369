"""Syntax and names again after an edit within a statement or a few, without reading the rest of the file again.

Where the edit changes nothing that other statements can see (what is declared, linked, used or accepted), what is wrong
elsewhere is as it was, at its new place, and only the statements edited are looked at.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from types import MappingProxyType

from attrs import evolve, frozen

from toc.analysis import Analysis, diagnosed, in_order
from toc.diagnostics import Diagnostic, Finding, Origin
from toc.lsp.carried import carried
from toc.model.modules import uses
from toc.model.resolve import Rereader
from toc.syntax.nodes import Broken, Declaration, Document, Item, Link, Name, Property, Statement
from toc.workspace import Reader

MEANING, NAMES = "TOC2", "TOC1"


class Quick:
    """An analysis of which single edits are looked at; `names` says what is wrong in a few of its statements."""

    def __init__(self, analysis: Analysis, names: Callable[[Document], tuple[Finding, ...]]) -> None:
        self.analysis = analysis
        self._findings = names

    def after(self, document: Document) -> "Quick | None":
        """Return what is known where `document` takes the place of one file; None where all must be read again.

        The analysis then has the theory of before.
        """
        file = document.source.path
        before = self.analysis.documents.get(file)
        if before is None:
            return self
        edit = _edit(before, document)
        found = self._names(edit, document) if edit else None
        kept = self._kept(edit, before, document) if edit else None
        if found is None or kept is None:
            return None
        documents = {**self.analysis.documents, file: document}
        analysis = evolve(
            self.analysis,
            sources=MappingProxyType({**self.analysis.sources, file: document.source}),
            documents=MappingProxyType(documents),
            diagnostics=in_order((*diagnosed((*document.findings, *found), documents), *kept)),
        )
        return Quick(analysis, self._findings)

    def _names(self, edit: "_Edit", document: Document) -> list[Finding] | None:
        findings = self._findings(evolve(document, statements=edit.new, findings=()))
        start, end = edit.after
        inside = [finding for finding in findings if start <= finding.origin.start < end]
        waived = "accept" in document.source.text.casefold()
        if any(finding.related for finding in inside) or (inside and waived):
            return None
        return inside

    def _kept(self, edit: "_Edit", before: Document, document: Document) -> tuple[Diagnostic, ...] | None:
        file, (start, end) = before.source.path, edit.before

        def touches(origin: Origin) -> bool:
            return origin.file == file and origin.start < end and origin.end > start

        kept = []
        for diagnostic in self.analysis.diagnostics:
            if diagnostic.origin.file == file and diagnostic.rule.code < NAMES:
                continue
            if any(touches(other.origin) for other in diagnostic.related):
                return None
            if not touches(diagnostic.origin):
                kept.append(diagnostic)
            elif diagnostic.related or diagnostic.rule.code >= MEANING:
                return None
        return tuple(carried(kept, file, before.source.text, document.source.text))


def quick(analysis: Analysis, reader: Reader) -> Quick:
    """Return `analysis`, read whole with `reader`, ready for edits."""

    @cache
    def rereader() -> Rereader:
        targets = {
            (path, use.path): reader.resolve(path, use.path)
            for path, document in analysis.documents.items()
            for use in uses(document)
        }
        return Rereader(analysis.file, analysis.documents, targets)

    return Quick(analysis, lambda few: rereader().findings(few))


@frozen
class _Edit:
    """The statements that are others now, and the piece of text that they take, before and after."""

    new: tuple[Statement, ...]
    before: tuple[int, int]
    after: tuple[int, int]


def _edit(before: Document, after: Document) -> _Edit | None:
    old, new = _different(before.statements, after.statements)
    if len(old) != len(new) or not old:
        return None
    if [*_shapes(old)] != [*_shapes(new)]:
        return None
    for document, statements in ((before, old), (after, new)):
        start, end = statements[0].offset, statements[-1].end
        if any(start <= finding.origin.start <= end for finding in document.findings):
            return None
        if "accept" in document.source.text[start:end].casefold():
            return None
    return _Edit(tuple(new), (old[0].offset, old[-1].end), (new[0].offset, new[-1].end))


def _different(old: Sequence[Statement], new: Sequence[Statement]) -> tuple[Sequence[Statement], Sequence[Statement]]:
    """Return both lists without what they have in common at their beginning and end."""
    start, most = 0, min(len(old), len(new))
    while start < most and _same(old[start], new[start]):
        start += 1
    end = 0
    while end < most - start and _same(old[-1 - end], new[-1 - end]):
        end += 1
    return old[start : len(old) - end], new[start : len(new) - end]


def _same(one: Statement, other: Statement) -> bool:
    if one.node is not other.node:
        # What reads the same was read once.
        return False
    if one.children is None or other.children is None:
        return one.children is other.children
    return len(one.children) == len(other.children) and all(map(_same, one.children, other.children))


def _shapes(statements: Sequence[Statement]) -> Iterator[object]:
    """Yield what other statements can see of these."""
    for statement in statements:
        yield from _shape(statement.node)
        yield ("{",) if statement.children is not None else ()
        yield from _shapes(statement.children or ())


def _shape(node: Item | None) -> Iterator[object]:
    match node:
        case Declaration():
            yield (node.kind, node.name.text if node.name else None)
            for item in node.block.items if node.block else ():
                yield from _shape(item)
            yield "}"
        case Link():
            yield tuple((side.joined, *(name.text for name in side.names)) for side in node.sides)
            yield tuple(arrow.verb for arrow in node.arrows)
        case Property(keyword="requires" | "observed"):
            yield (node.keyword, *(value.text for value in node.values if isinstance(value, Name)))
        case Property():
            yield "property"
        case Broken():
            # What it declares is not known.
            yield object()
        case None:
            yield None
        case _:
            yield node
