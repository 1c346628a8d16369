"""How far a picture moves when its model changes a little; `make bench` publishes the figures of more edits."""

import random
from collections.abc import Mapping

import pytest
from generate import generate
from hypothesis import given
from hypothesis import strategies as st
from scene.theories import theories
from stability import (
    LANES,
    WITHIN,
    edits,
    figures,
    measure,
    share_moved,
    with_memory,
    without_memory,
)

from toc.formats.svg import svg
from toc.model.theory import Theory
from toc.scene.compose import compose
from toc.scene.options import Options

# Few edits, so limits have some room beside the figures that are published.
EDITS = 30
IN_LANES, IN_COLUMNS, REMEMBERED = 0.3, 0.27, 0.05
# Of models and edits: one may be luckier than another.
SEEDS = (0, 100, 200)


@pytest.mark.parametrize("size", [30, 100])
def test_few_cards_in_lanes_move_without_a_memory(size: int) -> None:
    """After a random edit, most of the other cards stand where they stood, as a median."""
    shares = measure(size, EDITS, without_memory(Options(view=LANES)), WITHIN)

    assert figures(shares)["median"] <= IN_LANES


@pytest.mark.parametrize("seed", SEEDS)
def test_few_cards_without_lanes_move_without_a_memory(seed: int) -> None:
    """Where there are no lanes, a random edit moves no more than a part of the other cards either."""
    shares = measure(30, 2 * EDITS, without_memory(Options()), seed=seed)

    assert figures(shares)["median"] <= IN_COLUMNS


@pytest.mark.parametrize("seed", SEEDS)
def test_few_of_many_cards_without_lanes_move_without_a_memory(seed: int) -> None:
    """Nor where there are many cards."""
    shares = measure(160, EDITS, without_memory(Options()), seed=seed)

    assert figures(shares)["median"] <= IN_COLUMNS


@pytest.mark.parametrize("view", [LANES, None])
@pytest.mark.parametrize("size", [30, 160])
def test_next_to_no_card_moves_with_a_memory(size: int, view: str | None) -> None:
    """After a random edit, the other cards stand where they stood."""
    shares = measure(size, EDITS, with_memory(Options(view=view)), WITHIN if view else 0.0)

    assert figures(shares)["median"] <= REMEMBERED


def test_the_measure_counts_what_it_says() -> None:
    """A common shift counts nothing, cards that were edited are left out, 20 px are no move."""
    before = {name: (100.0 * at, 0.0) for at, name in enumerate("abcdef")}

    def moved(shifts: Mapping[str, float], touched: Mapping[str, str] | None = None) -> float:
        after = {name: (x + 500 + shifts.get(name, 0), y) for name, (x, y) in before.items()}
        return share_moved(before, after, touched or {})

    assert moved({}) == 0
    assert moved({"a": 20}) == 0
    assert moved({"a": 21}) == 1 / 6
    assert moved({"a": 21, "b": -300}, {"b": ""}) == 1 / 5


def test_every_kind_of_edit_is_made() -> None:
    """The kinds of edit take turns, and each changes the model."""
    model = generate(30)
    made = list(edits(model, 12))

    assert [kind for kind, _, _ in made[:6]] == ["added", "removed", "renamed", "relabelled", "linked", "unlinked"]
    assert all(after != model for _, after, _ in made)


@given(theories(most=24), st.randoms(use_true_random=False), st.sampled_from(("up", "right")))
def test_the_order_of_statements_changes_nothing(model: Theory, chance: random.Random, direction: str) -> None:
    """A theory whose elements and links come in another order has the same picture, byte for byte."""
    elements, links = list(model.elements.items()), list(model.links)
    chance.shuffle(elements)
    chance.shuffle(links)
    head = model.head
    other = Theory(model.file, head, dict(elements), tuple(links), model.vision_aliases, model.files)
    options = Options(direction=direction)

    assert svg(compose(other, options)) == svg(compose(model, options))
