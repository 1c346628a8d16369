"""The rule `deadlock`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from toc.diagnostics import ERROR, Finding, Related, rule
from toc.messages import _
from toc.model.elements import Key
from toc.model.queries import bringing_about, components
from toc.model.theory import Theory
from toc.rules.places import closing_link, links_among

if TYPE_CHECKING:
    # Pictures are drawn where no rule finds an error, and most of them have no loop.
    from toc.leverage.assessment import Leverage

# Of a longer loop, no more links than this are pointed at.
MOST_SHOWN = 12


@rule(
    "TOC218",
    ERROR,
    sources=["– No published source: it follows from how degrees are computed, where each waits for the other."],
)
def deadlock(theory: Theory, assess: Callable[[], Leverage]) -> Iterator[Finding]:
    """
    Changes of a loop that each wait for the other, so that none ever begins.

    ## Why it matters
    `requires` says that without the one there is no other.
    Where this goes round in a circle, each change waits for the other, and whatever strategies do, nothing moves.
    In life somebody takes the first step: say which change can begin without the other, even a little.

    The rule speaks where a strategy leads to such a loop and all of it stays at 0 none the less.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    precondition trust "Parents trust the school"
    precondition visits "Parents come to the school"
    strategy cafe "A parents' café at school"
    cafe -> visits strong { because "A coffee is a reason to come" }
    visits => trust { because "One trusts those whom one knows" }
    trust => visits feedback { because "One comes where one is at ease" }
    trust -> diploma strong { because "Teenagers stay where their families feel welcome" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    precondition trust "Parents trust the school"
    precondition visits "Parents come to the school"
    strategy cafe "A parents' café at school"
    cafe -> visits strong { because "A coffee is a reason to come" }
    visits => trust { because "One trusts those whom one knows" }
    trust -> visits weak feedback { because "One comes where one is at ease" }
    trust -> diploma strong { because "Teenagers stay where their families feel welcome" }
    ```
    """
    numbers = components(theory)
    if len(set(numbers.values())) == len(numbers):
        return
    leverage = assess()
    for loop in leverage.loops:
        for waiting in loop.deadlocks:
            yield _finding(theory, [key for node in waiting if (key := leverage.graph.nodes[node].key)])


def _finding(theory: Theory, waiting: Sequence[Key]) -> Finding:
    links = [link for link in links_among(theory, set(waiting)) if bringing_about(link)]
    closing = closing_link(links)
    others = [link for link in links if link is not closing][:MOST_SHOWN]
    return Finding(
        closing.origin,
        _("{names} wait for each other, so none of them ever begins", names=[f"`{key.id}`" for key in waiting]),
        _("which can begin without the other, even a little? there let the other contribute (`->`), not be required"),
        tuple(Related(link.origin, _("the loop goes on to `{target}` here", target=link.target.id)) for link in others),
    )
