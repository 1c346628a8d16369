"""A link or a change that no longer states an assumption that it rests on."""

from collections.abc import Iterator

from toc.diff.consequence import Effect, consequence
from toc.diff.difference import Difference
from toc.diff.spoken import ends, named
from toc.messages import _
from toc.model.elements import Key, Properties


@consequence(_("an assumption is no longer stated where it was"), rank=3, breaking=False)
def assumption_lost(difference: Difference) -> Iterator[Effect]:
    """Yield each assumption that a link or change, still there, no longer states."""
    for was, now in difference.links_kept:
        for key in _lost(was.properties, now.properties, difference):
            message = _(
                "the link from {source} to {target} no longer states the assumption {assumption}",
                source=ends(now.sources, difference.new),
                target=named(now.target, difference.new),
                assumption=named(key, difference.old),
            )
            yield Effect(message, (key, *was.sources, was.target))
    for holder, other in difference.matches.new_of.items():
        element = difference.new.elements[other]
        for key in _lost(difference.old.elements[holder].properties, element.properties, difference):
            message = _(
                "{element} no longer states the assumption {assumption}",
                element=named(other, difference.new),
                assumption=named(key, difference.old),
            )
            yield Effect(message, (key, holder))


def _lost(old: Properties, new: Properties, difference: Difference) -> list[Key]:
    now = set(new.refs("assuming"))
    return [key for key in old.refs("assuming") if difference.matches.new_of.get(key) not in now]
