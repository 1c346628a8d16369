"""Draws: all numbers and efforts, taken from their ranges again and again, and what strategies come to in each."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from toc.leverage.batch import Row, blocks, impacts_many, plan
from toc.leverage.efforts import Effort, Efforts
from toc.leverage.graph import Graph, Numbers, Spread, modes
from toc.leverage.impacts import DEGREE, WEAKEST_LINK, WORLDS
from toc.leverage.indices import NOTHING
from toc.leverage.names import edge_names, node_names
from toc.leverage.portfolio import SAME, front
from toc.leverage.rows import DegreeRows, Rows
from toc.leverage.sample import Sample
from toc.leverage.shapley import EXACT, TABLES
from toc.leverage.stream import Stream, effort_factor, pert
from toc.leverage.verdicts import Chances, Limits
from toc.leverage.weakest_rows import WeakestRows
from toc.leverage.world_rows import WIDTH, WorldRows

Floats = NDArray[np.float64]
Truths = NDArray[np.bool_]

METHODS: dict[str, type[Rows]] = {DEGREE: DegreeRows, WORLDS: WorldRows, WEAKEST_LINK: WeakestRows}
# So many draws are assessed at a time, and so many words of worlds at most.
BLOCK, WORDS = 1024, 2**23
USUAL = Limits()
# What a number takes from the meaning of its word, which it shares with all that have the same word.
SHARED = 0.5


@frozen(eq=False)
class Draws:
    """The draws `start` to `start` + `count`: rows of `numbers` (a number where nothing is drawn), and `efforts`.

    `efforts` are by strategy; None where they cannot be compared.
    """

    numbers: Numbers
    efforts: tuple[Floats, ...] | None
    count: int
    start: int = 0


@frozen(eq=False)
class Assessed:
    """What strategies come to in every draw: arrays of the shape (strategies, draws), `impact` by draw.

    `parts` are fair parts of the impact, `lost` is what is lost without each strategy; `ratio` and `ratio_without` are
    these as shares of the impact over the share of effort: nan where there is nothing to share out, and None where
    efforts cannot be compared. `dominated` says that a strategy is on no point of the Pareto front (None: there are
    more than 16, or mixed efforts); of 9 to 16 strategies, that it is on no point of the front of the most likely
    degrees, and that nothing is lost without it, which must be so wherever no strategy does harm.
    """

    impact: Floats
    parts: Floats
    lost: Floats
    ratio: Floats | None
    ratio_without: Floats | None
    dominated: Truths | None

    def chances(self, limits: Limits = USUAL) -> tuple[Chances, ...]:
        """Return for each strategy in what share of the draws it is weak, harmful, negligible and dominated.

        Weak: both its ratios below `limits.ratio`; negligible: its part below `limits.impact`.
        """
        count = len(self.impact)
        weak = None
        if self.ratio is not None and self.ratio_without is not None:
            weak = (self.ratio < limits.ratio) & (self.ratio_without < limits.ratio)
        harmful, negligible = self.parts < -SAME, self.parts < limits.impact
        return tuple(
            Chances(
                weak=None if weak is None else int(weak[number].sum()) / count,
                harmful=int(harmful[number].sum()) / count,
                negligible=int(negligible[number].sum()) / count,
                dominated=None if self.dominated is None else int(self.dominated[number].sum()) / count,
            )
            for number in range(len(self.parts))
        )


def assess_draws(graph: Graph, efforts: Efforts, count: int, seed: int, method: str = DEGREE) -> Assessed:
    """Return what strategies come to in the first `count` draws of `seed`, by degree, worlds or weakest-link.

    See `draw` for what is drawn and `Sample.parts` for how the impact is shared out.
    O(2^k (V + E)) for each draw where there are up to 8 strategies, else O((16 + k) (V + E)).
    """
    found = list(assessments(graph, efforts, (0, count), seed, method))

    def joined(name: str) -> Any:
        return np.concatenate([getattr(block, name) for block in found], axis=-1)

    dominated = None
    if compares_portfolios(graph, efforts):
        dominated = joined("all_off_the_front")
        if len(graph.strategies) > TABLES and dominated.any():
            dominated &= off_the_likely_front(graph, efforts)[:, None]
    impact, parts, lost = joined("impact"), joined("parts"), joined("all_lost")
    if efforts.mixed:
        return Assessed(impact, parts, lost, None, None, dominated)
    return Assessed(impact, parts, lost, joined("ratio"), joined("all_ratios_without"), dominated)


def draw(graph: Graph, efforts: Efforts, count: int, seed: int, start: int = 0) -> Draws:
    """Return the draws `start` to `start` + `count` (not included) of `seed`.

    A number with a word is the mean of two PERT numbers from its range: one that it shares with all numbers of that
    word (what the word means), and one of its own. A number without a word has only its own. An effort with a range is
    PERT; any other is off by a factor with a standard deviation of 30 %. O(numbers x count).
    """
    rows = _SpreadRows(Stream(seed), start, start + count)
    edges, nodes = edge_names(graph), node_names(graph)
    numbers = Numbers(
        [rows.of(f"strength {name}", edge.strength) for name, edge in zip(edges, graph.edges, strict=True)],
        [rows.of(f"value {name}", node.value) for name, node in zip(nodes, graph.nodes, strict=True)],
        [rows.of(f"leak {name}", node.leak) for name, node in zip(nodes, graph.nodes, strict=True)],
    )
    drawn = tuple(
        _effort(effort, rows.stream.uniforms(f"effort {nodes[node]}", start, start + count))
        for effort, node in zip(efforts.items, graph.strategies, strict=True)
    )
    return Draws(numbers, None if efforts.mixed else drawn, count, start)


@frozen(eq=False)
class _SpreadRows:
    stream: Stream
    start: int
    stop: int
    meanings: dict[Spread, Floats] = field(factory=dict)

    def of(self, name: str, spread: Spread) -> Row:
        if spread.is_fixed:
            return float(spread.mode)
        own = self.pert(name, spread)
        if spread.word is None:
            return own
        if spread not in self.meanings:
            self.meanings[spread] = self.pert(f"word {spread.word}", spread)
        return SHARED * self.meanings[spread] + (1 - SHARED) * own

    def pert(self, name: str, spread: Spread) -> Floats:
        return pert(self.stream.uniforms(name, self.start, self.stop), spread.low, spread.mode, spread.high)


def _effort(effort: Effort, uniform: Floats) -> Floats:
    if effort.low is None or effort.high is None:
        return effort.value * effort_factor(uniform)
    return pert(uniform, effort.low, effort.value, effort.high)


# Draws, block by block ------------------------------------------------------------------------------------------------


@frozen(eq=False, slots=False)
class Assessment:
    """Some draws assessed, each number when it is first asked for; `efforts` is None where none can be compared."""

    sample: Sample
    efforts: tuple[Floats, ...] | None
    _lost: dict[int, Floats] = field(factory=dict, init=False, repr=False)

    @property
    def impact(self) -> Floats:
        """The impact of all strategies, by draw."""
        return self.sample.impact

    @property
    def parts(self) -> Floats:
        """The fair part of each strategy."""
        return self.sample.parts

    @cached_property
    def ratio(self) -> Floats:
        """The share of each part in the impact, over the share of effort."""
        return np.array([self._over_effort(number, part) for number, part in enumerate(self.parts)])

    def lost_without(self, number: int) -> Floats:
        """Return what is lost without a strategy."""
        if number not in self._lost:
            self._lost[number] = self.sample.lost_without(number)
        return self._lost[number]

    def ratio_without(self, number: int) -> Floats:
        """Return the share of what is lost without a strategy, over its share of effort."""
        return self._over_effort(number, self.lost_without(number))

    @property
    def all_lost(self) -> Floats:
        """What is lost without each strategy."""
        return np.array([self.lost_without(number) for number in range(self.sample.k)])

    @property
    def all_ratios_without(self) -> Floats:
        """The share of what is lost without each strategy, over its share of effort."""
        return np.array([self.ratio_without(number) for number in range(self.sample.k)])

    def weak(self, number: int, ratio: float) -> Truths:
        """Return in which draws a strategy is weak; what is lost without it is computed only where that matters."""
        found: Truths = self.ratio[number] < ratio
        if found.any():
            found = found & (self.ratio_without(number) < ratio)
        return found

    def off_the_front(self, number: int) -> Truths:
        """Return where a strategy is on no point of the front; of more than 8, where nothing is lost without it."""
        if self.sample.table is None:
            dispensable: Truths = self.lost_without(number) <= SAME
            return dispensable
        return self._off_the_front[number]

    @property
    def all_off_the_front(self) -> Truths:
        """The same for each strategy."""
        return np.array([self.off_the_front(number) for number in range(self.sample.k)])

    @cached_property
    def _off_the_front(self) -> list[Truths]:
        assert self.sample.table is not None
        return _off_the_front(self.sample.table, self.efforts or ())

    @cached_property
    def _total_effort(self) -> Floats:
        total = np.zeros(self.sample.rows.count)
        for row in self.efforts or ():
            total = total + row
        return total

    def _over_effort(self, number: int, achieved: Floats) -> Floats:
        assert self.efforts is not None
        with np.errstate(divide="ignore", invalid="ignore"):
            share = np.where(self.impact > NOTHING, achieved / self.impact, np.nan)
            effort = self.efforts[number] / self._total_effort
            # What asks for nothing has no effort to be measured against.
            return np.where(effort > 0, share / effort, np.where((share > 0) & (effort == 0), np.inf, np.nan))


def assessments(
    graph: Graph, efforts: Efforts, draws: tuple[int, int], seed: int, method: str = DEGREE
) -> Iterator[Assessment]:
    """Yield the draws from the first to the last (not included) of `draws`, in blocks of up to 1,024."""
    way, size = plan(graph), BLOCK
    if method == WORLDS:
        size = max(1, min(size, WORDS // (WIDTH * max(1, len(graph.edges)))))
    for first, last in blocks(draws[1] - draws[0], size):
        drawn = draw(graph, efforts, last - first, seed, draws[0] + first)
        rows = METHODS[method](way, drawn.numbers, drawn.count, drawn.start, seed)
        yield Assessment(Sample(rows), drawn.efforts)


def compares_portfolios(graph: Graph, efforts: Efforts) -> bool:
    """Return whether it is known which strategies are on no point of the Pareto front."""
    return 0 < len(graph.strategies) <= EXACT and not efforts.mixed


def off_the_likely_front(graph: Graph, efforts: Efforts) -> Truths:
    """Return which strategies are on no point of the Pareto front of the most likely degrees; 16 at most. O(2^k)."""
    k = len(graph.strategies)
    chosen = 0
    for choice in front(impacts_many(graph, modes(graph), range(1 << k)), efforts.values):
        chosen |= choice.bits
    return np.array([not chosen >> number & 1 for number in range(k)])


def _off_the_front(table: Floats, efforts: Sequence[Floats]) -> list[Truths]:
    """Return for each strategy in which draws it is on no point of the Pareto front of `table`."""
    asked = np.zeros((1, table.shape[1]))
    for effort in efforts:
        asked = np.concatenate([asked, asked + effort])
    order = np.lexsort((-table, asked), axis=0)
    impacts = np.take_along_axis(table, order, axis=0)
    before = np.concatenate([np.zeros((1, table.shape[1])), np.maximum.accumulate(impacts, axis=0)[:-1]])
    rising = np.empty(table.shape, dtype=np.bool_)
    np.put_along_axis(rising, order, impacts > np.maximum(before, 0.0) + SAME, axis=0)
    bits = np.arange(len(table))
    return [~rising[bits >> number & 1 == 1].any(axis=0) for number in range(len(efforts))]
