"""Free layout: without lanes, Graphviz says which card stands left of which, and how far apart."""

import sys
from collections.abc import Sequence

from toc.scene.chart import Chart
from toc.scene.engine import run
from toc.scene.layout import Arranger
from toc.scene.spacing import GAP

MOST_NODES = 60
MOST_ARCS = 200
INCH = 72


def arrange(engine: str) -> Arranger:
    """Return the arranger that asks Graphviz, as long as that is quick; above, rows are arranged here alone.

    A browser's Python can start no process: there, too, rows are arranged here.
    """

    def ask(chart: Chart, rows: Sequence[Sequence[int]]) -> Sequence[float] | None:
        too_much = chart.count > MOST_NODES or len(chart.arcs) > MOST_ARCS
        if too_much or sys.platform == "emscripten" or sum(map(len, rows)) < 2:
            return None
        return _read(run(dot(chart, rows), engine), chart.count)

    return ask


def dot(chart: Chart, rows: Sequence[Sequence[int]]) -> str:
    """Return the graph as DOT: numbers for names, no text, cards as boxes of fixed size, rows kept as they are.

    It is written here because it holds numbers alone: loading a library for it takes longer than the layout.
    """
    placed = sorted(node for row in rows for node in row)
    lines = [
        "digraph {",
        f"graph [rankdir=BT nodesep={GAP / INCH:.4f} ranksep=0.9 newrank=true]",
        'node [shape=box fixedsize=true label="" height=1]',
        "edge [dir=none]",
        *(f"{node} [width={chart.breadths[node] / INCH:.4f}]" for node in placed),
    ]
    for number, row in enumerate(rows):
        # An unseen spine holds the rows apart in their order.
        lines.append(f"row{number} [width=0.01 style=invis]")
        if number:
            lines.append(f"row{number - 1} -> row{number} [style=invis weight=0]")
        lines.append(f"{{ rank=same; {'; '.join([f'row{number}', *map(str, sorted(row))])} }}")
    among = set(placed)
    lines += (
        f"{source} -> {arc.target}"
        for arc in chart.arcs
        for source in arc.sources
        if not arc.free and source in among and arc.target in among
    )
    return "\n".join([*lines, "}"])


def _read(plain: str, count: int) -> list[float]:
    """The middles of the nodes, in whole px: Graphviz's last digits may differ from machine to machine."""
    middles = [0.0] * count
    for line in plain.splitlines():
        words = line.split(" ")
        if words[0] == "node" and words[1].isdigit():
            middles[int(words[1])] = float(int(float(words[2]) * INCH + 0.5))
    return middles
