"""An indicator that is no more, though what it measured is still there."""

from collections.abc import Iterator

from toc.diff.consequence import Effect, consequence
from toc.diff.difference import Difference
from toc.diff.spoken import named
from toc.messages import _
from toc.model.elements import Element, Key


@consequence(_("an indicator is gone"), rank=4)
def indicator_lost(difference: Difference) -> Iterator[Effect]:
    """Yield each indicator that was removed while something that it measured stayed, or that measured nothing named."""
    kept = difference.matches.new_of
    for indicator in difference.old.of_kind("indicator"):
        measured = _measured(indicator, difference)
        stayed = [key for key in measured if key in kept]
        if indicator.key in kept or (measured and not stayed):
            continue
        name = named(indicator.key, difference.old)
        if stayed:
            of = [named(kept[key], difference.new) for key in stayed]
            message = _("the indicator {indicator} of {measured} is gone", indicator=name, measured=of)
        else:
            message = _("the indicator {indicator} is gone", indicator=name)
        yield Effect(message, (indicator.key, *stayed))


def _measured(indicator: Element, difference: Difference) -> tuple[Key, ...]:
    parent = difference.old.elements.get(indicator.parent) if indicator.parent else None
    nested = (parent.key,) if parent is not None and parent.kind != "pathway" else ()
    return (*nested, *indicator.properties.refs("measures"))
