"""The rule `no-beneficiary`."""

from collections.abc import Iterator

from toc.diagnostics import WARNING, Finding, rule
from toc.messages import Words, _
from toc.model.theory import Theory


@rule(
    "TOC605",
    WARNING,
    sources=["I. Vogel, review of the use of theory of change (2012): minimum elements, for whose ultimate benefit"],
)
def no_beneficiary(theory: Theory) -> Iterator[Finding]:
    """
    A vision that does not say for whom.

    ## Why it matters
    "For whom, in the end?" is the question that keeps a group honest.
    It decides whom to invite, whom to ask whether things have become better, and what counts as success.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome reading "Children read with pleasure at eight"
    strategy library "A library bus in the four villages"
    library -> reading -> diploma { because "A book at hand is a book that gets read" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma" { for youth }
    outcome reading "Children read with pleasure at eight"
    strategy library "A library bus in the four villages"
    library -> reading -> diploma { because "A book at hand is a book that gets read" }
    actor youth "Young people from 6 to 18"
    ```
    """
    for vision in theory.visions:
        if "for" in vision.properties:
            continue
        yield Finding(
            vision.origin,
            _("the vision `{name}` does not say for whom it is", name=vision.id),
            _("name those whose life it changes: `{for_} …`", for_=Words("for", "pour")),
        )
