"""The numbers of leverage that a picture shows; nothing is computed before a mark asks for it."""

from collections.abc import Callable, Mapping
from functools import cached_property
from math import floor, sqrt
from typing import TYPE_CHECKING

from attrs import frozen

from toc.model.elements import Key
from toc.model.links import Link
from toc.model.theory import Theory

if TYPE_CHECKING:
    from toc.leverage.assessment import Leverage

# From these ratios on, a strategy has one, two and three dots: half of what its effort would lead one to expect, about
# as much, and clearly more.
DOTS = (0.5, 0.9, 1.5)
# The width of the link that carries most, and of one that carries nothing, in tenths of a px.
WIDEST, THINNEST = 56, 8

_Ends = tuple[tuple[Key, ...], Key, str]


@frozen(slots=False, eq=False)
class Figures:
    """Ratios of strategies and contributions of links; `given` gives numbers made elsewhere, with their scales."""

    theory: Theory
    given: "Callable[[], Leverage] | None" = None

    @cached_property
    def _found(self) -> "Leverage":
        if self.given is not None:
            return self.given()
        from toc.leverage.assessment import Leverage  # only where a picture shows it

        return Leverage(self.theory)

    def ratio(self, key: Key) -> float | None:
        """Return a strategy's share of the impact divided by its share of the effort; None where it has none."""
        found = self._found.figures.get(key)
        return found.ratio if found else None

    def width(self, link: Link) -> int:
        """Return how wide a link is drawn for what runs through it, in tenths of a px."""
        greatest = max(self._contributions.values(), default=0.0)
        part = self._contributions.get(_ends(link), 0.0) / greatest if greatest > 0 else 0.0
        # By the root, so that small contributions can be told apart as well.
        return THINNEST + floor((WIDEST - THINNEST) * sqrt(part) + 0.5)

    @cached_property
    def _contributions(self) -> Mapping[_Ends, float]:
        """What of the impact runs through each link, to first order: strength times slope, whatever its sign."""
        from toc.leverage.sensitivity import link_gradients

        graph, numbers = self._found.graph, self._found.numbers
        slopes = link_gradients(graph, numbers)
        found: dict[_Ends, float] = {}
        for edge, slope, strength in zip(graph.edges, slopes, numbers.strengths, strict=True):
            if edge.link is not None:
                ends = _ends(edge.link)
                found[ends] = found.get(ends, 0.0) + abs(slope * strength)
        return found


def dots(ratio: float) -> int:
    """Return how many of three dots a ratio fills."""
    return sum(ratio >= least for least in DOTS)


def _ends(link: Link) -> _Ends:
    return link.sources, link.target, link.verb
