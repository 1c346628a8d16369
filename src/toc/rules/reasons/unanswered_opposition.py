"""The rule `unanswered-opposition`."""

from collections.abc import Iterator

from toc.diagnostics import AOC, WARNING, Finding, rule
from toc.messages import Message, Words, _
from toc.model.elements import Element
from toc.model.theory import Theory
from toc.rules.reasons.weights import carried_out


@rule(
    "TOC409",
    WARNING,
    profiles=(AOC,),
    sources=["Niska and Accolades, wiki page « Chemins de changement »: the actors who slow the change or prevent it"],
)
def unanswered_opposition(theory: Theory) -> Iterator[Finding]:
    """
    Somebody or something works against the change, and no strategy responds.

    ## Why it matters
    To have named those who hold the change back is already much.
    The next question is what one does about it: talk, bargain, go around, protect those who are exposed?
    What stays unanswered decides for you.

    Looked at are actors whose stance is `blocks` and factors that are `adverse`.
    A strategy that was dropped is no response any more.

    ## Bad
    ```toc
    theory "School success" { profile aoc }
    vision diploma "Every young person earns a diploma"
    outcome presence "Teenagers come to school until June"
    presence -> diploma { because "One must be there to learn" }
    actor employers "Employers of the summer season" { stance blocks }
    ```

    ## Good
    ```toc
    theory "School success" { profile aoc }
    vision diploma "Every young person earns a diploma"
    outcome presence "Teenagers come to school until June"
    strategy charter "A charter written with twenty employers"
    charter -> presence -> diploma { because "One must be there to learn" }
    actor employers "Employers of the summer season" { stance blocks; response charter }
    ```
    """
    for element in theory.of_kind("actor", "factor"):
        answers = element.properties.refs("response")
        if not _opposes(element) or carried_out(theory, answers):
            continue
        yield Finding(
            element.origin,
            _message(element.id, element, dropped=bool(answers)),
            _(
                "name the strategy that responds: `{response} …`; if nothing can be done: "
                '`{accept} unanswered-opposition {because} "…"`',
                response=Words("response", "réponse"),
                accept=Words("accept", "accepte"),
                because=Words("because", "parce que"),
            ),
        )


def _opposes(element: Element) -> bool:
    return element.variety == "adverse" or element.properties.word("stance") == "blocks"


def _message(name: str, element: Element, *, dropped: bool) -> Message:
    if element.kind == "actor":
        if dropped:
            return _("`{name}` holds the change back, and the strategy that responded has been dropped", name=name)
        return _("`{name}` holds the change back, and no strategy responds", name=name)
    if dropped:
        return _("`{name}` works against the change, and the strategy that responded has been dropped", name=name)
    return _("`{name}` works against the change, and no strategy responds", name=name)
