"""Cards without lanes stand in columns, where a small change to the model moves few of them.

A row is put beneath the one it leads to: each card where the middle of its effects is, or as near as there is room. So
what changes further down is not felt further up, and a card more in a row pushes others only as far as the next free
column. The cards that nothing in the picture rests on beneath, the roots, decide all the rest: few are tried in many
orders, many stand where their names and their links draw them.
"""

from collections.abc import Mapping, Sequence

from attrs import frozen

from toc.scene.chart import Chart
from toc.scene.order import crossings, exchange

GAP = 34
# Up to so many roots, each is tried at every place: beyond, that takes longer, and gives pictures that jump.
FEW_ROOTS = 10
# Two roots the other way round than their names have it are worth one crossing, and a root moves for two crossings.
TURNED, WORTH = 0.5, 1
# How strongly cards hold to their own place, against the middle of their neighbours, where there are many roots; up to
# `MANY` cards, where links can still be followed with the eye, and beyond; and how often they are asked.
MANY = 150
HOLD, HOLD_OF_MANY = 0.05, 0.4
ROUNDS = 120
# So many cards more than its shape asks for may a row hold, so that one more seldom breaks it in two.
ROOM = 1


@frozen
class _Net:
    """Rows from the bottom up, how many columns they take, and what each node leads to and rests on, visions apart.

    Cards stand in whole columns, or in half ones where `step` is 2, so that a card can stand between two others.
    """

    chart: Chart
    rows: Sequence[Sequence[int]]
    row_of: Sequence[int]
    count: int
    step: int
    roots: Sequence[int]
    above: Sequence[Sequence[int]]
    below: Sequence[Sequence[int]]


def in_columns(chart: Chart, levels: Sequence[int]) -> tuple[list[list[int]], list[float], int]:
    """Return rows of nodes from the bottom up, the middle of each node in px, and the breadth of all columns."""
    net = _net(chart, _rows(chart, levels))
    rows, column = _hung(net, _drawn_order(net) if len(net.roots) > FEW_ROOTS else _tried_order(net))
    exchange(chart, rows[::-1], column)
    passes = ((net.above, True), (net.below, False), (net.above, True))
    for sides, down in passes if len(net.roots) <= FEW_ROOTS else passes[:1]:
        for row in reversed(rows) if down else rows:
            _stand(net, row, {node: _middle(sides[node], column, column[node]) for node in row}, column)
    pitch = _pitch(chart)
    return rows, [at * pitch for at in column], max(0, net.count * pitch - GAP)


