"""What is said of a strategy, from its numbers and from how they turned out in the draws.

A verdict is a question to the group. None is spoken where the numbers cannot carry it.
"""

from math import inf

from attrs import evolve, frozen

from toc.leverage.figures import Strategy
from toc.leverage.verdict_names import (
    COLLAPSED,
    DOMINATED,
    ENABLER,
    FAIR,
    HARMFUL,
    MIXED,
    NEGLIGIBLE,
    PULLS,
    REDUNDANT,
    SATURATED,
    TOO_FEW,
    UNDECIDED,
    UNSETTLED,
    VERDICTS,
    WEAK,
)

# Fewer strategies are not compared with each other: a single one has ratio 1 whatever it does.
FEWEST = 3
# Conditions in which the differences between strategies are noise.
NOISE = (SATURATED, COLLAPSED)
# Alone an enabler achieves less than this part of its share, a strategy that is made redundant at least this much.
LITTLE, MUCH = 0.05, 0.05
# Verdicts that compare a strategy with the others, and those about what it achieves.
RELATIVE = frozenset({WEAK, UNDECIDED, DOMINATED, FAIR, PULLS})
ABSOLUTE = frozenset({NEGLIGIBLE, REDUNDANT, ENABLER})


@frozen
class Limits:
    """Where verdicts begin.

    Weak: both ratios below `ratio` in `draws` of the draws; negligible: a part below `impact` in as many.
    Redundant: `alone` or more by itself, and less than `missed` of that is lost without it.
    """

    ratio: float = 0.5
    draws: float = 0.8
    impact: float = 0.01
    alone: float = MUCH
    missed: float = LITTLE


@frozen
class Chances:
    """In what share of the draws a strategy is weak, harmful, negligible and dominated (None: not looked at)."""

    weak: float | None
    harmful: float
    negligible: float
    dominated: float | None


def judged(strategy: Strategy, chances: Chances | None, withheld: str | None, limits: Limits = Limits()) -> Strategy:
    """Return `strategy` with its verdicts, by the draws or (without any) by the most likely numbers."""
    known = chances or _at_modes(strategy, limits)
    holding = {
        HARMFUL: strategy.shapley < 0 and known.harmful >= limits.draws,
        WEAK: known.weak is not None and known.weak >= limits.draws,
        NEGLIGIBLE: known.negligible >= limits.draws,
        REDUNDANT: strategy.alone >= limits.alone
        and strategy.shapley >= 0
        and strategy.leave_one_out < limits.missed * strategy.alone,
        UNDECIDED: known.weak is not None and 1 - limits.draws < known.weak < limits.draws,
        DOMINATED: known.dominated is not None and known.dominated >= limits.draws,
        ENABLER: strategy.shapley > 0
        and strategy.alone < LITTLE * strategy.shapley
        and strategy.leave_one_out >= strategy.shapley / 2,
    }
    verdicts = [verdict for verdict in VERDICTS if holding.get(verdict) and spoken(verdict, withheld)]
    if not verdicts or verdicts == [ENABLER]:
        verdicts += [verdict for verdict in _good(strategy) if spoken(verdict, withheld)]
    if chances is None:
        return evolve(strategy, verdicts=tuple(verdicts), withheld=withheld)
    return evolve(
        strategy,
        probability_weak=chances.weak,
        probability_harmful=chances.harmful,
        probability_negligible=chances.negligible,
        probability_dominated=chances.dominated,
        verdicts=tuple(verdicts),
        withheld=withheld,
    )


def reason_withheld(condition: str, *, settled: bool, strategies: int, mixed: bool) -> str | None:
    """Return why verdicts are withheld, None where they are not."""
    if not settled:
        return UNSETTLED
    if condition in NOISE:
        return condition
    if strategies < FEWEST:
        return TOO_FEW
    return MIXED if mixed else None


def spoken(verdict: str, withheld: str | None) -> bool:
    """Whether `verdict` may be spoken.

    Ratios are noise where the model is saturated or collapsed; that a strategy does harm is told even then.
    Of fewer than three strategies, and of efforts that cannot be compared, only comparisons are withheld.
    """
    if withheld is None:
        return True
    if withheld == UNSETTLED:
        return False
    return verdict == HARMFUL or (withheld in (TOO_FEW, MIXED) and verdict in ABSOLUTE)


def _good(strategy: Strategy) -> tuple[str, ...]:
    if strategy.ratio is None:
        return ()
    return (PULLS,) if max(strategy.ratio, _or_less(strategy.ratio_without)) >= 1 else (FAIR,)


def _at_modes(strategy: Strategy, limits: Limits) -> Chances:
    weak = None
    if strategy.ratio is not None:
        weak = float(max(strategy.ratio, _or_less(strategy.ratio_without)) < limits.ratio)
    return Chances(weak, float(strategy.shapley < 0), float(strategy.shapley < limits.impact), None)


def _or_less(number: float | None) -> float:
    return -inf if number is None else number
