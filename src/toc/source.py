"""The text of one file, and how its offsets become the lines and columns that people read."""

from bisect import bisect_right
from functools import cached_property

from attrs import field, frozen


@frozen
class Position:
    """A place for people: `line` and `column` count from 1, columns in code points."""

    line: int
    column: int


@frozen(slots=False)
class Source:
    """A file's text under the path by which it is shown; every offset in it counts code points from 0."""

    path: str
    text: str = field(repr=False)

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offset at which each line begins; a line ends with LF, CR LF or a lone CR."""
        starts = [0]
        text = self.text
        offset = 0
        for line in text.splitlines(keepends=True) if "\r" in text else ():
            offset += len(line)
            if line[-1] in "\r\n":
                starts.append(offset)
        if "\r" not in text:
            find = text.find
            at = find("\n")
            while at >= 0:
                starts.append(at + 1)
                at = find("\n", at + 1)
        return tuple(starts)

    def position(self, offset: int) -> Position:
        """Return the line and column of `offset`, which is clamped to the text."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Return line `number` (from 1) without its ending; an empty text where there is none."""
        starts = self.line_starts
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")
