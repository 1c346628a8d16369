"""The links and gates of a scene."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from toc.messages import show
from toc.model.elements import Key, Quantity, Word
from toc.model.links import Link as Meant
from toc.model.theory import Theory
from toc.scene import captions, marks
from toc.scene.draft import Draft
from toc.scene.frame import Frame
from toc.scene.layout import GATE_RADIUS, Layout, Path, Place, Span
from toc.scene.scene import Badge, Card, Curve, Line, Link, Point
from toc.scene.signs import on_link, places_along
from toc.scene.strokes import ENDS
from toc.scene.values import label_in

FEEDBACK_SIGN, UNCERTAIN_SIGN = "↺", "?"


def lines_of(
    theory: Theory,
    made: Draft,
    layout: Layout,
    around: Frame,
    ids: Sequence[str],
    hues: Sequence[str],
    rank: Mapping[int | None, int],
    language: str,
) -> tuple[tuple[Card, ...], tuple[Link, ...]]:
    """Return the gates, as cards, and the links, in the order in which they are read."""
    labels = {element.key: saying.label for element, saying in zip(made.elements, made.sayings, strict=True)}
    sentences = [_sentence(labels, link, language) for link in made.links]
    arcs = made.chart.arcs
    order = sorted(
        range(len(layout.paths)),
        key=lambda at: (
            rank[layout.paths[at].part.target],
            layout.paths[at].part.arc,
            rank.get(layout.paths[at].part.source, -1),
        ),
    )
    gates = {arc: f"gate-{number + 1}" for number, arc in enumerate(sorted(layout.gates))}
    seen: dict[str, int] = {}
    links = []
    for at in order:
        path = layout.paths[at]
        part = path.part
        source = gates[part.arc] if part.source is None else ids[part.source]
        gated = len(arcs[part.arc].sources) > 1
        target = gates[part.arc] if gated and part.source is not None else ids[part.target]
        name = f"link-{source.removeprefix('card-')}--{target.removeprefix('card-')}"
        seen[name] = seen.get(name, 0) + 1
        unique = name if seen[name] == 1 else f"{name}.{seen[name]}"
        hue = hues[arcs[part.arc].sources[0] if part.source is None else part.source]
        links.append(
            _link(theory, made, path, around, (unique, source, target, hue), sentences[part.arc], gated, language)
        )
    cards = tuple(_gate(made, layout, around, arc, name, hues, sentences) for arc, name in gates.items())
    return cards, tuple(links)


def _sentence(labels: Mapping[Key, str], link: Meant, language: str) -> str:
    return show(captions.sentence(link, [labels[key] for key in link.sources], labels[link.target]), language)


def _link(
    theory: Theory,
    made: Draft,
    path: Path,
    around: Frame,
    names: tuple[str, str, str, str],
    title: str,
    gated: bool,
    language: str,
) -> Link:
    link, start = made.links[path.part.arc], around.point(path.start)
    curves = tuple(Curve(*(around.point(place) for place in bend)) for bend in path.bends)
    into_gate = gated and path.part.source is not None
    origin, ahead = around.point(Place(0, 0)), around.point(Place(0, path.part.heading))
    because = link.properties.text("because").in_language(language, theory.languages[0] if theory.languages else None)
    unique, source, target, hue = names
    from_gate = gated and path.part.source is None
    signs = _Signs() if from_gate else _signs(link, theory, made.shown.marks, language)
    places = places_along(start, curves, signs.number) if signs.number else []
    return Link(
        unique,
        source,
        target,
        (*link.sources, link.target),
        link.verb,
        made.widths[path.part.arc],
        hue,
        start,
        curves,
        "none" if into_gate else ENDS[link.verb],
        around.point(path.tip),
        Point(ahead.x - origin.x, ahead.y - origin.y),
        title,
        because.value if because else "",
        _strength(link),
        link.feedback,
        link.uncertain,
        tuple(map(Badge, signs.badges, places)),
        tuple(on_link(signs.evidence, signs.founded, signs.assuming, places[len(signs.badges) :], f"link:{hue}")),
    )


def _strength(link: Meant) -> str:
    match link.strength:
        case Word(concept):
            return concept
        case Quantity(value):
            return f"{value:g}"
        case None:
            return ""
        case other:
            return f"{getattr(other.low, 'value', '')}..{getattr(other.high, 'value', '')}"


class _Signs(NamedTuple):
    """The signs of a link: its badges, the sort of its evidence, and what its other signs say aloud."""

    badges: tuple[str, ...] = ()
    evidence: str = ""
    founded: str = ""
    assuming: str = ""

    @property
    def number(self) -> int:
        """How many there are."""
        return len(self.badges) + bool(self.founded) + bool(self.assuming)


def _signs(link: Meant, theory: Theory, wanted: frozenset[str], language: str) -> _Signs:
    badges = tuple(sign for sign, there in ((FEEDBACK_SIGN, link.feedback), (UNCERTAIN_SIGN, link.uncertain)) if there)
    if not link.properties.items:
        return _Signs(badges)
    evidence = marks.evidence_of(link) if marks.EVIDENCE in wanted else ""
    founded = marks.evidence_says(link.properties.words("evidence"), language) if evidence else ""
    assumed = link.properties.refs("assuming") if marks.ASSUMPTION in wanted else ()
    labels = [label_in(key, theory, language) for key in assumed]
    return _Signs(badges, evidence, founded, marks.assumptions_say(labels, language) if labels else "")


def _gate(
    made: Draft,
    layout: Layout,
    around: Frame,
    arc: int,
    name: str,
    hues: Sequence[str],
    sentences: Sequence[str],
) -> Card:
    gate = layout.gates[arc]
    box = around.box(Span(gate.u - GATE_RADIUS, gate.v - GATE_RADIUS, gate.u + GATE_RADIUS, gate.v + GATE_RADIUS))
    hue = hues[made.chart.arcs[arc].sources[0]]
    at = Point(box.x + GATE_RADIUS, box.y + GATE_RADIUS + 3)
    line = Line(captions.TOGETHER_SIGN, at, 9.5, f"line:{hue}", True, "middle")
    lane = made.chart.lanes[made.chart.arcs[arc].target]
    inside = lane if lane >= 0 and not made.is_free and made.groups[lane].group is not None else None
    return Card(name, None, "gate", "gate", box, hue, (line,), sentences[arc], sentences[arc], inside)
