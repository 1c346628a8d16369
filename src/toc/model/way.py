"""The way that an indicator should take, from its baseline through its milestones to its target.

Dates and ranges are read at their most lenient.
"""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from toc.model.elements import Element
from toc.model.figures import Figure, figures

TOLERANCE = 0.01


class Way(NamedTuple):
    """The way that an indicator should take: `rising` is 1 upwards and -1 downwards, `points` its days and values."""

    rising: int
    points: Sequence[tuple[date, float]]
    best: Callable[[Figure], float]
    start: Figure
    end: Figure

    @property
    def length(self) -> float:
        """How far it is from the first point to the last."""
        return abs(self.points[-1][1] - self.points[0][1])

    def expected(self, day: date) -> float | None:
        """Return the value on `day`: none is expected before the first point, the target after the last."""
        if day < self.points[0][0]:
            return None
        for (start, low), (end, high) in pairwise(self.points):
            if day <= end:
                return low + (high - low) * (day - start).days / max((end - start).days, 1)
        return self.points[-1][1]

    def is_behind(self, seen: Figure, expected: float, tolerance: float = TOLERANCE) -> bool:
        """Whether `seen` falls short of `expected` by more than the share `tolerance` of the whole way."""
        return self.rising * (expected - self.best(seen)) > tolerance * self.length


def way_of(indicator: Element) -> Way | None:
    """Return the way of `indicator`; None without figures and dates at both ends, or with figures in other units."""
    stated = [point for point in figures(indicator, "baseline", "milestone", "target") if point.last]
    ends = {point.stated.name: point for point in stated}
    start, end = ends.get("baseline"), ends.get("target")
    if not start or not end or any(point.unit != end.unit for point in stated):
        return None
    rise = end.low + end.high - start.low - start.high
    if not rise or not start.last or not end.last or start.last >= end.last:
        return None
    easier = _low if rise > 0 else _high
    between = [point for point in stated if point.last and start.last < point.last < end.last]
    points = sorted((point.last, easier(point)) for point in (start, *between, end) if point.last)
    return Way(1 if rise > 0 else -1, points, _high if rise > 0 else _low, start, end)


def _low(point: Figure) -> float:
    return point.low


def _high(point: Figure) -> float:
    return point.high


def latest_on(indicator: Element, way: Way) -> Figure | None:
    """Return the latest observation in the way's unit, the best where several have that date."""
    seen = [point for point in figures(indicator, "observed") if point.last and point.unit == way.end.unit]
    return max(seen, key=lambda point: (point.last, way.rising * way.best(point)), default=None)
