"""An indicator that no longer says what is aimed at."""

from collections.abc import Iterator

from toc.diff.consequence import Effect, consequence
from toc.diff.difference import Difference
from toc.diff.spoken import named
from toc.messages import _
from toc.model.elements import Quantity, Range


@consequence(_("an indicator has lost its target"), rank=4)
def target_lost(difference: Difference) -> Iterator[Effect]:
    """Yield each indicator, still there, whose target was a number and is none any more."""
    for indicator in difference.old.of_kind("indicator"):
        now = difference.kept(indicator)
        before = indicator.properties.get("target")
        after = now.properties.get("target") if now else None
        if now is None or before is None or not isinstance(before.value, Quantity | Range):
            continue
        if after is None or not isinstance(after.value, Quantity | Range):
            name = named(now.key, difference.new)
            yield Effect(_("the indicator {indicator} has lost its target", indicator=name), (indicator.key,))
