"""An indicator that no longer says what is aimed at."""

from collections.abc import Iterator

from toc.diff.consequence import Effect, consequence
from toc.diff.difference import Difference
from toc.diff.lost_figures import lost_figures
from toc.diff.spoken import named
from toc.messages import _


@consequence(_("an indicator has lost its target"), rank=4)
def target_lost(difference: Difference) -> Iterator[Effect]:
    """Yield each indicator, still there, whose target was a number and is none any more."""
    for indicator, now in lost_figures(difference, "target"):
        name = named(now.key, difference.new)
        yield Effect(_("the indicator {indicator} has lost its target", indicator=name), (indicator.key,))
