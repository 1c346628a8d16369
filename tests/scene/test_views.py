"""Views: those a model declares, and those that every model has."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from scene.test_geometry import elements_of
from scene.theories import canteens, element, key, link, read, theories, theory

from toc.model.theory import Theory
from toc.scene.compose import compose
from toc.scene.options import Options
from toc.scene.scene import Scene
from toc.scene.views import NAMES, view_named, view_names

VALLEY = """\
theory "Reading in the valley" { languages en, fr }
vision reading "Every child loves to read"
actor town "The town" { sector state; role decide }
actor school "The village school" { sector institution; role decide; concerned; part of town }
actor poet "The poet" { sector citizen; role consult; champion know }
pathway books "Books" {
  precondition home "There are books at home" { of poet; level collective }
  strategy bus "A library bus" { lead town; by school; in 2026..2028
    activity "Buy the bus" { in 2026-03; status done }
    output bags "A bag for each family" { in 2027 }
    bus_free
  }
}
pathway voices "Voices" {
  with home
  precondition aloud "Somebody reads aloud" { level individual; sphere influence }
  strategy club "A reading club" { by school; status idea }
}
bus -> home
club -> aloud
home => reading
aloud => reading
home -> aloud
indicator many "How many do" { measures home; baseline 20 %; target 60 % }
question why "Why do they stop?" { about aloud }
risk rain "Rain" { on bus }
view told "Told" { show preconditions, strategies, questions, risks, indicators, actors }
view only "Only" { show actors, indicators }
view pages "Pages" {
  paper a3
  direction left
  theme dark
  step "The vision" { show reading }
  step "What must be there" { show preconditions; highlight home }
  step "Not yet" { hide aloud }
  step "Look" { highlight home }
  step "All of it"
}
""".replace("    bus_free\n", "")


def drawn(view: str | None = None, **options: Any) -> Scene:
    """Return a view of the valley."""
    return compose(read(VALLEY), Options(view=view, **options))


def ids(found: Iterable[Any]) -> set[str]:
    """Return the ids of cards, without what all of them begin with."""
    return {card.id.removeprefix("card-") for card in found}


def test_every_model_has_standing_views() -> None:
    """Each has an overview, a map of leverage, its actors and its plan, one view a pathway, one for who does things."""
    assert view_names(read(VALLEY), "en") == (
        *("only", "pages", "told"),
        *("overview", "leverage", "actors", "plan"),
        *("books", "voices"),
        *("poet", "school", "town"),
    )
    assert view_names(read(VALLEY), "fr")[3:7] == ("ensemble", "leviers", "acteurs", "plan")


@pytest.mark.parametrize("name", NAMES)
def test_standing_views_have_names_in_both_languages(name: str) -> None:
    """The English and the French name mean the same view, in any case."""
    model = read(VALLEY)
    words = NAMES[name]

    assert view_named(model, words.en) == view_named(model, words.fr) == view_named(model, words.fr.upper())
    assert view_named(model, words.en) is not None


def test_a_view_of_ones_own_comes_before_a_standing_one() -> None:
    """A model that declares a view `plan` has its own plan."""
    model = read(VALLEY + 'view plan "Mine" { show bus }\n')

    assert ids(compose(model, Options(view="plan")).cards) == {"bus"}


def test_what_is_no_view_draws_the_chain() -> None:
    """Asked for an unknown view, a program gets the causal chain."""
    assert ids(drawn("nothing").cards) == ids(drawn().cards)


def test_a_pathway_shows_what_is_in_it_and_what_that_leads_to() -> None:
    """Its own steps, what it shares, what these lead to next, and the vision."""
    assert ids(drawn("books").cards) == {"reading", "home", "bus", "bags", "aloud"}
    assert ids(drawn("voices").cards) == {"reading", "home", "aloud", "club"}


def test_an_actor_sees_its_part() -> None:
    """What it does is highlighted, with all that this leads to."""
    found = drawn("town")

    assert ids(card for card in found.cards if card.highlighted) == {"bus"}
    assert ids(found.cards) == {"reading", "home", "aloud", "bus", "bags"}


def test_actors_are_shown_with_their_roles() -> None:
    """The view of the actors has a card for each, by role, with what it does, and what it is part of."""
    found = drawn("actors")
    school = next(card for card in found.cards if card.id == "card-school")
    texts = " ".join(line.text for line in school.lines)

    assert [lane.title for lane in found.lanes] == ["Decide", "Consult"]
    assert ids(found.cards) == {"town", "school", "poet"}
    assert "Lives with the issue" in texts
    assert "Part of: The town" in texts


def test_actors_without_roles_stand_by_sector() -> None:
    """Where no actor has a role, the lanes are sectors."""
    text = 'actor a "A" { sector state }\nactor b "B" { sector citizen }\nvision v "V"\n'

    assert [lane.title for lane in compose(read(text), Options(view="actors")).lanes] == ["Citizen", "State"]


def test_what_has_no_step_is_told_on_the_cards_it_belongs_to() -> None:
    """Indicators, questions and risks that a view shows stand on the cards of what they are about."""
    told = {card.id: [line.text for line in card.lines if line.size == 11] for card in drawn("told").cards}

    assert told["card-home"] == ["• How many do"]
    assert told["card-aloud"] == ["? Why do they stop?"]
    assert told["card-bus"] == ["△ Rain"]


def test_where_no_step_is_shown_the_others_have_cards_by_kind() -> None:
    """A view of actors and indicators alone gives each a card, in lanes by kind."""
    found = drawn("only")

    assert [lane.title for lane in found.lanes] == ["Actors", "Indicators"]
    assert ids(found.cards) == {"town", "school", "poet", "many"}


def test_a_view_says_paper_theme_and_direction() -> None:
    """What the view says goes into the scene; options go before it."""
    found = drawn("pages")

    assert (found.paper, found.theme.name, found.direction) == ("A3", "dark", "left")
    assert (drawn("pages", paper="A0").paper, drawn("pages", theme="print").theme.name) == ("A0", "print")


def test_steps_add_up() -> None:
    """A step shows what it names besides what was shown before, without what it hides; links appear with their ends."""
    steps = drawn("pages").steps
    whole = ids(drawn().cards)

    assert [step.title for step in steps] == [
        "The vision",
        "What must be there",
        "Not yet",
        "Look",
        "All of it",
    ]
    seen = [{name.removeprefix("card-") for name in step.cards} for step in steps]
    assert seen == [{"reading"}, {"reading", "home", "aloud"}, {"reading", "home"}, {"reading", "home"}, whole]
    assert [len(step.links) for step in steps] == [0, 3, 1, 1, len(drawn("pages").links)]
    assert [sorted(step.highlighted) for step in steps] == [[], ["card-home"], [], ["card-home"], []]


def test_gates_are_seen_with_all_that_meets_in_them() -> None:
    """A gate appears at the step at which the last of its causes and its effect are there."""
    model = read(
        'vision v "V"\noutcome a "A"\noutcome b "B"\noutcome c "C"\na & b -> c\nc -> v\n'
        'view w "W" { step "1" { show a, c }\n step "2" { show b } }\n'
    )
    steps = compose(model, Options(view="w")).steps

    assert [sorted(name for name in step.cards if name.startswith("gate")) for step in steps] == [[], ["gate-1"]]
    assert [len(step.links) for step in steps] == [0, 3]


def test_views_without_steps_have_none() -> None:
    """Without steps in the view there are none in the scene."""
    assert (drawn().steps, drawn("told").steps) == ((), ())


def test_a_pathway_has_the_same_colour_in_every_view() -> None:
    """Whatever is drawn beside it, and in whatever order, a lane keeps its hue."""
    model = canteens()
    hues = {lane.title: lane.hue for lane in compose(model, Options()).lanes}
    seen = {
        (lane.title, lane.hue) for name in ("p1", "p2", "p3", "p4") for lane in compose(model, Options(view=name)).lanes
    }

    assert len(set(hues.values())) == 4
    assert seen == set(hues.items())


def test_levels_and_actors_keep_their_colours_too() -> None:
    """The hue of a level does not depend on which levels are drawn."""
    elements = [
        element("outcome", "a", "A", level="system"),
        element("outcome", "b", "B", level="individual"),
        element("view", "all", "", group_by="level"),
    ]
    both = compose(theory(elements, []), Options(view="all"))
    one = compose(theory([elements[0], elements[2]], []), Options(view="all"))

    assert {lane.title: lane.hue for lane in one.lanes}.items() <= {lane.title: lane.hue for lane in both.lanes}.items()


def test_what_a_group_does_lies_in_its_hands() -> None:
    """By sphere, strategies and outputs without one stand in the sphere of control."""
    elements = [
        element("strategy", "s", "S"),
        element("output", "o", "O"),
        element("outcome", "a", "A", sphere="interest"),
        element("view", "w", "", group_by="sphere"),
    ]
    found = compose(theory(elements, [link("s", "o"), link("o", "a")]), Options(view="w"))
    lanes = {card.id: found.lanes[card.lane].title for card in found.cards if card.lane is not None}

    assert lanes == {
        "card-s": "Sphere of control",
        "card-o": "Sphere of control",
        "card-a": "Sphere of interest",
    }


@pytest.mark.parametrize("direction", ["up", "right", "down", "left"])
def test_the_name_of_the_ceiling_covers_no_link(direction: str) -> None:
    """Where there is room on its line, the ceiling's name stands beside the links that cross it."""
    found = compose(canteens(), Options(direction=direction))
    ceiling = found.ceiling
    assert ceiling is not None
    box = ceiling.label
    for drawn_link in found.links:
        at = drawn_link.start
        for curve in drawn_link.curves:
            points = [at, *curve_points(at, curve)]
            at = curve.end
            assert not any(
                min(one.x, two.x) < box.right
                and max(one.x, two.x) > box.x
                and min(one.y, two.y) < box.bottom
                and max(one.y, two.y) > box.y
                for one, two in pairwise(points)
            )


