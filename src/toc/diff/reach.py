"""What leads where in a model, as far as consequences ask for it."""

from collections.abc import Iterator, Mapping

from toc.model.elements import Element, Key
from toc.model.queries import bringing_about, downstream, leading_to_a_vision
from toc.model.theory import Theory


def acting(theory: Theory) -> tuple[Element, ...]:
    """Return the strategies that act: all but those that were dropped."""
    return tuple(one for one in theory.of_kind("strategy") if "dropped" not in one.properties.words("status"))


def acted_upon(theory: Theory) -> set[Key]:
    """Return everything that a strategy that acts helps to bring about."""
    return downstream(theory, (strategy.key for strategy in acting(theory)), bringing_about)


def on_the_way(theory: Theory) -> set[Key]:
    """Return everything that helps to bring a vision about."""
    return leading_to_a_vision(theory, bringing_about)


def supported(theory: Theory) -> set[Key]:
    """Return everything that something else helps to bring about, feedback apart."""
    return {link.target for link in theory.links if link.verb != "hinders" and not link.feedback}


def still(old: tuple[Element, ...], kept: Mapping[Key, Key]) -> Iterator[tuple[Element, Key]]:
    """Yield those elements of an old model that are still there, with their keys in the new one."""
    return ((element, kept[element.key]) for element in old if element.key in kept)
