"""The parts of a leverage report, as texts and tables, in the order in which a group reads them."""

from attrs import frozen

LEFT, RIGHT = "left", "right"


@frozen
class Column:
    """A column: its head, and whether its cells stand at the left or the right; `wide` is the one that gets the room.

    `verdict` marks the column whose cells are verdicts.
    """

    head: str
    side: str = RIGHT
    wide: bool = False


@frozen
class Table:
    """Cells in columns; `tones` holds for each row what it amounts to: good, bad, open, or nothing."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    tones: tuple[str, ...] = ()


@frozen
class Entry:
    """Something said of one element: its name, what it amounts to, and paragraphs."""

    name: str
    tone: str
    paragraphs: tuple[str, ...]


@frozen
class Section:
    """A part: an id, a title, paragraphs before its table, the table, entries, and remarks below.

    `details` is true for a part that only explains its chart and is of no use without it.
    """

    id: str
    title: str
    lines: tuple[str, ...] = ()
    table: Table | None = None
    entries: tuple[Entry, ...] = ()
    remarks: tuple[str, ...] = ()
    details: bool = False