def curve_points(at: Any, curve: Any) -> list[Any]:
    """Return points along a curve."""
    found = []
    for step in range(1, 33):
        t = step / 32
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        found.append(
            type(at)(
                round(a * at.x + b * curve.first.x + c * curve.second.x + d * curve.end.x),
                round(a * at.y + b * curve.first.y + c * curve.second.y + d * curve.end.y),
            )
        )
    return found


@given(theories(), st.sampled_from(("overview", "leverage", "actors", "plan", "p0", "p1")))
def test_standing_views_draw_any_model(model: Theory, name: str) -> None:
    """Whatever the model, a standing view is drawn, with ids of its own and cards on the canvas."""
    found = compose(model, Options(view=name))
    boxes = [card.box for card in found.cards]

    assert len({card.id for card in found.cards}) == len(found.cards)
    assert all(box.x >= 0 and box.right <= found.width and box.bottom <= found.height for box in boxes)


def test_actors_drawn_are_listed_for_filters() -> None:
    """The scene lists whose cards it has, by label."""
    assert drawn().actors == (("poet", "The poet"), ("town", "The town"), ("school", "The village school"))


def test_private_views_of_the_public() -> None:
    """For the public, a pathway's view leaves out what is private in it."""
    model = read(VALLEY)
    secret = evolve(model.elements[key("bus")], properties=element("x", "x", private="").properties)
    closed = evolve(model, elements={**model.elements, key("bus"): secret})

    assert "bus" in ids(elements_of(compose(closed, Options(view="books"))))
    assert "bus" not in ids(elements_of(compose(closed, Options(view="books", public=True))))
