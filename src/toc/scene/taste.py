"""Which of two ways to stand cards in rows looks better."""

from collections.abc import Sequence

from toc.scene.chart import Chart
from toc.scene.order import crossings
from toc.scene.recall import Recalled
from toc.scene.spacing import breadth

# What is remembered is given up where it crosses so many times more links than a new layout, or takes so much room.
UGLY, UGLY_CROSSINGS = 2, 10
# What somebody else arranged is taken where it crosses so many times fewer links, and a few fewer at that.
FEWER, FEW = 4, 5


def is_good(chart: Chart, rows: Sequence[Sequence[int]], middles: Sequence[float]) -> bool:
    """Return whether so few links cross that nobody can do much better."""
    return crossings(chart, _numbers(chart, rows), middles) <= FEW


def crosses_less(chart: Chart, rows: Sequence[Sequence[int]], one: Sequence[float], other: Sequence[float]) -> bool:
    """Return whether `one` crosses far fewer links than `other`, which a small change moves less."""
    numbers = _numbers(chart, rows)
    return FEWER * crossings(chart, numbers, one) + FEW < crossings(chart, numbers, other)


def is_ugly(chart: Chart, recalled: Recalled, rows: Sequence[Sequence[int]]) -> bool:
    """Return whether what is remembered crosses far more links, or takes far more room, than `rows` would."""
    middles = [0.0] * chart.count
    for node, left in recalled.lefts.items():
        middles[node] = left + chart.breadths[node] / 2
    new = crossings(chart, _numbers(chart, rows), _ranks(chart, rows))
    if crossings(chart, _numbers(chart, recalled.rows), middles) > UGLY * new + UGLY_CROSSINGS:
        return True
    low, high = min(recalled.lefts.values()), max(left + chart.breadths[node] for node, left in recalled.lefts.items())
    needed = max(chart.least, *(breadth(chart, row, {}) for row in rows))
    return (high - low) * (len(recalled.rows) + 1) > UGLY * needed * (len(rows) + 1)


def _ranks(chart: Chart, rows: Sequence[Sequence[int]]) -> list[float]:
    """Where each node stands in its row, counted in cards from the middle; visions in the middle."""
    found = [0.0] * chart.count
    for row in rows:
        for at, node in enumerate(row):
            found[node] = at - len(row) / 2
    return found


def _numbers(chart: Chart, rows: Sequence[Sequence[int]]) -> list[int]:
    """The row of each node; -1 for visions."""
    found = [-1] * chart.count
    for number, row in enumerate(rows):
        for node in row:
            found[node] = number
    return found
