"""The end of a text or of a block that is never closed."""

from collections.abc import Iterator

from lsprotocol.types import CodeAction

from toc.diagnostics import Diagnostic, TextEdit
from toc.lsp.actions.asked import QUICK, Asked
from toc.lsp.insertion import margin_of, newline_of, spot_of
from toc.messages import _
from toc.source import Source
from toc.syntax.edits import apply_edits
from toc.syntax.parser import parse

SIGNS = {"«": " »", "“": "”"}


def close(asked: Asked) -> Iterator[CodeAction]:
    """Yield an action that ends each text on its line, and each block where it is read as ended; if that helps."""
    for diagnostic in asked.diagnostics:
        match diagnostic.rule.name:
            case "unterminated-text":
                edit = _of_text(asked, diagnostic)
            case "unclosed-block":
                edit = _of_block(asked, diagnostic)
            case _:
                continue
        document = asked.desk.document
        if edit is not None:
            after = parse(Source(edit.file, apply_edits(document.source.text, [edit])))
            if len(after.findings) < len(document.findings):
                yield asked.action(_("close it"), QUICK, [edit], diagnostic, preferred=True)


def _of_text(asked: Asked, diagnostic: Diagnostic) -> TextEdit | None:
    origin = diagnostic.origin
    written = asked.desk.document.source.text[origin.start : origin.end]
    if written.startswith('"""'):
        return None
    end = origin.start + len(written.rstrip())
    return TextEdit(origin.file, end, end, SIGNS.get(written[:1], '"'))


def _of_block(asked: Asked, diagnostic: Diagnostic) -> TextEdit | None:
    document, origin = asked.desk.document, diagnostic.origin
    spot = spot_of(document, origin.start)
    if spot is None:
        return None
    text = document.source.text
    end = spot.statement.offset + len(text[spot.statement.offset : spot.statement.end].rstrip())
    several = "\n" in text[origin.start : end]
    closing = f"{newline_of(text)}{margin_of(text, spot.statement)}}}" if several else " }"
    return TextEdit(origin.file, end, end, closing)
