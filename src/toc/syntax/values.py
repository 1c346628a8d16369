"""Whether the values of a property are of the shape that its word asks for (TOC004)."""

from collections.abc import Callable

from toc.diagnostics import Finding, Origin
from toc.messages import LANGUAGES, Message, Words, _
from toc.syntax import problems
from toc.syntax.keywords import concept, fold, keyword, slot_words
from toc.syntax.nodes import Date, Name, Property, Quantity, Range, Text, Value

NAMES = frozenset(
    "languages of for by lead response on mitigated_by part_of funded_by measures with assuming from about answers"
    " changes order requires validated_by checked_by collected_by tags".split()
)
WORDS = frozenset(
    "level nature sphere sufficient acts_on status sector role stance severity direction group_by profile champion"
    " backbone".split()
)
QUOTED = frozenset("also split_by".split())
DATES = frozenset("in horizon until".split())


def check_values(node: Property) -> list[Finding]:
    """Return what is wrong with the values of a property or clause."""
    check = _check_of(node.keyword)
    found = [finding for value in node.values if (finding := check(node, value)) is not None]
    return found or _missing(node)


def _check_of(word: str) -> Callable[[Property, Value], Finding | None]:
    if word in NAMES:
        return _is_name
    if word in WORDS:
        return _is_word
    if word in DATES:
        return check_date
    if word in QUOTED:
        return _is_text
    return CHECKS.get(word, _anything)


def _anything(_node: Property, _value: Value) -> None:
    return None


def _missing(node: Property) -> list[Finding]:
    # What a property cannot do without, and the grammar lets pass so that the message can say what it is.
    origin = Origin("", node.start, node.end)
    word = node.word
    if node.keyword in ("lasting", "proxy", "accept") and node.clause("because") is None:
        wanted = f"{word} {node.values[0].text} " if node.values and isinstance(node.values[0], Name) else f"{word} "
        return [
            problems.syntax_error(
                origin,
                _("the reason is missing"),
                _('write `{start}{because} "…"`', start=wanted, because=keyword("because")),
            )
        ]
    if node.keyword == "evidence" and len(node.values) < 2:
        return [
            problems.syntax_error(
                origin,
                _("the evidence itself is missing"),
                _('say in quotes where it can be found: `{word} {kind} "…"`', word=word, kind=keyword("study", "evidence")),
            )
        ]
    return []


def _origin(value: Value) -> Origin:
    return Origin("", value.start, value.end)


def _is_name(node: Property, value: Value) -> Finding | None:
    if isinstance(value, Name) and " " not in value.text:
        return None
    return problems.malformed_value(
        _origin(value),
        _("after `{word}` comes a name, not {what}", word=node.word, what=what(value)),
        _("a name is the id of a declaration, without quotes"),
    )


def _is_text(node: Property, value: Value) -> Finding | None:
    if isinstance(value, Text):
        return None
    return problems.malformed_value(
        _origin(value),
        _("after `{word}` comes a text, not {what}", word=node.word, what=what(value)),
        _('write `{word} "…"`, several of them with commas', word=node.word),
    )


def _is_word(node: Property, value: Value) -> Finding | None:
    if isinstance(value, Name) and concept(value.text, node.keyword) is not None:
        return None
    return _not_a_word(node.word, value, node.keyword)


def _not_a_word(word: str, value: Value, slot: str) -> Finding:
    options = problems.one_of([keyword(entry.concept, slot) for entry in slot_words(slot)])
    if not isinstance(value, Name):
        message = _("after `{word}` comes a word, not {what}", word=word, what=what(value))
        return problems.malformed_value(_origin(value), message, _("write one of: {words}", words=options))
    message = _("`{value}` is no word for `{word}`", value=value.text, word=word)
    near = near_word(value.text, slot)
    if near is None:
        return problems.malformed_value(_origin(value), message, _("write one of: {words}", words=options))
    hint = _("did you mean `{near}`? The words are: {words}", near=near, words=options)
    return problems.malformed_value(_origin(value), message, hint, near, sure=False)


