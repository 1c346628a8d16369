"""The rule `unmarked-loop`."""

from collections.abc import Iterator, Mapping

from toc.diagnostics import ERROR, Finding, Origin, Related, rule
from toc.messages import Words, _
from toc.model.elements import Key
from toc.model.links import Link
from toc.model.queries import components, shortest_cycle, without_feedback
from toc.model.theory import Theory
from toc.rules.places import links_made, mark_as_feedback

# A loop of more links than this is shown in part.
MOST_SHOWN = 12
FEEDBACK = Words("feedback", "rétroaction")


@rule(
    "TOC205",
    ERROR,
    sources=[
        "Wikipedia, “Theory of change” (2023): maps show chronological flow and feedback loops",
        "R. Davies, Representing Theories of Change, CEDIL Inception Paper 15 (2018): loops as a problem of maps",
        "T. Aston, “Complexity and theories of change: redux”: the fallacy of unidirectionality",
    ],
)
def unmarked_loop(theory: Theory) -> Iterator[Finding]:
    """
    A loop in which no link is marked as feedback.

    ## Why it matters
    Change often feeds itself, and a theory should show it.
    But an arrow drawn the wrong way round also closes a loop, and then nobody can tell what comes first.
    So each loop needs one link marked `feedback`: the one by which the effect acts back on its own causes.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome trust "Parents feel at home in the school"
    outcome presence "Teenagers come to school every day"
    strategy cafe "A parents' café at school"
    cafe -> trust -> presence { because "One comes where one feels welcome" }
    presence -> diploma { because "Whoever is there can learn" }
    presence -> trust { because "One gets to know those whom one sees every day" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome trust "Parents feel at home in the school"
    outcome presence "Teenagers come to school every day"
    strategy cafe "A parents' café at school"
    cafe -> trust -> presence { because "One comes where one feels welcome" }
    presence -> diploma { because "Whoever is there can learn" }
    presence -> trust feedback { because "One gets to know those whom one sees every day" }
    ```
    """
    numbers = components(theory, without_feedback)
    members: dict[int, list[Key]] = {}
    for key in sorted(numbers):
        members.setdefault(numbers[key], []).append(key)
    made = links_made(theory)
    for keys in members.values():
        cycle = shortest_cycle(theory, keys[0], without_feedback) if len(keys) > 1 else ()
        if cycle:
            yield _finding(theory, keys[0], cycle, made)


def _finding(theory: Theory, start: Key, cycle: tuple[Link, ...], made: Mapping[Origin, int]) -> Finding:
    # The loop is shown from its first name in the alphabet, so that it reads the same however the file is ordered.
    written = sorted(cycle, key=lambda link: link.origin)
    closing = written[-1]
    names = [f"`{key.id}`" for key in (start, *(link.target for link in cycle))]
    shown = " -> ".join(names if len(names) <= MOST_SHOWN else [*names[: MOST_SHOWN - 2], "…", names[-1]])
    title = _("mark the link to `{target}` as `{feedback}`", target=closing.target.id, feedback=FEEDBACK)
    fix = mark_as_feedback(theory, closing, title) if made[closing.origin] == 1 else None
    return Finding(
        closing.origin,
        _("a loop without a link marked `{feedback}`: {loop}", feedback=FEEDBACK, loop=shown),
        _(
            "if change really feeds itself here, mark the link that acts back; if not, turn one of the links round",
        ),
        tuple(
            Related(link.origin, _("the loop goes on to `{target}` here", target=link.target.id))
            for link in written[:-1][:MOST_SHOWN]
        ),
        (fix,) if fix else (),
    )
