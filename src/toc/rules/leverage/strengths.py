"""Which links say how strong they are, of those that carry something from a strategy to a vision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.model.links import Link

if TYPE_CHECKING:
    from toc.leverage.assessment import Leverage
    from toc.leverage.graph import Edge, Graph


def carries_something(leverage: Leverage) -> bool:
    """Whether some way leads from a strategy to a vision; what hinders is none."""
    return any(leverage.strongest_path(key) for key in leverage.keys)


def without_strength(leverage: Leverage) -> tuple[Link, ...]:
    """Return the links on ways from strategies to visions that state no strength, as written; a bare `=>` has one."""
    silent = (edge.link for edge in edges_between(leverage.graph) if not edge.stated)
    links = {(link.origin, link.sources, link.target): link for link in silent if link}
    return tuple(links[place] for place in sorted(links))


def edges_between(graph: Graph) -> tuple[Edge, ...]:
    """Return the edges on ways from strategies to visions."""
    from toc.leverage.paths import leading_to_visions, reached

    fed = set[int]().union(*(reached(graph, strategy) for strategy in graph.strategies))
    between = fed & leading_to_visions(graph)
    return tuple(edge for edge in graph.edges if edge.source in between and edge.target in between)
