"""Questions about the routes that links make: what reaches what, what lies on a cycle, how far from the strategies."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from toc.model.elements import Key
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
    """Return `ends` and everything from which one of them can be reached along the links kept."""
    found = set(ends)
    pending = list(found)
    while pending:
        for link in theory.incoming.get(pending.pop(), ()):
            fresh = [source for source in link.sources if source not in found] if keep(link) else []
            found.update(fresh)
            pending.extend(fresh)
    return found


def downstream(theory: Theory, starts: Iterable[Key], keep: Keep = every_link) -> set[Key]:
    """Return `starts` and everything that can be reached from one of them along the links kept."""
    found = set(starts)
    pending = list(found)
    while pending:
        fresh = {target for target in _targets(theory, pending.pop(), keep) if target not in found}
        found |= fresh
        pending.extend(fresh)
    return found


def components(theory: Theory, keep: Keep = every_link) -> Mapping[Key, int]:
    """Number the strongly connected components of the links kept, a cause's before its effect's.

    Two elements lie on a common cycle where they have the same number. (Kosaraju's two passes.)
    """
    numbers: dict[Key, int] = {}
    for start in reversed(_finished(theory, keep)):
        if start in numbers:
            continue
        number = len(numbers)
        numbers[start] = number
        pending = [start]
        while pending:
            for link in theory.incoming.get(pending.pop(), ()):
                fresh = [source for source in link.sources if source not in numbers] if keep(link) else []
                numbers.update(dict.fromkeys(fresh, number))
                pending.extend(fresh)
    return numbers


def layers(theory: Theory, starts: Iterable[Key], keep: Keep = without_feedback) -> Mapping[Key, int]:
    """Return how far everything that `starts` lead to lies from them, by the longest path; a cycle counts as one step.

    What cannot be reached from `starts` has no layer.
    """
    numbers = components(theory, keep)
    members: dict[int, list[Key]] = {}
    for key in downstream(theory, starts, keep):
        members.setdefault(numbers[key], []).append(key)
    depth = dict.fromkeys(members, 0)
    for number in sorted(members):
        for key in members[number]:
            for target in _targets(theory, key, keep):
                if numbers[target] != number:
                    depth[numbers[target]] = max(depth[numbers[target]], depth[number] + 1)
    return {key: depth[number] for number, keys in members.items() for key in keys}


def shortest_cycle(theory: Theory, start: Key, keep: Keep) -> tuple[Link, ...]:
    """Return the links of a shortest cycle through `start`, from it and back to it; none where it lies on no cycle."""
    reached_by: dict[Key, tuple[Key, Link]] = {}
    pending = [start]
    while pending and start not in reached_by:
        following: list[Key] = []
        for key in pending:
            for link in theory.outgoing.get(key, ()):
                if link.target not in reached_by and keep(link):
                    reached_by[link.target] = (key, link)
                    following.append(link.target)
        pending = sorted(following)
    if start not in reached_by:
        return ()
    cause, link = reached_by[start]
    found = [link]
    while cause != start:
        cause, link = reached_by[cause]
        found.append(link)
    return tuple(reversed(found))


def _targets(theory: Theory, key: Key, keep: Keep) -> Iterator[Key]:
    return (link.target for link in theory.outgoing.get(key, ()) if keep(link))


def _finished(theory: Theory, keep: Keep) -> list[Key]:
    # Depth first, without recursion: an element is in once everything it leads to is.
    finished: list[Key] = []
    entered: set[Key] = set()
    for start in theory.elements:
        if start in entered:
            continue
        entered.add(start)
        visits = [(start, _targets(theory, start, keep))]
        while visits:
            key, targets = visits[-1]
            fresh = next((target for target in targets if target not in entered), None)
            if fresh is None:
                finished.append(key)
                visits.pop()
            else:
                entered.add(fresh)
                visits.append((fresh, _targets(theory, fresh, keep)))
    return finished
