"""The indentation of a line as it is begun, and as a closing brace is put on it."""

from lsprotocol import types

from toc.lsp.desk import Desk
from toc.lsp.feature import KEPT, feature
from toc.lsp.indentation import indentation_of


@feature(
    types.TEXT_DOCUMENT_ON_TYPE_FORMATTING,
    types.DocumentOnTypeFormattingOptions(first_trigger_character="}", more_trigger_character=["\n"]),
    knowing=KEPT,
)
def on_type_formatting(desk: Desk, params: types.DocumentOnTypeFormattingParams) -> list[types.TextEdit]:
    """Return the edit that indents the line of the cursor, none where it stands right or is not the layout's matter."""
    source = desk.source
    offset = desk.offset(params.position)
    number = source.position(offset).line
    start, line = source.line_starts[number - 1], source.line(number)
    written = line[: len(line) - len(line.lstrip())]
    if params.ch == "}" and line.strip() != "}":
        return []
    wanted = indentation_of(source.text, start)
    if wanted is None or wanted == written:
        return []
    return [types.TextEdit(desk.range(start, start + len(written)), wanted)]
