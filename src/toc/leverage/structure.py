"""Influence and dependence by links alone (no joins, no efforts): for a chart of the structure, never for verdicts.

A net is a list of arcs (source, target, weight) over nodes 0 to n-1.
"""

from collections.abc import Sequence
from typing import NamedTuple

from toc.leverage.figures import Standing
from toc.leverage.graph import Graph, Numbers

Arc = tuple[int, int, float]
# The literature finds that rankings rest after three to five steps.
LONGEST = 12
# Sums that grow for ever (a ring in which nothing is lost) are cut off; the ranking rests long before.
MOST = 1000


class Structure(NamedTuple):
    """The influence and the dependence of each node, and how many steps of links were counted."""

    influence: tuple[float, ...]
    dependence: tuple[float, ...]
    steps: int


def standings(graph: Graph, numbers: Numbers) -> tuple[Standing, ...]:
    """Return how every element stands in the net of links, by its total relation, each as a share of the greatest.

    Signs and joins are left aside. Total relations and not the powers of MICMAC: where there are no loops, as in most
    theories of change, a power holds nothing but 0 for all that is fewer links from an end.
    """
    n = len(graph.nodes)
    weights = [(edge.source, edge.target, numbers.strengths[i]) for i, edge in enumerate(graph.edges)]
    found = total_relation(normalised(weights, n), n)
    influence, dependence = _scaled(found.influence), _scaled(found.dependence)
    return tuple(Standing(key, influence[node], dependence[node]) for key, node in sorted(graph.number_of.items()))


def micmac(arcs: Sequence[Arc], n: int, longest: int = LONGEST) -> Structure:
    """Return the sums of rows (influence) and columns (dependence) of A^k, A holding the weights.

    k is the first at which both rankings are those of k-1, at least 2; where they do not rest, `longest`, and where a
    power would hold nothing but 0, the one before. By products with a vector: O(k E), no power is ever written out.
    (Arcade, Godet, Meunier and Roubelat 1999, Structural analysis with the MICMAC method, AC/UNU Millennium Project.)
    """
    backwards = [(target, source, weight) for source, target, weight in arcs]
    rows, columns = _product(arcs, [1.0] * n), _product(backwards, [1.0] * n)
    for steps in range(2, longest + 1):
        next_rows, next_columns = _product(arcs, rows), _product(backwards, columns)
        if not any(next_rows):
            return Structure(tuple(rows), tuple(columns), steps - 1)
        rested = _ranking(rows) == _ranking(next_rows) and _ranking(columns) == _ranking(next_columns)
        rows, columns = _scaled(next_rows), _scaled(next_columns)
        if rested:
            return Structure(tuple(rows), tuple(columns), steps)
    return Structure(tuple(rows), tuple(columns), longest)


def normalised(arcs: Sequence[Arc], n: int) -> tuple[Arc, ...]:
    """Return the arcs divided by the greatest sum of a row or column, as in DEMATEL.

    (Gabus and Fontela 1972, World problems: an invitation to further thought within the framework of DEMATEL.)
    """
    backwards = [(target, source, weight) for source, target, weight in arcs]
    greatest = max([*_product(arcs, [1.0] * n), *_product(backwards, [1.0] * n)], default=0.0)
    return tuple((source, target, weight / greatest) for source, target, weight in arcs) if greatest else tuple(arcs)


def total_relation(arcs: Sequence[Arc], n: int, tolerance: float = 1e-12) -> Structure:
    """Return the sums of rows and columns of T = N + N^2 + … = N (I - N)^-1, N being `arcs`, normalised.

    By adding up products with a vector until the next is below `tolerance`: paths of every length, each step weaker.
    """
    backwards = [(target, source, weight) for source, target, weight in arcs]
    sums = []
    steps = 0
    for way in (arcs, backwards):
        power = _product(way, [1.0] * n)
        total = power
        steps = 1
        while max(power, default=0.0) > tolerance and steps < MOST:
            power = _product(way, power)
            total = [value + more for value, more in zip(total, power, strict=True)]
            steps += 1
        sums.append(tuple(total))
    return Structure(sums[0], sums[1], steps)


def _product(arcs: Sequence[Arc], vector: Sequence[float]) -> list[float]:
    found = [0.0] * len(vector)
    for source, target, weight in arcs:
        found[source] += weight * vector[target]
    return found


def _scaled(values: Sequence[float]) -> list[float]:
    """Return the values divided by the greatest: rankings and shares are the same, and nothing overflows."""
    greatest = max(values, default=0.0)
    return [value / greatest for value in values] if greatest > 0 else list(values)


def _ranking(values: Sequence[float]) -> list[int]:
    # Rounded, so that sums added up in another order do not change places.
    return sorted(range(len(values)), key=lambda number: (-float(f"{values[number]:.9g}"), number))
