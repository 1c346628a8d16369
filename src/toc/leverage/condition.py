"""Whether a model is such that ratios mean something, and where it is not, where to look."""

from collections.abc import Mapping, Sequence

from toc.leverage.graph import Graph
from toc.leverage.loops import Loop
from toc.leverage.paths import Way, along, leading_to_visions
from toc.leverage.settling import OSCILLATING
from toc.leverage.verdict_names import COLLAPSED, SATURATED, SOUND

# The visions are (nearly) reached whatever is left out; nothing (to speak of) reaches them; a chain dies.
FULL, EMPTY, DEAD = 0.98, 0.02, 0.05


def condition(reached: float, impact: float, without: Sequence[float]) -> str:
    """Return sound, saturated or collapsed.

    `reached` is the mean degree of the visions with all strategies, `impact` how far all raise them, `without` what is
    left of that without each strategy. Saturated: above .98, and still so without any one of them.
    Collapsed: the impact is below .02. In both cases the differences between strategies are noise.
    """
    lost = max((impact - left for left in without), default=0.0)
    if reached - lost > FULL:
        return SATURATED
    return COLLAPSED if without and impact < EMPTY else SOUND


def collapse(graph: Graph, ways: Mapping[int, Way], values: Sequence[float]) -> int | None:
    """Return the first node below .05 on the strongest path of all that start at a strategy; None where none is."""
    starts = [strategy for strategy in graph.strategies if strategy in ways]
    if not starts:
        return None
    start = max(starts, key=lambda strategy: (ways[strategy].product, -strategy))
    nodes = [graph.edges[edge].target for edge in along(graph, ways, start)]
    return next((node for node in nodes if values[node] < DEAD and graph.nodes[node].key), None)


def is_settled(graph: Graph, loops: Sequence[Loop]) -> bool:
    """Return whether no loop that leads to a vision oscillates."""
    leading = leading_to_visions(graph) if loops else frozenset()
    return not any(loop.state == OSCILLATING and leading.intersection(loop.nodes) for loop in loops)
