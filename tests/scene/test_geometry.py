"""What holds of every picture's geometry, whatever the theory."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import hypot

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from scene.theories import canteens, element, link, read, theories, theory

from toc.model.theory import Theory
from toc.scene.compose import compose
from toc.scene.engine import EngineError
from toc.scene.measure import BOLD, REGULAR, Style, width
from toc.scene.options import Options
from toc.scene.scene import Box, Card, Curve, Line, Link, Point, Scene
from toc.scene.sign_places import Placed, Signed, sign_places
from toc.scene.stacking import stacked

DIRECTIONS = ("up", "right", "down", "left")
directions = st.sampled_from(DIRECTIONS)


def scene(model: Theory, direction: str = "up") -> Scene:
    """Return the scene of `model`."""
    return compose(model, Options(direction=direction))


def overlap(one: Box, two: Box) -> bool:
    """Whether two boxes have an inside in common."""
    return one.x < two.right and two.x < one.right and one.y < two.bottom and two.y < one.bottom


def points(link: Link) -> Iterator[Point]:
    """Yield points along the line of `link`."""
    at = link.start
    for one, two, end in link.curves:
        for step in range(17):
            t = step / 16
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            x = a * at.x + b * one.x + c * two.x + d * end.x
            y = a * at.y + b * one.y + c * two.y + d * end.y
            yield Point(round(x), round(y))
        at = end


def span(line: Line) -> tuple[float, float]:
    """Return where a line of text begins and ends."""
    size = width(line.text, Style(line.size, BOLD if line.bold else REGULAR, line.tracking))
    start = {"start": 0.0, "middle": size / 2, "end": size}[line.anchor]
    return line.at.x - start, line.at.x - start + size


def on_edge(point: Point, box: Box) -> bool:
    """Whether a point lies on the outline of a box, give or take the line's own width."""
    inside = box.x - 1 <= point.x <= box.right + 1 and box.y - 1 <= point.y <= box.bottom + 1
    near = min(abs(point.x - box.x), abs(point.x - box.right), abs(point.y - box.y), abs(point.y - box.bottom))
    return inside and near <= 1


def elements_of(found: Scene) -> list[Card]:
    """Return the cards that are no gates."""
    return [card for card in found.cards if card.shape != "gate"]


@given(theories(), directions)
def test_no_two_cards_overlap(model: Theory, direction: str) -> None:
    """No card lies on another, and no gate on a card."""
    found = scene(model, direction)
    pairs = [(one, two) for one in elements_of(found) for two in found.cards if one is not two]

    assert [(one.id, two.id) for one, two in pairs if overlap(one.box, two.box)] == []


@given(theories(), directions)
def test_every_line_of_text_fits_its_card(model: Theory, direction: str) -> None:
    """Each line of a card's text ends inside the card, with its whole height."""
    found = scene(model, direction)
    lines = [(card, line) for card in elements_of(found) for line in card.lines]
    outside = [
        (card.id, line.text)
        for card, line in lines
        if span(line)[0] < card.box.x + 6
        or span(line)[1] > card.box.right - 6
        or line.at.y - line.size < card.box.y
        or line.at.y + line.size * 0.3 > card.box.bottom
    ]

    assert outside == []


@given(theories(), directions)
def test_links_touch_what_they_join(model: Theory, direction: str) -> None:
    """Each link begins on the outline of its source and ends on that of its target."""
    found = scene(model, direction)
    boxes = {card.id: card.box for card in found.cards}
    loose = [
        link.id
        for link in found.links
        if not (on_edge(link.start, boxes[link.source]) and on_edge(link.tip, boxes[link.target]))
    ]

    assert loose == []


@given(theories(), directions)
def test_links_run_through_no_card(model: Theory, direction: str) -> None:
    """No point of a link's line lies inside a card, be it the one it comes from or leads to."""
    found = scene(model, direction)
    through = {
        (link.id, card.id)
        for link in found.links
        for point in points(link)
        for card in elements_of(found)
        if card.box.x + 2 < point.x < card.box.right - 2 and card.box.y + 2 < point.y < card.box.bottom - 2
    }

    assert through == set()


@given(theories(), directions)
def test_everything_lies_on_the_canvas(model: Theory, direction: str) -> None:
    """Cards, lanes, lines and texts all lie inside the picture."""
    found = scene(model, direction)
    boxes = [card.box for card in found.cards] + [lane.box for lane in found.lanes]
    places = [Point(box.x, box.y) for box in boxes] + [Point(box.right, box.bottom) for box in boxes]
    places += [point for link in found.links for point in (link.tip, *points(link))]
    lines = [*found.headings, *found.notes, *(sample.line for sample in found.legend)]
    lines += [line for lane in found.lanes for line in lane.lines]
    places += [Point(round(x), line.at.y) for line in lines for x in span(line)]

    assert [place for place in places if not (0 <= place.x <= found.width and 0 <= place.y <= found.height)] == []


