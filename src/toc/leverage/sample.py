"""A sample: some draws at once, and how the impact in each of them is shared out among the strategies."""

from functools import cached_property
from math import comb

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from toc.leverage.batch import Row, blocks
from toc.leverage.names import node_names
from toc.leverage.rows import Rows
from toc.leverage.shapley import TABLES
from toc.leverage.stream import Stream

Floats = NDArray[np.float64]

# So many numbers (or words of worlds) of a table, or of orders, at a time.
CELLS = 16_384
# In so many orders strategies join in every draw, where there is neither a table nor a gradient.
ORDERS = 16


@frozen(eq=False, slots=False)
class Sample:
    """What strategies come to in the draws of `rows`; arrays have the draws last.

    What comes out for one draw does not depend on the others, to the last bit.
    """

    rows: Rows

    @property
    def k(self) -> int:
        """The number of strategies."""
        return len(self.rows.way.graph.strategies)

    @cached_property
    def table(self) -> Floats | None:
        """The impact of every portfolio, of shape (2**strategies, draws); None for more than 8 strategies."""
        return table_of(self.rows) if self.k <= TABLES else None

    @cached_property
    def _nothing(self) -> list[Row]:
        return self.rows.evaluate([self.rows.off] * self.k)

    @cached_property
    def _everything(self) -> list[Row]:
        return self.rows.evaluate([self.rows.on] * self.k, self._nothing)

    @cached_property
    def impact(self) -> Floats:
        """The impact of all strategies, by draw."""
        if self.table is not None:
            whole: Floats = self.table[-1]
            return whole
        return self._by_draw(self.rows.rise(self._everything, self._nothing))

    def lost_without(self, number: int) -> Floats:
        """Return what of the impact is lost without a strategy, by draw."""
        if self.table is not None:
            lost: Floats = self.impact - self.table[(1 << self.k) - 1 ^ 1 << number]
            return lost
        chosen = [self.rows.on] * self.k
        chosen[number] = self.rows.off
        left = self.rows.evaluate(chosen, self._everything, self.rows.way.after[number])
        return self.impact - self._by_draw(self.rows.rise(left, self._nothing))

    def _by_draw(self, row: Row) -> Floats:
        return np.broadcast_to(np.asarray(row, dtype=np.float64), (self.rows.count,))

    @cached_property
    def parts(self) -> Floats:
        """The part of each strategy in the impact, of shape (strategies, draws); all parts add up to it.

        Shapley values for up to 8 strategies; else Aumann-Shapley values where there are derivatives; else what each
        strategy adds when it joins, on average over 16 orders that are drawn (8, and the same backwards).
        """
        if self.table is not None:
            return shapley_by_draw(self.table, self.k)
        integral = self.rows.integral()
        return self._parts_of_orders() if integral is None else integral

    def _parts_of_orders(self) -> Floats:
        rows = self.rows
        places = _orders(rows, self.k)
        found = np.zeros((self.k, rows.count))
        for start, stop in blocks(rows.count, max(1, CELLS // (ORDERS * (self.k + 1)))):
            found[:, start:stop] = _joined(rows.part(start, stop), places[:, :, start:stop])
        return found


def table_of(rows: Rows) -> Floats:
    """Return the impact of every portfolio, of shape (2**strategies, draws)."""
    strategies = len(rows.way.graph.strategies)
    found = np.empty((1 << strategies, rows.count))
    inner = int(np.prod(rows.inner, dtype=np.intp))
    for start, stop in blocks(rows.count, max(1, (CELLS >> strategies) // inner)):
        found[:, start:stop] = _table(rows.part(start, stop), strategies)
    return found


def _table(rows: Rows, strategies: int) -> Floats:
    # Each strategy has an axis of its own, so a node is computed only for the strategies that it depends on.
    # The first strategy is the lowest bit, so it has the last of these axes.
    ends = (1,) * (1 + len(rows.inner))
    chosen = [
        np.array([rows.off, rows.on]).reshape(
            *(1 + (axis == strategies - 1 - number) for axis in range(strategies)), *ends
        )
        for number in range(strategies)
    ]
    nothing = rows.evaluate([rows.off] * strategies)
    found = rows.rise(rows.evaluate(chosen, nothing), nothing)
    return np.broadcast_to(found, (2,) * strategies + (rows.count,)).reshape(-1, rows.count)


def shapley_by_draw(table: Floats, k: int) -> Floats:
    """Return the Shapley values of tables, as `shapley.shapley` does, but each draw by itself to the last bit."""
    weights = [1 / (k * comb(k - 1, size)) for size in range(k)]
    found = np.zeros((k, table.shape[1]))
    for number in range(k):
        for bits in range(1 << k):
            if not bits >> number & 1:
                found[number] += weights[bits.bit_count()] * (table[bits | 1 << number] - table[bits])
    return found


def _orders(rows: Rows, k: int) -> NDArray[np.intp]:
    """Return the place of each strategy in the orders of each draw, of shape (strategies, orders, draws)."""
    names = node_names(rows.way.graph)
    half = ORDERS // 2
    first, last = rows.start * half, (rows.start + rows.count) * half
    stream = Stream(rows.seed)
    drawn = [stream.uniforms(f"order {names[node]}", first, last) for node in rows.way.graph.strategies]
    numbers = np.array(drawn).reshape(k, rows.count, half).transpose(0, 2, 1)
    places = numbers.argsort(axis=0, kind="stable").argsort(axis=0, kind="stable")
    return np.concatenate([places, k - 1 - places], axis=1)


def _joined(rows: Rows, places: NDArray[np.intp]) -> Floats:
    """Return what each strategy adds when it joins, on average over the orders given by `places`."""
    k, orders, _draws = places.shape
    shaped = rows.by_order(places)
    steps = np.arange(k + 1)[:, None, None]
    nothing = rows.evaluate([rows.off] * k)
    values = rows.evaluate([np.where(place < steps, rows.on, rows.off) for place in shaped], nothing)
    reached = np.broadcast_to(rows.rise_by_order(values, nothing), (k + 1, *places.shape[1:]))
    gained = reached[1:] - reached[:-1]
    found = np.zeros((k, rows.count))
    for order in range(orders):
        found += np.take_along_axis(gained[:, order], places[:, order], axis=0)
    found /= orders
    return found
