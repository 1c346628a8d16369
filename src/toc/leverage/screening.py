"""Verdicts without more work than they need: by what holds in every draw, then draw by draw until nothing can turn.

What is found are the verdicts that all draws would give, to the last one; the shares of draws are not.
"""

from collections.abc import Callable
from math import ceil
from typing import TYPE_CHECKING, Any

from attrs import define, field

from toc.leverage.bounds import Bounds, Interval, bounds
from toc.leverage.efforts import Efforts
from toc.leverage.graph import Graph
from toc.leverage.impacts import DEGREE
from toc.leverage.portfolio import SAME
from toc.leverage.shapley import EXACT, TABLES
from toc.leverage.verdicts import Chances, Limits

if TYPE_CHECKING:
    from toc.leverage.draws import Assessment

# So many draws at a time, once there are enough to decide anything.
STEP = 100
# More than any number of portfolios that are as good as the same may differ by.
CLEAR = 1000 * SAME


def screen(
    graph: Graph, efforts: Efforts, limits: Limits, count: int, seed: int, method: str = DEGREE
) -> tuple[Chances, ...]:
    """Return for each strategy chances that lead to the same verdicts as those of the first `count` draws of `seed`.

    A chance is on the same side of `limits.draws` and of 1 - `limits.draws` as the one that all draws would give.
    Nothing is drawn, and numpy is not loaded, where bounds decide.
    """
    tallies = _Tallies(graph, efforts, limits, count)
    known = bounds(graph, efforts) if method == DEGREE else None
    if known is not None:
        tallies.settle(known)
    # Whether a share of the draws is reached can be known only after so many of them.
    done, following = 0, ceil(max(limits.draws, 1 - limits.draws) * count)
    while tallies.is_open and done < count:
        from toc.leverage.draws import assessments

        for assessment in assessments(graph, efforts, (done, min(following, count)), seed, method):
            tallies.add(assessment)
        done, following = following, following + STEP
    return tallies.chances()


@define(eq=False)
class _Tally:
    """How often something was so and was not, in `count` draws at last; `borders` are where that makes a difference."""

    count: int
    borders: tuple[Callable[[float], bool], ...]
    hits: int = 0
    misses: int = 0

    @property
    def is_open(self) -> bool:
        """Whether draws to come can still make a difference."""
        least, most = self.hits / self.count, (self.count - self.misses) / self.count
        return any(border(least) != border(most) for border in self.borders)

    @property
    def share(self) -> float:
        """The share of draws in which it was so, up to now."""
        return self.hits / self.count

    def settle(self, known: Interval, limit: float) -> None:
        """Note whether a number that lies in `known` is below `limit` in every draw, or in none."""
        if known.high < limit - SAME / 2:
            self.hits = self.count
        elif known.low > limit + SAME / 2:
            self.misses = self.count

    def add(self, truths: Any) -> None:
        """Count some draws: an array of truths."""
        hits = int(truths.sum())
        self.hits += hits
        self.misses += len(truths) - hits


@define(eq=False)
class _Tallies:
    """The tallies of each strategy, by what is counted; empty for what is not looked at."""

    graph: Graph
    efforts: Efforts
    limits: Limits
    count: int
    weak: list[_Tally] = field(init=False)
    harmful: list[_Tally] = field(init=False)
    negligible: list[_Tally] = field(init=False)
    dominated: list[_Tally] = field(init=False)

    def __attrs_post_init__(self) -> None:
        often = self.limits.draws

        def tallies(*borders: Callable[[float], bool]) -> list[_Tally]:
            return [_Tally(self.count, borders) for _strategy in self.graph.strategies]

        def reached(share: float) -> bool:
            return share >= often

        # A weak strategy is that, undecided, or neither.
        self.weak = [] if self.efforts.mixed else tallies(reached, lambda share: share > 1 - often)
        self.harmful, self.negligible = tallies(reached), tallies(reached)
        compared = len(self.graph.strategies) <= EXACT and not self.efforts.mixed
        self.dominated = tallies(reached) if compared else []

    @property
    def is_open(self) -> bool:
        """Whether draws to come can still turn a verdict."""
        everything = (*self.weak, *self.harmful, *self.negligible, *self.dominated)
        return any(tally.is_open for tally in everything)

    def settle(self, known: Bounds) -> None:
        """Note what holds in every draw."""
        for number, rise in enumerate(known.rises):
            self.harmful[number].settle(rise, -SAME)
            self.negligible[number].settle(rise, self.limits.impact)
            if self.dominated and rise.low > CLEAR:
                # What always adds something belongs to the last point of the front.
                self.dominated[number].misses = self.count
        for number, ratio in enumerate(known.ratios or ()):
            self.weak[number].settle(ratio, self.limits.ratio)

    def add(self, some: "Assessment") -> None:
        """Count some draws, where that is still open."""
        for number in range(len(self.graph.strategies)):
            if self.weak and self.weak[number].is_open:
                self.weak[number].add(some.weak(number, self.limits.ratio))
            if self.harmful[number].is_open:
                self.harmful[number].add(some.parts[number] < -SAME)
            if self.negligible[number].is_open:
                self.negligible[number].add(some.parts[number] < self.limits.impact)
            if self.dominated and self.dominated[number].is_open:
                self.dominated[number].add(some.off_the_front(number))

    def chances(self) -> tuple[Chances, ...]:
        """Return shares on the right sides of all borders."""
        often = any(tally.share >= self.limits.draws for tally in self.dominated)
        if often and len(self.dominated) > TABLES:
            self._compare_with_the_likely_front()
        return tuple(
            Chances(
                weak=self.weak[number].share if self.weak else None,
                harmful=self.harmful[number].share,
                negligible=self.negligible[number].share,
                dominated=self.dominated[number].share if self.dominated else None,
            )
            for number in range(len(self.graph.strategies))
        )

    def _compare_with_the_likely_front(self) -> None:
        """Take back what was counted for strategies that are on the front of the most likely degrees."""
        from toc.leverage.draws import off_the_likely_front

        for tally, off in zip(self.dominated, off_the_likely_front(self.graph, self.efforts), strict=True):
            if not off:
                tally.hits = 0
