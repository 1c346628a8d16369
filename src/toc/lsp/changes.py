"""Edits of texts as the protocol has them: of one file, or of several with the versions that they were made for."""

import re
from collections.abc import Iterable

from lsprotocol import types

from toc.diagnostics import TextEdit
from toc.lsp.desk import Desk


def text_edits(desk: Desk, edits: Iterable[TextEdit]) -> list[types.TextEdit]:
    """Return edits, each of the file that it names."""
    return [types.TextEdit(desk.range_in(edit.file, edit.start, edit.end), edit.text) for edit in edits]


def workspace_edit(desk: Desk, edits: Iterable[TextEdit], placeholder: str | None = None) -> types.WorkspaceEdit:
    """Return edits of one or more files as one change.

    A client that can gets the versions of its open files along, so that it refuses what came too late.
    `placeholder` is a text in quotes among what is inserted, for the writer to replace: a client that can goes there.
    """
    by_file: dict[str, list[TextEdit]] = {}
    for edit in edits:
        by_file.setdefault(edit.file, []).append(edit)
    changes = {file: text_edits(desk, found) for file, found in by_file.items()}
    if not versioned(desk):
        return types.WorkspaceEdit(changes={desk.uri_of(file): found for file, found in changes.items()})
    return types.WorkspaceEdit(
        document_changes=[
            document_edit(desk, file, [_to_fill_in(desk, edit, placeholder) for edit in found])
            for file, found in changes.items()
        ]
    )


def _to_fill_in(desk: Desk, edit: types.TextEdit, placeholder: str | None) -> types.TextEdit | types.SnippetTextEdit:
    """Return an edit as a snippet with the placeholder selected, where it has it and the client takes one."""
    workspace = desk.client.workspace
    snippets = workspace and workspace.workspace_edit and workspace.workspace_edit.snippet_edit_support
    if placeholder is None or not snippets or f'"{placeholder}"' not in edit.new_text:
        return edit
    escaped, inside = (re.sub(r"([\\$}])", r"\\\1", text) for text in (edit.new_text, placeholder))
    snippet = escaped.replace(f'"{inside}"', f'"${{1:{inside}}}"', 1)
    return types.SnippetTextEdit(edit.range, types.StringValue(snippet))


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
