"""The tokens of a file with their types, put together from those of its statements, each of which is looked at once.

As in the protocol, a token is five numbers: lines and characters from the token before, length, type, modifiers.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from attrs import frozen

from toc.highlighting import roles
from toc.highlighting.spans import Span, spans_of
from toc.lsp.positions import position_of, range_of
from toc.lsp.token_types import DECLARATION, NAMESPACE, NUMBER_OF, OF_ROLES, UNKNOWN
from toc.source import Source
from toc.syntax.nodes import Document, Item, Statement
from toc.syntax.recent import Recent

Place = tuple[int, int]
TypeOf = Callable[[str, bool], tuple[int, int]]


def coloured(document: Document, encoding: str, type_of: TypeOf, start: int, end: int) -> "array[int]":
    """Return the numbers of the tokens of the statements between two offsets.

    `type_of` gives the type and modifiers of a name, and is told whether it is declared there.
    """
    source = document.source
    types_of = cache(type_of)
    found = array("I")
    before = (0, 0)
    for offset, piece, node in _pieces(document.statements, source.text):
        if offset >= end or offset + len(piece) <= start or not piece:
            continue
        run = _run(piece, node, encoding)
        if run is None:
            continue
        place = position_of(source, offset, encoding)
        line, column = _moved(place.line, place.character, run.first)
        at = len(found)
        found += run.numbers
        found[at] = line - before[0]
        found[at + 1] = column - before[1] if line == before[0] else column
        for index, name, declares in run.names:
            found[at + index], found[at + index + 1] = types_of(name, declares)
        before = _moved(place.line, place.character, run.last)
    _recent.document(source.path, len(document.statements))
    return found


def _moved(line: int, column: int, place: Place) -> Place:
    return line + place[0], place[1] if place[0] else column + place[1]


Piece = tuple[int, str, Item | None]


def _pieces(statements: Iterable[Statement], text: str) -> Iterator[Piece]:
    """Yield the texts of statements in order, with their offsets and nodes; a pathway's head is one by itself."""
    for statement in statements:
        if statement.children is None:
            yield statement.offset, text[statement.offset : statement.end], statement.node
            continue
        end = statement.children[0].offset if statement.children else statement.end
        yield statement.offset, text[statement.offset : end], statement.node
        yield from _pieces(statement.children, text)
        for comment in statement.comments:
            start = statement.offset + comment.start
            if start >= statement.end:
                yield start, comment.text, None


@frozen
class _Run:
    """The tokens of one piece: `numbers` as in the protocol, the place of the first left open.

    `names` are the tokens whose type depends on what they name: where their type stands, the name, and whether it is
    declared there. `first` and `last` are the lines and columns of those tokens, counted from the piece.
    """

    numbers: "array[int]"
    names: tuple[tuple[int, str, bool], ...]
    first: Place
    last: Place


_recent: Recent[_Run] = Recent()


def _run(piece: str, node: Item | None, encoding: str) -> _Run | None:
    key = (piece, encoding)
    known = _recent.get(key)
    if known is None:
        known = _made(piece, node, encoding)
    return known and _recent.keep(key, known)


def _made(piece: str, node: Item | None, encoding: str) -> _Run | None:
    source = Source("", piece)
    numbers = array("I")
    names = []
    first = last = None
    for start, end, number, modifiers, name in _tokens(source, node):
        place = range_of(source, start, end, encoding)
        at = (place.start.line, place.start.character)
        before = last or at
        numbers.extend((at[0] - before[0], at[1] - before[1] if at[0] == before[0] else at[1]))
        numbers.extend((place.end.character - at[1], number, modifiers))
        if name is not None:
            names.append((len(numbers) - 2, name, modifiers == DECLARATION))
        first, last = first or at, at
    return _Run(numbers, tuple(names), first, last) if first and last else None


Token = tuple[int, int, int, int, str | None]


def _tokens(source: Source, node: Item | None) -> Iterator[Token]:
    """Yield where tokens start and end, their type and modifiers, and the name where these depend on one."""
    statement = Statement(node, (), 0, len(source.text))
    for span in spans_of(Document(source, (statement,))):
        if span.role in (roles.NAME, roles.REFERENCE):
            yield from _named(source.text, span)
        elif span.role in OF_ROLES:
            for start, end in _lines(source.text, span.start, span.end):
                yield start, end, NUMBER_OF[OF_ROLES[span.role]], 0, None


def _named(text: str, span: Span) -> Iterator[Token]:
    name = text[span.start : span.end]
    alias, dot, _behind = name.partition(".")
    behind = span.start + len(alias) + len(dot) if dot else span.start
    if dot:
        yield span.start, span.start + len(alias), NUMBER_OF[NAMESPACE], 0, None
    yield behind, span.end, NUMBER_OF[UNKNOWN], DECLARATION if span.role == roles.NAME else 0, name


def _lines(text: str, start: int, end: int) -> Iterator[Place]:
    """Yield the parts of a span that stand on one line each: a token never goes beyond its line."""
    at = start
    for line in text[start:end].splitlines(keepends=True):
        content = line.rstrip()
        blanks = len(content) - len(content.lstrip())
        if content:
            yield at + blanks, at + len(content)
        at += len(line)
