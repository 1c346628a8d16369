"""Numbers, names and links as messages have them."""

from collections.abc import Sequence

from toc.messages import Message, Words, _
from toc.model.elements import Key
from toc.model.links import Link
from toc.model.theory import Theory

ARROWS = {"contributes": "->", "requires": "=>", "hinders": "-|"}
# A minus sign as long as the plus; a space that does not break.
MINUS, SPACE = "\u2212", "\u00a0"


def named(theory: Theory, key: Key) -> str:
    """Return how people know an element: by its id, by its label where the writer gave it no id."""
    element = theory.elements[key]
    return element.id if element.named or not element.label else str(element.label)


def link_named(theory: Theory, link: Link) -> str:
    """Return a link as it is written: `courses & trust -> reading`."""
    sources = " & ".join(named(theory, source) for source in link.sources)
    return f"{sources} {ARROWS[link.verb]} {named(theory, link.target)}"


def rounded(value: float) -> float:
    """Return a degree or an impact as it is told: to two digits that count."""
    return float(f"{value:.2g}")


def signed(value: float) -> Words:
    """Return a difference with its sign and three digits behind the point: `+0.085`, « +0,085 »."""
    text = f"{'+' if value >= 0 else MINUS}{abs(value):.3f}"
    return Words(text, text.replace(".", ","))


def part(value: float) -> Words:
    """Return a share per cent: `36%`, « 36 % »."""
    number = f"{100 * value:.0f}".replace("-", MINUS)
    if number == "0" and value > 0:
        number = "<1"
    return Words(f"{number}%", f"{number}{SPACE}%")


def product(factors: Sequence[float]) -> Words:
    """Return factors as a product: `0.75 × 0.5`."""
    text = " × ".join(f"{rounded(factor):g}" for factor in factors)
    return Words(text, text.replace(".", ","))


def amount(value: float, unit: str | None) -> Message:
    """Return an effort with its unit."""
    return _("{number} {unit}", number=value, unit=unit) if unit else _("{number}", number=value)
