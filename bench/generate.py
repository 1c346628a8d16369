"""Writes models of any size, always the same for the same size, as toc, as textX input and as D2.

A model is a layered graph: strategies at the bottom, one vision at the top, most links to the next layer,
a few to the one above it. It has no error and, at any size, next to no warning, so that what is measured is
reading and checking rather than the printing of findings.
Run `python bench/generate.py 300 --form toc --language fr`.
"""

import argparse
import random
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CONSONANTS, VOWELS = "bdfgklmnprstv", "aeiou"
KEYWORDS = Path(__file__).parents[1] / "grammar" / "keywords.toml"
# Names are read in the order of their declaration, elements first, as textX has it in its own examples.
TEXTX_GRAMMAR = """\
Model: elements*=Element links*=Link;
Element: kind=ID name=ID label=STRING;
Link: source=[Element] verb=Verb target=[Element] reason=STRING;
Verb: '->' | '=>';
"""
# The same without looking any name up: what reading alone costs textX.
TEXTX_GRAMMAR_WITHOUT_NAMES = TEXTX_GRAMMAR.replace("[Element]", "ID")


@dataclass(frozen=True)
class Step:
    """Something drawn: a strategy, a change or the vision; `layer` counts from the strategies, which have 0."""

    name: str
    kind: str
    label: str
    layer: int
    actor: str


@dataclass(frozen=True)
class Cause:
    """A link, with what is said about it."""

    source: str
    target: str
    verb: str
    reason: str
    assumption: str | None


@dataclass(frozen=True)
class Model:
    """A generated model; `layers` is the number of layers, strategies and vision included."""

    steps: tuple[Step, ...]
    causes: tuple[Cause, ...]
    actors: tuple[tuple[str, str], ...]
    assumptions: tuple[tuple[str, str], ...]
    layers: int


