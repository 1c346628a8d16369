"""The rule `no-review`."""

from collections.abc import Iterator

from toc.diagnostics import INFO, Finding, rule
from toc.messages import Words, _
from toc.model.collective_impact import is_reviewed
from toc.model.queries import is_whole
from toc.model.theory import Theory
from toc.rules.places import whole_model


@rule(
    "TOC903",
    INFO,
    sources=[
        "I. Vogel, review of the use of theory of change (2012): a theory is updated at regular intervals",
        "M. Forti, “Six Theory of Change Pitfalls to Avoid” (2012): assuming you've figured it all out",
    ],
)
def no_review(theory: Theory) -> Iterator[Finding]:
    """
    Nothing says when the theory is looked at again.

    ## Why it matters
    A theory of change is never finished.
    A date in everyone's diary does more for it than any good intention: every six months, every year, after each
    season.

    The rule is silent as long as no strategy leads to the vision: until then the theory is being written.

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
    theory "School success" { review every 6 months from 2027-01-15 }
    vision diploma "Every young person earns a diploma"
    outcome reading "Children read with pleasure at eight"
    strategy library "A library bus in the four villages"
    library -> reading -> diploma { because "A book at hand is a book that gets read" }
    ```
    """
    if is_reviewed(theory) or not is_whole(theory):
        return
    yield Finding(
        whole_model(theory),
        _("nothing says when this theory is looked at again"),
        _(
            "agree on a rhythm and write it in `{theory}`: `{review}`",
            theory=Words("theory", "théorie"),
            review=Words("review every 6 months from …", "révision tous les 6 mois dès …"),
        ),
    )
