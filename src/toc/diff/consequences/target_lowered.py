"""An indicator that aims at less than it did."""

from collections.abc import Iterator

from toc.diff.consequence import Effect, consequence
from toc.diff.difference import Difference
from toc.diff.spoken import named, spoken
from toc.messages import _
from toc.model.elements import Element, Property, Quantity, Range

# Where an indicator starts from, the surest first: which way it is to go follows from it.
STARTS = ("baseline", "milestone", "observed")
Level = tuple[float, str | None]


@consequence(_("the target of an indicator was lowered"), rank=4)
def target_lowered(difference: Difference) -> Iterator[Effect]:
    """Yield each indicator whose target lies nearer to where it started, or beyond it; the way up or down."""
    for indicator in difference.old.of_kind("indicator"):
        now = difference.kept(indicator)
        before = indicator.properties.get("target")
        after = now.properties.get("target") if now else None
        if now is None or before is None or after is None:
            continue
        was, becomes, way = _level(before), _level(after), _way(indicator)
        if was and becomes and way and was[1] == becomes[1] and (becomes[0] - was[0]) * way < 0:
            fields = {
                "indicator": named(now.key, difference.new),
                "old": spoken(before, difference.old),
                "new": spoken(after, difference.new),
            }
            rising = _("the indicator {indicator} aims lower: {old}, now {new}", **fields)
            falling = _("the indicator {indicator}, which is to fall, aims less low: {old}, now {new}", **fields)
            yield Effect(rising if way > 0 else falling, (indicator.key,))


def _way(indicator: Element) -> float:
    """Return whether the indicator is to rise (above 0) or to fall (below 0), 0 where that cannot be told."""
    target = indicator.properties.get("target")
    aim = _level(target) if target else None
    for name in STARTS:
        for start in indicator.properties.all(name):
            level = _level(start)
            if aim and level and aim[1] == level[1] and aim[0] != level[0]:
                return aim[0] - level[0]
    return 0.0


def _level(item: Property) -> Level | None:
    match item.value:
        case Quantity(value, unit):
            return value, unit
        case Range(Quantity(low, unit), Quantity(high)):
            return (low + high) / 2, unit
    return None
