"""How far up each card stands: strategies at the bottom, visions at the top, and every link leads upwards."""

from collections.abc import Sequence

from attrs import evolve

from toc.scene.chart import Chart

VISION = -1


def without_circles(chart: Chart) -> Chart:
    """Return `chart` with every arc freed that would close a circle, or that leads out of a vision."""
    closing = _closing(chart)
    arcs = []
    for arc in chart.arcs:
        backwards = any((source, arc.target) in closing for source in arc.sources)
        from_vision = any(chart.kinds[source] == "vision" for source in arc.sources)
        arcs.append(arc._replace(free=True) if backwards or from_vision else arc)
    return evolve(chart, arcs=tuple(arcs))


def _closing(chart: Chart) -> set[tuple[int, int]]:
    """The pairs of nodes whose arc leads back to where a walk along the arcs came from."""
    unseen, open_, done = 0, 1, 2
    state = [unseen] * chart.count
    closing: set[tuple[int, int]] = set()
    starts = sorted(range(chart.count), key=lambda node: (bool(chart.below[node]), node))
    for start in starts:
        if state[start] != unseen:
            continue
        state[start] = open_
        stack = [(start, iter(sorted(chart.above[start])))]
        while stack:
            node, following = stack[-1]
            for target in following:
                if state[target] == open_:
                    closing.add((node, target))
                elif state[target] == unseen:
                    state[target] = open_
                    stack.append((target, iter(sorted(chart.above[target]))))
                    break
            else:
                state[node] = done
                stack.pop()
    return closing


def levels(chart: Chart) -> tuple[int, ...]:
    """Return the level of each node, from 0 at the bottom; VISION for visions. No arc of `chart` closes a circle."""
    order = upwards(chart)
    found = [0] * chart.count
    for node in order:
        least = _least(chart, node)
        found[node] = max([least, *(found[source] + 1 for source in chart.below[node])])
    for node in reversed(order):
        _raise(chart, node, found)
    _lift(chart, order, found)
    used = sorted({found[node] for node in order})
    rank = {level: number for number, level in enumerate(used)}
    return tuple(VISION if kind == "vision" else rank[found[node]] for node, kind in enumerate(chart.kinds))


def upwards(chart: Chart) -> Sequence[int]:
    """Return all nodes but visions, each after those it rests on, else in their own order."""
    waiting = [len(sources) for sources in chart.below]
    ready = [node for node in range(chart.count) if not waiting[node]]
    order = []
    for node in ready:
        if chart.kinds[node] != "vision":
            order.append(node)
        for target in chart.above[node]:
            waiting[target] -= 1
            if not waiting[target]:
                ready.append(target)
    return order


def _least(chart: Chart, node: int) -> int:
    """Strategies keep the lowest row to themselves, where there are any."""
    bottom = {"strategy", "factor", "output"}
    return int("strategy" in chart.kinds and chart.kinds[node] not in bottom)


def _raise(chart: Chart, node: int, found: list[int]) -> None:
    """Bring a node nearer to what it leads to, where that shortens more links than it lengthens."""
    targets = [found[target] for target in chart.above[node] if chart.kinds[target] != "vision"]
    if chart.kinds[node] == "strategy" or not targets:
        return
    sources = len(chart.below[node])
    if len(chart.above[node]) > sources:
        found[node] = max(found[node], min(targets) - 1)


def _lift(chart: Chart, order: Sequence[int], found: list[int]) -> None:
    """Stand what is beyond the accountability ceiling above all that is beneath it, where the links allow that."""
    beneath = under_ceiling(chart)
    beyond = {node for node, sphere in enumerate(chart.spheres) if sphere == "interest"} - beneath
    if not beneath or not beyond:
        return
    floor = max(found[node] for node in beneath) + 1
    for node in order:
        if node in beyond:
            beyond.update(chart.above[node])
            found[node] = max(floor, found[node])
        if node not in beneath:
            found[node] = max([found[node], *(found[source] + 1 for source in chart.below[node])])


def under_ceiling(chart: Chart) -> set[int]:
    """Return the nodes within control or influence, and all that those rest on; empty where no sphere is stated."""
    stack = [node for node, sphere in enumerate(chart.spheres) if sphere in {"control", "influence"}]
    found: set[int] = set()
    while stack:
        node = stack.pop()
        if node not in found and chart.kinds[node] != "vision":
            found.add(node)
            stack.extend(chart.below[node])
    return found
