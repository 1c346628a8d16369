"""The steps of a portfolio front that are worth telling, where it has more than a group can read."""

from collections.abc import Sequence

from toc.charts.steps import Step, worth_telling
from toc.leverage.figures import Portfolio

MOST = 12


def milestones(front: Sequence[Portfolio], most: int = MOST) -> tuple[Portfolio, ...]:
    """Return at most `most` portfolios of a front: the last, and those that together come nearest to all of them.

    That of no strategies is none of them.
    """
    sets = {(one.effort, one.impact): one for one in front if one.keys}
    kept = worth_telling([Step(effort, impact, "", "") for effort, impact in sets], most)
    return tuple(sets[step.x, step.y] for step in kept)
