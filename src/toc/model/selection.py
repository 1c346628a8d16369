"""What a view shows: from its `show` and `hide` to the elements and links to draw."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from toc.model.elements import Element, Key, Property, Selection
from toc.model.links import Link
from toc.model.queries import downstream, upstream, within
from toc.model.theory import Theory

CHAIN = ("vision", "outcome", "precondition", "output", "strategy")


@frozen
class Shown:
    """What to draw: `elements`, the `links` between them in the theory's order, and what of it to `highlight`.

    `hidden_kinds` are the kinds hidden by their plural (`hide indicators`), for what a card would show of its own.
    """

    elements: frozenset[Key]
    links: tuple[Link, ...]
    highlight: frozenset[Key] = frozenset()
    hidden_kinds: frozenset[str] = frozenset()


def shown(theory: Theory, view: Element | None = None) -> Shown:
    """Return what `view`, or one of its steps, shows of `theory`; without one the causal chain.

    Without `show`, a view shows the causal chain and a step what its view shows.
    `hide` takes elements away; `hide links` and `hide links of x` take away links alone.
    Links are drawn where all their ends are shown. O(V + E) for each selection.
    """
    elements = _shown_elements(theory, view)
    hidden = list(_selections(view, "hide"))
    for selection in hidden:
        if selection.how not in ("links", "links_of"):
            elements -= _selected(theory, selection, shared=False)
    links = () if any(selection.how == "links" for selection in hidden) else theory.links
    apart = {selection.target for selection in hidden if selection.how == "links_of"}
    drawn = (link for link in links if elements.issuperset(link.sources) and link.target in elements)
    return Shown(
        frozenset(elements),
        tuple(link for link in drawn if link.target not in apart and apart.isdisjoint(link.sources)),
        frozenset(key for selection in _selections(view, "highlight") for key in _selected(theory, selection)),
        frozenset(str(selection.target) for selection in hidden if selection.how == "kind"),
    )


def causal_chain(theory: Theory) -> set[Key]:
    """Return visions, changes, strategies, outputs with an id, and the factors that a link names."""
    chain = {element.key for element in theory.of_kind(*CHAIN) if element.kind != "output" or element.named}
    linked = (factor.key for factor in theory.of_kind("factor") if factor.key in theory.outgoing)
    return chain.union(linked)


def _shown_elements(theory: Theory, view: Element | None) -> set[Key]:
    selections = list(_selections(view, "show"))
    if selections:
        return {key for selection in selections for key in _selected(theory, selection)}
    above = theory.elements.get(view.parent) if view is not None and view.parent is not None else None
    return set(shown(theory, above).elements) if above is not None else causal_chain(theory)


def _selections(view: Element | None, name: str) -> Iterator[Selection]:
    properties: Iterable[Property] = view.properties.all(name) if view is not None else ()
    return (value for item in properties for value in item.values if isinstance(value, Selection))


def _selected(theory: Theory, selection: Selection, shared: bool = True) -> set[Key]:
    """Return the elements that one selection means; without `shared`, a pathway without what it shares with others."""
    target = selection.target
    if not isinstance(target, Key):
        return set(_selected_by_word(theory, selection.how, target, shared))
    match selection.how:
        case "links_of":
            ends = (*theory.incoming.get(target, ()), *theory.outgoing.get(target, ()))
            return {target, *_ends(ends)}
        case "upstream_of":
            return upstream(theory, [target])
        case "downstream_of":
            return downstream(theory, [target])
        case "within":
            return within(theory, target, selection.distance)
        case "by":
            return {user.key for user in _users(theory, target) if target in _acting(user)}
    return set(_with_members(theory, theory.elements[target], shared))


def _selected_by_word(theory: Theory, how: str, word: str, shared: bool) -> Iterator[Key]:
    if how == "links":
        yield from _ends(theory.links)
    elif how == "kind":
        for element in theory.of_kind(word):
            yield from _with_members(theory, element, shared)
    else:
        for element in theory.elements.values():
            if word in element.properties.words("tags"):
                yield from _with_members(theory, element, shared)


def _with_members(theory: Theory, element: Element, shared: bool) -> Iterator[Key]:
    """Yield an element; for a pathway also what stands in it and what it shares with another, as far as it is drawn."""
    yield element.key
    if element.kind == "pathway":
        yield from element.properties.refs("with") if shared else ()
        yield from (
            child.key
            for child in theory.children.get(element.key, ())
            if child.kind in CHAIN or child.key in theory.outgoing
        )


def _users(theory: Theory, key: Key) -> Iterator[Element]:
    return (user for user in theory.users.get(key, ()) if isinstance(user, Element))


def _acting(element: Element) -> tuple[Key, ...]:
    return (*element.properties.refs("by"), *element.properties.refs("lead"))


def _ends(links: Iterable[Link]) -> Iterator[Key]:
    return (end for link in links for end in (*link.sources, link.target))
