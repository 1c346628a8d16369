"""What portfolios achieve: the rise of the visions, for one of them, for many, or for all that there are."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from attrs import frozen

from toc.leverage.degree import State, evaluate, gradient, impact_of
from toc.leverage.graph import Graph, Numbers
from toc.leverage.shapley import EXACT

DEGREE, WORLDS, WEAKEST_LINK = "degree", "worlds", "weakest-link"
METHODS = (DEGREE, WORLDS, WEAKEST_LINK)

# So many nodes are evaluated in plain Python (a few hundredths of a second); more are worth numpy.
LIGHT = 75_000
# How many worlds are drawn.
DRAWN = 10_000


@frozen(eq=False, slots=False)
class Impacts:
    """The impact of portfolios by `method` (degree, worlds or weakest-link); `seed` is that of the worlds.

    Called with portfolios (bits, the first strategy the lowest) it returns their impacts, each in [-1, 1].
    """

    graph: Graph
    numbers: Numbers
    method: str = DEGREE
    seed: int = 0

    @property
    def k(self) -> int:
        """The number of strategies."""
        return len(self.graph.strategies)

    @cached_property
    def nothing(self) -> State:
        """The state without any strategy, by degrees or by the weakest link."""
        return self.state([0.0] * self.k)

    @cached_property
    def everything(self) -> State:
        """The state with all strategies, by degrees or by the weakest link."""
        return self.state([1.0] * self.k)

    def state(self, chosen: Sequence[float]) -> State:
        """Return the state to which `chosen` leads, by degrees or by the weakest link."""
        if self.method == WEAKEST_LINK:
            from toc.leverage import weakest_link

            return weakest_link.evaluate(self.graph, self.numbers, chosen)
        return evaluate(self.graph, self.numbers, chosen)

    def __call__(self, portfolios: Sequence[int]) -> Any:
        """Return the impact of each of `portfolios`, in their order."""
        if self.method == WORLDS:
            from toc.leverage.worlds import impacts_in_worlds

            return impacts_in_worlds(self.graph, self.numbers, portfolios, DRAWN, self.seed)
        if self.method == WEAKEST_LINK or len(portfolios) * len(self.graph.nodes) <= LIGHT:
            nothing = self.nothing.values
            return [impact_of(self.graph, self.state(self.chosen(bits)).values, nothing) for bits in portfolios]
        from toc.leverage.batch import impacts_many

        return impacts_many(self.graph, self.numbers, portfolios)

    def chosen(self, bits: int) -> list[float]:
        """Return the strategies of a portfolio as numbers: 1 for one that is in it."""
        return [float(bits >> i & 1) for i in range(self.k)]

    @cached_property
    def table(self) -> Any:
        """The impact of every portfolio, for 16 strategies at most: a list, or an array where there are many."""
        assert self.k <= EXACT
        return self(range(1 << self.k))

    def gradient_at(self, how_far: float) -> list[float]:
        """Return dI/dx for each strategy where all are carried out `how_far`, by degrees."""
        chosen = [how_far] * self.k
        state = evaluate(self.graph, self.numbers, chosen)
        found = gradient(self.graph, self.numbers, chosen, state.values).nodes
        return [found[strategy] for strategy in self.graph.strategies]
