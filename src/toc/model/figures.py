"""What an indicator states in numbers: from what value, in what unit, and when."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from toc.messages import Message, _
from toc.model.dates import earliest, latest
from toc.model.elements import Element, Property, Quantity, Range, When

MEASURES = ("baseline", "milestone", "target", "observed")


class Figure(NamedTuple):
    """One baseline, milestone, target or observation of an indicator: `low` and `high` differ for a range.

    `unit` is that of the number, else the one the indicator states, folded; None where neither says.
    `when` is its date as written, which can mean the days from `first` to `last`.
    """

    low: float
    high: float
    unit: str | None
    when: When | Range | None
    first: date | None
    last: date | None
    stated: Property

    def shown(self) -> Message:
        """Return the value as people write it."""
        unit = _written_unit(self.stated)
        if self.low == self.high:
            return value_shown(self.low, unit)
        return _("{low}–{high}", low=self.low, high=value_shown(self.high, unit))

    def date_shown(self) -> Message:
        """Return the date as people say it, empty where there is none."""
        return self.when.spoken() if self.when else Message("")


def figures(indicator: Element, *names: str) -> Iterator[Figure]:
    """Yield what `indicator` states as numbers under these names, in the order written; `unknown` is no number."""
    for stated in indicator.properties:
        if stated.name not in names:
            continue
        value = stated.value
        low, high = (value.low, value.high) if isinstance(value, Range) else (value, value)
        if isinstance(low, Quantity) and isinstance(high, Quantity):
            clause = stated.clause("in")
            when = clause.value if clause and isinstance(clause.value, When | Range) else None
            first, last = (earliest(when), latest(when)) if when else (None, None)
            unit = _unit(indicator, high.unit)
            yield Figure(low.value, high.value, unit, when, first, last, stated)


def figure(indicator: Element, name: str) -> Figure | None:
    """Return the first number that `indicator` states under `name`."""
    return next(figures(indicator, name), None)


def value_shown(value: float, unit: str | None) -> Message:
    """Return a value with its unit."""
    if unit is None:
        return _("{value}", value=value)
    if unit == "%":
        return _("{value}%", value=value)
    return _("{value} {unit}", value=value, unit=unit)


def unit_of(stated: Figure) -> str | None:
    """Return the unit written behind the number itself."""
    return _written_unit(stated.stated)


def _unit(indicator: Element, written: str | None) -> str | None:
    unit = written or str(indicator.properties.text("unit")).strip()
    return " ".join(unit.casefold().split()) or None


def _written_unit(stated: Property) -> str | None:
    value = stated.value.high if isinstance(stated.value, Range) else stated.value
    return value.unit if isinstance(value, Quantity) else None
