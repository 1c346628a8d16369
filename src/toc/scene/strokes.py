"""How the three verbs are drawn, so that they are told apart without colour: by their line and by its end.

A contribution is a plain line with a full arrowhead, a requirement a double line with a hollow one, a hindrance a
dashed line that ends at a bar. Feedback has longer dashes, and its sign. Sizes are px, widths tenths of a px.
"""

from toc.scene.scene import Point

HALO = 30
ENDS = {"contributes": "arrow", "requires": "hollow", "hinders": "bar"}


def stroke(path: str, ink: str, width: int, verb: str, feedback: bool, paper: str) -> str:
    """Return the line of a link along the SVG path data `path`, on a halo of the paper's colour."""
    outer = width + 24 if verb == "requires" else width
    halo = _stroke(path, paper, outer + HALO, "")
    dashes = "" if verb != "hinders" and not feedback else "11 6" if feedback else "5 4"
    found = halo + _stroke(path, ink, outer, dashes)
    if verb == "requires":
        found += _stroke(path, paper, max(12, outer - 28), "")
    return found + "\n"


def _stroke(path: str, ink: str, width: int, dashes: str) -> str:
    more = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'<path d="{path}" fill="none" stroke="{ink}" stroke-width="{width / 10:g}"{more}/>'


def ending(end: str, tip: Point, heading: Point, width: int, ink: str, paper: str) -> str:
    """Return the end of a link at `tip`, which it reaches in direction `heading` (one px along an axis)."""
    if end == "none":
        return ""
    dx, dy = heading
    if end == "bar":
        half = 8 + width // 20
        return (
            f'<path d="M{tip.x - 5 * dx + half * dy} {tip.y - 5 * dy + half * dx}L{tip.x - 5 * dx - half * dy} '
            f'{tip.y - 5 * dy - half * dx}" fill="none" stroke="{ink}" stroke-width="3.6"/>\n'
        )
    length, half = 10 + width // 10, 5 + width // 14
    inset = 1 if end == "hollow" else 0
    tip = Point(tip.x - inset * dx, tip.y - inset * dy)
    back = Point(tip.x - length * dx, tip.y - length * dy)
    left, right = Point(back.x + half * dy, back.y + half * dx), Point(back.x - half * dy, back.y - half * dx)
    fill = (
        f'fill="{paper}" stroke="{ink}" stroke-width="1.6" stroke-linejoin="round"'
        if end == "hollow"
        else f'fill="{ink}"'
    )
    return f'<path d="M{tip.x} {tip.y}L{left.x} {left.y}L{right.x} {right.y}Z" {fill}/>\n'
