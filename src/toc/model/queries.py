"""Questions about the graph that links make: what leads where, what lies on a cycle, what comes first.

Every function takes O(V + E) of the theory, none is recursive, and every answer is the same whatever the order of
statements. A gate (`a & b -> c`) is an edge from each of its sources. `keep` says which links count.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from toc.model.components import components as components_of_numbers
from toc.model.elements import Element, Key
from toc.model.links import Link
from toc.model.theory import Theory

Keep = Callable[[Link], bool]


def every_link(_link: Link) -> bool:
    """Keep every link."""
    return True


def without_feedback(link: Link) -> bool:
    """Keep the links that are not marked as feedback."""
    return not link.feedback


def bringing_about(link: Link) -> bool:
    """Keep the links that bring their target about: all but hindering ones."""
    return link.verb != "hinders"


def upstream(theory: Theory, ends: Iterable[Key], keep: Keep = every_link) -> set[Key]:
    """Return `ends` and everything from which one of them can be reached."""
    found = set(ends)
    pending = list(found)
    while pending:
        for link in theory.incoming.get(pending.pop(), ()):
            if keep(link):
                fresh = [source for source in link.sources if source not in found]
                found.update(fresh)
                pending.extend(fresh)
    return found


def downstream(theory: Theory, starts: Iterable[Key], keep: Keep = every_link) -> set[Key]:
    """Return `starts` and everything that can be reached from one of them."""
    found = set(starts)
    pending = list(found)
    while pending:
        for link in theory.outgoing.get(pending.pop(), ()):
            if keep(link) and link.target not in found:
                found.add(link.target)
                pending.append(link.target)
    return found


def within(theory: Theory, start: Key, steps: int, keep: Keep = every_link) -> set[Key]:
    """Return what lies at most `steps` links from `start`, whichever way they point, and `start` itself."""
    found = {start}
    edge = [start]
    for _step in range(steps):
        edge = sorted({near for key in edge for near in _neighbours(theory, key, keep)} - found)
        found.update(edge)
        if not edge:
            break
    return found


def leading_to_a_vision(theory: Theory, keep: Keep = every_link) -> set[Key]:
    """Return everything from which one of the theory's visions can be reached, the visions included."""
    return upstream(theory, (vision.key for vision in theory.visions), keep)


def is_whole(theory: Theory) -> bool:
    """Return whether there is a way from a strategy to a vision: before that, the theory is being written."""
    leading = leading_to_a_vision(theory, bringing_about)
    return any(strategy.key in leading for strategy in theory.of_kind("strategy"))


def is_alone(theory: Theory, element: Element) -> bool:
    """Return whether no link leads to `element` or away from it."""
    return element.key not in theory.incoming and element.key not in theory.outgoing


def fed_by_strategies(theory: Theory, keep: Keep = every_link) -> set[Key]:
    """Return everything that a strategy leads to, the strategies included."""
    return downstream(theory, (strategy.key for strategy in theory.of_kind("strategy")), keep)


def strong_components(theory: Theory, keep: Keep = every_link) -> tuple[tuple[Key, ...], ...]:
    """Return all elements in groups that lie on common cycles, causes before effects, each group in order of its keys.

    An element on no cycle is a group of its own.
    """
    keys = tuple(theory.elements)
    number = {key: index for index, key in enumerate(keys)}
    # Against the links, so that what is found first is what nothing follows from.
    pairs = ((number[target], number[key]) for key in keys for target in _targets(theory, key, keep))
    groups = components_of_numbers(len(keys), pairs)
    return tuple(tuple(keys[index] for index in group) for group in reversed(groups))


def components(theory: Theory, keep: Keep = every_link) -> Mapping[Key, int]:
    """Return for each element the number of its strong component; a cause's is lower than its effect's.

    Two elements lie on a common cycle where they have the same number.
    """
    groups = strong_components(theory, keep)
    return {key: number for number, members in enumerate(groups) for key in members}


def cycles(theory: Theory, keep: Keep = every_link) -> tuple[tuple[Link, ...], ...]:
    """Return one short cycle for each group of elements that lie on common cycles: its links, from the first key on."""
    groups = (group for group in strong_components(theory, keep) if len(group) > 1)
    return tuple(shortest_cycle(theory, min(group), keep) for group in groups)


def shortest_cycle(theory: Theory, start: Key, keep: Keep = every_link) -> tuple[Link, ...]:
    """Return the links of a shortest cycle through `start`, from it and back to it; none where it lies on no cycle."""
    reached_by: dict[Key, tuple[Key, Link]] = {}
    edge = [start]
    while edge and start not in reached_by:
        following: list[Key] = []
        for key in edge:
            for link in theory.outgoing.get(key, ()):
                if link.target not in reached_by and keep(link):
                    reached_by[link.target] = (key, link)
                    following.append(link.target)
        edge = sorted(following)
    if start not in reached_by:
        return ()
    cause, link = reached_by[start]
    found = [link]
    while cause != start:
        cause, link = reached_by[cause]
        found.append(link)
    return tuple(reversed(found))


def topological_order(theory: Theory, keep: Keep = without_feedback) -> tuple[Key, ...]:
    """Return all elements, causes before effects; those on a common cycle stand together, in order of their keys."""
    return tuple(key for group in strong_components(theory, keep) for key in group)


def layers(theory: Theory, starts: Iterable[Key] | None = None, keep: Keep = without_feedback) -> Mapping[Key, int]:
    """Return how far everything that `starts` (left out: the strategies) lead to lies from them, by the longest path.

    The elements on a common cycle count as one step; what cannot be reached has no layer.
    """
    if starts is None:
        starts = [strategy.key for strategy in theory.of_kind("strategy")]
    reached = downstream(theory, starts, keep)
    numbers = components(theory, keep)
    depth = dict.fromkeys((numbers[key] for key in reached), 0)
    for key in sorted(reached, key=lambda reached_key: numbers[reached_key]):
        number = numbers[key]
        for target in _targets(theory, key, keep):
            if numbers[target] != number:
                depth[numbers[target]] = max(depth[numbers[target]], depth[number] + 1)
    return {key: depth[numbers[key]] for key in sorted(reached)}


def _targets(theory: Theory, key: Key, keep: Keep) -> Iterator[Key]:
    return (link.target for link in theory.outgoing.get(key, ()) if keep(link))


def _neighbours(theory: Theory, key: Key, keep: Keep) -> Iterator[Key]:
    yield from _targets(theory, key, keep)
    for link in theory.incoming.get(key, ()):
        if keep(link):
            yield from link.sources
