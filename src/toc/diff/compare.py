"""What sets one model apart from another: the whole way, step by step."""

from collections.abc import Mapping

from toc.diff.details import Lens, element_details
from toc.diff.difference import Difference, ElementChange, LinkChange
from toc.diff.joints import link_details, match_links
from toc.diff.matching import match
from toc.diff.side import Side
from toc.leverage.scale import DEFAULT, Scale
from toc.model.theory import Theory
from toc.model.vocabulary import KINDS

_RANK: Mapping[str, int] = {kind: number for number, kind in enumerate(KINDS)}


def compare(old: Theory, new: Theory, scales: tuple[Scale, Scale] = (DEFAULT, DEFAULT)) -> Difference:
    """Return what sets `new` apart from `old`, in about the time that reading both takes.

    An element is known by its id and file, wherever it stands and however it is laid out; one that got another id or
    file, or has none, by what it says and what is near it. `scales` are what words are worth for each.
    """
    before, after = Side(old), Side(new)
    lens = Lens(before, after, match(before, after))
    kept, gone, come = match_links(lens)
    links = [LinkChange(link, None) for link in gone] + [LinkChange(None, link) for link in come]
    links += [LinkChange(was, now, details) for was, now in kept if (details := tuple(link_details(was, now, lens)))]
    return Difference(
        old,
        new,
        lens.matches,
        tuple(sorted(_elements(lens), key=lambda change: _element_rank(change, lens))),
        tuple(sorted(links, key=lambda change: _link_rank(change, lens))),
        kept,
        scales,
    )


def _elements(lens: Lens) -> list[ElementChange]:
    matches, old, new = lens.matches, lens.old.theory.elements, lens.new.theory.elements
    found = [ElementChange(one, None) for key, one in old.items() if key not in matches.new_of]
    found += [ElementChange(None, one) for key, one in new.items() if key not in matches.old_of]
    for key, other in matches.new_of.items():
        details = tuple(element_details(old[key], new[other], lens))
        if details:
            found.append(ElementChange(old[key], new[other], details))
    return found


def _element_rank(change: ElementChange, lens: Lens) -> tuple[object, ...]:
    side = lens.new if change.new else lens.old
    return (_RANK[change.element.kind], side.place(change.element.key), change.change)


def _link_rank(change: LinkChange, lens: Lens) -> tuple[object, ...]:
    link, side = (change.new, lens.new) if change.new else (change.old, lens.old)
    assert link is not None
    return (side.place(link.target), sorted(map(side.place, link.sources)), change.change)
