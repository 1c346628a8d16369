"""A picture told step by step."""

from collections.abc import Iterable

from toc.messages import Message, _, show
from toc.scene.captions import KINDS, OUR_VISION
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

    A picture without links is told lane by lane. One of a single level or lane has no steps.
    """
    if scene.steps:
        return scene.steps
    parts = [(_title(scene, level), level) for level in _levels(scene)] if scene.links else _lanes(scene)
    if len(parts) < 2:
        return ()
    found = []
    shown: set[str] = set()
    for title, cards in parts:
        shown.update(card.id for card in cards)
        seen = shown | _gates(scene, shown)
        links = frozenset(link.id for link in scene.links if link.source in seen and link.target in seen)
        found.append(Step(title, frozenset(seen), links))
    return tuple(found)


def _lanes(scene: Scene) -> list[tuple[str, list[Card]]]:
    """The cards of each lane, in the order of the lanes as they are drawn; last those that stand in none."""
    titles = {lane.id: lane.title for lane in sorted(scene.lanes, key=lambda lane: (lane.box.y, lane.box.x))}
    found: dict[str, list[Card]] = {name: [] for name in titles}
    rest: list[Card] = []
    for card in scene.cards:
        inside = found.get(f"lane-{card.lane + 1}") if card.lane is not None else None
        (rest if inside is None else inside).append(card)
    parts = [(titles[name], cards) for name, cards in found.items() if cards]
    return [*parts, (_title(scene, rest), rest)] if rest else parts


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
    return " · ".join(show(LEVELS.get(kind) or KINDS[kind], scene.language) for kind in kinds if kind in KINDS)
