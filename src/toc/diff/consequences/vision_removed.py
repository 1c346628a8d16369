"""A vision that is no more."""

from collections.abc import Iterator

from toc.diff.consequence import Effect, consequence
from toc.diff.difference import Difference
from toc.diff.spoken import named
from toc.messages import _


@consequence(_("a vision is gone"), rank=1)
def vision_removed(difference: Difference) -> Iterator[Effect]:
    """Yield each vision that was removed, or is something else now."""
    now = {vision.key for vision in difference.new.visions}
    for vision in difference.old.visions:
        if difference.matches.new_of.get(vision.key) not in now:
            yield Effect(_("the vision {vision} is gone", vision=named(vision.key, difference.old)), (vision.key,))
