"""The steps of a view: what is to be seen at each, as ids of cards and links."""

from collections.abc import Iterable

from attrs import evolve

from toc.model import selection
from toc.model.elements import Element, Key, Properties, Property, Selection
from toc.model.theory import Theory
from toc.scene.scene import Card, Link, Step
from toc.scene.values import text_in


def steps(
    theory: Theory, view: Element | None, cards: Iterable[Card], links: Iterable[Link], language: str
) -> tuple[Step, ...]:
    """Return the steps that `view` declares; what was once shown stays until a step hides it.

    A gate is seen with all of its causes and its effect, a link with both of its ends. O(steps (V + E)).
    """
    declared = [step for step in theory.children.get(view.key, ()) if step.kind == "step"] if view else []
    cards, links = tuple(cards), tuple(links)
    found, seen = [], set[Key]()
    for step in declared:
        seen = _seen(theory, step, seen)
        ids = {card.id for card in cards if card.key in seen}
        ends: dict[str, list[str]] = {}
        for link in links:
            ends.setdefault(link.source, []).append(link.target)
            ends.setdefault(link.target, []).append(link.source)
        ids |= {card.id for card in cards if card.shape == "gate" and ids.issuperset(ends[card.id])}
        highlight = selection.shown(theory, step).highlight
        found.append(
            Step(
                text_in(step.label, theory, language),
                frozenset(ids),
                frozenset(link.id for link in links if link.source in ids and link.target in ids),
                frozenset(card.id for card in cards if card.key in highlight),
            )
        )
    return tuple(found)


def _seen(theory: Theory, step: Element, before: set[Key]) -> set[Key]:
    """What is seen after `step`: all that its view shows where it says nothing of that."""
    shows, hides, points = (bool(step.properties.all(name)) for name in ("show", "hide", "highlight"))
    if before and hides:
        before = set(selection.shown(theory, _hiding(theory, step, before)).elements)
    if before and not shows and (hides or points):
        return before
    return before | selection.shown(theory, step).elements


def _hiding(theory: Theory, step: Element, before: set[Key]) -> Element:
    """The step as though it showed just what was seen before it."""
    # A pathway stands for what is in it, some of which may have been hidden.
    kept = (Selection("element", key) for key in sorted(before) if theory.elements[key].kind != "pathway")
    return evolve(step, properties=Properties((Property("show", tuple(kept)), *step.properties.all("hide"))))
