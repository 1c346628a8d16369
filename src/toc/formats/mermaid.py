"""Mermaid: the picture as a flowchart, for wikis, forges and notes that draw it in place."""

from toc.formats.format import picture
from toc.scene.drawing import UNREADABLE
from toc.scene.scene import Card, Link, Scene

DIRECTIONS = {"up": "BT", "down": "TB", "right": "LR", "left": "RL"}
# Mermaid's own notation for characters: no entity, markup, formula, directive or style can begin in a label.
_SPECIAL = '#"&<>`\\;:$'
_ESCAPES = (
    dict.fromkeys(UNREADABLE, "#65533;")
    | {ord(character): f"#{ord(character)};" for character in _SPECIAL}
    | {ord(character): " " for character in "\t\n\r"}
)
# By verb: the plain arrow, and the dotted one of feedback.
ARROWS = {"contributes": ("-->", "-.->"), "requires": ("==>", "-.->"), "hinders": ("--x", "-.-x")}
OPEN = {"contributes": ("---", "-.-"), "requires": ("===", "-.-"), "hinders": ("---", "-.-")}


@picture("mermaid", ".mmd")
def mermaid(scene: Scene) -> str:
    """Return the picture as a Mermaid flowchart."""
    names = {card.id: f"n{number}" for number, card in enumerate(scene.cards, 1)}
    lines = [
        f"flowchart {DIRECTIONS[scene.direction]}",
        f"  accTitle: {_plain(scene.title)}",
        f"  accDescr: {_plain(scene.description)}",
    ]
    for lane in scene.lanes:
        lines.append(f'  subgraph {lane.id}["{escaped(lane.title)}"]')
        lines += [_node(names, card, "    ") for card in scene.cards if _stands_in(card, lane.id)]
        lines.append("  end")
    lines += [_node(names, card, "  ") for card in scene.cards if card.lane is None]
    lines += [_edge(names, link) for link in scene.links]
    lines += _styles(scene, names)
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """Return `text` for a label in quotes."""
    return text.translate(_ESCAPES).replace("%%", "#37;#37;").replace("%{", "#37;{") or " "


def _plain(text: str) -> str:
    """A line of text outside quotes: what could end it or begin something else is left out."""
    return " ".join("".join(" " if ord(c) < 32 or c in "#;{}<>%" or ord(c) in UNREADABLE else c for c in text).split())


def _stands_in(card: Card, lane: str) -> bool:
    return card.lane is not None and f"lane-{card.lane + 1}" == lane


def _node(names: dict[str, str], card: Card, indent: str) -> str:
    if card.shape == "gate":
        return f'{indent}{names[card.id]}(("{escaped(card.lines[0].text)}"))'
    opening, closing = ("[[", "]]") if card.shape == "banner" else ("[", "]") if card.shape == "filled" else ("(", ")")
    return f'{indent}{names[card.id]}{opening}"{escaped(card.title)}"{closing}'


def _edge(names: dict[str, str], link: Link) -> str:
    arrow = (OPEN if link.end == "none" else ARROWS)[link.verb][link.feedback]
    word = " ".join(
        part for part in (link.strength if link.end != "none" else "", "?" if link.uncertain else "") if part
    )
    label = f'|"{escaped(word)}"|' if word else ""
    return f"  {names[link.source]} {arrow}{label} {names[link.target]}"


def _styles(scene: Scene, names: dict[str, str]) -> list[str]:
    """Colours of cards, by hue and shape, and of links."""
    found = []
    groups: dict[tuple[str, str], list[str]] = {}
    for card in scene.cards:
        groups.setdefault((card.shape, card.hue), []).append(names[card.id])
    for (shape, hue), members in sorted(groups.items()):
        line, roles = scene.theme.hues[hue].line, scene.theme.roles
        fill, ink = roles["card"], roles["ink"]
        if shape == "filled":
            fill, ink = scene.theme.hues[hue].fill, scene.theme.hues[hue].ink
        elif shape == "banner":
            fill, ink = roles["vision.from"], roles["vision.ink"]
        found.append(f"  classDef {shape}-{hue} fill:{fill},stroke:{line},color:{ink}")
        found.append(f"  class {','.join(members)} {shape}-{hue}")
    for number, link in enumerate(scene.links):
        ink = scene.theme.roles["hinders.line"] if link.verb == "hinders" else scene.theme.hues[link.hue].line
        found.append(f"  linkStyle {number} stroke:{ink},stroke-width:{link.width / 10:g}px")
    return found
