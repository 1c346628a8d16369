"""What a diagnostic is about, said so that it is known again after lines have moved and texts nearby have changed."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import accumulate
from typing import Any

from attrs import frozen

from toc.diagnostics import Diagnostic, Origin
from toc.messages import Message, Words
from toc.source import Source
from toc.syntax.nodes import Declaration, Link
from toc.syntax.parser import parse
from toc.syntax.places import Place, all_places

LENGTH = 32
THEORY = "theory"
# Files of configuration have no elements: what stands at the place is what the diagnostic is about.
CONFIGURING = ".toml"


@frozen
class Identity:
    """What stays of a diagnostic when lines move: its rule, the element or link it is about, and whom else it names.

    `subject` is readable: `strategy café`, `café -> trust`; `theory` where the diagnostic is about the whole model.
    """

    rule: str
    subject: str
    names: tuple[str, ...]

    @property
    def digest(self) -> str:
        """The identity in 32 hexadecimal digits."""
        return _digest(self.rule, self.subject, *self.names)


def identities(diagnostics: Sequence[Diagnostic], sources: Mapping[str, Source]) -> tuple[Identity, ...]:
    """Return what each diagnostic is about; two about the same thing are equal."""
    holders = {file: _holders(sources.get(file)) for file in {found.origin.file for found in diagnostics}}
    return tuple(_identity(found, holders[found.origin.file], sources) for found in diagnostics)


def fingerprints(diagnostics: Sequence[Diagnostic], sources: Mapping[str, Source]) -> tuple[str, ...]:
    """Return a different text of 32 hexadecimal digits for each diagnostic, made from its file and what it is about."""
    seen: Counter[tuple[str, str]] = Counter()
    found = []
    for diagnostic, identity in zip(diagnostics, identities(diagnostics, sources), strict=True):
        mark = (diagnostic.origin.file, identity.digest)
        found.append(_digest(*mark, str(seen[mark])))
        seen[mark] += 1
    return tuple(found)


def _digest(*parts: str) -> str:
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def _names(value: Any) -> Iterator[str]:
    # The words in a message, whatever its language and wording; numbers go up and down with what stands elsewhere.
    match value:
        case Message():
            for name in sorted(value.fields):
                yield from _names(value.fields[name])
        case Words():
            yield value.en
        case list() | tuple():
            for item in value:
                yield from _names(item)
        case str():
            yield value


@frozen
class _Holders:
    # Declarations and links by their start, and the furthest end of those up to each.
    items: tuple[Place, ...] = ()
    starts: tuple[int, ...] = ()
    furthest: tuple[int, ...] = ()

    def around(self, origin: Origin) -> Place | None:
        # The innermost one. They are nested or side by side: those that end before are passed over.
        index = bisect_right(self.starts, origin.start) - 1
        while index >= 0 and self.furthest[index] > origin.start:
            if origin.start < self.items[index].end:
                return self.items[index]
            index -= 1
        return None


def _holders(source: Source | None) -> _Holders:
    if source is None or source.path.endswith(CONFIGURING):
        return _Holders()
    found = [place for place in all_places(parse(source)) if isinstance(place.node, Declaration | Link)]
    items = tuple(sorted(found, key=lambda place: (place.start, -place.end)))
    furthest = tuple(accumulate((place.end for place in items), max))
    return _Holders(items, tuple(place.start for place in items), furthest)


def _identity(diagnostic: Diagnostic, holders: _Holders, sources: Mapping[str, Source]) -> Identity:
    origin, names = diagnostic.origin, tuple(_names(diagnostic.message))
    place = holders.around(origin)
    if place is None:
        source = sources.get(origin.file)
        written = source.text[origin.start : origin.end] if source else ""
        return Identity(diagnostic.rule.code, " ".join(written.split()), names)
    return Identity(diagnostic.rule.code, _subject(place, holders, names), names)


def _subject(place: Place, holders: _Holders, names: Sequence[str]) -> str:
    # What is said of a whole model stands at its theory, or at its first statement where there is none.
    called = _called(place)
    first = place is holders.items[0] and isinstance(place.node, Declaration)
    return THEORY if first and not any(called.endswith(f" {name}") for name in names) else called


def _called(place: Place) -> str:
    node = place.node
    if isinstance(node, Link):
        sides = [(" & " if side.joined else ", ").join(name.text for name in side.names) for side in node.sides]
        arrows = [arrow.text for arrow in node.arrows]
        return " ".join(part for pair in zip(sides, [*arrows, ""], strict=True) for part in pair if part)
    assert isinstance(node, Declaration)
    if node.kind == THEORY:
        return THEORY
    name = node.name.text if node.name else " ".join(text.value for text in node.label[:1])
    return f"{node.kind} {name}".rstrip()
