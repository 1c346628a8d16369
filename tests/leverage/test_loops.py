"""Loops: closed forms, brackets, tipping, oscillation, deadlock, and the search for short ones."""

from collections.abc import Sequence

import networkx as nx
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from leverage.models import INSIDE, case, graph_of, graphs, names_of, values_of

from toc.leverage import loops as loops_module
from toc.leverage.degree import evaluate, gradient
from toc.leverage.graph import CONTRIBUTES, HINDERS, REQUIRES, Graph, modes
from toc.leverage.linear import DENSE, solve
from toc.leverage.loops import BALANCING, REINFORCING, Loop, loops, shortest_loops
from toc.leverage.settling import OSCILLATING, SETTLED, SWEEPS, TIPPING, is_reinforcing
from toc.model.components import components

CASES = {one["name"]: one for one in case("closed_form_feedback")}
LOOPED = graphs(loops=True)


def only_loop(graph: Graph) -> Loop:
    """Return the one loop of `graph`."""
    (found,) = loops(graph, modes(graph))
    return found


# Closed forms -----------------------------------------------------------------------------------------------------


def test_a_reinforcing_loop_has_its_closed_form() -> None:
    """A settles at .5 / (1 - .5 x .4), the vision at .45 instead of the .36 without the loop."""
    links = CASES["reinforcing"]["links"]
    graph = graph_of(links)

    found = values_of(graph)

    assert {name: found[name] for name in "ABV"} == pytest.approx(CASES["reinforcing"]["expected"], abs=1e-12)
    assert values_of(graph_of([link for link in links if link[:2] != ["B", "A"]]))["V"] == pytest.approx(0.36)
    assert (only_loop(graph).state, only_loop(graph).polarity) == (SETTLED, REINFORCING)


def test_a_tipping_point_has_two_states() -> None:
    """Without a push the lower state of the vision is 0 and the upper .888889; a small push leads to the upper."""
    links = CASES["tipping"]["links"]
    expected = CASES["tipping"]["expected"]
    graph = graph_of(links)
    cold = evaluate(graph, modes(graph), [0.0])
    (bracket,) = cold.brackets
    upper = dict(zip(bracket.group, bracket.high, strict=True))
    names = names_of(graph)

    assert bracket.state == TIPPING
    assert cold.values[names.index("V")] == expected["S0"]["lower_V"] == 0.0
    assert 0.9 * upper[names.index("C")] == pytest.approx(expected["S0"]["upper_V"], abs=1e-7)
    assert values_of(graph)["V"] == pytest.approx(expected["S1"]["V"], abs=1e-4)
    assert evaluate(graph, modes(graph), [1.0]).brackets == ()


def test_a_tipping_loop_is_reported() -> None:
    """Where no strategy pushes it, a loop with two states is tipping, its values those reached from nothing."""
    graph = graph_of([link for link in CASES["tipping"]["links"] if link[0] != "S"])

    found = only_loop(graph)

    assert (found.state, found.polarity, found.low) == (TIPPING, REINFORCING, (0.0, 0.0, 0.0))
    assert found.high == pytest.approx([0.8 / 0.81] * 3, abs=1e-9)
    assert not found.deadlocked


def test_a_deadlock_is_all_zero_and_reported() -> None:
    """Mutual prerequisites stay at 0 although a strategy leads into them; the loop says which wait for each other."""
    read = CASES["deadlock"]
    graph = graph_of(read["links"], leaks={"B": 1.0})
    found = values_of(graph)
    names = names_of(graph)

    assert {name: found[name] for name in "ABV"} == read["expected"]
    assert [[names[node] for node in waiting] for waiting in only_loop(graph).deadlocks] == [["A", "B"]]


@pytest.mark.parametrize("strength", [0.5, 0.9, 1.0])
def test_a_balancing_loop_has_its_closed_form(strength: float) -> None:
    """A settles at .9 / (1 + .9 g^2), and nowhere else: the bracket closes."""
    read = CASES["balancing"]
    links = [[*link[:3], strength if link[3] == "g" else link[3]] for link in read["links"]]
    graph = graph_of(links)
    expected = read["expected"][f"g={strength:g}".replace("0.", ".")]

    assert values_of(graph)["A"] == pytest.approx(expected, abs=1e-11)
    assert expected == pytest.approx(0.9 / (1 + 0.9 * strength**2), abs=1e-15)
    assert evaluate(graph, modes(graph), [1.0]).brackets == ()
    assert only_loop(graph).polarity == BALANCING


