"""The lexer for Pygments, and so for Sphinx, MkDocs, Jupyter and minted: `.toc` files, or ```` ```toc ````."""

from collections.abc import Iterator
from typing import Any, ClassVar

from pygments.lexer import Lexer
from pygments.token import (
    Comment,
    Error,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
    Whitespace,
)

from toc.highlighting import roles
from toc.highlighting.spans import spans

TOKENS: dict[str, Any] = {
    roles.COMMENT: Comment.Single,
    roles.KIND: Keyword.Declaration,
    roles.PROPERTY: Keyword,
    roles.CLAUSE: Keyword.Pseudo,
    roles.NAME: Name.Label,
    roles.REFERENCE: Name,
    roles.VALUE: Name.Constant,
    roles.UNIT: Keyword.Type,
    roles.NUMBER: Number,
    roles.DATE: Number,
    roles.TEXT: String,
    roles.TAG: String.Affix,
    roles.ARROW: Operator,
    roles.BRACE: Punctuation,
    roles.SIGN: Punctuation,
    roles.WRONG: Error,
}


class TocLexer(Lexer):  # type: ignore[misc]
    """Colours toc as it is read: a word of the language that stands where a name must is a name."""

    name = "toc"
    aliases: ClassVar[list[str]] = ["toc"]
    filenames: ClassVar[list[str]] = ["*.toc"]
    mimetypes: ClassVar[list[str]] = ["text/x-toc"]
    url = "https://pypi.org/project/toc-lang/"

    def get_tokens_unprocessed(self, text: str) -> Iterator[tuple[int, Any, str]]:
        """Yield the place, the kind and the text of each piece; together they are the text."""
        end = 0
        for span in spans(text):
            yield from _between(text, end, span.start)
            yield span.start, TOKENS[span.role], text[span.start : span.end]
            end = span.end
        yield from _between(text, end, len(text))


def _between(text: str, start: int, end: int) -> Iterator[tuple[int, Any, str]]:
    between = text[start:end]
    if between:
        yield start, Whitespace if between.isspace() else Text, between
