"""Efforts: words, numbers, amounts and ranges, in one unit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from model.models import key, theory_of

from toc.leverage.efforts import Effort, Efforts, efforts
from toc.leverage.scale import DEFAULT, Worth, scale_of


def read(*written: str, scale: dict[str, Worth] | None = None) -> Efforts:
    """Return the efforts of strategies s1, s2 … with these efforts (an empty one: none stated)."""
    names = [f"s{place}" for place in range(1, len(written) + 1)]
    lines = [
        f'strategy {name} "{name}" {{ {f"effort {effort}" if effort else "feasibility 1"} }}'
        for name, effort in zip(names, written, strict=True)
    ]
    asked = scale_of({"effort": scale}) if scale else DEFAULT
    return efforts(theory_of("\n".join(lines)), asked, [key(name) for name in names])


def stated(value: float, low: float | None = None, high: float | None = None, unit: str | None = None) -> Effort:
    """Return an effort that the writer gave."""
    return Effort(value, low, high, stated=True, unit=unit)


def test_words_are_points() -> None:
    """The four words are worth 1, 2, 4 and 8 points, which plain numbers are counted in as well."""
    found = read("low", "medium", "high", "very high", "3")

    assert list(found.values) == [1, 2, 4, 8, 3]
    assert (found.unit, found.mixed, found.total) == (None, (), 18)
    assert found.items[0] == stated(1)


def test_french_words_are_the_same_efforts() -> None:
    """`faible` is low where an effort stands."""
    assert read("faible", "très élevé").values == (1, 8)


def test_amounts_of_one_unit() -> None:
    """Amounts stand as they are; the middle of a range is its most likely value."""
    found = read("30000 EUR", "20000..40000 EUR", "5000.5 EUR")

    assert found.items == (
        stated(30000, unit="EUR"),
        stated(30000, 20000, 40000, "EUR"),
        stated(5000.5, unit="EUR"),
    )
    assert (found.unit, found.mixed) == ("EUR", ())


def test_a_missing_effort_is_the_median_of_the_others() -> None:
    """With an even number of others it is the middle of the two in the middle, in their unit."""
    found = read("", "10 EUR", "40 EUR", "20 EUR", "1000 EUR")

    assert found.items[0] == Effort(30, None, None, stated=False, unit="EUR")
    assert [effort.stated for effort in found.items] == [False, True, True, True, True]


def test_without_any_effort_each_is_1() -> None:
    """Where nobody stated an effort, all are 1 and none is stated."""
    found = read("", "", "")

    assert list(found.values) == [1, 1, 1]
    assert not any(effort.stated for effort in found.items)
    assert (found.unit, found.mixed) == (None, ())


def test_units_that_cannot_be_compared_are_told() -> None:
    """Each effort keeps its own unit, and the units are listed, points as None, whatever the order."""
    found = read("30000 EUR", "2 ETP", "high", "")

    assert found.mixed == (None, "ETP", "EUR")
    assert found.items == (
        stated(30000, unit="EUR"),
        stated(2, unit="ETP"),
        stated(4),
        Effort(1, None, None, stated=False, unit=None),
    )
    assert read("high", "", "2 ETP", "30000 EUR").mixed == found.mixed


def test_units_are_compared_by_the_scale() -> None:
    """A unit that the scale gives in another is converted into it, words and ranges too."""
    found = read("30000 EUR", "2 ETP", "1..2 ETP", "low", scale={"ETP": "60000 EUR", "low": "5000 EUR"})

    assert found.items == (
        stated(30000, unit="EUR"),
        stated(120000, unit="EUR"),
        stated(90000, 60000, 120000, "EUR"),
        stated(5000, unit="EUR"),
    )
    assert (found.unit, found.mixed) == ("EUR", ())


def test_units_are_converted_by_way_of_others() -> None:
    """Days count in weeks, weeks in euros, and ranges of conversions widen what they convert."""
    found = read("10 days", "1 EUR", scale={"day": "0.2 week", "week": "1000 EUR"})
    ranged = read("2 jours", scale={"jour": (200.0, 300.0, 450.0)})

    assert list(found.values) == [2000, 1]
    assert ranged.items == (stated(600, 400, 900),)


def test_conversions_that_go_round_in_a_circle_convert_nothing() -> None:
    """Euros in dollars and dollars in euros leave both as they are, and end."""
    found = read("3 EUR", "2 USD", scale={"EUR": "1.1 USD", "USD": "0.9 EUR"})

    assert list(found.values) == [3, 2]
    assert found.mixed == ("EUR", "USD")


@pytest.mark.parametrize("written", [("1 day", "2 days"), ("1 jour", "2 jours"), ("1 eur", "2 EUR"), ("1 an", "2 ans")])
def test_units_are_the_same_in_singular_and_plural_and_in_capitals(written: tuple[str, str]) -> None:
    """A plural s and capitals make no other unit."""
    found = read(*written)

    assert list(found.values) == [1, 2]
    assert not found.mixed


def test_a_word_may_be_ranged() -> None:
    """Three numbers for a word of effort give its efforts a range."""
    assert read("low", scale={"low": (1.0, 2.0, 5.0)}).items == (stated(2, 1, 5),)


@given(st.permutations(["30000 EUR", "2 ETP", "medium", "", "5..9 EUR", "1 etp"]))
def test_the_order_of_strategies_does_not_matter(written: list[str]) -> None:
    """Efforts follow their strategies, and the units of the whole are the same."""
    usual = ["30000 EUR", "2 ETP", "medium", "", "5..9 EUR", "1 etp"]
    expected = dict(zip(usual, read(*usual).items, strict=True))

    found = read(*written)

    assert dict(zip(written, found.items, strict=True)) == expected
    assert found.mixed == read(*usual).mixed
