"""The degree to which each change is achieved, in [0, 1]: not a probability.

For a node v, n, s and h being strengths and q the likelihoods of the assumptions under a link, multiplied:

    R = product over what is required     of 1 - n (1 - q x)
    C = 1 - (1 - leak) * product over what contributes of 1 - s q x
    H = product over what hinders         of 1 - h q x
    x = R * C * H * likelihoods of the assumptions under v

This is the noisy AND and the noisy OR with leak of Bayesian networks (Norsys, NoisyAndDist and NoisyOrDist of Netica),
read at degrees instead of at yes and no. It equals the probability where no two causes of a node share an uncertain
cause; where only `contributes` joins, it is at least that, where only `requires` joins, at most (Esary and Proschan
1963, Coherent structures of non-identical components, Technometrics 5(2)).
"""

from collections.abc import Sequence

from attrs import frozen

from toc.leverage.gradient import Gradient, gradient_at
from toc.leverage.graph import Graph, Numbers
from toc.leverage.settling import Bracket, Step, settle


@frozen
class State:
    """What a portfolio leads to.

    `values` are degrees by node. `brackets` are those of the groups of loops whose lower and upper values do not meet;
    `sweeps` is how many sweeps all loops took.
    """

    values: tuple[float, ...]
    brackets: tuple[Bracket, ...] = ()
    sweeps: int = 0


def evaluate(graph: Graph, numbers: Numbers, chosen: Sequence[float]) -> State:
    """Return the degree of every node, in [0, 1].

    `chosen` is for each strategy, in the order of `graph.strategies`, whether it is carried out: 0, 1 or how far.
    O(V + E) for what lies on no loop, at most 2,000 times that for what does.
    """
    values = starting_values(graph, numbers, chosen)
    weights = weigh(graph, numbers, values)
    strengths, leaks, causes = numbers.strengths, numbers.leaks, graph.causes
    brackets: list[Bracket] = []
    sweeps = 0
    for plain, group in graph.stages:
        for node in plain:
            requires, contributes, hinders, doubts = causes[node]
            missing = 1.0 - leaks[node]
            for edge, source in contributes:
                missing *= 1.0 - weights[edge] * values[source]
            value = 1.0 - missing
            for edge, source in requires:
                value *= 1.0 - strengths[edge] + weights[edge] * values[source]
            for edge, source in hinders:
                value *= 1.0 - weights[edge] * values[source]
            for doubt in doubts:
                value *= values[doubt]
            values[node] = value
        if group:
            made, bracket = settle(graph, group, _step(graph, numbers, weights, values), values)
            sweeps += made
            brackets.extend([bracket] if bracket else [])
    return State(tuple(values), tuple(brackets), sweeps)


def gradient(graph: Graph, numbers: Numbers, chosen: Sequence[float], values: Sequence[float]) -> Gradient:
    """Return the derivatives of the visions' mean degree, at the `values` to which `numbers` and `chosen` lead.

    Those by strategies are the impact's. Those of the impact by strengths, leaks and sources are these less the same
    where nothing is chosen. O(V + E) and a system of equations for each loop. Where a loop tips or oscillates, they
    are those of the value that is used.
    """
    return gradient_at(graph, numbers, values, weigh(graph, numbers, starting_values(graph, numbers, chosen)))


def starting_values(graph: Graph, numbers: Numbers, chosen: Sequence[float]) -> list[float]:
    """Return what is given: the values of sources, `chosen` for strategies, 0 for all other nodes."""
    values: list[float] = list(numbers.values)
    for strategy, how_far in zip(graph.strategies, chosen, strict=True):
        values[strategy] = how_far
    return values


def weigh(graph: Graph, numbers: Numbers, values: Sequence[float]) -> Sequence[float]:
    """Return the strengths of edges, each times the likelihoods of the assumptions under it."""
    if not graph.doubted:
        return numbers.strengths
    weights = list(numbers.strengths)
    for number in graph.doubted:
        for doubt in graph.edges[number].doubts:
            weights[number] *= values[doubt]
    return weights


def impact_of(graph: Graph, values: Sequence[float], nothing: Sequence[float]) -> float:
    """Return the mean rise of the visions from `nothing` (their values without any strategy), in [-1, 1].

    It is 0 where there is no vision.
    """
    if not graph.visions:
        return 0.0
    return sum(values[vision] - nothing[vision] for vision in graph.visions) / len(graph.visions)


def _step(graph: Graph, numbers: Numbers, weights: Sequence[float], values: Sequence[float]) -> Step:
    strengths, leaks, causes = numbers.strengths, numbers.leaks, graph.causes

    def step(node: int, helping: Sequence[float], hindering: Sequence[float]) -> float:
        requires, contributes, hinders, doubts = causes[node]
        missing: float = 1.0 - leaks[node]
        for edge, source in contributes:
            missing *= 1.0 - weights[edge] * helping[source]
        value = 1.0 - missing
        for edge, source in requires:
            value *= 1.0 - strengths[edge] + weights[edge] * helping[source]
        for edge, source in hinders:
            value *= 1.0 - weights[edge] * hindering[source]
        for doubt in doubts:
            value *= values[doubt]
        return value

    return step