def generate(size: int, seed: int = 42, within: float = 0.0) -> Model:
    """Return the model with `size` steps; another `seed` gives another.

    `within` is the share of links that stay with the actor whose step they come from, where that can be.
    """
    chance = random.Random(seed)
    layers = 5 if size < 100 else 8 if size < 1000 else 12
    actors = tuple((f"actor{n}", _words(chance, 2)) for n in range(3 + size // 100))
    assumptions = tuple((f"belief{n}", _words(chance, 5)) for n in range(1 + size // 50))
    per_layer = (size - 1) // (layers - 1)
    steps = [Step("vision0", "vision", _words(chance, 5), layers - 1, actors[0][0])]
    for number in range(size - 1):
        layer = min(number // per_layer, layers - 2)
        kind = "strategy" if layer == 0 else chance.choice(("outcome", "precondition"))
        actor = actors[number % len(actors)][0]
        steps.append(Step(f"{kind[:3]}{number}", kind, _words(chance, 5), layer, actor))
    return Model(tuple(steps), tuple(_causes(chance, steps, assumptions, within)), actors, assumptions, layers)


def _causes(
    chance: random.Random, steps: list[Step], assumptions: tuple[tuple[str, str], ...], within: float
) -> Iterator[Cause]:
    by_layer: dict[int, list[Step]] = {}
    for step in steps:
        by_layer.setdefault(step.layer, []).append(step)

    def one_of(layer: int, actor: str) -> str:
        own = [step for step in by_layer[layer] if step.actor == actor] if within and chance.random() < within else []
        return chance.choice(own or by_layer[layer]).name

    pairs = {(step.name, one_of(step.layer + 1, step.actor)) for step in steps if step.kind != "vision"}
    caused = {target for _, target in pairs}
    for step in steps:
        if step.layer > 0 and step.name not in caused:
            pairs.add((one_of(step.layer - 1, step.actor), step.name))
    for step in chance.sample(steps, len(steps) // 12):
        if 0 < step.layer < len(by_layer) - 2:
            pairs.add((step.name, one_of(step.layer + 2, step.actor)))
    kinds = {step.name: step.kind for step in steps}
    for number, (source, target) in enumerate(sorted(pairs)):
        verb = "=>" if kinds[source] == "precondition" else "->"
        believed = assumptions[number // 5 % len(assumptions)][0] if number % 5 == 0 else None
        yield Cause(source, target, verb, _words(chance, 6), believed)


def _words(chance: random.Random, count: int) -> str:
    return " ".join(_word(chance) for _ in range(count)).capitalize()


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(chance.choice((2, 3, 4))))


def toc_text(model: Model, language: str = "en", pathway_lines: int = 0) -> str:
    """Return the model as toc; its first `pathway_lines` lines of steps and links stand in one pathway."""
    word = _vocabulary(language)
    head = [
        f'{word["theory"]} "{model.steps[0].label}" {{',
        f'  {word["issue"]} "{model.steps[1].label}"',
        f'  {word["context"]} "{model.steps[2].label}"',
        "}",
    ]
    head += [f'{word["actor"]} {name} "{label}" {{ {word["role"]} {word["decide"]} }}' for name, label in model.actors]
    likely = f"{{ {word['likelihood']} {word['likely']} }}"
    head += [f'{word["assumption"]} {name} "{label}" {likely}' for name, label in model.assumptions]
    inside: list[str] = []
    outside: list[str] = []
    lines = 0
    caused = Counter(cause.target for cause in model.causes)
    steps = [_step(step, word, caused[step.name]) for step in model.steps]
    outside.append(steps[0])
    for text in steps[1:] + [_cause(cause, word) for cause in model.causes]:
        (inside if lines < pathway_lines else outside).append(text)
        lines += text.count("\n") + 1
    if inside:
        body = "\n".join(inside).replace("\n", "\n  ")
        outside.append(f'{word["pathway"]} path0 "{model.steps[3].label}" {{\n  {body}\n}}')
    return "\n".join([*head, *outside]) + "\n"


def _vocabulary(language: str) -> dict[str, str]:
    # Concept -> canonical word; where a property and a value are one concept, both are the same word.
    table = tomllib.loads(KEYWORDS.read_text("utf-8"))
    sections = (*table["values"].values(), table["clauses"], table["properties"], table["kinds"])
    return {concept: entry[language][0] for section in sections for concept, entry in section.items()}


def _step(step: Step, word: dict[str, str], causes: int) -> str:
    year = 2027 + step.layer
    # Whoever names several causes says whether they are enough; toc asks where it is not said.
    enough = f"; {word['sufficient']} {word['yes']}" if causes > 1 else ""
    if step.kind == "vision":
        return f'{word["vision"]} {step.name} "{step.label}" {{ {word["for"]} {step.actor}{enough} }}'
    if step.kind == "strategy":
        return (
            f'{word["strategy"]} {step.name} "{step.label}" {{ {word["by"]} {step.actor}; {word["effort"]} 5000 EUR }}'
        )
    start = f'{word[step.kind]} {step.name} "{step.label}" {{'
    if step.layer > 1:
        return f"{start} {word['of']} {step.actor}; {word['sphere']} {word['interest']}; {word['in']} {year}{enough} }}"
    measured = (
        f"{word['baseline']} 31 % {word['in']} 2025; {word['target']} 70 % {word['in']} {year}; "
        f'{word["source"]} "Register"'
    )
    return "\n".join(
        (
            start,
            f"  {word['of']} {step.actor}; {word['in']} {year}{enough}",
            f'  {word["indicator"]} "{step.label[::-1]}" {{ {measured}; {word["collected_by"]} {step.actor} }}',
            "}",
        )
    )


def _cause(cause: Cause, word: dict[str, str]) -> str:
    strength = f" {word['moderate']}" if cause.verb == "->" else ""
    start = f"{cause.source} {cause.verb} {cause.target}{strength} {{"
    because = f'{word["because"]} "{cause.reason}"'
    if cause.assumption is None:
        return f"{start} {because} }}"
    evidence = f'{word["evidence"]} {word["study"]} "{cause.reason[::-1]}"; {word["assuming"]} {cause.assumption}'
    return f"{start}\n  {because}\n  {evidence}\n}}"


def textx_text(model: Model) -> str:
    """Return the model's steps and links for TEXTX_GRAMMAR: less than toc is given to read."""
    elements = [f'{step.kind} {step.name} "{step.label}"' for step in model.steps]
    links = [f'{cause.source} {cause.verb} {cause.target} "{cause.reason}"' for cause in model.causes]
    return "\n".join([*elements, *links]) + "\n"


def d2_text(model: Model) -> str:
    """Return the model's steps and links as D2."""
    nodes = [f'{step.name}: "{step.label}"' for step in model.steps]
    return "\n".join(["direction: up", *nodes, *(f"{cause.source} -> {cause.target}" for cause in model.causes)]) + "\n"


def main() -> None:
    """Print a model."""
    parser = argparse.ArgumentParser(description="Print a generated model.")
    parser.add_argument("size", type=int)
    parser.add_argument("--form", choices=("toc", "textx", "d2"), default="toc")
    parser.add_argument("--language", choices=("en", "fr"), default="en")
    parser.add_argument("--pathway-lines", type=int, default=0)
    chosen = parser.parse_args()
    model = generate(chosen.size)
    match chosen.form:
        case "textx":
            print(textx_text(model), end="")
        case "d2":
            print(d2_text(model), end="")
        case _:
            print(toc_text(model, chosen.language, chosen.pathway_lines), end="")


if __name__ == "__main__":
    main()
