"""What is to be placed, reduced to numbers: nodes, arcs between them, the lanes they stand in, and their sizes."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from attrs import frozen


class Arc(NamedTuple):
    """A link from nodes `sources` to node `target`; several sources meet in a gate before it.

    `free` arcs may run against the direction of the picture: feedback, and whatever would close a circle.
    `head` is what its arrowhead takes of its length, in px.
    """

    sources: tuple[int, ...]
    target: int
    free: bool = False
    head: int = 0


@frozen(slots=False)
class Chart:
    """Nodes 0, 1, … in the order of their keys, and everything that placing them needs to know.

    `kinds` are the elements' kinds, `spheres` their spheres or None. `lanes` is the lane of each node, from 0 in the
    order drawn; visions are in none (-1). `breadths` are sizes along a row of cards, `depths` those across it, in px.
    `titles` are the least breadths of the lanes, `least` that of all together. `padding` is the room inside a lane,
    around its cards; `shape` how much wider than high the picture may be, counted in cards. `anchors` are numbers
    from 0 to 1 that nodes have by their names, and that a change elsewhere leaves as they are.
    """

    kinds: tuple[str, ...]
    arcs: tuple[Arc, ...]
    lanes: tuple[int, ...]
    titles: tuple[int, ...]
    breadths: tuple[int, ...]
    depths: tuple[int, ...]
    spheres: tuple[str | None, ...] = ()
    least: int = 0
    padding: int = 18
    shape: float = 1.6
    anchors: tuple[float, ...] = ()

    @property
    def count(self) -> int:
        """How many nodes there are."""
        return len(self.kinds)

    @cached_property
    def above(self) -> Sequence[Sequence[int]]:
        """The nodes that each node leads to, free arcs apart."""
        found: list[list[int]] = [[] for _ in self.kinds]
        for arc in self.arcs:
            if not arc.free:
                for source in arc.sources:
                    found[source].append(arc.target)
        return found

    @cached_property
    def below(self) -> Sequence[Sequence[int]]:
        """The nodes that each node rests on, free arcs apart."""
        found: list[list[int]] = [[] for _ in self.kinds]
        for arc in self.arcs:
            if not arc.free:
                found[arc.target].extend(arc.sources)
        return found
