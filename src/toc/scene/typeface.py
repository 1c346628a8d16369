"""A font of one's own, read as far as measuring its text takes: names and widths from TrueType and OpenType files.

The tables are those of the OpenType specification (learn.microsoft.com/typography/opentype/spec): head, hhea, hmtx,
cmap (formats 4 and 12) and name.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice
from struct import error, unpack_from
from typing import NamedTuple

from toc.messages import Message, _

LARGEST = 4_000_000
FAMILY, TYPOGRAPHIC_FAMILY = 1, 16
_STARTS = (b"\0\1\0\0", b"true", b"OTTO")


class UnusableFontError(Exception):
    """A file that is no font to measure text with; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class Typeface(NamedTuple):
    """A font: its family, its units per em, and the width of each character that it has, in these units."""

    family: str
    units: int
    advances: Mapping[str, int]


@lru_cache(maxsize=4)
def typeface(data: bytes) -> Typeface:
    """Return what the font file `data` says; raises UnusableFontError."""
    if data[:4] not in _STARTS:
        raise UnusableFontError(_("it is no TrueType or OpenType font (.ttf or .otf)"))
    if len(data) > LARGEST:
        raise UnusableFontError(_("it has more than {n} million bytes", n=LARGEST // 1_000_000))
    try:
        return _read(data)
    except (error, KeyError, IndexError, ZeroDivisionError, ValueError, OverflowError):
        raise UnusableFontError(_("it is damaged: its tables cannot be read")) from None


def _read(data: bytes) -> Typeface:
    tables = {}
    for number in range(unpack_from(">H", data, 4)[0]):
        tag, _check, start, _size = unpack_from(">4sIII", data, 12 + 16 * number)
        tables[tag] = start
    units = unpack_from(">H", data, tables[b"head"] + 18)[0]
    measured = unpack_from(">H", data, tables[b"hhea"] + 34)[0]
    widths = [unpack_from(">H", data, tables[b"hmtx"] + 4 * glyph)[0] for glyph in range(measured)]
    # Ranges may overlap in a file made to keep us busy: no more is read than Unicode has.
    glyphs = dict(islice(_characters(data, tables[b"cmap"]), 0x110000))
    advances = {character: widths[min(glyph, measured - 1)] for character, glyph in glyphs.items() if glyph}
    if not units or not advances:
        raise ValueError
    return Typeface(_family(data, tables[b"name"]), units, advances)


def _characters(data: bytes, table: int) -> Iterator[tuple[str, int]]:
    """Yield the characters of the best table of Unicode, each with its glyph."""
    known: dict[tuple[int, int], int] = {}
    for number in range(unpack_from(">H", data, table + 2)[0]):
        platform, encoding, offset = unpack_from(">HHI", data, table + 4 + 8 * number)
        known[platform, encoding] = table + offset
    best = next((known[key] for key in ((3, 10), (0, 4), (0, 6), (3, 1), (0, 3), (0, 2), (0, 1)) if key in known), None)
    if best is None:
        raise ValueError
    form = unpack_from(">H", data, best)[0]
    yield from _segments(data, best) if form == 4 else _groups(data, best) if form == 12 else ()


def _groups(data: bytes, table: int) -> Iterator[tuple[str, int]]:
    for number in range(min(unpack_from(">I", data, table + 12)[0], 0x10000)):
        first, last, glyph = unpack_from(">III", data, table + 16 + 12 * number)
        if not first <= last < 0x110000:
            raise ValueError
        yield from ((chr(code), glyph + code - first) for code in range(first, last + 1))


def _segments(data: bytes, table: int) -> Iterator[tuple[str, int]]:
    count = unpack_from(">H", data, table + 6)[0] // 2
    ends, starts = table + 14, table + 16 + 2 * count
    for number in range(count):
        end = unpack_from(">H", data, ends + 2 * number)[0]
        start = unpack_from(">H", data, starts + 2 * number)[0]
        delta = unpack_from(">H", data, starts + 2 * count + 2 * number)[0]
        place = starts + 4 * count + 2 * number
        offset = unpack_from(">H", data, place)[0]
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = unpack_from(">H", data, place + offset + 2 * (code - start))[0] if offset else code
            yield chr(code), (glyph + delta) & 0xFFFF if glyph or not offset else 0


def _family(data: bytes, table: int) -> str:
    _format, count, strings = unpack_from(">HHH", data, table)
    found: dict[int, str] = {}
    for number in range(count):
        platform, _encoding, _language, name, size, offset = unpack_from(">6H", data, table + 6 + 12 * number)
        if name in {FAMILY, TYPOGRAPHIC_FAMILY} and platform in {0, 3}:
            start = table + strings + offset
            found.setdefault(name, data[start : start + size].decode("utf-16-be", "replace"))
    family = found.get(TYPOGRAPHIC_FAMILY) or found[FAMILY]
    # The name stands in style sheets: what could end it there is left out.
    return "".join(c for c in family if c.isalnum() or c in " -_.").strip() or "Own"