def test_a_strong_balancing_loop_needs_damping() -> None:
    """The root of x = (1 - x)^3 is reached by damped iteration, while its bracket stays from 0 to 1."""
    read = CASES["strong_balancing"]
    graph = graph_of(read["links"], visions=("A",))
    found = only_loop(graph)
    root = values_of(graph)["A"]

    assert root == pytest.approx(read["expected"]["A"], abs=1e-10)
    assert root == pytest.approx((1 - root) ** 3, abs=1e-10)
    assert [found.low[0], found.high[0]] == read["expected"]["bracket"]
    assert (found.state, found.polarity) == (SETTLED, BALANCING)


def test_a_loop_that_finds_no_value_oscillates() -> None:
    """Where not even damped iteration converges, the sweeps end, the loop says so, and values are in its bracket."""
    many = [f"{number:02d}" for number in range(20)]
    # All or nothing in two ways, and round against the order of work: E = (1 - E^20)^20.
    links = [("S", "E", CONTRIBUTES, 1.0)]
    links += [("E", f"D{one}", CONTRIBUTES, 1.0) for one in many]
    links += [(f"D{one}", "C", REQUIRES, 1.0) for one in many]
    links += [("C", f"B{one}", CONTRIBUTES, 1.0) for one in many]
    links += [(f"B{one}", "E", HINDERS, 1.0) for one in many]
    graph = graph_of(links, visions=("E",), leaks={"C": 1.0})
    found = only_loop(graph)
    state = evaluate(graph, modes(graph), [1.0])

    assert found.state == OSCILLATING
    assert state.sweeps <= 2 * SWEEPS
    assert all(0.0 <= value <= 1.0 for value in state.values)
    assert [state.values[node] for node in found.nodes] == [
        (low + high) / 2 for low, high in zip(found.low, found.high, strict=True)
    ]


def test_two_that_hinder_each_other_tip() -> None:
    """A loop of two hindering links reinforces: either may win, and from nothing a value between is reached."""
    links = [("S", name, CONTRIBUTES, 1.0) for name in "AB"]
    links += [("A", "X", CONTRIBUTES, 1.0), ("A", "Y", CONTRIBUTES, 1.0), ("B", "Z", CONTRIBUTES, 1.0)]
    links += [("X", "B", HINDERS, 0.95), ("Y", "B", HINDERS, 0.95), ("Z", "A", HINDERS, 0.95)]
    graph = graph_of([*links, ("B", "A", HINDERS, 0.95)], visions=("A",))
    found = only_loop(graph)

    assert (found.state, found.polarity) == (TIPPING, REINFORCING)
    assert all(0.0 <= value <= 1.0 for value in evaluate(graph, modes(graph), [1.0]).values)


def test_a_loop_at_the_edge_of_tipping_settles() -> None:
    """Three changes that each contribute half to each other only just do not tip: their upper values fall for ever."""
    links = [(a, b, CONTRIBUTES, 0.5) for a in "ABC" for b in "ABC" if a != b]
    graph = graph_of([*links, ("C", "V", CONTRIBUTES, 0.5)], strategies=())
    found = only_loop(graph)

    assert found.state == SETTLED
    assert max(found.high) < 0.01
    assert values_of(graph)["V"] == 0.0


# Deadlocks --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("links", "leaks", "expected"),
    [
        pytest.param([("S", "A", CONTRIBUTES, 0.8)], {}, [["A", "B"]], id="a strategy leads in"),
        pytest.param([], {"A": 1.0}, [], id="no strategy leads in"),
        pytest.param([("S", "A", HINDERS, 0.8)], {"A": 1.0}, [], id="a strategy hinders only"),
        pytest.param([("S", "X", CONTRIBUTES, 0), ("X", "A", CONTRIBUTES, 0.8)], {}, [], id="nothing arrives"),
        pytest.param(
            [("S", "A", CONTRIBUTES, 0.8), ("N", "B", REQUIRES, 1.0)], {}, [], id="they wait for something else"
        ),
        pytest.param(
            [("S", "C", CONTRIBUTES, 0.5), ("C", "A", CONTRIBUTES, 0.5), ("B", "C", CONTRIBUTES, 0.5)],
            {},
            [["A", "B"]],
            id="part of a larger loop",
        ),
    ],
)
def test_only_those_that_wait_for_each_other_are_deadlocked(
    links: list[tuple[str, str, str, float]], leaks: dict[str, float], expected: list[list[str]]
) -> None:
    """Mutual prerequisites are told where a strategy reaches them and nothing but each other holds them at 0."""
    mutual = [("A", "B", REQUIRES, 1.0), ("B", "A", REQUIRES, 1.0), ("B", "V", CONTRIBUTES, 0.9)]
    graph = graph_of([*mutual, *links], leaks={"B": 1.0, **leaks})
    names = names_of(graph)

    found = [[names[node] for node in waiting] for waiting in only_loop(graph).deadlocks]

    assert found == expected


