"""Draws evaluated by the weakest link, by the rules of `weakest_link.py`."""

from collections.abc import Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from toc.leverage.batch import Row, Stages
from toc.leverage.rows import Rows
from toc.leverage.settling import CLOSED, DAMPING, STALLED, SWEEPS, is_positive, is_reinforcing

Floats = NDArray[np.float64]


@frozen(eq=False, slots=False)
class WeakestRows(Rows):
    """Draws evaluated by the least of what is required and the greatest of what contributes."""

    def evaluate(
        self, chosen: Sequence[Row], known: Sequence[Row] | None = None, only: Stages | None = None
    ) -> list[Row]:
        """Return a row for each node; nodes that lead to no vision keep what they are given."""
        values: list[Row] = list(self.numbers.values if known is None else known)
        for strategy, row in zip(self.way.graph.strategies, chosen, strict=True):
            values[strategy] = row
        everything = self.way.stages if known is None else self.way.moved
        for plain, group in everything if only is None else only:
            for node in plain:
                values[node] = self._value(node, values, values)
            if group:
                self._settle(group, values)
        return values

    def _value(self, node: int, helping: Sequence[Row], hindering: Sequence[Row]) -> Row:
        strengths = self.numbers.strengths
        requires, contributes, hinders, doubts = self.way.graph.causes[node]
        value: Row = self.numbers.leaks[node]
        for edge, source in contributes:
            value = np.maximum(value, strengths[edge] * self._least(edge, helping[source]))
        for edge, source in requires:
            value = np.minimum(value, 1.0 - strengths[edge] * (1.0 - self._least(edge, helping[source])))
        for doubt in doubts:
            value = np.minimum(value, self.numbers.values[doubt])
        hindered: Row = 0.0
        for edge, source in hinders:
            hindered = np.maximum(hindered, strengths[edge] * self._least(edge, hindering[source]))
        return value * (1.0 - hindered)

    def _least(self, edge: int, value: Row) -> Row:
        for doubt in self.way.graph.edges[edge].doubts:
            value = np.minimum(value, self.numbers.values[doubt])
        return value

    def _settle(self, group: Sequence[int], values: list[Row]) -> None:
        """Write the values of `group` into `values`, by the rules of `settling.settle`, each column by itself."""
        low, high = list(values), list(values)
        for node in group:
            low[node], high[node] = np.zeros(()), np.ones(())
        self._bracket(group, low, high)
        for node in group:
            values[node] = low[node]
        if is_positive(self.way.graph, group):
            return
        gap: Row = 0.0
        for node in group:
            gap = np.maximum(gap, high[node] - low[node])
        from_nothing = is_reinforcing(self.way.graph, group)
        middle = {node: (low[node] + high[node]) / 2 for node in group}
        damped = list(values)
        for node in group:
            damped[node] = np.zeros(()) if from_nothing else middle[node]
        moving = self._damp(group, damped, gap > CLOSED)
        for node in group:
            values[node] = np.where(gap <= CLOSED, low[node], np.where(moving, middle[node], damped[node]))

    def _bracket(self, group: Sequence[int], low: list[Row], high: list[Row]) -> None:
        going: Row = True
        for _sweep in range(SWEEPS):
            moved, gap = np.zeros(()), np.zeros(())
            for node in group:
                lower, upper = self._value(node, low, high), self._value(node, high, low)
                moved = np.maximum(moved, np.maximum(np.abs(lower - low[node]), np.abs(upper - high[node])))
                gap = np.maximum(gap, upper - lower)
                low[node], high[node] = np.where(going, lower, low[node]), np.where(going, upper, high[node])
            going = going & (gap > CLOSED) & (moved > STALLED)
            if not np.any(going):
                return

    def _damp(self, group: Sequence[int], values: list[Row], going: Row) -> Row:
        """Move values halfway to where a step leads, until they stay; return in which columns they never do."""
        for _sweep in range(SWEEPS):
            if not np.any(going):
                break
            moved = np.zeros(())
            for node in group:
                change = self._value(node, values, values) - values[node]
                values[node] = np.where(going, values[node] + DAMPING * change, values[node])
                moved = np.maximum(moved, np.abs(change))
            going = going & (moved > CLOSED)
        return going
