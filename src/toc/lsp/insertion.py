"""Where a new statement goes: on a line of its own behind another one, or at the end of the file."""

from collections.abc import Sequence

from attrs import frozen

from toc.diagnostics import TextEdit
from toc.syntax.nodes import Declaration, Document, Statement
from toc.syntax.tokens import BLANK

BLANKS = BLANK.strip("[]")


@frozen
class Spot:
    """A statement and the list in which it stands: that of the file or of a pathway (`inside`, its kind, else "")."""

    statement: Statement
    siblings: tuple[Statement, ...]
    inside: str


def spot_of(document: Document, offset: int) -> Spot | None:
    """Return the innermost statement around an offset, None where none is."""
    found = None
    siblings, inside = document.statements, ""
    while True:
        around = next((one for one in siblings if one.offset <= offset <= _end(one)), None)
        if around is None:
            return found
        found = Spot(around, siblings, inside)
        if not around.children:
            return found
        siblings, inside = around.children, "pathway"


def behind_last(siblings: Sequence[Statement], kind: str) -> Statement | None:
    """Return the last declaration of a kind among statements."""
    found = (one for one in reversed(siblings) if isinstance(one.node, Declaration) and one.node.kind == kind)
    return next(found, None)


def inserted(document: Document, behind: Statement | None, lines: Sequence[str]) -> TextEdit:
    """Return the edit that puts new statements, one a line, behind a statement, or at the end of the file."""
    source = document.source
    text = source.text
    newline = newline_of(text)
    if behind is None:
        begin = "" if not text or text.endswith(("\n", "\r")) else newline
        return TextEdit(
            source.path, len(text), len(text), begin + "".join(f"{indented(line, newline)}{newline}" for line in lines)
        )
    at = _end(behind)
    line_end = min((found for sign in "\r\n" if (found := text.find(sign, at)) >= 0), default=len(text))
    if not text[at:line_end].strip():
        margin = margin_of(text, behind)
        return TextEdit(
            source.path,
            line_end,
            line_end,
            "".join(f"{newline}{margin}{indented(line, newline + margin)}" for line in lines),
        )
    return TextEdit(source.path, at, at, "".join(f"; {flat(line)}" for line in lines))


def indented(lines: str, newline: str) -> str:
    """Return lines with `newline`, a line break and a margin, between them."""
    return lines.replace("\n", newline)


def flat(declaration: str) -> str:
    """Return a declaration of several lines, without blocks in its block, as one line."""
    head, *rows = declaration.split("\n")
    return f"{head} {'; '.join(row.strip() for row in rows[:-1])} {rows[-1].strip()}" if rows else head


def _end(statement: Statement) -> int:
    """Return where a statement ends, the comment behind a pathway's brace included."""
    behind = (statement.offset + comment.end for comment in statement.comments)
    return max(statement.end, *behind, statement.end)


def newline_of(text: str) -> str:
    """Return the line ending of a text."""
    return "\r\n" if "\r\n" in text else "\n"


def margin_of(text: str, statement: Statement) -> str:
    """Return the blanks before a statement on its line."""
    start = statement.offset + (statement.node.start if statement.node is not None else 0)
    line = text[max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1 : start]
    return line[: len(line) - len(line.lstrip(BLANKS))]