def test_a_soft_prerequisite_is_no_deadlock() -> None:
    """Changes that need each other only partly do not wait."""
    links = [("S", "A", CONTRIBUTES, 0.8), ("A", "B", REQUIRES, 0.9), ("B", "A", REQUIRES, 0.9)]
    graph = graph_of([*links, ("B", "V", CONTRIBUTES, 0.9)], leaks={"B": 1.0})

    assert not only_loop(graph).deadlocked
    assert values_of(graph)["A"] > 0.0


# Laws -------------------------------------------------------------------------------------------------------------


@given(LOOPED, st.data())
def test_degrees_in_loops_are_fixed_points(graph: Graph, data: st.DataObject) -> None:
    """Wherever a loop settles, computing each node once more from the values found gives the same value."""
    state = evaluate(graph, modes(graph), [1.0] * len(graph.strategies))
    assume(all(bracket.state != OSCILLATING for bracket in state.brackets))

    assert once_more(graph, state.values) == pytest.approx(state.values, abs=1e-9)


@given(LOOPED)
def test_brackets_hold_every_damped_limit(graph: Graph) -> None:
    """Whatever iteration starts from, its limit lies between the lower and the upper values, or is the one value."""
    state = evaluate(graph, modes(graph), [1.0] * len(graph.strategies))
    low, high = list(state.values), list(state.values)
    for bracket in state.brackets:
        for place, node in enumerate(bracket.group):
            low[node], high[node] = bracket.low[place], bracket.high[place]
    # Behind an open bracket values differ from state to state.
    behind = {node for bracket in state.brackets for node in downstream(graph, bracket.group)}
    for start in (0.0, 0.3, 1.0):
        values = [start if graph.incoming[node] else value for node, value in enumerate(state.values)]
        for _sweep in range(3000):
            moved = [old + 0.5 * (new - old) for old, new in zip(values, once_more(graph, values), strict=True)]
            still = max(abs(new - old) for new, old in zip(moved, values, strict=True)) < 1e-13
            values = moved
            if still:
                break
        else:
            continue
        for node, value in enumerate(values):
            assert node in behind or low[node] - 1e-6 <= value <= high[node] + 1e-6


@given(graphs(loops=True, verbs=(CONTRIBUTES, REQUIRES)))
def test_values_in_positive_loops_are_reached_from_nothing(graph: Graph) -> None:
    """Where nothing hinders, the values are those to which plain iteration from 0 rises."""
    state = evaluate(graph, modes(graph), [1.0] * len(graph.strategies))
    values = [0.0 if graph.incoming[node] else value for node, value in enumerate(state.values)]
    for _sweep in range(2000):
        values = once_more(graph, values)

    # At the edge of tipping neither of the two arrives soon.
    assert values == pytest.approx(state.values, abs=2e-3)


@given(LOOPED)
def test_polarity_is_that_of_all_loops(graph: Graph) -> None:
    """A group reinforces if no loop in it, of all that there are, has an odd number of hindering links."""
    sign = {(edge.source, edge.target): edge.verb == HINDERS for edge in graph.edges}
    net = nx.DiGraph(list(sign))
    for group in (group for group in graph.groups if len(group) > 1):
        cycles = nx.simple_cycles(net.subgraph(group))
        odd = any(sum(sign[pair] for pair in zip(loop, [*loop[1:], loop[0]], strict=True)) % 2 for loop in cycles)
        assert is_reinforcing(graph, group) == (not odd)


