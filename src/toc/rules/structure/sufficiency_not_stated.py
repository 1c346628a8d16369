"""The rule `sufficiency-not-stated`."""

from collections.abc import Iterator

from toc.diagnostics import INFO, Finding, rule
from toc.messages import Words, _
from toc.model.links import Link
from toc.model.queries import bringing_about
from toc.model.theory import Theory


@rule(
    "TOC214",
    INFO,
    sources=["Aspen Institute, three tests of a precondition, test 2 (as in CFLeads, TOC-04, ccfy.org)"],
    causes=2,
)
def sufficiency_not_stated(theory: Theory, causes: float) -> Iterator[Finding]:
    """
    A change with several causes that does not say whether they suffice together.

    ## Why it matters
    "Is this everything it takes?" is the question that finds the missing precondition.
    Whatever the answer, write it down: `sufficient yes`, `sufficient no`, or `sufficient unknown` if nobody knows yet.
    Links that hinder and links marked as feedback are not counted as causes.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma" { sufficient unknown }
    outcome reading "Children read with pleasure at eight"
    strategy library "A library bus in the four villages"
    strategy cafe "A parents' café at school"
    library, cafe -> reading { because "Books at hand, and parents who talk about them" }
    reading -> diploma { because "Whoever reads well stays longer at school" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma" { sufficient unknown }
    outcome reading "Children read with pleasure at eight" { sufficient no }
    strategy library "A library bus in the four villages"
    strategy cafe "A parents' café at school"
    library, cafe -> reading { because "Books at hand, and parents who talk about them" }
    reading -> diploma { because "Whoever reads well stays longer at school" }
    ```
    """
    for change in (*theory.visions, *theory.changes):
        if "sufficient" in change.properties:
            continue
        links = [link for link in theory.incoming.get(change.key, ()) if _counts(link)]
        count = sum(len(link.sources) for link in links)
        if count < causes:
            continue
        name = change.id
        yield Finding(
            change.origin,
            _("`{name}` has {n} causes, and nothing says whether they suffice together", name=name, n=count),
            _(
                "ask what else it takes, and write the answer: `{sufficient} {yes}`, `{no}` or `{unknown}`",
                sufficient=Words("sufficient", "suffisant"),
                yes=Words("yes", "oui"),
                no=Words("no", "non"),
                unknown=Words("unknown", "inconnu"),
            ),
        )


def _counts(link: Link) -> bool:
    return bringing_about(link) and not link.feedback