@given(theories(), directions)
def test_lanes_hold_their_cards_and_no_others(model: Theory, direction: str) -> None:
    """A lane's cards lie inside it, and lanes lie side by side."""
    found = scene(model, direction)
    lanes = {lane.id: lane.box for lane in found.lanes}
    for card in elements_of(found):
        for name, box in lanes.items():
            within = (
                box.x <= card.box.x
                and card.box.right <= box.right
                and box.y <= card.box.y
                and card.box.bottom <= box.bottom
            )

            assert within == (card.lane is not None and name == f"lane-{card.lane + 1}")
    pairs = [(one, two) for one in lanes for two in lanes if one < two]

    assert [pair for pair in pairs if overlap(lanes[pair[0]], lanes[pair[1]])] == []


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_every_link_leads_towards_the_vision(direction: str) -> None:
    """Apart from feedback, what contributes stands before what it contributes to, in the direction of the picture."""
    found = scene(canteens(), direction)
    boxes = {card.id: card.box for card in found.cards}
    towards: dict[str, Callable[[Box, Box], bool]] = {
        "up": lambda one, two: two.bottom < one.y,
        "down": lambda one, two: two.y > one.bottom,
        "right": lambda one, two: two.x > one.right,
        "left": lambda one, two: two.right < one.x,
    }
    wrong = [
        link.id
        for link in found.links
        if not link.feedback and not towards[direction](boxes[link.source], boxes[link.target])
    ]

    assert wrong == []


def test_what_is_beyond_answering_for_stands_above_the_ceiling() -> None:
    """The ceiling parts the sphere of interest from those of control and influence."""
    found = scene(canteens())
    assert found.ceiling is not None
    height = found.ceiling.start.y
    above = {card.key.id for card in found.cards if card.key and card.box.bottom < height}
    below = {card.key.id for card in found.cards if card.key and card.box.y > height}

    assert above == {"vision", "r2", "r4"}
    assert len(above) + len(below) == len(elements_of(found))


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_no_link_runs_along_the_ceiling(direction: str) -> None:
    """Whatever crosses the ceiling crosses it straight."""
    found = scene(canteens(), direction)
    assert found.ceiling is not None
    upright = direction in {"up", "down"}
    height = found.ceiling.start.y if upright else found.ceiling.start.x
    crossing = []
    for drawn in found.links:
        near = [(at.x, at.y) if upright else (at.y, at.x) for at in points(drawn)]
        crossing += [
            (one[0], two[0]) for one, two in pairwise(near) if min(one[1], two[1]) <= height <= max(one[1], two[1])
        ]

    assert len(crossing) > 3
    assert [steps for steps in crossing if steps[0] != steps[1]] == []


def test_signs_stand_clear_of_the_ceiling_and_of_other_lines() -> None:
    """A sign leaves the middle of its line where another line, another sign or the ceiling is there."""
    upwards = straight(Point(100, 0), Point(100, 400))
    across = straight(Point(0, 200), Point(300, 200))
    beside = straight(Point(112, 0), Point(112, 400))
    lines = [Signed(Point(100, 0), (upwards,), 1), Signed(Point(0, 200), (across,), 0)]

    def placed(lines: list[Signed], ceiling: tuple[Point, Point] | None = None) -> list[list[Point]]:
        found = sign_places(lines, ceiling)
        assert [each for each in found if each.on] == []
        return [list(each.places) for each in found]

    assert placed(lines[:1]) == [[Point(100, 200)]]
    assert placed(lines) == [[Point(100, 228)], []]
    assert placed(lines, (Point(0, 230), Point(300, 230))) == [[Point(100, 172)], []]
    assert placed([lines[0], Signed(Point(112, 0), (beside,), 1)]) == [[Point(100, 200)], [Point(112, 228)]]


def test_a_sign_without_room_says_what_it_stands_on() -> None:
    """Where a sign cannot leave the line that crosses its own, that line is named."""
    upwards, across = straight(Point(100, 0), Point(100, 20)), straight(Point(0, 10), Point(300, 10))
    lines = [Signed(Point(100, 0), (upwards,), 1), Signed(Point(0, 10), (across,), 0)]

    assert sign_places(lines, None) == [Placed([Point(100, 10)], frozenset({1})), Placed()]


