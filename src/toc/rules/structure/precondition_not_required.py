"""The rule `precondition-not-required`."""

from collections.abc import Iterator

from toc.diagnostics import INFO, Finding, Related, rule
from toc.messages import Words, _
from toc.model.theory import Theory


@rule(
    "TOC220",
    INFO,
    sources=["Aspen Institute, three tests of a precondition, test 1: necessary (as in CFLeads, TOC-04, ccfy.org)"],
)
def precondition_not_required(theory: Theory) -> Iterator[Finding]:
    """
    A precondition that nothing requires.

    ## Why it matters
    A precondition is what must be in place before the next change can come: without it, no further.
    So at least one of its links is `=>` (or it is named after `requires`).
    If all its links only contribute, it helps but is not indispensable: then it is an outcome.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    precondition presence "Teenagers come to school every day"
    strategy mentors "Mentoring by young graduates"
    mentors -> presence { because "Teenagers listen to those who are barely older" }
    presence -> diploma { because "Whoever is there can learn" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    precondition presence "Teenagers come to school every day"
    strategy mentors "Mentoring by young graduates"
    mentors -> presence { because "Teenagers listen to those who are barely older" }
    presence => diploma { because "Whoever is not there cannot learn" }
    ```
    """
    for precondition in theory.of_kind("precondition"):
        links = theory.outgoing.get(precondition.key, ())
        if not links or any(link.verb == "requires" for link in links):
            continue
        name = precondition.id
        yield Finding(
            precondition.origin,
            _("`{name}` is called a precondition, but nothing requires it", name=name),
            _(
                "if the next change cannot come without it, write `{name} => …`; if it only helps, call it `{outcome}`",
                name=name,
                outcome=Words("outcome", "changement"),
            ),
            tuple(Related(link.origin, _("here it leads to `{target}`", target=link.target.id)) for link in links),
        )
