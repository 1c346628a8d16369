"""Where paths from one uncertain cause meet again, so that degrees count it twice: found, weighed and named."""

from collections.abc import Mapping, Sequence

from attrs import evolve

from toc.leverage.degree import evaluate
from toc.leverage.figures import SharedCause
from toc.leverage.graph import Graph, Numbers
from toc.leverage.paths import leading_to_visions
from toc.model.components import components
from toc.model.elements import Key

# Degrees and worlds tell the same as long as they differ by no more than this, nor by more than this factor.
APART, FACTOR = 0.05, 2.0
# Of so many worlds; what both put below this is too rare to be compared.
WORLDS, RARE = 10_000, 0.02


def shared_cause(graph: Graph, numbers: Numbers, seed: int) -> SharedCause | None:
    """Return where a shared cause sets the vision's degree apart from the worlds', None where none does.

    Compared are the visions with all strategies, in 10,000 worlds, without the links marked as feedback: a loop that
    reinforces itself is another matter. Nothing is drawn where no two ways from an uncertain cause meet.
    """
    straight, kept = _without_feedback(graph, numbers)
    if any(len(group) > 1 for group in straight.groups):
        return None
    everything = [1.0] * len(straight.strategies)
    values = evaluate(straight, kept, everything).values
    meeting = _meeting(straight, values)
    if not meeting:
        return None
    from toc.leverage.worlds import worlds

    drawn = [float(value) for value in worlds(straight, kept, everything, WORLDS, seed)]
    apart = [vision for vision in straight.visions if _differ(values[vision], drawn[vision])]
    if not apart:
        return None
    vision = max(apart, key=lambda node: abs(values[node] - drawn[node]))
    gaps = {node: abs(values[node] - drawn[node]) for node in meeting}
    # The first that accounts for the better part of it: further on, the difference is only handed on.
    node = next(node for node in meeting if gaps[node] >= max(gaps.values()) / 2)
    return SharedCause(_named(straight, node), _named(straight, meeting[node]), values[vision], drawn[vision])


def _differ(degree: float, frequency: float) -> bool:
    low, high = sorted((degree, frequency))
    return high - low > APART or (high >= RARE and high > FACTOR * low)


def _without_feedback(graph: Graph, numbers: Numbers) -> tuple[Graph, Numbers]:
    kept = [number for number, edge in enumerate(graph.edges) if not (edge.link and edge.link.feedback)]
    if len(kept) == len(graph.edges):
        return graph, numbers
    edges = tuple(graph.edges[number] for number in kept)
    groups = components(len(graph.nodes), [(edge.source, edge.target) for edge in edges])
    return evolve(graph, edges=edges, groups=groups), numbers._replace(
        strengths=[numbers.strengths[number] for number in kept]
    )


def _meeting(graph: Graph, values: Sequence[float]) -> Mapping[int, int]:
    """Return the nodes in which two ways from an uncertain node meet, causes first, and for each the nearest such node.

    Uncertain is what is neither 0 nor 1: what stands behind it is decided once, and it hands on the same to all.
    """
    leading = leading_to_visions(graph)
    order = [group[0] for group in graph.groups]
    place = {node: position for position, node in enumerate(order)}
    behind = [0] * len(graph.nodes)
    found: dict[int, int] = {}

    def mask(node: int) -> int:
        return behind[node] | (1 << place[node] if 0 < values[node] < 1 else 0)

    for node in order:
        inputs = [mask(doubt) for doubt in graph.nodes[node].doubts]
        for number in graph.incoming[node]:
            edge = graph.edges[number]
            bits = mask(edge.source)
            for doubt in edge.doubts:
                bits |= mask(doubt)
            inputs.append(bits)
        shared = 0
        for bits in inputs:
            shared |= behind[node] & bits
            behind[node] |= bits
        if shared and node in leading:
            found[node] = order[shared.bit_length() - 1]
    return found


def _named(graph: Graph, node: int) -> Key:
    """Return the key of `node`, or of what a gate leads to."""
    while graph.nodes[node].key is None:
        node = graph.edges[graph.outgoing[node][0]].target
    return graph.key_of(node)
