"""What stands at a place of a text and what was written before it, also where the statement is broken or unfinished.

Only the statement around the place is looked at, never the whole file: it is searched for backwards, from line to line.
"""

import re
from collections.abc import Sequence

from attrs import evolve, frozen

from toc.model.vocabulary import KINDS, TOP
from toc.source import Source
from toc.syntax.keywords import concepts, fold
from toc.syntax.signs import DEEP
from toc.syntax.tokens import BLANK, END, LETTER, NAME, Token, tokens

LINK, PATHWAY = "link", "pathway"
TYPED = re.compile(r"[^\W_](?:[\w\u0300-\u036f-]|\.(?!\.))*$")
TAG = re.compile(r'["»”]@[A-Za-z-]*$')
ONE = rf"{NAME}(?:\.{NAME})?"
LINK_LINE = re.compile(rf"{BLANK}*{ONE}(?:{BLANK}*[,&]{BLANK}*{ONE})*{BLANK}*(?:->|=>|-\||→|⇒)")
FIRST = re.compile(rf"({BLANK}*)({LETTER}[\w\u0300-\u036f-]*)")
# What begins a statement of a block may stand unindented in it, so it is no place to start from.
STARTING = frozenset((*KINDS, "use")) - {"activity", "output", "indicator", "marker", "step"}
HEAD_GOES_ON = re.compile(rf"{BLANK}+(?:{LETTER}|[\"«“])")
REST = re.compile(r"[\w\u0300-\u036f-]*")
# So much text behind the cursor is looked at.
AHEAD = 3000
# Stands for the word at the cursor where it is being written.
SOMETHING = "x"


@frozen
class UnderCursor:
    """A word at a place, and what was written before it in its statement.

    `start` and `end` are the word's offsets in the file (equal where there is none) and `text` is the word; `before`
    are the tokens of its item (a declaration's head, a property, a link) before it, `heads` those of the blocks around
    it, outermost first. `rows` are the items written before it in its block.
    `inside` is `text` or `comment` where it stands in one, `tag` where it is the language of a text, else empty.
    `is_name` is false for a word of the language that is read as one there.
    Offsets of tokens count from `offset`, where the statement was begun to be read. `indented` says that this is in
    the body of a pathway.
    `behind` are the tokens of the item that stand behind the word, `rows_behind` the items behind it in its block.
    """

    text: str
    start: int
    end: int
    before: tuple[Token, ...]
    heads: tuple[tuple[Token, ...], ...]
    rows: tuple[tuple[Token, ...], ...]
    inside: str
    offset: int
    indented: bool
    is_name: bool = True
    behind: tuple[Token, ...] = ()
    rows_behind: tuple[tuple[Token, ...], ...] = ()

    @property
    def place(self) -> str:
        """The kind in whose block this is, `link` in that of a link, TOP outside of blocks, else `?`."""
        return place_of(self.heads[-1]) if self.heads else PATHWAY if self.indented else TOP

    @property
    def at_top(self) -> bool:
        """Whether declarations and links may begin here."""
        return not self.heads or self.place == PATHWAY

    def without_last(self, count: int) -> "UnderCursor":
        """Return the same with the last `count` tokens before the word taken to be part of it."""
        kept, taken = self.before[: len(self.before) - count], self.before[len(self.before) - count :]
        words = " ".join((*(token.text for token in taken), self.text))
        return evolve(self, text=words, start=self.offset + taken[0].start, before=kept)


def typed_at(source: Source, offset: int) -> UnderCursor:
    """Return what is being written before `offset`; the rest of its word does not count."""
    under = _typed_at(source.text, offset)
    if under.inside:
        return under
    first, *rows = _items_behind(source.text, offset)
    return evolve(under, behind=first, rows_behind=tuple(rows) if under.heads else ())


def _typed_at(text: str, offset: int) -> UnderCursor:
    begin = _statement_start(text, offset)
    inside, edge = _inside(text, begin, offset)
    word = TYPED.search(text, edge, offset)
    start = word.start() if word and not inside else offset
    if inside == "text":
        return _read(text, begin, edge, offset, inside)
    tag = TAG.search(text, begin, offset)
    if tag is not None and not inside:
        inside, start = "tag", text.rindex("@", begin, offset) + 1
    return _read(text, begin, start, offset, inside)


