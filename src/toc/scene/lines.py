"""The links and gates of a scene."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from attrs import evolve

from toc.messages import show
from toc.model.elements import Key, Quantity, Word
from toc.model.links import Link as Meant
from toc.model.theory import Theory
from toc.scene import captions, marks
from toc.scene.bends import Place
from toc.scene.ceiling import ceiling_ends
from toc.scene.draft import Draft
from toc.scene.frame import Frame
from toc.scene.layout import GATE_RADIUS, Layout, Path, Span
from toc.scene.scene import Badge, Card, Curve, Line, Link, Point
from toc.scene.sign_places import Signed, sign_places
from toc.scene.signs import on_link
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
    order = sorted(
        range(len(layout.paths)),
        key=lambda at: (
            rank[layout.paths[at].part.target],
            layout.paths[at].part.arc,
            rank.get(layout.paths[at].part.source, -1),
        ),
    )
    gates = {arc: f"gate-{number + 1}" for number, arc in enumerate(sorted(layout.gates))}
    paths = [layout.paths[at] for at in order]
    signs = [_path_signs(theory, made, path, language) for path in paths]
    lines = [_line(path, around, said) for path, said in zip(paths, signs, strict=True)]
    places = sign_places(lines, ceiling_ends(layout, around))
    names = _names(made, paths, ids, gates, hues)
    links = [
        _link(theory, made, path, around, named, sentences[path.part.arc], _Drawn(line, said, at.places), language)
        for path, named, line, said, at in zip(paths, names, lines, signs, places, strict=True)
    ]
    links = [
        evolve(link, on=tuple(links[other].id for other in sorted(at.on))) if at.on else link
        for link, at in zip(links, places, strict=True)
    ]
    cards = tuple(_gate(made, layout, around, arc, name, hues, sentences) for arc, name in gates.items())
    return cards, tuple(links)


class _Names(NamedTuple):
    """What a link is called, from where to where it runs, and its hue."""

    unique: str
    source: str
    target: str
    hue: str


def _names(
    made: Draft, paths: Sequence[Path], ids: Sequence[str], gates: Mapping[int, str], hues: Sequence[str]
) -> Iterator[_Names]:
    seen: dict[str, int] = {}
    for path in paths:
        part, arc = path.part, made.chart.arcs[path.part.arc]
        source = gates[part.arc] if part.source is None else ids[part.source]
        target = gates[part.arc] if len(arc.sources) > 1 and part.source is not None else ids[part.target]
        name = f"link-{source.removeprefix('card-')}--{target.removeprefix('card-')}"
        seen[name] = seen.get(name, 0) + 1
        unique = name if seen[name] == 1 else f"{name}.{seen[name]}"
        yield _Names(unique, source, target, hues[arc.sources[0] if part.source is None else part.source])


def _line(path: Path, around: Frame, signs: "_Signs") -> Signed:
    curves = tuple(Curve(*(around.point(place) for place in bend)) for bend in path.bends)
    return Signed(around.point(path.start), curves, signs.number)


def _sentence(labels: Mapping[Key, str], link: Meant, language: str) -> str:
    return show(captions.sentence(link, [labels[key] for key in link.sources], labels[link.target]), language)


def _link(
    theory: Theory,
    made: Draft,
    path: Path,
    around: Frame,
    names: _Names,
    title: str,
    drawn: "_Drawn",
    language: str,
) -> Link:
    link = made.links[path.part.arc]
    into_gate = len(made.chart.arcs[path.part.arc].sources) > 1 and path.part.source is not None
    origin, ahead = around.point(Place(0, 0)), around.point(Place(0, path.part.heading))
    because = link.properties.text("because").in_language(language, theory.languages[0] if theory.languages else None)
    line, signs, places = drawn
    return Link(
        names.unique,
        names.source,
        names.target,
        (*link.sources, link.target),
        link.verb,
        made.widths[path.part.arc],
        names.hue,
        line.start,
        tuple(line.curves),
        "none" if into_gate else ENDS[link.verb],
        around.point(path.tip),
        Point(ahead.x - origin.x, ahead.y - origin.y),
        title,
        because.value if because else "",
        _strength(link),
        link.feedback,
        link.uncertain,
        tuple(map(Badge, signs.badges, places)),
        tuple(on_link(signs.evidence, signs.founded, signs.assuming, places[len(signs.badges) :], f"link:{names.hue}")),
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


class _Drawn(NamedTuple):
    """The line of a link, its signs, and where these stand."""

    line: Signed
    signs: _Signs
    places: Sequence[Point]


def _path_signs(theory: Theory, made: Draft, path: Path, language: str) -> _Signs:
    """The signs on a path; on what leaves a gate there are none, since they stand on what leads there."""
    if path.part.source is None:
        return _Signs()
    return _signs(made.links[path.part.arc], theory, made.shown.marks, language)


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
