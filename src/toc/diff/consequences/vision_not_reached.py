"""A vision that no strategy reaches any more."""

from collections.abc import Iterator

from toc.diff.consequence import Effect, consequence
from toc.diff.difference import Difference
from toc.diff.reach import acted_upon, still
from toc.diff.spoken import named
from toc.messages import _


@consequence(_("no strategy leads to a vision any more"), rank=1)
def vision_not_reached(difference: Difference) -> Iterator[Effect]:
    """Yield each vision to which some strategy led, and none does."""
    before, after = acted_upon(difference.old), acted_upon(difference.new)
    for vision, now in still(difference.old.visions, difference.matches.new_of):
        if vision.key in before and now not in after:
            message = _("no strategy leads to the vision {vision} any more", vision=named(now, difference.new))
            yield Effect(message, (vision.key,))
