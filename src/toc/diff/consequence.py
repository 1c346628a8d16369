"""What a change breaks: the consequences that are watched for, each found by one function."""

from collections.abc import Callable, Collection, Iterator

from attrs import frozen

from toc.catalog import find_all
from toc.diff.difference import Difference
from toc.messages import Message
from toc.model.elements import Key

PACKAGE = "toc.diff.consequences"


@frozen
class Consequence:
    """Something that follows from a change: its name and title, whether it breaks what held, and what is said about it.

    `allowed` is true where it would be breaking, but the configuration allows it. `elements` are those it is about,
    by their keys in the old model.
    """

    name: str
    title: Message
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
    """A kind of consequence: `find` yields its effects in a difference; `title` says what it is in a few words.

    `rank` is where it is told: 1 for what is about visions, 2 about what leads to them, 3 about reasons, 4 about
    indicators.
    """

    name: str
    rank: int
    title: Message
    breaking: bool
    find: Callable[[Difference], Iterator[Effect]]


def consequence(
    title: Message, *, rank: int, breaking: bool = True
) -> Callable[[Callable[[Difference], Iterator[Effect]]], Watch]:
    """Make a watch of a function; it is called like the function, with `-` for `_`."""
    return lambda find: Watch(find.__name__.replace("_", "-"), rank, title, breaking, find)


def watches() -> tuple[Watch, ...]:
    """Return every watch, in the order in which they are told."""
    return tuple(sorted(find_all(PACKAGE, Watch), key=lambda watch: (watch.rank, watch.name)))


def consequence_names() -> tuple[str, ...]:
    """Return the names of all consequences."""
    return tuple(watch.name for watch in watches())


def consequences(difference: Difference, allowed: Collection[str] = ()) -> tuple[Consequence, ...]:
    """Return what follows from `difference`, what breaks first; those named in `allowed` break nothing."""
    found = [
        Consequence(
            watch.name,
            watch.title,
            watch.breaking and watch.name not in allowed,
            watch.breaking and watch.name in allowed,
            effect.message,
            effect.elements,
        )
        for watch in watches()
        for effect in sorted(watch.find(difference), key=lambda effect: (effect.elements, str(effect.message)))
    ]
    return tuple(sorted(found, key=lambda one: not one.breaking))
