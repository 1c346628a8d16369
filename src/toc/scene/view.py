"""What is shown, and in which manner: what the view says, and what the options say over it."""

from collections.abc import Mapping

from attrs import frozen

from toc.model.elements import STEPS, Element, Key
from toc.model.links import Link
from toc.model.theory import Theory
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
    """Return what `options` want to be shown of `theory`; a view of an unknown name shows everything."""
    view = next((found for found in theory.of_kind("view") if found.id == options.view), None)
    elements = tuple(element for element in _chosen(theory, view) if not (options.public and _private(theory, element)))
    drawn = {element.key for element in elements}
    links = tuple(
        link
        for link in theory.links
        if link.target in drawn and drawn.issuperset(link.sources) and not (options.public and _hidden(link))
    )
    grouping = (view.properties.word("group_by") if view else None) or PATHWAY
    direction = options.direction or (view.properties.word("direction") if view else None)
    return Shown(
        view,
        elements,
        links,
        grouping,
        _groups(theory, elements, grouping),
        _order(view),
        frozenset(view.properties.refs("highlight")) if view else frozenset(),
        direction if direction in DIRECTIONS else "up",
        options.theme or (view.properties.word("theme") if view else None),
    )


def _chosen(theory: Theory, view: Element | None) -> tuple[Element, ...]:
    return tuple(theory.of_kind(*STEPS))


def _private(theory: Theory, element: Element) -> bool:
    """Whether it is private, or stands in something private."""
    found: Element | None = element
    while found is not None:
        if found.private:
            return True
        found = theory.elements.get(found.parent) if found.parent else None
    return False


def _hidden(link: Link) -> bool:
    return "private" in link.properties


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
            group = next(iter((*element.properties.refs("lead"), *element.properties.refs("by"),
                               *element.properties.refs("of"))), None)
        elif grouping in {LEVEL, SPHERE}:
            group = element.properties.word(grouping)
        if group is not None:
            found[element.key] = group
    return found


def _pathway(theory: Theory, element: Element) -> Key | None:
    """The pathway it is nested in, directly or within a strategy there."""
    parent = theory.elements.get(element.parent) if element.parent else None
    while parent is not None and parent.kind != "pathway":
        parent = theory.elements.get(parent.parent) if parent.parent else None
    return parent.key if parent else None
