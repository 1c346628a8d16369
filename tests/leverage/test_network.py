"""From a theory to its network: what each construct of the language becomes."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from leverage.models import values_of
from model.models import MAIN, key, theory_of

from toc.leverage.degree import evaluate
from toc.leverage.graph import (
    CHANGE,
    CONTRIBUTES,
    GATE,
    HINDERS,
    REQUIRES,
    SOURCE,
    STRATEGY,
    Edge,
    Graph,
    Node,
    Spread,
    fixed,
    modes,
)
from toc.leverage.network import network
from toc.leverage.scale import DEFAULT, scale_of
from toc.model.elements import Key

ENDS = 'strategy s "S"\nvision v "V"\noutcome a "A"\n'
MODERATE = Spread(0.35, 0.5, 0.65, "moderate")
STRONG = Spread(0.6, 0.75, 0.9, "strong")
UNKNOWN = Spread(0.3, 0.5, 0.7, "unknown")


def graph(text: str, drafts: bool = False) -> Graph:
    """Return the network of a model."""
    return network(theory_of(text), DEFAULT, drafts)


def node(found: Graph, name: str) -> Node:
    """Return the node called `name`."""
    return found.nodes[found.number_of[key(name)]]


def edge(found: Graph, source: str, target: str) -> Edge:
    """Return the edge between two nodes by name."""
    ends = (found.number_of[key(source)], found.number_of[key(target)])
    return next(one for one in found.edges if (one.source, one.target) == ends)


def names(found: Graph) -> list[str]:
    """Return the names of the nodes that have one."""
    return [one.key.id for one in found.nodes if one.key]


# Nodes ------------------------------------------------------------------------------------------------------------


def test_nodes_are_the_steps_in_the_order_of_their_keys() -> None:
    """Strategies, outputs, changes, visions and factors are nodes; what is no step, and who acts, is not."""
    text = """
    vision z "Z"
    strategy s "S" { by w; activity "meets"; output o "O"; output "not a step" }
    outcome b "B" { indicator "I" { unit "x" } }
    precondition c "C"
    factor adverse f "F"
    assumption unused "nobody rests on it"
    actor w "W"
    risk r "R" { on b }
    """
    found = graph(text)

    assert names(found) == ["b", "c", "f", "o", "s", "z"]
    assert [one.kind for one in found.nodes] == [CHANGE, CHANGE, SOURCE, CHANGE, STRATEGY, CHANGE]
    assert found.strategies == (found.number_of[key("s")],)
    assert found.visions == (found.number_of[key("z")],)


def test_an_output_is_linked_from_its_strategy_fully() -> None:
    """An output nested in a strategy gets a link of strength 1 that nobody is asked to state."""
    found = edge(graph('strategy s "S" { output o "O" }'), "s", "o")

    assert (found.verb, found.strength, found.stated) == (CONTRIBUTES, fixed(1.0), True)


def test_an_output_that_requires_something_still_needs_its_strategy() -> None:
    """What a nested output requires does not bring it about: without its strategy it is not delivered."""
    found = graph('factor favourable f "F" { likelihood 0.5 }\nstrategy s "S" { output o "O" }\nf => o')

    assert values_of(found, [1.0])["o"] == 0.5
    assert values_of(found, [0.0])["o"] == 0.0


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("", fixed(1.0)),
        ("likelihood likely", Spread(0.55, 0.68, 0.8, "likely")),
        ("likelihood 0.3", fixed(0.3)),
        ("likelihood 0.2..0.5", Spread(0.2, 0.35, 0.5)),
    ],
)
@pytest.mark.parametrize("kind", ["factor favourable", "assumption"])
def test_factors_and_assumptions_have_their_likelihood(kind: str, written: str, expected: Spread) -> None:
    """A factor or an assumption is certain unless a likelihood is stated: a word, a number or a range."""
    use = "f -> a" if kind.startswith("factor") else "s -> a { assuming f }"
    found = node(graph(f'{ENDS}{kind} f "F" {{ {written} }}\n{use}'), "f")

    assert found.kind == SOURCE
    assert found.value == pytest.approx(expected)
    assert found.value.word == expected.word


@pytest.mark.parametrize(
    ("inside", "links", "expected"),
    [
        ("", "s -> a", fixed(0.0)),
        ("counterfactual 0.3", "s -> a", fixed(0.3)),
        ("sufficient yes", "s -> a", fixed(0.0)),
        ("", "b => a", fixed(1.0)),
        ("", "b => a; s -> a", UNKNOWN),
        ("", "b => a; s -| a", fixed(1.0)),
        ("sufficient no", "b => a", fixed(0.0)),
        ("sufficient no", "b => a; s -> a", fixed(0.0)),
        ("sufficient yes", "b => a; s -> a", fixed(1.0)),
        ("sufficient unknown", "b => a", UNKNOWN),
        ("counterfactual 0.3", "b => a", fixed(1.0)),
        ("requires b", "", fixed(1.0)),
    ],
)
def test_what_is_reached_when_nothing_contributes(inside: str, links: str, expected: Spread) -> None:
    """The counterfactual where nothing is required, else what `sufficient` says or is taken to say."""
    text = f'strategy s "S"\noutcome b "B"\noutcome a "A" {{ {inside} }}\n{links}'

    assert node(graph(text), "a").leak == expected


# Links ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "verb", "expected", "stated"),
    [
        ("s -> a strong", CONTRIBUTES, STRONG, True),
        ("s -> a 0.4", CONTRIBUTES, fixed(0.4), True),
        ("s -> a 0.2..0.5", CONTRIBUTES, Spread(0.2, 0.35, 0.5), True),
        ("s -> a", CONTRIBUTES, MODERATE, False),
        ("s -| a", HINDERS, MODERATE, False),
        ("s => a", REQUIRES, fixed(1.0), True),
        ("s => a strong", REQUIRES, STRONG, True),
        ("s -> a strong uncertain", CONTRIBUTES, Spread(0.375, 0.75, 1.0, "strong"), True),
        ("s -> a weak uncertain", CONTRIBUTES, Spread(0.1, 0.25, 0.4, "weak"), True),
        ("s -> a uncertain", CONTRIBUTES, Spread(0.25, 0.5, 0.75, "moderate"), False),
        ("s -> a 0.4 uncertain", CONTRIBUTES, Spread(0.2, 0.4, 0.6), True),
        ("s => a uncertain", REQUIRES, Spread(0.5, 1.0, 1.0), True),
    ],
)
def test_strengths(written: str, verb: str, expected: Spread, stated: bool) -> None:
    """Words, numbers and ranges; moderate where it is left out, fully where it is required; `uncertain` widens."""
    found = edge(graph(ENDS + written), "s", "a")

    assert (found.verb, found.stated) == (verb, stated)
    assert found.strength == pytest.approx(expected)
    assert found.strength.word == expected.word
    assert found.link is not None


def test_the_scale_of_the_workspace_counts() -> None:
    """Strengths and likelihoods are worth what the workspace says."""
    scale = scale_of({"strength": {"strong": (0.1, 0.2, 0.3)}, "likelihood": {"even": (0.0, 0.1, 0.2)}})
    text = ENDS + 'assumption p "P" { likelihood even }\ns -> a strong { assuming p }'

    found = network(theory_of(text), scale)

    assert edge(found, "s", "a").strength == Spread(0.1, 0.2, 0.3, "strong")
    assert node(found, "p").value == Spread(0.0, 0.1, 0.2, "even")


def test_a_gate_is_a_node_that_needs_all_its_members() -> None:
    """`a & b -> c` becomes a node without a key, which requires both fully, and one edge with the link's strength."""
    text = 'strategy s "S"\nstrategy t "T"\noutcome a "A"\n' + "t & s -> a strong"
    found = graph(text)
    gate = len(found.nodes) - 1
    (outgoing,) = (found.edges[number] for number in found.outgoing[gate])
    incoming = [found.edges[number] for number in found.incoming[gate]]

    assert found.nodes[gate] == Node(None, GATE, fixed(0.0), fixed(1.0))
    assert [(one.source, one.verb, one.strength, one.link) for one in incoming] == [
        (found.number_of[key("s")], REQUIRES, fixed(1.0), None),
        (found.number_of[key("t")], REQUIRES, fixed(1.0), None),
    ]
    assert (outgoing.target, outgoing.verb, outgoing.strength) == (found.number_of[key("a")], CONTRIBUTES, STRONG)
    assert [values_of(found, chosen)["a"] for chosen in ([1.0, 1.0], [1.0, 0.0])] == [0.75, 0.0]