def near_word(text: str, *slots: str) -> str | None:
    """Return the value word of `slots` that is nearest to `text`, if any is near."""
    candidates = {
        fold(accepted): accepted
        for slot in slots
        for entry in slot_words(slot)
        for language in LANGUAGES
        for accepted in entry.words[language]
    }
    from difflib import get_close_matches  # only where there is a fault to explain

    found = get_close_matches(fold(text), sorted(candidates), n=1, cutoff=0.65)
    return candidates[found[0]] if found else None


def is_year(value: Value) -> bool:
    """Return whether `value` is a whole number of four digits without a unit."""
    return isinstance(value, Quantity) and value.unit is None and value.text.isdigit() and len(value.text) == 4


def check_date(node: Property, value: Value) -> Finding | None:
    """Return what is wrong with a value that should be a date or a range of dates."""
    if isinstance(value, Date) or is_year(value):
        return None
    if isinstance(value, Range):
        return _check_range(value, dates=True) or next(
            (finding for end in (value.low, value.high) if (finding := check_date(node, end)) is not None), None
        )
    return problems.malformed_value(
        _origin(value),
        _("after `{word}` comes a date, not {what}", word=node.word, what=what(value)),
        _("dates are written `2030`, `2030-06` or `2030-06-15`"),
    )


def _check_range(value: Range, *, dates: bool) -> Finding | None:
    low, high = value.low, value.high
    if isinstance(low, Date) or isinstance(high, Date):
        if not dates:
            return problems.malformed_value(_origin(value), _("a number is expected here, not a date"))
        low_key, high_key = _date_key(low), _date_key(high)
        wrong = low_key > high_key
    else:
        if low.unit not in (None, high.unit):
            return problems.malformed_value(
                _origin(value), _("the two ends of this range have different units"), _("write `20000..40000 EUR`")
            )
        wrong = low.value > high.value
    if wrong:
        return problems.malformed_value(
            _origin(value), _("this range runs backwards"), _("write the smaller end first: `low..high`")
        )
    return None


def _date_key(value: Quantity | Date) -> tuple[int, int, int]:
    if isinstance(value, Date):
        return (value.year, value.month, value.day or 0)
    return (int(value.value), 0, 0)


def _share(node: Property, value: Value) -> Finding | None:
    """A number from 0 to 1."""
    if isinstance(value, Quantity) and value.unit is None and 0 <= value.value <= 1:
        return None
    return not_a_share(value, node.word)


def not_a_share(value: Value, word: str) -> Finding:
    """Return the finding for a value that should be a number from 0 to 1."""
    instead = None
    if isinstance(value, Quantity) and value.unit == "%" and 0 <= value.value <= 100:
        instead = f"{value.value / 100:g}"
    return problems.malformed_value(
        _origin(value),
        _("after `{word}` comes a number from 0 to 1, not {what}", word=word, what=what(value)),
        _("write for example `0.4`: a degree, not a percentage"),
        instead,
    )


def _feasibility(node: Property, value: Value) -> Finding | None:
    if isinstance(value, Quantity) and value.unit is None and value.value in (1, 2, 3, 4):
        return None
    return problems.malformed_value(
        _origin(value),
        _("after `{word}` comes 1, 2, 3 or 4, not {what}", word=node.word, what=what(value)),
        _("from 1, hardly feasible, to 4, easily feasible"),
    )


def _effort(node: Property, value: Value) -> Finding | None:
    if isinstance(value, Name):
        return None if concept(value.text, "effort") else _not_a_word(node.word, value, "effort")
    return _positive(node, value)


def _positive(node: Property, value: Value) -> Finding | None:
    if isinstance(value, Range):
        if (finding := _check_range(value, dates=False)) is not None:
            return finding
        ends = [value.low, value.high]
    else:
        ends = [value]  # type: ignore[list-item]
    for end in ends:
        if not isinstance(end, Quantity) or end.unit == "%" or end.value < 0:
            return problems.malformed_value(
                _origin(value),
                _("after `{word}` comes a number or an amount, not {what}", word=node.word, what=what(value)),
                _("write a number and one word: `3`, `45000 EUR`, `12 days`, `20000..40000 EUR`"),
            )
    return None


def _likelihood(node: Property, value: Value) -> Finding | None:
    if isinstance(value, Name):
        return None if concept(value.text, "likelihood") else _not_a_word(node.word, value, "likelihood")
    if isinstance(value, Range):
        return _share_range(node.word, value)
    return _share(node, value)


