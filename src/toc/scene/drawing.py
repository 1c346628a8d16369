"""A scene as SVG: one self-contained file, safe for drawing programs, read aloud in a sensible order.

Everything a model can say passes through `escaped`, so nothing in it is ever markup.
"""

from base64 import b64encode
from collections.abc import Iterator
from functools import cache

from toc.messages import show
from toc.scene.captions import ELEMENTS, LINKS, TOGETHER_SIGN
from toc.scene.measure import BOLD, FONTS, REGULAR
from toc.scene.scene import Box, Card, Ceiling, Curve, Lane, Line, Link, Point, Sample, Scene
from toc.scene.strokes import ENDS, ending, stroke
from toc.scene.theme import NEUTRAL

FAMILY = "Inter"
FALLBACK = "'Inter','Helvetica Neue',Arial,sans-serif"
CORNER = 13
LANE_CORNER = 16
# Control characters, halves of surrogate pairs and non-characters: no XML can hold them, and nobody can read them.
UNREADABLE = frozenset((*range(0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)) - {9, 10, 13}
_ESCAPES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;", ord("'"): "&#39;"}
_MARKUP = dict.fromkeys(UNREADABLE, "\ufffd") | _ESCAPES


def draw(scene: Scene, *, fonts: bool = True) -> str:
    """Return `scene` as SVG; without `fonts`, whoever reads it must have Inter."""
    parts = [
        _opening(scene, fonts),
        _paper(scene),
        '<g class="headings">\n',
        *(_line(scene, line) for line in scene.headings),
        "</g>\n",
        '<g class="lanes" aria-hidden="true">\n',
        *(_lane(scene, lane) for lane in scene.lanes),
        "</g>\n",
        *_ceiling_line(scene, scene.ceiling),
        f'<g class="cards" role="group" aria-label="{escaped(show(ELEMENTS, scene.language))}">\n',
        *(_card(scene, card) for card in scene.cards),
        "</g>\n",
        f'<g class="links" role="group" aria-label="{escaped(show(LINKS, scene.language))}">\n',
        *(_link(scene, link) for link in scene.links),
        "</g>\n",
        *_ceiling_label(scene, scene.ceiling),
        *_legend(scene),
        *(_line(scene, line) for line in scene.notes),
        "</svg>\n",
    ]
    return "".join(parts)


def escaped(text: str) -> str:
    """Return `text` for an attribute or an element's content; what XML forbids becomes U+FFFD."""
    return text.translate(_MARKUP)


def _opening(scene: Scene, fonts: bool) -> str:
    look = scene.theme
    size = f'width="{scene.width}" height="{scene.height}" viewBox="0 0 {scene.width} {scene.height}"'
    start, end = look.roles["vision.from"], look.roles["vision.to"]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="graphics-document document" '
        f'lang="{escaped(scene.language)}" xml:lang="{escaped(scene.language)}" aria-labelledby="title desc" '
        f'font-family="{FALLBACK}">\n'
        f'<title id="title">{escaped(scene.title)}</title>\n<desc id="desc">{escaped(scene.description)}</desc>\n'
        f"{_style() if fonts else ''}"
        f'<defs><linearGradient id="vision" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="{start}"/>'
        f'<stop offset="1" stop-color="{end}"/></linearGradient></defs>\n'
    )


def _paper(scene: Scene) -> str:
    fill = scene.theme.roles["background"]
    return f'<rect class="paper" width="{scene.width}" height="{scene.height}" fill="{fill}"/>\n'


@cache
def _style() -> str:
    faces = []
    for weight, number in ((REGULAR, 400), (BOLD, 600)):
        data = b64encode((FONTS / f"Inter-{weight}.woff2").read_bytes()).decode()
        faces.append(
            f"@font-face{{font-family:'{FAMILY}';font-weight:{number};"
            f"src:url(data:font/woff2;base64,{data}) format('woff2')}}"
        )
    return f"<style>{''.join(faces)}text{{font-kerning:none}}</style>\n"


def colour(scene: Scene, role: str) -> str:
    """Return the colour of a role: a name of the theme's, or `line:`, `tint:` or `link:` and a hue."""
    use, _, hue = role.partition(":")
    if not hue:
        return scene.theme.roles[role]
    found = scene.theme.hues[hue]
    return {"line": found.line, "tint": found.tint, "link": found.link}[use]


def _line(scene: Scene, line: Line, hidden: bool = False) -> str:
    more = ' font-weight="600"' if line.bold else ""
    if line.anchor != "start":
        more += f' text-anchor="{line.anchor}"'
    if line.tracking:
        more += f' letter-spacing="{line.tracking:g}"'
    if hidden:
        more += ' aria-hidden="true"'
    return (
        f'<text x="{line.at.x}" y="{line.at.y}" font-size="{line.size:g}"{more} fill="{colour(scene, line.role)}">'
        f"{escaped(line.text)}</text>\n"
    )


