"""A strategy that has become idle."""

from collections.abc import Iterator

from toc.diff.consequence import Effect, consequence
from toc.diff.difference import Difference
from toc.diff.reach import acting, on_the_way, still
from toc.diff.spoken import named
from toc.messages import _


@consequence(_("a strategy has become idle"), rank=2)
def strategy_idle(difference: Difference) -> Iterator[Effect]:
    """Yield each strategy that led to a vision, and still acts, but leads to none; a dropped one is no surprise."""
    before, after = on_the_way(difference.old), on_the_way(difference.new)
    act = {strategy.key for strategy in acting(difference.new)}
    for strategy, now in still(acting(difference.old), difference.matches.new_of):
        if strategy.key in before and now in act and now not in after:
            message = _(
                "the strategy {strategy} has become idle: it leads to no vision any more",
                strategy=named(now, difference.new),
            )
            yield Effect(message, (strategy.key,))
