"""The rule `single-point-of-failure`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toc.diagnostics import WARNING, Finding, Related, rule
from toc.leverage.verdict_names import COLLAPSED
from toc.messages import _
from toc.model.elements import Key
from toc.model.queries import topological_order
from toc.model.theory import Theory

if TYPE_CHECKING:
    from toc.leverage.assessment import Leverage

EXACT = 1e-9
# Visions are what is lost, strategies are chosen, and assumptions have a rule of their own.
STEPS = frozenset({"output", "outcome", "precondition", "factor"})


@rule(
    "TOC707",
    WARNING,
    sources=[
        "R. Davies, Representing Theories of Change, CEDIL Inception Paper 15 (2018): several pathways",
        "Z. W. Birnbaum, “On the importance of different components in a multicomponent system” (1969)",
        "T. Lengauer and R. E. Tarjan, “A fast algorithm for finding dominators in a flowgraph” (1979)",
    ],
)
def single_point_of_failure(theory: Theory, leverage: Leverage) -> Iterator[Finding]:
    """
    One uncertain step through which everything goes.

    ## Why it matters
    Several strategies look like several chances.
    If they all go through one step, they are one chance: where that step fails, whatever else was achieved is lost.
    Is there a second way round it, or is this where most care, evidence and follow-up belong?

    A step is meant if without it the whole impact on the vision is lost, and if it is not certain by itself.
    With a single strategy every step is of this kind, so nothing is said; assumptions have a rule of their own
    (`fragile-assumption`).

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    precondition presence "Teenagers come to school every day"
    strategy mentors "Mentoring by young graduates"
    strategy bus "An evening bus to each village"
    mentors, bus -> presence strong { because "Somebody expects them, and they get home" }
    presence => diploma { because "Whoever is not there cannot learn" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome presence "Teenagers come to school every day"
    outcome return "Whoever left finds a place to learn again"
    strategy mentors "Mentoring by young graduates"
    strategy watch "A common watch on those who drop out"
    mentors -> presence strong { because "Teenagers come where somebody expects them" }
    watch -> return strong { because "One can only bring back those whom one saw leave" }
    presence, return -> diploma strong { because "Both in class and by a second way one earns a diploma" }
    ```
    """
    if len(leverage.keys) < 2 or leverage.condition == COLLAPSED or leverage.impact <= 0:
        return
    lost = {each.key for each in leverage.critical if each.knock_out >= 1 - EXACT}
    points = [
        theory.elements[key] for key in topological_order(theory) if key in lost and _may_fail(theory, leverage, key)
    ]
    if not points:
        return
    *others, last = sorted(points, key=lambda element: element.origin)
    names = [f"`{element.id}`" for element in points]
    yield Finding(
        last.origin,
        _("everything hangs on {names}: without any one of them the whole impact is lost", names=names)
        if others
        else _("everything hangs on {names}: without it the whole impact is lost", names=names),
        _("look for a second way to the vision, or give this step the most care, evidence and follow-up"),
        tuple(Related(element.origin, _("everything hangs on `{name}` too", name=element.id)) for element in others),
    )


def _may_fail(theory: Theory, leverage: Leverage, key: Key) -> bool:
    degree = leverage.degree(key)
    kind = theory.elements[key].kind
    return kind in STEPS and degree is not None and degree < 1 - EXACT