def _rect(box: Box, corner: int, more: str) -> str:
    return f'<rect x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" rx="{corner}" {more}/>\n'


def _lane(scene: Scene, lane: Lane) -> str:
    key = f' data-id="{escaped(lane.key.id)}"' if lane.key else ""
    return (
        f'<g id="{lane.id}" class="lane"{key}>\n'
        + _rect(lane.box, LANE_CORNER, f'fill="{colour(scene, f"tint:{lane.hue}")}"')
        + "".join(_line(scene, line) for line in lane.lines)
        + "</g>\n"
    )


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
        + _shape(scene, card)
        + "".join(_line(scene, line, hidden=True) for line in card.lines)
        + "</g>\n"
    )


def _shape(scene: Scene, card: Card) -> str:
    line = colour(scene, f"line:{card.hue}")
    ring = ""
    if card.highlighted:
        wide = Box(card.box.x - 5, card.box.y - 5, card.box.width + 10, card.box.height + 10)
        ring = _rect(wide, CORNER + 5, f'fill="none" stroke="{scene.theme.roles["highlight.line"]}" stroke-width="4"')
    if card.shape == "banner":
        return ring + _rect(card.box, 18, 'fill="url(#vision)"')
    if card.shape == "filled":
        return ring + _rect(card.box, CORNER, f'fill="{line}" stroke="{line}" stroke-width="1.6"')
    corner = card.box.width // 2 if card.shape == "gate" else CORNER
    return ring + _rect(card.box, corner, f'fill="{scene.theme.roles["card"]}" stroke="{line}" stroke-width="1.6"')


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
    ink = colour(scene, "hinders.line" if link.verb == "hinders" else f"link:{link.hue}")
    return (
        f'<g {" ".join(data)} role="graphics-symbol" aria-label="{escaped(link.title)}">\n'
        f"<title>{escaped(link.title)}</title>\n{why}"
        + stroke(
            _path(link.start, link.curves), ink, link.width, link.verb, link.feedback, scene.theme.roles["background"]
        )
        + ending(link.end, link.tip, link.heading, link.width, ink, scene.theme.roles["background"])
        + "".join(_badge(scene, badge.sign, badge.at, ink) for badge in link.badges)
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


def _badge(scene: Scene, sign: str, at: Point, ink: str) -> str:
    return (
        f'<circle cx="{at.x}" cy="{at.y}" r="8" fill="{scene.theme.roles["card"]}" stroke="{ink}" stroke-width="1.4"/>'
        f'<text x="{at.x}" y="{at.y + 4}" font-size="11" font-weight="600" text-anchor="middle" fill="{ink}" '
        f'aria-hidden="true">{escaped(sign)}</text>\n'
    )


def _ceiling_line(scene: Scene, ceiling: Ceiling | None) -> Iterator[str]:
    if ceiling is not None:
        ink = scene.theme.roles["ceiling.line"]
        yield (
            f'<path class="ceiling" aria-hidden="true" d="M{ceiling.start.x} {ceiling.start.y}L{ceiling.end.x} '
            f'{ceiling.end.y}" fill="none" stroke="{ink}" stroke-width="2" stroke-dasharray="9 6"/>\n'
        )


def _ceiling_label(scene: Scene, ceiling: Ceiling | None) -> Iterator[str]:
    if ceiling is not None:
        yield _rect(ceiling.label, ceiling.label.height // 2, f'fill="{scene.theme.roles["ceiling.line"]}"')
        for line in ceiling.lines:
            yield _line(scene, line)


def _legend(scene: Scene) -> Iterator[str]:
    if scene.legend:
        yield '<g class="legend">\n'
        for sample in scene.legend:
            yield _sample(scene, sample)
        yield "</g>\n"


def _sample(scene: Scene, sample: Sample) -> str:
    paper, y = scene.theme.roles["background"], sample.box.y + sample.box.height // 2
    ink = colour(scene, "hinders.line" if sample.verb == "hinders" else f"link:{NEUTRAL}")
    end = "none" if sample.plain else ENDS[sample.verb]
    head = 0 if sample.plain else 6 if end == "bar" else 9 + sample.width // 10
    start, tip = Point(sample.box.x, y), Point(sample.box.right, y)
    drawn = stroke(f"M{start.x} {y}H{tip.x - head}", ink, sample.width, sample.verb, sample.feedback, paper)
    drawn += ending(end, tip, Point(1, 0), sample.width, ink, paper)
    middle = Point(start.x + (sample.box.width - head) // 2, y)
    if sample.feedback:
        drawn += _badge(scene, "↺", middle, ink)
    if sample.uncertain:
        drawn += _badge(scene, "?", middle, ink)
    if sample.gate:
        drawn += _badge(scene, TOGETHER_SIGN, middle, ink)
    return f'<g aria-hidden="true">{drawn}</g>\n' + _line(scene, sample.line)
