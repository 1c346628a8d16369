"""What cards and links show besides their words, and how it is switched on and off."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from scene.test_geometry import DIRECTIONS, directions, elements_of, overlap, scene, span
from scene.theories import read, theories

from toc.model.theory import Theory
from toc.scene import marks
from toc.scene.compose import compose
from toc.scene.drawing import draw
from toc.scene.leverage import dots
from toc.scene.options import Options
from toc.scene.scene import Card, Mark, Point, Scene

VALLEY = """\
theory "Reading in the valley" { languages en, fr }
vision reading "Every child loves to read" { for children; indicator "Readers" { baseline 20 %; target 60 % } }
actor town "The town"
actor school "The village school"
actor children "Children"
assumption time "Parents have time" { likelihood likely; evidence practice "The poll of 2025" }
pathway books "Books" {
  precondition home "There are books at home" {
    of children
    level collective
    assuming time
    indicator "Homes with books" {
      baseline 30 % in 2025
      target 70 % in 2029
      observed 33 % in 2026-06
    }
  }
  strategy bus "A library bus" { lead town; by school; effort 20000 EUR; status active }
  strategy club "A reading club" { by school; effort 20000 EUR; status idea }
}
bus -> home strong { because "Books within reach"; evidence study "A study"; evidence hunch "A guess"; assuming time }
club -> home weak { because "Stories"; evidence hunch "A guess" }
home => reading { because "No reading without books" }
home -> bus feedback { because "Readers ask for more" }
view plain "Plain" { hide indicators, assumptions, actors }
view full "Full" { show preconditions, strategies, indicators, assumptions, actors }
"""


def drawn(**options: Any) -> Scene:
    """Return the picture of the valley."""
    return compose(read(VALLEY), Options(**options))


def card(found: Scene, name: str) -> Card:
    """Return the card of an element."""
    return next(card for card in found.cards if card.id == f"card-{name}")


def names(found: Scene, name: str) -> set[str]:
    """Return the names of the marks on a card."""
    return {mark.name for mark in card(found, name).marks}


def link_marks(found: Scene, source: str) -> tuple[Mark, ...]:
    """Return the marks on the link that leaves a card."""
    return next(link.marks for link in found.links if link.source == f"card-{source}")


def test_a_card_shows_what_is_known_of_it() -> None:
    """Owners, level, assumptions and indicators of a change; owners and status of a strategy."""
    found = drawn()

    assert names(found, "home") == {"owners", "level", "assumption", "progress"}
    assert (names(found, "bus"), names(found, "club")) == ({"owners"}, {"owners", "draft"})
    assert names(found, "reading") == {"progress"}


def test_marks_say_in_words_what_they_show() -> None:
    """Each mark has a sentence for who cannot see it."""
    said = {mark.name: mark.says for mark in card(drawn(), "home").marks}

    assert said == {
        "owners": "Children",
        "level": "collective",
        "assumption": "1 assumption: Parents have time",
        "progress": "Homes with books: 30% → 33% → 70% (behind)",
    }


def test_marks_speak_the_language_of_the_picture() -> None:
    """In French, levels and states are French words."""
    said = {mark.name: mark.says for mark in card(drawn(language="fr"), "home").marks}

    assert (said["level"], said["assumption"]) == ("collectif", "1 hypothèse\u00a0: Parents have time")


def test_who_leads_stands_first() -> None:
    """The owners of a strategy are who leads it, then who does it."""
    owners = next(mark for mark in card(drawn(), "bus").marks if mark.name == "owners")

    assert owners.says == "The town, The village school"


def test_ideas_and_drafts_have_dashed_outlines() -> None:
    """What is but an idea is drawn as an outline, dashed; what is active is filled."""
    found = drawn()

    assert (card(found, "club").shape, card(found, "club").dashed) == ("outlined", True)
    assert (card(found, "bus").shape, card(found, "bus").dashed) == ("filled", False)


@pytest.mark.parametrize(
    ("observed", "today", "state", "part"),
    [
        ("observed 45 % in 2026-06", None, "on", 0.375),
        ("observed 33 % in 2026-06", None, "off", 0.075),
        ("", None, "", 0.0),
        ("observed 69 % in 2028-06", None, "on", 0.975),
        ("observed 69 % in 2028-06", date(2030, 1, 1), "off", 0.975),
        ("observed 70 % in 2028-06", date(2030, 1, 1), "on", 1.0),
        ("observed 10 % in 2024", None, "on", 0.0),
        ("observed 5 people in 2026", None, "", 0.0),
    ],
)
def test_progress_is_measured_on_the_way_to_the_target(
    observed: str, today: date | None, state: str, part: float
) -> None:
    """An indicator keeps its way, or is behind it, at its latest observation, and at its target's day."""
    text = f"""outcome a "A"
    indicator i "I" {{ measures a; baseline 30 % in 2025; target 70 % in 2029; {observed} }}"""
    model = read(text)
    found = marks.progress(model.of_kind("indicator")[0], model, "en", today)

    assert found is not None
    assert (found.state, found.part) == (state, pytest.approx(part) if found.part is not None else part)