@given(LOOPED)
def test_all_loops_of_a_small_network_are_found_shortest_first(graph: Graph) -> None:
    """The short loops are exactly those that another search finds, sorted by length and then by nodes."""
    net = nx.DiGraph([(edge.source, edge.target) for edge in graph.edges])
    for group in (group for group in graph.groups if len(group) > 1):
        found = shortest_loops(graph, group, most=10_000)
        expected = {lowest_first(loop) for loop in nx.simple_cycles(net.subgraph(group))}
        assert list(found) == sorted(expected, key=lambda loop: (len(loop), loop))
        assert shortest_loops(graph, group, most=2) == found[:2]


@given(st.integers(1, 12), st.data())
def test_components_are_those_of_networkx(count: int, data: st.DataObject) -> None:
    """Strong components are those that networkx finds, and no edge leads from a later one to an earlier one."""
    node = st.integers(0, count - 1)
    pairs = data.draw(st.lists(st.tuples(node, node), max_size=30))
    net = nx.DiGraph(pairs)
    net.add_nodes_from(range(count))

    found = components(count, pairs)
    rank = {member: place for place, group in enumerate(found) for member in group}

    assert {frozenset(group) for group in found} == {frozenset(g) for g in nx.strongly_connected_components(net)}
    assert all(rank[source] <= rank[target] for source, target in pairs)
    assert all(list(group) == sorted(group) for group in found)


# Bounds -----------------------------------------------------------------------------------------------------------


def test_a_network_in_which_all_hangs_together_is_evaluated() -> None:
    """A loop of 300 nodes with chords settles within the bound, and its short loops are found within theirs."""
    names = [f"C{number:03d}" for number in range(300)]
    links = [(a, b, CONTRIBUTES, 0.5) for a, b in zip(names, [*names[1:], names[0]], strict=True)]
    links += [(names[(7 * n) % 300], names[(11 * n + 5) % 300], HINDERS, 0.4) for n in range(0, 300, 3)]
    distinct = {link[:2]: link for link in links if link[0] != link[1]}
    graph = graph_of([*distinct.values(), ("S", names[0], CONTRIBUTES, 0.9)], visions=(names[-1],))
    group = max(graph.groups, key=len)

    state = evaluate(graph, modes(graph), [1.0])
    slopes = gradient(graph, modes(graph), [1.0], state.values)

    assert len(group) > DENSE
    assert state.brackets == ()
    assert once_more(graph, state.values) == pytest.approx(state.values, abs=1e-10)
    assert slopes.nodes[graph.visions[0]] >= 1.0
    assert len(shortest_loops(graph, group)) <= 50


def test_the_search_for_loops_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a network that is too dense to look through, the search stops and keeps what it found."""
    names = [f"C{number:02d}" for number in range(12)]
    graph = graph_of([(a, b, CONTRIBUTES, 0.01) for a in names for b in names if a != b], visions=names[:1])
    monkeypatch.setattr(loops_module, "STEPS", 2000)

    found = shortest_loops(graph, max(graph.groups, key=len), most=10**6)

    assert len(found[0]) == 2
    assert 66 <= len(found) < 2000


def test_one_loop_is_found_in_a_ring_too_large_to_look_through(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the search ends before any loop is closed, there is still a shortest one through the lowest node."""
    names = [f"C{number:02d}" for number in range(60)]
    links = [(names[n], names[(n + step) % 60], CONTRIBUTES, 0.5) for n in range(60) for step in (1, 4)]
    graph = graph_of(links, strategies=(), visions=names[-1:])
    monkeypatch.setattr(loops_module, "STEPS", 100)

    found = shortest_loops(graph, graph.groups[0])

    assert found == (tuple(range(0, 60, 4)),)


@given(st.integers(1, 5), st.data())
def test_systems_of_equations_are_solved_both_ways(count: int, data: st.DataObject) -> None:
    """What is found for x = A x + b fulfils it, by elimination and, with more unknowns, by sweeps."""
    copies = DENSE // count + 1
    row = st.dictionaries(st.integers(0, count - 1), st.floats(-0.9 / count, 0.9 / count), max_size=count)
    rows = [data.draw(row) for _ in range(count)]
    right = data.draw(st.lists(st.floats(-1, 1), min_size=count, max_size=count))
    many = [{column + count * copy: by for column, by in one.items()} for copy in range(copies) for one in rows]

    found = solve(rows, right)
    found_many = solve(many, right * copies)

    for place, one in enumerate(rows):
        assert found[place] == pytest.approx(right[place] + sum(by * found[column] for column, by in one.items()))
    assert found_many == pytest.approx(found * copies, abs=1e-12)


