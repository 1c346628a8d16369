"""Laws of comparing that hold for every two models."""

import json
import re
from collections import Counter
from datetime import date
from random import Random
from xml.etree import ElementTree as ET

import pytest
import strategies
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from toc.analysis import analyse
from toc.catalog import find_all
from toc.config import Settings
from toc.diff.compare import compare
from toc.diff.consequence import consequences
from toc.diff.difference import ADDED, REMOVED, REWORDED, STRENGTHENED, WEAKENED, Difference, ElementChange, LinkChange
from toc.diff.report import DiffFormat, DiffReport
from toc.messages import LANGUAGES, show_field
from toc.model.theory import Theory
from toc.source import Source
from toc.syntax.formatter import format_document
from toc.syntax.parser import parse
from toc.workspace import MemoryReader

FILE = "model.toc"
FEWER = settings(max_examples=max(10, settings().max_examples // 4))
MIRRORED = {STRENGTHENED: WEAKENED, WEAKENED: STRENGTHENED}


def theory_of(text: str) -> Theory:
    """Return what `text` means."""
    return analyse(MemoryReader({FILE: text}), FILE, Settings(select=()), with_fixes=False).theory


@st.composite
def pairs(draw: DrawFn) -> tuple[str, str]:
    """Draw two models that have something in common: one with statements left out, reworded or taken from another."""
    mine, others = draw(strategies.statements()), draw(strategies.statements())
    kept = [statement for statement in mine if draw(st.integers(0, 5))]
    changed = [draw(st.sampled_from((one, one, one.replace("a", "o"), one.replace('"', '"z ', 1)))) for one in kept]
    borrowed = draw(st.lists(st.sampled_from(others), max_size=3)) if others else []
    return "\n".join(mine), "\n".join((*changed, *borrowed))


ANY_PAIR = st.one_of(pairs(), st.tuples(strategies.documents(), strategies.broken_documents()))


def told(change: ElementChange | LinkChange, *, mirrored: bool = False) -> tuple[object, ...]:
    """Return a change without the order of its details, as it is or as it would be the other way round."""
    old, new = (change.new, change.old) if mirrored else (change.old, change.new)
    details = Counter(
        (
            MIRRORED.get(detail.aspect, detail.aspect) if mirrored else detail.aspect,
            *([repr(detail.new), repr(detail.old)] if mirrored else [repr(detail.old), repr(detail.new)]),
            "" if detail.aspect == REWORDED else detail.name,
        )
        for detail in change.details
    )
    return (repr(old), repr(new), frozenset(details.items()))


@given(strategies.documents())
def test_a_model_does_not_differ_from_itself(text: str) -> None:
    """Comparing a model with itself finds nothing, and nothing follows."""
    difference = compare(theory_of(text), theory_of(text))

    assert (difference.elements, difference.links) == ((), ())
    assert consequences(difference) == ()


@given(strategies.statements(), st.randoms(use_true_random=False), st.sampled_from(LANGUAGES))
def test_neither_order_nor_layout_is_a_difference(statements: list[str], chance: Random, keywords: str) -> None:
    """A model laid out anew, in the words of either language, in another order, is the same model."""
    text = "\n".join(statements)
    shuffled = list(statements)
    chance.shuffle(shuffled)
    other = format_document(parse(Source(FILE, "\n".join(shuffled))), keywords)
    difference = compare(theory_of(text), theory_of(other))

    assert (difference.elements, difference.links) == ((), ())


@given(ANY_PAIR)
def test_the_other_way_round_says_the_same_mirrored(texts: tuple[str, str]) -> None:
    """What came, going back, goes; what was strengthened is weakened; and nothing else is said."""
    old, new = map(theory_of, texts)
    there, back = compare(old, new), compare(new, old)

    assert Counter(map(told, there.elements)) == Counter(told(change, mirrored=True) for change in back.elements)
    assert Counter(map(told, there.links)) == Counter(told(change, mirrored=True) for change in back.links)


@given(ANY_PAIR)
def test_every_element_is_told_of_once_at_most(texts: tuple[str, str]) -> None:
    """Each element of either model is kept or told of as gone or come, exactly once."""
    old, new = map(theory_of, texts)
    difference = compare(old, new)
    gone = [change.old.key for change in difference.elements if change.change == REMOVED and change.old]
    come = [change.new.key for change in difference.elements if change.change == ADDED and change.new]
    changed = [(change.old.key, change.new.key) for change in difference.elements if change.old and change.new]

    assert sorted([*gone, *difference.matches.new_of]) == list(old.elements)
    assert sorted([*come, *difference.matches.old_of]) == list(new.elements)
    assert {now: was for was, now in difference.matches.new_of.items()} == difference.matches.old_of
    assert set(changed) <= set(difference.matches.new_of.items())
    assert len(set(changed)) == len(changed)


@given(ANY_PAIR)
def test_every_link_is_told_of_once_at_most(texts: tuple[str, str]) -> None:
    """Each link of either model is kept or told of as gone or come, exactly once; implied ones may go unsaid."""
    old, new = map(theory_of, texts)
    difference = compare(old, new)
    before = [was for was, _now in difference.links_kept]
    before += [change.old for change in difference.links if change.new is None and change.old]
    after = [now for _was, now in difference.links_kept]
    after += [change.new for change in difference.links if change.old is None and change.new]

    for found, theory in ((before, old), (after, new)):
        numbers = Counter(map(id, found))
        assert all(numbers[id(link)] == 1 or (link.implied and not numbers[id(link)]) for link in theory.links)
        assert numbers.total() <= len(theory.links)


def written(difference: Difference, form: DiffFormat, language: str) -> str:
    """Return what a format makes of a difference."""
    found = consequences(difference, ["target-lowered"])
    return form.write(DiffReport(difference, found, "old", "new", language, width=80, today=date(2026, 11, 22)))


@pytest.mark.parametrize("form", find_all("toc.diff.reports", DiffFormat), ids=lambda form: str(form.name))
@FEWER
@given(ANY_PAIR, st.sampled_from(LANGUAGES))
def test_every_format_writes_every_difference(form: DiffFormat, texts: tuple[str, str], language: str) -> None:
    """Whatever two models hold, each format writes it, always the same, and nothing a writer typed is markup."""
    difference = compare(theory_of(texts[0]), theory_of(texts[1]))
    made = written(difference, form, language)

    assert made == written(difference, form, language)
    if form.name == "svg":
        ET.fromstring(made)
    elif form.name == "json":
        assert json.loads(made)["summary"]["added"] == difference.count(ADDED)
    elif form.name == "markdown":
        assert set(re.findall(r"<(?!/?(?:details|summary)>)", made)) == set()
        assert "**[" not in made
    else:
        assert not re.search(r"[\x00-\x09\x0b-\x1f]", made)


@given(ANY_PAIR)
def test_allowing_a_consequence_only_takes_its_weight(texts: tuple[str, str]) -> None:
    """What is allowed is told all the same, and is not breaking."""
    difference = compare(theory_of(texts[0]), theory_of(texts[1]))
    strict = consequences(difference)
    names = sorted({found.name for found in strict})
    lenient = consequences(difference, names)

    assert Counter(found.name for found in lenient) == Counter(found.name for found in strict)
    assert [found for found in lenient if found.breaking] == []
    for language in LANGUAGES:
        assert sorted(show_field(one.message, language) for one in lenient) == sorted(
            show_field(one.message, language) for one in strict
        )
