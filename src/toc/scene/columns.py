"""Many cards without lanes: they stand in columns, where a small change to the model moves few of them.

Sweeps find fewer crossings, but in a picture of this size one card more changes the order of nearly all.
Here each card has a place of its own, given by its name, and is drawn from there to where its neighbours are: what
happens far away is hardly felt. Columns leave some places free, so that a new card pushes few others.
"""

from collections.abc import Mapping, Sequence
from math import ceil, log

from toc.scene.chart import Chart

# How strongly a card holds to its own place, against the middle of its neighbours; and how often they are asked.
OWN = 0.005
ROUNDS = 120
# How many of the places of a level are taken, and by how much the number of columns grows, when it does.
LOAD = 0.85
GROWTH = 1.1
GAP = 34
# A card goes to a place near by where that shortens its links by more columns than this.
GAIN = 3
REACH = (-1, 1, -2, 2)


def in_columns(chart: Chart, levels: Sequence[int]) -> tuple[list[list[int]], list[float], int]:
    """Return rows of nodes from the bottom up, the middle of each node in px, and the breadth of all columns."""
    groups: dict[int, list[int]] = {}
    drawn = _drawn(chart)
    for node, level in enumerate(levels):
        if level >= 0:
            groups.setdefault(level, []).append(node)
    count = _columns(chart, groups)
    rows: list[dict[int, int]] = []
    for level in sorted(groups):
        rows += _filled(chart, sorted(groups[level], key=lambda node: (drawn[node], node)), count)
    column = {node: at for row in rows for at, node in row.items()}
    _shorten(chart, rows, column, count)
    pitch = _pitch(chart)
    middles = [0.0] * chart.count
    for node, at in column.items():
        middles[node] = float(at * pitch)
    return [[row[at] for at in sorted(row)] for row in rows], middles, count * pitch - GAP


def _drawn(chart: Chart) -> list[float]:
    """Where each node would stand between 0 and 1, drawn by its neighbours from its own place."""
    sides = zip(chart.above, chart.below, strict=True)
    near = [[other for other in (*above, *below) if chart.lanes[other] >= 0] for above, below in sides]
    found = list(chart.anchors)
    for _ in range(ROUNDS):
        found = [
            OWN * own + (1 - OWN) * sum(found[other] for other in others) / len(others) if others else own
            for own, others in zip(chart.anchors, near, strict=True)
        ]
    return found


def _columns(chart: Chart, groups: Mapping[int, Sequence[int]]) -> int:
    """How many columns give the picture its shape, in steps that a card more or less seldom reaches."""
    fits = 4
    for count in range(4, max(map(len, groups.values()), default=0) + 2):
        depth = sum(_depth(nodes, count) for nodes in groups.values())
        if count <= chart.shape * (depth + 1):
            fits = count
    return ceil(GROWTH ** ceil(log(fits, GROWTH) - 1e-9) - 1e-9)


def _depth(nodes: Sequence[int], count: int) -> int:
    return max(1, ceil(len(nodes) / (count * LOAD)))


def _filled(chart: Chart, nodes: Sequence[int], count: int) -> list[dict[int, int]]:
    """The rows of a level, by column: evenly spread in this order, each in the first place free."""
    depth = _depth(nodes, count)
    places: list[int] = []
    for at in range(len(nodes)):
        wish = int((at + 0.5) / len(nodes) * count)
        after = places[at - depth] + 1 if at >= depth else 0
        places.append(max(wish, after, places[-1] if places else 0))
    for at in range(len(nodes) - 1, -1, -1):
        places[at] = min(places[at], count - 1 if at + depth >= len(nodes) else places[at + depth] - 1)
    rows: list[dict[int, int]] = [{} for _ in range(depth)]
    for node, column in sorted(zip(nodes, places, strict=True), key=lambda one: (one[1], _lot(chart, one[0]), one[0])):
        wish = int(_lot(chart, node) * depth)
        free = [number for number in range(depth) if column not in rows[number]]
        rows[min(free, key=lambda number: (abs(number - wish), number))][column] = node
    return [row for row in rows if row]


def _lot(chart: Chart, node: int) -> float:
    """Another number between 0 and 1 that a node has by its name."""
    return chart.anchors[node] * 7919 % 1.0


def _shorten(chart: Chart, rows: Sequence[dict[int, int]], column: dict[int, int], count: int) -> None:
    """Let each card once change its place for one near by, where that makes links much shorter."""

    def length(node: int, at: int) -> int:
        return sum(
            abs(column[other] - at) for side in (chart.above, chart.below) for other in side[node] if other in column
        )

    for row in rows:
        for node in sorted(row.values(), key=lambda node: (_lot(chart, node), node)):
            at = column[node]
            best, goal = length(node, at) - GAIN, at
            for to in (at + step for step in REACH):
                other = row.get(to)
                cost = length(node, to) + (length(other, at) - length(other, to) if other is not None else 0)
                if 0 <= to < count and cost < best:
                    best, goal = cost, to
            if goal != at:
                other = row.pop(goal, None)
                del row[at]
                row[goal], column[node] = node, goal
                if other is not None:
                    row[at], column[other] = other, at


def _pitch(chart: Chart) -> int:
    """From one column to the next, in px: what nine cards of ten need."""
    sizes = sorted(size for size, lane in zip(chart.breadths, chart.lanes, strict=True) if lane >= 0)
    return -(-sizes[len(sizes) * 9 // 10] // 10) * 10 + GAP
