"""A scene as SVG: one self-contained file, safe for drawing programs, read aloud in a sensible order.

Everything a model can say passes through `escaped`, so nothing in it is ever markup.
"""

from base64 import b64encode
from collections.abc import Iterator
from functools import cache

from toc.messages import show
from toc.scene import shapes
from toc.scene.captions import ELEMENTS, LINKS
from toc.scene.measure import BOLD, FONTS, REGULAR
from toc.scene.page import Page
from toc.scene.scene import Box, Card, Curve, Lane, Link, Logo, Mark, Point, Scene
from toc.scene.shapes import Area, Disc, Lettering, Rect, Shape
from toc.scene.stacking import stacked
from toc.scene.strokes import Polygon, Trace
from toc.scene.theme import INTER, Font

FAMILY = "Inter"
FALLBACK = "'Inter','Helvetica Neue',Arial,sans-serif"
# Control characters, halves of surrogate pairs and non-characters: no XML can hold them, and nobody can read them.
UNREADABLE = frozenset((*range(0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)) - {9, 10, 13}
_ESCAPES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;", ord("'"): "&#39;"}
_MARKUP = dict.fromkeys(UNREADABLE, "\ufffd") | _ESCAPES


def draw(scene: Scene, *, fonts: bool = True, page: Page | None = None) -> str:
    """Return `scene` as SVG, on `page` where one is given; without `fonts`, whoever reads it must have Inter."""
    view = page.view if page else Box(0, 0, scene.width, scene.height)
    size = (f"{page.width:g}mm", f"{page.height:g}mm") if page else (f"{scene.width}", f"{scene.height}")
    parts = [
        _opening(scene, fonts, size, view),
        drawn(shapes.of_paper(scene, view), ' class="paper"'),
        *([drawn(scene.logo)] if scene.logo else []),
        '<g class="headings">\n',
        *map(drawn, shapes.of_lines(scene, scene.headings)),
        "</g>\n",
        '<g class="lanes" aria-hidden="true">\n',
        *(_lane(scene, lane) for lane in scene.lanes),
        *(drawn(shapes.of_rule(scene, rule)) for rule in scene.rules),
        "</g>\n",
        *(
            [drawn(shapes.of_ceiling(scene, scene.ceiling), ' class="ceiling" aria-hidden="true"')]
            if scene.ceiling
            else []
        ),
        f'<g class="cards" role="group" aria-label="{escaped(show(ELEMENTS, scene.language))}">\n',
        *(_card(scene, card) for card in scene.cards),
        "</g>\n",
        f'<g class="links" role="group" aria-label="{escaped(show(LINKS, scene.language))}">\n',
        *(_link(scene, link) for link in stacked(scene.links)),
        "</g>\n",
        *(map(drawn, shapes.of_ceiling_label(scene, scene.ceiling)) if scene.ceiling else []),
        *_legend(scene),
        *map(drawn, shapes.of_lines(scene, scene.notes)),
        "</svg>\n",
    ]
    return "".join(parts)


def escaped(text: str) -> str:
    """Return `text` for an attribute or an element's content; what XML forbids becomes U+FFFD."""
    return text.translate(_MARKUP)


def _opening(scene: Scene, fonts: bool, dimensions: tuple[str, str], view: Box) -> str:
    look = scene.theme
    wide, high = dimensions
    size = f'width="{wide}" height="{high}" viewBox="{view.x} {view.y} {view.width} {view.height}"'
    start, end = look.roles["vision.from"], look.roles["vision.to"]
    style = f"<style>{font_faces(look.font)}</style>\n" if fonts else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="graphics-document document" '
        f'lang="{escaped(scene.language)}" xml:lang="{escaped(scene.language)}" aria-labelledby="title desc" '
        f'font-family="{family_of(look.font)}">\n'
        f'<title id="title">{escaped(scene.title)}</title>\n<desc id="desc">{escaped(scene.description)}</desc>\n'
        f"{style}"
        f'<defs><linearGradient id="vision" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="{start}"/>'
        f'<stop offset="1" stop-color="{end}"/></linearGradient></defs>\n'
    )


def family_of(font: Font) -> str:
    """Return the families to set text in, for a style sheet: the picture's own font first, if it has one."""
    return FALLBACK if font.regular is None else f"'{font.family}',{FALLBACK}"


@cache
def font_faces(font: Font = INTER) -> str:
    """Return the style that brings the fonts of a picture along."""
    found = []
    for weight, number, own in ((REGULAR, 400, font.regular), (BOLD, 600, font.bold or font.regular)):
        family, mime, form, data = font.family, "font/sfnt", "opentype", own
        if data is None:
            family, mime, form, data = FAMILY, "font/woff2", "woff2", (FONTS / f"Inter-{weight}.woff2").read_bytes()
        found.append(
            f"@font-face{{font-family:'{family}';font-weight:{number};"
            f"src:url(data:{mime};base64,{b64encode(data).decode()}) format('{form}')}}"
        )
    return f"{''.join(found)}text{{font-kerning:none}}"