def _share_range(word: str, value: Range) -> Finding | None:
    for end in (value.low, value.high):
        if not isinstance(end, Quantity) or end.unit is not None or not 0 <= end.value <= 1:
            return not_a_share(value, word)
    return _check_range(value, dates=False)


def _measure(node: Property, value: Value) -> Finding | None:
    if isinstance(value, Quantity):
        return None
    if isinstance(value, Range):
        return _check_range(value, dates=False)
    slots = ("observed", "quantity") if node.keyword == "observed" else ("quantity",)
    if isinstance(value, Name) and any(concept(value.text, slot) for slot in slots):
        return None
    return problems.malformed_value(
        _origin(value),
        _("after `{word}` comes a number, not {what}", word=node.word, what=what(value)),
        _("write for example `{word} 38 % {in_} 2026-06`", word=node.word, in_=keyword("in")),
    )


def _period(node: Property, value: Value) -> Finding | None:
    if isinstance(value, Name) and node.keyword == "every" and concept(value.text, "period"):
        return None
    if isinstance(value, Quantity) and value.unit and concept(value.unit, "period") and value.value > 0:
        return None
    units = problems.one_of([keyword(entry.concept, "period") for entry in slot_words("period")])
    return problems.malformed_value(
        _origin(value),
        _("after `{word}` comes a length of time, not {what}", word=node.word, what=what(value)),
        _("write a number and one of: {units}", units=units),
    )


def _rule_name(node: Property, value: Value) -> Finding | None:
    if isinstance(value, Name) or (isinstance(value, Text) and node.keyword != "accept"):
        return None
    return problems.malformed_value(
        _origin(value),
        _("after `{word}` comes the name of a rule, not {what}", word=node.word, what=what(value)),
        _("the name stands in the message, as in `accept no-indicator because …`"),
    )


def _evidence(node: Property, value: Value) -> Finding | None:
    if value is not node.values[0]:
        return None
    if isinstance(value, Name) and concept(value.text, "evidence"):
        return None
    return _not_a_word(node.word, value, "evidence")


def _one_word(node: Property, value: Value) -> Finding | None:
    """A free word, such as the name of a theme."""
    return None if isinstance(value, Name) else _is_name(node, value)


CHECKS: dict[str, Callable[[Property, Value], Finding | None]] = {
    "counterfactual": _share,
    "feasibility": _feasibility,
    "effort": _effort,
    "amount": _positive,
    "likelihood": _likelihood,
    "baseline": _measure,
    "target": _measure,
    "milestone": _measure,
    "observed": _measure,
    "delay": _period,
    "every": _period,
    "accept": _rule_name,
    "evidence": _evidence,
    "theme": _one_word,
    "paper": _one_word,
}


def check_mark(mark: Name | Quantity | Range) -> Finding | None:
    """Return what is wrong with a mark of a link: a strength, `feedback` or `uncertain`."""
    if isinstance(mark, Name):
        if concept(mark.text, "strength") or concept(mark.text, "mark"):
            return None
        words = [(slot, entry.concept) for slot in ("strength", "mark") for entry in slot_words(slot)]
        options = problems.one_of([keyword(name, slot) for slot, name in words])
        near = near_word(mark.text, "strength", "mark")
        message = _("`{word}` is no strength and no mark of a link", word=mark.text)
        if near is None:
            return problems.malformed_value(_origin(mark), message, _("write one of: {words}", words=options))
        hint = _("did you mean `{near}`? The words are: {words}", near=near, words=options)
        return problems.malformed_value(_origin(mark), message, hint, near, sure=False)
    if isinstance(mark, Range):
        return _share_range("->", mark)
    return None if mark.unit is None and 0 <= mark.value <= 1 else not_a_share(mark, "->")


def what(value: Value) -> Message | Words | str:
    """Return in words what a value is: `the name …`, `the number …`."""
    match value:
        case Name():
            return _("the word `{text}`", text=value.text)
        case Text():
            return _("a text in quotes")
        case Quantity():
            unit = "" if value.unit is None else f" {value.unit}"
            return f"`{value.text}{unit}`"
        case Date():
            return _("a date")
        case Range():
            return _("a range")
        case _:
            return _("a selection")