def _items_behind(text: str, offset: int) -> list[tuple[Token, ...]]:
    """Return the items from the end of the word at `offset` on, without what is in blocks, up to the block's end."""
    rest = REST.match(text, offset)
    start = rest.end() if rest else offset
    items: list[list[Token]] = [[]]
    depth = 0
    for token in tokens(text[start : start + AHEAD])[0]:
        if token.type == "CLOSE" and depth == 0:
            break
        if token.type in ("OPEN", "CLOSE"):
            if depth == 0:
                items[-1].append(token)
            depth += 1 if token.type == "OPEN" else -1
        elif depth == 0 and token.type == "SEP":
            items.append([])
        elif depth == 0 and token.type != END:
            items[-1].append(token)
    return [tuple(item) for item in items]


def word_at(source: Source, offset: int) -> UnderCursor | None:
    """Return the word or phrase that stands at `offset` (or ends there), None where none does."""
    text = source.text
    begin = _statement_start(text, offset)
    inside, _edge = _inside(text, begin, offset)
    if inside:
        return None
    line_end = re.compile(r"[\r\n]|\Z").search(text, offset)
    assert line_end is not None  # a text has an end
    found = tokens(text[begin : line_end.start()])[0]
    near = [token for token in found if begin + token.start <= offset <= begin + token.end and token.type != END]
    words = [token for token in near if token.text[:1].isalpha()]
    if not words:
        return None
    token = words[-1]
    read = _read(text, begin, begin + token.start, begin + token.end, "")
    return evolve(read, text=token.text, is_name=token.type == "NAME")


def place_of(head: Sequence[Token]) -> str:
    """Return the kind whose block has this head, `link` for that of a link, else `?`."""
    if any(token.type == "ARROW" for token in head):
        return LINK
    concept = head[0].type.lower() if head else ""
    return concept if concept in KINDS else "?"


def _read(text: str, begin: int, start: int, end: int, inside: str) -> UnderCursor:
    before = text[begin:start].rstrip("@") if inside == "tag" else text[begin:start]
    found = tokens(f"{before}{'' if inside else SOMETHING}")[0]
    if inside:
        found = [token for token in found if token.start < len(before)]
    heads: list[tuple[Token, ...]] = []
    rows: list[list[tuple[Token, ...]]] = [[]]
    item: list[Token] = []
    for token in found:
        if token.type == "OPEN":
            heads.append(tuple(item))
            rows.append([])
            item = []
        elif token.type == "CLOSE":
            if heads:
                rows.pop()
                heads.pop()
            item = [token]
        elif token.type in ("SEP", END):
            if token.type == "SEP":
                rows[-1].append(tuple(item))
                item = []
        elif begin + token.start < start:
            item.append(token)
    indented = text[begin : begin + 1] in (" ", "\t", "\u00a0")
    return UnderCursor(text[start:end], start, end, tuple(item), tuple(heads), tuple(rows[-1]), inside, begin, indented)


def _statement_start(text: str, offset: int) -> int:
    """Return where to begin reading: the nearest line before that begins a statement of the file or of a pathway."""
    at = _line_start(text, offset)
    while at > 0:
        first = FIRST.match(text, at)
        if first is not None and first.start(2) < offset:
            kind = concepts().get(fold(first[2]))
            head = kind in STARTING and HEAD_GOES_ON.match(text, first.end())
            begins = head or LINK_LINE.match(text, at)
            if begins and text.count('"""', 0, at) % 2 == 0:
                return at
        at = _line_start(text, at - 1)
    return 0


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def _inside(text: str, begin: int, offset: int) -> tuple[str, int]:
    """Return whether `offset` is inside a `text` or a `comment` (else empty), and where what it is inside of begins."""
    edge = begin
    for found in DEEP.finditer(text, begin, offset):
        if found.end() == offset and found.lastgroup in ("unclosed", "comment"):
            return ("comment", found.start()) if found.lastgroup == "comment" else ("text", found.start())
        edge = found.end()
    return "", edge
