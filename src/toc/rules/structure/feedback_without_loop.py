"""The rule `feedback-without-loop`."""

from collections.abc import Iterator, Mapping

from toc.diagnostics import INFO, Edit, Finding, Fix, Origin, rule
from toc.messages import Words, _
from toc.model.dates import effect_precedes_cause
from toc.model.elements import Key
from toc.model.links import Link
from toc.model.queries import components
from toc.model.theory import Theory
from toc.rules.places import joined

FEEDBACK = Words("feedback", "rétroaction")


@rule(
    "TOC219",
    INFO,
    sources=["– No published source: the mark stands for the link that closes a loop, and here there is no loop."],
)
def feedback_without_loop(theory: Theory) -> Iterator[Finding]:
    """
    A link marked as feedback that closes no loop.

    ## Why it matters
    `feedback` says: here the effect acts back on its own causes.
    If there is no way from the link's end to its beginning, either the mark is too much, or a link of the loop has been
    forgotten; it is worth a look which of the two.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome trust "Parents feel at home in the school"
    outcome presence "Teenagers come to school every day"
    strategy cafe "A parents' café at school"
    cafe -> trust { because "One trusts those whom one knows" }
    trust -> presence feedback { because "One comes where one feels welcome" }
    presence -> diploma { because "Whoever is there can learn" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome trust "Parents feel at home in the school"
    outcome presence "Teenagers come to school every day"
    strategy cafe "A parents' café at school"
    cafe -> trust { because "One trusts those whom one knows" }
    trust -> presence { because "One comes where one feels welcome" }
    presence -> diploma { because "Whoever is there can learn" }
    ```
    """
    numbers = components(theory)
    marked = [link for link in theory.links if link.feedback]
    # Links of one statement share its marks: a mark can go only where it is idle for all of them.
    needed = {mark.origin for link in marked if _closes_a_loop(link, numbers) for mark in link.marks}
    for link in marked:
        if not _closes_a_loop(link, numbers):
            yield _finding(theory, link, needed)


def _closes_a_loop(link: Link, numbers: Mapping[Key, int]) -> bool:
    return any(numbers[source] == numbers[link.target] for source in link.sources)


def _finding(theory: Theory, link: Link, needed: set[Origin]) -> Finding:
    source, target = joined(link.sources), link.target.id
    marks = [mark.origin for mark in link.marks if mark.concept == "feedback" and mark.origin not in needed]
    title = _("remove the mark `{feedback}`", feedback=FEEDBACK)
    fixes = (Fix(title, (Edit("remove", marks[0]),)),) if marks and _may_go(theory, link) else ()
    return Finding(
        link.origin,
        _(
            "marked as `{feedback}`, but nothing leads from `{target}` back to `{source}`",
            feedback=FEEDBACK,
            source=source,
            target=target,
        ),
        _("remove the mark, or add the link that closes the loop"),
        fixes=fixes,
    )


def _may_go(theory: Theory, link: Link) -> bool:
    # Without the mark a vision could not point here, and dates that run backwards would be wrong.
    causes = [theory.elements[source] for source in link.sources]
    return not any(cause.kind == "vision" or effect_precedes_cause(theory, link, cause) for cause in causes)
