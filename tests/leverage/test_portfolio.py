"""Portfolios that nothing cheaper beats: exactly from a table, and searched for where there is none."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toc.leverage.portfolio import SAME, Choice, best_within, effort_of, front, searched, searched_front


@st.composite
def choices(draw: st.DrawFn) -> tuple[list[float], list[float]]:
    """Return a table of all portfolios' impacts (nothing: 0), and what each strategy asks for."""
    k = draw(st.integers(1, 6))
    values = draw(st.lists(st.integers(-8, 8), min_size=(1 << k) - 1, max_size=(1 << k) - 1))
    efforts = draw(st.lists(st.sampled_from([0.5, 1.0, 2.0, 3.0, 8.0]), min_size=k, max_size=k))
    return [0.0, *(value / 8 for value in values)], efforts


def of_table(table: Sequence[float]) -> Callable[[Sequence[int]], list[float]]:
    """Return the impacts of portfolios as a table has them."""
    return lambda portfolios: [table[bits] for bits in portfolios]


def best_by_trying(table: Sequence[float], efforts: Sequence[float], budget: float) -> float:
    """Return the greatest impact within `budget`, by trying every portfolio."""
    return max(table[bits] for bits in range(len(table)) if effort_of(bits, efforts) <= budget + SAME)


@given(choices())
def test_the_front_has_the_best_of_every_budget(game: tuple[list[float], list[float]]) -> None:
    """Within any budget the front's last affordable portfolio is the best there is, and it rises in both ways."""
    table, efforts = game
    found = front(table, efforts)

    assert all(a.effort < b.effort and a.impact < b.impact for a, b in pairwise(found))
    for budget in sorted({effort_of(bits, efforts) for bits in range(len(table))}):
        assert best_within(found, budget).impact == max(0, best_by_trying(table, efforts, budget))


@given(choices())
def test_a_front_says_what_its_portfolios_are(game: tuple[list[float], list[float]]) -> None:
    """Each portfolio of the front has the effort of its strategies and the impact that the table gives it."""
    table, efforts = game

    assert all(
        each == Choice(each.bits, effort_of(each.bits, efforts), table[each.bits]) for each in front(table, efforts)
    )


@given(choices())
def test_arrays_and_lists_give_one_front(game: tuple[list[float], list[float]]) -> None:
    """A numpy table has the front of a list."""
    table, efforts = game

    assert front(np.array(table), efforts) == front(table, efforts)


@given(choices(), st.floats(0.1, 1))
def test_a_search_never_beats_the_front_nor_the_budget(game: tuple[list[float], list[float]], part: float) -> None:
    """What is found by searching is within the budget, has the impact it says, and is no better than the best."""
    table, efforts = game
    budget = part * sum(efforts)
    found = searched(of_table(table), efforts, budget)

    assert found == Choice(found.bits, effort_of(found.bits, efforts), table[found.bits])
    assert found.effort <= budget + SAME
    assert found.impact <= best_by_trying(table, efforts, budget)


@pytest.mark.parametrize("joined", [1, 2, 3])
def test_a_search_nearly_always_finds_the_best(joined: int) -> None:
    """Of 40 games of 10 strategies where groups of 1 to 3 count only together, the best is found in at least 34."""
    hits = 0
    for seed in range(40):
        random = Random(seed)
        efforts = [1.0 + int(8 * random.random()) for _i in range(10)]
        groups = [[int(10 * random.random()) for _j in range(1 + int(joined * random.random()))] for _g in range(12)]
        table = [
            1 - 0.8 ** sum(all(bits >> number & 1 for number in group) for group in groups) for bits in range(1 << 10)
        ]
        budget = sum(efforts) / 2
        found = searched(of_table(table), efforts, budget)
        hits += found.impact >= best_by_trying(table, efforts, budget) - SAME

    assert hits >= 34


def test_what_only_works_together_is_found() -> None:
    """Two strategies that achieve nothing alone are chosen together, where greedy steps would see no gain."""
    table = [0.0, 0.0, 0.0, 0.9, 0.1, 0.1, 0.1, 1.0]
    found = searched(of_table(table), [2, 2, 1], 4)

    assert found == Choice(0b011, 4, 0.9)


def test_a_searched_front_rises_and_holds_the_best_of_all() -> None:
    """For 24 strategies the front rises in effort and impact and ends with as much as all achieve."""
    efforts = [1.0 + number % 5 for number in range(24)]

    def impacts(portfolios: Sequence[int]) -> list[float]:
        return [1 - 0.9 ** bits.bit_count() for bits in portfolios]

    found = searched_front(impacts, efforts)

    assert all(a.effort < b.effort and a.impact < b.impact for a, b in pairwise(found))
    assert found[-1] == pytest.approx(((1 << 24) - 1, sum(efforts), 1 - 0.9**24))
    assert found[0].effort == 1
