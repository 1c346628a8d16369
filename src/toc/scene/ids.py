"""The ids of cards, fit for XML."""

from collections.abc import Sequence

from toc.model.elements import Element


def card_ids(elements: Sequence[Element]) -> tuple[str, ...]:
    """Return an id for each element: its own, with a number behind where two files use the same."""
    seen: dict[str, int] = {}
    found = []
    for element in elements:
        plain = "".join(c if c.isalnum() or c in "-_." else "_" for c in element.id)
        seen[plain] = seen.get(plain, 0) + 1
        found.append(f"card-{plain}" if seen[plain] == 1 else f"card-{plain}.{seen[plain]}")
    return tuple(found)
