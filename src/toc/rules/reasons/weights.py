"""How strong a link is said to be, how likely something is said to be, and which strategies are carried out."""

from collections.abc import Iterable

from toc.model.elements import Element, Key, Quantity, Range, Word
from toc.model.links import Link
from toc.model.theory import Theory

STRONG = frozenset({"strong", "decisive"})
LIKELY = frozenset({"likely", "very_likely", "almost_certain"})


def is_strong(link: Link, strong: float) -> bool:
    """Whether `link` is marked strong or decisive; a number from `strong` on counts, a range by its lower end."""
    stated = link.strength
    if isinstance(stated, Word):
        return stated.concept in STRONG
    low = stated.low if isinstance(stated, Range) else stated
    return isinstance(low, Quantity) and low.value >= strong


def is_likely(element: Element, likely: float) -> bool | None:
    """Whether `element` is said to be likely: a number from `likely` on is, a range where all of it is.

    None where no likelihood is stated, and where a range leaves it open.
    """
    stated = element.properties.get("likelihood")
    value = stated.value if stated else None
    if isinstance(value, Word):
        return value.concept in LIKELY
    low, high = (value.low, value.high) if isinstance(value, Range) else (value, value)
    if not isinstance(low, Quantity) or not isinstance(high, Quantity) or low.value < likely <= high.value:
        return None
    return low.value >= likely


def carried_out(theory: Theory, strategies: Iterable[Key]) -> bool:
    """Whether one of `strategies` has not been dropped."""
    return any(theory.elements[key].properties.word("status") != "dropped" for key in strategies)
