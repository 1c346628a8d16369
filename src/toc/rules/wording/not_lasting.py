"""The rule `not-lasting`."""

from collections.abc import Iterator

from toc.diagnostics import AOC, INFO, Finding, rule
from toc.messages import Words, _
from toc.model.elements import Element
from toc.model.theory import Theory
from toc.rules.places import is_stated


@rule(
    "TOC313",
    INFO,
    profiles=(AOC,),
    sources=[
        "Niska and Accolades, wiki page « Impact collectif »: the theory of change, for « la tenue du changement »"
    ],
)
def not_lasting(theory: Theory) -> Iterator[Finding]:
    """
    A change next to the vision that does not say why it would last.

    ## Why it matters
    Many changes hold as long as someone pays, calls or comes by.
    The changes right below the vision are those it rests on: what keeps them in place when the project is over?
    A habit, a rule, a budget line, a group that goes on meeting: one sentence is enough.

    Looked at are outcomes and preconditions that lead straight to a vision; what hinders it and what acts back is
    left out.
    Whether the reason is a good one is not for a program to say.

    ## Bad
    ```toc
    theory "School success" { profile aoc }
    vision diploma "Every young person earns a diploma"
    outcome trust "Parents feel at home in the school"
    strategy cafe "A parents' café at school"
    cafe -> trust -> diploma { because "One trusts those whom one knows" }
    ```

    ## Good
    ```toc
    theory "School success" { profile aoc }
    vision diploma "Every young person earns a diploma"
    outcome trust "Parents feel at home in the school" { lasting because "Parents welcome those who come after them" }
    strategy cafe "A parents' café at school"
    cafe -> trust -> diploma { because "One trusts those whom one knows" }
    ```
    """
    visions = {vision.key for vision in theory.visions}
    for change in theory.changes:
        links = theory.outgoing.get(change.key, ())
        below = (link.target in visions and not link.feedback and link.verb != "hinders" for link in links)
        if any(below) and not _says_why(change):
            name = change.id
            yield Finding(
                change.origin,
                _("nothing says why `{name}` would last once it is there", name=name),
                _(
                    'say what keeps it in place: `{lasting} {because} "…"`',
                    lasting=Words("lasting", "durable"),
                    because=Words("because", "parce que"),
                ),
            )


def _says_why(change: Element) -> bool:
    lasting = change.properties.get("lasting")
    reason = lasting.clause("because") if lasting else None
    return reason is not None and is_stated(reason.text)
