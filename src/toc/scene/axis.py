"""A time line: which days it spans, where its ticks are, and where on it a day lies."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from toc.messages import Message, spoken_date

# How many ticks there may be, and how many months lie between two, from the finest.
MOST_TICKS = 8
MONTHS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000)


class Span(NamedTuple):
    """From the first day to the last, both included."""

    first: date
    last: date


class Axis(NamedTuple):
    """A time line from `left` to `right`, in px; `step` is how many months lie between two ticks."""

    start: date
    end: date
    step: int
    left: int
    right: int

    def at(self, day: date, *, after: bool = False) -> int:
        """Return where `day` begins, or ends where `after` is asked for."""
        days = (day - self.start).days + after
        return self.left + (self.right - self.left) * days // max(1, (self.end - self.start).days)

    def ticks(self) -> Iterator[tuple[int, Message]]:
        """Yield where each tick stands, and what it is called."""
        month = self.start.year * 12 + self.start.month - 1
        while (day := _first_of(month)) <= self.end and day.year < date.max.year:
            label = spoken_date(day.year) if self.step % 12 == 0 else spoken_date(day.year, day.month)
            yield self.at(day), label
            month += self.step


def axis(spans: Iterable[Span], left: int, right: int) -> Axis | None:
    """Return the axis that holds all `spans`, from tick to tick; None where there are none."""
    found = list(spans)
    if not found:
        return None
    low, high = min(span.first for span in found), max(span.last for span in found)
    first, last = low.year * 12 + low.month - 1, high.year * 12 + high.month
    step = next((months for months in MONTHS if (last - first) / months <= MOST_TICKS), MONTHS[-1])
    first -= first % step
    last += -last % step
    return Axis(_first_of(first), _first_of(last), step, left, right)


def _first_of(month: int) -> date:
    """The first day of a month, counted from year 0; beyond what a calendar holds, its first or last day."""
    year, rest = divmod(month, 12)
    if year > date.max.year:
        return date.max
    return date.min if year < date.min.year else date(year, rest + 1, 1)
