"""What charts are drawn with: lines of text, rules, bars and marks, in the colours of a theme, as SVG."""

from collections.abc import Sequence
from typing import NamedTuple

from toc.scene.drawing import escaped
from toc.scene.measure import BOLD, REGULAR, Style
from toc.scene.scene import Box
from toc.scene.theme import Theme

SMALL = Style(11)
PLAIN = Style(12)
STRONG = Style(12, BOLD)
TITLE = Style(16, BOLD)
LEADING = 15
RADIUS = 6
DISC, RING, DOWN, DIAMOND, SQUARE = "disc", "ring", "down", "diamond", "square"


class Mark(NamedTuple):
    """How a point or a bar is drawn: the shape tells it apart without its colour, a hue of the theme or a role."""

    shape: str
    hue: str


def ink_of(mark: Mark, look: Theme) -> str:
    """Return the colour of a mark."""
    return look.hues[mark.hue].line if mark.hue in look.hues else look.roles[mark.hue]


def text(x: float, y: float, content: str, style: Style, ink: str, anchor: str = "start", halo: str = "") -> str:
    """Return one line of text; `halo` is the colour of what surrounds its letters, where lines may pass."""
    more = "" if anchor == "start" else f' text-anchor="{anchor}"'
    more += "" if style.weight == REGULAR else ' font-weight="600"'
    place = f'x="{round(x)}" y="{round(y)}" font-size="{style.size:g}"{more}'
    under = (
        f'<text {place} fill="{halo}" stroke="{halo}" stroke-width="4" stroke-linejoin="round" aria-hidden="true">'
        f"{escaped(content)}</text>"
        if halo
        else ""
    )
    return f'{under}<text {place} fill="{ink}">{escaped(content)}</text>\n'


def paragraph(
    x: float, y: float, lines: Sequence[str], style: Style, ink: str, anchor: str = "start", halo: str = ""
) -> str:
    """Return lines of text below each other, the first with its baseline at `y`."""
    return "".join(text(x, y + number * LEADING, line, style, ink, anchor, halo) for number, line in enumerate(lines))


def rule(x: float, y: float, to_x: float, to_y: float, ink: str, size: float = 1, dashes: str = "") -> str:
    """Return a straight line."""
    more = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<path d="M{round(x)} {round(y)}L{round(to_x)} {round(to_y)}" fill="none" stroke="{ink}" '
        f'stroke-width="{size:g}"{more}/>\n'
    )


def bar(box: Box, fill: str, more: str = "") -> str:
    """Return a filled rectangle."""
    return (
        f'<rect x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" fill="{fill}"'
        f"{' ' if more else ''}{more}/>\n"
    )


def dot(x: float, y: float, mark: Mark, look: Theme, says: str = "") -> str:
    """Return a mark at a place; `says` is what it tells when pointed at, or read aloud."""
    ink, paper = ink_of(mark, look), look.roles["card"]
    drawn = _shape(round(x), round(y), mark.shape, ink, paper)
    if not says:
        return drawn + "\n"
    return f'<g role="img" aria-label="{escaped(says)}"><title>{escaped(says)}</title>{drawn}</g>\n'


def _shape(x: int, y: int, shape: str, ink: str, paper: str) -> str:
    filled = f'fill="{ink}" stroke="{paper}" stroke-width="1.2"'
    if shape == DOWN:
        return f'<path d="M{x - 7} {y - 5}H{x + 7}L{x} {y + 8}Z" {filled}/>'
    if shape == DIAMOND:
        return f'<path d="M{x} {y - 8}L{x + 8} {y}L{x} {y + 8}L{x - 8} {y}Z" {filled}/>'
    if shape == SQUARE:
        return f'<rect x="{x - 6}" y="{y - 6}" width="12" height="12" {filled}/>'
    if shape == RING:
        return f'<circle cx="{x}" cy="{y}" r="{RADIUS - 1}" fill="{paper}" stroke="{ink}" stroke-width="2.4"/>'
    return f'<circle cx="{x}" cy="{y}" r="{RADIUS}" {filled}/>'
