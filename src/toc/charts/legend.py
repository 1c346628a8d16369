"""What the marks of a chart mean, in lines below it."""

from collections.abc import Sequence

from toc.charts.pen import SMALL, Mark, dot, text
from toc.scene.measure import width
from toc.scene.theme import Theme

LINE = 20
SIGN = 14
APART = 22


def legend(marks: Sequence[tuple[Mark, str]], x: int, y: int, room: int, look: Theme) -> tuple[str, int]:
    """Return the legend as SVG with its upper edge at `y`, and how high it is."""
    parts, at, line = [], 0.0, 0
    for mark, said in marks:
        size = SIGN + width(said, SMALL)
        if at and at + size > room:
            at, line = 0.0, line + 1
        middle = y + line * LINE + LINE / 2
        parts.append(dot(x + at + 6, middle, mark, look))
        parts.append(text(x + at + SIGN + 3, middle + 4, said, SMALL, look.roles["ink"]))
        at += size + APART
    return "".join(parts), (line + 1) * LINE if marks else 0
