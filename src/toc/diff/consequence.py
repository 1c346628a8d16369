"""What a change breaks: the consequences that are watched for, each found by one function."""

from collections.abc import Callable, Collection, Iterable, Iterator

from attrs import frozen

from toc.catalog import find_all
from toc.diff.difference import Difference
from toc.messages import Message
from toc.model.elements import Key

PACKAGE = "toc.diff.consequences"


@frozen
class Consequence:
    """Something that follows from a change: its name, whether it breaks what held, and what is said about it.

    `allowed` is true where it would be breaking, but the configuration allows it. `elements` are those it is about,
    by their keys in the old model.
    """

    name: str
    breaking: bool
    allowed: bool
    message: Message
    elements: tuple[Key, ...]


@frozen
class Effect:
    """What a watch found: the message, and the elements of the old model that it is about."""

    message: Message
    elements: tuple[Key, ...]


@frozen
class Watch:
    """A kind of consequence: `find` yields its effects in a difference; `title` says what it is in a few words."""

    name: str
    title: Message
    breaking: bool
    find: Callable[[Difference], Iterator[Effect]]


def consequence(
    title: Message, *, breaking: bool = True
) -> Callable[[Callable[[Difference], Iterator[Effect]]], Watch]:
    """Make a watch of a function; it is called like the function, with `-` for `_`."""
    return lambda find: Watch(find.__name__.replace("_", "-"), title, breaking, find)


def watches() -> tuple[Watch, ...]:
    """Return every watch, sorted by name."""
    return find_all(PACKAGE, Watch)


def consequence_names() -> tuple[str, ...]:
    """Return the names of all consequences, sorted."""
    return tuple(watch.name for watch in watches())


def consequences(difference: Difference, allowed: Collection[str] = ()) -> tuple[Consequence, ...]:
    """Return what follows from `difference`, what breaks first; those named in `allowed` break nothing."""
    found = [
        Consequence(watch.name, watch.breaking and watch.name not in allowed, watch.name in allowed, message, elements)
        for watch in watches()
        for message, elements in _effects(watch.find(difference))
    ]
    return tuple(sorted(found, key=lambda one: (not one.breaking, one.name, one.elements, str(one.message))))


def _effects(found: Iterable[Effect]) -> Iterator[tuple[Message, tuple[Key, ...]]]:
    return ((effect.message, effect.elements) for effect in found)