def test_an_indicator_without_numbers_shows_none() -> None:
    """Where nothing, or only one end, is stated in numbers, there is no bar."""
    text = 'outcome a "A"\nindicator i "I" { measures a; baseline unknown; target 70 % in 2029 }'
    model = read(text)

    assert marks.progress(model.of_kind("indicator")[0], model, "en", None) is None


def test_links_show_what_they_rest_on() -> None:
    """A link shows the best of its evidence, and that it rests on assumptions."""
    found = drawn()
    bus, club = link_marks(found, "bus"), link_marks(found, "club")

    assert [(mark.name, mark.part) for mark in bus] == [("evidence", 1.0), ("assumption", 1.0)]
    assert [mark.says for mark in bus] == ["evidence: study and hunch", "1 assumption: Parents have time"]
    assert [(mark.name, mark.part) for mark in club] == [("evidence", 0.0)]


def test_signs_of_a_link_stand_apart() -> None:
    """Badges and marks of one link do not lie on each other."""
    model = read(VALLEY.replace("bus -> home strong {", "bus -> home strong uncertain {"))
    link = next(link for link in compose(model, Options()).links if link.source == "card-bus")
    places = [badge.at for badge in link.badges] + [Point(mark.box.x, mark.box.y) for mark in link.marks]

    assert len(places) == 3
    assert all(abs(one.x - two.x) + abs(one.y - two.y) >= 10 for at, one in enumerate(places) for two in places[:at])


def test_marks_can_be_switched_off() -> None:
    """Without marks, words and lines alone are drawn, and cards are no higher than these need."""
    bare, full = drawn(marks=frozenset()), drawn()

    assert not any(card.marks for card in bare.cards)
    assert not any(link.marks for link in bare.links)
    assert card(bare, "home").box.height < card(full, "home").box.height
    assert {sample.sign for sample in bare.legend} == {None}


@pytest.mark.parametrize("name", sorted(marks.USUAL))
def test_each_mark_can_be_asked_for_alone(name: str) -> None:
    """A picture with one mark shows no other."""
    found = drawn(marks=frozenset({name}))
    shown = {mark.name for card in found.cards for mark in card.marks}
    shown |= {mark.name for link in found.links for mark in link.marks}

    assert shown == {name}


def test_a_view_that_hides_a_kind_hides_its_marks() -> None:
    """`hide indicators, assumptions, actors` takes their marks from cards and links."""
    found = drawn(view="plain")
    shown = {mark.name for card in found.cards for mark in card.marks}
    shown |= {mark.name for link in found.links for mark in link.marks}

    assert shown == {"level", "draft", "evidence"}


def test_what_a_view_shows_besides_the_chain_is_told_on_its_cards() -> None:
    """`show indicators, assumptions` lists them on the cards that they belong to."""
    found = card(drawn(view="full"), "home")
    texts = [line.text for line in found.lines]

    assert "• Homes with books" in texts
    assert "◇ Parents have time" in texts


