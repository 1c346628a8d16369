"""How the impact of all strategies is shared out among them: Shapley values, and how pairs interact.

A table holds the impact of every portfolio: `table[bits]` where strategy i is in it if bit i is set.
It is a list of floats, or a numpy array whose further axes (draws) are kept.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import combinations
from math import comb, cos, pi
from random import Random
from typing import Any

# So many strategies at most have a table (2^16 portfolios).
EXACT = 16
# So many at most have a table in every draw.
TABLES = 8
# What is drawn above that.
ORDERS, SAMPLES, CANDIDATES = 200, 200, 5

Impacts = Callable[[Sequence[int]], Sequence[float]]


def shapley(table: Any, k: int) -> Any:
    """Return each strategy's Shapley value: what it adds, averaged over all orders in which strategies may join.

    phi_i = sum over portfolios T without i of t! (k-t-1)! / k! (I(T+i) - I(T)), where t counts those in T.
    The values add up to I(N) - I(nothing). Exact, O(k 2^k). (Shapley 1953, A value for n-person games.)
    """
    weights = [1 / (k * comb(k - 1, size)) for size in range(k)]
    if hasattr(table, "shape"):
        return _shapley_of_array(table, weights, k)
    sizes = [bits.bit_count() for bits in range(1 << k)]
    return tuple(
        sum(weights[sizes[bits]] * (table[bits | 1 << i] - table[bits]) for bits in range(1 << k) if not bits >> i & 1)
        for i in range(k)
    )


def _shapley_of_array(table: Any, weights: list[float], k: int) -> Any:
    import numpy as np

    weight = _weights_of_portfolios(weights, k - 1)
    found = np.empty((k, *table.shape[1:]))
    for i in range(k):
        halves = table.reshape(1 << (k - 1 - i), 2, 1 << i, *table.shape[1:])
        added = halves[:, 1] - halves[:, 0]
        found[i] = np.tensordot(weight, added.reshape(1 << (k - 1), *table.shape[1:]), 1)
    return found


def _weights_of_portfolios(weights: list[float], k: int) -> Any:
    """Return the weight of each portfolio of `k` strategies, which goes by its size."""
    import numpy as np

    sizes = np.zeros(1, dtype=np.intp)
    for _bit in range(k):
        sizes = np.concatenate([sizes, sizes + 1])
    return np.array(weights)[sizes]


def interactions(table: Any, k: int) -> tuple[tuple[float, ...], ...]:
    """Return the Shapley interaction index of each pair, 0 on the diagonal.

    I_ij = sum over T without i and j of t! (k-t-2)! / (k-1)! (I(T+ij) - I(T+i) - I(T+j) + I(T)): above 0 the two make
    more of each other, below 0 they do the same work. Exact, O(k^2 2^k).
    (Grabisch and Roubens 1999, An axiomatic approach to the concept of interaction, Int. J. of Game Theory 28.)
    """
    weights = [1 / ((k - 1) * comb(k - 2, size)) for size in range(k - 1)] if k > 1 else []
    found = [[0.0] * k for _i in range(k)]
    if k > 1 and hasattr(table, "shape"):
        by_portfolio = _weights_of_portfolios(weights, k - 2)
        for i, j in combinations(range(k), 2):
            found[i][j] = found[j][i] = _interaction_in_array(table, by_portfolio, k, i, j)
    else:
        for i, j in combinations(range(k), 2):
            found[i][j] = found[j][i] = _interaction_in_list(table, weights, k, i, j)
    return tuple(map(tuple, found))


def _interaction_in_list(table: Sequence[float], weights: list[float], k: int, i: int, j: int) -> float:
    both = 1 << i | 1 << j
    return sum(
        weights[bits.bit_count()] * (table[bits | both] - table[bits | 1 << i] - table[bits | 1 << j] + table[bits])
        for bits in range(1 << k)
        if not bits & both
    )


def _interaction_in_array(table: Any, weights: Any, k: int, i: int, j: int) -> float:
    quarters = table.reshape(1 << (k - 1 - j), 2, 1 << (j - 1 - i), 2, 1 << i)
    more = quarters[:, 1, :, 1] - quarters[:, 1, :, 0] - quarters[:, 0, :, 1] + quarters[:, 0, :, 0]
    return float(weights @ more.reshape(-1))


def aumann_shapley(gradient_at: Callable[[float], Sequence[float]], points: int = EXACT) -> tuple[float, ...]:
    """Return each strategy's Aumann-Shapley value: the integral over t from 0 to 1 of dI/dx_i where all x are t.

    `gradient_at(t)` gives these derivatives, one for each strategy. By Gauss-Legendre quadrature with `points` points:
    exact for polynomials of degree 2 points - 1 in t, so that values add up to I(N) - I(nothing).
    (Aumann and Shapley 1974, Values of non-atomic games; Owen 1972, Multilinear extensions of games.)
    """
    rows = [(weight, gradient_at(t)) for t, weight in gauss_legendre(points)]
    return tuple(sum(weight * row[i] for weight, row in rows) for i in range(len(rows[0][1])))


@cache
def gauss_legendre(points: int) -> tuple[tuple[float, float], ...]:
    """Return nodes and weights of Gauss-Legendre quadrature on [0, 1], by Newton's method on the Legendre polynomial.

    (Abramowitz and Stegun 1964, 25.4.29.)
    """
    found = []
    for number in range(points):
        x = -cos(pi * (number + 0.75) / (points + 0.5))
        slope = 1.0
        for _step in range(100):
            value, slope = _legendre(points, x)
            x -= value / slope
            if abs(value) < 1e-15:
                break
        slope = _legendre(points, x)[1]
        found.append(((1 + x) / 2, 1 / ((1 - x * x) * slope * slope)))
    return tuple(found)


def _legendre(degree: int, x: float) -> tuple[float, float]:
    """Return the Legendre polynomial of `degree` at `x`, and its derivative there."""
    before, value = 0.0, 1.0
    for n in range(degree):
        before, value = value, ((2 * n + 1) * x * value - n * before) / (n + 1)
    return value, degree * (x * value - before) / (x * x - 1)


def sampled_shapley(impacts: Impacts, k: int, seed: int, orders: int = ORDERS) -> tuple[float, ...]:
    """Return Shapley values estimated from orders drawn at random, for what has neither a table nor a gradient.

    Each order's additions add up to I(N) - I(nothing), and so do the estimates. O(orders k) impacts.
    (Castro, Gómez and Tejada 2009, Polynomial calculation of the Shapley value based on sampling.)
    """
    random = Random(seed)  # noqa: S311 - nobody's secret hangs on it
    sums = [0.0] * k
    for _number in range(orders):
        order = sorted(range(k), key=[random.random() for _i in range(k)].__getitem__)
        portfolios = [0]
        for i in order:
            portfolios.append(portfolios[-1] | 1 << i)
        values = impacts(portfolios)
        for place, i in enumerate(order):
            sums[i] += values[place + 1] - values[place]
    return tuple(total / orders for total in sums)


def sampled_interactions(
    impacts: Impacts, k: int, seed: int, samples: int = SAMPLES, candidates: int = CANDIDATES
) -> dict[tuple[int, int], float]:
    """Return estimated interaction indices of the pairs that stand out, by their numbers.

    Pairs stand out that differ most, of either sign, among all strategies or among no others.
    Portfolios T are drawn as the index weighs them (any size as likely, then any T of that size).
    """
    random = Random(seed)  # noqa: S311 - nobody's secret hangs on it
    found = {}
    for i, j in sorted(set(_outstanding(impacts, k, candidates))):
        others = [number for number in range(k) if number not in {i, j}]
        drawn = []
        for _number in range(samples):
            size = int(random.random() * (k - 1))
            chosen = sorted(others, key={number: random.random() for number in others}.__getitem__)[:size]
            drawn.append(sum(1 << number for number in chosen))
        found[i, j] = sum(_more(impacts, i, j, drawn)) / samples
    return found


def _outstanding(impacts: Impacts, k: int, candidates: int) -> Iterator[tuple[int, int]]:
    pairs = list(combinations(range(k), 2))
    for start in (0, (1 << k) - 1):
        single = impacts([start, *(start ^ 1 << i for i in range(k))])
        double = impacts([start ^ (1 << i | 1 << j) for i, j in pairs])
        more = {
            pair: both - single[1 + pair[0]] - single[1 + pair[1]] + single[0]
            for pair, both in zip(pairs, double, strict=True)
        }
        ranked = sorted(pairs, key=lambda pair: (more[pair], pair))
        yield from ranked[:candidates]
        yield from ranked[-candidates:]


def _more(impacts: Impacts, i: int, j: int, portfolios: Sequence[int]) -> Iterator[float]:
    first, second = 1 << i, 1 << j
    wanted = [each for bits in portfolios for each in (bits | first | second, bits | first, bits | second, bits)]
    values = impacts(wanted)
    for number in range(0, len(wanted), 4):
        both, one, other, none = values[number : number + 4]
        yield both - one - other + none
