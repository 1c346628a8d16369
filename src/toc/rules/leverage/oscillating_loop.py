"""The rule `oscillating-loop`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toc.diagnostics import WARNING, Finding, rule
from toc.leverage.spoken import rounded
from toc.messages import _
from toc.model.theory import Theory
from toc.rules.leverage.rings import rings

if TYPE_CHECKING:
    from toc.leverage.assessment import Leverage


@rule(
    "TOC713",
    WARNING,
    sources=[
        (
            "Harmati, Hatwágner and Kóczy 2021, Neural Computing and Applications, doi 10.1007/s00521-021-06742-9: "
            "maps of causes that never settle"
        ),
    ],
)
def oscillating_loop(theory: Theory, leverage: Leverage) -> Iterator[Finding]:
    """
    A loop that hinders itself so strongly that no value settles.

    ## Why it matters
    Some loops keep themselves in balance: more visits, less time for each, fewer visits.
    If what acts back is strong, the numbers swing, and no single one says what the loop comes to.
    Then nobody should read a verdict from this model, and none is given: no strategy is called weak, strong or
    negligible.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome time "Teachers have time for parents"
    outcome visits "Parents come to the school"
    outcome talk "Parents speak well of the school"
    strategy hours "Hours kept for parents"
    hours -> time 1.0 { because "An hour in the timetable is an hour" }
    time -> visits decisive { because "One comes where somebody has time" }
    visits -> talk 1.0 { because "One speaks of what one has seen" }
    talk -> visits 1.0 feedback { because "One comes with one's neighbours" }
    visits -| time 1.0 feedback { because "Each visit takes a quarter of an hour" }
    visits -> diploma strong { because "Parents and teachers pull the same way" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome time "Teachers have time for parents"
    outcome visits "Parents come to the school"
    outcome talk "Parents speak well of the school"
    strategy hours "Hours kept for parents"
    hours -> time strong { because "An hour in the timetable is an hour" }
    time -> visits strong { because "One comes where somebody has time" }
    visits -> talk moderate { because "One speaks of what one has seen" }
    talk -> visits weak feedback { because "One comes with one's neighbours" }
    visits -| time weak feedback { because "Each visit takes a quarter of an hour" }
    visits -> diploma strong { because "Parents and teachers pull the same way" }
    ```
    """
    from toc.leverage.settling import OSCILLATING

    for loop in rings(theory, leverage, OSCILLATING):
        yield Finding(
            loop.place,
            _(
                "this loop comes to no settled value: `{name}` is somewhere between {low} and {high}, so which "
                "strategies are weak is not decided",
                name=loop.key.id,
                low=rounded(loop.low),
                high=rounded(loop.high),
            ),
            _("which link acts back, and is it really that strong? say it more closely, with a word or a range"),
            loop.related,
        )
