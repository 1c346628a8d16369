"""What the numbers of a network are called, whatever stands before or after them: streams of draws go by these names.

A node is called by its id, without the file that declares it; a gate by its members and where it leads. Of several
that would be called the same, the second and further ones get a number, in the order of the network.
"""

from collections import Counter
from collections.abc import Iterable

from toc.leverage.graph import Graph


def node_names(graph: Graph) -> tuple[str, ...]:
    """Return the names of all nodes: `trust`, `courses & trust -> reading`."""
    names = [node.key.id if node.key else "" for node in graph.nodes]
    for number, node in enumerate(graph.nodes):
        if node.key is None:
            members = " & ".join(sorted(names[graph.edges[edge].source] for edge in graph.incoming[number]))
            targets = ", ".join(names[graph.edges[edge].target] for edge in graph.outgoing[number])
            names[number] = f"{members} -> {targets}"
    return _distinct(names)


def edge_names(graph: Graph) -> tuple[str, ...]:
    """Return the names of all edges: `courses contributes reading`."""
    names = node_names(graph)
    return _distinct(f"{names[edge.source]} {edge.verb} {names[edge.target]}" for edge in graph.edges)


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    seen: Counter[str] = Counter()
    found = []
    for name in names:
        seen[name] += 1
        found.append(name if seen[name] == 1 else f"{name} #{seen[name]}")
    return tuple(found)
