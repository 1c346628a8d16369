"""Edits of texts as the protocol has them: of one file, or of several with the versions that they were made for."""

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve
from lsprotocol import types

from toc.diagnostics import TextEdit
from toc.lsp.desk import Desk
from toc.lsp.filling import has_places, plain, snippets


def text_edits(desk: Desk, edits: Iterable[TextEdit]) -> list[types.TextEdit]:
    """Return edits, each of the file that it names."""
    return [types.TextEdit(desk.range_in(edit.file, edit.start, edit.end), edit.text) for edit in edits]


def workspace_edit(desk: Desk, edits: Iterable[TextEdit]) -> types.WorkspaceEdit:
    """Return edits of one or more files as one change.

    A client that can gets the versions of its open files along, so that it refuses what came too late.
    Places to fill in may be marked in what is inserted: a client that can goes there.
    """
    by_file: dict[str, list[TextEdit]] = {}
    for edit in edits:
        by_file.setdefault(edit.file, []).append(edit)
    if not versioned(desk):
        return types.WorkspaceEdit(
            changes={desk.uri_of(file): text_edits(desk, map(_plain, found)) for file, found in by_file.items()}
        )
    return types.WorkspaceEdit(
        document_changes=[document_edit(desk, file, _to_fill_in(desk, found)) for file, found in by_file.items()]
    )


def fills_in(desk: Desk) -> bool:
    """Return whether the client goes to places to fill in after an edit."""
    workspace = desk.client.workspace
    support = workspace.workspace_edit if workspace else None
    return bool(support and support.document_changes and support.snippet_edit_support)


def _to_fill_in(desk: Desk, edits: Sequence[TextEdit]) -> Iterator[types.TextEdit | types.SnippetTextEdit]:
    """Yield the edits of a file, those with places to fill in as snippets where the client takes them."""
    plainly = text_edits(desk, map(_plain, edits))
    written = snippets([_dedented(desk, edit) for edit in edits])
    for edit, plain_edit, snippet in zip(edits, plainly, written, strict=True):
        if fills_in(desk) and has_places(edit.text):
            yield types.SnippetTextEdit(plain_edit.range, types.StringValue(snippet))
        else:
            yield plain_edit


def _dedented(desk: Desk, edit: TextEdit) -> str:
    """Return what an edit inserts without the margin of the line where it begins: clients add that to snippets."""
    documents = (found.documents for found in (desk.analysis, *desk.analyses) if edit.file in found.documents)
    text = next(documents)[edit.file].source.text
    line = text[max(text.rfind("\n", 0, edit.start), text.rfind("\r", 0, edit.start)) + 1 : edit.start]
    margin = line[: len(line) - len(line.lstrip(" \t"))]
    return re.sub(rf"(\r?\n){margin}", r"\1", edit.text)


def _plain(edit: TextEdit) -> TextEdit:
    return evolve(edit, text=plain(edit.text))


def versioned(desk: Desk) -> bool:
    """Return whether the client takes edits with the versions that they were made for."""
    workspace = desk.client.workspace
    return bool(workspace and workspace.workspace_edit and workspace.workspace_edit.document_changes)


def document_edit(
    desk: Desk, file: str, edits: Iterable[types.TextEdit | types.SnippetTextEdit]
) -> types.TextDocumentEdit:
    """Return the edits of one file with the version that they were made for."""
    document = types.OptionalVersionedTextDocumentIdentifier(desk.uri_of(file), desk.versions.get(file))
    return types.TextDocumentEdit(document, [*edits])
