"""Questions about the graph, checked against their definitions on small graphs and against depth on a large one."""

import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from model.models import key

from toc.model import queries
from toc.model.elements import Element, Key, Label
from toc.model.links import Link
from toc.model.theory import Theory

Edges = list[tuple[int, int, bool]]


def graph(edges: Edges, size: int, strategies: int = 0) -> Theory:
    """Return a theory of outcomes 0 to `size` - 1, the first of which are strategies, and the last a vision."""
    kinds = ["strategy" if n < strategies else "vision" if n == size - 1 else "outcome" for n in range(size)]
    elements = {name(n): Element(name(n), kind, Label()) for n, kind in enumerate(kinds)}
    links = {(a, b): Link((name(a),), name(b), "contributes", feedback=back) for a, b, back in sorted(edges) if a != b}
    return Theory("main.toc", None, elements, tuple(links.values()))


def name(number: int) -> Key:
    """Return the key of element `number`; keys sort as numbers do."""
    return key(f"n{number:06d}")


GRAPHS = st.tuples(
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.booleans()), max_size=20),
    st.integers(0, 3),
).map(lambda drawn: graph(drawn[0], 8, drawn[1]))


def reaches(theory: Theory, start: Key, keep: queries.Keep = queries.every_link) -> set[Key]:
    """Return what can be reached from `start`, `start` included, by the definition."""
    found = {start}
    while True:
        more = {link.target for link in theory.links if keep(link) and found & set(link.sources)} | found
        if more == found:
            return found
        found = more


@given(GRAPHS)
def test_downstream_is_what_can_be_reached(theory: Theory) -> None:
    """Downstream of some elements is all that can be reached from one of them; upstream is the inverse."""
    for start in theory.elements:
        assert queries.downstream(theory, [start]) == reaches(theory, start)
        assert queries.upstream(theory, [start]) == {
            other for other in theory.elements if start in reaches(theory, other)
        }


@given(GRAPHS)
def test_components_are_mutually_reachable(theory: Theory) -> None:
    """Two elements share a component exactly where each can be reached from the other; causes have lower numbers."""
    numbers = queries.components(theory)
    reached = {key: reaches(theory, key) for key in theory.elements}
    for one in theory.elements:
        for other in theory.elements:
            assert (numbers[one] == numbers[other]) == (other in reached[one] and one in reached[other])
    assert all(numbers[link.source] <= numbers[link.target] for link in theory.links)


@given(GRAPHS)
def test_topological_order_puts_causes_first(theory: Theory) -> None:
    """Every element stands once, and no cause behind its effect but on a cycle."""
    order = queries.topological_order(theory)
    assert sorted(order) == sorted(theory.elements)
    numbers = queries.components(theory, queries.without_feedback)
    assert all(numbers[first] <= numbers[second] for first, second in pairwise(order))


@given(GRAPHS)
def test_cycles_are_shown_by_links_that_close(theory: Theory) -> None:
    """One cycle for each group that lies on cycles: each link begins where the last ended, and the circle closes."""
    found = queries.cycles(theory, queries.without_feedback)
    groups = [group for group in queries.strong_components(theory, queries.without_feedback) if len(group) > 1]
    assert [cycle[0].source for cycle in found] == [min(group) for group in groups]
    for cycle in found:
        assert [link.target for link in cycle] == [link.source for link in (*cycle[1:], cycle[0])]
        assert not any(link.feedback for link in cycle)


def longest(theory: Theory, start: Key, target: Key) -> int | None:
    """Return the length of the longest path, by trying all, in a graph without cycles."""
    if start == target:
        return 0
    ways = [longest(theory, link.target, target) for link in theory.outgoing.get(start, ()) if not link.feedback]
    known = [way for way in ways if way is not None]
    return 1 + max(known) if known else None


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.booleans()), max_size=20), st.integers(1, 3))
def test_layers_are_longest_paths(edges: Edges, strategies: int) -> None:
    """Without cycles a layer is the longest path from a strategy; what no strategy reaches has none."""
    theory = graph([(a, b, back) for a, b, back in edges if a < b], 8, strategies)
    expected = {}
    for target in theory.elements:
        ways = [longest(theory, start.key, target) for start in theory.of_kind("strategy")]
        known = [way for way in ways if way is not None]
        if known:
            expected[target] = max(known)
    assert dict(queries.layers(theory)) == expected


def test_a_cycle_counts_as_one_layer() -> None:
    """What lies on a cycle shares a layer, and what comes behind it is one further."""
    theory = graph([(0, 1, False), (1, 2, False), (2, 1, False), (2, 3, False), (3, 0, True)], 4, 1)
    assert list(queries.layers(theory).values()) == [0, 1, 1, 2]


def test_within_counts_steps_both_ways() -> None:
    """Links count whichever way they point."""
    theory = graph([(0, 1, False), (2, 1, False), (2, 3, False)], 5)
    found = [sorted(queries.within(theory, name(1), steps)) for steps in range(4)]
    expected = [[1], [0, 1, 2], [0, 1, 2, 3], [0, 1, 2, 3]]
    assert found == [[name(number) for number in numbers] for numbers in expected]


def test_gates_are_edges_from_each_source() -> None:
    """`a & b -> c` leads from a and from b to c, and each is near the other by way of c."""
    gate = Link((name(0), name(1)), name(2), "contributes")
    theory = Theory("main.toc", None, graph([], 3).elements, (gate,))
    assert queries.upstream(theory, [name(2)]) == {name(0), name(1), name(2)}
    assert queries.downstream(theory, [name(1)]) == {name(1), name(2)}


def test_visions_and_strategies_are_the_ends_of_the_chain() -> None:
    """What leads to a vision and what strategies feed, hindering links left out where asked."""
    theory = graph([(0, 1, False), (1, 3, False), (2, 1, False)], 4, 1)
    assert queries.leading_to_a_vision(theory) == set(theory.elements)
    assert queries.fed_by_strategies(theory) == {name(0), name(1), name(3)}
    assert queries.fed_by_strategies(theory, lambda link: not queries.bringing_about(link)) == {name(0)}


@pytest.mark.parametrize("closed", [False, True])
def test_deep_chains_overflow_nothing(closed: bool) -> None:
    """A chain far longer than the stack is answered like any other."""
    size = 5 * sys.getrecursionlimit()
    edges = [(n, n + 1, False) for n in range(size - 1)] + ([(size - 1, 0, False)] if closed else [])
    theory = graph(edges, size, 1)
    assert len(queries.strong_components(theory)) == (1 if closed else size)
    assert max(queries.layers(theory).values()) == (0 if closed else size - 1)
    assert [len(cycle) for cycle in queries.cycles(theory)] == ([size] if closed else [])
    assert len(queries.within(theory, name(0), size)) == size
