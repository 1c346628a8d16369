"""How the impact answers to single links and assumptions: what would help most, and what it hangs on."""

from collections.abc import Mapping, Sequence

from toc.leverage.degree import evaluate, gradient, impact_of
from toc.leverage.figures import Carried, Gain
from toc.leverage.graph import HINDERS, REQUIRES, SOURCE, Graph, Numbers
from toc.leverage.scale import Scale
from toc.model.elements import Key


def link_gradients(graph: Graph, numbers: Numbers) -> tuple[float, ...]:
    """Return dI/ds for every edge: the vision's with all strategies less the same with none. O(V + E)."""
    found = []
    for how_far in (1.0, 0.0):
        chosen = [how_far] * len(graph.strategies)
        found.append(gradient(graph, numbers, chosen, evaluate(graph, numbers, chosen).values).strengths)
    return tuple(with_all - with_none for with_all, with_none in zip(*found, strict=True))


def gains(graph: Graph, numbers: Numbers, scale: Scale) -> tuple[Gain, ...]:
    """Return the links that would raise the impact if they had the next word, greatest gain first.

    That is the next stronger word for what contributes, the next weaker one for what hinders. What is required is
    left out: it would help to need it less, but no group can decide that.
    """
    words = sorted((spread[1], word) for word, spread in scale.strength.items())
    found = []
    for edge, slope in zip(graph.edges, link_gradients(graph, numbers), strict=True):
        if edge.link is None or edge.link.implied or edge.verb == REQUIRES:
            continue
        step = _next_word(words, edge.strength.mode, weaker=edge.verb == HINDERS)
        if step and slope * (step[0] - edge.strength.mode) > 0:
            gain = slope * (step[0] - edge.strength.mode)
            found.append(Gain(edge.link, slope, edge.strength, step[1], step[0], gain))
    return tuple(sorted(found, key=lambda gain: (-gain.gain, gain.link.target, gain.link.sources)))


def _next_word(words: Sequence[tuple[float, str]], strength: float, *, weaker: bool) -> tuple[float, str] | None:
    if weaker:
        return max((word for word in words if word[0] < strength), default=None)
    return min((word for word in words if word[0] > strength), default=None)


def carried(graph: Graph, numbers: Numbers, assumptions: Mapping[Key, int]) -> tuple[Carried, ...]:
    """Return how much impact hangs on each of `assumptions` (their nodes), most first. O(assumptions (V + E))."""
    impact = _impact(graph, numbers)
    found = []
    for key, node in assumptions.items():
        certain, false = (_impact(graph, _with_value(numbers, node, value)) for value in (1.0, 0.0))
        share = (impact - false) / impact if impact > 0 else None
        found.append(Carried(key, certain - false, share, numbers.values[node]))
    return tuple(sorted(found, key=lambda one: (-one.criticality, one.key)))


def assumptions_of(graph: Graph) -> dict[Key, int]:
    """Return the nodes of the assumptions on which a link or a change rests."""
    used = {doubt for edge in graph.edges for doubt in edge.doubts}
    used.update(doubt for node in graph.nodes for doubt in node.doubts)
    return {key: node for key, node in graph.number_of.items() if node in used and graph.nodes[node].kind == SOURCE}


def _impact(graph: Graph, numbers: Numbers) -> float:
    everything, nothing = ([how_far] * len(graph.strategies) for how_far in (1.0, 0.0))
    return impact_of(graph, evaluate(graph, numbers, everything).values, evaluate(graph, numbers, nothing).values)


def _with_value(numbers: Numbers, node: int, value: float) -> Numbers:
    values = list(numbers.values)
    values[node] = value
    return numbers._replace(values=values)
