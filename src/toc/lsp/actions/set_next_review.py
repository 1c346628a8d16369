"""The date of the next review, where the one stated has passed."""

from collections.abc import Iterator
from datetime import date

from attrs import evolve
from lsprotocol.types import CodeAction

from toc.diagnostics import TextEdit
from toc.lsp.actions.asked import QUICK, Asked
from toc.lsp.statements import innermost
from toc.messages import _, spoken_date
from toc.model.collective_impact import next_review
from toc.model.dates import later
from toc.model.elements import Quantity, When
from toc.model.theory import Theory
from toc.syntax.nodes import Property

RULE = "review-overdue"
# So many reviews are counted at most.
MOST = 5000


def set_next_review(asked: Asked) -> Iterator[CodeAction]:
    """Yield an action that writes the first date of the rhythm stated that has not passed."""
    desk = asked.desk
    for diagnostic in asked.diagnostics:
        origin = diagnostic.origin
        day = _next(desk.theory, desk.settings.today) if diagnostic.rule.name == RULE else None
        place = innermost(desk.document, origin.start, origin.end, Property) if day else None
        if day is None or place is None or not isinstance(place.node, Property):
            continue
        for clause in place.node.clauses:
            if clause.keyword == "from" and clause.values:
                value = clause.values[-1]
                start, end = place.offset + value.start, place.offset + value.end
                edit = TextEdit(origin.file, start, end, day.isoformat())
                title = _("set the next review: {date}", date=spoken_date(day.year, day.month, day.day))
                yield asked.action(title, QUICK, [edit], diagnostic)


def _next(theory: Theory, today: date | None) -> date | None:
    """Return the first day of the rhythm from today on; None where there is no rhythm or no day to count from."""
    review = theory.head.properties.get("review") if theory.head else None
    every = review.clause("every") if review else None
    stated = next_review(theory)
    if today is None or every is None or not isinstance(stated, When):
        return None
    first, rhythm = stated.earliest, every.value
    if not isinstance(rhythm, Quantity):
        return None
    # Counted from the first day each time: the last day of a month stays the last.
    days = (later(first, evolve(rhythm, value=rhythm.value * number)) for number in range(1, MOST))
    return next((day for day in days if day >= today), None)
