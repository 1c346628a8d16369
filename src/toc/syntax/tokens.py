"""From the text of a statement to its tokens and comments: words by the table of keywords, values by their look."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from toc.diagnostics import Finding, Origin
from toc.syntax import problems
from toc.syntax.keywords import SPACES, fold, phrase_at, phrases, terminals
from toc.syntax.nodes import Comment
from toc.syntax.odd_signs import odd_sign

END = "$END"
TAG = r"(?:@[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)?"
LETTER = r"[^\W\d_]"
NAME = rf"{LETTER}[\w\u0300-\u036f]*(?:-[\w\u0300-\u036f]+)*"
BLANK = "[ \t\f\v\u00a0\u2007\u2009\u200a\u202f\u3000]"
VALUE = r"-?\d+(?:\.\d+)?"

TOKEN = re.compile(
    rf"""
    (?P<SPACE>{BLANK}+)
  | (?P<NEWLINE>\r\n?|\n)
  | (?P<COMMENT>\#[^\r\n]*)
  | (?P<NAME>{NAME}(?:\.{NAME})?)
  | (?P<BLOCKTEXT>\"\"\"(?:[^"\\]++|\\[\s\S]|"{{1,2}}+(?:[^"\\]|\\[\s\S]))*+\"\"\"{TAG})
  | (?P<TEXT>(?:"(?!"")(?:[^"\\\r\n]++|\\[^\r\n])*+"|«[^»\r\n]*»|“[^”\r\n]*”){TAG})
  | (?P<OPENTEXT>\"\"\"[\s\S]*|["«“][^\r\n]*)
  | (?P<COMMA>,)
  | (?P<ARROW>->|=>|-\||→|⇒)
  | (?P<DATE>\d{{4}}-\d{{2}}(?:-\d{{2}})?(?![\w,-]|\.(?!\.)|[\u20ac$£]))
  | (?P<MALFORMED>
        [$€£]{BLANK}*\d[\d.,]*
      | -?\d{{1,3}}(?:[\u00a0\u2009\u202f ]\d{{3}})+(?!\d)(?:[.,]\d+)?(?:{BLANK}*k?[$€£%](?!\w))?
      | {VALUE}(?:,\d+)?{BLANK}*k?[$€£](?!\w)
      | {VALUE}(?:,\d+)+(?:\.\d+)?(?:{BLANK}*%)?
      | {VALUE}(?:[^\W\d_]|[_/:-](?=\w))[\w/:.-]*
      | -?\.\d+
    )
  | (?P<PERCENT>{VALUE}{BLANK}*%)
  | (?P<NUMBER>{VALUE})
  | (?P<RANGE>\.\.)
  | (?P<OPEN>\{{)
  | (?P<CLOSE>\}})
  | (?P<SEMICOLON>;)
  | (?P<AMPERSAND>&)
  | (?P<ODD>[\s\S])
    """,
    re.VERBOSE,
)
NUMBER_BEHIND = re.compile(rf"{SPACES}\d")
GLUE = ("COMMA", "AMPERSAND", "ARROW")


class Token:
    """A token: its terminal, its text as written, and where it stands in the statement."""

    __slots__ = ("end", "start", "text", "type")

    def __init__(self, terminal: str, text: str, start: int, end: int) -> None:
        self.type = terminal
        self.text = text
        self.start = start
        self.end = end


def tokens(text: str, closers: Sequence[int] = ()) -> tuple[list[Token], list[Comment], list[Finding]]:
    """Return the tokens of a statement (an END token last), its comments, and what cannot be a token.

    At each offset of `closers` a block ends although its `}` is missing.
    """
    found: list[Token] = []
    comments: list[Comment] = []
    findings: list[Finding] = []
    waiting = list(closers)
    position, size = 0, len(text)
    match = TOKEN.match
    fresh = True
    while position < size:
        while waiting and waiting[0] <= position:
            found += _closing(waiting.pop(0))
        lexeme = match(text, position)
        assert lexeme is not None  # the last alternative takes anything
        terminal, start, position = str(lexeme.lastgroup), position, lexeme.end()
        if terminal == "SPACE":
            continue
        if terminal == "NAME":
            token = _word(text, start, position)
            position = token.end
            found.append(token)
        elif terminal == "COMMENT":
            comments.append(Comment(lexeme.group(), fresh, start, position))
        elif terminal == "OPENTEXT":
            position = open_text_end(text, start, position)
            found.append(Token("TEXT", text[start:position], start, position))
            findings.append(problems.unterminated_text(Origin("", start, position), text[start]))
        elif terminal == "ODD":
            position, finding = _odd(text, start)
            # A bracket that closes is no second fault.
            if text[start] not in ")]" or not any(text[other.origin.start] in "([" for other in findings):
                findings.append(finding)
        else:
            found.append(Token(TERMINALS.get(terminal, terminal), lexeme.group(), start, position))
        fresh = terminal == "NEWLINE"
    found += (token for at in waiting for token in _closing(at))
    return [*_settled(found), Token(END, "", size, size)], comments, findings


TERMINALS = {"NEWLINE": "SEP", "SEMICOLON": "SEP", "BLOCKTEXT": "TEXT"}


def _closing(at: int) -> tuple[Token, Token]:
    return Token("SEP", "", at, at), Token("CLOSE", "", at, at)


def open_text_end(text: str, start: int, end: int) -> int:
    """Return where a text that is never closed is taken to end: before a brace or `;` that ends its line."""
    if text.startswith('"""', start):
        return end
    tail = re.search(rf"{BLANK}*[{{}};]?{BLANK}*$", text[start + 1 : end])
    return start + 1 + tail.start() if tail else end