def test_leverage_is_shown_where_it_is_asked_for() -> None:
    """A strategy then bears its ratio and dots; one that is but an idea does not count, and nothing else has any."""
    found = drawn(marks=frozenset({"leverage"}))
    shown = {card.id: mark.lines[0].text for card in found.cards for mark in card.marks}

    assert shown == {"card-bus": "1  ●●○"}
    assert [sample.line.text for sample in found.legend if sample.sign][-1].startswith("leverage")


@pytest.mark.parametrize(("ratio", "filled"), [(0.0, 0), (0.49, 0), (0.5, 1), (0.9, 2), (1.49, 2), (1.5, 3), (9.0, 3)])
def test_dots_tell_ratios_apart(ratio: float, filled: int) -> None:
    """The greater the ratio, the more dots, from none to three."""
    assert dots(ratio) == filled


def test_links_are_as_wide_as_what_runs_through_them() -> None:
    """By contribution, a link that carries the impact is wider than one of an idea, which carries none."""
    found = drawn(marks=frozenset({"contribution"}))
    widths = {link.source: link.width for link in found.links}

    assert widths["card-bus"] > widths["card-club"] == 8
    assert "impact" in " ".join(line.text for line in found.headings)


def test_numbers_made_elsewhere_are_taken() -> None:
    """Leverage given with the options is asked, and only where a mark shows it."""
    from toc.leverage.assessment import Leverage

    asked = []

    def given() -> Leverage:
        asked.append(True)
        return Leverage(read(VALLEY))

    compose(read(VALLEY), Options(leverage=given))
    assert asked == []
    compose(read(VALLEY), Options(leverage=given, marks=frozenset({"leverage"})))
    assert asked == [True]


def test_the_legend_explains_the_marks_of_the_picture() -> None:
    """Each sign that is drawn is explained, and none that is not."""
    texts = [sample.line.text for sample in drawn().legend if sample.sign]

    assert texts == [
        "evidence: a study",
        "evidence: a hunch",
        "assumption",
        "indicator behind",
        "indicator: baseline → latest → target",
    ]


def test_every_text_of_a_mark_is_drawn() -> None:
    """What marks say stands in the drawing, for eyes and for ears."""
    text = draw(drawn())

    assert 'class="mark progress"' in text
    assert 'aria-label="Homes with books: 30% → 33% → 70% (behind)"' in text
    assert ">The village school<" in text


@given(theories(), directions)
def test_marks_stay_on_their_cards(model: Theory, direction: str) -> None:
    """Whatever the model, the words of marks lie within their card, below its label."""
    for found in elements_of(scene(with_owners(model), direction)):
        for mark in found.marks:
            for line in mark.lines:
                left, right = span(line)
                assert found.box.x + 6 <= left
                assert right <= found.box.right - 6
                assert found.box.y <= line.at.y - line.size * 0.7
                assert line.at.y + line.size * 0.2 <= found.box.bottom


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_marks_do_not_overlap(direction: str) -> None:
    """No mark of a card lies on another, or on a line of its label."""
    for found in drawn(direction=direction).cards:
        boxes = [mark.box for mark in found.marks]
        pairs = [(one, two) for at, one in enumerate(boxes) for two in boxes[:at]]

        assert [(one, two) for one, two in pairs if overlap(one, two)] == []
        labels = [line.at for line in found.lines]
        inside = [at for at in labels for box in boxes if box.x <= at.x < box.right and box.y < at.y < box.bottom]
        assert inside == []


def with_owners(model: Theory) -> Theory:
    """Return `model` with what marks show: on every element an owner, a level and an assumption."""
    from scene.theories import element

    extra = element("x", "x", of="@e0", level="collective", assuming="@e0", status="draft").properties
    elements = {
        key: evolve(found, properties=evolve(found.properties, items=(*found.properties, *extra)))
        for key, found in model.elements.items()
    }
    return evolve(model, elements=elements)
