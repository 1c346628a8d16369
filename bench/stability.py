"""Measures how far a picture moves when its model changes a little: toc beside D2 and Graphviz, on the same edits.

A model is drawn, then changed by one random edit and drawn again, each time from the same beginning.
Of the other cards (those that are in both pictures and were not themselves edited), the share is counted whose upper
left corner moved by more than 20 px; a shift that most share, such as of the whole picture, does not count.
Run `python bench/stability.py`; `make bench` puts its table into `docs/explanation/performance.md`.
"""

import argparse
import base64
import random
import re
import statistics
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from attrs import evolve
from generate import Cause, Model, Step, d2_text, generate, toc_text

from toc.api import check
from toc.model.theory import Theory
from toc.scene.compose import compose
from toc.scene.engine import executable
from toc.scene.options import Options
from toc.workspace import MemoryReader

FAR = 20
SIZES = (30, 300)
# How many models of each size the edits are shared among: one model may be luckier than another.
MODELS = 5
# In lanes, this share of the links stays in one lane: a theory of change is written pathway by pathway.
LANES, WITHIN = "laned", 0.8
BEGIN, END = "<!-- table of stability -->\n", "<!-- end of table of stability -->\n"
INCH = 72
FILE = "model.toc"
WORDS = ("More", "Each family", "Together with the town", "At last", "In every valley and at any season")

Places = Mapping[str, tuple[float, float]]
"""The upper left corner of each card, by its name in the picture before the edit."""


def edits(model: Model, count: int, seed: int = 0) -> Iterator[tuple[str, Model, dict[str, str]]]:
    """Yield `count` random edits: what each is, the model after it, and which names it touched, with their new ones.

    The kinds of edit take turns: add, remove, rename (another name), relabel (another label), link, unlink.
    """
    chance = random.Random(seed)
    for number in range(count):
        edit = KINDS[number % len(KINDS)]
        after, touched = edit(model, chance)
        yield edit.__name__.strip("_"), after, touched


def _inner(model: Model) -> list[Step]:
    return [step for step in model.steps if step.kind != "vision"]


def _added(model: Model, chance: random.Random) -> tuple[Model, dict[str, str]]:
    like = chance.choice(_inner(model))
    new = replace(like, name=f"{like.name}new", label=f"{chance.choice(WORDS)} {like.label.lower()}")
    above = [step for step in model.steps if step.layer == like.layer + 1]
    below = [step for step in model.steps if step.layer == like.layer - 1]
    causes = [Cause(new.name, chance.choice(above).name, "->", "It helps", None)]
    if below:
        causes.append(Cause(chance.choice(below).name, new.name, "->", "It helps", None))
    return replace(model, steps=(*model.steps, new), causes=(*model.causes, *causes)), {}


def _removed(model: Model, chance: random.Random) -> tuple[Model, dict[str, str]]:
    gone = chance.choice(_inner(model)).name
    causes = tuple(cause for cause in model.causes if gone not in {cause.source, cause.target})
    steps = tuple(step for step in model.steps if step.name != gone)
    return replace(model, steps=steps, causes=causes), {gone: ""}


def _renamed(model: Model, chance: random.Random) -> tuple[Model, dict[str, str]]:
    old = chance.choice(_inner(model)).name
    # Some names sort elsewhere than what they replace.
    new = chance.choice(("a_", "m_", "z_")) + old

    def known(name: str) -> str:
        return new if name == old else name

    steps = tuple(replace(step, name=known(step.name)) for step in model.steps)
    causes = tuple(replace(cause, source=known(cause.source), target=known(cause.target)) for cause in model.causes)
    return replace(model, steps=steps, causes=causes), {old: new}


def _relabelled(model: Model, chance: random.Random) -> tuple[Model, dict[str, str]]:
    changed = chance.choice(_inner(model))
    label = chance.choice(WORDS) if chance.random() < 0.5 else f"{changed.label}, {chance.choice(WORDS).lower()}"
    steps = tuple(replace(step, label=label) if step is changed else step for step in model.steps)
    return replace(model, steps=steps), {changed.name: changed.name}