@lru_cache(16_384)
def _terminal(written: str) -> str | None:
    """Return the terminal of a word as written; None where what follows decides it."""
    folded = fold(written)
    if folded in phrases() or written in ("à", "À"):
        return None
    return terminals().get(folded, "NAME")


def _word(text: str, start: int, end: int) -> Token:
    written = text[start:end]
    terminal = _terminal(written)
    if terminal is not None:
        return Token(terminal, written, start, end)
    folded = fold(written)
    phrase = phrase_at(text, end, folded)
    if phrase is not None:
        return Token(phrase[0], text[start : phrase[1]], start, phrase[1])
    if written in ("à", "À"):
        within = NUMBER_BEHIND.match(text, end)
        return Token("WITHIN" if within else "NAME", written, start, end)
    return Token(terminals().get(folded, "NAME"), written, start, end)


def _odd(text: str, start: int) -> tuple[int, Finding]:
    # A run of signs that belong to no token is one fault, not one for each sign.
    run = re.compile(r"[^\w\s\"«“#{};,&]+").match(text, start)
    end = max(start + 1, run.end() if run else start + 1)
    before = re.search(rf"(?:^|[\s,;{{&])({LETTER}+)$", text[:start])
    article = before.group(1) if before else None
    after = re.compile(NAME).match(text, end)
    leading = not re.split(r"[\r\n]", text[:start])[-1].strip()
    sign = text[start:end]
    return end, odd_sign(Origin("", start, end), sign, article, after and after.group(), leading=leading)


def _settled(found: list[Token]) -> Iterator[Token]:
    # Drops the separators that separate nothing, and reads a word at the start of a link as a name.
    last = None
    size = len(found)
    for index, token in enumerate(found):
        if token.type == "SEP":
            if last is None or last.type in GLUE or last.type in ("SEP", "OPEN"):
                continue
            following = next((found[at] for at in range(index + 1, size) if found[at].type != "SEP"), None)
            if following is None or following.type == "CLOSE" or _continues(following, token):
                continue
        elif index + 1 < size and token.type.isupper() and _starts_link(last, token, found[index + 1]):
            token.type = "NAME"
        last = token
        yield token


def _continues(following: Token, separator: Token) -> bool:
    if separator.text == ";":
        return False
    return following.type == "OPEN" or (following.type == "TEXT" and is_tagged(following.text))


def is_tagged(text: str) -> bool:
    """Return whether the text, as written with its quotes, carries a language tag."""
    return text[-1] not in '"»”' and re.search(r'["»”]@[A-Za-z-]+[A-Za-z0-9-]*$', text) is not None


SIGNS = frozenset(
    ("NAME", "PHRASE", "TEXT", "NUMBER", "PERCENT", "DATE", "RANGE", "ARROW", "COMMA", "AMPERSAND", "OPEN", "CLOSE",
     "SEP", "MALFORMED")
)  # fmt: skip


def _starts_link(last: Token | None, token: Token, following: Token) -> bool:
    if token.type in SIGNS or " " in token.text:
        return False
    return following.type in GLUE and (last is None or last.type in ("SEP", "OPEN"))
