"""Which strategies to choose where not all can be: portfolios, written as bits, that nothing cheaper beats.

`impacts` gives the impact of many portfolios at once; `efforts` are in one unit, one for each strategy.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

Impacts = Callable[[Sequence[int]], Sequence[float]]
# Two impacts (or efforts) as near as this are one: sums in another order differ so much.
SAME = 1e-9
# What an effort of 0 counts as where something is divided by it.
LEAST = 1e-12
# A search is over when nothing is better, and at the latest after so many steps.
STEPS = 200
# Up to so many strategies, all are tried in swaps; among more, so many of those inside and outside.
SWAPPED_ALL, SHORTLIST = 20, 8
# With fewer ways on than this, every step looks at all of them.
SLOWLY = 16


class Choice(NamedTuple):
    """A portfolio, its effort and its impact."""

    bits: int
    effort: float
    impact: float


def effort_of(bits: int, efforts: Sequence[float]) -> float:
    """Return the effort of a portfolio: the sum of its strategies'."""
    return sum(effort for number, effort in enumerate(efforts) if bits >> number & 1)


def front(table: Any, efforts: Sequence[float]) -> tuple[Choice, ...]:
    """Return the exact Pareto front of a table of all portfolios, from the cheapest that achieves something.

    Sorted by effort, each portfolio that achieves more than everything before it. O(k 2^k).
    """
    k = len(efforts)
    if hasattr(table, "shape"):
        return _front_of_array(table, efforts)
    asked = [0.0] * (1 << k)
    for bits in range(1, 1 << k):
        lowest = bits & -bits
        asked[bits] = asked[bits ^ lowest] + efforts[lowest.bit_length() - 1]
    return _rising(
        (bits, asked[bits], table[bits]) for bits in sorted(range(1 << k), key=lambda b: (asked[b], -table[b], b))
    )


def _front_of_array(table: Any, efforts: Sequence[float]) -> tuple[Choice, ...]:
    import numpy as np

    asked = np.zeros(1)
    for effort in efforts:
        asked = np.concatenate([asked, asked + effort])
    order = np.lexsort((np.arange(len(asked)), -table, asked))
    best = np.maximum.accumulate(table[order])
    rising = order[np.flatnonzero(np.diff(best, prepend=-np.inf) > 0)]
    return _rising((int(bits), float(asked[bits]), float(table[bits])) for bits in rising)


def _rising(sorted_choices: Iterable[tuple[int, float, float]]) -> tuple[Choice, ...]:
    found: list[Choice] = []
    reached = 0.0
    for bits, effort, impact in sorted_choices:
        if impact > reached + SAME:
            # Two portfolios of the same effort: the sorting put the better first, up to rounding.
            if found and effort <= found[-1].effort + SAME:
                found.pop()
            found.append(Choice(bits, effort, impact))
            reached = impact
    return tuple(found)


def best_within(choices: Sequence[Choice], budget: float) -> Choice:
    """Return the choice on a front with the greatest impact that asks for no more than `budget`."""
    affordable = [choice for choice in choices if choice.effort <= budget + SAME]
    return affordable[-1] if affordable else Choice(0, 0.0, 0.0)


def searched(impacts: Impacts, efforts: Sequence[float], budget: float) -> Choice:
    """Return a good portfolio within `budget`, for more strategies than a table holds: a heuristic.

    The better of forward greedy (most impact for its effort first) and backward elimination (least impact for its
    effort out first), then improved by local search: add, drop, 1 for 1, 1 for 2, 2 for 1.
    Where strategies require each other, forward greedy may see no gain in any first step; that is why there are both.
    """
    starts = {_forward(impacts, efforts, budget)[-1], _backward(impacts, efforts, budget)[-1]}
    return max((_improved(impacts, efforts, budget, start) for start in sorted(starts)), key=_rank)


def searched_front(impacts: Impacts, efforts: Sequence[float], points: int = 8) -> tuple[Choice, ...]:
    """Return a front found by greedy steps up and down, with a local search at `points` budgets spread evenly."""
    total = sum(efforts)
    met = {*_forward(impacts, efforts, total), *_backward(impacts, efforts, 0.0)}
    found = _choices(impacts, efforts, sorted(met))
    for budget in (total * point / points for point in range(1, points)):
        start = max((choice for choice in found if choice.effort <= budget + SAME), key=_rank)
        found.append(_improved(impacts, efforts, budget, start.bits))
    ranked = sorted(found, key=lambda choice: (choice.effort, -choice.impact, choice.bits))
    return _rising((choice.bits, choice.effort, choice.impact) for choice in ranked)


