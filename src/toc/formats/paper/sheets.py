"""A large picture over many sheets of paper: how many there are, and what of the picture each of them holds."""

from math import ceil
from typing import NamedTuple

from toc.formats.format import Unwritable
from toc.messages import _
from toc.scene.page import MARGIN, PAPERS

# How much of the picture a sheet has in common with the next, to be glued over it, in mm.
OVERLAP = 10
MOST = 400


class Sheet(NamedTuple):
    """A sheet: its row and column from 0, and the window of the picture that it holds, in mm from its upper left."""

    row: int
    column: int
    left: float
    top: float
    width: float
    height: float

    @property
    def name(self) -> str:
        """How the sheet is called: A1 for the first of the first row, B1 for the one beneath it."""
        letters = chr(ord("A") + self.row % 26)
        return f"{letters * (self.row // 26 + 1)}{self.column + 1}"


class Sheets(NamedTuple):
    """All sheets of a picture, row by row; each is `width` by `height` mm."""

    paper: str
    width: int
    height: int
    rows: int
    columns: int
    sheets: tuple[Sheet, ...]


def spread(width: float, height: float, paper: str) -> Sheets:
    """Return the sheets of `paper` that a picture of `width` by `height` mm takes, turned so that they are fewest.

    Raises `Unwritable` where they are too many for anybody to glue.
    """
    short, long = PAPERS[paper]
    found = min((_spread(width, height, paper, *size) for size in ((short, long), (long, short))), key=_number)
    if _number(found) > MOST:
        told = _("the picture would take {n} sheets of {paper}", n=_number(found), paper=paper)
        raise Unwritable(_("{told}: fit it to a smaller size first, such as `--paper A0`", told=told))
    return found


def _number(found: Sheets) -> int:
    return found.rows * found.columns


def _spread(width: float, height: float, paper: str, across: int, down: int) -> Sheets:
    wide, high = across - 2 * MARGIN, down - 2 * MARGIN
    columns = max(1, ceil((width - OVERLAP) / (wide - OVERLAP)))
    rows = max(1, ceil((height - OVERLAP) / (high - OVERLAP)))
    if rows * columns > MOST:
        return Sheets(paper, across, down, rows, columns, ())
    sheets = []
    for row in range(rows):
        for column in range(columns):
            left, top = column * (wide - OVERLAP), row * (high - OVERLAP)
            sheets.append(Sheet(row, column, left, top, min(wide, width - left), min(high, height - top)))
    return Sheets(paper, across, down, rows, columns, tuple(sheets))
