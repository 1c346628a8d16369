"""An axis: which numbers it shows, and where they stand."""

from collections.abc import Callable, Iterator
from math import ceil, floor, log10

from attrs import frozen

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


@frozen
class Axis:
    """Numbers from `low` to `high` in steps, laid out from the px `start` to the px `end` (which may be the lesser)."""

    title: str
    low: float
    high: float
    step: float
    start: float
    end: float
    say: Callable[[float], str]

    def at(self, value: float) -> float:
        """Return the place of a number, in px."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Yield the place and the text of each number shown."""
        for number in range(round((self.high - self.low) / self.step) + 1):
            value = self.low + number * self.step
            yield self.at(value), self.say(0.0 if abs(value) < self.step / 1000 else value)


def axis(
    title: str, low: float, high: float, start: float, end: float, say: Callable[[float], str], most: int = 6
) -> Axis:
    """Return an axis of round numbers, in at most `most` steps or so, that holds `low` to `high`."""
    high = high if high > low else low + 1.0
    room = high - low
    power = 10.0 ** floor(log10(room / most))
    step = next(power * each for each in STEPS if room / (power * each) <= most)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return Axis(title, first * step, max(last, first + 1) * step, step, start, end, say)
