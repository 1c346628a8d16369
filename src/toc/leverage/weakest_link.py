"""The weakest link: causes that depend on each other wholly, so that the least and the greatest count alone.

With strengths n, s and h, and x the lesser of a cause's value and the likelihoods of the assumptions under its link:

    R = least over what is required of 1 - n (1 - x)
    C = greatest of the leak and, over what contributes, s x
    H = least over what hinders of 1 - h x
    x = the least of R, C and the likelihoods of the assumptions under the node, times H

Least for AND and greatest for OR are those of the Goal-oriented Requirement Language (Amyot and others 2010,
Evaluating goal models within the Goal-oriented Requirement Language, International Journal of Intelligent Systems 25).
A hindrance multiplies, so that a light one still takes something away.
"""

from collections.abc import Sequence

from toc.leverage.degree import State, starting_values
from toc.leverage.graph import Graph, Numbers
from toc.leverage.settling import Bracket, Step, settle


def evaluate(graph: Graph, numbers: Numbers, chosen: Sequence[float]) -> State:
    """Return the value of every node, in [0, 1]; arguments and time as for degrees."""
    values = starting_values(graph, numbers, chosen)
    step = _step(graph, numbers, values)
    brackets: list[Bracket] = []
    sweeps = 0
    for plain, group in graph.stages:
        for node in plain:
            values[node] = step(node, values, values)
        if group:
            made, bracket = settle(graph, group, step, values)
            sweeps += made
            brackets.extend([bracket] if bracket else [])
    return State(tuple(values), tuple(brackets), sweeps)


def _step(graph: Graph, numbers: Numbers, given: Sequence[float]) -> Step:
    strengths, leaks, causes = numbers.strengths, numbers.leaks, graph.causes

    def least(edge: int, value: float) -> float:
        return min([value, *(given[doubt] for doubt in graph.edges[edge].doubts)])

    def step(node: int, helping: Sequence[float], hindering: Sequence[float]) -> float:
        requires, contributes, hinders, doubts = causes[node]
        value: float = leaks[node]
        for edge, source in contributes:
            value = max(value, strengths[edge] * least(edge, helping[source]))
        for edge, source in requires:
            value = min(value, 1.0 - strengths[edge] * (1.0 - least(edge, helping[source])))
        for doubt in doubts:
            value = min(value, given[doubt])
        hindered = max([strengths[edge] * least(edge, hindering[source]) for edge, source in hinders], default=0.0)
        return value * (1.0 - hindered)

    return step
