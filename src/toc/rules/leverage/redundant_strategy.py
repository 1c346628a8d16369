"""The rule `redundant-strategy`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toc.diagnostics import INFO, Finding, Related, rule
from toc.leverage.spoken import rounded
from toc.leverage.verdict_names import REDUNDANT
from toc.messages import _
from toc.model.theory import Theory
from toc.rules.leverage.chosen import not_graver

if TYPE_CHECKING:
    from toc.leverage.assessment import Leverage


@rule(
    "TOC704",
    INFO,
    sources=[
        "The Nature Conservancy, Conservation by Design (conservationbydesign.org): strategies are chosen as a whole",
        "M. Grabisch and M. Roubens, “An axiomatic approach to the concept of interaction” (1999)",
    ],
    alone=0.05,
    missed=0.05,
)
def redundant_strategy(theory: Theory, leverage: Leverage, alone: float, missed: float) -> Iterator[Finding]:
    """
    A strategy that would do much alone, and that nobody would miss among the others.

    ## Why it matters
    Several strategies that do the same work may be a safety net, or habit: each organisation has its own.
    It is worth knowing, because one of them could turn to what nobody does yet.

    Redundant is a strategy that alone would raise the vision by at least 0.05 (of 1), while without it less than a
    twentieth of that would be lost.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome reading "Children read with pleasure at eight"
    strategy library "A library bus in the four villages"
    strategy tutors "Reading tutors in small groups"
    strategy volunteers "Volunteers read with children"
    library, tutors, volunteers -> reading 0.9 { because "A book shared is a book that gets read" }
    reading -> diploma strong { because "Whoever reads with ease keeps up in all subjects" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome reading "Children read with pleasure at eight"
    outcome adult "Every teenager has an adult to count on"
    strategy library "A library bus in the four villages"
    strategy tutors "Reading tutors in small groups"
    strategy mentors "Volunteers stand by a teenager"
    library, tutors -> reading strong { because "A book shared is a book that gets read" }
    mentors -> adult strong { because "Whoever comes back every week can be counted on" }
    reading, adult -> diploma strong { because "One stays where one can follow, and is expected" }
    ```
    """
    for key in not_graver(leverage, REDUNDANT, alone=alone, missed=missed):
        of = leverage.figures[key]
        pairs = [pair for pair in leverage.interactions if key in (pair.a, pair.b) and pair.interaction < 0]
        rival = min(pairs, key=lambda pair: pair.interaction, default=None)
        other = None if rival is None else rival.b if rival.a == key else rival.a
        yield Finding(
            theory.elements[key].origin,
            _(
                "alone `{name}` would raise the vision by {alone}, but among the others nobody would miss it: {lost} "
                "would be lost",
                name=key.id,
                alone=rounded(of.alone),
                lost=rounded(of.leave_one_out),
            ),
            _("is it a safety net, or could it turn to what nobody does yet?"),
            (Related(theory.elements[other].origin, _("`{name}` does most of the same work", name=other.id)),)
            if other
            else (),
        )
