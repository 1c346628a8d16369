"""What a reporter is: a function that writes diagnostics in one format, under a name."""

from collections.abc import Callable, Mapping

from attrs import field, frozen

from toc.diagnostics import Diagnostic
from toc.messages import _, show
from toc.source import Source


@frozen
class Report:
    """What is to be reported, and how it is shown.

    `diagnostics` are sorted; `sources` holds every file they speak of that could be read, by the path shown.
    `files` is how many were looked at; `width` is in terminal cells, 0 for lines of any length.
    """

    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, Source] = field(repr=False)
    files: int
    language: str = "en"
    colour: bool = False
    width: int = 0


@frozen
class Reporter:
    """A way to write a report; `with_fixes` says whether it shows the edits that mend what was found."""

    name: str
    write: Callable[[Report], str]
    with_fixes: bool = False


def told(found: Diagnostic, language: str) -> str:
    """Return the message of a diagnostic and, on a line of its own, its hint."""
    message = show(found.message, language)
    if found.hint is None:
        return message
    hint = show(_("hint: {text}", text=found.hint), language)
    return f"{message}\n{hint}"


def reporter(name: str, *, with_fixes: bool = False) -> Callable[[Callable[[Report], str]], Reporter]:
    """Make a reporter of a function from a report to what is written."""
    return lambda write: Reporter(name, write, with_fixes)
