"""What writes a report: a function from its content to text, under a name."""

from collections.abc import Callable

from attrs import frozen

from toc.messages import Message, show
from toc.report.inquiry import Gap, Stated
from toc.report.readiness import Readiness


@frozen
class Writer:
    """A way to write how ready a group is; `write` takes the content and the language."""

    name: str
    write: Callable[[Readiness, str], str]


def writer(name: str) -> Callable[[Callable[[Readiness, str], str]], Writer]:
    """Make a writer of a function."""
    return lambda write: Writer(name, write)


def told(stated: Stated, language: str) -> str:
    """Return something in place as text: its name, and what is known of it in brackets."""
    details = ", ".join(show(part, language) if isinstance(part, Message) else part for part in stated.details)
    return f"{stated.name} ({details})" if stated.name and details else stated.name or details


def missed(gap: Gap, language: str) -> str:
    """Return a gap as text: what is missing, and what it is about."""
    about = ", ".join(told(each, language) for each in gap.about)
    text = show(gap.text, language)
    colon = "\u00a0: " if language == "fr" else ": "
    return f"{text}{colon}{about}" if about else text
