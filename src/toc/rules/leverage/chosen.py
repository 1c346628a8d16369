"""Which strategies leverage compares, and of which of them something is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.leverage.verdict_names import HARMFUL, NEGLIGIBLE, WEAK
from toc.model.elements import Element, Key
from toc.model.theory import Theory

if TYPE_CHECKING:
    from toc.leverage.assessment import Leverage

# Dropped strategies are left out, done ones count without effort, and the others are not decided on yet.
NOT_COMPARED = frozenset({"dropped", "done", "idea", "draft"})
# From the gravest on.
WARNINGS = (HARMFUL, WEAK, NEGLIGIBLE)


def strategies_that_count(theory: Theory) -> tuple[Element, ...]:
    """Return the strategies that leverage compares by default, in the order of their keys."""
    return tuple(
        strategy
        for strategy in theory.of_kind("strategy")
        if NOT_COMPARED.isdisjoint(strategy.properties.words("status"))
    )


def not_graver(leverage: Leverage, verdict: str, **limits: float) -> tuple[Key, ...]:
    """Return the strategies with `verdict` of which nothing graver is said: each gets one warning at most.

    A strategy that leads to no vision is looked at by `idle-strategy` and `dead-end`, not by numbers.
    """
    keys = leverage.screened(verdict, **limits)
    graver = WARNINGS[: WARNINGS.index(verdict)] if verdict in WARNINGS else WARNINGS
    return tuple(
        key
        for key in keys
        if leverage.figures[key].weight > 0 and not any(key in leverage.screened(other) for other in graver)
    )
