"""Strong components of a network of numbered nodes."""

from collections.abc import Iterable, Iterator


def components(count: int, pairs: Iterable[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    """Return nodes 0 to `count` - 1 in groups that lie on common cycles, causes before effects. O(V + E).

    `pairs` are the edges, source and target. Each group is sorted; a node on no cycle is a group of its own.
    (Tarjan 1972, Depth-first search and linear graph algorithms, SIAM Journal on Computing 1(2), with a stack of its
    own instead of recursion.)
    """
    # Backwards along the edges, the groups are completed causes first.
    sources: list[list[int]] = [[] for _ in range(count)]
    for source, target in pairs:
        sources[target].append(source)
    search = _Tarjan(sources)
    for start in range(count):
        if search.index[start] < 0:
            search.visit(start)
    return tuple(search.found)


class _Tarjan:
    def __init__(self, following: list[list[int]]) -> None:
        self.following = following
        self.found: list[tuple[int, ...]] = []
        self.index = [-1] * len(following)
        self.lowest = [0] * len(following)
        self.is_open = [False] * len(following)
        self.open: list[int] = []
        self.count = 0

    def visit(self, start: int) -> None:
        visits = [self.entered(start)]
        while visits:
            node, following = visits[-1]
            fresh = self.next_fresh(node, following)
            if fresh is not None:
                visits.append(self.entered(fresh))
                continue
            visits.pop()
            if visits:
                above = visits[-1][0]
                self.lowest[above] = min(self.lowest[above], self.lowest[node])
            if self.lowest[node] == self.index[node]:
                self.close(node)

    def entered(self, node: int) -> tuple[int, Iterator[int]]:
        self.index[node] = self.lowest[node] = self.count
        self.count += 1
        self.open.append(node)
        self.is_open[node] = True
        return node, iter(self.following[node])

    def next_fresh(self, node: int, following: Iterator[int]) -> int | None:
        for other in following:
            if self.index[other] < 0:
                return other
            if self.is_open[other]:
                self.lowest[node] = min(self.lowest[node], self.index[other])
        return None

    def close(self, node: int) -> None:
        members: list[int] = []
        while not members or members[-1] != node:
            members.append(self.open.pop())
            self.is_open[members[-1]] = False
        self.found.append(tuple(sorted(members)))
