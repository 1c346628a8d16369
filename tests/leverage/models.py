"""Networks for the tests of this room: written in a line, read from cases, made from models, or drawn at random."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from toc.leverage.degree import evaluate
from toc.leverage.graph import (
    CHANGE,
    CONTRIBUTES,
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
from toc.leverage.scale import STRENGTHS
from toc.model.components import components
from toc.model.elements import Key

CASES = Path(__file__).parent / "cases"
FILE = "main.toc"

Strength = float | str | Spread
Written = tuple[str, str, str, Strength]
"""A link of a network written by hand: source, target, verb, strength."""


def case(name: str) -> Any:
    """Return the reference case `name`."""
    return json.loads((CASES / f"{name}.json").read_text("utf-8"))


def graph_of(
    links: Iterable[Sequence[Any]],
    strategies: Sequence[str] = ("S",),
    visions: Sequence[str] = ("V",),
    leaks: Mapping[str, Strength] | None = None,
    sources: Mapping[str, Strength] | None = None,
    doubts: Mapping[Any, Sequence[str]] | None = None,
) -> Graph:
    """Return the network of `links` (source, target, verb, strength), its nodes in the order of their names.

    `leaks` are 0 and `sources` (factors, assumptions) none unless given; `doubts` are the sources under a node (by
    name) or under a link (by both names). What is required for a node by itself does not bring it about (leak 0)
    unless a leak is given.
    """
    links, leaks, sources, doubts = list(links), leaks or {}, sources or {}, doubts or {}
    names = sorted({*(name for link in links for name in link[:2]), *strategies, *visions, *sources})
    number = {name: position for position, name in enumerate(names)}

    def under(place: Any) -> tuple[int, ...]:
        return tuple(sorted(number[name] for name in doubts.get(place, ())))

    def node(name: str) -> Node:
        kind = STRATEGY if name in strategies else SOURCE if name in sources else CHANGE
        value = fixed(1) if kind == STRATEGY else spread(sources.get(name, 0.0))
        return Node(Key(FILE, name), kind, value, spread(leaks.get(name, 0.0)), under(name))

    edges = sorted(
        (
            Edge(number[source], number[target], verb, spread(strength), True, under((source, target)), None)
            for source, target, verb, strength in links
        ),
        key=lambda edge: (edge.target, edge.source, edge.verb),
    )
    return Graph(
        tuple(map(node, names)),
        tuple(edges),
        tuple(number[name] for name in sorted(strategies)),
        tuple(number[name] for name in sorted(visions)),
        components(len(names), [(edge.source, edge.target) for edge in edges]),
    )


def spread(strength: Strength) -> Spread:
    """Return what a number, a word or a spread stands for."""
    if isinstance(strength, str):
        return Spread(*STRENGTHS[strength], strength)
    return strength if isinstance(strength, Spread) else fixed(float(strength))


def names_of(graph: Graph) -> tuple[str, ...]:
    """Return the names of all nodes; a gate has none."""
    return tuple(node.key.id if node.key else "" for node in graph.nodes)


def worked_example() -> Graph:
    """Return the network of the worked example: six strategies and the vision V."""
    read = case("own_worked_example_school_ready")
    return graph_of(read["links"], strategies=tuple(read["effort"]), leaks={"A": 0.0})


def values_of(graph: Graph, chosen: Sequence[float] | None = None) -> dict[str, float]:
    """Return the degree of each node by name, all strategies being carried out unless `chosen` says otherwise."""
    everything = [1.0] * len(graph.strategies) if chosen is None else chosen
    state = evaluate(graph, modes(graph), everything)
    return dict(zip(names_of(graph), state.values, strict=True))


# Drawn networks ---------------------------------------------------------------------------------------------------

VERBS = (CONTRIBUTES, REQUIRES, HINDERS)
DEGREES = st.one_of(st.sampled_from((0.0, 0.05, 0.25, 0.5, 0.75, 0.95, 1.0)), st.floats(0, 1))
INSIDE = st.one_of(st.sampled_from((0.05, 0.25, 0.5, 0.75, 0.95)), st.floats(0.01, 0.99))


@st.composite
def spreads(draw: DrawFn) -> Spread:
    """Draw a word, a number or a range."""
    kind = draw(st.integers(0, 2))
    if kind == 0:
        return spread(draw(st.sampled_from(tuple(STRENGTHS))))
    if kind == 1:
        return fixed(draw(DEGREES))
    low, mode, high = sorted(draw(st.tuples(DEGREES, DEGREES, DEGREES)))
    return Spread(low, mode, high)


@st.composite
def graphs(
    draw: DrawFn,
    verbs: Sequence[str] = VERBS,
    changes: int = 6,
    most_strategies: int = 4,
    loops: bool = False,
    doubts: bool = True,
    tree: bool = False,
    strengths: st.SearchStrategy[Strength] | None = None,
) -> Graph:
    """Draw a small network: strategies S1…, sources F1…, changes C1…, the vision the last of these.

    Without `loops`, links lead from lower numbers to higher ones. In a `tree` each node has one effect at most.
    """
    strengths = st.one_of(DEGREES, spreads()) if strengths is None else strengths
    chosen = [f"S{number}" for number in range(1, draw(st.integers(1, most_strategies)) + 1)]
    given = [f"F{number}" for number in range(1, draw(st.integers(0, 2 if doubts else 0)) + 1)]
    made = [f"C{number}" for number in range(1, draw(st.integers(1, changes)) + 1)]
    links = {}
    spent: set[str] = set()
    for place, target in enumerate(made):
        others = made[:place] if not loops else [name for name in made if name != target]
        pool = [name for name in (*chosen, *given, *others) if not (tree and name in spent)]
        for source in draw(st.lists(st.sampled_from(pool), max_size=3, unique=True)) if pool else ():
            links[source, target] = (source, target, draw(st.sampled_from(tuple(verbs))), draw(strengths))
            spent.add(source)
    required = {link[1] for link in links.values() if link[2] == REQUIRES}
    by_themselves: tuple[Strength, ...] = (0.0, 1.0, Spread(0.3, 0.5, 0.7, "unknown"))
    leaks: dict[str, Strength] = {name: draw(st.sampled_from(by_themselves)) for name in sorted(required)}
    leaks |= {name: draw(st.sampled_from((0.0, 0.0, 0.1))) for name in made if name not in required}
    under: dict[Any, Sequence[str]] = {}
    for place_of_doubt in [*made, *links] if given else ():
        if draw(st.integers(0, 5)) == 0:
            under[place_of_doubt] = draw(st.lists(st.sampled_from(given), max_size=2, unique=True))
    sources = {name: draw(strengths) for name in given}
    return graph_of(links.values(), chosen, made[-1:], leaks, sources, under)
