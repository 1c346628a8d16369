"""Characters that make a text read differently from what is stored."""

import re
import unicodedata
from collections.abc import Iterator

from toc.diagnostics import WARNING, Edit, Finding, Fix, Origin, problem
from toc.messages import plural
from toc.source import Source

# Controls that turn the reading direction round, and marks of direction.
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
# Nothing is seen of these; a zero-width joiner or a variation selector is looked at more closely.
_UNSEEN = "\u00ad\u034f\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
_UNSEEN_BEYOND = "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
# These look like a blank or the end of a line, and are neither.
_BLANK = "\u0085\u115f\u1160\u17b4\u17b5\u2028\u2029\u2800\u3164\uffa0\x0b\x0c\x1c-\x1f"
_CONTROLS = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
_HIDDEN = re.compile(f"[{_DIRECTION}{_UNSEEN}{_UNSEEN_BEYOND}{_BLANK}{_CONTROLS}]")
_BLANKS = re.compile(f"[{_BLANK}]")
_HIDDEN_ASCII = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

_JOINERS = "\u200c\u200d"
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_TAGS = re.compile("[\U000e0020-\U000e007f]")
_BLACK_FLAG = "\U0001f3f4"
_PICTURES = ("So", "Sk")


@problem(
    "TOC114",
    WARNING,
    sources=["Unicode Technical Standard #39, Unicode Security Mechanisms", "CVE-2021-42574 (Trojan Source)"],
)
def hidden_characters(origin: Origin, count: int, names: str, edits: tuple[Edit, ...]) -> Finding:
    """
    Characters that nobody sees

    The text holds controls of the reading direction, characters without width, or blanks that are no blanks.

    ## Why it matters
    What is read is then not what is stored: a label can show its words in another order, and two ids that look the
    same can be two names.
    They come along when text is pasted from a web page, a chat or a word processor, and sometimes on purpose.
    Joined emoji, joiners within Arabic, Persian and Indic words, and the narrow blanks of French typography are fine.

    ## Bad
    ```toc
    outcome reading "Children read\u200b with pleasure"
    ```

    ## Good
    ```toc
    outcome reading "Children read with pleasure"
    ```
    """
    message = plural(
        "this line holds a character that nobody sees: {names}",
        "this line holds {n} characters that nobody sees: {names}",
        n=count,
        names=names,
    )
    title = plural("remove it", "remove them", n=count)
    return Finding(origin, message, fixes=(Fix(title, edits),))


def find_hidden_characters(source: Source) -> Iterator[Finding]:
    """Yield a finding for each line of `source` that holds hidden characters, in O(length of the text)."""
    text = source.text
    pattern = _HIDDEN_ASCII if text.isascii() else _HIDDEN
    lines: dict[int, list[int]] = {}
    for match in pattern.finditer(text):
        if not _harmless(text, match.start()):
            lines.setdefault(source.position(match.start()).line, []).append(match.start())
    for offsets in lines.values():
        yield _finding(source, offsets)


def _finding(source: Source, offsets: list[int]) -> Finding:
    edits = tuple(
        Edit("replace", Origin(source.path, at, at + 1), " " if _BLANKS.match(source.text, at) else "")
        for at in offsets
    )
    names = dict.fromkeys(_name(source.text[at]) for at in offsets)
    return hidden_characters(
        Origin(source.path, offsets[0], offsets[-1] + 1), len(offsets), ", ".join(list(names)[:3]), edits
    )


def _name(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def _harmless(text: str, at: int) -> bool:
    """Return whether the character at `at` has a use where it stands."""
    character = text[at]
    before = text[at - 1] if at else ""
    if character == "\ufeff":
        return at == 0
    if character in _JOINERS:
        return _is_picture(before) or _joins_letters(before, text[at + 1 : at + 2])
    if _SELECTORS.match(character):
        return bool(before) and (_is_picture(before) or before in "#*0123456789" or _is_ideograph(before))
    if _TAGS.match(character):
        return _BLACK_FLAG in text[max(0, at - 7) : at]
    return False


def _is_picture(character: str) -> bool:
    # An emoji, or what may stand behind one within a sequence: a skin tone or a variation selector.
    if not character:
        return False
    return unicodedata.category(character) in _PICTURES or character == "\ufe0f" or "\u2190" <= character <= "\u2bff"


def _is_ideograph(character: str) -> bool:
    return unicodedata.name(character, "").startswith(("CJK", "MONGOLIAN"))


def _joins_letters(before: str, after: str) -> bool:
    # From Arabic to Myanmar and Khmer, joiners are a part of the spelling.
    return bool(before and after) and all("\u0600" <= letter <= "\u18af" for letter in (before, after))