def _linked(model: Model, chance: random.Random) -> tuple[Model, dict[str, str]]:
    known = {(cause.source, cause.target) for cause in model.causes}
    while True:
        source = chance.choice(_inner(model))
        reach = 1 if chance.random() < 0.75 else 2
        above = [step for step in model.steps if step.layer == min(source.layer + reach, model.layers - 1)]
        target = chance.choice(above)
        if (source.name, target.name) not in known:
            new = Cause(source.name, target.name, "->", "It helps", None)
            return replace(model, causes=(*model.causes, new)), {}


def _unlinked(model: Model, chance: random.Random) -> tuple[Model, dict[str, str]]:
    gone = chance.choice(model.causes)
    return replace(model, causes=tuple(cause for cause in model.causes if cause is not gone)), {}


KINDS = (_added, _removed, _renamed, _relabelled, _linked, _unlinked)


def share_moved(before: Places, after: Places, touched: Mapping[str, str]) -> float:
    """Return the share of the cards in both pictures, those touched apart, that moved by more than FAR."""
    common = [name for name in before if name in after and name not in touched]
    shifts = [(after[name][0] - before[name][0], after[name][1] - before[name][1]) for name in common]
    if not shifts:
        return 0.0
    rounded = Counter((round(x), round(y)) for x, y in shifts)
    candidates = {shift for shift, _ in rounded.most_common(20)} | {(0, 0)}
    candidates.add((round(statistics.median(x for x, _ in shifts)), round(statistics.median(y for _, y in shifts))))
    far = [sum(n for (dx, dy), n in rounded.items() if max(abs(dx - x), abs(dy - y)) > FAR) for x, y in candidates]
    return min(far) / len(shifts)


def theory_of(model: Model) -> Theory:
    """Return what toc reads of a model, with a view that has a lane for each actor."""
    text = f'{toc_text(model)}view {LANES} "In lanes" {{ group by actor }}\n'
    return check(FILE, reader=MemoryReader({FILE: text}), select=()).theory


def places_of_toc(model: Model, options: Options) -> Places:
    """Return where toc puts the cards."""
    cards = compose(theory_of(model), options).cards
    return {card.key.id: (card.box.x, card.box.y) for card in cards if card.key}


def remembering(model: Model, options: Options) -> Options:
    """Return `options` with the memory of the picture of `model`."""
    return evolve(options, memory=compose(theory_of(model), options).memory)


def places_of_dot(model: Model) -> Places:
    """Return where Graphviz's dot puts the nodes; what holds a label is as wide as that."""
    lines = ["digraph { rankdir=BT; node [shape=box]"]
    lines += [f'{step.name} [label="{step.label}"]' for step in model.steps]
    lines += [f"{cause.source} -> {cause.target}" for cause in model.causes]
    command = [executable("embedded"), "-Kdot", "-Tplain"]
    done = subprocess.run(command, input="\n".join([*lines, "}"]), capture_output=True, text=True, check=True)
    found: dict[str, tuple[float, float]] = {}
    for line in done.stdout.splitlines():
        words = line.split(" ")
        if words[0] == "node":
            x, y, width, height = (float(word) * INCH for word in words[2:6])
            # Its y grows upwards.
            found[words[1]] = (x - width / 2, -y - height / 2)
    return found


def places_of_d2(model: Model, d2: str, engine: str) -> Places:
    """Return where D2 puts the nodes, as its SVG says: each is a group whose class is its name in base 64."""
    with tempfile.TemporaryDirectory() as folder:
        source, picture = Path(folder, "model.d2"), Path(folder, "model.svg")
        source.write_text(d2_text(model), "utf-8")
        subprocess.run([d2, f"--layout={engine}", str(source), str(picture)], capture_output=True, check=True)
        svg = picture.read_text("utf-8")
    found = {}
    for name, x, y in re.findall(r'<g class="([\w+/=]+)"><g class="shape"[^>]*><rect x="([-\d.]+)" y="([-\d.]+)"', svg):
        found[base64.b64decode(name).decode()] = (float(x), float(y))
    return found


