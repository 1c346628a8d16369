"""What strategies cost, in one unit where their units can be compared."""

from collections.abc import Sequence
from statistics import median

from attrs import frozen

from toc.leverage.scale import Amount, Scale
from toc.model.elements import Key, Quantity, Range, Word
from toc.model.theory import Theory

# How an effort of which one figure is known may turn out: the standard deviation of its logarithm, and how many of
# these it may be off at most.
DEVIATION, CUT = 0.3, 2.0


@frozen
class Effort:
    """The effort of one strategy: `value`, and `low` and `high` where it is a range.

    `stated` is false where the writer gave none: `value` is then the median of the others, or 1 where nobody gave any.
    `unit` is what `value` is counted in, None for points.
    """

    value: float
    low: float | None
    high: float | None
    stated: bool
    unit: str | None


@frozen
class Efforts:
    """The efforts of strategies, in their order, counted in `unit` (None: points).

    `mixed` are the units that cannot be compared, as written; there are none or at least two (None stands for points:
    numbers without a unit, and words). Where there are some, each effort is counted in its own unit: efforts can
    then be neither added nor compared, and no ratio is meaningful.
    """

    items: tuple[Effort, ...]
    unit: str | None
    mixed: tuple[str | None, ...]

    @property
    def values(self) -> tuple[float, ...]:
        """The effort of each strategy."""
        return tuple(effort.value for effort in self.items)

    @property
    def total(self) -> float:
        """The sum of all efforts."""
        return sum(self.values)


def efforts(theory: Theory, scale: Scale, strategies: Sequence[Key]) -> Efforts:
    """Return the efforts of `strategies`, each at least 0.

    Words and units are worth what `scale` says; a unit that it gives in another is converted, again and again.
    The most likely effort of a range is its middle. Units are the same whatever their case and a plural `s`.
    """
    amounts = [_stated(theory, scale, key) for key in strategies]
    known = [amount for amount in amounts if amount is not None]
    units = {folded(amount.unit): amount.unit for amount in sorted(known, key=_unit)}
    mixed = tuple(units.values()) if len(units) > 1 else ()
    unit = None if mixed or not known else min(known, key=_unit).unit
    missing = 1.0 if mixed or not known else median(amount.value for amount in known)
    items = [
        Effort(missing, None, None, stated=False, unit=unit)
        if amount is None
        else Effort(amount.value, amount.low, amount.high, stated=True, unit=amount.unit if mixed else unit)
        for amount in amounts
    ]
    return Efforts(tuple(items), unit, mixed)


def _unit(amount: Amount) -> tuple[str, str]:
    return (folded(amount.unit), amount.unit or "")


def _stated(theory: Theory, scale: Scale, key: Key) -> Amount | None:
    found = theory.elements[key].properties.get("effort")
    match found.value if found else None:
        case Word(concept):
            return _converted(scale.effort[concept], scale) if concept in scale.effort else None
        case Quantity(value, unit):
            return _converted(Amount(value, unit), scale)
        case Range(low=Quantity() as low, high=Quantity() as high):
            middle = (low.value + high.value) / 2
            return _converted(Amount(middle, high.unit, low.value, high.value), scale)
    return None


def _converted(amount: Amount, scale: Scale) -> Amount:
    """Return `amount` in the last unit that conversions lead to; as it is where they lead round in a circle."""
    worths = {folded(unit): worth for unit, worth in scale.units.items()}
    passed: set[str] = set()
    found = amount
    while (unit := folded(found.unit)) in worths:
        if unit in passed:
            return amount
        passed.add(unit)
        found = _times(found, worths[unit])
    return found


def _times(amount: Amount, worth: Amount) -> Amount:
    ranged = amount.low is not None or worth.low is not None
    low = _or(amount.low, amount.value) * _or(worth.low, worth.value)
    high = _or(amount.high, amount.value) * _or(worth.high, worth.value)
    return Amount(amount.value * worth.value, worth.unit, low if ranged else None, high if ranged else None)


def _or(number: float | None, otherwise: float) -> float:
    return otherwise if number is None else number


def folded(unit: str | None) -> str:
    """Return `unit` as it is compared with others, whatever its case and a plural `s`; "" for points."""
    text = (unit or "").casefold()
    return text[:-1] if len(text) > 2 and text.endswith("s") else text
