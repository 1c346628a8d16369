"""What an edit changes of what is wrong: the same is found as by looking names up in everything again."""

from collections.abc import Mapping, Sequence

import pytest
import strategies
from hypothesis import given
from hypothesis import strategies as st
from model.models import MAIN, documents

from toc.diagnostics import Finding
from toc.model.resolve import Resolved, resolve, resolve_edit
from toc.source import Source
from toc.syntax.parser import parse

MODEL = """\
vision v "All read" { for pupils }

pathway p "Home" {
  strategy bags "Book bags" {
    status active
    by school
    status idea
  }
  bags -> reading { because "At hand" }
}
outcome reading "They read"
reading => v
actor school "The school"
actor pupils "Pupils"
nobody -> reading
"""
# What is edited, what stands in its place, and whether all has to be resolved again.
EDITS: Mapping[str, tuple[str, str, bool]] = {
    "a blank line goes": ("\n\npathway", "\npathway", False),
    "a text grows": ("All read", "All children read", False),
    "a name is misspelt": ("by school", "by scool", False),
    "what nobody knew is declared": ("nobody -> reading", 'strategy nobody "N"', False),
    "something is declared as something else": ('actor school "', 'outcome school "', False),
    "something is declared no longer": ('actor pupils "Pupils"\n', "", False),
    "a link goes the other way": ("reading => v", "v => reading", False),
    "a brace is left open": ("reading => v", "reading => v {", False),
    "what stood twice stands once": ("    status idea\n", "", False),
    "a pathway ends sooner": ("  bags -> reading", "}\n  bags -> reading", False),
    "a link stands twice": ("nobody -> reading", "bags -> reading", True),
    "a name is declared twice": ('actor pupils "', 'actor school "', False),
    "a file is used": ("nobody -> reading", 'use "other.toc"', True),
}


def found(resolved: Resolved) -> list[Finding]:
    """Return what is wrong, in an order of its own."""
    return sorted(resolved.findings, key=str)


def edited(known: Resolved, text: str) -> Resolved | None:
    """Return what is known after an edit of the whole text."""
    return resolve_edit(known, parse(Source(MAIN, text)))


@pytest.mark.parametrize("name", EDITS)
def test_what_is_wrong_after_an_edit(name: str) -> None:
    """There and back again, what is wrong is what looking at everything finds; few edits ask for that."""
    old, new, all_again = EDITS[name]
    after = MODEL.replace(old, new)
    assert after != MODEL
    before, whole = (resolve(MAIN, documents({MAIN: text}), {}) for text in (MODEL, after))

    there = edited(before, after)

    assert (there is None) == all_again
    if there is not None:
        assert found(there) == found(whole)
        back = edited(there, MODEL)
        assert back is not None
        assert found(back) == found(before)


@given(strategies.documents(), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=6))
def test_any_edits_of_lines(text: str, moves: Sequence[tuple[int, int]]) -> None:
    """Lines go, come twice and change places: what is wrong stays what looking at everything finds."""
    known = resolve(MAIN, documents({MAIN: text}), {})
    for start, to in moves:
        lines = text.split("\n")
        line = lines.pop(start % len(lines))
        if to % 3:
            lines.insert(to % (len(lines) + 1), line)
        if to % 3 == 2:
            lines.insert(start % (len(lines) + 1), line)
        text = "\n".join(lines)
        whole = resolve(MAIN, documents({MAIN: text}), {})
        after = edited(known, text)
        if after is not None:
            assert found(after) == found(whole)
        known = after or whole
