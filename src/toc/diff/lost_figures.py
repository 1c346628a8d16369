"""Indicators that are still there and have lost a figure."""

from collections.abc import Iterator

from toc.diff.difference import Difference
from toc.model.elements import Element, Quantity, Range


def lost_figures(difference: Difference, name: str) -> Iterator[tuple[Element, Element]]:
    """Yield each kept indicator, before and now, whose property `name` was a number and is none any more."""
    for indicator in difference.old.of_kind("indicator"):
        now = difference.kept(indicator)
        before = indicator.properties.get(name)
        after = now.properties.get(name) if now else None
        if now is None or before is None or not isinstance(before.value, Quantity | Range):
            continue
        if after is None or not isinstance(after.value, Quantity | Range):
            yield indicator, now
