"""The words of a card for programs that break lines themselves."""

from attrs import evolve
from formats.looks import scene_of
from scene.theories import element, theory

from toc.formats.labels import blocks
from toc.scene.scene import Box, Card, Line, Mark, Point


def card(label: str) -> Card:
    """Return the card of an outcome with that label."""
    return scene_of(theory([element("outcome", "a", label)], [])).cards[0]


def said(one: Card) -> list[tuple[str, bool]]:
    """Return the blocks of a card: their text, and whether they are its label."""
    return [(block.text, block.is_label) for block in blocks(one)]


def test_a_label_of_several_lines_is_one_text() -> None:
    """The label can be edited as a whole, behind the kind, which stands alone."""
    label = "Families read a bedtime story to their children most evenings of the week"

    assert len(card(label).lines) > 2
    assert said(card(label)) == [("OUTCOME", False), (label, True)]


def test_a_label_is_cut_where_the_card_has_no_room() -> None:
    """What the card cannot hold is left out, with the sign for it, and every word before it is whole."""
    label = " ".join(f"word{number}" for number in range(90))
    text = said(card(label))[1][0]

    assert text.endswith("…")
    assert label.startswith(text[:-1])


def test_a_word_broken_to_fit_is_told() -> None:
    """A program that cannot break words must be asked to."""
    broken = [
        block.broken for label in ("short words only", "x" * 90) for block in blocks(card(label)) if block.is_label
    ]

    assert broken == [False, True]


def test_other_lines_stand_as_they_are() -> None:
    """Lines of another look are not run together: each may be a sentence of its own."""
    plain = card("A")
    more = tuple(Line(text, Point(0, 90), 10, "muted") for text in ("first line", "second line"))

    assert said(evolve(plain, lines=(*plain.lines, *more)))[2:] == [("first line", False), ("second line", False)]


def test_lines_beside_a_mark_stay_as_long_as_it_leaves_room() -> None:
    """A label that makes room for a mark keeps its lines."""
    plain = card("Families read a bedtime story to their children most evenings of the week")
    last = plain.lines[-1].at
    mark = Mark("draft", Box(last.x + 90, last.y - 12, 40, 14), "pill", "muted", (), "draft")

    assert said(evolve(plain, marks=(mark,))) == [(line.text, False) for line in plain.lines]
