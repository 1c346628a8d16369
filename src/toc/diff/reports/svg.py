"""Both models as one picture: what was added, removed and changed bears a sign, and a line of its own style.

The sign and the style of the line tell the three apart; colour only helps.
"""

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, frozen

from toc.diff.difference import ADDED, CHANGED, REMOVED
from toc.diff.merged import Ends, Merged, merged
from toc.diff.report import DiffReport, diff_format
from toc.diff.wording import CHANGES, SIGNS
from toc.messages import _, show
from toc.scene.compose import compose
from toc.scene.drawing import FALLBACK, draw, escaped
from toc.scene.measure import Style, width
from toc.scene.options import Options
from toc.scene.scene import Box, Card, Link, Point, Scene

END = "</svg>\n"
RADIUS = 11
# How far apart two signs stand at least, so that both can be read, in px.
APART = 2 * RADIUS + 4
LEGEND = Style(12)
LEGEND_HEIGHT = 44
SAMPLE = 36
GAP = 30


@frozen
class Manner:
    """How a change is drawn: its ink, and the dashes of the line around a card and along a link."""

    ink: str
    dashes: str


MANNERS: Mapping[str, Manner] = {
    ADDED: Manner("#1E6B24", ""),
    REMOVED: Manner("#B3261E", "2 6"),
    CHANGED: Manner("#8A5200", "14 6"),
}


@diff_format("svg")
def svg(report: DiffReport) -> str:
    """Return the picture as SVG; raises EngineError where the layout engine fails."""
    both = merged(report.difference)
    scene = compose(both.theory, Options(language=report.language, today=report.today))
    told = _told(scene, both, report.language)
    drawn = draw(evolve(told, height=told.height + LEGEND_HEIGHT))
    return drawn.removesuffix(END) + "".join(_signs(told, both, report.language)) + END


def _told(scene: Scene, both: Merged, language: str) -> Scene:
    """Let whoever listens to the picture hear what changed."""

    def say(text: str, change: str | None) -> str:
        return text if change is None else show(_("{text} ({remark})", text=text, remark=CHANGES[change]), language)

    cards = tuple(evolve(card, says=say(card.says, _of_card(card, both))) for card in scene.cards)
    links = tuple(evolve(link, title=say(link.title, both.links.get(_ends(link)))) for link in scene.links)
    return evolve(scene, cards=cards, links=links)


def _signs(scene: Scene, both: Merged, language: str) -> Iterator[str]:
    yield f'<g class="changes" aria-hidden="true" font-family="{FALLBACK}">\n'
    taken = [badge.at for link in scene.links for badge in link.badges]
    for link in scene.links:
        change = both.links.get(_ends(link))
        if change is not None:
            at = _free_place(link, taken, [card.box for card in scene.cards])
            taken.append(at)
            yield _along(link, change) + _sign(at, change)
    for card in scene.cards:
        change = _of_card(card, both)
        if change is not None:
            yield _around(card, change)
    yield from _legend(scene, language)
    yield "</g>\n"


def _of_card(card: Card, both: Merged) -> str | None:
    return both.elements.get(card.key) if card.key else None


def _ends(link: Link) -> Ends:
    return (frozenset(link.keys[:-1]), link.keys[-1])


def _around(card: Card, change: str) -> str:
    box = Box(card.box.x - 4, card.box.y - 4, card.box.width + 8, card.box.height + 8)
    drawn = (
        f'<rect x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" rx="17" fill="none" '
        f"{_line(change, 4)}/>\n"
    )
    if change == REMOVED:
        drawn += f'<path d="M{box.x + 12} {box.bottom - 12}L{box.right - 12} {box.y + 12}" {_line(change, 2, "")}/>\n'
    return drawn + _sign(Point(box.right - 4, box.y + 4), change)


def _along(link: Link, change: str) -> str:
    path = f"M{link.start.x} {link.start.y}" + "".join(
        f"C{one.x} {one.y} {two.x} {two.y} {end.x} {end.y}" for one, two, end in link.curves
    )
    return f'<path d="{path}" fill="none" {_line(change, link.width / 10 + 7)} stroke-opacity="0.35"/>\n'


def _line(change: str, size: float, dashes: str | None = None) -> str:
    manner = MANNERS[change]
    pattern = manner.dashes if dashes is None else dashes
    more = f' stroke-dasharray="{pattern}"' if pattern else ""
    return f'stroke="{manner.ink}" stroke-width="{size:g}"{more}'


def _sign(at: Point, change: str) -> str:
    return (
        f'<circle cx="{at.x}" cy="{at.y}" r="{RADIUS}" fill="{MANNERS[change].ink}" stroke="#FFFFFF" '
        f'stroke-width="2"/><text x="{at.x}" y="{at.y + 6}" font-size="17" font-weight="600" text-anchor="middle" '
        f'fill="#FFFFFF">{SIGNS[change]}</text>\n'
    )


def _free_place(link: Link, taken: Sequence[Point], boxes: Sequence[Box]) -> Point:
    """Return the place on the link nearest to its middle that is free of signs and cards, else its middle."""
    places = list(_places(link))
    middle = (len(places) - 1) / 2
    ranked = sorted(range(len(places)), key=lambda number: (abs(number - middle), number))
    for number in ranked:
        if not any(_meets(places[number], at) for at in taken) and not any(_on(places[number], box) for box in boxes):
            return places[number]
    return places[ranked[0]]


def _places(link: Link) -> Iterator[Point]:
    at = link.start
    for one, two, end in link.curves:
        for step in (1, 2, 3, 4, 5):
            near, far = 1 - step / 6, step / 6
            weights = (near**3, 3 * near**2 * far, 3 * near * far**2, far**3)
            corners = (at, one, two, end)
            yield Point(
                round(sum(weight * corner.x for weight, corner in zip(weights, corners, strict=True))),
                round(sum(weight * corner.y for weight, corner in zip(weights, corners, strict=True))),
            )
        at = end
    if not link.curves:
        yield at


def _meets(one: Point, other: Point) -> bool:
    return (one.x - other.x) ** 2 + (one.y - other.y) ** 2 < APART**2


def _on(at: Point, box: Box) -> bool:
    return box.x - RADIUS < at.x < box.right + RADIUS and box.y - RADIUS < at.y < box.bottom + RADIUS


def _legend(scene: Scene, language: str) -> Iterator[str]:
    """A line below the picture that says what the signs mean."""
    texts = {change: show(meaning, language) for change, meaning in CHANGES.items()}
    sizes = {change: SAMPLE + 2 * RADIUS + 10 + int(width(text, LEGEND)) + GAP for change, text in texts.items()}
    x, y = (scene.width - sum(sizes.values()) + GAP) // 2, scene.height + 4
    for change, text in texts.items():
        end = x + SAMPLE
        yield f'<path d="M{x} {y}H{end}" {_line(change, 4)}/>\n' + _sign(Point(end + RADIUS, y), change)
        at = end + 2 * RADIUS + 10
        ink = scene.theme.roles["ink"]
        yield f'<text x="{at}" y="{y + 4}" font-size="{LEGEND.size:g}" fill="{ink}">{escaped(text)}</text>\n'
        x += sizes[change]
