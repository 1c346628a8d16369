"""From a theory to the network of degrees that it means."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import define, field

from toc.leverage.graph import (
    CHANGE,
    CONTRIBUTES,
    GATE,
    REQUIRES,
    SOURCE,
    STRATEGY,
    Edge,
    Graph,
    Node,
    Spread,
    fixed,
)
from toc.leverage.scale import Scale
from toc.model.components import components
from toc.model.elements import Element, Key, Properties, Quantity, Range, Word
from toc.model.links import Link
from toc.model.theory import Theory

UNKNOWN = "unknown"
SUFFICIENT = {"yes": fixed(1.0), "no": fixed(0.0), UNKNOWN: Spread(0.3, 0.5, 0.7, UNKNOWN)}
"""What requirements that are met give by themselves, by what `sufficient` says."""

NOTHING, EVERYTHING = fixed(0.0), fixed(1.0)


def network(theory: Theory, scale: Scale, drafts: bool = False) -> Graph:
    """Return the network of degrees of `theory`, the same whatever the order of statements. O(V + E).

    Nodes stand in the order of their keys, the gates behind them. A factor or an assumption without a `likelihood` is
    certain. A strategy that is done is a source of 1. One that is dropped is not carried out, whatever is chosen, and
    neither is an idea or a draft without `drafts`: it is a source of 0 where something is required of it, and what it
    contributes is left out. So leaving a strategy out never raises a value that rests on it.
    """
    return _Weaver(theory, scale, drafts).graph()


@define(eq=False)
class _Weaver:
    theory: Theory
    scale: Scale
    drafts: bool
    number: dict[Key, int] = field(factory=dict)
    edges: list[Edge] = field(factory=list)
    gates: list[Node] = field(factory=list)

    def graph(self) -> Graph:
        absent = frozenset(filter(self.is_absent, (one.key for one in self.theory.of_kind("strategy"))))
        links = [link for link in self.theory.links if not _without_effect(link, absent)]
        kept = self.kept(links, absent)
        self.number = {element.key: number for number, element in enumerate(kept)}
        nodes = [self.node(element, element.key in absent) for element in kept]
        for link in sorted(links, key=lambda link: (sorted(link.sources), link.target)):
            if link.target in self.number and nodes[self.number[link.target]].kind == CHANGE:
                self.link(link, len(nodes))
        self.edges.sort(key=lambda edge: (edge.target, edge.source, edge.verb))
        visions = tuple(self.number[vision.key] for vision in self.theory.visions)
        strategies = tuple(number for number, node in enumerate(nodes) if node.kind == STRATEGY)
        pairs = [(edge.source, edge.target) for edge in self.edges]
        everything = (*nodes, *self.gates)
        return Graph(everything, tuple(self.edges), strategies, visions, components(len(everything), pairs))

    def is_absent(self, key: Key) -> bool:
        status = self.theory.elements[key].properties.word("status")
        return status == "dropped" or (status in ("idea", "draft") and not self.drafts)

    def kept(self, links: Iterable[Link], absent: frozenset[Key]) -> list[Element]:
        """Return the elements that have a value, in the order of their keys."""
        theory = self.theory
        used = {key for link in links for key in (*link.sources, *link.properties.refs("assuming"))}
        used.update(key for change in theory.of_kind("vision", "outcome", "precondition") for key in _assumed(change))
        return [
            element
            for element in theory.elements.values()
            if element.kind in _STEPS
            and (element.named or element.key in used)
            and (element.kind != "assumption" or element.key in used)
            and (element.key in used or element.key not in absent)
        ]

    def node(self, element: Element, absent: bool) -> Node:
        if element.kind in ("factor", "assumption"):
            return Node(element.key, SOURCE, self.likelihood(element.properties), NOTHING)
        if element.kind == "strategy":
            if absent:
                return Node(element.key, SOURCE, NOTHING, NOTHING)
            done = element.properties.word("status") == "done"
            return Node(element.key, SOURCE if done else STRATEGY, EVERYTHING, NOTHING)
        return Node(element.key, CHANGE, NOTHING, self.leak(element), self.doubts(element.properties))

    def likelihood(self, properties: Properties) -> Spread:
        stated = properties.get("likelihood")
        return _spread(stated.value if stated else None, self.scale.likelihood) or EVERYTHING

    def leak(self, element: Element) -> Spread:
        """Return what `element` reaches when nothing contributes."""
        incoming = self.theory.incoming.get(element.key, ())
        if not any(link.verb == REQUIRES for link in incoming):
            stated = element.properties.get("counterfactual")
            return _spread(stated.value if stated else None, {}) or NOTHING
        if any(link.implied for link in incoming):
            # An output is what its strategy delivers: what it requires does not bring it about.
            return SUFFICIENT["no"]
        sufficient = element.properties.word("sufficient")
        if sufficient is None:
            sufficient = UNKNOWN if any(link.verb == CONTRIBUTES for link in incoming) else "yes"
        return SUFFICIENT[sufficient]

    def doubts(self, properties: Properties) -> tuple[int, ...]:
        return tuple(sorted({self.number[key] for key in properties.refs("assuming")}))

    def link(self, link: Link, first_gate: int) -> None:
        sources = [self.number[key] for key in sorted(link.sources)]
        source = sources[0]
        if len(sources) > 1:
            source = first_gate + len(self.gates)
            self.gates.append(Node(None, GATE, NOTHING, EVERYTHING))
            self.edges.extend(Edge(member, source, REQUIRES, EVERYTHING, True, (), None) for member in sources)
        strength, stated = self.strength(link)
        doubts = self.doubts(link.properties)
        self.edges.append(Edge(source, self.number[link.target], link.verb, strength, stated, doubts, link))

    def strength(self, link: Link) -> tuple[Spread, bool]:
        spread = _spread(link.strength, self.scale.strength)
        stated = spread is not None or link.implied or link.verb == REQUIRES
        if spread is None:
            spread = EVERYTHING if stated else Spread(*self.scale.strength["moderate"], "moderate")
        return (_widened(spread) if link.uncertain else spread), stated


_STEPS = ("strategy", "output", "precondition", "outcome", "vision", "factor", "assumption")


def _without_effect(link: Link, absent: frozenset[Key]) -> bool:
    """Whether a strategy that is not carried out takes all effect from `link`."""
    return link.verb != REQUIRES and any(source in absent for source in link.sources)


def _assumed(element: Element) -> Sequence[Key]:
    return element.properties.refs("assuming")


def _spread(written: Any, words: Mapping[str, tuple[float, float, float]]) -> Spread | None:
    match written:
        case Word(concept) if concept in words:
            return Spread(*words[concept], concept)
        case Quantity(value):
            return fixed(value)
        case Range(low=Quantity(low), high=Quantity(high)):
            return Spread(low, (low + high) / 2, high)
    return None


def _widened(spread: Spread) -> Spread:
    """Return a spread from half its mode to one and a half times its mode, never narrower than it was."""
    low, mode, high, word = spread
    return Spread(min(low, mode / 2), mode, max(high, min(1.0, 1.5 * mode)), word)