def test_sweeps_end_where_a_system_has_no_answer() -> None:
    """A loop of many that has no fixed point below infinity is left after a bounded number of sweeps."""
    count = DENSE + 1

    found = solve([{(place + 1) % count: 1.0} for place in range(count)], [1.0] * count)

    assert all(1.0 < value < float("inf") for value in found)


def test_a_singular_system_has_a_finite_answer() -> None:
    """At the very edge of tipping a derivative would be infinite; what is found is large and finite."""
    found = solve([{1: 1.0}, {0: 1.0}], [1.0, 0.0])

    assert all(1e9 < abs(value) < float("inf") for value in found)


def test_derivatives_around_a_reinforcing_loop() -> None:
    """The slope of the vision by each strength, also by those inside the loop, is that of its closed form."""

    def vision(s: float, b: float, c: float, d: float) -> float:
        # A = 1 - (1 - s)(1 - c b A): solved for A, then down to the vision.
        return d * b * s / (1 - (1 - s) * c * b)

    given_strengths = (0.5, 0.8, 0.5, 0.9)
    graph = graph_of(CASES["reinforcing"]["links"])
    values = evaluate(graph, modes(graph), [1.0]).values
    found = gradient(graph, modes(graph), [1.0], values)
    names = names_of(graph)
    by = {(names[edge.source], names[edge.target]): one for edge, one in zip(graph.edges, found.strengths, strict=True)}

    for place, pair in enumerate((("S", "A"), ("A", "B"), ("B", "A"), ("B", "V"))):
        up = [one + 1e-6 * (number == place) for number, one in enumerate(given_strengths)]
        down = [one - 1e-6 * (number == place) for number, one in enumerate(given_strengths)]
        assert by[pair] == pytest.approx((vision(*up) - vision(*down)) / 2e-6, abs=1e-8)


@given(graphs(loops=True, strengths=INSIDE))
def test_loops_are_reported_once_each(graph: Graph) -> None:
    """There is one report for each group of nodes on common loops, and it brackets the values found."""
    state = evaluate(graph, modes(graph), [1.0] * len(graph.strategies))

    found = loops(graph, modes(graph), state)

    assert [loop.nodes for loop in found] == [group for group in graph.groups if len(group) > 1]
    for loop in found:
        for node, low, high in zip(loop.nodes, loop.low, loop.high, strict=True):
            assert low - 1e-12 <= state.values[node] <= high + 1e-12
    assert found == loops(graph, modes(graph))


# What the tests compare with --------------------------------------------------------------------------------------


def once_more(graph: Graph, values: Sequence[float]) -> list[float]:
    """Return the value of each node from `values`, by the formula, all at once."""
    numbers = modes(graph)
    found = []
    for number, node in enumerate(graph.nodes):
        if node.kind != "change":
            found.append(values[number])
            continue
        required, spared, missing = 1.0, 1.0, 1.0 - numbers.leaks[number]
        for place in graph.incoming[number]:
            edge, strength = graph.edges[place], numbers.strengths[place]
            sure = values[edge.source]
            for doubt in edge.doubts:
                sure *= values[doubt]
            if edge.verb == REQUIRES:
                required *= 1 - strength * (1 - sure)
            elif edge.verb == CONTRIBUTES:
                missing *= 1 - strength * sure
            else:
                spared *= 1 - strength * sure
        value = required * (1 - missing) * spared
        for doubt in node.doubts:
            value *= values[doubt]
        found.append(value)
    return found


def downstream(graph: Graph, start: Sequence[int]) -> set[int]:
    """Return what the nodes of `start` lead to, without themselves."""
    found: set[int] = set()
    pending = list(start)
    while pending:
        for number in graph.outgoing[pending.pop()]:
            target = graph.edges[number].target
            if target not in found and target not in start:
                found.add(target)
                pending.append(target)
    return found


def lowest_first(loop: Sequence[int]) -> tuple[int, ...]:
    """Return the nodes of `loop` from the lowest on."""
    first = loop.index(min(loop))
    return (*loop[first:], *loop[:first])
