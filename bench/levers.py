"""Measures leverage: one evaluation, the whole table, what its flags add to a check, and worlds beside pgmpy.

The models are layered networks with efforts and stated strengths, neither saturated nor collapsed, so that every flag
has to be decided. Figures are CPU time, medians of several runs; those of one process are taken inside it.
"""

import random
import subprocess
from collections.abc import Iterator
from pathlib import Path

SIZES = ((30, 6, 4), (300, 16, 7), (3000, 100, 12))
STRENGTHS = ("weak", "moderate", "strong")
# What exact inference costs hangs on how a network is knit: three of 60 nodes, by name, layers and seed.
NETWORKS = (("loose", 4, 1), ("middling", 5, 1), ("tight", 3, 1))
FLAGS = "TOC7,deadlock,weak-chain"


def model(nodes: int, strategies: int, layers: int, seed: int = 1) -> str:
    """Return a model of so many steps, `strategies` of them strategies, with a vision above `layers` layers of changes.

    Each change has one to three causes, most of them in the layer below; one link in ten is a requirement.
    """
    chance = random.Random(seed)
    names = [[f"s{number}" for number in range(strategies)]]
    changes = nodes - strategies - 1
    for layer in range(layers):
        # Fewer towards the vision: what is meant is a funnel, not a wall.
        weights = [(layers - each) ** 2 for each in range(layers)]
        size = changes * sum(weights[: layer + 1]) // sum(weights) - changes * sum(weights[:layer]) // sum(weights)
        names.append([f"c{layer}x{number}" for number in range(size)])
    lines = ['theory "Bench" { review every year from 2027-01-15 }', 'vision v "The vision is reached" { for people }']
    for name in names[0]:
        effort = chance.choice(("low", "medium", "high"))
        lines.append(f'strategy {name} "Strategy {name} is carried out" {{ by people; effort {effort} }}')
    for layer in range(1, len(names)):
        lines += [f'outcome {name} "Change {name} is reached" {{ of people; sufficient no }}' for name in names[layer]]
        lines += _links(names[layer - 1], names[layer], chance, requires=layer > 1)
    lines += [f'{name} -> v {chance.choice(STRENGTHS)} {{ because "so it is" }}' for name in names[-1]]
    lines.append('actor people "People" { concerned; sector citizen }')
    return "\n".join(lines) + "\n"


def _links(below: list[str], above: list[str], chance: random.Random, *, requires: bool) -> Iterator[str]:
    """Yield links so that each change has a cause and each cause an effect."""
    causes = {name: set(chance.sample(below, min(len(below), chance.choice((1, 2, 3))))) for name in above}
    for cause in below:
        if not any(cause in found for found in causes.values()):
            causes[chance.choice(above)].add(cause)
    for name, found in causes.items():
        for number, cause in enumerate(sorted(found)):
            verb = "=>" if requires and number and chance.random() < 0.15 else "->"
            yield f'{cause} {verb} {name} {chance.choice(STRENGTHS)} {{ because "so it is" }}'


# One evaluation, and worlds beside an exact query, each in a process of its own: nothing else stands in memory.
EVALUATION = """
import pathlib, statistics, sys, time
from toc import check
from toc.leverage.assessment import Leverage
from toc.leverage.degree import evaluate
from toc.leverage.graph import modes
leverage = Leverage(check(sys.argv[1]).theory)
graph = leverage.graph
numbers, chosen = modes(graph), [1.0] * len(graph.strategies)
evaluate(graph, numbers, chosen)
spent = []
for _turn in range(15):
    start = time.process_time()
    evaluate(graph, numbers, chosen)
    spent.append(time.process_time() - start)
print(statistics.median(spent), leverage.condition, len(graph.nodes), len(graph.edges))
"""


def evaluation(python: str, folder: Path, name: str) -> tuple[float, str]:
    """Return the CPU seconds of one evaluation of a model, and what was evaluated."""
    command = [python, "-c", EVALUATION, name]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    spent, condition, nodes, edges = done.stdout.split()
    return float(spent), f"{nodes} nodes, {edges} links, {condition}"


WORLDS = """
import itertools, statistics, sys, time
import numpy
from pgmpy.factors.discrete import TabularCPD
from pgmpy.inference import VariableElimination
from pgmpy.models import DiscreteBayesianNetwork
from toc import check
from toc.leverage.assessment import Leverage
from toc.leverage.degree import evaluate
from toc.leverage.graph import modes
from toc.leverage.worlds import worlds
graph = Leverage(check(sys.argv[1]).theory).graph
numbers = modes(graph)
chosen = [1.0] * len(graph.strategies)
vision = graph.visions[0]

def cpu(act, times):
    spent = []
    for _turn in range(times):
        start = time.process_time()
        found = act()
        spent.append(time.process_time() - start)
    return statistics.median(spent), found

def chance(node, values):
    # What a node is where its causes are as given: the formula of degrees, read as a table of chances.
    required, missing, hindered = 1.0, 1.0, 1.0
    for number in graph.incoming[node]:
        edge = graph.edges[number]
        x, s = values[edge.source], numbers.strengths[number]
        if edge.verb == "requires":
            required *= 1 - s * (1 - x)
        elif edge.verb == "contributes":
            missing *= 1 - s * x
        else:
            hindered *= 1 - s * x
    return required * (1 - (1 - numbers.leaks[node]) * missing) * hindered

network = DiscreteBayesianNetwork()
network.add_nodes_from(range(len(graph.nodes)))
tables = []
for node in range(len(graph.nodes)):
    if node in graph.strategies:
        tables.append(TabularCPD(node, 2, [[0.0], [1.0]]))
        continue
    causes = [graph.edges[number].source for number in graph.incoming[node]]
    network.add_edges_from((cause, node) for cause in causes)
    true = [chance(node, dict(zip(causes, case))) for case in itertools.product((0, 1), repeat=len(causes))]
    tables.append(TabularCPD(node, 2, [[1 - x for x in true], true], causes, [2] * len(causes)))
network.add_cpds(*tables)
theirs, exact = cpu(lambda: VariableElimination(network).query([vision], show_progress=False), 3)
ours, drawn = cpu(lambda: worlds(graph, numbers, chosen, 10_000, 0), 7)
print(ours, theirs, float(drawn[vision]), float(exact.values[1]), len(graph.nodes), len(graph.edges))
"""


def worlds_and_pgmpy(python: str, folder: Path, name: str) -> tuple[float, float, str]:
    """Return the CPU seconds of 10,000 worlds and of pgmpy's exact query, and what both say of the vision."""
    done = subprocess.run([python, "-c", WORLDS, name], cwd=folder, capture_output=True, text=True, check=True)
    ours, theirs, drawn, exact, nodes, edges = done.stdout.split()
    told = f"{nodes} nodes, {edges} links; vision {float(drawn):.4f}, exactly {float(exact):.4f}"
    return float(ours), float(theirs), told
