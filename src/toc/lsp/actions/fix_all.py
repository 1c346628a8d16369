"""All that can be mended in a file without changing what it means."""

from collections.abc import Iterator

from lsprotocol.types import CodeAction

from toc.diagnostics import TextEdit
from toc.lsp.actions.asked import FIX_ALL, Asked, diagnostics_of
from toc.messages import plural
from toc.source import Source
from toc.syntax.edits import apply_edits
from toc.syntax.parser import parse


def fix_all(asked: Asked) -> Iterator[CodeAction]:
    """Yield one action with all safe fixes of the file that do not touch each other, unless it would read worse."""
    document = asked.desk.document
    taken: list[TextEdit] = []
    count = 0
    for diagnostic in diagnostics_of(asked.desk):
        fix = next((fix for fix in diagnostic.fixes if fix.safe and fix.edits), None)
        if fix is not None and all(_is_free(edit, taken, asked.desk.file) for edit in fix.edits):
            taken += fix.edits
            count += 1
    if not taken:
        return
    after = parse(Source(asked.desk.file, apply_edits(document.source.text, taken)))
    if len(after.findings) <= len(document.findings):
        title = plural(
            "mend {n} finding that can be mended safely", "mend {n} findings that can be mended safely", n=count
        )
        yield asked.action(title, FIX_ALL, taken)


def _is_free(edit: TextEdit, taken: list[TextEdit], file: str) -> bool:
    # Edits that touch could mean something else together: the second waits for the next time.
    return edit.file == file and all(edit.end < other.start or other.end < edit.start for other in taken)
