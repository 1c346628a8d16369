"""A picture told step by step where its view says nothing of that."""

from itertools import pairwise

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from scene.theories import canteens, element, link, theories, theory

from toc.model.theory import Theory
from toc.scene.compose import compose
from toc.scene.options import Options
from toc.scene.reveal import steps_of
from toc.scene.scene import Step
from toc.scene.view import DIRECTIONS


@given(model=theories(), direction=st.sampled_from(DIRECTIONS))
def test_each_level_adds_to_what_was_shown(model: Theory, direction: str) -> None:
    """Each step shows all that the one before did and more, links with both ends, and the last step everything."""
    scene = compose(model, Options(direction=direction))
    steps = steps_of(scene)

    for before, after in pairwise(steps):
        assert before.cards < after.cards
        assert before.links <= after.links
    for step in steps:
        shown = {link.id for link in scene.links if {link.source, link.target} <= step.cards}
        assert step.links == shown
    if steps:
        assert steps[-1].cards == {card.id for card in scene.cards}
        assert steps[-1].links == {link.id for link in scene.links}


def test_the_vision_comes_first_whichever_way_it_reads() -> None:
    """In every direction the first step is the vision alone, and the last level the strategies."""
    for direction in DIRECTIONS:
        scene = compose(canteens(), Options(direction=direction))
        steps = steps_of(scene)
        last = steps[-1].cards - steps[-2].cards

        assert steps[0].cards == {"card-vision"}
        assert steps[0].title == "Notre vision"
        assert steps[-1].title == "Stratégies"
        assert last == {card.id for card in scene.cards if card.kind == "strategy"}


def test_a_gate_comes_with_the_last_of_its_cards() -> None:
    """A gate is shown once all of its causes and its effect are."""
    scene = compose(canteens(), Options())
    gate = next(card.id for card in scene.cards if card.shape == "gate")
    ends = {
        end for found in scene.links for end in (found.source, found.target) if gate in (found.source, found.target)
    }

    for step in steps_of(scene):
        assert (gate in step.cards) == (ends - {gate} <= step.cards)


def test_one_level_is_no_story() -> None:
    """A picture of a single level has no steps."""
    assert steps_of(compose(theory([element("strategy", "a"), element("strategy", "b")], []), Options())) == ()


def test_without_links_it_is_told_lane_by_lane() -> None:
    """Where nothing leads to anything, each lane is a step, and what stands in none comes last."""
    elements = [element("pathway", name, name.upper()) for name in ("p", "q")]
    elements += [element("strategy", name, name, parent) for name, parent in (("a", "p"), ("b", "q"), ("c", "q"))]
    scene = compose(theory([*elements, element("strategy", "d")], []), Options())
    steps = steps_of(scene)

    assert [(step.title, sorted(step.cards)) for step in steps] == [
        ("P", ["card-a"]),
        ("Q", ["card-a", "card-b", "card-c"]),
        ("Strategies", ["card-a", "card-b", "card-c", "card-d"]),
    ]


def test_steps_of_the_view_are_told() -> None:
    """Where the view has steps, those are told."""
    own = (Step("One", frozenset({"card-v"}), frozenset()),)
    model = theory([element("vision", "v"), element("strategy", "s")], [link("s", "v")])

    assert steps_of(evolve(compose(model, Options()), steps=own)) == own
