"""An indicator that no longer says where it started."""

from collections.abc import Iterator

from toc.diff.consequence import Effect, consequence
from toc.diff.difference import Difference
from toc.diff.spoken import named
from toc.messages import _
from toc.model.elements import Quantity, Range


@consequence(_("an indicator has lost its baseline"), rank=4)
def baseline_lost(difference: Difference) -> Iterator[Effect]:
    """Yield each indicator, still there, whose baseline was a number and is none any more."""
    for indicator in difference.old.of_kind("indicator"):
        now = difference.kept(indicator)
        before = indicator.properties.get("baseline")
        after = now.properties.get("baseline") if now else None
        if now is None or before is None or not isinstance(before.value, Quantity | Range):
            continue
        if after is None or not isinstance(after.value, Quantity | Range):
            name = named(now.key, difference.new)
            yield Effect(_("the indicator {indicator} has lost its baseline", indicator=name), (indicator.key,))
