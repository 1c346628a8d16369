"""Edits of texts as the protocol has them: of one file, or of several with the versions that they were made for."""

from collections.abc import Iterable

from lsprotocol import types

from toc.diagnostics import TextEdit
from toc.lsp.desk import Desk


def text_edits(desk: Desk, edits: Iterable[TextEdit]) -> list[types.TextEdit]:
    """Return edits, each of the file that it names."""
    return [types.TextEdit(desk.range_in(edit.file, edit.start, edit.end), edit.text) for edit in edits]


def workspace_edit(desk: Desk, edits: Iterable[TextEdit]) -> types.WorkspaceEdit:
    """Return edits of one or more files as one change.

    A client that can gets the versions of its open files along, so that it refuses what came too late.
    """
    by_file: dict[str, list[TextEdit]] = {}
    for edit in edits:
        by_file.setdefault(edit.file, []).append(edit)
    changes = {file: text_edits(desk, found) for file, found in by_file.items()}
    if not versioned(desk):
        return types.WorkspaceEdit(changes={desk.uri_of(file): found for file, found in changes.items()})
    return types.WorkspaceEdit(document_changes=[document_edit(desk, file, found) for file, found in changes.items()])


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
