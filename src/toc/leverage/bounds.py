"""What holds in every draw that there could be: bounds of parts and ratios, by interval arithmetic, without drawing.

Every number of the network is anywhere in its range, every effort anywhere in its own. The derivative of the impact by
a strategy, wherever the others stand, then lies between two bounds, and so do its Shapley and its Aumann-Shapley
value and what is lost without it, all of which are means of that derivative. One pass forwards and one backwards.
(Moore 1966, Interval Analysis.)
"""

from collections.abc import Sequence
from math import exp, inf
from typing import NamedTuple

from attrs import frozen

from toc.leverage.efforts import CUT, DEVIATION, Effort, Efforts
from toc.leverage.graph import SOURCE, Graph
from toc.leverage.paths import leading_to_visions

# Bounds of ratios are widened by this part of them, for what is lost in rounding and in quadrature.
SLACK = 1e-5
# A rise as small as this may be lost in rounding: 1 - (1 - x) is nothing for small x.
DUST = 1e-9


class Interval(NamedTuple):
    """All numbers from `low` to `high`."""

    low: float
    high: float

    def plus(self, other: "Interval") -> "Interval":
        """Return where sums lie."""
        return Interval(self.low + other.low, self.high + other.high)

    def times(self, other: "Interval") -> "Interval":
        """Return where products lie."""
        ends = (self.low * other.low, self.low * other.high, self.high * other.low, self.high * other.high)
        return Interval(min(ends), max(ends))

    def rest(self) -> "Interval":
        """Return where 1 minus it lies."""
        return Interval(1 - self.high, 1 - self.low)

    def minus(self) -> "Interval":
        """Return where its opposite lies."""
        return Interval(-self.high, -self.low)


ZERO, ONE, ANY, EVERYWHERE = Interval(0.0, 0.0), Interval(1.0, 1.0), Interval(0.0, 1.0), Interval(-inf, inf)


@frozen
class Bounds:
    """For each strategy where its part of the impact and its loss lie (`rises`), and the greater of their ratios.

    `ratios` is None where efforts cannot be compared.
    """

    rises: tuple[Interval, ...]
    ratios: tuple[Interval, ...] | None


def bounds(graph: Graph, efforts: Efforts) -> Bounds | None:
    """Return what holds in every draw; None where a loop leads to a vision. O(V + E)."""
    leading = leading_to_visions(graph)
    if any(len(group) > 1 and leading.intersection(group) for group in graph.groups):
        return None
    order = [node for plain, _group in graph.stages for node in plain if node in leading]
    rises = [_rounded(rise) for rise in _Pass(graph, order).rises()]
    if efforts.mixed:
        return Bounds(tuple(rises), None)
    impact = _impact(graph, order)
    return Bounds(tuple(rises), tuple(_greater_ratio(rises, number, impact, efforts) for number in range(len(rises))))


def _rounded(rise: Interval) -> Interval:
    """Return where a rise lies once it is computed: what is as small as dust may be more of it, or nothing."""
    low = rise.low if abs(rise.low) >= DUST else (-DUST if rise.low < 0 else 0.0)
    high = rise.high if abs(rise.high) >= DUST else (DUST if rise.high > 0 else 0.0)
    return Interval(low, high)


def _greater_ratio(rises: Sequence[Interval], number: int, impact: Interval, efforts: Efforts) -> Interval:
    inverse = _over_effort(efforts, number)
    if inverse.high == inf:
        return EVERYWHERE
    loss = _quotient(rises[number], impact)
    ratio, without = _within(_share(rises, number), loss).times(inverse), loss.times(inverse)
    low, high = max(ratio.low, without.low), max(ratio.high, without.high)
    return Interval(low - SLACK * abs(low), high + SLACK * abs(high))


def _impact(graph: Graph, order: Sequence[int]) -> Interval:
    most = _Pass(graph, order).values([ONE] * len(graph.strategies))
    least = _Pass(graph, order).values([ZERO] * len(graph.strategies))
    visions = max(1, len(graph.visions))
    low = sum(most[vision].low - least[vision].high for vision in graph.visions) / visions
    high = sum(most[vision].high - least[vision].low for vision in graph.visions) / visions
    return Interval(low, high)


def _share(rises: Sequence[Interval], number: int) -> Interval:
    """Return where the share of one part in the sum of all lies, which is the impact."""
    own = rises[number]
    others = ZERO
    for other, rise in enumerate(rises):
        if other != number:
            others = others.plus(rise)
    if own.low < 0 or others.low < 0:
        return EVERYWHERE
    low = own.low / (own.low + others.high) if own.low > 0 else 0.0
    return Interval(low, own.high / (own.high + others.low) if own.high > 0 else 0.0)


def _quotient(part: Interval, whole: Interval) -> Interval:
    """Return where parts of a positive whole lie."""
    if whole.low <= SLACK:
        return Interval(0.0 if part.low >= 0 and whole.high > 0 else -inf, inf)
    return part.times(Interval(1 / whole.high, 1 / whole.low))


