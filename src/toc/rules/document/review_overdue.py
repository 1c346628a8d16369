"""The rule `review-overdue`."""

from collections.abc import Iterator
from datetime import date

from toc.diagnostics import WARNING, Finding, rule
from toc.messages import Words, _
from toc.model.collective_impact import is_overdue, next_review
from toc.model.theory import Theory


@rule(
    "TOC902",
    WARNING,
    sources=[
        "I. Vogel, review of the use of theory of change (2012): a theory is updated at regular intervals",
        "T. Aston, “Complexity and theories of change: redux”: too few theories are actually revised",
    ],
)
def review_overdue(theory: Theory, today: date) -> Iterator[Finding]:
    """
    The date of the next review has passed.

    ## Why it matters
    A theory of change is what a group believes today; it gets better each time it meets what happened.
    Most theories are never looked at again after the first picture.
    When a review is over, write the date of the next one; if it did not take place, say when it will.

    The date is read at its most lenient: `2027` has passed on the first day of 2028.

    ## Bad
    ```toc
    theory "School success" { review every 6 months from 2024-01-15 }
    vision diploma "Every young person earns a diploma"
    ```

    ## Good
    ```toc
    theory "School success" { review every 6 months from 2099-01-15 }
    vision diploma "Every young person earns a diploma"
    ```
    """
    review = theory.head.properties.get("review") if theory.head else None
    day = next_review(theory)
    if review is None or day is None or not is_overdue(theory, today):
        return
    yield Finding(
        review.origin,
        _("the review of {day} has passed", day=day.spoken()),
        _(
            "look at the theory together, then write when the next review is: `{review} … {from_} …`",
            review=Words("review", "révision"),
            from_=Words("from", "dès"),
        ),
    )