def straight(start: Point, end: Point) -> Curve:
    """Return a straight piece of a line."""
    middle = Point((start.x + end.x) // 2, (start.y + end.y) // 2)
    return Curve(middle, middle, end)


def test_strategies_stand_at_the_bottom_and_the_vision_spans_the_top() -> None:
    """The lowest row holds strategies alone, and the vision is as wide as all lanes together."""
    found = scene(canteens())
    lowest = max(card.box.y for card in found.cards)
    vision = next(card for card in found.cards if card.kind == "vision")

    assert {card.kind for card in found.cards if card.box.y == lowest} == {"strategy"}
    assert (vision.box.x, vision.box.right) == (
        min(lane.box.x for lane in found.lanes),
        max(lane.box.right for lane in found.lanes),
    )
    assert vision.box.bottom < min(card.box.y for card in found.cards if card.kind != "vision")


def test_a_large_model_ends_in_a_picture() -> None:
    """Hundreds of cards and thousands of links are placed, without cards on each other."""
    elements = [element("pathway", f"p{lane}", f"Pathway {lane}") for lane in range(5)]
    elements += [
        element("strategy" if n < 40 else "outcome", f"e{n:03}", f"What changes {n}", f"p{n % 5}") for n in range(400)
    ]
    links = [link(f"e{n * 7 % 360:03}", f"e{n * 7 % 360 + 1 + n * 13 % (399 - n * 7 % 360):03}") for n in range(1600)]
    found = scene(theory(elements, links))
    rows: dict[int, list[Box]] = {}
    for card in found.cards:
        rows.setdefault(card.box.y, []).append(card.box)

    assert len(found.cards) == 400
    assert not any(overlap(one, two) for row in rows.values() for at, one in enumerate(row) for two in row[at + 1 :])


@pytest.mark.parametrize("lanes", [0, 4])
def test_a_tangle_is_refused_at_once(lanes: int) -> None:
    """Ten thousand links between a hundred cards end in a message that says what to do, not in minutes of waiting."""
    elements = [element("pathway", f"p{number}") for number in range(lanes)]
    elements += [element("outcome", f"e{n:03}", "", f"p{n % lanes}" if lanes else None) for n in range(100)]
    links = [link(f"e{one:03}", f"e{two:03}") for one in range(100) for two in range(100) if one != two]

    with pytest.raises(EngineError) as caught:
        scene(theory(elements, links))

    assert "9,900 links" in str(caught.value) or "9900 links" in str(caught.value)


@pytest.mark.parametrize(
    ("on", "drawn"),
    [
        ({}, "abc"),
        ({"a": "b"}, "bac"),
        ({"a": "c", "b": "a"}, "cab"),
        ({"c": "a"}, "abc"),
        ({"a": "b", "b": "a"}, "bac"),
        ({"a": "bc", "c": "b"}, "bca"),
        ({"a": "x"}, "abc"),
    ],
)
def test_links_are_drawn_after_those_their_signs_stand_on(on: Mapping[str, str], drawn: str) -> None:
    """Links keep the order in which they are read but for what would run over a sign; each is drawn once."""
    link = Link("", "", "", (), "contributes", 20, "", Point(0, 0), (), "arrow", Point(0, 0), Point(0, 1), "")
    links = [evolve(link, id=name, on=tuple(on.get(name, ""))) for name in "abc"]

    assert "".join(each.id for each in stacked(links)) == drawn


def test_no_line_runs_over_a_sign() -> None:
    """In a crowd of links with many signs, what is drawn later keeps clear of the signs before it."""
    lines = ['theory "A crowd"', 'actor town "The town"', 'assumption time "There is time"']
    for number in range(4):
        lines += [f'outcome o{number} "An outcome"', f'strategy s{number} "A strategy" {{ by town }}']
        lines += [f"s{number} -> o{other} {{ evidence study; assuming time }}" for other in range(4)]
    found = scene(read("\n".join(lines)))

    def run_over(links: Sequence[Link]) -> list[tuple[str, str]]:
        return [
            (below.id, above.id)
            for number, below in enumerate(links)
            for mark in below.marks
            for above in links[number + 1 :]
            if any(
                hypot(at.x - mark.box.x - mark.box.width / 2, at.y - mark.box.y - mark.box.height / 2) < 7
                for at in points(above)
            )
        ]

    assert run_over(found.links) != []
    assert run_over(stacked(found.links)) == []