def _rows(chart: Chart, levels: Sequence[int]) -> list[list[int]]:
    """The rows, from the bottom up; in which of its level's a node stands is drawn by lot, that is by its name."""
    groups: dict[int, list[int]] = {}
    for node, level in enumerate(levels):
        if level >= 0:
            groups.setdefault(level, []).append(node)
    most = _most(chart.shape, [len(nodes) for nodes in groups.values()])
    found = []
    for level in sorted(groups):
        nodes = sorted(groups[level], key=lambda node: (_lot(chart, node), node))
        depth = -(-len(nodes) // most)
        found += [nodes[len(nodes) * at // depth : len(nodes) * (at + 1) // depth] for at in range(depth)]
    return found


def _most(shape: float, sizes: Sequence[int]) -> int:
    """How many cards a row may hold, so that the picture is not much wider than `shape` times its height."""
    for most in range(max(sizes, default=0), 3, -1):
        if most <= shape * (sum(-(-size // most) for size in sizes) + 1) + ROOM:
            return most
    return 3


def _lot(chart: Chart, node: int) -> float:
    """Another number between 0 and 1 that a node has by its name."""
    return chart.anchors[node] * 7919 % 1.0


def _net(chart: Chart, rows: Sequence[Sequence[int]]) -> _Net:
    row_of = [-1] * chart.count
    for number, row in enumerate(rows):
        for node in row:
            row_of[node] = number
    above, below = (
        [[other for other in others if row_of[other] >= 0] for others in sides] for sides in (chart.above, chart.below)
    )
    roots = [node for row in rows for node in row if not above[node]]
    step = 2 if len(roots) <= FEW_ROOTS else 1
    return _Net(chart, rows, row_of, max(map(len, rows), default=0), step, roots, above, below)


def _hung(net: _Net, roots: Sequence[int]) -> tuple[list[list[int]], list[float]]:
    """The rows in their order, and the column of each node, where the roots stand evenly in this order."""
    column = [net.count / 2] * net.chart.count
    even = {node: (at + 0.5) / len(roots) * net.count - 0.5 for at, node in enumerate(roots)}
    found = []
    for row in reversed(net.rows):
        wishes = {node: _middle(net.above[node], column, even.get(node, 0)) for node in row}
        ordered = sorted(row, key=lambda node: (wishes[node], net.chart.anchors[node], node))
        _stand(net, ordered, wishes, column)
        found.append(ordered)
    return found[::-1], column


def _middle(others: Sequence[int], column: Sequence[float], otherwise: float) -> float:
    return sum(map(column.__getitem__, others)) / len(others) if others else otherwise


def _stand(net: _Net, row: Sequence[int], wishes: Mapping[int, float], column: list[float]) -> None:
    """Stand a row, in its order, in the columns that are nearest to what is wished, taken together."""
    found = _apart([net.step * wishes[node] for node in row], net.step, net.step * (net.count - 1))
    for node, at in zip(row, found, strict=True):
        column[node] = at / net.step


def _apart(wishes: Sequence[float], step: int, last: int) -> list[int]:
    """Whole numbers from 0 to `last`, each `step` or more above the one before, as near to `wishes` as can be.

    That is, with the least sum of distances: one more pushes others only as far as there is room.
    """
    costs, choices = [0.0] * (last + 1), []
    for number, wish in enumerate(wishes):
        best, at = (0.0, -1) if number == 0 else (float("inf"), -1)
        row, chosen = [], []
        for place in range(last + 1):
            if number and place >= step and costs[place - step] < best:
                best, at = costs[place - step], place - step
            row.append(best + abs(place - wish))
            chosen.append(at)
        costs = row
        choices.append(chosen)
    place = min(range(last + 1), key=costs.__getitem__)
    found = []
    for chosen in reversed(choices):
        found.append(place)
        place = chosen[place]
    return found[::-1]


def _drawn_order(net: _Net) -> list[int]:
    """The roots from left to right, as they are drawn by what rests on them."""
    drawn = _drawn(net)
    return sorted(net.roots, key=lambda node: (drawn[node], node))


def _tried_order(net: _Net) -> list[int]:
    """The roots from left to right, as their names have it, changed where that is worth it."""
    order = sorted(net.roots, key=lambda node: (net.chart.anchors[node], node))
    best = _cost(net, order)
    for node in tuple(order):
        rest, here = [other for other in order if other != node], order.index(node)
        tried = ([*rest[:at], node, *rest[at:]] for at in range(len(order)) if at != here)
        cost, moved = min(((_cost(net, one), one) for one in tried), default=(best, order), key=lambda one: one[0])
        if cost < best - WORTH:
            best, order = cost, moved
    return order


def _cost(net: _Net, roots: Sequence[int]) -> float:
    """How many links cross where the roots stand so, and how far that is from the order of their names."""
    rows, column = _hung(net, roots)
    exchange(net.chart, rows[::-1], column)
    anchors = [net.chart.anchors[node] for node in roots]
    turned = sum(left > right for at, left in enumerate(anchors) for right in anchors[at + 1 :])
    return crossings(net.chart, net.row_of, column) + TURNED * turned


def _drawn(net: _Net) -> list[float]:
    """Where each node would stand between 0 and 1, drawn by its neighbours from its own place."""
    hold = HOLD if net.chart.count <= MANY else HOLD_OF_MANY
    near = [[*above, *below] for above, below in zip(net.above, net.below, strict=True)]
    found = list(net.chart.anchors)
    for _ in range(ROUNDS):
        found = [
            hold * own + (1 - hold) * _middle(others, found, own)
            for own, others in zip(net.chart.anchors, near, strict=True)
        ]
    return found


def _pitch(chart: Chart) -> int:
    """From one column to the next, in px: what nine cards of ten need."""
    sizes = sorted(size for size, lane in zip(chart.breadths, chart.lanes, strict=True) if lane >= 0)
    return -(-sizes[len(sizes) * 9 // 10] // 10) * 10 + GAP if sizes else GAP
