"""Scales: what words are worth, as toc has it and as a workspace asks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toc.config import read_config
from toc.leverage.scale import DEFAULT, EFFORTS, LIKELIHOODS, SCALES, STRENGTHS, Amount, scale_of, scales_to_check
from toc.syntax.keywords import table


def test_every_word_of_the_language_has_a_worth() -> None:
    """The words of strength, likelihood and effort are exactly those that the scale knows."""
    values = table()["values"]

    assert set(DEFAULT.strength) == set(values["strength"])
    assert set(DEFAULT.likelihood) == set(values["likelihood"])
    assert set(DEFAULT.effort) == set(values["effort"])


@pytest.mark.parametrize("words", [STRENGTHS, LIKELIHOODS])
def test_words_grow(words: dict[str, tuple[float, float, float]]) -> None:
    """In the order of the language, each word is worth more than the one before, inside its range and [0, 1]."""
    for low, mode, high in words.values():
        assert 0 <= low < mode < high <= 1
    for ends in zip(*words.values(), strict=True):
        assert list(ends) == sorted(ends)
    assert list(words) == list(table()["values"]["strength" if words is STRENGTHS else "likelihood"])


def test_the_usual_efforts_double() -> None:
    """Each word of effort stands for twice the one before."""
    assert [DEFAULT.effort[word] for word in EFFORTS] == [Amount(1), Amount(2), Amount(4), Amount(8)]


def test_three_numbers_replace_a_range() -> None:
    """Three numbers are least, most likely and greatest, and touch no other word."""
    scale = scale_of({"strength": {"weak": (0.0, 0.1, 0.2)}, "likelihood": {"even": (0.4, 0.5, 0.6)}})

    assert scale.strength["weak"] == (0.0, 0.1, 0.2)
    assert scale.likelihood["even"] == (0.4, 0.5, 0.6)
    assert scale.strength["strong"] == STRENGTHS["strong"]
    assert scale.effort == DEFAULT.effort


@given(st.sampled_from(tuple(STRENGTHS)), st.floats(0, 1))
def test_one_number_moves_a_range_along(word: str, mode: float) -> None:
    """The range around a new mode stays in [0, 1] and keeps the shares of the ways to 0 and to 1."""
    low, old, high = STRENGTHS[word]

    new_low, new_mode, new_high = scale_of({"strength": {word: mode}}).strength[word]

    assert 0 <= new_low <= new_mode == mode <= new_high <= 1
    assert new_low * old == pytest.approx(low * mode, abs=1e-12)
    assert (1 - new_high) * (1 - old) == pytest.approx((1 - high) * (1 - mode), abs=1e-12)


def test_the_usual_number_changes_nothing() -> None:
    """Writing the mode that a word has anyway leaves its range to the last bit."""
    modes = {word: mode for word, (_low, mode, _high) in STRENGTHS.items()}

    assert scale_of({"strength": modes}) == DEFAULT


def test_efforts_are_read_from_the_configuration() -> None:
    """Words and units may be worth amounts of another unit, numbers, or three numbers; other entries are units."""
    text = '[scale.effort]\nlow = "5000 EUR"\nhigh = 6\nETP = "60000.5 EUR"\njour = [200, 300, 450]\n'
    settings, findings = read_config(text, "toc.toml")

    scale = scale_of(settings.scales)

    assert findings == ()
    assert scale.effort["low"] == Amount(5000, "EUR")
    assert scale.effort["high"] == Amount(6)
    assert scale.effort["medium"] == Amount(2)
    assert scale.units == {"ETP": Amount(60000.5, "EUR"), "jour": Amount(300, None, 200, 450)}


def test_lists_of_one_number_are_that_number() -> None:
    """A list of one number is read as fixed: nothing is around it."""
    scale = scale_of({"strength": {"weak": (0.3,)}, "effort": {"low": (3.0,)}})

    assert scale.strength["weak"] == (0.3, 0.3, 0.3)
    assert scale.effort["low"] == Amount(3, None, 3, 3)


def test_the_five_scales() -> None:
    """Flags are checked under the usual scale and the four others, in all of which words grow."""
    found = [tuple(scale.strength[word][1] for word in ("weak", "moderate", "strong")) for scale in SCALES]

    assert found == [(0.25, 0.5, 0.75), (0.2, 0.4, 0.6), (0.33, 0.67, 0.99), (0.1, 0.5, 0.9), (0.1, 0.3, 0.9)]
    for scale in SCALES:
        modes = [mode for _low, mode, _high in scale.strength.values()]
        assert modes == sorted(modes)
        assert all(0 <= low <= mode <= high <= 1 for low, mode, high in scale.strength.values())


def test_scales_to_check_keep_the_efforts_of_the_workspace() -> None:
    """The scales to check are that of the workspace and four that differ from it in strengths alone."""
    own = scale_of({"strength": {"weak": 0.15}, "effort": {"ETP": "60000 EUR"}})

    found = scales_to_check(own)

    assert found[0] == own
    assert len(found) == 5
    assert {(scale.effort == own.effort, scale.units == own.units) for scale in found} == {(True, True)}
