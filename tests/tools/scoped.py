"""What the TextMate grammar must say of a file, as a case for vscode-tmgrammar-test: the roles that toc reads."""

from collections.abc import Iterator
from itertools import groupby

from toc.highlighting import roles
from toc.highlighting.spans import Span, spans_of
from toc.source import Source
from toc.syntax.keywords import concept_of_keyword
from toc.syntax.parser import parse

SCOPES = {
    roles.COMMENT: "comment.line.number-sign.toc",
    roles.KIND: "storage.type.toc",
    roles.PROPERTY: "keyword.other.property.toc",
    roles.CLAUSE: "keyword.other.clause.toc",
    roles.NAME: "entity.name.type.toc",
    roles.REFERENCE: "variable.other.toc",
    roles.VALUE: "constant.language.toc",
    roles.UNIT: "keyword.other.unit.toc",
    roles.NUMBER: "constant.numeric.toc",
    roles.DATE: "constant.numeric.date.toc",
    roles.TEXT: "string.quoted",
    roles.TAG: "storage.modifier.language.toc",
    roles.ARROW: "keyword.operator.arrow.toc",
    roles.BRACE: "punctuation.section.block.toc",
    roles.SIGN: "punctuation.separator",
}
LONG = '"""'
TEXTS = {'"': "double", "«": "other.guillemets", "“": "other.curly"}


def case(text: str) -> str:
    """Return the case for a file: each of its lines, and below it what must be said of each piece of it.

    Nothing is asked of lines that toc finds fault with.
    """
    document = parse(Source("", text))
    faulty = {
        line
        for finding in document.findings
        for line in range(_line(text, finding.origin.start), _line(text, finding.origin.end) + 1)
    }
    pieces = [piece for span in spans_of(document) for piece in _pieces(text, span)]
    asked = {line: list(group) for line, group in groupby(pieces, key=lambda piece: piece[0])}
    lines = ['# SYNTAX TEST "source.toc"']
    # What is nested too deeply is not read at all.
    for number, line in enumerate(text.split("\n") if document.statements else ()):
        lines.append(line)
        if number not in faulty:
            lines += [
                f"#<{'~' * start}{'-' * (end - start)} {scope}" for _line, start, end, scope in asked.get(number, ())
            ]
    return "\n".join(lines)


def _pieces(text: str, span: Span) -> Iterator[tuple[int, int, int, str]]:
    """Yield the line, first and last column of each piece of a span, one a line, and its scope."""
    scope = _scope(text, span)
    at = span.start
    for part in text[span.start : span.end].split("\n") if scope else ():
        if part.strip():
            column = _units(text[text.rfind("\n", 0, at) + 1 : at])
            yield _line(text, at), column, column + _units(part), scope
        at += len(part) + 1


def _scope(text: str, span: Span) -> str:
    written = text[span.start : span.end]
    if span.role == roles.TEXT:
        return f"string.quoted.{'triple' if written.startswith(LONG) else TEXTS[written[0]]}.toc"
    if span.role == roles.SIGN:
        return (
            ""
            if written.isspace()
            else "punctuation.separator.range.toc"
            if written == ".."
            else "punctuation.separator.toc"
        )
    if span.role == roles.KIND and concept_of_keyword(written) == "use":
        return "keyword.control.import.toc"
    return SCOPES.get(span.role, "")


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset)


def _units(text: str) -> int:
    """Return how many UTF-16 code units `text` has: what the program counts."""
    return len(text.encode("utf-16-le")) // 2
