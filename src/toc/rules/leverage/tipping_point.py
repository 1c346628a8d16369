"""The rule `tipping-point`."""

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
    "TOC712",
    WARNING,
    sources=[
        "D. Meadows, “Leverage Points: Places to Intervene in a System” (1999): the gain around reinforcing loops",
        "Kumu, “Where to intervene in a system” (blog.kumu.io), after S. Spann: loops that we could prime",
    ],
)
def tipping_point(theory: Theory, leverage: Leverage) -> Iterator[Finding]:
    """
    A loop in which change feeds itself so strongly that it has two states: asleep and awake.

    ## Why it matters
    In such a loop everything hangs on the first push.
    Without one nothing moves; with a small one the loop carries itself to the top, and a tiny strategy seems to do
    wonders.
    That may be the very place to act, or a sign that its links are drawn too strong: look at it together.

    Numbers are computed from nothing upwards, so what is counted is the lower state; both are told.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome adult "Every teenager has an adult to count on"
    outcome visits "Parents come to the school"
    outcome talk "Parents speak well of the school"
    outcome trust "Parents trust the school"
    strategy mentors "Mentoring by young graduates"
    mentors -> adult strong { because "Teenagers listen to those who are barely older" }
    adult, trust -> diploma strong { because "One stays where one is expected" }
    visits -> talk 0.9 { because "One speaks of what one has seen" }
    talk -> trust 0.9 { because "One believes one's neighbours" }
    trust -> visits 0.9 { because "One comes where one is at ease" }
    trust -> talk 0.9 feedback { because "Whoever is at ease says so" }
    talk -> visits 0.9 feedback { because "One comes with one's neighbours" }
    visits -> trust 0.9 feedback { because "One trusts those whom one knows" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome adult "Every teenager has an adult to count on"
    outcome visits "Parents come to the school"
    outcome talk "Parents speak well of the school"
    outcome trust "Parents trust the school"
    strategy mentors "Mentoring by young graduates"
    strategy cafe "A parents' café at school"
    mentors -> adult strong { because "Teenagers listen to those who are barely older" }
    cafe -> visits moderate { because "A coffee is a reason to come" }
    adult, trust -> diploma strong { because "One stays where one is expected" }
    visits -> talk strong { because "One speaks of what one has seen" }
    talk -> trust moderate { because "One believes one's neighbours" }
    trust -> visits weak feedback { because "One comes where one is at ease" }
    ```
    """
    from toc.leverage.settling import TIPPING

    for loop in rings(theory, leverage, TIPPING):
        yield Finding(
            loop.place,
            _(
                "this loop feeds itself so strongly that it has two states: `{name}` stays at {low}, or reaches {high} "
                "once the loop has begun",
                name=loop.key.id,
                low=rounded(loop.low),
                high=rounded(loop.high),
            ),
            _("counted is the first; which strategy gives the push? if none can, are its links really that strong?"),
            loop.related,
        )
