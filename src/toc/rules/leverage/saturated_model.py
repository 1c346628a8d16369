"""The rule `saturated-model`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toc.diagnostics import WARNING, Finding, Related, rule
from toc.leverage.verdict_names import SATURATED, UNSETTLED
from toc.messages import _
from toc.model.theory import Theory
from toc.rules.places import whole_model

if TYPE_CHECKING:
    from toc.leverage.assessment import Leverage


@rule(
    "TOC715",
    WARNING,
    sources=["– No published source: where the vision is all but certain, what one strategy adds to it is noise."],
)
def saturated_model(theory: Theory, leverage: Leverage) -> Iterator[Finding]:
    """
    By the model's own numbers the vision is all but certain, whatever is done.

    ## Why it matters
    Many causes that each contribute much add up to certainty: ten of one half leave a thousandth of doubt.
    Nobody who knows the place believes that.
    Usually strengths say how important a link felt rather than how far the cause would suffice, or what is required was
    written as if it contributed.

    The rule speaks where the vision is reached by more than 0.98 (of 1), whichever strategy is left out.
    Strategies are not compared then: none of them seems to be missed.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome adult "Every teenager has an adult to count on"
    outcome reading "Children read with pleasure at eight"
    strategy mentors "Mentoring by young graduates"
    strategy watch "A common watch on those who drop out"
    strategy library "A library bus in the four villages"
    strategy tutors "Reading tutors in small groups"
    mentors, watch -> adult decisive { because "Somebody looks after them" }
    library, tutors -> reading decisive { because "A book shared is a book that gets read" }
    adult, reading -> diploma decisive { because "One stays where one is expected, and can follow" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome adult "Every teenager has an adult to count on"
    outcome reading "Children read with pleasure at eight"
    strategy mentors "Mentoring by young graduates"
    strategy watch "A common watch on those who drop out"
    strategy library "A library bus in the four villages"
    strategy tutors "Reading tutors in small groups"
    mentors, watch -> adult moderate { because "Somebody looks after them" }
    library, tutors -> reading moderate { because "A book shared is a book that gets read" }
    adult, reading => diploma { because "One stays where one is expected, and can follow" }
    ```
    """
    if leverage.condition != SATURATED or leverage.withheld == UNSETTLED:
        return
    full = [(vision, leverage.degree(vision.key)) for vision in theory.visions]
    vision, degree = max(full, key=lambda each: each[1] or 0.0)
    yield Finding(
        whole_model(theory),
        _(
            "the vision `{vision}` is reached by {degree}, on a scale from 0 to 1, whatever is left out; which "
            "strategies are weak is not decided",
            vision=vision.id,
            degree=round(degree or 0.0, 4),
        ),
        _("strengths say how far a cause would suffice alone: are they too high, or is some of it required (`=>`)?"),
        (Related(vision.origin, _("all but certain")),),
    )
