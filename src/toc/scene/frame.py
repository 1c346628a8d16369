"""What surrounds the cards: title, reading hint, legend, margins; and the turn of the picture."""

from attrs import frozen

from toc.messages import _, plural, show
from toc.model.theory import Theory
from toc.scene import captions, marks
from toc.scene.bends import Place
from toc.scene.cards import LANE_LEADING, label_of, lane_lines
from toc.scene.draft import SIDE_TITLE, Draft
from toc.scene.headings import LEAST_WIDTH, dated, headings, placed, title_of
from toc.scene.layout import Layout, Span
from toc.scene.legend import MARGIN, legend_of
from toc.scene.options import Options
from toc.scene.scene import Box, Line, Logo, Point, Sample
from toc.scene.theme import Sign


@frozen
class Frame:
    """The canvas: its size in px, its texts, and how places of a layout become points on it."""

    width: int
    height: int
    title: str
    description: str
    headings: tuple[Line, ...]
    logo: Logo | None
    legend: tuple[Sample, ...]
    notes: tuple[Line, ...]
    direction: str
    corner: Point
    bounds: Span
    breadth: tuple[int, int]
    band: int

    def point(self, place: Place) -> Point:
        """Return where `place` is on the canvas."""
        u, v = place.u - self.bounds.u0, place.v - self.bounds.v0
        depth = self.bounds.v1 - self.bounds.v0
        across = v if self.direction in {"down", "right"} else depth - v
        x, y = (u, across) if self.direction in {"up", "down"} else (across, u)
        return Point(x + self.corner.x, y + self.corner.y)

    def box(self, span: Span) -> Box:
        """Return where `span` is on the canvas."""
        one, two = self.point(Place(span.u0, span.v0)), self.point(Place(span.u1, span.v1))
        return Box(min(one.x, two.x), min(one.y, two.y), abs(one.x - two.x), abs(one.y - two.y))

    def lane_span(self, layout: Layout, number: int) -> Span:
        """Return a lane with the band that holds its title."""
        lane = layout.lanes[number]
        return lane._replace(v0=lane.v0 - self.band)


def frame(theory: Theory, made: Draft, layout: Layout, options: Options, sign: Sign | None, language: str) -> Frame:
    """Return the frame of `layout`; `sign` is the logo that it bears."""
    band = _band(made, layout)
    bounds = _bounds(layout, band)
    upright = made.upright
    across, along = bounds.v1 - bounds.v0, bounds.u1 - bounds.u0
    content = (along, across) if upright else (across, along)
    canvas = max(LEAST_WIDTH, content[0] + 2 * MARGIN)
    title, logo = title_of(theory, language), placed(sign)
    lines, top = headings(title, _subtitle(theory, made, language), canvas, logo)
    bottom = top + content[1] + 34
    legend, end = legend_of(made, canvas, bottom, language)
    notes, end = dated(options.today, canvas, end, language)
    ends = [span.u0 for span in (*layout.lanes, *layout.cards)], [span.u1 for span in (*layout.lanes, *layout.cards)]
    return Frame(
        canvas,
        end + 34,
        title,
        _description(made, language),
        lines,
        logo,
        legend,
        notes,
        made.shown.direction,
        Point((canvas - content[0]) // 2, top),
        bounds,
        (min(ends[0], default=0), max(ends[1], default=0)),
        band,
    )


def _band(made: Draft, layout: Layout) -> int:
    """The room for lane titles, beside the strategies."""
    titled = [(group.title, lane) for group, lane in zip(made.groups, layout.lanes, strict=True) if group.title]
    if made.is_free or not titled:
        return 0
    if not made.upright:
        return SIDE_TITLE + 18
    inside = 2 * layout.chart.padding
    return 14 + LANE_LEADING * max(len(lane_lines(title, lane.u1 - lane.u0 - inside)) for title, lane in titled)


def _bounds(layout: Layout, band: int) -> Span:
    spans = [*layout.cards, *(lane._replace(v0=lane.v0 - band) for lane in layout.lanes)]
    points = [point for path in layout.paths for bend in path.bends for point in bend]
    points += [Place(gate.u + side * 14, gate.v + side * 14) for gate in layout.gates.values() for side in (-1, 1)]
    us = [one for span in spans for one in (span.u0, span.u1)] + [
        one for point in points for one in (point.u - 8, point.u + 8)
    ]
    vs = [one for span in spans for one in (span.v0, span.v1)] + [point.v for point in points]
    if layout.ceiling is not None:
        vs.append(layout.ceiling + 14)
        us += [min(us, default=0) - 26, max(us, default=0) + 26]
    return Span(min(us, default=0), min(vs, default=0), max(us, default=0), max(vs, default=0))


def _subtitle(theory: Theory, made: Draft, language: str) -> str:
    parts = [show(captions.READING[made.shown.direction], language)] if made.links else []
    if len(set(made.widths)) > 1:
        carried = marks.CONTRIBUTION in made.shown.marks
        parts.append(show(captions.CONTRIBUTION if carried else captions.WIDTH, language))
    if made.shown.view is not None and made.shown.view.label:
        parts.insert(0, label_of(made.shown.view, theory, language))
    return " · ".join(parts)


def _description(made: Draft, language: str) -> str:
    """What the picture shows, for who does not see it."""
    elements = plural("{n} element", "{n} elements", n=len(made.elements))
    links = plural("{n} link", "{n} links", n=len(made.links))
    parts = [_("{elements}, {links}", elements=elements, links=links), captions.READING[made.shown.direction]]
    titles = [group.title for group in made.groups if group.title]
    if titles:
        parts.append(_("Groups: {names}", names=titles))
    return ". ".join(show(part, language) for part in parts) + "."
