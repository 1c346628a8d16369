"""What a view shows: its selections as elements of the model."""

from collections.abc import Iterator

from toc.model.elements import STEPS, Element, Key, Selection
from toc.model.queries import downstream, upstream
from toc.model.theory import Theory


def selected(theory: Theory, view: Element) -> frozenset[Key]:
    """Return the keys of the causal steps that `view` shows, with those that its own steps add to them.

    A view that does not say what to show shows everything; what it hides is taken away in the end.
    """
    parts = [view, *(step for step in theory.children.get(view.key, ()) if step.kind == "step")]
    steps = frozenset(element.key for element in theory.of_kind(*STEPS))
    asked = [selection for part in parts for selection in _selections(part, "show")]
    hidden = [selection for part in parts for selection in _selections(part, "hide")]
    found = frozenset(key for selection in asked for key in _meant(theory, selection)) if asked else steps
    return (found & steps) - {key for selection in hidden for key in _meant(theory, selection)}


def _selections(part: Element, name: str) -> Iterator[Selection]:
    for stated in part.properties.all(name):
        yield from (value for value in stated.values if isinstance(value, Selection))


def _meant(theory: Theory, selection: Selection) -> Iterator[Key]:
    target = selection.target
    if isinstance(target, Key):
        yield from _around(theory, selection.how, target, selection.distance)
    elif selection.how == "kind":
        for element in theory.of_kind(target):
            yield from _with_members(theory, element.key)
    elif selection.how == "tagged":
        yield from (key for key, element in theory.elements.items() if target in element.properties.words("tags"))


def _around(theory: Theory, how: str, key: Key, distance: int) -> Iterator[Key]:
    if how == "upstream_of":
        yield from upstream(theory, [key])
    elif how == "downstream_of":
        yield from downstream(theory, [key])
    elif how == "links_of":
        yield from _near(theory, key, 1)
    elif how == "within":
        yield from _near(theory, key, distance)
    elif how == "by":
        for user in theory.users.get(key, ()):
            if isinstance(user, Element) and key in (*user.properties.refs("by"), *user.properties.refs("lead")):
                yield user.key
    else:
        yield from _with_members(theory, key)


def _near(theory: Theory, key: Key, distance: int) -> set[Key]:
    """Return what lies at most `distance` links from `key`, whichever way they point."""
    found = {key}
    frontier = [key]
    for _step in range(distance):
        links = [link for each in frontier for link in (*theory.incoming.get(each, ()), *theory.outgoing.get(each, ()))]
        ends = dict.fromkeys(end for link in links for end in (*link.sources, link.target))
        frontier = [end for end in ends if end not in found]
        found.update(frontier)
    return found


def _with_members(theory: Theory, key: Key) -> Iterator[Key]:
    yield key
    if theory.elements[key].kind == "pathway":
        yield from theory.elements[key].properties.refs("with")
        yield from (child.key for child in theory.children.get(key, ()))
