"""What is shown, and in which manner: what the view says, and what the options say over it."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from attrs import field, frozen

from toc.model import selection
from toc.model.elements import STEPS, Element, Key
from toc.model.links import Link
from toc.model.theory import Theory
from toc.scene import marks
from toc.scene.captions import KINDS, STANDING
from toc.scene.options import Options
from toc.scene.scene import Card
from toc.scene.values import label_in
from toc.scene.views import ROLE, SECTOR

DIRECTIONS = ("up", "right", "down", "left")
PATHWAY, LEVEL, SPHERE, ACTOR, NONE, KIND = "pathway", "level", "sphere", "actor", "none", "kind"


@frozen
class Shown:
    """The elements and links of a picture, by what it groups them, the order asked for, and how it looks.

    `group_of` gives the group of each element that has one: the key of a pathway or an actor, or a word: a level, a
    sphere, a role, a sector or a kind. `order` are groups in the order wanted. `told` are what has no card of its own
    but is told on those of the elements it belongs to. `marks` are the names of the marks to draw.
    """

    view: Element | None
    elements: tuple[Element, ...]
    links: tuple[Link, ...]
    grouping: str
    group_of: Mapping[Key, Key | str]
    order: tuple[Key | str, ...]
    highlighted: frozenset[Key]
    direction: str
    paper: str | None = None
    marks: frozenset[str] = frozenset()
    told: Mapping[Key, tuple[Element, ...]] = field(factory=lambda: MappingProxyType({}))


def shown(theory: Theory, view: Element | None, options: Options) -> Shown:
    """Return what `view` and `options` want to be shown of `theory`; without a view, the causal chain."""
    chosen = selection.shown(theory, view)
    elements = _chain(theory, chosen)
    others: list[Element] = []
    if view is not None:
        kept = {element.key for element in elements}
        others = [theory.elements[key] for key in sorted(chosen.elements - kept)]
    standing = not elements and any(other.kind in STANDING for other in others)
    if standing:
        elements, others = tuple(other for other in others if other.kind in STANDING), []
    drawn = {element.key for element in elements}
    links = tuple(link for link in chosen.links if link.target in drawn and drawn.issuperset(link.sources))
    grouping = (view.properties.word("group_by") if view else None) or (KIND if standing else PATHWAY)
    if grouping == ROLE and not any("role" in element.properties for element in elements):
        grouping = SECTOR
    direction = options.direction or (view.properties.word("direction") if view else None)
    return Shown(
        view,
        elements,
        links,
        grouping,
        _groups(theory, elements, grouping),
        _order(view),
        chosen.highlight,
        direction if direction in DIRECTIONS else "up",
        options.paper or _paper(view),
        wanted_marks(view, options, chosen.hidden_kinds, others),
        _told(theory, drawn, others) if others else MappingProxyType({}),
    )


def _chain(theory: Theory, chosen: selection.Shown) -> tuple[Element, ...]:
    """What has a card because it is a step of the chain, or because a link names it."""
    ends = {end for link in chosen.links for end in (*link.sources, link.target)}
    return tuple(
        element
        for key, element in theory.elements.items()
        if key in chosen.elements and (element.kind in STEPS or key in ends) and element.kind in KINDS
    )


def wanted_marks(
    view: Element | None, options: Options, hidden: Iterable[str] = (), others: Iterable[Element] = ()
) -> frozenset[str]:
    """Return the marks to draw: those asked for, else those of the view, else the usual.

    What the view hides is not drawn, what it shows is.
    """
    stated = view.properties.words("marks") if view else ()
    found = options.marks
    if found is None:
        found = frozenset(stated) or marks.USUAL
        found |= {marks.OF_KIND[other.kind] for other in others if other.kind in marks.OF_KIND}
    return found - {marks.OF_KIND[kind] for kind in hidden if kind in marks.OF_KIND}


def _told(theory: Theory, drawn: set[Key], others: Iterable[Element]) -> Mapping[Key, tuple[Element, ...]]:
    """What is told on each card: what is nested there, names it, or is named by it or by a link that ends there."""
    found: dict[Key, list[Element]] = {}
    for other in others:
        # Whose a card is stands at its foot; a pathway is a lane.
        if other.kind in {"actor", "pathway", "term", "view", "step", "theory"}:
            continue
        hosts = [other.parent, *(key for item in other.properties for key in item.refs)]
        for user in theory.users.get(other.key, ()):
            hosts.append(user.key if isinstance(user, Element) else user.target)
        for host in dict.fromkeys(hosts):
            if host is not None and host in drawn:
                found.setdefault(host, []).append(other)
    return MappingProxyType({key: tuple(held) for key, held in found.items()})


def _paper(view: Element | None) -> str | None:
    """The paper that a view names, in capitals."""
    paper = view.properties.word("paper") if view else None
    return paper.upper() if paper else None


def _order(view: Element | None) -> tuple[Key | str, ...]:
    wanted = view.properties.get("order") if view else None
    return (*wanted.refs, *wanted.words) if wanted else ()


def _groups(theory: Theory, elements: tuple[Element, ...], grouping: str) -> dict[Key, Key | str]:
    found: dict[Key, Key | str] = {}
    for element in elements:
        group: Key | str | None = None
        if element.kind == "vision" and element.key not in theory.vision_aliases:
            continue
        if grouping == PATHWAY:
            group = pathway_of(theory, element)
        elif grouping == ACTOR:
            group = next(iter(actors_of(element)), None)
        elif grouping in {LEVEL, SPHERE, ROLE, SECTOR}:
            # What a group does and delivers lies in its own hands.
            own = "control" if grouping == SPHERE and element.kind in {"strategy", "output"} else None
            group = element.properties.word(grouping) or own
        elif grouping == KIND:
            group = element.kind
        if group is not None:
            found[element.key] = group
    return found


def actors_of(element: Element) -> tuple[Key, ...]:
    """Return the actors of an element: who leads it, who does it, and whose change it is."""
    return marks.owner_keys(element)


def drawn_actors(theory: Theory, cards: Iterable[Card], language: str) -> tuple[tuple[str, str], ...]:
    """Return the ids and labels of those whose cards are drawn, by label."""
    drawn = {name for card in cards for name in card.actors}
    known = ((actor.id, label_in(actor.key, theory, language)) for actor in theory.of_kind("actor"))
    return tuple(sorted({one for one in known if one[0] in drawn}, key=lambda one: (one[1].casefold(), one[0])))


def pathway_of(theory: Theory, element: Element) -> Key | None:
    """Return the pathway that an element is nested in, directly or within a strategy there."""
    parent = theory.elements.get(element.parent) if element.parent else None
    while parent is not None and parent.kind != "pathway":
        parent = theory.elements.get(parent.parent) if parent.parent else None
    return parent.key if parent else None
