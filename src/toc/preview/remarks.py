"""Diagnostics as the page shows them beside the picture."""

from collections.abc import Iterator
from typing import Any

from toc.diagnostics import Diagnostic, Origin, Severity
from toc.messages import Message, plural, show, show_field
from toc.model.elements import Key
from toc.preview.pictures import Picture
from toc.preview.seen import Seen
from toc.reporters.text import NAMES
from toc.source import Source

# More than these nobody reads beside a picture, and a page with all of them is slow.
MOST = 200
WEIGHTS = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def remarks(seen: Seen, picture: Picture) -> dict[str, Any]:
    """Return what the page says of the diagnostics: how many there are, and the weightiest of them, one by one."""
    counts = {weight: sum(each.severity is weight for each in seen.diagnostics) for weight in WEIGHTS}
    told = [_counted(weight, number) for weight, number in counts.items() if number]
    ordered = sorted(seen.diagnostics, key=lambda each: WEIGHTS.index(each.severity))
    more = len(ordered) - MOST
    places = _Places(seen)
    return {
        "count": len(ordered),
        "errors": counts[Severity.ERROR],
        "counted": ", ".join(show(each, seen.language) for each in told),
        "worst": ordered[0].severity.value if ordered else "",
        "items": [_remark(each, seen, picture, places) for each in ordered[:MOST]],
        "more": show(plural("and {n} more", "and {n} more", n=more), seen.language) if more > 0 else "",
    }


def _counted(weight: Severity, number: int) -> Message:
    match weight:
        case Severity.ERROR:
            return plural("{n} error", "{n} errors", n=number)
        case Severity.WARNING:
            return plural("{n} warning", "{n} warnings", n=number)
        case _:
            return plural("{n} info", "{n} infos", n=number)


def _remark(each: Diagnostic, seen: Seen, picture: Picture, places: "_Places") -> dict[str, Any]:
    source = seen.sources.get(each.origin.file) or Source(each.origin.file, "")
    position = source.position(each.origin.start)
    return {
        "severity": each.severity.value,
        "weight": show_field(NAMES[each.severity], seen.language),
        "message": show(each.message, seen.language),
        "hint": show(each.hint, seen.language) if each.hint else "",
        "place": f"{each.origin.file}:{position.line}:{position.column}",
        "code": each.rule.code,
        "rule": each.rule.name,
        "about": next(places.shown(each.origin, picture), ""),
    }


class _Places:
    """Where elements and links were written, to find those that a diagnostic is about."""

    def __init__(self, seen: Seen) -> None:
        self.names = seen.places
        theory = seen.analysis.theory if seen.analysis else None
        self.known: dict[str, list[tuple[Origin, frozenset[Key]]]] = {}
        if theory is not None:
            for element in theory.elements.values():
                self._add(element.origin, frozenset((element.key,)))
            for link in theory.links:
                self._add(link.origin, frozenset((*link.sources, link.target)))

    def _add(self, origin: Origin, keys: frozenset[Key]) -> None:
        self.known.setdefault(origin.file, []).append((origin, keys))

    def shown(self, origin: Origin, picture: Picture) -> Iterator[str]:
        """Yield the ids in `picture` of what was written at a place, the innermost first."""
        around = [
            (place.end - place.start, keys)
            for place, keys in self.known.get(self.names.get(origin.file, ""), ())
            if place.start <= origin.start and origin.end <= place.end
        ]
        for _length, keys in sorted(around, key=lambda each: each[0]):
            if keys in picture.links:
                yield picture.links[keys]
            if len(keys) == 1 and (key := next(iter(keys))) in picture.cards:
                yield picture.cards[key]
