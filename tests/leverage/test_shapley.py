"""How the impact is shared out: exactly, by gradients and by sampled orders, and how pairs interact."""

import json
from collections.abc import Callable, Sequence
from itertools import permutations
from math import factorial
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toc.leverage.shapley import (
    aumann_shapley,
    gauss_legendre,
    interactions,
    sampled_interactions,
    sampled_shapley,
    shapley,
)

CASES = Path(__file__).parent / "cases"


@st.composite
def games(draw: st.DrawFn, least: int = 1, most: int = 5) -> tuple[int, list[float]]:
    """Return how many strategies there are, and a table of what each portfolio achieves (nothing: 0)."""
    k = draw(st.integers(least, most))
    values = draw(st.lists(st.floats(-1, 1, width=32), min_size=(1 << k) - 1, max_size=(1 << k) - 1))
    return k, [0.0, *values]


def by_orders(table: Sequence[float], k: int) -> list[float]:
    """Return Shapley values by their definition: what each adds, averaged over all orders of joining."""
    added = [0.0] * k
    for order in permutations(range(k)):
        bits = 0
        for i in order:
            added[i] += table[bits | 1 << i] - table[bits]
            bits |= 1 << i
    return [value / factorial(k) for value in added]


def of_table(table: Sequence[float]) -> Callable[[Sequence[int]], list[float]]:
    """Return the impacts of portfolios as a table has them."""
    return lambda portfolios: [table[bits] for bits in portfolios]


def test_the_glove_game_has_its_known_values_and_interactions() -> None:
    """One left glove and two right ones share 2/3, 1/6, 1/6; left and right make more of each other, rights less."""
    case = json.loads((CASES / "shapley_glove_game.json").read_text("utf-8"))["expected"]
    table = [float(bits & 1 and bits & 6 > 0) for bits in range(8)]

    assert shapley(table, 3) == pytest.approx(case["shapley"], abs=1e-15)
    pairs = interactions(table, 3)
    assert [pairs[0][1], pairs[0][2], pairs[1][2]] == pytest.approx(list(case["interaction"].values()), abs=1e-15)


@pytest.mark.parametrize(
    ("value", "alone", "without"),
    [(lambda n: 1 - 0.1**n, 0.9, 0.0009), (lambda n: float(n == 4), 0.0, 1.0)],
    ids=["substitutes", "prerequisites"],
)
def test_shares_are_fair_where_alone_and_without_are_not(
    value: Callable[[int], float], alone: float, without: float
) -> None:
    """Of four substitutes, and of four hard prerequisites, each gets a quarter."""
    table = [value(bits.bit_count()) for bits in range(16)]

    assert [table[1], table[15] - table[14]] == pytest.approx([alone, without], abs=1e-12)
    assert shapley(table, 4) == pytest.approx([table[15] / 4] * 4, abs=1e-12)


@given(games())
def test_values_are_the_average_over_all_orders(game: tuple[int, list[float]]) -> None:
    """The weighted sum over portfolios equals the definition, and values add up to the impact of all."""
    k, table = game

    assert shapley(table, k) == pytest.approx(by_orders(table, k), abs=1e-12)
    assert sum(shapley(table, k)) == pytest.approx(table[-1], abs=1e-12)


@given(games())
def test_arrays_and_lists_give_the_same(game: tuple[int, list[float]]) -> None:
    """A numpy table gives the values of a list, with and without an axis of draws."""
    k, table = game
    draws = np.array([table, [2 * value for value in table]]).T

    assert list(shapley(np.array(table), k)) == pytest.approx(shapley(table, k), abs=1e-12)
    assert shapley(draws, k)[:, 1] == pytest.approx([2 * value for value in shapley(table, k)], abs=1e-12)
    assert list(interactions(np.array(table), k)) == [pytest.approx(row, abs=1e-12) for row in interactions(table, k)]


