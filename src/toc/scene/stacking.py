"""In which order links are drawn, so that no line runs over the signs of another."""

from collections.abc import Sequence

from toc.scene.scene import Link


def stacked(links: Sequence[Link]) -> list[Link]:
    """Return `links` as they are drawn: in the order in which they are read, but each after those its signs stand on.

    Of two that stand on each other, the one that is read first is on top.
    """
    if not any(link.on for link in links):
        return list(links)
    by_id = {link.id: link for link in links}
    begun: set[str] = set()
    found: list[Link] = []
    for link in links:
        waiting = [] if link.id in begun else [link]
        while waiting:
            top = waiting[-1]
            begun.add(top.id)
            below = next((by_id[one] for one in top.on if one in by_id and one not in begun), None)
            if below is None:
                found.append(waiting.pop())
            else:
                waiting.append(below)
    return found
