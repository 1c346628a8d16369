"""Bars from a common line, to the right above 0 and to the left below, each with its name and its number."""

from collections.abc import Sequence

from attrs import frozen

from toc.charts.chart import WIDTH, Chart
from toc.charts.legend import legend
from toc.charts.pen import LEADING, PLAIN, SMALL, STRONG, Mark, bar, ink_of, paragraph, rule, text
from toc.scene.drawing import escaped
from toc.scene.measure import width, wrap
from toc.scene.scene import Box
from toc.scene.theme import Theme

NAMES = 300
LEFT, RIGHT, TOP = 14, 18, 6
THICK = 14
BETWEEN = 12
LINES = 3
APART = 7


@frozen
class Row:
    """One bar: its name, what is said of it in full, its number and how that is written, and how it is marked.

    `remark` stands behind the number.
    """

    name: str
    says: str
    value: float
    written: str
    mark: Mark
    remark: str = ""


@frozen
class Bars:
    """Bars below each other, in the order given, and the words around them."""

    name: str
    title: str
    note: str
    says: str
    rows: tuple[Row, ...]
    marks: tuple[tuple[Mark, str], ...] = ()


def bars(wanted: Bars, look: Theme) -> Chart:
    """Return the chart."""
    names = [wrap(row.name, NAMES, PLAIN, LINES) for row in wanted.rows]
    heights = [max(THICK, LEADING * len(lines)) + BETWEEN for lines in names]
    zero, unit = _scale(wanted.rows)
    parts, y = [], TOP
    for row, lines, height in zip(wanted.rows, names, heights, strict=True):
        middle = y + height / 2
        first = middle - LEADING * len(lines) / 2 + LEADING - 4
        parts.append(paragraph(LEFT + NAMES, first, lines, PLAIN, look.roles["ink"], "end"))
        parts.append(_bar(row, zero, zero + row.value * unit, middle, look))
        y += height
    parts.append(rule(zero, TOP, zero, y, look.roles["muted"], 1.2))
    signs, below = legend(wanted.marks, LEFT, y + 10, WIDTH - LEFT - RIGHT, look)
    height = y + 10 + below
    return Chart(wanted.name, wanted.title, wanted.note, wanted.says, WIDTH, height, "".join([*parts, signs]))


def _scale(rows: Sequence[Row]) -> tuple[float, float]:
    """The place of 0, and px for each 1; there is room for the numbers at both ends."""
    start, end = LEFT + NAMES + 14, WIDTH - RIGHT
    left = max((_beyond(row) for row in rows if row.value < 0), default=0.0)
    right = max((_beyond(row) for row in rows if row.value >= 0), default=0.0)
    low, high = min([0.0, *(row.value for row in rows)]), max([0.0, *(row.value for row in rows)])
    unit = (end - start - left - right) / ((high - low) or 1.0)
    return start + left - low * unit, unit


def _beyond(row: Row) -> float:
    """How much stands behind the end of a bar, in px."""
    return 8 + width(row.written, STRONG) + (APART + width(row.remark, SMALL) if row.remark else 0)


def _bar(row: Row, zero: float, end: float, middle: float, look: Theme) -> str:
    left, right = sorted((round(zero), round(end)))
    box = Box(left, round(middle) - THICK // 2, max(1, right - left), THICK)
    x, anchor = (right + 6.0, "start") if row.value >= 0 else (left - 6.0, "end")
    number = text(x, middle + 4, row.written, STRONG, look.roles["ink"], anchor)
    if row.remark:
        further = APART + width(row.written, STRONG)
        x += further if row.value >= 0 else -further
        number += text(x, middle + 4, row.remark, SMALL, look.roles["muted"], anchor)
    says = escaped(row.says)
    drawn = bar(box, ink_of(row.mark, look), 'rx="2"')
    return f'<g role="img" aria-label="{says}"><title>{says}</title>{drawn}{number}</g>\n'
