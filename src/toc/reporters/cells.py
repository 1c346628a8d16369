"""How wide text stands in a terminal, in cells: East Asian letters and emoji take two, combining marks none."""

import re
import unicodedata
from collections.abc import Iterator

TAB = 4
ZERO_WIDTH_JOINER = "\u200d"
EMOJI_STYLE = "\ufe0f"
# Characters of one cell, each by itself: Latin letters and common punctuation. Most lines hold nothing else.
PLAIN = re.compile(r"[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u00a0\u202f]*")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def cells(text: str) -> int:
    """Return the number of cells that `text`, which is free of tabs and controls, takes."""
    return len(text) if PLAIN.fullmatch(text) else sum(width for _cluster, width in _clusters(text))


def visible(text: str) -> str:
    """Return `text` with a stand-in for each character that would move the cursor or change how text is read.

    Tabs become spaces up to the next stop; controls, and what turns the direction of text, become a mark of one cell.
    """
    if PLAIN.fullmatch(text):
        return text
    shown = ""
    for character in text:
        shown += " " * (TAB - cells(shown) % TAB) if character == "\t" else _stand_in(character)
    return shown


def cropped(text: str, width: int) -> str:
    """Return the beginning of `text` that fits into `width` cells, never a part of what is read as one character."""
    if PLAIN.fullmatch(text):
        return text[:width]
    taken, used = "", 0
    for cluster, wide in _clusters(text):
        if used + wide > width:
            break
        taken += cluster
        used += wide
    return taken


def wrapped(content: str, width: int, first: str = "", later: str = "", *, cut: bool = True) -> Iterator[str]:
    """Yield `content` in lines of `width` cells (0: in one), the first behind `first`, the others behind `later`.

    Only plain spaces are broken at, and words that are too long where they may be `cut`.
    """
    line, used, empty = first, cells(first), True
    for word in visible(content.replace("\n", " ")).split(" "):
        rest, wide = word, cells(word)
        if width and not empty and used + 1 + wide > width:
            yield line
            line, used, empty = later, cells(later), True
        while width and cut and empty and used + wide > width:
            part = cropped(rest, width - used)
            yield line + part
            line, used, rest = later, cells(later), rest[len(part) :]
            wide = cells(rest)
        line += rest if empty else f" {rest}"
        used += wide + (not empty)
        empty = False
    yield line


def _stand_in(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cc":
        return chr(0x2400 + ord(character)) if ord(character) < 0x20 else REPLACEMENT
    if category in {"Cs", "Zl", "Zp"} or (category == "Cf" and character not in {ZERO_WIDTH_JOINER, "\xad"}):
        return REPLACEMENT
    return character


def _clusters(text: str) -> Iterator[tuple[str, int]]:
    # What a terminal shows as one character: a letter with its marks, an emoji with its modifiers, a flag.
    cluster, width = "", 0
    for character in text:
        if cluster and _continues(cluster, character):
            cluster += character
            width = 2 if character == EMOJI_STYLE else width
            continue
        if cluster:
            yield cluster, width
        cluster, width = character, _width(character)
    if cluster:
        yield cluster, width


def _continues(cluster: str, character: str) -> bool:
    if cluster[-1] == ZERO_WIDTH_JOINER or character in {ZERO_WIDTH_JOINER, EMOJI_STYLE}:
        return True
    if _is_flag_letter(character):
        return len(cluster) == 1 and _is_flag_letter(cluster)
    return (
        unicodedata.combining(character) > 0 or unicodedata.category(character) in {"Mn", "Me"} or _is_tone(character)
    )


def _is_flag_letter(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _is_tone(character: str) -> bool:
    return "\U0001f3fb" <= character <= "\U0001f3ff"


def _width(character: str) -> int:
    if unicodedata.east_asian_width(character) in {"W", "F"} or _is_flag_letter(character):
        return 2
    return 0 if unicodedata.category(character) in {"Mn", "Me", "Cf"} and character != "\xad" else 1
