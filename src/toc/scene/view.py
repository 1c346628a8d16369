"""What is shown, and in which manner: what the view says, and what the options say over it."""

from collections.abc import Mapping

from attrs import frozen

from toc.model import selection
from toc.model.elements import STEPS, Element, Key
from toc.model.links import Link
from toc.model.theory import Theory
from toc.scene.captions import KINDS
from toc.scene.options import Options

DIRECTIONS = ("up", "right", "down", "left")
PATHWAY, LEVEL, SPHERE, ACTOR, NONE = "pathway", "level", "sphere", "actor", "none"


@frozen
class Shown:
    """The elements and links of a picture, by what it groups them, the order asked for, and how it looks.

    `group_of` gives the group of each element that has one: the key of a pathway or an actor, or a level's or sphere's
    word. `order` are groups in the order wanted.
    """

    view: Element | None
    elements: tuple[Element, ...]
    links: tuple[Link, ...]
    grouping: str
    group_of: Mapping[Key, Key | str]
    order: tuple[Key | str, ...]
    highlighted: frozenset[Key]
    direction: str
    theme: str | None


def shown(theory: Theory, options: Options) -> Shown:
    """Return what `options` want to be shown of `theory`; where there is no such view, the causal chain."""
    view = next((found for found in theory.of_kind("view") if found.id == options.view), None)
    chosen = selection.shown(theory, view)
    ends = {end for link in chosen.links for end in (*link.sources, link.target)}
    elements = tuple(
        element
        for key, element in theory.elements.items()
        if key in chosen.elements and (element.kind in STEPS or key in ends) and element.kind in KINDS
    )
    drawn = {element.key for element in elements}
    links = tuple(link for link in chosen.links if link.target in drawn and drawn.issuperset(link.sources))
    grouping = (view.properties.word("group_by") if view else None) or PATHWAY
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
        options.theme or (view.properties.word("theme") if view else None),
    )


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
            group = _pathway(theory, element)
        elif grouping == ACTOR:
            group = next(iter(actors_of(element)), None)
        elif grouping in {LEVEL, SPHERE}:
            group = element.properties.word(grouping)
        if group is not None:
            found[element.key] = group
    return found


def actors_of(element: Element) -> tuple[Key, ...]:
    """Return the actors of an element: who leads it, who does it, and whose change it is."""
    named = (key for name in ("lead", "by", "of") for key in element.properties.refs(name))
    return tuple(dict.fromkeys(named))


def _pathway(theory: Theory, element: Element) -> Key | None:
    """The pathway it is nested in, directly or within a strategy there."""
    parent = theory.elements.get(element.parent) if element.parent else None
    while parent is not None and parent.kind != "pathway":
        parent = theory.elements.get(parent.parent) if parent.parent else None
    return parent.key if parent else None
