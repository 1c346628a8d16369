"""A change that no longer leads to a vision."""

from collections.abc import Iterator

from toc.diff.consequence import Effect, consequence
from toc.diff.difference import Difference
from toc.diff.reach import on_the_way, still
from toc.diff.spoken import named
from toc.messages import _


@consequence(_("a change no longer leads to a vision"), rank=2)
def change_leads_nowhere(difference: Difference) -> Iterator[Effect]:
    """Yield each change that led to a vision, and leads to none."""
    before, after = on_the_way(difference.old), on_the_way(difference.new)
    for change, now in still(difference.old.changes, difference.matches.new_of):
        if change.key in before and now not in after:
            yield Effect(_("{change} no longer leads to a vision", change=named(now, difference.new)), (change.key,))
