"""The stream of random numbers: the same everywhere, and distributed as it says."""

import math
from hashlib import blake2b

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats  # type: ignore[import-untyped]

from toc.leverage.stream import Stream, effort_factor, pert

FIRST_NUMBERS = [
    "0x1.4df369a90dbb9p-2",
    "0x1.cbc8ee8b951eep-1",
    "0x1.9e9f26c3d8e8dp-2",
    "0x1.7168a237a9cccp-1",
    "0x1.a69fc9f756e6ap-1",
    "0x1.7827c3f21dc76p-1",
    "0x1.c2327090e9dd7p-1",
    "0x1.6c23845697c60p+0",
    "0x1.ddee7887ef7dcp-1",
]
PROBABILITIES = np.concatenate([np.linspace(1e-4, 1 - 1e-4, 997), np.geomspace(1e-4, 0.5, 50)])


def philox(counter: int, key: tuple[int, int]) -> list[int]:
    """Return a block of Philox4x64-10, as in Salmon et al. 2011, written plainly."""
    most = 2**64 - 1
    block, (first, second) = [counter, 0, 0, 0], key
    for _round in range(10):
        left, right = 0xD2E7470EE14C6C93 * block[0], 0xCA5A826395121157 * block[2]
        block = [right >> 64 ^ block[1] ^ first, right & most, left >> 64 ^ block[3] ^ second, left & most]
        first, second = first + 0x9E3779B97F4A7C15 & most, second + 0xBB67AE8584CAA73B & most
    return block


def test_a_seed_means_the_same_everywhere() -> None:
    """A stream is Philox4x64-10 under its key, from counter 1 on."""
    digest = int.from_bytes(blake2b("été".encode(), digest_size=8).digest(), "little")
    expected = [word for counter in (1, 2, 3) for word in philox(counter, (7, digest))]

    assert Stream(7).words("été", 0, 12).tolist() == expected
    assert Stream(7 - 2**64).words("été", 0, 12).tolist() == expected


def test_numbers_stay_what_they_were() -> None:
    """The first numbers of a seed are those of the first version, to the last bit."""
    uniform = Stream(0).uniforms("strength a contributes b", 0, 3)
    found = [*uniform.tolist(), *pert(uniform, 0.6, 0.75, 0.9).tolist(), *effort_factor(uniform).tolist()]

    assert [number.hex() for number in found] == FIRST_NUMBERS


def test_numbers_come_from_words_as_described() -> None:
    """A word gives the number in the middle of its 2**53 possible cells."""
    found = [float(number) for number in Stream(7).uniforms("effort a", 0, 3)]

    assert found == [((int(word) >> 11) + 0.5) / 2**53 for word in Stream(7).words("effort a", 0, 3)]


@given(st.integers(0, 40), st.integers(0, 40))
def test_a_draw_does_not_depend_on_how_many_there_are(start: int, count: int) -> None:
    """Whatever part of a stream is asked for, draw number d is the same."""
    whole = Stream(3).uniforms("x", 0, 80)

    assert Stream(3).uniforms("x", start, start + count).tolist() == whole[start : start + count].tolist()


def test_names_and_seeds_have_streams_of_their_own() -> None:
    """Two names, or two seeds, share no numbers, and no more than chance correlates them."""
    rows = [Stream(seed).uniforms(name, 0, 4000) for seed in (0, 1) for name in ("a", "b")]

    found = np.corrcoef(rows) - np.eye(4)

    assert float(np.abs(found).max()) < 0.06
    assert len({float(row[0]) for row in rows}) == 4


@pytest.mark.parametrize(
    ("low", "mode", "high"),
    [(0.6, 0.75, 0.9), (0.85, 0.95, 1.0), (0.05, 0.12, 0.2), (0, 0, 1), (0, 1, 1), (0.2, 0.21, 0.9)],
)
def test_pert_quantiles_are_those_of_the_beta_distribution(low: float, mode: float, high: float) -> None:
    """Numbers read from the table are within 2e-6 of the range of what SciPy computes."""
    shape = 1 + 4 * (mode - low) / (high - low)
    expected = low + (high - low) * stats.beta.ppf(PROBABILITIES, shape, 6 - shape)

    found = pert(PROBABILITIES, low, mode, high)

    assert found == pytest.approx(expected, abs=2e-6 * (high - low))


def test_efforts_are_off_by_a_normal_factor_that_is_cut_off() -> None:
    """The logarithm of the factor is normal with deviation 0.3, without what is more than two deviations away."""
    expected = np.exp(0.3 * stats.truncnorm.ppf(PROBABILITIES, -2, 2))

    found = effort_factor(PROBABILITIES)

    assert found == pytest.approx(expected, abs=2e-6)
    assert effort_factor(np.array([0.0, 0.5, 1.0])) == pytest.approx([math.exp(-0.6), 1.0, math.exp(0.6)], abs=1e-11)


@given(st.tuples(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1)).map(sorted), st.floats(0, 1), st.floats(0, 1))
def test_pert_rises_from_low_to_high(numbers: list[float], first: float, second: float) -> None:
    """Numbers lie between low and high, and a greater probability never gives a smaller number."""
    low, mode, high = numbers
    lower, upper = sorted((first, second))

    found = pert(np.array([0.0, lower, upper, 1.0]), low, mode, high).tolist()

    assert found == sorted(found)
    assert low <= found[0]
    assert found[-1] <= high or found[-1] == pytest.approx(high, abs=1e-15)
