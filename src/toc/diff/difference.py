"""What sets two models apart: elements and links that came, went or changed, and what of each is another."""

from collections.abc import Mapping

from attrs import field, frozen

from toc.leverage.scale import DEFAULT, Scale
from toc.messages import Message, Words
from toc.model.elements import Element, Key
from toc.model.links import Link
from toc.model.theory import Theory

ADDED, REMOVED, CHANGED = "added", "removed", "changed"

Said = Words | Message

# What of an element or a link can be another. The first three leave its meaning as it was.
RENAMED, MOVED, PLACED = "renamed", "moved", "placed"
PATHWAY, KIND, REWORDED, RETIMED, PROPERTY = "pathway", "kind", "reworded", "retimed", "property"
VERB, STRENGTHENED, WEAKENED, STRENGTH, SOURCES, MARK = (
    "verb",
    "strengthened",
    "weakened",
    "strength",
    "sources",
    "mark",
)


@frozen
class Detail:
    """One thing that is another: its aspect, what it was and what it is, None for what was not or is no more.

    `name` is the concept of the property or mark meant; for words, the language they are in where one is stated.
    """

    aspect: str
    old: Said | None
    new: Said | None
    name: str = ""


@frozen
class ElementChange:
    """An element that came (`old` is None), went (`new` is None) or changed (`details`)."""

    old: Element | None
    new: Element | None
    details: tuple[Detail, ...] = ()

    @property
    def change(self) -> str:
        """Added, removed or changed."""
        return ADDED if self.old is None else REMOVED if self.new is None else CHANGED

    @property
    def element(self) -> Element:
        """The element as it is, else as it was."""
        found = self.new or self.old
        assert found is not None
        return found


@frozen
class LinkChange:
    """A link that came (`old` is None), went (`new` is None) or changed (`details`)."""

    old: Link | None
    new: Link | None
    details: tuple[Detail, ...] = ()

    @property
    def change(self) -> str:
        """Added, removed or changed."""
        return ADDED if self.old is None else REMOVED if self.new is None else CHANGED


@frozen
class Matches:
    """Which element of the one model is which of the other; each has one counterpart at most."""

    new_of: Mapping[Key, Key] = field(repr=False)
    old_of: Mapping[Key, Key] = field(repr=False)


@frozen
class Difference:
    """What sets `new` apart from `old`.

    `elements` and `links` hold what came, went or changed, in reading order; `links_kept` each link of the old model
    that is still there, with what it is now. `scales` say what words are worth for each.
    """

    old: Theory = field(repr=False)
    new: Theory = field(repr=False)
    matches: Matches = field(repr=False)
    elements: tuple[ElementChange, ...]
    links: tuple[LinkChange, ...]
    links_kept: tuple[tuple[Link, Link], ...] = field(repr=False)
    scales: tuple[Scale, Scale] = field(default=(DEFAULT, DEFAULT), repr=False)

    def __bool__(self) -> bool:
        return bool(self.elements or self.links)

    def count(self, change: str) -> int:
        """Return how many elements and links were added, removed or changed, as `change` says."""
        changes = [found.change for found in self.elements] + [found.change for found in self.links]
        return changes.count(change)

    def kept(self, old: Element) -> Element | None:
        """Return what an element of the old model is in the new one."""
        key = self.matches.new_of.get(old.key)
        return self.new.elements[key] if key else None
