"""Whether numbers, amounts, ranges and lengths of time are of the shape that a property asks for (TOC004)."""

from toc.diagnostics import Finding
from toc.messages import _
from toc.syntax import problems
from toc.syntax.keywords import concept, keyword, slot_words
from toc.syntax.naming import origin_of, what
from toc.syntax.nodes import Date, Name, Property, Quantity, Range, Value


def check_share(node: Property, value: Value) -> Finding | None:
    """Return what is wrong with a value that should be a number from 0 to 1."""
    if isinstance(value, Quantity) and value.unit is None and 0 <= value.value <= 1:
        return None
    return not_a_share(value, node.word)


def not_a_share(value: Value, word: str) -> Finding:
    """Return the finding for a value that should be a number from 0 to 1."""
    instead = None
    if isinstance(value, Quantity) and value.unit == "%" and 0 <= value.value <= 100:
        instead = f"{value.value / 100:g}"
    return problems.malformed_value(
        origin_of(value),
        _("after `{word}` comes a number from 0 to 1, not {what}", word=word, what=what(value)),
        _("write for example `0.4`: a degree, not a percentage"),
        instead,
    )


def check_share_range(word: str, value: Range) -> Finding | None:
    """Return what is wrong with a range that should lie between 0 and 1."""
    for end in (value.low, value.high):
        if not isinstance(end, Quantity) or end.unit is not None or not 0 <= end.value <= 1:
            return not_a_share(value, word)
    return check_range(value, dates=False)


def check_feasibility(node: Property, value: Value) -> Finding | None:
    """Return what is wrong with a value that should be 1, 2, 3 or 4."""
    if isinstance(value, Quantity) and value.unit is None and value.value in (1, 2, 3, 4):
        return None
    return problems.malformed_value(
        origin_of(value),
        _("after `{word}` comes 1, 2, 3 or 4, not {what}", word=node.word, what=what(value)),
        _("from 1, hardly feasible, to 4, easily feasible"),
    )


def check_positive(node: Property, value: Value) -> Finding | None:
    """Return what is wrong with a value that should be a number or an amount, or a range of these."""
    if isinstance(value, Range):
        if (finding := check_range(value, dates=False)) is not None:
            return finding
        ends = [value.low, value.high]
    else:
        ends = [value]  # type: ignore[list-item]
    for end in ends:
        if not isinstance(end, Quantity) or end.unit == "%" or end.value < 0:
            return problems.malformed_value(
                origin_of(value),
                _("after `{word}` comes a number or an amount, not {what}", word=node.word, what=what(value)),
                _("write a number and one word: `3`, `45000 EUR`, `12 days`, `20000..40000 EUR`"),
            )
    return None


def check_measure(node: Property, value: Value) -> Finding | None:
    """Return what is wrong with a value that an indicator or marker is measured by."""
    if isinstance(value, Quantity):
        return None
    if isinstance(value, Range):
        return check_range(value, dates=False)
    slots = ("observed", "quantity") if node.keyword == "observed" else ("quantity",)
    if isinstance(value, Name) and any(concept(value.text, slot) for slot in slots):
        return None
    return problems.malformed_value(
        origin_of(value),
        _("after `{word}` comes a number, not {what}", word=node.word, what=what(value)),
        _("write for example `{word} 38 % {in_} 2026-06`", word=node.word, in_=keyword("in")),
    )


def check_period(node: Property, value: Value) -> Finding | None:
    """Return what is wrong with a value that should be a length of time."""
    if isinstance(value, Name) and node.keyword == "every" and concept(value.text, "period"):
        return None
    if isinstance(value, Quantity) and value.unit and concept(value.unit, "period") and value.value > 0:
        return None
    units = problems.one_of([keyword(entry.concept, "period") for entry in slot_words("period")])
    return problems.malformed_value(
        origin_of(value),
        _("after `{word}` comes a length of time, not {what}", word=node.word, what=what(value)),
        _("write a number and one of: {units}", units=units),
    )


def check_range(value: Range, *, dates: bool) -> Finding | None:
    """Return what is wrong with a range whose ends are of different kinds or in the wrong order."""
    low, high = value.low, value.high
    if isinstance(low, Date) or isinstance(high, Date):
        if not dates:
            return problems.malformed_value(origin_of(value), _("a number is expected here, not a date"))
        low_key, high_key = _date_key(low), _date_key(high)
        wrong = low_key > high_key
    else:
        if low.unit not in (None, high.unit):
            return problems.malformed_value(
                origin_of(value), _("the two ends of this range have different units"), _("write `20000..40000 EUR`")
            )
        wrong = low.value > high.value
    if wrong:
        return problems.malformed_value(
            origin_of(value), _("this range runs backwards"), _("write the smaller end first: `low..high`")
        )
    return None


def _date_key(value: Quantity | Date) -> tuple[int, int, int]:
    if isinstance(value, Date):
        return (value.year, value.month, value.day or 0)
    return (int(value.value), 0, 0)