@given(games(least=2, most=4))
def test_who_adds_nothing_gets_nothing_and_equals_get_the_same(game: tuple[int, list[float]]) -> None:
    """A strategy that never adds anything has value 0; two that add the same everywhere have equal values."""
    k, table = game
    dummy = [table[bits & (1 << k) - 1] for bits in range(1 << (k + 1))]
    merged = [0.0] * (1 << (k + 1))
    for bits in range(1 << (k + 1)):
        both = (bits & 1) + (bits >> k & 1)
        rest = bits & ~1 & (1 << k) - 1
        merged[bits] = table[rest | (both > 0)] + both * 0.25

    assert shapley(dummy, k + 1)[k] == 0
    assert shapley(merged, k + 1)[0] == pytest.approx(shapley(merged, k + 1)[k], abs=1e-12)


@given(games(least=2))
def test_interactions_of_two_orders_agree(game: tuple[int, list[float]]) -> None:
    """The interaction of i and j is i's value with j in for sure less i's value with j out, shared out likewise."""
    k, table = game
    found = interactions(table, k)
    spread = [bits & 1 | (bits & ~1) << 1 for bits in range(1 << (k - 1))]
    # Strategy 1 taken out of the game: what 0 gets where it is in, less what it gets where it is out.
    inside = [table[bits | 2] for bits in spread]
    outside = [table[bits] for bits in spread]

    assert found[0][1] == pytest.approx(shapley(inside, k - 1)[0] - shapley(outside, k - 1)[0], abs=1e-12)


def test_quadrature_knows_the_tabulated_nodes() -> None:
    """The three-point rule has its closed form, and sixteen points have weights that add up to 1."""
    nodes, weights = zip(*gauss_legendre(3), strict=True)

    assert nodes == pytest.approx([0.5 - 0.15**0.5, 0.5, 0.5 + 0.15**0.5], abs=1e-15)
    assert weights == pytest.approx([5 / 18, 4 / 9, 5 / 18], abs=1e-15)
    assert sum(weight for _t, weight in gauss_legendre(16)) == pytest.approx(1, abs=1e-14)


@given(games())
def test_aumann_shapley_of_a_multilinear_impact_is_shapley(game: tuple[int, list[float]]) -> None:
    """Where the impact between portfolios is their multilinear extension, both values are the same (Owen)."""
    k, table = game

    def gradient(t: float) -> list[float]:
        weight = [t ** bits.bit_count() * (1 - t) ** (k - 1 - bits.bit_count()) for bits in range(1 << (k - 1))]
        return [
            sum(weight[bits] * (table[_with(bits, i) | 1 << i] - table[_with(bits, i)]) for bits in range(1 << (k - 1)))
            for i in range(k)
        ]

    assert aumann_shapley(gradient) == pytest.approx(shapley(table, k), abs=1e-12)


def _with(bits: int, i: int) -> int:
    """Return `bits` with a place for strategy `i` made in them."""
    low = bits & ((1 << i) - 1)
    return low | (bits - low) << 1


@given(games(most=4), st.integers(0, 3))
def test_sampled_values_add_up_and_come_near(game: tuple[int, list[float]], seed: int) -> None:
    """Values from drawn orders add up to the impact exactly, come near the exact ones, and are the same each time."""
    k, table = game
    found = sampled_shapley(of_table(table), k, seed, 2000)

    assert sum(found) == pytest.approx(table[-1], abs=1e-9)
    assert found == pytest.approx(shapley(table, k), abs=0.15)
    assert found == sampled_shapley(of_table(table), k, seed, 2000)


@given(games(least=2, most=4))
def test_sampled_interactions_come_near(game: tuple[int, list[float]]) -> None:
    """Interactions from drawn portfolios come near the exact ones."""
    k, table = game
    exact = interactions(table, k)
    found = sampled_interactions(of_table(table), k, seed=1, samples=2000)

    assert found == pytest.approx({pair: exact[pair[0]][pair[1]] for pair in found}, abs=0.25)
    assert (0, 1) in found