def test_a_hindering_gate() -> None:
    """`a & b -| c` hinders by what both achieve together."""
    found = graph('strategy s "S"\nstrategy t "T"\noutcome a "A" { counterfactual 0.8 }\ns & t -| a 0.5')

    assert values_of(found, [1.0, 1.0])["a"] == pytest.approx(0.4)
    assert values_of(found, [1.0, 0.0])["a"] == pytest.approx(0.8)


def test_assumptions_doubt_links_and_nodes() -> None:
    """What a link or a change assumes stands under it, each once."""
    text = """
    strategy s "S"
    outcome a "A" { assuming p, q }
    assumption p "P" { likelihood 0.5 }
    assumption q "Q"
    s -> a 0.8 { assuming q, p }
    """
    found = graph(text)
    both = (found.number_of[key("p")], found.number_of[key("q")])

    assert node(found, "a").doubts == edge(found, "s", "a").doubts == both
    assert values_of(found)["a"] == pytest.approx(0.8 * 0.5 * 0.5)


def test_doubt_lowers_a_requirement_too() -> None:
    """On `=>`, the factor is 1 - n (1 - x p): an unlikely assumption makes the requirement less met."""
    text = ENDS + 'assumption p "P" { likelihood 0.5 }\ns => a 0.8 { assuming p }'

    assert values_of(graph(text))["a"] == pytest.approx(1 - 0.8 * (1 - 0.5))


