"""What holds of a picture's geometry however its cards are grouped."""

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from scene.test_geometry import directions, elements_of, span
from scene.test_layout_memory import wrong_in
from scene.theories import KINDS, element, labels, link, theory

from toc.model.theory import Theory
from toc.scene.compose import compose
from toc.scene.options import Options

GROUPINGS = ("level", "sphere", "actor", "none", "pathway")
LEVELS = (None, "individual", "collective", "system")
SPHERES = (None, "control", "influence", "interest")


@st.composite
def grouped(draw: DrawFn) -> Theory:
    """Draw a theory whose view `grouped` has lanes of any sort."""
    count = draw(st.integers(1, 18))
    elements = [element("actor", f"a{number}", draw(labels())) for number in range(3)]
    elements += [element("pathway", f"p{number}", draw(labels())) for number in range(2)]
    for number in range(count):
        stated = {
            "level": draw(st.sampled_from(LEVELS)),
            "sphere": draw(st.sampled_from(SPHERES)),
            "of": draw(st.sampled_from((None, "@a0", "@a1", "@a2"))),
        }
        kind = draw(st.sampled_from(KINDS))
        parent = draw(st.sampled_from((None, "p0", "p1"))) if kind != "vision" else None
        held = {name: value for name, value in stated.items() if value is not None}
        elements.append(element(kind, f"e{number}", draw(labels()), parent, **held))
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))
    links = [link(f"e{one}", f"e{two}") for one, two in draw(st.lists(ends, max_size=2 * count))]
    elements.append(element("view", "grouped", "", group_by=draw(st.sampled_from(GROUPINGS))))
    return theory(elements, links)


@given(grouped(), directions)
def test_pictures_in_lanes_of_any_sort_are_sound(model: Theory, direction: str) -> None:
    """Lanes by level, sphere, actor or pathway hold their cards apart, links run between them, and texts fit."""
    found = compose(model, Options(view="grouped", direction=direction))
    outside = [
        (card.id, line.text)
        for card in elements_of(found)
        for line in card.lines
        if span(line)[0] < card.box.x or span(line)[1] > card.box.right or line.at.y > card.box.bottom
    ]

    assert wrong_in(found) == []
    assert outside == []


@given(grouped(), grouped(), directions)
def test_the_memory_of_other_lanes_spoils_nothing(one: Theory, other: Theory, direction: str) -> None:
    """Where a view has come to group by something else, its picture is sound all the same."""
    options = Options(view="grouped", direction=direction)
    memory = compose(other, options).memory

    assert wrong_in(compose(one, Options(view="grouped", direction=direction, memory=memory))) == []
