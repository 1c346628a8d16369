"""Places as editors count them: lines from 0, and characters in the units that client and server agreed on."""

from bisect import bisect_right

from lsprotocol.types import Position, PositionEncodingKind, Range

from toc.source import Source

UTF8, UTF16, UTF32 = PositionEncodingKind.Utf8, PositionEncodingKind.Utf16, PositionEncodingKind.Utf32


def position_of(source: Source, offset: int, encoding: str) -> Position:
    """Return the place of `offset` (in code points, clamped to the text)."""
    offset = max(0, min(offset, len(source.text)))
    line = bisect_right(source.line_starts, offset) - 1
    return Position(line, _units(source.text[source.line_starts[line] : offset], encoding))


def range_of(source: Source, start: int, end: int, encoding: str) -> Range:
    """Return the range from offset `start` to offset `end`."""
    return Range(position_of(source, start, encoding), position_of(source, end, encoding))


def offset_of(source: Source, position: Position, encoding: str) -> int:
    """Return the offset of a place; what lies behind a line's or the text's end means that end (as LSP 3.17 has it)."""
    starts = source.line_starts
    if position.line >= len(starts):
        return len(source.text)
    start = starts[position.line]
    line = source.line(position.line + 1)
    if encoding == UTF32 or line.isascii():
        return start + min(position.character, len(line))
    units = 0
    for at, character in enumerate(line):
        if units >= position.character:
            return start + at
        units += _units(character, encoding)
    return start + len(line)


def _units(text: str, encoding: str) -> int:
    if encoding == UTF32 or text.isascii():
        return len(text)
    if encoding == UTF8:
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text) + sum(character > "\uffff" for character in text)
