"""What a report of a difference is: a function that writes it in one format, under a name."""

from collections.abc import Callable
from datetime import date

from attrs import frozen

from toc.diff.consequence import Consequence
from toc.diff.difference import Difference


@frozen
class DiffReport:
    """A difference to be shown, and how.

    `consequences` are what follows from it; `old` and `new` what the two models are called. `width` is in terminal
    cells; `today` is the day that a picture bears, if it is to bear one.
    """

    difference: Difference
    consequences: tuple[Consequence, ...]
    old: str
    new: str
    language: str = "en"
    colour: bool = False
    width: int = 100
    today: date | None = None

    @property
    def breaking(self) -> tuple[Consequence, ...]:
        """The consequences that break something that held, and are not allowed."""
        return tuple(found for found in self.consequences if found.breaking)


@frozen
class DiffFormat:
    """A way to write a difference."""

    name: str
    write: Callable[[DiffReport], str]


def diff_format(name: str) -> Callable[[Callable[[DiffReport], str]], DiffFormat]:
    """Make a format of a function from a report to what is written."""
    return lambda write: DiffFormat(name, write)