Placing = Callable[[Model], Places]


def measure(
    size: int, count: int, placing: Callable[[Model], Placing], within: float = 0.0, seed: int = 0
) -> dict[str, list[float]]:
    """Return the shares moved, by kind of edit, of `count` edits of several models.

    `placing` is given the model before the edits and returns who places it and what becomes of it; `within` is the
    share of links that stay with one actor. Another `seed` takes other models and other edits.
    """
    shares: dict[str, list[float]] = {}
    for number in range(MODELS):
        model = generate(size, 42 + seed + number, within)
        place = placing(model)
        before = place(model)
        for kind, after, touched in edits(model, count // MODELS, seed + number):
            shares.setdefault(kind, []).append(share_moved(before, place(after), touched))
    return shares


def without_memory(options: Options) -> Callable[[Model], Placing]:
    """Return toc as it draws what it sees for the first time."""
    return lambda _: lambda model: places_of_toc(model, options)


def with_memory(options: Options) -> Callable[[Model], Placing]:
    """Return toc with the memory of the picture before the edit."""

    def placing(before: Model) -> Placing:
        known = remembering(before, options)
        return lambda model: places_of_toc(model, known)

    return placing


def placers(view: str | None, d2: str | None) -> dict[str, Callable[[Model], Placing]]:
    """Return whoever is measured, by name."""
    options = Options(view=view)
    found = {"toc": without_memory(options), "toc, layout memory": with_memory(options)}
    if d2:
        found["D2 with elk"] = lambda _: lambda model: places_of_d2(model, d2, "elk")
    found["Graphviz dot"] = lambda _: places_of_dot
    return found


def figures(shares: Mapping[str, Sequence[float]]) -> dict[str, float]:
    """Return the median share of all edits, their mean, and the median of each kind."""
    every = [share for found in shares.values() for share in found]
    medians = {kind: statistics.median(found) for kind, found in shares.items()}
    return {"median": statistics.median(every), "mean": statistics.fmean(every), "edits": len(every), **medians}


def table(count: int, d2: str | None) -> Iterator[str]:
    """Yield the lines of the table: the medians, with the means in brackets."""
    budgets = {"toc": 0.3, "toc, layout memory": 0.05}
    yield "| steps | drawn by | median (mean) of all edits | add | remove | rename | relabel | link | unlink | budget |"
    yield "|---|---|---|---|---|---|---|---|---|---|"
    for size in SIZES:
        for view, within, what in ((LANES, WITHIN, "in lanes"), (None, 0.0, "without lanes")):
            for name, placing in placers(view, d2).items():
                found = figures(measure(size, count, placing, within))
                kinds = " | ".join(f"{found[edit.__name__.strip('_')]:.0%}" for edit in KINDS)
                budget = budgets.get(name)
                held = "" if budget is None else f"≤ {budget:.0%}: {'yes' if found['median'] <= budget else '**no**'}"
                yield f"| {size}, {what} | {name} | {found['median']:.0%} ({found['mean']:.0%}) | {kinds} | {held} |"


def main() -> None:
    """Print the table, and put it into the page if there is one."""
    parser = argparse.ArgumentParser(description="Measure how far pictures move after one random edit.")
    parser.add_argument("--edits", type=int, default=60)
    parser.add_argument("--d2", help="path of the command d2; without it D2 is not measured")
    parser.add_argument("--output", type=Path, help="page whose table is replaced")
    chosen = parser.parse_args()
    lines = []
    for line in table(chosen.edits, chosen.d2):
        print(line, flush=True)
        lines.append(line)
    if chosen.output is not None:
        before, rest = chosen.output.read_text("utf-8").split(BEGIN)
        text = "\n".join([f"{chosen.edits} edits each, of {MODELS} models.", "", *lines])
        chosen.output.write_text(f"{before}{BEGIN}\n{text}\n\n{END}{rest.split(END)[1]}", "utf-8")


if __name__ == "__main__":
    main()
