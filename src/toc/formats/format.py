"""What a format is: a function that writes a picture or a model, or reads a model, under a name."""

from collections.abc import Callable, Mapping
from importlib.util import find_spec
from typing import Any

from attrs import frozen

from toc.messages import Message, _

# The package that each extra of ours brings, by the extra's name.
EXTRAS: Mapping[str, str] = {"pdf": "reportlab", "pptx": "pptx"}


class Unwritable(ValueError):  # noqa: N818 - it reads well where it is raised
    """A picture cannot be written in a format as it was asked for; `message` says why, and what can be done."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


@frozen
class Format:
    """A way to write: `write(scene)` for what `draws`, else `write(theory)`; text is written as UTF-8.

    `options` are the names of the keyword arguments that `write` takes besides. `details` says that it writes the
    details of a scene, which are made only for those who ask. `extra` is the extra of ours that it needs.
    """

    name: str
    suffix: str
    draws: bool
    write: Callable[..., str | bytes]
    options: tuple[str, ...] = ()
    details: bool = False
    extra: str | None = None

    def __call__(self, content: Any, **options: Any) -> str | bytes:
        """Return `content` in this format.

        Raises `Unwritable` where it cannot hold it, or where the package is missing that it is written with.
        """
        if self.extra is not None and find_spec(EXTRAS[self.extra]) is None:
            command = f"pip install 'toc-lang[{self.extra}]'"
            raise Unwritable(_("{format} needs one more package: `{command}`", format=self.name, command=command))
        return self.write(content, **options)


@frozen
class Importer:
    """A way to read a model: `read(text)` gives a Theory, or raises ValueError with a Message as its argument."""

    name: str
    suffix: str
    read: Callable[[str], Any]


def picture(
    name: str, suffix: str, *, details: bool = False, extra: str | None = None
) -> Callable[[Callable[..., str | bytes]], Format]:
    """Make a format of a function from a scene to its file's content; its keyword-only arguments are its options."""
    return lambda write: Format(name, suffix, True, write, _options(write), details, extra)


def export(name: str, suffix: str) -> Callable[[Callable[..., str | bytes]], Format]:
    """Make a format of a function from a theory to its file's content; its keyword-only arguments are its options."""
    return lambda write: Format(name, suffix, False, write, _options(write))


def importer(name: str, suffix: str) -> Callable[[Callable[[str], Any]], Importer]:
    """Make an importer of a function from a file's text to a theory."""
    return lambda read: Importer(name, suffix, read)


def _options(write: Callable[..., Any]) -> tuple[str, ...]:
    return tuple(getattr(write, "__kwdefaults__", None) or ())
