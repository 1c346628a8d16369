"""Draws evaluated in worlds, in each of which everything either happens or not."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any, ClassVar, NamedTuple

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from toc.leverage.batch import Row, blocks
from toc.leverage.graph import HINDERS, SOURCE
from toc.leverage.names import edge_names, node_names
from toc.leverage.rows import StagedRows
from toc.leverage.stream import Stream, Words

Floats = NDArray[np.float64]

WIDTH = 16
"""So many words of 64 worlds has a draw."""
FINENESS = 2**16
"""Probabilities are rounded to so many parts of 1."""
# So many words of random numbers take the worlds of a draw, at 16 digits in base 2.
EACH = 16 * WIDTH
# So many of these words at a time.
TOGETHER = 2**18
NONE, ALL = np.uint64(0), np.uint64(2**64 - 1)


class Drawn(NamedTuple):
    """The worlds in which a link works, a source is there, and a change is reached by itself: rows by number."""

    strengths: Sequence[Row]
    given: Sequence[Row]
    leaks: Sequence[Row]


@frozen(eq=False, slots=False)
class WorldRows(StagedRows):
    """Draws of 1,024 worlds each, see `worlds.py`: a row has 64 worlds in a word, 16 words for each draw."""

    off: ClassVar[Any] = NONE
    on: ClassVar[Any] = ALL
    inner: ClassVar[tuple[int, ...]] = (WIDTH,)

    drawn: Drawn | None = None

    def part(self, start: int, stop: int) -> "WorldRows":
        """Return the draws `start` to `stop` (not included) of these."""
        return evolve(super().part(start, stop), drawn=Drawn(*(_part(rows, start, stop) for rows in self.bits)))

    @cached_property
    def bits(self) -> Drawn:
        """In which worlds each number that matters makes something happen."""
        if self.drawn is not None:
            return self.drawn
        graph, wanted = self.way.graph, frozenset(self.way.nodes)
        strengths, given, leaks = self.numbers
        nodes, edges = node_names(graph), edge_names(graph)
        named = [
            *(
                (f"world strength {name}", row if edge.target in wanted else 0.0)
                for name, edge, row in zip(edges, graph.edges, strengths, strict=True)
            ),
            *(
                (f"world value {name}", row if node.kind == SOURCE else 0.0)
                for name, node, row in zip(nodes, graph.nodes, given, strict=True)
            ),
            *(
                (f"world leak {name}", row if number in wanted else 0.0)
                for number, (name, row) in enumerate(zip(nodes, leaks, strict=True))
            ),
        ]
        rows = self.happen(named)
        first, second = len(edges), len(edges) + len(nodes)
        return Drawn(rows[:first], rows[first:second], rows[second:])

    def happen(self, named: Sequence[tuple[str, Row]]) -> list[Row]:
        """Return for each name and probability (one, or one for each draw) in which worlds something happens."""
        found: list[Row] = [NONE] * len(named)
        open_ones = []
        for place, (name, row) in enumerate(named):
            if np.ndim(row):
                open_ones.append((place, name, np.rint(row * FINENESS).astype(np.int64)))
            elif (parts := round(float(row) * FINENESS)) == FINENESS:
                found[place] = ALL
            elif parts:
                open_ones.append((place, name, np.full(self.count, parts)))
        stream = Stream(self.seed)
        first, last = self.start * EACH, (self.start + self.count) * EACH
        for start, stop in blocks(len(open_ones), max(1, TOGETHER // (last - first))):
            some = open_ones[start:stop]
            drawn = np.array([stream.words(name, first, last) for _place, name, _wanted in some])
            bits = _happens(drawn.reshape(len(some), self.count, EACH), np.array([wanted for _p, _n, wanted in some]))
            for (place, _name, _wanted), row in zip(some, bits, strict=True):
                found[place] = row
        return found

    @property
    def given(self) -> Sequence[Row]:
        """In which worlds each source is there."""
        return self.bits.given

    def value(self, node: int, helping: Sequence[Row], hindering: Sequence[Row]) -> Row:
        """Return in which worlds a node is achieved."""
        graph, strengths = self.way.graph, self.bits.strengths
        requires, contributes, hinders, doubts = graph.causes[node]
        value: Row = self.bits.leaks[node]
        for edge, source in contributes:
            value = value | (strengths[edge] & self._believed(edge, helping[source]))
        for edge, source in requires:
            value = value & (self._believed(edge, helping[source]) | ~strengths[edge])
        for edge, source in hinders:
            value = value & ~(strengths[edge] & self._believed(edge, hindering[source]))
        for doubt in doubts:
            value = value & self.bits.given[doubt]
        return value

    def _believed(self, edge: int, value: Row) -> Row:
        for doubt in self.way.graph.edges[edge].doubts:
            value = value & self.bits.given[doubt]
        return value

    def settle(self, group: Sequence[int], values: list[Row]) -> None:
        """Find what is certain of a loop: sweeps change nothing any more after as many as it has nodes, twice."""
        members = frozenset(group)
        edges = [self.way.graph.edges[number] for node in group for number in self.way.graph.incoming[node]]
        hindered = any(edge.verb == HINDERS and edge.source in members for edge in edges)
        low, high = list(values), list(values)
        for node in group:
            low[node], high[node] = NONE, ALL
        for _sweep in range(2 * len(group) + 2):
            before = [low[node] for node in group] + [high[node] for node in group]
            for node in group:
                if hindered:
                    low[node], high[node] = self.value(node, low, high), self.value(node, high, low)
                else:
                    low[node] = self.value(node, low, low)
            after = [low[node] for node in group] + [high[node] for node in group]
            if all(bool(np.all(old == new)) for old, new in zip(before, after, strict=True)):
                break
        for node in group:
            values[node] = low[node]

    def rise(self, values: Sequence[Row], nothing: Sequence[Row]) -> Row:
        """Return the impact, draws last."""
        return self._rise(values, nothing).mean(axis=-1)

    def by_order(self, orders: NDArray[np.intp]) -> NDArray[np.intp]:
        """Return `orders` with draws before orders: each word has an order of its own."""
        return np.moveaxis(orders, -1, -2)

    def rise_by_order(self, values: Sequence[Row], nothing: Sequence[Row]) -> Row:
        """Return the impact in each word of worlds, of the shape (…, orders, draws)."""
        return np.moveaxis(self._rise(values, nothing), -1, -2)

    def _rise(self, values: Sequence[Row], nothing: Sequence[Row]) -> Floats:
        """Return the impact by word, of the shape (…, draws, words)."""
        shape = (self.count, WIDTH)
        total = np.zeros(shape)
        for vision in self.way.graph.visions:
            reached = np.broadcast_to(values[vision], np.broadcast_shapes(shape, np.shape(values[vision])))
            total = total + count_bits(reached).astype(np.float64)
            total = total - count_bits(np.broadcast_to(nothing[vision], shape)).astype(np.float64)
        return total / (64 * max(1, len(self.way.graph.visions)))


def _part(rows: Sequence[Row], start: int, stop: int) -> list[Row]:
    return [row if np.ndim(row) == 0 else row[start:stop] for row in rows]


def _happens(drawn: Words, wanted: NDArray[np.int64]) -> Words:
    """Return bits that are 1 with the probability `wanted` / 65,536, for each thing and draw.

    A word of `drawn` holds four numbers below 65,536, the lowest digits first; a bit is 1 where its number is below
    what is wanted. Bits stand in their words as numpy packs them, which makes no difference to any count.
    """
    numbers = drawn.astype("<u8", copy=False).view("<u2")
    # Comparing with what is one less stays within 16 digits, but for nothing at all.
    below = numbers <= np.maximum(wanted - 1, 0).astype("<u2")[:, :, None]
    below[wanted == 0] = False
    packed: Words = np.packbits(below, axis=-1).view(np.uint64)
    return packed


def count_bits(row: Words) -> Words:
    """Return the number of ones in each word, by adding neighbours."""
    # Counting ones in parallel, as in Warren 2012, Hacker's Delight, chapter 5.
    by_two = row - (row >> np.uint64(1) & np.uint64(0x5555555555555555))
    by_four = (by_two & np.uint64(0x3333333333333333)) + (by_two >> np.uint64(2) & np.uint64(0x3333333333333333))
    by_eight = by_four + (by_four >> np.uint64(4)) & np.uint64(0x0F0F0F0F0F0F0F0F)
    counted: Words = by_eight * np.uint64(0x0101010101010101) >> np.uint64(56)
    return counted