def _within(one: Interval, other: Interval) -> Interval:
    return Interval(max(one.low, other.low), min(one.high, other.high))


def _over_effort(efforts: Efforts, number: int) -> Interval:
    """Return where 1 over the share of effort lies: 1 + efforts of the others over its own."""
    own = _effort(efforts.items[number])
    others = ZERO
    for other, effort in enumerate(efforts.items):
        if other != number:
            others = others.plus(_effort(effort))
    if own.low <= 0:
        # It may ask for nothing, and then has no ratio at all.
        return Interval(1.0, inf)
    return Interval(1 + others.low / own.high, 1 + others.high / own.low)


def _effort(effort: Effort) -> Interval:
    if effort.low is None or effort.high is None:
        return Interval(effort.value * exp(-CUT * DEVIATION), effort.value * exp(CUT * DEVIATION))
    return Interval(effort.low, effort.high)


class _Factors(NamedTuple):
    """The factors of a node's value: what contributes (missing), what is required, what hinders, its assumptions."""

    lack: Interval
    missing: list[Interval]
    met: list[Interval]
    spared: list[Interval]
    sure: Interval


@frozen
class _Pass:
    graph: Graph
    order: Sequence[int]

    def values(self, chosen: Sequence[Interval]) -> list[Interval]:
        """Return where the values of nodes lie."""
        values = [Interval(*node.value[0:3:2]) if node.kind == SOURCE else ZERO for node in self.graph.nodes]
        for strategy, how_far in zip(self.graph.strategies, chosen, strict=True):
            values[strategy] = how_far
        for node in self.order:
            factors = self.factors(node, values)
            reached = factors.lack.times(_product(factors.missing)).rest()
            values[node] = reached.times(_product(factors.met)).times(_product(factors.spared)).times(factors.sure)
        return values

    def factors(self, node: int, values: Sequence[Interval]) -> _Factors:
        """Return where the factors of a node's value lie."""
        requires, contributes, hinders, doubts = self.graph.causes[node]
        leak = self.graph.nodes[node].leak
        return _Factors(
            Interval(leak.low, leak.high).rest(),
            [self.weight(edge, values).times(values[source]).rest() for edge, source in contributes],
            [
                self.strength(edge).times(self.belief(edge, values).times(values[source]).rest()).rest()
                for edge, source in requires
            ],
            [self.weight(edge, values).times(values[source]).rest() for edge, source in hinders],
            _product([values[doubt] for doubt in doubts]),
        )

    def strength(self, edge: int) -> Interval:
        """Return where the strength of an edge lies."""
        strength = self.graph.edges[edge].strength
        return Interval(strength.low, strength.high)

    def belief(self, edge: int, values: Sequence[Interval]) -> Interval:
        """Return where the likelihoods of the assumptions under an edge lie, multiplied."""
        return _product([values[doubt] for doubt in self.graph.edges[edge].doubts])

    def weight(self, edge: int, values: Sequence[Interval]) -> Interval:
        """Return where strength times likelihoods lie."""
        return self.strength(edge).times(self.belief(edge, values))

    def rises(self) -> list[Interval]:
        """Return where the derivative of the impact by each strategy lies, wherever all strategies stand."""
        graph = self.graph
        values = self.values([ANY] * len(graph.strategies))
        asked = [ZERO] * len(graph.nodes)
        for vision in graph.visions:
            asked[vision] = Interval(1 / len(graph.visions), 1 / len(graph.visions))
        for node in reversed(self.order):
            for source, partial in self.partials(node, values):
                asked[source] = asked[source].plus(asked[node].times(partial))
        return [asked[strategy] for strategy in graph.strategies]

    def partials(self, node: int, values: Sequence[Interval]) -> list[tuple[int, Interval]]:
        """Return the causes of a node, and where its derivative by each lies."""
        requires, contributes, hinders, _doubts = self.graph.causes[node]
        lack, missing, met, spared, sure = self.factors(node, values)
        reached = lack.times(_product(missing)).rest()
        all_met, all_spared = _product(met), _product(spared)
        found = []
        for (edge, source), rest in zip(contributes, _all_but_one(missing), strict=True):
            others = lack.times(rest).times(all_met).times(all_spared).times(sure)
            found.append((source, others.times(self.weight(edge, values))))
        for (edge, source), rest in zip(requires, _all_but_one(met), strict=True):
            others = reached.times(rest).times(all_spared).times(sure)
            found.append((source, others.times(self.weight(edge, values))))
        for (edge, source), rest in zip(hinders, _all_but_one(spared), strict=True):
            others = reached.times(rest).times(all_met).times(sure)
            found.append((source, others.times(self.weight(edge, values)).minus()))
        return found


def _product(factors: Sequence[Interval]) -> Interval:
    """Return where the product of numbers in [0, 1] lies."""
    low = high = 1.0
    for factor in factors:
        low, high = low * factor.low, high * factor.high
    return Interval(low, high)


def _all_but_one(factors: Sequence[Interval]) -> list[Interval]:
    return [_product([*factors[:place], *factors[place + 1 :]]) for place in range(len(factors))]
