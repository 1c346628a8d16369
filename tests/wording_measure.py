"""How often the lexical rules are right on the labelled wordings of `tests/wording/`, and the page that says so."""

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from attrs import evolve, frozen

from toc.analysis import analyse
from toc.config import Settings
from toc.diagnostics import Diagnostic, Rule
from toc.messages import LANGUAGES
from toc.rule_book import rule_named
from toc.workspace import MemoryReader

CORPUS = Path(__file__).parent / "wording"
CHANGE_RULES = (
    "activity-as-outcome",
    "means-in-outcome",
    "nobody-changes",
    "two-ideas",
    "output-as-outcome",
    "number-in-label",
    "vague-change",
)
INDICATOR_RULES = ("directional-indicator", "output-indicator")
RULES = {"change": CHANGE_RULES, "indicator": INDICATOR_RULES}
HALVES = ("seen", "unseen")
# Below this precision on the unseen half, in its worse language, a rule is no warning.
WARNED = 0.9
LANGUAGE_NAMES = {"en": "English", "fr": "French"}


@frozen
class Label:
    """A labelled wording; `table` says whether it is a change's or an indicator's, `of` whether people are stated."""

    table: str
    text: str
    faults: frozenset[str]
    half: str
    of: bool


@frozen
class Figures:
    """What a rule found on some labels: the texts it flagged rightly, wrongly, and those it missed."""

    right: tuple[str, ...]
    wrong: tuple[str, ...]
    missed: tuple[str, ...]

    @property
    def precision(self) -> float:
        """The share of what was flagged that was faulty."""
        return len(self.right) / (len(self.right) + len(self.wrong)) if self.right or self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of what was faulty that was flagged."""
        return len(self.right) / (len(self.right) + len(self.missed)) if self.right or self.missed else 1.0


def labels(language: str, half: str) -> list[Label]:
    """Return the labelled wordings of one half of a language."""
    entries = tomllib.loads((CORPUS / f"labels.{language}.toml").read_text("utf-8"))
    found = [
        Label(table, entry["text"], frozenset(entry["faults"]), entry["half"], entry.get("of", False))
        for table in RULES
        for entry in entries[table]
    ]
    return [label for label in found if label.half == half]


def model(language: str, half: str) -> str:
    """Return the labels of one half of a language as a model, one a line from its third line on."""
    known = labels(language, half)
    lines = [f'theory "T" {{ languages {language} }}', 'actor a1 "X"', *map(_line, range(len(known)), known)]
    return "\n".join(lines)


def findings(text: str) -> tuple[Diagnostic, ...]:
    """Return what the measured rules find in a model."""
    settings = evolve(Settings(), select=(*CHANGE_RULES, *INDICATOR_RULES))
    return analyse(MemoryReader({"t.toc": text}), "t.toc", settings).diagnostics


@cache
def measured(language: str, half: str) -> dict[str, Figures]:
    """Return what each rule finds on one half of a language, each label being a line of one model."""
    known, text = labels(language, half), model(language, half)
    flagged: dict[int, set[str]] = {}
    for found in findings(text):
        flagged.setdefault(text.count("\n", 0, found.origin.start) - 2, set()).add(found.rule.name)
    return {
        rule: _figures(
            rule, [(label, rule in flagged.get(at, ())) for at, label in enumerate(known) if label.table == table]
        )
        for table, rules in RULES.items()
        for rule in rules
    }


def worst_precision(rule: str) -> float:
    """Return the precision of a rule on the unseen half, in the language in which it is worse."""
    return min(measured(language, "unseen")[rule].precision for language in LANGUAGES)


def _line(number: int, label: Label) -> str:
    written = label.text.replace("\\", "\\\\").replace('"', '\\"')
    if label.table == "indicator":
        return f'outcome c{number} "Parents read" {{ of a1; indicator "{written}" }}'
    return f'outcome c{number} "{written}"' + (" { of a1 }" if label.of else "")


def _figures(rule: str, judged: Sequence[tuple[Label, bool]]) -> Figures:
    return Figures(
        tuple(label.text for label, flagged in judged if flagged and rule in label.faults),
        tuple(label.text for label, flagged in judged if flagged and rule not in label.faults),
        tuple(label.text for label, flagged in judged if not flagged and rule in label.faults),
    )


PAGE = """\
# How good the rules on wording are

The rules on the wording of changes and indicators go by lists of words, not by understanding.
This page says how often they are right; it is made by the tests.

## How it was measured

Labels of changes and indicators were written in English and in French and judged by hand, before the word lists were.
[tests/wording](../../tests/wording/README.md) holds them and says how they were judged.
One half, the seen one, was there to be read while the lists were made.
The other, the unseen one, was only measured on.
Seven of its English labels, on activities, had been seen by then.
{sizes}

*Precision* is the share of what a rule flags that is faulty; *recall* is the share of what is faulty that it flags.
The counts stand beside each figure: 9 / 10 is nine of ten.

Where its precision on the unseen half is below {warned} in one of the languages, a rule is an info, not a warning.
The rules `two-ideas`, `vague-change` and `directional-indicator` only ask: they are infos whatever their figures.
A test holds that.

## What to make of it

- One hand wrote both halves, with the same turns of phrase in mind: elsewhere the rules will do less well.
- The first word list, that of `activity-as-outcome`, is older than the labels, and was revised after them.
- The unseen half is small: one label more or less moves a figure by several hundredths.
- The lists were not changed to mend what the unseen half showed; the confusions below stand as they were found.

## Figures

{table}

## Confusions of the unseen half

{confusions}
"""


def lexical_page() -> str:
    """Return the page of the documentation that tells the figures."""
    sizes = [
        f"{LANGUAGE_NAMES[language]}: {len(labels(language, HALVES[0]))} labels seen, "
        f"{len(labels(language, HALVES[1]))} unseen."
        for language in LANGUAGES
    ]
    table = "\n".join(_table())
    return PAGE.format(sizes="\n".join(sizes), warned=WARNED, table=table, confusions="\n".join(_confusions()).strip())


def _table() -> Iterator[str]:
    yield "| rule | language | precision, unseen | recall, unseen | precision, seen | recall, seen | severity |"
    yield "|---|---|---|---|---|---|---|"
    for name in (*CHANGE_RULES, *INDICATOR_RULES):
        for language in LANGUAGES:
            unseen, seen = (measured(language, half)[name] for half in ("unseen", "seen"))
            cells = (name, LANGUAGE_NAMES[language], *_cells(unseen), *_cells(seen), _rule(name).severity.value)
            yield f"| {' | '.join(cells)} |"


def _rule(name: str) -> Rule:
    rule = rule_named(name)
    assert rule
    return rule


def _cells(figures: Figures) -> tuple[str, str]:
    right = len(figures.right)
    flagged, faulty = right + len(figures.wrong), right + len(figures.missed)
    return f"{figures.precision:.2f} ({right} / {flagged})", f"{figures.recall:.2f} ({right} / {faulty})"


def _confusions() -> Iterator[str]:
    for name in (*CHANGE_RULES, *INDICATOR_RULES):
        found = [(language, measured(language, "unseen")[name]) for language in LANGUAGES]
        if any(figures.wrong or figures.missed for _language, figures in found):
            yield f"### {name}\n"
            for language, figures in found:
                yield from (f"- {LANGUAGE_NAMES[language]}, flagged though sound: {text}" for text in figures.wrong)
                yield from (f"- {LANGUAGE_NAMES[language]}, missed: {text}" for text in figures.missed)
            yield ""
