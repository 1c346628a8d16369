"""How far a line is to be indented while it is being written, also in a file that cannot be read yet."""

import re

from toc.syntax.signs import DEEP, GLUES
from toc.syntax.tokens import BLANK
from toc.syntax.writing import INDENT

BLANKS = BLANK.strip("[]")
CLOSING = re.compile(rf"{BLANK}*\}}")
# So far back is looked for the end of the line before.
FAR = 500


def indentation_of(text: str, line: int) -> str | None:
    """Return the blanks with which the line that begins at offset `line` should begin; None inside a text.

    It stands one step deeper than the line of the innermost open brace, and another where a statement goes on;
    a closing brace stands below the line of its opening one.
    """
    openings: list[int] = []
    behind = line
    for found in DEEP.finditer(text, 0, line):
        if found.lastgroup == "unclosed" and found.group().startswith('"""'):
            return None
        if found.lastgroup == "open":
            openings.append(found.start())
        elif found.lastgroup == "close" and openings:
            openings.pop()
        if found.lastgroup == "comment":
            behind = found.start() if not text[found.end() : line].strip() else line
    outer = _blanks_of(text, openings[-1]) if openings else None
    if CLOSING.match(text, line):
        return outer or ""
    inner = "" if outer is None else outer + INDENT
    return inner + INDENT if _goes_on(text, behind) else inner


def _goes_on(text: str, offset: int) -> bool:
    return text[max(0, offset - FAR) : offset].rstrip().endswith(GLUES)


def _blanks_of(text: str, offset: int) -> str:
    line = text[_line_start(text, offset) : offset]
    return line[: len(line) - len(line.lstrip(BLANKS))]


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
