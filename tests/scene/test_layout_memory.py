"""Layout memory: what is remembered stays, whatever changes, and no picture is worse for it."""

from statistics import median_low
from types import MappingProxyType

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from scene.test_geometry import DIRECTIONS, directions, elements_of, overlap, points
from scene.theories import canteens, element, link, theories, theory

from toc.messages import show
from toc.model.theory import Theory
from toc.scene.compose import compose
from toc.scene.memory import Memory, Reach, Spot, Standing, picture_name, read_memory, write_memory
from toc.scene.options import Options
from toc.scene.scene import Scene

ROOM_OF_LINKS = 60
names = st.sampled_from([*(f"e{number}" for number in range(14)), "other", "folder/other file.toc:e1"])
numbers = st.integers(-3000, 3000)
spots = st.builds(Spot, numbers, st.sampled_from([0, 150, 151, 320, -40]))
reaches = st.tuples(numbers, st.integers(1, 900)).map(lambda ends: Reach(ends[0], ends[0] + ends[1]))
lanes = st.dictionaries(st.sampled_from(["p0", "p1", "p2", "p3", "-"]), reaches)


def memory_of(cards: dict[str, Spot], lanes: dict[str, Reach], direction: str) -> Memory:
    """Return a memory of the usual picture in `direction`."""
    standing = Standing(MappingProxyType(cards), MappingProxyType(lanes))
    return Memory(MappingProxyType({picture_name("model.toc", None, direction): standing}))


def again(model: Theory, memory: Memory, direction: str = "up") -> Scene:
    """Return the picture of `model` by `memory`."""
    return compose(model, Options(direction=direction, memory=memory))


def wrong_in(found: Scene) -> list[tuple[str, str]]:
    """Return the pairs that spoil a picture: cards on each other, cards out of their lanes, links through cards."""
    cards = elements_of(found)
    wrong = [(one.id, two.id) for one in cards for two in found.cards if one is not two and overlap(one.box, two.box)]
    for card in cards:
        box = card.box
        own = None if card.lane is None else f"lane-{card.lane + 1}"
        wrong += [(lane.id, card.id) for lane in found.lanes if overlap(lane.box, box) != (lane.id == own)]
        wrong += [
            (line.id, card.id)
            for line in found.links
            for point in points(line)
            if box.x + 2 < point.x < box.right - 2 and box.y + 2 < point.y < box.bottom - 2
        ]
    return wrong


def moved(before: Scene, after: Scene, far: int = 20) -> set[str]:
    """Return the ids of the cards in both pictures that moved by more than `far` px.

    A shift that the whole picture shares does not count: a link led around the cards needs room beside them.
    """
    boxes = {card.id: card.box for card in elements_of(before)}
    shifts = {
        card.id: (card.box.x - boxes[card.id].x, card.box.y - boxes[card.id].y)
        for card in elements_of(after)
        if card.id in boxes
    }
    if not shifts:
        return set()
    whole = [median_low(shift[axis] for shift in shifts.values()) for axis in (0, 1)]
    return {name for name, (x, y) in shifts.items() if max(abs(x - whole[0]), abs(y - whole[1])) > far}


@given(theories(), theories(), directions)
def test_no_memory_spoils_a_picture(one: Theory, other: Theory, direction: str) -> None:
    """With the memory of any other theory, cards stand apart and in their lanes, and links run between them."""
    memory = compose(other, Options(direction=direction)).memory

    assert wrong_in(again(one, memory, direction)) == []


@given(theories(), st.dictionaries(names, spots), lanes, directions)
def test_no_file_spoils_a_picture(
    model: Theory, cards: dict[str, Spot], lanes: dict[str, Reach], direction: str
) -> None:
    """Whatever a file says of cards and lanes, by mistake or by malice, the picture is sound."""
    assert wrong_in(again(model, memory_of(cards, lanes, direction), direction)) == []


@given(theories(), directions)
def test_what_is_remembered_is_drawn_again(model: Theory, direction: str) -> None:
    """A model that did not change has its cards where they were, give or take the room of a link led another way."""
    before = compose(model, Options(direction=direction))

    assert moved(before, again(model, before.memory, direction), ROOM_OF_LINKS) == set()


@given(st.dictionaries(names, spots), lanes, st.sampled_from(DIRECTIONS))
def test_what_is_written_is_read(cards: dict[str, Spot], lanes: dict[str, Reach], direction: str) -> None:
    """Reading what was written gives the same memory, without a complaint."""
    memory = memory_of(cards, lanes, direction)
    read, wrong = read_memory(write_memory(memory))

    assert [(dict(one.cards), dict(one.lanes)) for one in read.pictures.values()] == [(cards, lanes)]
    assert wrong == ()


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    """No text is a failure, with or without the first line of a memory."""
    for whole in (text, f"toc layout 1\n{text}", f"toc layout 1\npicture a b c\n{text}"):
        memory, wrong = read_memory(whole)

        assert all(show(problem, "fr") for problem in wrong)
        assert all(isinstance(standing, Standing) for standing in memory.pictures.values())


def test_the_file_is_one_line_a_card() -> None:
    """The file names its version and the picture, then lanes and cards sorted by name."""
    model = theory([element("pathway", "p"), element("strategy", "b", "", "p"), element("outcome", "a", "", "p")], [])
    lines = write_memory(compose(model, Options()).memory).splitlines()

    assert lines[0] == "toc layout 1"
    assert [line.split()[:-2] for line in lines if line.startswith("  ")] == [["lane", "p"], ["a"], ["b"]]
    assert "picture model.toc overview up" in lines


