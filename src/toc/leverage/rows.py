"""Draws that can be evaluated, whatever the method: what `sample.py` asks of degrees, worlds and the weakest link."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any, ClassVar, Self

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from toc.leverage.batch import Plan, Row, Stages, columns, evaluate_rows, impact_row
from toc.leverage.gradient_many import gradient_rows
from toc.leverage.graph import Numbers
from toc.leverage.shapley import gauss_legendre

Floats = NDArray[np.float64]

# The points of the Aumann-Shapley integral: its error is then some 1e-7 of the impact.
POINTS = 8
# So many draws of it at a time.
BLOCK = 256


@frozen(eq=False, slots=False)
class Rows(ABC):
    """The draws `start` to `start` + `count` of a network: rows of `numbers` have one number for each, or are one.

    `off` and `on` are the rows of a strategy that is not carried out, and of one that is. Rows of values have draws on
    their last axis, before those of `inner`, which are what a draw consists of.
    """

    way: Plan
    numbers: Numbers
    count: int
    start: int = 0
    seed: int = 0

    off: ClassVar[Any] = 0.0
    on: ClassVar[Any] = 1.0
    inner: ClassVar[tuple[int, ...]] = ()

    def part(self, start: int, stop: int) -> Self:
        """Return the draws `start` to `stop` (not included) of these."""
        return evolve(self, numbers=columns(self.numbers, start, stop), count=stop - start, start=self.start + start)

    @abstractmethod
    def evaluate(
        self, chosen: Sequence[Row], known: Sequence[Row] | None = None, only: Stages | None = None
    ) -> list[Row]:
        """Return a row for each node; `known` and `only` as for `batch.evaluate_rows`."""

    def rise(self, values: Sequence[Row], nothing: Sequence[Row]) -> Row:
        """Return the impact, draws last."""
        return impact_row(self.way.graph, values, nothing)

    def by_order(self, orders: NDArray[np.intp]) -> NDArray[np.intp]:
        """Return `orders`, of the shape (…, orders, draws), in the shape that rows take when each order is chosen."""
        return orders

    def rise_by_order(self, values: Sequence[Row], nothing: Sequence[Row]) -> Row:
        """Return the impact of each order by itself, of the shape (…, orders, draws)."""
        return impact_row(self.way.graph, values, nothing)

    def integral(self) -> Floats | None:
        """Return Aumann-Shapley values, of shape (strategies, draws); None where there are no derivatives."""
        return None


@frozen(eq=False, slots=False)
class StagedRows(Rows, ABC):
    """Draws whose nodes are gone through stage by stage, each by the rules of one method, loops by those of another."""

    @property
    @abstractmethod
    def given(self) -> Sequence[Row]:
        """What each node is given before anything is worked out."""

    @abstractmethod
    def value(self, node: int, helping: Sequence[Row], hindering: Sequence[Row]) -> Row:
        """Return the row of a node, of what helps it and of what hinders it."""

    @abstractmethod
    def settle(self, group: Sequence[int], values: list[Row]) -> None:
        """Write the values of the loop `group` into `values`."""

    def evaluate(
        self, chosen: Sequence[Row], known: Sequence[Row] | None = None, only: Stages | None = None
    ) -> list[Row]:
        """Return a row for each node; nodes that lead to no vision keep what they are given."""
        values: list[Row] = list(self.given if known is None else known)
        for strategy, row in zip(self.way.graph.strategies, chosen, strict=True):
            values[strategy] = row
        everything = self.way.stages if known is None else self.way.moved
        for plain, group in everything if only is None else only:
            for node in plain:
                values[node] = self.value(node, values, values)
            if group:
                self.settle(group, values)
        return values


@frozen(eq=False, slots=False)
class DegreeRows(Rows):
    """Draws evaluated by degrees."""

    def evaluate(
        self, chosen: Sequence[Row], known: Sequence[Row] | None = None, only: Stages | None = None
    ) -> list[Row]:
        """Return a row for each node; see `batch.evaluate_rows`."""
        return evaluate_rows(self.way, self.numbers, chosen, known, only)

    def integral(self) -> Floats:
        """Return Aumann-Shapley values with 8 points, of shape (strategies, draws)."""
        found = np.zeros((len(self.way.graph.strategies), self.count))
        for start in range(0, self.count, BLOCK):
            stop = min(start + BLOCK, self.count)
            self.part(start, stop).add_integral(found[:, start:stop])
        return found

    def add_integral(self, found: Floats) -> None:
        """Add Aumann-Shapley values to `found`."""
        points, weights = zip(*gauss_legendre(POINTS), strict=True)
        values = self.evaluate([np.array(points)[:, None]] * len(self.way.graph.strategies))
        for number, row in enumerate(gradient_rows(self.way, self.numbers, values)):
            for slope, weight in zip(np.broadcast_to(row, (POINTS, self.count)), weights, strict=True):
                found[number] += weight * slope
