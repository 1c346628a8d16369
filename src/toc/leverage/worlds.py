"""Worlds, in each of which everything either happens or not: what degrees would be if they were probabilities.

In a world each link works (with the probability of its strength) or not, each assumption holds or not, once for all
that rests on it, and a change is achieved or not:

    achieved = (leak, or any contributing cause that is achieved and whose link works)
           and for each requirement: it is achieved, or its link (how necessary it is) does not bind
           and for each hindrance: it is not achieved, or its link does not work
           and all assumptions under it hold

That is the noisy AND and OR of `degree.py` read as the conditional probabilities of a Bayesian network, so the share of
worlds in which something is achieved tends to its probability there, also where causes share a cause.

Worlds stand 64 in a machine word, and 1,024 in a *draw*. All portfolios meet the same worlds, so that differences
between them are no accident. Around loops, what is achieved starts from nothing: it is what is certain to be brought
about from outside the loop. Where things on a loop hinder each other so that none is certain, none is achieved.

The bits of a link come from the stream (see `stream.py`) `world strength NAME`, likewise `world leak NAME`,
`world value NAME`, and `world strategy NAME` where a strategy is not certain: of 256 words for each draw, each word
holding four random numbers below 65,536, the lowest digits first, one for each world. What is drawn happens where the
number is below 65,536 times the probability, rounded.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from toc.leverage.batch import blocks, chosen_rows, plan
from toc.leverage.graph import Graph, Numbers
from toc.leverage.names import node_names
from toc.leverage.sample import Sample, table_of
from toc.leverage.world_rows import ALL, NONE, WIDTH, WorldRows, count_bits

Floats = NDArray[np.float64]

WORLDS = 64 * WIDTH
"""So many worlds has a draw."""
# So many words of portfolios at a time.
CELLS = 65_536


def worlds(graph: Graph, numbers: Numbers, chosen: Sequence[float], count: int, seed: int) -> Floats:
    """Return in what share of worlds each node is achieved, by node.

    `chosen` is 1 for a strategy that is carried out, 0 for one that is not, else the probability that it is.
    `count` is rounded up to whole draws of 1,024 worlds. O((V + E) count / 64). The standard error of a share p is
    the square root of p (1 - p) / count.
    """
    rows = WorldRows(plan(graph, range(len(graph.nodes))), numbers, -(-count // WORLDS), 0, seed)
    names = node_names(graph)
    wanted = [(f"world strategy {names[node]}", row) for node, row in zip(graph.strategies, chosen, strict=True)]
    achieved = np.empty((len(graph.nodes), rows.count, WIDTH), dtype=np.uint64)
    for node, row in enumerate(rows.evaluate(rows.happen(wanted))):
        achieved[node] = row
    return np.asarray(count_bits(achieved).sum(axis=(1, 2)) / (rows.count * WORLDS))


def impacts_in_worlds(graph: Graph, numbers: Numbers, portfolios: Sequence[int], count: int, seed: int) -> Floats:
    """Return the impact of each of `portfolios` (bits), all in the same worlds; see `worlds`."""
    every = len(graph.strategies)
    rows = WorldRows(plan(graph), numbers, -(-count // WORLDS), 0, seed)
    if portfolios == range(1 << every):
        return np.asarray(table_of(rows).mean(axis=-1))
    nothing = rows.evaluate([NONE] * every)
    found = np.empty(len(portfolios))
    for start, stop in blocks(len(portfolios), max(1, CELLS // (rows.count * WIDTH))):
        rows_of_bits = chosen_rows(portfolios[start:stop], every)
        chosen = [np.where(row > 0, ALL, NONE)[:, None, None] for row in rows_of_bits]
        found[start:stop] = rows.rise(rows.evaluate(chosen, nothing), nothing).mean(axis=-1)
    return found


def parts_in_worlds(graph: Graph, numbers: Numbers, count: int, seed: int) -> Floats:
    """Return the part of each strategy in the impact, which all parts add up to; see `worlds`.

    Shapley values for up to 8 strategies; else what each adds when it joins, on average over orders that are drawn:
    16 for every 1,024 worlds, so that each order meets worlds of its own.
    """
    rows = WorldRows(plan(graph), numbers, -(-count // WORLDS), 0, seed)
    return np.asarray(Sample(rows).parts.mean(axis=-1))
