"""Influence and dependence by links alone."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toc.leverage.structure import Arc, micmac, normalised, total_relation

CASES = Path(__file__).parent / "cases"
ARCS = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 5), st.sampled_from([0.25, 0.5, 0.75])).filter(
        lambda arc: arc[0] != arc[1]
    ),
    max_size=15,
    unique_by=lambda arc: arc[:2],
)


def matrix(arcs: list[Arc]) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    """Return the arcs of six nodes as a matrix; a row is a source."""
    found = np.zeros((6, 6))
    for source, target, weight in arcs:
        found[source, target] = weight
    return found


def test_the_published_matrix_is_normalised_as_published() -> None:
    """A DEMATEL matrix of five factors, divided by the greatest sum, is the published one to three decimals."""
    case = json.loads((CASES / "dematel_normalisation_5x5.json").read_text("utf-8"))
    arcs = [(i, j, value) for i, row in enumerate(case["direct"]) for j, value in enumerate(row)]
    found = [[0.0] * 5 for _i in range(5)]
    for i, j, value in normalised(arcs, 5):
        found[i][j] = value

    for row, published in zip(found, case["expected_normalised"], strict=True):
        assert row == pytest.approx(published, abs=case["tolerance"])


@given(ARCS)
def test_the_total_relation_is_that_of_the_inverse(arcs: list[Arc]) -> None:
    """Sums of rows and columns of N (I - N)^-1, half of N being taken so that the inverse exists."""
    halved = [(source, target, weight / 2) for source, target, weight in normalised(arcs, 6)]
    whole = matrix(halved) @ np.linalg.inv(np.eye(6) - matrix(halved))
    found = total_relation(halved, 6)

    assert found.influence == pytest.approx(whole.sum(axis=1), abs=1e-9)
    assert found.dependence == pytest.approx(whole.sum(axis=0), abs=1e-9)


@given(ARCS)
def test_micmac_sums_are_those_of_the_power(arcs: list[Arc]) -> None:
    """Rows and columns have the proportions of those of A^k, and the ranking rests there unless k is the longest."""
    found = micmac(arcs, 6)
    power = np.linalg.matrix_power(matrix(arcs), found.steps)

    assert np.array(found.influence) * power.sum(axis=1).max() == pytest.approx(
        power.sum(axis=1) * max(found.influence), abs=1e-9
    )
    assert np.array(found.dependence) * power.sum(axis=0).max() == pytest.approx(
        power.sum(axis=0) * max(found.dependence), abs=1e-9
    )


def test_a_ring_with_a_way_in_has_its_sums() -> None:
    """0 leads into a ring of three: each influences .3 + .09 + … = 3/7, and nothing acts on 0."""
    found = total_relation([(0, 1, 0.3), (1, 2, 0.3), (2, 3, 0.3), (3, 1, 0.3)], 4)

    assert found.influence == pytest.approx([3 / 7] * 4, abs=1e-9)
    assert found.dependence[0] == 0
