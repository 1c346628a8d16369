"""A change that lost its last support."""

from collections.abc import Iterator

from toc.diff.consequence import Effect, consequence
from toc.diff.difference import Difference
from toc.diff.reach import still, supported
from toc.diff.spoken import named
from toc.messages import _


@consequence(_("a change has lost its last support"), rank=2)
def change_unsupported(difference: Difference) -> Iterator[Effect]:
    """Yield each change that something helped to bring about, and nothing does."""
    before, after = supported(difference.old), supported(difference.new)
    for change, now in still(difference.old.changes, difference.matches.new_of):
        if change.key in before and now not in after:
            message = _(
                "{change} has lost its last support: nothing leads to it any more", change=named(now, difference.new)
            )
            yield Effect(message, (change.key,))
