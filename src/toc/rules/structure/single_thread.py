"""The rule `single-thread`."""

from collections.abc import Iterator

from toc.diagnostics import INFO, Finding, Related, rule
from toc.messages import _
from toc.model.elements import Element
from toc.model.theory import Theory

# Of a longer thread, no more places than this are pointed at.
MOST_SHOWN = 12


@rule(
    "TOC208",
    INFO,
    sources=[
        "Aspen Institute, three tests of a precondition, tests 1 and 2 (as in CFLeads, TOC-04, ccfy.org)",
        "R. Davies, Representing Theories of Change, CEDIL Inception Paper 15 (2018): several pathways",
    ],
    changes=4,
)
def single_thread(theory: Theory, changes: float) -> Iterator[Finding]:
    """
    Many changes in a row, each with one cause and one effect.

    ## Why it matters
    In real life hardly any change has one cause only.
    A long single thread often means that the conversation stopped at "and then": ask at each step what else must be
    true, and who else has a part in it.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    strategy cafe "A parents' café at school"
    outcome visits "Parents come to the school"
    outcome talk "Parents and teachers talk"
    outcome trust "Parents trust the school"
    outcome support "Parents support homework"
    outcome presence "Teenagers come to school every day"
    cafe -> visits -> talk -> trust -> support -> presence -> diploma { because "Told by parents" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    strategy cafe "A parents' café at school"
    strategy hours "Teachers have hours for parents"
    outcome visits "Parents come to the school"
    outcome talk "Parents and teachers talk"
    outcome trust "Parents trust the school"
    outcome support "Parents support homework"
    outcome presence "Teenagers come to school every day"
    cafe -> visits -> talk -> trust -> support -> presence -> diploma { because "Told by parents" }
    hours -> talk { because "One needs time to talk" }
    ```
    """
    threaded = {change.key: change for change in theory.changes if _on_a_thread(theory, change)}
    for change in threaded.values():
        if theory.incoming[change.key][0].source in threaded:
            continue
        thread = [change]
        following = threaded.get(theory.outgoing[change.key][0].target)
        while following is not None:
            thread.append(following)
            following = threaded.get(theory.outgoing[following.key][0].target)
        if len(thread) > changes:
            yield _finding(thread)


def _on_a_thread(theory: Theory, change: Element) -> bool:
    causes, effects = theory.incoming.get(change.key, ()), theory.outgoing.get(change.key, ())
    return len(causes) == 1 and len(causes[0].sources) == 1 and len(effects) == 1


def _finding(thread: list[Element]) -> Finding:
    written = sorted(thread, key=lambda change: change.origin)
    return Finding(
        written[-1].origin,
        _(
            "{n} changes in a row, from `{first}` to `{last}`, each with one cause and one effect",
            n=len(thread),
            first=thread[0].id,
            last=thread[-1].id,
        ),
        _("ask at each step what else must be true, and who else has a part in it"),
        tuple(
            Related(change.origin, _("`{name}` belongs to the same thread", name=change.id)) for change in written[:-1]
        ),
    )
