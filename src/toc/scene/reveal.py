"""A picture told step by step."""

from collections.abc import Iterable

from toc.messages import Message, _, show
from toc.scene.captions import OUR_VISION
from toc.scene.scene import Card, Scene, Step

# What the cards of a level are called together.
LEVELS: dict[str, Message] = {
    "vision": OUR_VISION,
    "outcome": _("Outcomes"),
    "precondition": _("Preconditions"),
    "output": _("Outputs"),
    "strategy": _("Strategies"),
    "factor": _("Factors"),
    "assumption": _("Assumptions"),
    "risk": _("Risks"),
}


def steps_of(scene: Scene) -> tuple[Step, ...]:
    """Return the steps of the picture; where its view has none, one for each level, from the vision down.

    A picture of a single level has no steps.
    """
    if scene.steps:
        return scene.steps
    levels = _levels(scene)
    if len(levels) < 2:
        return ()
    found = []
    shown: set[str] = set()
    for level in levels:
        shown.update(card.id for card in level)
        seen = shown | _gates(scene, shown)
        links = frozenset(link.id for link in scene.links if link.source in seen and link.target in seen)
        found.append(Step(_title(scene, level), frozenset(seen), links))
    return tuple(found)


def _levels(scene: Scene) -> list[list[Card]]:
    """The cards in rows as they are drawn, the vision's first: a card begins a row where none before reaches it."""
    cards = [card for card in scene.cards if card.shape != "gate"]
    along = [(*_extent(scene, card), at, card) for at, card in enumerate(cards)]
    rows: list[list[Card]] = []
    edge: int | None = None
    for start, end, _at, card in sorted(along, key=lambda item: item[:3]):
        if edge is None or start >= edge:
            rows.append([])
            edge = end
        edge = min(edge, end)
        rows[-1].append(card)
    return rows


def _extent(scene: Scene, card: Card) -> tuple[int, int]:
    """From where to where a card reaches, measured from the side of the visions."""
    box = card.box
    match scene.direction:
        case "down":
            return scene.height - box.bottom, scene.height - box.y
        case "right":
            return scene.width - box.right, scene.width - box.x
        case "left":
            return box.x, box.right
    return box.y, box.bottom


def _gates(scene: Scene, shown: Iterable[str]) -> set[str]:
    """The gates all of whose causes and whose effect are shown."""
    seen = set(shown)
    gates = {card.id for card in scene.cards if card.shape == "gate"}
    open_gates = {
        gate
        for link in scene.links
        for gate in {link.source, link.target} & gates
        if {link.source, link.target} - gates - seen
    }
    return gates - open_gates


def _title(scene: Scene, level: Iterable[Card]) -> str:
    kinds = dict.fromkeys(card.kind for card in level)
    return " · ".join(show(LEVELS[kind], scene.language) if kind in LEVELS else kind for kind in kinds)
