"""What a format is: a function that writes a picture or a model, or reads a model, under a name."""

from collections.abc import Callable
from typing import Any

from attrs import frozen


@frozen
class Format:
    """A way to write: `write(scene)` for what `draws`, else `write(theory)`; text is written as UTF-8."""

    name: str
    suffix: str
    draws: bool
    write: Callable[[Any], str | bytes]


@frozen
class Importer:
    """A way to read a model: `read(text)` gives a Theory, or raises ValueError with a Message as its argument."""

    name: str
    suffix: str
    read: Callable[[str], Any]


def picture(name: str, suffix: str) -> Callable[[Callable[[Any], str | bytes]], Format]:
    """Make a format of a function from a scene to its file's content."""
    return lambda write: Format(name, suffix, True, write)


def export(name: str, suffix: str) -> Callable[[Callable[[Any], str | bytes]], Format]:
    """Make a format of a function from a theory to its file's content."""
    return lambda write: Format(name, suffix, False, write)


def importer(name: str, suffix: str) -> Callable[[Callable[[str], Any]], Importer]:
    """Make an importer of a function from a file's text to a theory."""
    return lambda read: Importer(name, suffix, read)
