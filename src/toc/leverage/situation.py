"""What stands around one strategy: its path, its partners, what is required beside it, and what hinders it."""

from collections.abc import Iterator
from functools import cached_property

from attrs import frozen

from toc.leverage.assessment import Leverage
from toc.leverage.figures import Gain, Route, Strategy
from toc.leverage.graph import HINDERS, REQUIRES, SOURCE, Edge
from toc.leverage.paths import between, leading_to_visions, reached
from toc.leverage.sensitivity import link_gradients
from toc.leverage.spoken import named
from toc.leverage.verdict_words import EFFORT_WORDS
from toc.messages import Message
from toc.model.links import Link
from toc.model.theory import Theory


@frozen(eq=False, slots=False)
class Situation:
    """One strategy of an assessment, and its surroundings; elements are given by the names that people know."""

    leverage: Leverage
    strategy: Strategy

    @property
    def theory(self) -> Theory:
        """The theory."""
        return self.leverage.theory

    @property
    def name(self) -> str:
        """What the strategy is called."""
        return named(self.theory, self.strategy.key)

    @cached_property
    def path(self) -> Route | None:
        """The strongest path to a vision."""
        return self.leverage.strongest_path(self.strategy.key)

    @cached_property
    def _partners(self) -> list[tuple[float, str]]:
        key = self.strategy.key
        pairs = [pair for pair in self.leverage.interactions if key in (pair.a, pair.b)]
        return sorted((pair.interaction, named(self.theory, pair.b if pair.a == key else pair.a)) for pair in pairs)

    @property
    def best_partner(self) -> tuple[str, float] | None:
        """The strategy with which it makes most, and their interaction; None where there is none above 0."""
        if self._partners and self._partners[-1][0] > 0:
            interaction, name = self._partners[-1]
            return name, interaction
        return None

    @property
    def worst_partner(self) -> tuple[str, float] | None:
        """The strategy that does most of the same work, and their interaction; None where there is none below 0."""
        if self._partners and self._partners[0][0] < 0:
            interaction, name = self._partners[0]
            return name, interaction
        return None

    @property
    def effort_word(self) -> Message | None:
        """The word in which its effort was given; None where it is a number or an amount."""
        word = self.theory.elements[self.strategy.key].properties.word("effort")
        return EFFORT_WORDS.get(word or "")

    @cached_property
    def _node(self) -> int:
        return self.leverage.graph.number_of[self.strategy.key]

    @cached_property
    def _reached(self) -> frozenset[int]:
        return reached(self.leverage.graph, self._node)

    @cached_property
    def _edges(self) -> list[int]:
        """The edges on its ways to the visions."""
        return between(self.leverage.graph, self._reached, leading_to_visions(self.leverage.graph))

    def _on_path(self) -> Iterator[int]:
        graph = self.leverage.graph
        for key in self.path.keys[1:] if self.path else ():
            yield graph.number_of[key]

    def prerequisite(self, *, alone: bool) -> tuple[str, str, float] | None:
        """Return the change on its path that requires what it does not bring about: change, prerequisite, degree.

        Of several the one that is achieved least, with all strategies, or with this one `alone`.
        """
        graph, impacts = self.leverage.graph, self.leverage.indices.impacts
        number = graph.strategies.index(self._node)
        values = impacts.state(impacts.chosen(1 << number)).values if alone else self.leverage.state.values
        found = [
            (values[edge.source], node, edge.source)
            for node in self._on_path()
            for edge in self._required(node)
            if edge.source not in self._reached and graph.nodes[edge.source].kind != SOURCE
        ]
        if not found:
            return None
        degree, change, needed = min(found)
        return self._named(change), self._named(needed), degree

    def _required(self, node: int) -> Iterator[Edge]:
        """Yield what `node` requires, and what the gates that lead to it are made of."""
        graph = self.leverage.graph
        for number in graph.incoming[node]:
            edge = graph.edges[number]
            if edge.verb == REQUIRES and graph.nodes[edge.source].key:
                yield edge
            if graph.nodes[edge.source].key is None and edge.source in self._reached:
                yield from (graph.edges[member] for member in graph.incoming[edge.source])

    @property
    def hindering(self) -> list[tuple[str, str]]:
        """What it, or what it brings about, hinders on the way to a vision: by what, and which change."""
        edges = [self.leverage.graph.edges[number] for number in self._edges]
        return [(self._named(edge.source), self._named(edge.target)) for edge in edges if edge.verb == HINDERS]

    @property
    def hindered_by(self) -> tuple[str, str, float] | None:
        """What takes most from a change on its path: by what, which change, and how much of it."""
        graph, values = self.leverage.graph, self.leverage.state.values
        found = [
            (edge.strength.mode * values[edge.source], edge.source, node)
            for node in self._on_path()
            for edge in (graph.edges[number] for number in graph.incoming[node])
            if edge.verb == HINDERS
        ]
        if not found:
            return None
        taken, source, node = max(found)
        return self._named(source), self._named(node), taken

    @property
    def best_gain(self) -> Gain | None:
        """The link on its ways that is most worth working on."""
        links = {id(self.leverage.graph.edges[number].link) for number in self._edges}
        return next((gain for gain in self.leverage.gains if id(gain.link) in links), None)

    @property
    def vaguest_link(self) -> Link | None:
        """The link on its ways whose range of strengths moves the impact most."""
        graph = self.leverage.graph
        slopes = link_gradients(graph, self.leverage.numbers)
        spreads = [
            (abs(slopes[i]) * (graph.edges[i].strength.high - graph.edges[i].strength.low), i) for i in self._edges
        ]
        moved, number = max(spreads, default=(0.0, 0))
        return graph.edges[number].link if moved > 0 else None

    def _named(self, node: int) -> str:
        """Return what a node is called; a gate by its members."""
        graph = self.leverage.graph
        key = graph.nodes[node].key
        if key is not None:
            return named(self.theory, key)
        return " & ".join(self._named(graph.edges[number].source) for number in graph.incoming[node])
