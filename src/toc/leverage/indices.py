"""The numbers of one strategy at the most likely strengths: shares, ratios, and where it leads."""

from collections.abc import Sequence
from functools import cached_property
from math import inf

from attrs import evolve, frozen

from toc.leverage.efforts import Efforts
from toc.leverage.figures import Strategy
from toc.leverage.graph import CHANGE, Graph
from toc.leverage.impacts import DEGREE, DRAWN, WORLDS, Impacts
from toc.leverage.paths import between, leading_to_visions, reached
from toc.leverage.routes import independent_routes
from toc.leverage.shapley import (
    EXACT,
    aumann_shapley,
    interactions,
    sampled_interactions,
    sampled_shapley,
    shapley,
)
from toc.model.theory import Theory

SHAPLEY, AUMANN_SHAPLEY, PERMUTATIONS = "shapley", "aumann-shapley", "permutations"
# A ratio below this is that of weak leverage: half of what the effort would lead one to expect.
HALF = 0.5
# In worlds a table takes longer.
EXACT_IN_WORLDS = 12
# Where impact is no more than this there is nothing to share out.
NOTHING = 1e-12

# Meadows' places to intervene, from the 12th to the first (Meadows 1999, Leverage points, Sustainability Institute).
PLACES = (
    *("parameters", "buffers", "structure", "delays", "balancing", "reinforcing"),
    *("information", "rules", "self_organisation", "goals", "paradigm", "transcendence"),
)


@frozen(eq=False, slots=False)
class Indices:
    """The numbers of the strategies of a graph, in their order."""

    theory: Theory
    impacts: Impacts
    efforts: Efforts

    @property
    def graph(self) -> Graph:
        """The network."""
        return self.impacts.graph

    @property
    def k(self) -> int:
        """The number of strategies."""
        return self.impacts.k

    @cached_property
    def ends(self) -> tuple[float, tuple[float, ...], tuple[float, ...]]:
        """The impact of all, of each alone, and of all but each."""
        k, every = self.k, (1 << self.k) - 1
        portfolios = [every, *(1 << i for i in range(k)), *(every ^ 1 << i for i in range(k))]
        found = [float(value) for value in self.impacts(portfolios)]
        return found[0], tuple(found[1 : k + 1]), tuple(found[k + 1 :])

    @property
    def impact(self) -> float:
        """I(N): the impact of all strategies."""
        return self.ends[0]

    @property
    def has_table(self) -> bool:
        """Whether the impacts of all portfolios are computed: up to 16 strategies, up to 12 in worlds."""
        return self.k <= (EXACT_IN_WORLDS if self.impacts.method == WORLDS else EXACT)

    @cached_property
    def many_impacts(self) -> Impacts:
        """The impacts by which portfolios are compared: by degrees where all of them by worlds would take too long."""
        slow = self.impacts.method == WORLDS and not self.has_table
        return evolve(self.impacts, method=DEGREE) if slow else self.impacts

    @property
    def method(self) -> str:
        """How the impact is shared out."""
        if self.has_table:
            return SHAPLEY
        return AUMANN_SHAPLEY if self.impacts.method == DEGREE else PERMUTATIONS

    @cached_property
    def values(self) -> tuple[float, ...]:
        """Each strategy's part of the impact; the parts add up to it."""
        if self.k == 0:
            return ()
        if self.method == SHAPLEY:
            return tuple(float(value) for value in shapley(self.impacts.table, self.k))
        if self.method == AUMANN_SHAPLEY:
            return aumann_shapley(self.impacts.gradient_at)
        if self.impacts.method == WORLDS:
            from toc.leverage.worlds import parts_in_worlds

            return tuple(parts_in_worlds(self.graph, self.impacts.numbers, DRAWN, self.impacts.seed).tolist())
        return sampled_shapley(self.impacts, self.k, self.impacts.seed)

    @cached_property
    def interactions(self) -> dict[tuple[int, int], float]:
        """The interaction of pairs of strategies: of all up to 16 strategies, else of those that stand out."""
        if self.k < 2:
            return {}
        if self.k > EXACT:
            return sampled_interactions(self.many_impacts, self.k, self.impacts.seed)
        found = interactions(self.many_impacts.table, self.k)
        return {(i, j): found[i][j] for i in range(self.k) for j in range(i + 1, self.k)}

    @cached_property
    def strategies(self) -> tuple[Strategy, ...]:
        """The numbers of every strategy, without verdicts."""
        return tuple(map(self._strategy, range(self.k)))

    def _strategy(self, number: int) -> Strategy:
        node = self.graph.strategies[number]
        impact, alone, without = self.ends
        effort, effort_share = self._effort(number)
        part, missed = self.values[number], impact - without[number]
        share = part / impact if impact > NOTHING else None
        places = self._places(node)
        near = reached(self.graph, node)
        ways = [self.graph.edges[number] for number in between(self.graph, near, self._leading)]
        changes = [other for other in near if self.graph.nodes[other].kind == CHANGE]
        visions = near.intersection(self.graph.visions)
        return Strategy(
            key=self.graph.key_of(node),
            effort=effort,
            effort_stated=self.efforts.items[number].stated,
            effort_share=effort_share,
            alone=alone[number],
            leave_one_out=missed,
            shapley=part,
            share=share,
            ratio=_ratio(share, effort_share),
            ratio_without=_ratio(missed / impact if impact > NOTHING else None, effort_share),
            break_even=self._break_even(number, share),
            reach=len(changes),
            weight=len(visions) / max(1, len(self.graph.visions)),
            routes=independent_routes([(edge.source, edge.target) for edge in ways], node, sorted(visions)),
            breadth=self._breadth(number, changes),
            depth=min(places, default=None),
            stated=all(edge.stated for edge in ways),
        )

    def _effort(self, number: int) -> tuple[float | None, float | None]:
        """Return the effort and its share of all; None where efforts cannot be compared or are all 0."""
        if self.efforts.mixed:
            return self.efforts.items[number].value, None
        total = self.efforts.total
        effort = self.efforts.values[number]
        return effort, effort / total if total > 0 else None

    def _break_even(self, number: int, share: float | None) -> float | None:
        """Return f (E - e) / (1/2 - f), the effort at which a share f of the impact has half its share of effort."""
        if share is None or self.efforts.mixed:
            return None
        others = self.efforts.total - self.efforts.values[number]
        return inf if share >= HALF else max(0.0, share) * others / (HALF - share)

    def _places(self, node: int) -> list[int]:
        words = self.theory.elements[self.graph.key_of(node)].properties.words("acts_on")
        return [len(PLACES) - PLACES.index(word) for word in words if word in PLACES]

    @cached_property
    def _leading(self) -> frozenset[int]:
        return leading_to_visions(self.graph)

    def _breadth(self, number: int, changes: Sequence[int]) -> float:
        """Return how many changes a strategy raises, as if it raised them alike: (sum of gains)^2 / sum of squares.

        A gain is what a change loses without the strategy. (Simpson 1949, Measurement of diversity, Nature 163.)
        """
        impacts = self.impacts
        with_all = impacts.everything.values
        without = impacts.state(impacts.chosen((1 << self.k) - 1 ^ 1 << number)).values
        gains = [max(0.0, with_all[change] - without[change]) for change in changes]
        squares = sum(gain * gain for gain in gains)
        return sum(gains) ** 2 / squares if squares > 0 else 0.0


def _ratio(share: float | None, effort_share: float | None) -> float | None:
    if share is None or effort_share is None:
        return None
    if effort_share > 0:
        return share / effort_share
    # What asks for nothing has no effort to be measured against.
    return inf if share > 0 else None
