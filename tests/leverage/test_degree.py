"""Degrees: reference cases."""

import pytest
from leverage.models import case, values_of, worked_example


def test_the_worked_example_has_the_degrees_computed_by_hand() -> None:
    """Every degree of the worked example is the one derived by hand, to ten places."""
    expected = case("own_worked_example_school_ready")["x_all"]

    assert values_of(worked_example()) == pytest.approx(expected, abs=1e-10)
