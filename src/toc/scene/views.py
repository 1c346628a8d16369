"""The views that every theory has without declaring any: made here as though somebody had written them."""

from collections.abc import Iterator, Mapping

from toc.messages import LANGUAGES, Message, Words, _, show
from toc.model.elements import Element, Key, Label, Properties, Property, Selection, Text, Word
from toc.model.queries import downstream
from toc.model.selection import causal_chain
from toc.model.theory import Theory
from toc.scene import marks
from toc.scene.values import label_in

OVERVIEW, LEVERAGE, ACTORS, PLAN = "overview", "leverage", "actors", "plan"
# What they are called where somebody asks for one.
NAMES: Mapping[str, Words] = {
    OVERVIEW: Words("overview", "ensemble"),
    LEVERAGE: Words("leverage", "leviers"),
    ACTORS: Words("actors", "acteurs"),
    PLAN: Words("plan", "plan"),
}
ROLE, SECTOR = "role", "sector"
_TITLES: Mapping[str, Message] = {
    OVERVIEW: _("Overview"),
    LEVERAGE: _("Where the leverage is"),
    ACTORS: _("The actors and their roles"),
    PLAN: _("The action plan"),
}
# What is drawn on the map of leverage: little else, so that the widths of links can be read.
_MARKS: Mapping[str, tuple[str, ...]] = {LEVERAGE: (marks.LEVERAGE, marks.CONTRIBUTION, marks.DRAFT)}


def view_named(theory: Theory, name: str | None) -> Element | None:
    """Return the view that `name` means: one declared, a standing one, or that of a pathway or an actor.

    None where it means none, and where no name is given.
    """
    if name is None:
        return None
    declared = {found.id: found for found in theory.of_kind("view", "pathway", "actor")[::-1]}
    standing = standing_named(name)
    element = declared.get(name)
    if element is not None and element.kind == "view":
        return element
    if standing is not None:
        return _standing(standing)
    if element is None:
        return None
    return _of_pathway(theory, element) if element.kind == "pathway" else _of_actor(theory, element)


def standing_named(name: str) -> str | None:
    """Return the standing view that has this name in one of the languages."""
    folded = name.casefold()
    return next((view for view, words in NAMES.items() if folded in {words.en, words.fr}), None)


def view_names(theory: Theory, language: str) -> tuple[str, ...]:
    """Return the names of all views: those declared, then the standing ones, one for each pathway and actor.

    An actor has one where a step of the chain is its own.
    """
    names = [found.id for found in theory.of_kind("view")]
    names += [words.fr if language == "fr" else words.en for words in NAMES.values()]
    names += [pathway.id for pathway in theory.of_kind("pathway")]
    names += [actor.id for actor in theory.of_kind("actor") if any(_own(theory, actor))]
    return tuple(dict.fromkeys(names))


def is_plan(view: Element) -> bool:
    """Whether a view is the action plan, which is no picture of causes."""
    return view.key == Key("", PLAN)


def _standing(name: str) -> Element:
    properties: list[Property] = []
    if name == ACTORS:
        # Downwards, so that lanes have their titles above and are filled from there.
        downwards = Property("direction", (Word("down"),))
        properties = [_showing(Selection("kind", "actor")), Property("group_by", (Word(ROLE),)), downwards]
    if name in _MARKS:
        properties.append(Property("marks", tuple(map(Word, _MARKS[name]))))
    return _view(name, _TITLES[name], properties)


def _of_pathway(theory: Theory, pathway: Element) -> Element:
    """What stands in it, what it shares, what that leads to next, and the visions it reaches."""
    chain = causal_chain(theory)
    inside = {key for key in chain if _within(theory, theory.elements[key], pathway.key)}
    inside |= chain.intersection(pathway.properties.refs("with"))
    after = {link.target for key in inside for link in theory.outgoing.get(key, ()) if not link.feedback}
    visions = {vision.key for vision in theory.visions} & downstream(theory, inside)
    shown = [Selection("element", key) for key in sorted(inside | after | visions)]
    title = _("Pathway: {name}", name=_label(theory, pathway))
    return _view(pathway.id, title, [_showing(*shown)])


def _within(theory: Theory, element: Element, pathway: Key) -> bool:
    parent = element.parent
    while parent is not None and parent != pathway:
        parent = theory.elements[parent].parent
    return parent is not None


def _of_actor(theory: Theory, actor: Element) -> Element:
    """What it does, what that leads to, and the changes that are its own; its part is highlighted."""
    own = [Selection("element", element.key) for element in _own(theory, actor)]
    doing = [Selection("downstream_of", element.key) for element in _own(theory, actor) if element.kind == "strategy"]
    title = _("The part of {name}", name=_label(theory, actor))
    return _view(actor.id, title, [_showing(*own, *doing), Property("highlight", tuple(own))])


def _own(theory: Theory, actor: Element) -> Iterator[Element]:
    for user in theory.users.get(actor.key, ()):
        if isinstance(user, Element) and user.kind in {"strategy", "output", "outcome", "precondition"}:
            held = user.properties
            if actor.key in (*held.refs("lead"), *held.refs("by"), *held.refs("of")):
                yield user


def _label(theory: Theory, element: Element) -> Words:
    return Words(*(label_in(element.key, theory, language) for language in LANGUAGES))


def _showing(*selections: Selection) -> Property:
    return Property("show", selections)


def _view(name: str, title: Message, properties: list[Property]) -> Element:
    texts = tuple(Text(show(title, language), language) for language in LANGUAGES)
    return Element(Key("", name), "view", Label(texts), properties=Properties(tuple(properties)))