def test_lines_that_say_nothing_are_told_and_left_out() -> None:
    """Stray lines and the marks of a conflict are named; of a card told twice the first place counts."""
    head = "toc layout 1\npicture m.toc overview up\n  a 1 2\n"
    text = f"{head}<<<<<<< ours\n  b 3 4\n=======\n  b 5 6\n  c 7"
    memory, wrong = read_memory(f"{text}\n>>>>>>> theirs\n  d 8 {10**9}\n")

    assert dict(memory.pictures["m.toc overview up"].cards) == {"a": Spot(1, 2), "b": Spot(3, 4)}
    assert [show(problem, "en") for problem in wrong] == [
        "two changes met in it that git could not merge: of each card, the first place counts",
        "lines that say no place and are left out: 8 and 10",
    ]


def test_another_version_is_left_alone() -> None:
    """Nothing of a text with another first line is used."""
    memory, wrong = read_memory("toc layout 2\npicture m.toc overview up\n  a 1 2\n")

    assert dict(memory.pictures) == {}
    assert [show(problem, "en") for problem in wrong] == [
        "its first line is not `toc layout 1`, so nothing in it is used"
    ]


def test_a_new_card_stands_between_its_neighbours() -> None:
    """A card between two others stands between them; at most the neighbour in its row makes room."""
    model = canteens()
    before = compose(model, Options())
    more = theory(
        [*model.elements.values(), element("precondition", "new", "Les menus sont affichés", "p4")],
        [*model.links, link("d4", "new"), link("new", "r4")],
    )
    after = again(more, before.memory)
    box = {card.key.id: card.box for card in elements_of(after) if card.key}

    assert moved(before, after) <= {"card-c4"}
    assert box["new"].y == box["c4"].y
    assert wrong_in(after) == []


def test_removing_a_card_moves_no_other() -> None:
    """Where a card was, there is room."""
    model = canteens()
    kept = theory(
        [one for one in model.elements.values() if one.key.id != "c3"],
        [one for one in model.links if "c3" not in {key.id for key in (*one.sources, one.target)}],
    )
    before = compose(model, Options())

    assert moved(before, again(kept, before.memory)) == set()


def test_a_link_that_turns_the_order_round_lifts_its_target() -> None:
    """What comes to rest on something above it moves above that; the picture still reads upwards."""
    elements = [element("outcome", name, name) for name in ("a", "b", "c", "d")]
    before = compose(theory(elements, [link("a", "b"), link("c", "d")]), Options())
    after = again(theory(elements, [link("a", "b"), link("c", "d"), link("b", "c")]), before.memory)
    old, new = ({card.key.id: card.box for card in elements_of(found) if card.key} for found in (before, after))

    assert new["d"].y < new["c"].y < new["b"].y < new["a"].y
    assert (new["a"].x, new["a"].y - new["b"].y) == (old["a"].x, old["a"].y - old["b"].y)


def test_two_cards_in_one_place_stand_apart() -> None:
    """Where two changes were merged that put cards into the same room, the first stays and the other finds its own."""
    elements = [element("outcome", name, name) for name in ("a", "b", "c")]
    memory = memory_of({"a": Spot(18, 0), "b": Spot(300, 0), "c": Spot(300, 0)}, {"-": Reach(18, 900)}, "up")
    found = again(theory(elements, []), memory)

    assert wrong_in(found) == []
    assert found.memory.pictures["model.toc overview up"].cards["b"] == Spot(300, 0)


def test_too_little_remembered_is_not_heeded() -> None:
    """With less than half of the cards remembered the picture is laid out anew."""
    elements = [element("outcome", f"e{number}", "What changes") for number in range(7)]
    links = [link(f"e{number}", f"e{number + 1}") for number in range(6)]
    model = theory(elements, links)
    memory = memory_of({f"e{number}": Spot(300 * number, 0) for number in range(3)}, {"-": Reach(0, 2000)}, "up")

    assert again(model, memory).cards == compose(model, Options()).cards


def test_an_ugly_memory_is_not_heeded() -> None:
    """A picture that would take far more room, or cross far more links, than a new one is laid out anew."""
    elements = [element("outcome", f"{side}{number}", "What changes") for number in range(8) for side in "ab"]
    model = theory(elements, [link(f"a{number}", f"b{number}") for number in range(8)])
    far = {f"{side}{number}": Spot(900 * number, 150 * (side == "b")) for number in range(8) for side in "ab"}
    crossed = far | {f"b{number}": Spot(240 * (7 - number), 150) for number in range(8)}
    crossed |= {f"a{number}": Spot(240 * number, 0) for number in range(8)}
    fresh = compose(model, Options()).cards

    assert again(model, memory_of(far, {"-": Reach(0, 9000)}, "up")).cards == fresh
    assert again(model, memory_of(crossed, {"-": Reach(0, 2000)}, "up")).cards == fresh


def test_lanes_stay_in_the_order_in_which_they_stood() -> None:
    """Lanes that nobody ordered keep their places though links would have them otherwise."""
    model = canteens()
    before = compose(model, Options())
    more = evolve(model, links=(*model.links, *(link("s1", name, strength="weak") for name in ("d4", "d5", "c4"))))
    after = again(more, before.memory)

    assert [lane.title for lane in after.lanes] == [lane.title for lane in before.lanes]
    assert moved(before, after) == set()
