"""What is told of cards and links besides the picture: every property, in both languages."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from scene.theories import theories

from toc.api import load
from toc.leverage.assessment import Leverage
from toc.messages import LANGUAGES
from toc.model.theory import Theory
from toc.scene.compose import compose
from toc.scene.details import Asked, details
from toc.scene.options import Options

MODEL = Path(__file__).parent / "details"


@cache
def model() -> Theory:
    """Return the model that has every property once."""
    return load(MODEL / "model.toc")


def told(theory: Theory, language: str = "en", leverage: Leverage | None = None) -> dict[str, dict[str, str]]:
    """Return the rows told of each card and link."""
    scene = compose(theory, Options(language=language))
    return {
        name: dict(rows) for name, rows in details(theory, scene.cards, scene.links, Asked(language, leverage=leverage))
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_told_is_as_kept(language: str, golden: Callable[[Path, str], None]) -> None:
    """Everything that the model says of a card or a link is told, in the words of its language."""
    scene = compose(model(), Options(language=language, details=True))
    lines = []
    for name, rows in scene.details:
        lines += [f"{name}", *(f"  {heading}\n    " + text.replace("\n", "\n    ") for heading, text in rows), ""]

    golden(MODEL / f"{language}.txt", "\n".join(lines))


def test_details_are_made_for_those_who_ask() -> None:
    """A scene has no details unless they are asked for."""
    assert compose(model(), Options()).details == ()


def test_what_is_private_is_not_told() -> None:
    """With what is private left out, nothing of it is told either."""
    element = next(found for found in model().elements.values() if found.id == "meals")
    private = load(MODEL / "model.toc")
    hidden = evolve(
        private,
        elements={key: found for key, found in private.elements.items() if key != element.key},
    )

    assert "Home-cooked meals" in str(told(model())["card-cook"])
    assert "Home-cooked meals" not in str(told(hidden)["card-cook"])


def test_leverage_is_told_of_strategies() -> None:
    """With numbers of leverage, a strategy's share of the impact stands beside its share of the effort."""
    theory = load(Path(__file__).parents[2] / "examples" / "first-job" / "first-job.toc")
    rows = told(theory, leverage=Leverage(theory))["card-homes"]
    without = told(theory)["card-homes"]

    assert set(rows) - set(without) == {"Leverage"}
    assert re.fullmatch(r"[\d.]+: 0\.\d+ of the impact for 0\.\d+ of the effort", rows["Leverage"])


@given(drawn=theories(), language=st.sampled_from(LANGUAGES))
def test_of_any_theory_something_sensible_is_told(drawn: Theory, language: str) -> None:
    """Whatever the model, each detail belongs to a card or link that is drawn, once, and no row is empty."""
    scene = compose(drawn, Options(language=language, details=True))
    names = [found.id for found in scene.details]

    assert len(names) == len(set(names))
    assert set(names) <= {card.id for card in scene.cards} | {link.id for link in scene.links}
    assert all(found.rows for found in scene.details)
    assert all(heading.strip() and text.strip() for found in scene.details for heading, text in found.rows)