def test_a_link_that_ends_at_an_assumption_changes_no_value() -> None:
    """An assumption has its likelihood, whatever leads to it."""
    files = ENDS + 'assumption p "P" { likelihood 0.5 }\ns -> p\ns -> a 0.8 { assuming p }'

    assert values_of(graph(files))["p"] == 0.5


# Statuses ---------------------------------------------------------------------------------------------------------


def statuses() -> Iterator[tuple[str, bool, str]]:
    """Yield each status, whether drafts count, and what the strategy then is."""
    for drafts in (False, True):
        yield from (("active", drafts, STRATEGY), ("done", drafts, SOURCE), ("dropped", drafts, "nothing"))
        for status in ("idea", "draft"):
            yield status, drafts, STRATEGY if drafts else "nothing"


@pytest.mark.parametrize(("status", "drafts", "expected"), [*statuses()])
def test_statuses(status: str, drafts: bool, expected: str) -> None:
    """Active ones are chosen, done ones always on, dropped ones never there, ideas and drafts on request."""
    found = graph(f'strategy s "S" {{ status {status} }}\noutcome a "A"\ns -> a strong', drafts)

    assert (node(found, "s").kind if "s" in names(found) else "nothing") == expected
    assert len(found.strategies) == (expected == STRATEGY)
    assert values_of(found)["a"] == (0.0 if expected == "nothing" else 0.75)


def test_what_requires_a_dropped_strategy_is_not_reached() -> None:
    """A requirement on a strategy that was dropped is not met; that it was dropped does not fulfil it."""
    text = 'strategy s "S" { status dropped }\nstrategy t "T"\noutcome a "A" { sufficient no }\ns => a\nt -> a strong'
    found = graph(text)

    assert node(found, "s") == Node(key("s"), SOURCE, fixed(0.0), fixed(0.0))
    assert [one.key for one in map(found.nodes.__getitem__, found.strategies)] == [key("t")]
    assert values_of(found)["a"] == 0.0


def test_a_gate_with_a_dropped_member_stays_shut() -> None:
    """What acts only together does not act where one of them was dropped."""
    found = graph('strategy s "S" { status dropped }\nstrategy t "T"\noutcome a "A"\ns & t -> a strong')

    assert (names(found), found.edges) == (["a", "t"], ())


