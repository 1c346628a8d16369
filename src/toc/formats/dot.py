"""DOT: the picture for Graphviz and whatever reads its language, with groups, verbs and strengths."""

from collections.abc import Iterable

from toc.formats.format import picture
from toc.scene.drawing import UNREADABLE
from toc.scene.measure import Style, wrap
from toc.scene.scene import Card, Link, Scene

DIRECTIONS = {"up": "BT", "down": "TB", "right": "LR", "left": "RL"}
SHAPES = {"banner": "box", "filled": "box", "outlined": "box", "gate": "circle"}
LABEL = Style(13)
LABEL_WIDTH = 190
# Backslashes begin escapes, and Graphviz reads HTML entities in any label; quotes are the library's to escape.
_SPECIAL = {ord("\\"): "\\\\", ord("&"): "&amp;", ord("\t"): " ", ord("\n"): " ", ord("\r"): " "}
_ESCAPES = dict.fromkeys(UNREADABLE, "\ufffd") | _SPECIAL


@picture("dot", ".dot")
def dot(scene: Scene) -> str:
    """Return the picture as a DOT digraph."""
    import graphviz  # slow to load, and needed here alone

    graph = graphviz.Digraph("theory")
    graph.attr(rankdir=DIRECTIONS[scene.direction], newrank="true", outputorder="edgesfirst", splines="spline")
    graph.attr(nodesep="0.35", ranksep="0.6", pad="0.4", bgcolor=scene.theme.roles["background"])
    graph.attr(label=plain(scene.title), labelloc="t", fontname="Helvetica", fontsize="24")
    graph.attr("node", shape="box", style="rounded,filled", fontname="Helvetica", fontsize="13", margin="0.18,0.12")
    graph.attr("edge", fontname="Helvetica", fontsize="10")
    lanes: dict[int | None, list[Card]] = {}
    for card in scene.cards:
        lanes.setdefault(card.lane, []).append(card)
    for number, cards in sorted((n, c) for n, c in lanes.items() if n is not None):
        lane = next(lane for lane in scene.lanes if lane.id == f"lane-{number + 1}")
        hue = scene.theme.hues[lane.hue]
        with graph.subgraph(name=f"cluster_{lane.id}") as cluster:
            cluster.attr(style="rounded,filled", color=hue.tint, fontcolor=hue.line, fontsize="15")
            cluster.attr(label=plain(lane.title))
            for card in cards:
                cluster.node(plain(card.id), **_node(scene, card))
    for card in lanes.get(None, ()):
        graph.node(plain(card.id), **_node(scene, card))
    for link in scene.links:
        graph.edge(plain(link.source), plain(link.target), **_edge(scene, link))
    return str(graph.source)


def plain(text: str) -> str:
    """Return `text` as an attribute that shows just that: no escapes, no entities, no markup."""
    import graphviz

    return str(graphviz.nohtml(text.translate(_ESCAPES)))


def _node(scene: Scene, card: Card) -> dict[str, str]:
    hue, roles = scene.theme.hues[card.hue], scene.theme.roles
    line = hue.line
    fill, ink = (hue.fill, hue.ink) if card.shape == "filled" else (roles["card"], roles["ink"])
    if card.shape == "banner":
        fill, ink = roles["vision.from"], roles["vision.ink"]
    texts = [run.text for run in card.lines] if card.shape == "gate" else wrap(card.title, LABEL_WIDTH, LABEL)
    attributes = {
        "label": _lines(texts),
        "shape": SHAPES[card.shape],
        "color": line,
        "fillcolor": fill,
        "fontcolor": ink,
        "tooltip": plain(card.says),
    }
    return attributes | ({"margin": "0"} if card.shape == "gate" else {})


def _lines(texts: Iterable[str]) -> str:
    import graphviz

    return str(graphviz.nohtml("\\n".join(text.translate(_ESCAPES) for text in texts)))


def _edge(scene: Scene, link: Link) -> dict[str, str]:
    attributes = {
        "color": scene.theme.hues[link.hue].line,
        "penwidth": f"{link.width / 10:g}",
        "tooltip": plain(link.title),
    }
    if link.verb == "requires":
        ink = attributes["color"]
        attributes |= {"color": f"{ink}:{scene.theme.roles['card']}:{ink}", "arrowhead": "onormal"}
    elif link.verb == "hinders":
        attributes |= {"color": scene.theme.roles["hinders.line"], "arrowhead": "tee", "style": "dashed"}
    if link.end == "none":
        attributes["arrowhead"] = "none"
    if link.feedback:
        attributes |= {"style": "dashed", "constraint": "false"}
    if link.uncertain:
        attributes["label"] = "?"
    return attributes
