"""The network of degrees that a theory means: nodes numbered from 0, and edges with spreads of strength."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

from attrs import field, frozen

from toc.model.elements import Key
from toc.model.links import Link

CONTRIBUTES, REQUIRES, HINDERS = "contributes", "requires", "hinders"
STRATEGY, SOURCE, CHANGE, GATE = "strategy", "source", "change", "gate"


class Spread(NamedTuple):
    """What a number may be: least, most likely and greatest, all in [0, 1].

    `word` is the word it stands for (`strong`), None for a number or a range; all uses of a word share part of a draw,
    also where `uncertain` has widened the range of one. `unknown` stands for what requirements give by themselves.
    """

    low: float
    mode: float
    high: float
    word: str | None = None

    @property
    def is_fixed(self) -> bool:
        """Whether it can be one number only."""
        return self.low == self.high


def fixed(value: float) -> Spread:
    """Return the spread of one number."""
    return Spread(value, value, value)


@frozen
class Node:
    """One node.

    `kind` is strategy (1 if chosen), source (a factor, an assumption, a strategy that is done: `value`, whatever is
    chosen), change (outputs, preconditions, outcomes, visions) or gate (`a & b`, which has no key).
    `leak` is what is reached when nothing contributes; `doubts` are the assumptions (nodes) that its value rests on.
    """

    key: Key | None
    kind: str
    value: Spread
    leak: Spread
    doubts: tuple[int, ...] = ()


@frozen
class Edge:
    """`source` acts on `target` by `verb`; `doubts` are the assumptions (nodes) under it.

    `strength` is how far the source would suffice (contributes), how necessary it is (requires) or how much it takes
    away (hinders). `stated` is false where the writer gave none and moderate is assumed. `link` is None for a member
    of a gate.
    """

    source: int
    target: int
    verb: str
    strength: Spread
    stated: bool
    doubts: tuple[int, ...]
    link: Link | None


class Causes(NamedTuple):
    """What makes the value of a node: edges with their sources by verb, and the assumptions that it rests on."""

    requires: tuple[tuple[int, int], ...]
    contributes: tuple[tuple[int, int], ...]
    hinders: tuple[tuple[int, int], ...]
    doubts: tuple[int, ...]


@frozen(eq=False, slots=False)
class Graph:
    """A network of degrees.

    `edges` are sorted by target, source and verb; `strategies` are the nodes that can be chosen, in the order of
    their keys: portfolios are written as bits, the first strategy the lowest. `visions` all weigh the same.
    `groups` are the strong components, causes before effects: a group of one node is on no loop (a node that acts on
    itself does not occur).
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    strategies: tuple[int, ...]
    visions: tuple[int, ...]
    groups: tuple[tuple[int, ...], ...] = field(repr=False)

    @cached_property
    def incoming(self) -> tuple[tuple[int, ...], ...]:
        """The edges (their numbers) that end at each node."""
        found: list[list[int]] = [[] for _ in self.nodes]
        for number, edge in enumerate(self.edges):
            found[edge.target].append(number)
        return tuple(map(tuple, found))

    @cached_property
    def outgoing(self) -> tuple[tuple[int, ...], ...]:
        """The edges (their numbers) that leave each node."""
        found: list[list[int]] = [[] for _ in self.nodes]
        for number, edge in enumerate(self.edges):
            found[edge.source].append(number)
        return tuple(map(tuple, found))

    @cached_property
    def number_of(self) -> Mapping[Key, int]:
        """The node of each element."""
        return MappingProxyType({node.key: number for number, node in enumerate(self.nodes) if node.key is not None})

    def key_of(self, node: int) -> Key:
        """Return the element that `node` stands for; a gate stands for none and is not asked for."""
        key = self.nodes[node].key
        assert key is not None
        return key

    @cached_property
    def causes(self) -> tuple[Causes, ...]:
        """What makes the value of each node."""
        found: list[dict[str, list[tuple[int, int]]]] = [
            {REQUIRES: [], CONTRIBUTES: [], HINDERS: []} for _ in self.nodes
        ]
        for number, edge in enumerate(self.edges):
            found[edge.target][edge.verb].append((number, edge.source))
        return tuple(
            Causes(tuple(by[REQUIRES]), tuple(by[CONTRIBUTES]), tuple(by[HINDERS]), node.doubts)
            for by, node in zip(found, self.nodes, strict=True)
        )

    @cached_property
    def doubted(self) -> tuple[int, ...]:
        """The edges (their numbers) under which there are assumptions."""
        return tuple(number for number, edge in enumerate(self.edges) if edge.doubts)

    @cached_property
    def stages(self) -> tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]:
        """The order of work: nodes on no loop, causes first, and then the group of a loop, again and again.

        Strategies and sources have no causes and stand in no stage; the last group may be empty.
        """
        stages: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
        plain: list[int] = []
        for group in self.groups:
            if len(group) > 1:
                stages.append((tuple(plain), group))
                plain = []
            elif self.nodes[group[0]].kind in (CHANGE, GATE):
                plain.append(group[0])
        return (*stages, (tuple(plain), ()))


class Numbers(NamedTuple):
    """One number for each spread: `strengths` by edge, `values` (sources) and `leaks` by node.

    Lists of floats for one evaluation; numpy arrays of shape (edges, columns) and (nodes, columns) for many at once.
    """

    strengths: Sequence[Any]
    values: Sequence[Any]
    leaks: Sequence[Any]


def modes(graph: Graph) -> Numbers:
    """Return the most likely numbers."""
    return Numbers(
        [edge.strength.mode for edge in graph.edges],
        [node.value.mode for node in graph.nodes],
        [node.leak.mode for node in graph.nodes],
    )
