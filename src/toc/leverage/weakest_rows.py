"""Draws evaluated by the weakest link, by the rules of `weakest_link.py`."""

from collections.abc import Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from toc.leverage.batch import Row
from toc.leverage.rows import StagedRows
from toc.leverage.settling import CLOSED, DAMPING, STALLED, SWEEPS, is_positive, is_reinforcing

Floats = NDArray[np.float64]


@frozen(eq=False, slots=False)
class WeakestRows(StagedRows):
    """Draws evaluated by the least of what is required and the greatest of what contributes."""

    @property
    def given(self) -> Sequence[Row]:
        """The numbers of the nodes themselves."""
        return self.numbers.values

    def value(self, node: int, helping: Sequence[Row], hindering: Sequence[Row]) -> Row:
        """Return the least of what is required and the greatest of what contributes, less what hinders."""
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

    def settle(self, group: Sequence[int], values: list[Row]) -> None:
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
                lower, upper = self.value(node, low, high), self.value(node, high, low)
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
                change = self.value(node, values, values) - values[node]
                values[node] = np.where(going, values[node] + DAMPING * change, values[node])
                moved = np.maximum(moved, np.abs(change))
            going = going & (moved > CLOSED)
        return going
