"""A link or an element with less evidence than it had."""

from collections.abc import Iterator

from toc.diff.consequence import Effect, consequence
from toc.diff.difference import Difference
from toc.diff.spoken import ends, named, spoken
from toc.messages import Words, _
from toc.model.elements import Properties
from toc.model.theory import Theory


@consequence(_("evidence is lost"), rank=3)
def evidence_lost(difference: Difference) -> Iterator[Effect]:
    """Yield each link and element that is still there, but with fewer pieces of evidence."""
    for was, now in difference.links_kept:
        lost = _lost(was.properties, now.properties, difference.old)
        if lost:
            message = _(
                "the link from {source} to {target} rests on less evidence: {evidence} is missing",
                source=ends(now.sources, difference.new),
                target=named(now.target, difference.new),
                evidence=lost,
            )
            yield Effect(message, (*was.sources, was.target))
    for key, other in difference.matches.new_of.items():
        element = difference.new.elements[other]
        lost = _lost(difference.old.elements[key].properties, element.properties, difference.old)
        if lost:
            message = _(
                "{element} rests on less evidence: {evidence} is missing",
                element=named(other, difference.new),
                evidence=lost,
            )
            yield Effect(message, (key,))


def _lost(old: Properties, new: Properties, theory: Theory) -> list[Words]:
    before, after = old.all("evidence"), new.all("evidence")
    if len(before) <= len(after):
        return []
    return [spoken(item, theory) for item in before if item not in after] or [spoken(before[-1], theory)]
