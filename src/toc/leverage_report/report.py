"""A leverage report: an assessment, whom it is for, and what was asked beside it."""

from collections.abc import Callable
from functools import cached_property

from attrs import frozen

from toc.leverage.assessment import Leverage
from toc.leverage.figures import Portfolio
from toc.model.elements import Key


@frozen(slots=False)
class LeverageReport:
    """An assessment, and how it is told.

    `budget` is the effort for which the best set was asked; `scale_check` asks for the verdicts on other scales.
    `width` is in terminal cells.
    """

    leverage: Leverage
    language: str = "en"
    colour: bool = False
    width: int = 100
    budget: float | None = None
    scale_check: bool = False

    @cached_property
    def title(self) -> str:
        """The theory's label, its file where it has none."""
        theory = self.leverage.theory
        found = theory.head.label.in_language(self.language, self._first) if theory.head else None
        return " ".join(found.value.split()) if found and found.value.strip() else theory.file

    @cached_property
    def best(self) -> Portfolio | None:
        """The best set within the budget, where one was given."""
        return None if self.budget is None else self.leverage.best_within(self.budget)

    def name(self, key: Key) -> str:
        """Return what an element is called: by its label, by its id where it has none."""
        element = self.leverage.theory.elements.get(key)
        found = element.label.in_language(self.language, self._first) if element else None
        return (" ".join(found.value.split()) if found else "") or key.id

    def names(self, keys: tuple[Key, ...]) -> str:
        """Return what elements are called, one after the other."""
        return ", ".join(self.name(key) for key in keys)

    @property
    def _first(self) -> str | None:
        return next(iter(self.leverage.theory.languages), None)


@frozen
class LeverageFormat:
    """A way to write a leverage report."""

    name: str
    write: Callable[[LeverageReport], str]


def leverage_format(name: str) -> Callable[[Callable[[LeverageReport], str]], LeverageFormat]:
    """Make a format of a function from a report to what is written."""
    return lambda write: LeverageFormat(name, write)
