"""What is said of a theory while it is being written, statement by statement: what is next, and nothing twice."""

from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from toc.analysis import analyse
from toc.config import Settings
from toc.diagnostics import AOC, CI, OM, RESULTS
from toc.workspace import MemoryReader

TODAY = date(2026, 6, 1)
EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("**/*.toc"))
# The ten lines of a first theory, each with what is said once it is written and was not said before.
STATEMENTS = {
    'théorie "Lire dans la vallée"': ["no-vision"],
    'vision lecture "Chaque enfant de la vallée aime lire"': ["no-context", "isolated-element", "no-beneficiary"],
    'précondition histoires "Les parents lisent le soir à leurs enfants"': ["dead-end"],
    "histoires => lecture": ["unreachable-outcome", "no-indicator", "link-without-rationale"],
    'stratégie bibliobus "Bibliobus dans les villages"': ["idle-strategy", "nobody-responsible"],
    "bibliobus -> histoires": ["no-review", "no-unintended-effects", "strength-not-stated", "link-without-rationale"],
    'acteur ville "Ville"': ["isolated-element"],
    'stratégie ateliers "Ateliers de lecture" { par ville; effort moyen }': [
        *("idle-strategy", "effort-not-stated", "single-point-of-failure"),
    ],
    "ateliers -> histoires fort": ["sufficiency-not-stated", "link-without-rationale", "no-evidence"],
    'risque "La librairie du village ferme" { sur bibliobus }': [],
}
# Each says that something has no place in the theory: one of them is enough about one thing.
OF_PLACE = {"isolated-element", "dead-end", "unreachable-outcome", "vision-not-covered", "idle-strategy"}


def said(text: str, settings: Settings | None = None) -> list[tuple[str, str]]:
    """Return the rules that speak, each with the text that it speaks of, from the first line on."""
    found = analyse(MemoryReader({"m.toc": text}), "m.toc", evolve(settings or Settings(), today=TODAY)).diagnostics
    return [(one.rule.name, text[one.origin.start : one.origin.end]) for one in found]


def test_a_theory_as_it_grows() -> None:
    """Each statement brings up what comes next, and nothing that the writer has not come to yet."""
    text, before, news = "", set[tuple[str, str]](), dict[str, list[str]]()
    for statement in STATEMENTS:
        text += f"{statement}\n"
        now = said(text)
        news[statement] = [rule for rule, place in now if (rule, place) not in before]
        before = set(now)
    assert {statement: sorted(rules) for statement, rules in news.items()} == {
        statement: sorted(rules) for statement, rules in STATEMENTS.items()
    }


FIRST_LINES = {
    'theory "Reading"': ["no-vision"],
    'vision reading "Every child loves to read"': ["isolated-element", "no-beneficiary"],
    'outcome reading "Children read"': ["isolated-element", "no-vision"],
    'strategy bus "A library bus"': ["idle-strategy", "no-vision", "nobody-responsible"],
}


@pytest.mark.parametrize("line", FIRST_LINES)
def test_the_first_line(line: str) -> None:
    """Of a file of one line, only that is said which can be done next."""
    assert sorted(rule for rule, _place in said(line)) == FIRST_LINES[line]


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_one_absence_is_said_once(file: Path) -> None:
    """However a model is cut off, no two rules say of one thing that it has no place in the theory."""
    lines = file.read_text("utf-8").splitlines(keepends=True)
    everything = Settings(profiles=(AOC, CI, OM, RESULTS))
    for end in range(1, len(lines), max(1, len(lines) // 12)):
        places = [place for rule, place in said("".join(lines[:end]), everything) if rule in OF_PLACE]
        assert len(places) == len(set(places))
