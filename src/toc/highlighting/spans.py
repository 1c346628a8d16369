"""The words and signs of a file with what each is there for: a soft keyword is told from a name as the parser does."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from toc.highlighting import roles
from toc.highlighting.named import Named, named_in
from toc.source import Source
from toc.syntax.keywords import table
from toc.syntax.nodes import Document
from toc.syntax.parser import parse
from toc.syntax.texts import tag_start
from toc.syntax.tokens import END, Token, tokens

SIGNS = {
    "PERCENT": roles.NUMBER,
    "NUMBER": roles.NUMBER,
    "DATE": roles.DATE,
    "ARROW": roles.ARROW,
    "RANGE": roles.SIGN,
    "OPEN": roles.BRACE,
    "CLOSE": roles.BRACE,
    "COMMA": roles.SIGN,
    "AMPERSAND": roles.SIGN,
    "SEP": roles.SIGN,
    "MALFORMED": roles.WRONG,
}


@frozen
class Span:
    """A piece of a text, from offset `start` to `end`, and its role (see `roles`)."""

    start: int
    end: int
    role: str


def spans(text: str) -> tuple[Span, ...]:
    """Return what stands in `text`, in order; blanks, and what could not be read, belong to no span."""
    return spans_of(parse(Source("", text)))


def spans_of(document: Document) -> tuple[Span, ...]:
    """Return what stands in a file that has been read."""
    named = named_in(document)
    found, comments, _findings = tokens(document.source.text)
    placed = [Span(comment.start, comment.end, roles.COMMENT) for comment in comments]
    for token in found:
        placed += _spans_of(token, named)
    return tuple(sorted(placed, key=lambda span: span.start))


def _spans_of(token: Token, named: Named) -> Sequence[Span]:
    if token.type == END or token.start == token.end or token.text.isspace():
        return ()
    if token.type == "TEXT":
        return tuple(_text(token))
    role = SIGNS.get(token.type) or _word(token, named)
    return (Span(token.start, token.end, role),) if role else ()


def _text(token: Token) -> Iterator[Span]:
    tag = token.start + tag_start(token.text)
    yield Span(token.start, tag, roles.TEXT)
    if tag < token.end:
        yield Span(tag, token.end, roles.TAG)


def _word(token: Token, named: Named) -> str | None:
    place = (token.start, token.end)
    if place in named.words:
        return named.words[place]
    if named.counts(token.start):
        return roles.UNIT
    if token.type in ("NAME", "PHRASE"):
        return None
    if token.type.lower() in table()["kinds"]:
        return roles.KIND
    return roles.CLAUSE if named.joins(token.start) else roles.PROPERTY
