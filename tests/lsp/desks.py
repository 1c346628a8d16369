"""Desks to try features on: texts in memory, with `▮` where the cursor stands, or at both ends of a selection."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from attrs import evolve, frozen
from lsprotocol import types

from toc.analysis import Analysis, analyse_workspace
from toc.config import Settings
from toc.lsp.desk import Desk
from toc.lsp.feature import CHECKED, LATEST
from toc.lsp.positions import UTF16, offset_of, position_of
from toc.lsp.projects import through
from toc.messages import LANGUAGES
from toc.source import Source
from toc.syntax.parser import parse
from toc.workspace import MemoryReader

MARK = "▮"
ROOT = Path("/theory")
FILE = "model.toc"
TODAY = date(2026, 6, 1)


@frozen
class Seat:
    """A desk and what a client would ask there: `marks` are the places of the marks in the desk's file."""

    desk: Desk
    marks: tuple[types.Position, ...] = ()

    @property
    def position(self) -> types.Position:
        """The cursor."""
        return self.marks[0]

    @property
    def range(self) -> types.Range:
        """What is selected, from the first mark to the last."""
        return types.Range(self.marks[0], self.marks[-1])

    @property
    def document(self) -> types.TextDocumentIdentifier:
        """The desk's file, as a client names it."""
        return types.TextDocumentIdentifier(self.desk.uri_of(self.desk.file))

    @property
    def here(self) -> dict[str, Any]:
        """The file and the cursor, as most requests carry them: `HoverParams(**seat.here)`."""
        return {"text_document": self.document, "position": self.position}


def seat(
    texts: str | Mapping[str, str],
    *,
    knowing: str = CHECKED,
    before: Mapping[str, str] | None = None,
    settings: Settings | None = None,
    **desk: Any,
) -> Seat:
    """Return a desk in the file with the mark (else the first): `texts` by path, or that of the one file `model.toc`.

    `knowing` is as in `Feature`. With LATEST and the texts `before` an edit of texts and values, the theory is that of
    before. The language of messages is English where `desk` does not say `spoken`; further fields are the desk's own.
    """
    texts = {FILE: texts} if isinstance(texts, str) else texts
    files = {path: text.replace(MARK, "") for path, text in texts.items()}
    file = next((path for path, text in texts.items() if MARK in text), next(iter(texts)))
    settings = evolve(settings or Settings(), today=TODAY)
    analyses = _analyses(files, settings, knowing, before)
    analysis = through(analyses, file)
    assert analysis is not None
    wanted = {"encoding": UTF16, "spoken": LANGUAGES[0], **desk}
    made = Desk(ROOT, file, analysis, analyses, settings, **wanted)
    marks = (position_of(made.source, offset, made.encoding) for offset in _marks(texts[file]))
    return Seat(made, tuple(marks))


def applied(desk: Desk, edit: types.WorkspaceEdit) -> dict[str, str]:
    """Return the texts of the files that `edit` changes, by path, as they are after it."""
    changes = {uri: list(edits) for uri, edits in (edit.changes or {}).items()}
    for change in edit.document_changes or ():
        assert isinstance(change, types.TextDocumentEdit)
        plain = [one for one in change.edits if isinstance(one, types.TextEdit)]
        changes.setdefault(change.text_document.uri, []).extend(plain)
    documents = {path: document for analysis in desk.analyses for path, document in analysis.documents.items()}
    paths = {desk.uri_of(path): path for path in documents}
    return {
        paths[uri]: edited(documents[paths[uri]].source, edits, desk.encoding) for uri, edits in sorted(changes.items())
    }


def edited(source: Source, edits: list[types.TextEdit], encoding: str = UTF16) -> str:
    """Return the text of `source` after `edits`, which may not overlap."""
    text = source.text
    spans = [
        (offset_of(source, edit.range.start, encoding), offset_of(source, edit.range.end, encoding), edit.new_text)
        for edit in edits
    ]
    end = len(text)
    for start, stop, new in sorted(spans, key=lambda span: span[:2], reverse=True):
        assert start <= stop <= end
        text, end = text[:start] + new + text[stop:], start
    return text


def _analyses(
    files: Mapping[str, str], settings: Settings, knowing: str, before: Mapping[str, str] | None
) -> tuple[Analysis, ...]:
    if before is not None:
        assert knowing == LATEST
        known = _analyses(before, settings, LATEST, None)
        for path, text in files.items():
            if text != before[path]:
                after = [one.after_edit(parse(Source(path, text))) for one in known]
                known = tuple(one for one in after if one is not None)
                assert len(known) == len(after)
        return known
    return analyse_workspace(MemoryReader(files), settings if knowing == CHECKED else evolve(settings, select=()))


def _marks(text: str) -> list[int]:
    parts = text.split(MARK)
    return [sum(map(len, parts[: number + 1])) for number in range(len(parts) - 1)]
