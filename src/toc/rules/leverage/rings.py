"""Where loops of the network stand in the text, and which of their elements says most about them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from toc.diagnostics import Origin, Related
from toc.messages import _
from toc.model.elements import Key
from toc.model.theory import Theory
from toc.rules.places import closing_link, links_among

if TYPE_CHECKING:
    from toc.leverage.assessment import Leverage
    from toc.leverage.loops import Loop

# A loop of more links than this is shown in part.
MOST_SHOWN = 12


@frozen
class Ring:
    """A loop as it is spoken of: where, its other links, and its element that says most, with both its values."""

    place: Origin
    related: tuple[Related, ...]
    key: Key
    low: float
    high: float


def rings(theory: Theory, leverage: Leverage, state: str) -> Iterator[Ring]:
    """Yield the loops that are in a state, as they are spoken of."""
    for loop in leverage.loops:
        if loop.state == state:
            place, related = _places(theory, leverage, loop.nodes)
            key, low, high = _widest(leverage, loop)
            yield Ring(place, related, key, low, high)


def _places(theory: Theory, leverage: Leverage, nodes: Sequence[int]) -> tuple[Origin, tuple[Related, ...]]:
    """Return where something said of a loop stands, and its other links."""
    links = links_among(theory, {key for node in nodes if (key := leverage.graph.nodes[node].key)})
    closing = closing_link(links)
    others = [link for link in links if link is not closing][:MOST_SHOWN]
    return closing.origin, tuple(
        Related(link.origin, _("the loop goes on to `{target}` here", target=link.target.id)) for link in others
    )


def _widest(leverage: Leverage, loop: Loop) -> tuple[Key, float, float]:
    """Return the element of a loop whose lower and upper values lie farthest apart, and both of them."""
    found = [
        (high - low, key, low, high)
        for node, low, high in zip(loop.nodes, loop.low, loop.high, strict=True)
        if (key := leverage.graph.nodes[node].key)
    ]
    _gap, key, low, high = max(found, key=lambda each: (each[0], each[1]))
    return key, low, high
