"""Which links came, went or changed, and what of each is another."""

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from toc.diff.details import Lens, property_details
from toc.diff.difference import (
    MARK,
    SOURCES,
    STRENGTH,
    STRENGTHENED,
    VERB,
    WEAKENED,
    Detail,
    Said,
)
from toc.diff.spoken import ends, strength_of
from toc.messages import Message, _
from toc.model.elements import Key, Quantity, Range, Word
from toc.model.links import Link
from toc.model.theory import Theory
from toc.syntax.keywords import keyword

# What the words of strength stand for where only their order counts.
WORTH: Mapping[str, float] = MappingProxyType({"weak": 0.25, "moderate": 0.5, "strong": 0.75, "decisive": 0.95})
FULLY = 1.0
VERBS: Mapping[str, Message] = {
    "contributes": _("contributes to"),
    "requires": _("is required for"),
    "hinders": _("hinders"),
}

Ends = tuple[frozenset[tuple[str, Key]], tuple[str, Key]]
Pair = tuple[Link, Link]


def match_links(lens: Lens) -> tuple[tuple[Pair, ...], tuple[Link, ...], tuple[Link, ...]]:
    """Return the links that are still there as pairs, those that went, and those that came.

    What an output nested in a strategy implies is told of the output alone.
    """
    before = {
        (frozenset(map(lens.before, link.sources)), lens.before(link.target)): link for link in lens.old.theory.links
    }
    after = {
        (frozenset(map(lens.after, link.sources)), lens.after(link.target)): link for link in lens.new.theory.links
    }
    gates = dict(_gates(before, after))
    now = {found: after.get(gates.get(found, found)) for found in before}
    pairs = [(link, other) for found, link in before.items() if (other := now[found]) is not None]
    met = {id(link) for pair in pairs for link in pair}
    gone = tuple(link for link in before.values() if id(link) not in met and not link.implied)
    come = tuple(link for link in after.values() if id(link) not in met and not link.implied)
    return tuple(pairs), gone, come


def _gates(before: Mapping[Ends, Link], after: Mapping[Ends, Link]) -> Iterator[tuple[Ends, Ends]]:
    """Yield the old and new ends of each link whose target is the same and whose sources are half the same.

    Only where nothing else could be meant: two links that became one gate are two that went and one that came.
    """
    gone = [found for found in before if found not in after and not before[found].implied]
    come = [found for found in after if found not in before and not after[found].implied]
    by_end: dict[tuple[tuple[str, Key], tuple[str, Key]], list[Ends]] = {}
    for found in come:
        for source in found[0]:
            by_end.setdefault((source, found[1]), []).append(found)
    likely: list[tuple[Ends, Ends]] = []
    for found in gone:
        others = dict.fromkeys(other for source in found[0] for other in by_end.get((source, found[1]), ()))
        likely += ((found, other) for other in others if 2 * len(found[0] & other[0]) >= len(found[0] | other[0]))
    olds, news = Counter(old for old, _new in likely), Counter(new for _old, new in likely)
    yield from ((old, new) for old, new in likely if olds[old] == 1 == news[new])


def link_details(old: Link, new: Link, lens: Lens) -> Iterator[Detail]:
    """Yield what is another in a link that is still there."""
    if set(map(lens.before, old.sources)) != set(map(lens.after, new.sources)):
        yield Detail(SOURCES, ends(old.sources, lens.old.theory), ends(new.sources, lens.new.theory))
    if old.verb != new.verb:
        yield Detail(VERB, VERBS[old.verb], VERBS[new.verb])
    if old.strength != new.strength or worth(old) != worth(new):
        yield from _strengths(old, new, lens)
    for mark, before, after in (("feedback", old.feedback, new.feedback), ("uncertain", old.uncertain, new.uncertain)):
        if before != after:
            said = keyword(mark, "mark")
            yield Detail(MARK, said if before else None, said if after else None, mark)
    yield from property_details(old.properties, new.properties, lens)


def worth(link: Link) -> float:
    """Return how strong a link is, from 0 to 1; one that does not say counts as moderate, a requirement fully."""
    match link.strength:
        case Word(concept) if concept in WORTH:
            return WORTH[concept]
        case Quantity(value):
            return value
        case Range(Quantity(low), Quantity(high)):
            return (low + high) / 2
    return FULLY if link.verb == "requires" or link.implied else WORTH["moderate"]


def _strengths(old: Link, new: Link, lens: Lens) -> Iterator[Detail]:
    before, after = worth(old), worth(new)
    aspect = STRENGTH if before == after else STRENGTHENED if after > before else WEAKENED
    if old.verb != new.verb and old.strength == new.strength:
        # What a link that does not say counts for follows from its verb.
        return
    yield Detail(aspect, _stated(old, lens.old.theory), _stated(new, lens.new.theory))


def _stated(link: Link, theory: Theory) -> Said:
    stated = strength_of(link, theory)
    if stated is not None:
        return stated
    return _("not stated (fully)") if worth(link) == FULLY else _("not stated (moderate)")