def test_dropping_what_contributes_makes_requirements_no_more_sufficient() -> None:
    """Where the only contribution comes from a dropped strategy, requirements give what they gave before."""
    links = 'strategy s "S" { STATUS }\noutcome b "B" { counterfactual 1 }\noutcome a "A"\ns -> a\nb => a'
    active, dropped = (
        graph(links.replace("STATUS", status)) for status in ("status active", "status dropped; feasibility 1")
    )

    assert node(dropped, "a").leak == node(active, "a").leak == UNKNOWN
    assert values_of(dropped)["a"] == values_of(active, [0.0])["a"] == 0.5


# The whole --------------------------------------------------------------------------------------------------------


def test_the_vision_of_another_file_is_a_change() -> None:
    """A vision behind an alias is an ordinary change; the theory's own visions alone are weighed."""
    files = {
        MAIN: 'use "q.toc" as q\nvision v "V"\nq.w -> v strong',
        "q.toc": 'vision w "W"\nstrategy s "S"\noutcome a "A"\ns -> a strong\na -> w strong',
    }
    found = network(theory_of(files), DEFAULT)

    assert found.visions == (found.number_of[key("v")],)
    assert found.nodes[found.number_of[Key("q.toc", "w")]].kind == CHANGE
    assert values_of(found)["v"] == pytest.approx(0.75**3)


def test_feedback_is_an_ordinary_link_of_a_cycle() -> None:
    """The closed form of the reinforcing loop holds for a model in which one link is marked as feedback."""
    text = """
    strategy s "S"; outcome a "A"; outcome b "B"; vision v "V"
    s -> a 0.5; a -> b 0.8; b -> a 0.5 feedback; b -> v 0.9
    """
    found = graph(text)

    assert max(found.groups, key=len) == (found.number_of[key("a")], found.number_of[key("b")])
    assert values_of(found)["v"] == pytest.approx(0.45, abs=1e-12)


WORKED = """
strategy s1 "Home visits" { effort 3 }
strategy s2 "Media campaign" { effort 2 }
strategy s3 "Childcare places" { effort 5 }
strategy s4 "One-stop desk" { effort 2 }
strategy s5 "Parent network" { effort 1 }
strategy s6 "Logo" { effort 1 }
outcome b "B"
precondition p "P"
precondition c "C"
outcome a "A" { sufficient no }
outcome d "D"
vision v "V"
s1 -> b strong
s5 -> b moderate
s2 -> p moderate
s6 -> p weak
s5 -> p strong
s3 -> c strong
s4 -> a strong
p, c => a strong
a -> d strong
b, d -> v strong
"""


def test_the_worked_example_as_a_model() -> None:
    """The model of the worked example has the vision's degree of the hand calculation."""
    assert values_of(graph(WORKED))["v"] == pytest.approx(0.7657935619354248, abs=1e-15)


@given(st.permutations(WORKED.strip().splitlines()))
def test_the_order_of_statements_does_not_matter(lines: list[str]) -> None:
    """Statements in another order make the same network to the last bit."""
    usual, found = graph(WORKED), graph("\n".join(lines))

    assert found.nodes == usual.nodes
    assert found.edges == usual.edges
    assert (found.strategies, found.visions, found.groups) == (usual.strategies, usual.visions, usual.groups)
    assert evaluate(found, modes(found), [1.0] * 6) == evaluate(usual, modes(usual), [1.0] * 6)


def test_edges_are_sorted_and_stages_have_causes_first() -> None:
    """Edges stand by target, source and verb, and what a node rests on stands in an earlier stage."""
    found = graph(WORKED + 'outcome x "X"\nx -> b; b -> x feedback; s1 & s2 -> x; x => d')
    order = [node for plain, group in found.stages for node in (*plain, *group)]

    assert list(found.edges) == sorted(found.edges, key=lambda one: (one.target, one.source, one.verb))
    assert sorted(order) == [number for number, one in enumerate(found.nodes) if one.kind in (CHANGE, GATE)]
    group = next(group for group in found.groups if len(group) > 1)
    for one in found.edges:
        if one.source in order and not {one.source, one.target} <= set(group):
            assert order.index(one.source) < order.index(one.target)


def test_an_empty_model_has_an_empty_network() -> None:
    """Nothing written is nothing to compute, and no error."""
    found = graph("")

    assert (found.nodes, found.edges, found.strategies, found.visions, found.groups) == ((), (), (), (), ())
    assert evaluate(found, modes(found), []).values == ()
