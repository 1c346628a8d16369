"""DOT: the picture for Graphviz and whatever reads its language, with groups, verbs and strengths."""

from toc.formats.format import picture
from toc.scene.drawing import UNREADABLE
from toc.scene.measure import Style, wrap
from toc.scene.scene import Card, Link, Scene

DIRECTIONS = {"up": "BT", "down": "TB", "right": "LR", "left": "RL"}
SHAPES = {"banner": "box", "filled": "box", "outlined": "box", "gate": "circle"}
LABEL = Style(13)
LABEL_WIDTH = 190
# Backslashes begin escapes, quotes end the text, and Graphviz reads HTML entities in any label.
_SPECIAL = {ord("\\"): "\\\\", ord('"'): '\\"', ord("&"): "&amp;", ord("\t"): " ", ord("\n"): " ", ord("\r"): " "}
_ESCAPES = dict.fromkeys(UNREADABLE, "\ufffd") | _SPECIAL


@picture("dot", ".dot")
def dot(scene: Scene) -> str:
    """Return the picture as a DOT digraph."""
    lanes: dict[int | None, list[Card]] = {}
    for card in scene.cards:
        lanes.setdefault(card.lane, []).append(card)
    clusters = [
        _cluster(scene, number, cards) for number, cards in sorted((n, c) for n, c in lanes.items() if n is not None)
    ]
    lines = [
        "digraph theory {",
        f"  graph [rankdir={DIRECTIONS[scene.direction]}, newrank=true, outputorder=edgesfirst, splines=spline]",
        "  graph [nodesep=0.35, ranksep=0.6, pad=0.4]",
        f'  graph [bgcolor="{scene.theme.roles["background"]}", labelloc=t, fontname="Helvetica", fontsize=24]',
        f"  graph [label={quoted(scene.title)}]",
        '  node [shape=box, style="rounded,filled", fontname="Helvetica", fontsize=13, margin="0.18,0.12"]',
        '  edge [fontname="Helvetica", fontsize=10]',
        *clusters,
        *(_node(scene, card, "  ") for card in lanes.get(None, ())),
        *(_edge(scene, link) for link in scene.links),
        "}",
    ]
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """Return `text` as a DOT string that shows just that."""
    return f'"{text.translate(_ESCAPES)}"'


def _cluster(scene: Scene, number: int, cards: list[Card]) -> str:
    lane = next(lane for lane in scene.lanes if lane.id == f"lane-{number + 1}")
    hue = scene.theme.hues[lane.hue]
    head = (
        f'style="rounded,filled", color="{hue.tint}", fontcolor="{hue.line}", fontsize=15, label={quoted(lane.title)}'
    )
    inside = [f"  subgraph {quoted(f'cluster_{lane.id}')} {{", f"    graph [{head}]"]
    return "\n".join([*inside, *(_node(scene, card, "    ") for card in cards), "  }"])


def _node(scene: Scene, card: Card, indent: str) -> str:
    line, paper = scene.theme.hues[card.hue].line, scene.theme.roles["card"]
    fill, ink = (line, paper) if card.shape == "filled" else (paper, scene.theme.roles["ink"])
    if card.shape == "banner":
        fill, ink = scene.theme.roles["vision.from"], scene.theme.roles["vision.ink"]
    texts = [run.text for run in card.lines] if card.shape == "gate" else wrap(card.title, LABEL_WIDTH, LABEL)
    label = "\\n".join(quoted(text)[1:-1] for text in texts)
    more = ", margin=0" if card.shape == "gate" else ""
    return (
        f'{indent}{quoted(card.id)} [label="{label}", shape={SHAPES[card.shape]}, color="{line}", fillcolor="{fill}", '
        f'fontcolor="{ink}", tooltip={quoted(card.says)}{more}]'
    )


def _edge(scene: Scene, link: Link) -> str:
    ink = scene.theme.hues[link.hue].line
    attributes = {"penwidth": f"{link.width / 10:g}", "tooltip": quoted(link.title)}
    if link.verb == "requires":
        ink = f"{ink}:{scene.theme.roles['card']}:{ink}"
        attributes["arrowhead"] = "onormal"
    elif link.verb == "hinders":
        ink = scene.theme.roles["hinders.line"]
        attributes |= {"arrowhead": "tee", "style": "dashed"}
    if link.end == "none":
        attributes["arrowhead"] = "none"
    if link.feedback:
        attributes |= {"style": "dashed", "constraint": "false"}
    if link.uncertain:
        attributes["label"] = '"?"'
    attributes["color"] = f'"{ink}"'
    listed = ", ".join(f"{name}={value}" for name, value in sorted(attributes.items()))
    return f"  {quoted(link.source)} -> {quoted(link.target)} [{listed}]"
