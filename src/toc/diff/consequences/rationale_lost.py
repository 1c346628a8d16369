"""A link that no longer says why it should hold."""

from collections.abc import Iterator

from toc.diff.consequence import Effect, consequence
from toc.diff.difference import Difference
from toc.diff.spoken import ends, named
from toc.messages import _


@consequence(_("a link has lost its rationale"), rank=3)
def rationale_lost(difference: Difference) -> Iterator[Effect]:
    """Yield each link that gave a reason and is still there without one."""
    for was, now in difference.links_kept:
        if was.properties.text("because") and not now.properties.text("because"):
            message = _(
                "nothing says any more why {source} should act on {target}",
                source=ends(now.sources, difference.new),
                target=named(now.target, difference.new),
            )
            yield Effect(message, (*was.sources, was.target))
