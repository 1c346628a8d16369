"""Dates of elements and links, read at their most lenient."""

from calendar import monthrange
from datetime import date, timedelta

from toc.messages import Message
from toc.model.elements import Element, Quantity, Range, When
from toc.model.links import Link
from toc.model.theory import Theory

DAYS = {"day": 1, "week": 7}
MONTHS = {"month": 1, "quarter": 3, "year": 12}
LAST_YEAR = 9999


def earliest(stated: When | Range) -> date | None:
    """Return the first day that a date or a range of dates can mean."""
    first = stated.low if isinstance(stated, Range) else stated
    return first.earliest if isinstance(first, When) else None


def latest(stated: When | Range) -> date | None:
    """Return the last day that a date or a range of dates can mean."""
    last = stated.high if isinstance(stated, Range) else stated
    return last.latest if isinstance(last, When) else None


def delay_of(link: Link) -> Quantity | None:
    """Return the period after which the link's effect comes, None where none is stated."""
    stated = link.properties.get("delay")
    return stated.value if stated and isinstance(stated.value, Quantity) else None


def later(day: date, delay: Quantity) -> date:
    """Return the day a period (in the units of `delay`) after `day`; parts of a month are left out."""
    unit = delay.unit or ""
    try:
        if unit in DAYS:
            return day + timedelta(days=int(delay.value * DAYS[unit]))
        months = day.year * 12 + day.month - 1 + int(delay.value * MONTHS.get(unit, 0))
        year, month = months // 12, months % 12 + 1
        return date(year, month, min(day.day, monthrange(year, month)[1]))
    except (OverflowError, ValueError):
        return date(LAST_YEAR, 12, 31)


def effect_precedes_cause(theory: Theory, link: Link, cause: Element) -> bool:
    """Whether `cause`, read at its earliest, plus the link's delay, comes after the target at its latest."""
    start = cause.properties.date("in")
    end = theory.elements[link.target].properties.date("in") if start else None
    first = earliest(start) if start else None
    last = latest(end) if end else None
    if first is None or last is None:
        return False
    delay = delay_of(link)
    return (later(first, delay) if delay else first) > last


def last_spoken(stated: When | Range) -> Message:
    """Return a date, or the end of a range of dates, as people say it in a sentence."""
    return (stated.high if isinstance(stated, Range) and isinstance(stated.high, When) else stated).spoken()
