"""What the page's script must know of a picture, beside the picture itself."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from toc.messages import Message, show
from toc.scene.captions import FEEDBACK, KINDS, STRENGTHS, TOGETHER, UNCERTAIN, VERBS
from toc.scene.reveal import steps_of
from toc.scene.scene import Card, Link, Scene


class Arc(NamedTuple):
    """One link of the model, as it is drawn: `parts` are one for each source, and behind a gate one to the target."""

    parts: tuple[Link, ...]
    gate: str | None
    sources: tuple[str, ...]

    @property
    def last(self) -> Link:
        """The part that reaches the target: under its id the whole is known."""
        return self.parts[-1]


def data(scene: Scene) -> dict[str, Any]:
    """Return what the script must know, ready to be written as JSON: texts, places in px, and ids of the picture."""
    cards = [card for card in scene.cards if card.shape != "gate"]
    actors = {key for card in cards for key in card.actors}
    return {
        "language": scene.language,
        "title": scene.title,
        "direction": scene.direction,
        "width": scene.width,
        "height": scene.height,
        "cards": [_card(scene, card) for card in cards],
        "arcs": [_arc(scene, arc) for arc in arcs(scene)],
        "kinds": _kinds(scene, cards),
        "actors": [[key, label] for key, label in scene.actors if key in actors],
        "steps": list(_steps(scene)),
        "details": {detail.id: [list(row) for row in detail.rows] for detail in scene.details},
    }


def arcs(scene: Scene) -> list[Arc]:
    """Return the links of the model that the picture shows, those that meet in a gate as one."""
    gates = {card.id for card in scene.cards if card.shape == "gate"}
    into: dict[str, list[Link]] = {}
    for link in scene.links:
        if link.target in gates:
            into.setdefault(link.target, []).append(link)
    found = []
    for link in scene.links:
        if link.target in gates:
            continue
        parts = (*into.get(link.source, ()), link)
        gate = link.source if link.source in gates else None
        sources = tuple(part.source for part in parts[:-1]) if gate else (link.source,)
        found.append(Arc(parts, gate, sources))
    return found


def _steps(scene: Scene) -> Iterator[dict[str, Any]]:
    """The steps, each as what comes and what goes since the one before: there may be many, of many cards."""
    before: frozenset[str] = frozenset()
    for step in steps_of(scene):
        now = step.cards | step.links
        yield {
            "title": step.title,
            "comes": sorted(now - before),
            "goes": sorted(before - now),
            "points": sorted(step.highlighted),
        }
        before = now


def _card(scene: Scene, card: Card) -> dict[str, Any]:
    lanes = {int(lane.id.removeprefix("lane-")) - 1: lane for lane in scene.lanes}
    lane = lanes.get(card.lane) if card.lane is not None else None
    return {
        "id": card.id,
        "key": card.key.id if card.key else "",
        "kind": card.kind,
        "kindName": _kind(scene, card),
        "title": card.title,
        "says": card.says,
        "marks": [mark.says for mark in card.marks if mark.says],
        "box": list(card.box),
        "hue": card.hue,
        "lane": lane.title if lane else "",
        "laneId": lane.id if lane else "",
        "actors": list(card.actors),
    }


def _kind(scene: Scene, card: Card) -> str:
    message = KINDS.get(card.kind)
    return show(message, scene.language) if message else card.kind


def _kinds(scene: Scene, cards: Iterable[Card]) -> list[list[str]]:
    found = {card.kind: _kind(scene, card) for card in cards}
    order = {kind: at for at, kind in enumerate(KINDS)}
    return [[kind, found[kind]] for kind in sorted(found, key=lambda kind: (order.get(kind, len(order)), kind))]


def _arc(scene: Scene, arc: Arc) -> dict[str, Any]:
    link = arc.last
    return {
        "id": link.id,
        "parts": [part.id for part in arc.parts],
        "gate": arc.gate,
        "from": list(arc.sources),
        "to": link.target,
        "title": link.title,
        "manner": _manner(scene, arc),
        "why": link.why,
        "feedback": link.feedback,
    }


def _manner(scene: Scene, arc: Arc) -> str:
    """How it acts, in a few words: `contributes to · strong · feedback`."""
    link = arc.last
    said: list[Message | str] = [VERBS[link.verb]]
    if link.strength:
        said.append(STRENGTHS.get(link.strength, link.strength))
    wanted = ((TOGETHER, bool(arc.gate)), (FEEDBACK, link.feedback), (UNCERTAIN, link.uncertain))
    said += [message for message, holds in wanted if holds]
    return " · ".join(show(part, scene.language) if isinstance(part, Message) else part for part in said)
