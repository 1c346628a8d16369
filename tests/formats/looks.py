"""What the tests of formats share: labels that nobody should write, and scenes to draw."""

from typing import Any

from attrs import evolve
from scene.theories import canteens, element, link, theory

from toc.model.theory import Theory
from toc.scene.compose import compose
from toc.scene.options import Options
from toc.scene.scene import Scene, Step

HOSTILE = [
    '"]; end',
    "%%{init: {}}%% `**markdown**` $$x$$",
    "<script>alert(1)</script>",
    "<b>&amp;</b> #quot; ]]>",
    "back\\slash \\N \\l (paren",
    "\ufffe\x00\x1b\x0b\ud800",
    "漢字 🌱 العربية",
    "word" * 80,
    "sentence after sentence " * 60,
    "",
]


def scene_of(model: Theory | None = None, **options: Any) -> Scene:
    """Return the scene of a model, the canteens where none is given."""
    return compose(model or canteens(), Options(**options))


def on_paper(paper: str, **options: Any) -> Scene:
    """Return the canteens, meant for a size of paper."""
    return evolve(scene_of(**options), paper=paper)


def hostile(label: str) -> Theory:
    """Return a theory in which everything that can be named has that label."""
    elements = [element("pathway", "p", label), element("outcome", "a", label, "p"), element("strategy", "s", label)]
    links = [link("s & a", "v", strength="weak", because=label), link("s", "a", "hinders", uncertain=True)]
    return theory([*elements, element("vision", "v", label)], links, label)


def told(scene: Scene) -> Scene:
    """Return a scene told in two steps: the vision alone, then all but the first strategy."""
    visions = frozenset(card.id for card in scene.cards if card.shape == "banner")
    last = next(card.id for card in reversed(scene.cards) if card.kind == "strategy")
    cards = frozenset(card.id for card in scene.cards) - {last}
    links = frozenset(each.id for each in scene.links)
    steps = (Step("First the vision", visions, frozenset(), visions), Step("Then the rest", cards, links))
    return evolve(scene, steps=steps)
