"""The action plan on a time line."""

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scene.test_geometry import overlap, span
from scene.theories import read

from toc.scene.axis import MOST_TICKS, Span, axis
from toc.scene.compose import compose
from toc.scene.options import Options
from toc.scene.scene import Card, Mark, Scene

VALLEY = """\
theory "Reading"
vision v "Readers"
actor town "The town"
pathway books "Books" {
  strategy bus "A library bus" { by town; in 2026..2028
    activity "Drive it round" { in 2027..2028 }
    activity "Buy the bus" { by town; in 2026-03; status done }
    output bags "A bag for each family" { in 2027 }
  }
  strategy dropped "Never mind" { status dropped; in 1999 }
}
strategy club "A reading club" { status idea }
bus -> v
"""


def plan(text: str = VALLEY, **options: Any) -> Scene:
    """Return the plan of a model."""
    return compose(read(text), Options(view="plan", **options))


def bar(card: Card) -> Mark:
    """Return the bar of a card on the time line."""
    return next(mark for mark in card.marks if mark.name == "time")


def test_the_plan_lists_what_is_done_and_when() -> None:
    """Strategies by pathway, each with its activities and outputs by date; what was dropped is left out."""
    found = plan()

    assert [card.title for card in found.cards] == [
        "A library bus",
        "Buy the bus",
        "A bag for each family",
        "Drive it round",
        "A reading club",
    ]
    assert [lane.title for lane in found.lanes] == ["Books", ""]
    assert [bar(card).says for card in found.cards] == [
        "2026 to 2028",
        "March 2026",
        "2027",
        "2027 to 2028",
        "no date yet",
    ]


def test_bars_stand_at_their_dates() -> None:
    """A bar is as long as what it stands for, and begins where that begins."""
    boxes = {card.title: bar(card).box for card in plan().cards}
    whole, bags, drive = boxes["A library bus"], boxes["A bag for each family"], boxes["Drive it round"]

    assert bags.width == pytest.approx(whole.width / 3, abs=2)
    assert bags.x == drive.x == pytest.approx(whole.x + whole.width / 3, abs=2)
    assert drive.right == whole.right


def test_the_plan_says_how_things_stand() -> None:
    """What is done or but an idea says so, unless marks are switched off."""
    words = [mark.says for card in plan().cards for mark in card.marks if mark.name == "draft"]

    assert words == ["done", "idea"]
    assert not [mark for card in plan(marks=frozenset()).cards for mark in card.marks if mark.name != "time"]


@pytest.mark.parametrize(("today", "lines"), [(None, 0), (date(2027, 6, 1), 1), (date(2040, 1, 1), 0)])
def test_today_is_a_line_where_the_time_line_holds_it(today: date | None, lines: int) -> None:
    """The day of the picture is drawn, if it lies between the first and the last day."""
    assert sum(rule.dashed for rule in plan(today=today).rules) == lines


def test_the_plan_speaks_the_language_of_the_picture() -> None:
    """In French, title and dates are French."""
    found = plan(language="fr")

    assert "Le plan d’action" in [line.text for line in found.headings]
    assert bar(found.cards[0]).says == "2026 à 2028"


def test_rows_do_not_overlap_and_texts_fit() -> None:
    """Cards stand beneath each other, their words within them, bars and their dates on the canvas."""
    found = plan(today=date(2026, 5, 1))

    assert not any(overlap(one.box, two.box) for one, two in pairwise(found.cards))
    for card in found.cards:
        assert all(card.box.x <= span(line)[0] and span(line)[1] <= card.box.right for line in card.lines)
        assert all(span(line)[0] >= 0 and span(line)[1] <= found.width for line in bar(card).lines)


def test_a_plan_without_strategies_says_so() -> None:
    """A model that does nothing yet still has a picture of its plan, and it is not an empty sheet."""
    found = plan('vision v "V"\n')

    assert (found.cards, found.lanes, found.rules) == ((), (), ())
    assert [line.text for line in found.notes] == ["nobody has planned a strategy yet"]
    assert all(0 <= end <= found.width for end in span(found.notes[0]))
    assert found.notes[0].at.y < found.height


days = st.dates(date(1, 1, 1), date(9999, 12, 31))


@given(st.lists(st.tuples(days, days).map(lambda pair: Span(*sorted(pair))), min_size=1, max_size=4))
def test_a_time_line_holds_all_its_days(spans: list[Span]) -> None:
    """Whatever the dates, each lies between its two ends, and there are few ticks, in order."""
    found = axis(spans, 100, 900)
    assert found is not None
    ticks = [place for place, _ in found.ticks()]

    assert all(100 <= found.at(one.first) <= found.at(one.last, after=True) <= 901 for one in spans)
    assert ticks == sorted(ticks)
    assert len(ticks) <= MOST_TICKS + 2
