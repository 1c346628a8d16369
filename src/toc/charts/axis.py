"""An axis: which numbers it shows, and where they stand."""

from collections.abc import Callable, Iterator
from math import ceil, floor, log10

from attrs import frozen

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


Say = Callable[[float, int], str]


@frozen
class Axis:
    """Numbers from `low` to `high` in steps, laid out from the px `start` to the px `end` (which may be the lesser).

    `say` tells a number with so many digits behind the point.
    """

    title: str
    low: float
    high: float
    step: float
    start: float
    end: float
    say: Say

    def at(self, value: float) -> float:
        """Return the place of a number, in px."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Yield the place and the text of each number shown."""
        for number in range(round((self.high - self.low) / self.step) + 1):
            value = self.low + number * self.step
            yield self.at(value), self.say(0.0 if abs(value) < self.step / 1000 else value, self._digits)

    @property
    def _digits(self) -> int:
        """As many digits as tell one step from the next."""
        return next(digits for digits in range(9) if digits == 8 or _is_whole(self.step * 10**digits))


def axis(title: str, low: float, high: float, start: float, end: float, say: Say, most: int = 6) -> Axis:
    """Return an axis of round numbers, in at most `most` steps or so, that holds `low` to `high`."""
    high = high if high > low else low + 1.0
    room = high - low
    power = 10.0 ** floor(log10(room / most))
    step = next(power * each for each in STEPS if room / (power * each) <= most)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return Axis(title, first * step, max(last, first + 1) * step, step, start, end, say)


def _is_whole(number: float) -> bool:
    return abs(number - round(number)) < 1e-6 and number > 0.5
