"""Whether the values of a property are of the shape that its word asks for (TOC004)."""

from collections.abc import Callable

from toc.diagnostics import Finding, Origin
from toc.messages import LANGUAGES, _
from toc.syntax import problems
from toc.syntax.keywords import concept, concept_of_keyword, fold, keyword, slot_words, word
from toc.syntax.naming import origin_of, what
from toc.syntax.nearest import nearest
from toc.syntax.nodes import Date, Name, Property, Quantity, Range, Text, Value
from toc.syntax.quantities import (
    check_feasibility,
    check_measure,
    check_period,
    check_positive,
    check_range,
    check_share,
    check_share_range,
    not_a_share,
)
from toc.syntax.synonyms import synonyms

# What is said of a link stands in its block.
OF_A_LINK = frozenset("because evidence assuming delay accept note source".split())
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
                _(
                    'say in quotes where it can be found: `{word} {kind} "…"`',
                    word=word,
                    kind=keyword("study", "evidence"),
                ),
            )
        ]
    return []


def _is_name(node: Property, value: Value) -> Finding | None:
    if isinstance(value, Name) and " " not in value.text:
        return None
    return problems.malformed_value(
        origin_of(value),
        _("after `{word}` comes a name, not {what}", word=node.word, what=what(value)),
        _("a name is the id of a declaration, without quotes"),
    )


def _is_text(node: Property, value: Value) -> Finding | None:
    if isinstance(value, Text):
        return None
    return problems.malformed_value(
        origin_of(value),
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
        return problems.malformed_value(origin_of(value), message, _("write one of: {words}", words=options))
    message = _("`{value}` is no word for `{word}`", value=value.text, word=word)
    near = near_word(value.text, slot)
    if near is None:
        return problems.malformed_value(origin_of(value), message, _("write one of: {words}", words=options))
    hint = _("did you mean `{near}`? The words are: {words}", near=near, words=options)
    return problems.malformed_value(origin_of(value), message, hint, near, sure=False)


def near_word(text: str, *slots: str) -> str | None:
    """Return the value word of `slots` that says what `text` says, or begins it, or is nearest to it, if any is."""
    for slot in slots:
        for meant in synonyms(text, slot):
            return word(meant.concept, meant.language or "en", slot)
    entries = (entry for slot in slots for entry in slot_words(slot))
    words = [accepted for entry in entries for language in LANGUAGES for accepted in entry.words[language]]
    begun = (accepted for accepted in words if len(accepted) > 3 and fold(text).startswith(fold(accepted)))
    return next(begun, None) or nearest(text, words, 0.65)


def is_year(value: Value) -> bool:
    """Return whether `value` is a whole number of four digits without a unit."""
    return isinstance(value, Quantity) and value.unit is None and value.text.isdigit() and len(value.text) == 4


def check_date(node: Property, value: Value) -> Finding | None:
    """Return what is wrong with a value that should be a date or a range of dates."""
    if isinstance(value, Date) or is_year(value):
        return None
    if isinstance(value, Range):
        return check_range(value, dates=True) or next(
            (finding for end in (value.low, value.high) if (finding := check_date(node, end)) is not None), None
        )
    return problems.malformed_value(
        origin_of(value),
        _("after `{word}` comes a date, not {what}", word=node.word, what=what(value)),
        _("dates are written `2030`, `2030-06` or `2030-06-15`"),
    )


def _effort(node: Property, value: Value) -> Finding | None:
    if isinstance(value, Name):
        return None if concept(value.text, "effort") else _not_a_word(node.word, value, "effort")
    return check_positive(node, value)


def _likelihood(node: Property, value: Value) -> Finding | None:
    if isinstance(value, Name):
        return None if concept(value.text, "likelihood") else _not_a_word(node.word, value, "likelihood")
    if isinstance(value, Range):
        return check_share_range(node.word, value)
    return check_share(node, value)


def _rule_name(node: Property, value: Value) -> Finding | None:
    if isinstance(value, Name) or (isinstance(value, Text) and node.keyword != "accept"):
        return None
    return problems.malformed_value(
        origin_of(value),
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
    "counterfactual": check_share,
    "feasibility": check_feasibility,
    "effort": _effort,
    "amount": check_positive,
    "likelihood": _likelihood,
    "baseline": check_measure,
    "target": check_measure,
    "milestone": check_measure,
    "observed": check_measure,
    "delay": check_period,
    "every": check_period,
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
        if (name := concept_of_keyword(mark.text)) in OF_A_LINK:
            return problems.in_the_block_of_a_link(origin_of(mark), mark.text, name)
        near = near_word(mark.text, "strength", "mark")
        message = _("`{word}` is no strength and no mark of a link", word=mark.text)
        if near is None:
            return problems.malformed_value(origin_of(mark), message, _("write one of: {words}", words=options))
        hint = _("did you mean `{near}`? The words are: {words}", near=near, words=options)
        return problems.malformed_value(origin_of(mark), message, hint, near, sure=False)
    if isinstance(mark, Range):
        return check_share_range("->", mark)
    return None if mark.unit is None and 0 <= mark.value <= 1 else not_a_share(mark, "->")