def drawn(shape: Shape, more: str = "") -> str:
    """Return a shape as SVG; `more` are attributes besides its own."""
    match shape:
        case Rect(box, corner, fill, stroke, wide, dashes):
            size = f'x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" rx="{corner}"'
            return f"<rect{more} {size} {_paint(fill, stroke, wide, dashes)}/>\n"
        case Disc(at, radius, fill, stroke, wide):
            return f'<circle{more} cx="{at.x}" cy="{at.y}" r="{radius}" {_paint(fill, stroke, wide)}/>\n'
        case Trace(start, curves, ink, wide, dashes):
            return f'<path{more} d="{_path(start, curves)}" {_paint("", ink, wide, dashes)}/>\n'
        case Polygon(points, fill, stroke, wide):
            ends = "L".join(f"{point.x} {point.y}" for point in points)
            joints = ' stroke-linejoin="round"' if fill and stroke else ""
            return f'<path{more} d="M{ends}{"Z" if fill else ""}" {_paint(fill, stroke, wide)}{joints}/>\n'
        case Area(start, bends, fill):
            ways = "".join("C" + " ".join(f"{x:g} {y:g}" for x, y in bend) for bend in bends)
            return f'<path{more} d="M{start[0]:g} {start[1]:g}{ways}Z" {_paint(fill)}/>\n'
        case Logo(data, mime, box):
            place = f'x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}"'
            return f'<image{more} {place} href="data:{escaped(mime)};base64,{b64encode(data).decode()}"/>\n'
        case Lettering():
            return _text(shape, more)


def _paint(fill: str, stroke: str = "", wide: float = 0.0, dashes: tuple[int, ...] = ()) -> str:
    paint = "url(#vision)" if fill == shapes.VISION else fill or "none"
    edge = f' stroke="{stroke}" stroke-width="{wide:g}"' if stroke else ""
    gaps = f' stroke-dasharray="{" ".join(map(str, dashes))}"' if dashes else ""
    return f'fill="{paint}"{edge}{gaps}'


def _text(lettering: Lettering, more: str) -> str:
    line, ink = lettering
    if line.bold:
        more += ' font-weight="600"'
    if line.anchor != "start":
        more += f' text-anchor="{line.anchor}"'
    if line.tracking:
        more += f' letter-spacing="{line.tracking:g}"'
    place = f'x="{line.at.x}" y="{line.at.y}" font-size="{line.size:g}"'
    return f'<text {place}{more} fill="{ink}">{escaped(line.text)}</text>\n'


def _silent(shape: Shape) -> str:
    """A shape whose text is not read aloud: its group says it."""
    return drawn(shape, ' aria-hidden="true"' if isinstance(shape, Lettering) else "")


def _lane(scene: Scene, lane: Lane) -> str:
    key = f' data-id="{escaped(lane.key.id)}"' if lane.key else ""
    inside = "".join(map(drawn, shapes.of_lane(scene, lane)))
    return f'<g id="{lane.id}" class="lane"{key}>\n{inside}</g>\n'


def _card(scene: Scene, card: Card) -> str:
    data = [f'id="{escaped(card.id)}"', f'class="card {card.shape}"', f'data-kind="{escaped(card.kind)}"']
    if card.key:
        data.append(f'data-id="{escaped(card.key.id)}"')
    if card.level:
        data.append(f'data-level="{escaped(card.level)}"')
    if card.actors:
        data.append(f'data-actor="{escaped(" ".join(card.actors))}"')
    if card.lane is not None:
        data.append(f'data-lane="lane-{card.lane + 1}"')
    return (
        f'<g {" ".join(data)} role="graphics-symbol" aria-label="{escaped(card.says)}">\n'
        f"<title>{escaped(card.title)}</title>\n"
        + "".join(map(_silent, shapes.of_card(scene, card)))
        + "".join(_mark(scene, mark) for mark in card.marks)
        + "</g>\n"
    )


def _mark(scene: Scene, mark: Mark) -> str:
    inside = "".join(map(_silent, shapes.of_mark(scene, mark)))
    return (
        f'<g class="mark {escaped(mark.name)}" role="graphics-symbol" aria-label="{escaped(mark.says)}">\n'
        f"<title>{escaped(mark.says)}</title>\n{inside}</g>\n"
    )


def _link(scene: Scene, link: Link) -> str:
    data = [
        f'id="{escaped(link.id)}"',
        f'class="link {link.verb}{" feedback" if link.feedback else ""}{" uncertain" if link.uncertain else ""}"',
        f'data-from="{escaped(link.source)}"',
        f'data-to="{escaped(link.target)}"',
        f'data-verb="{link.verb}"',
    ]
    if link.strength:
        data.append(f'data-strength="{escaped(link.strength)}"')
    why = f"<desc>{escaped(link.why)}</desc>\n" if link.why else ""
    return (
        f'<g {" ".join(data)} role="graphics-symbol" aria-label="{escaped(link.title)}">\n'
        f"<title>{escaped(link.title)}</title>\n{why}"
        + "".join(map(_silent, shapes.of_link(scene, link)))
        + "".join(_mark(scene, mark) for mark in link.marks)
        + "</g>\n"
    )


def _path(start: Point, curves: tuple[Curve, ...]) -> str:
    parts, at = [f"M{start.x} {start.y}"], start
    for one, two, end in curves:
        if at.x == one.x == two.x == end.x:
            parts.append(f"V{end.y}")
        elif at.y == one.y == two.y == end.y:
            parts.append(f"H{end.x}")
        else:
            parts.append(f"C{one.x} {one.y} {two.x} {two.y} {end.x} {end.y}")
        at = end
    return "".join(parts)


def _legend(scene: Scene) -> Iterator[str]:
    if scene.legend:
        yield '<g class="legend">\n'
        for sample in scene.legend:
            yield f'<g aria-hidden="true">{"".join(map(_silent, shapes.of_sample(scene, sample)))}</g>\n'
            yield from map(drawn, shapes.of_lines(scene, (sample.line,)))
        yield "</g>\n"