def _rank(choice: Choice) -> tuple[float, float, int]:
    return (choice.impact, -choice.effort, -choice.bits)


def _choices(impacts: Impacts, efforts: Sequence[float], portfolios: Sequence[int]) -> list[Choice]:
    values = impacts(portfolios) if portfolios else ()
    return [
        Choice(bits, effort_of(bits, efforts), float(value)) for bits, value in zip(portfolios, values, strict=True)
    ]


def _forward(impacts: Impacts, efforts: Sequence[float], budget: float) -> list[int]:
    """Return the portfolios met, from nothing on; of many strategies several are added at a time."""
    met = [Choice(0, 0.0, 0.0)]
    while True:
        last = met[-1]
        left = budget - last.effort
        ways = [i for i, effort in enumerate(efforts) if not last.bits >> i & 1 and effort <= left + SAME]
        found = _choices(impacts, efforts, [last.bits | 1 << i for i in ways])
        gains = [
            ((choice.impact - last.impact) / max(efforts[i], LEAST), -i) for i, choice in zip(ways, found, strict=True)
        ]
        added, wanted = last.bits, []
        for gain, negative in sorted(gains, reverse=True)[: _pace(len(ways))]:
            if gain > SAME and efforts[-negative] <= left + SAME:
                added |= 1 << -negative
                left -= efforts[-negative]
                wanted.append(added)
        if not wanted:
            return [choice.bits for choice in met]
        met += _choices(impacts, efforts, wanted)


def _backward(impacts: Impacts, efforts: Sequence[float], budget: float) -> list[int]:
    """Return the portfolios met, from all strategies on; of many strategies several are taken out at a time."""
    met = _choices(impacts, efforts, [(1 << len(efforts)) - 1])
    while met[-1].bits and met[-1].effort > budget + SAME:
        last = met[-1]
        ways = [i for i in range(len(efforts)) if last.bits >> i & 1]
        found = _choices(impacts, efforts, [last.bits ^ 1 << i for i in ways])
        losses = [
            ((last.impact - choice.impact) / max(efforts[i], LEAST), i) for i, choice in zip(ways, found, strict=True)
        ]
        left, wanted = last.bits, []
        for _loss, number in sorted(losses)[: _pace(len(ways))]:
            if effort_of(left, efforts) > budget + SAME:
                left ^= 1 << number
                wanted.append(left)
        met += _choices(impacts, efforts, wanted)
    return [choice.bits for choice in met]


def _pace(ways: int) -> int:
    """Return how many steps are taken before all ways on are looked at again."""
    return 1 + ways // SLOWLY


def _improved(impacts: Impacts, efforts: Sequence[float], budget: float, bits: int) -> Choice:
    best = _choices(impacts, efforts, [bits])[0]
    for _step in range(STEPS):
        single = _choices(impacts, efforts, [best.bits ^ 1 << i for i in range(len(efforts))])
        swaps = sorted(set(_swaps(best, single)))
        double = [swapped for swapped in swaps if effort_of(swapped, efforts) <= budget + SAME]
        near = [choice for choice in single if choice.effort <= budget + SAME] + _choices(impacts, efforts, double)
        better = max(near, key=_rank, default=best)
        cheaper = better.impact > best.impact - SAME and better.effort < best.effort - SAME
        if better.impact <= best.impact + SAME and not cheaper:
            break
        best = better
    return best


def _swaps(best: Choice, single: Sequence[Choice]) -> Iterator[int]:
    """Yield what differs from `best` by a swap of 1 for 1, 1 for 2 or 2 for 1.

    `single` are the choices that differ by one strategy. Among many strategies only those are swapped whose loss
    (inside) is least or whose gain (outside) is greatest for its effort.
    """
    worth = sorted(
        (abs(choice.impact - best.impact) / max(abs(choice.effort - best.effort), LEAST), i)
        for i, choice in enumerate(single)
    )
    kept = len(single) if len(single) <= SWAPPED_ALL else SHORTLIST
    inside = [1 << i for _worth, i in worth if best.bits >> i & 1][:kept]
    outside = [1 << i for _worth, i in reversed(worth) if not best.bits >> i & 1][:kept]
    pairs_in = [a | b for number, a in enumerate(inside) for b in inside[number + 1 :]]
    pairs_out = [a | b for number, a in enumerate(outside) for b in outside[number + 1 :]]
    for gone, come in ((inside, outside), (inside, pairs_out), (pairs_in, outside)):
        yield from (best.bits ^ one ^ other for one in gone for other in come)
