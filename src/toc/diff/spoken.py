"""What a model says, in the words of its readers: labels, values and properties, in both languages at once."""

from collections.abc import Sequence
from functools import cache, partial

from toc.messages import LANGUAGES, Message, Words, _, show
from toc.model.elements import (
    Element,
    Key,
    Label,
    Property,
    Quantity,
    Range,
    Reference,
    Selection,
    Value,
    When,
    Word,
)
from toc.model.links import Link
from toc.model.theory import Theory
from toc.model.vocabulary import KINDS, PERIODS, SLOTS
from toc.syntax.keywords import keyword, slot_words, word
from toc.syntax.spelling import every_as, period_as, plural

# Texts that are items of a list; elsewhere several texts are translations of each other.
LISTS = ("also", "split_by")
DEFINITION = _("definition")


def spoken(item: Property, theory: Theory) -> Words:
    """Return what a property says, without its name: `38 % in 2026-06`."""
    return _both(partial(_property, item, theory))


def named(key: Key, theory: Theory) -> Words:
    """Return the label of an element in quotes, its id where it has no label."""
    return _both(partial(_label_of, key, theory))


def quoted(label: Label, theory: Theory) -> Words:
    """Return a text in quotes."""
    return _both(partial(_text, label, theory))


def kind_of(element: Element) -> Words:
    """Return the kind of an element, with its kind word: `adverse factor`, `facteur défavorable`."""
    kind = keyword(element.kind)
    if element.variety is None:
        return kind
    variety = keyword(element.variety, element.kind)
    return Words(f"{variety.en} {kind.en}", f"{kind.fr} {variety.fr}")


def property_name(name: str) -> Words | Message:
    """Return what a property is called."""
    return DEFINITION if name == "definition" else keyword(name)


def strength_of(link: Link, theory: Theory) -> Words | None:
    """Return the strength that a link states."""
    return None if link.strength is None else _both(partial(_value, link.strength, "strength", theory))


def ends(keys: Sequence[Key], theory: Theory) -> Words:
    """Return several elements that act together."""
    names = [named(key, theory) for key in keys]
    return Words(*(" & ".join(getattr(name, language) for name in names) for language in LANGUAGES))


def plain(text: str) -> Words:
    """Return a text that is the same in both languages."""
    return Words(text, text)


def _both(say: "partial[str]") -> Words:
    return Words(*(say(language) for language in LANGUAGES))


def _property(item: Property, theory: Theory, language: str) -> str:
    slot = "period" if item.name in PERIODS else SLOTS.get(item.name, item.name)
    parts = [", ".join(_value(value, slot, theory, language) for value in item.values)] if item.values else []
    if item.name in LISTS:
        parts.append(", ".join(_in_quotes(text.value, language) for text in item.text.texts))
    elif item.text:
        parts.append(_text(item.text, theory, language))
    parts += [_clause(clause, theory, language) for clause in item.clauses]
    return " ".join(parts)


def _clause(clause: Property, theory: Theory, language: str) -> str:
    name = "from.date" if clause.name == "from" else clause.name
    introduced = word(name, language)
    match clause.value:
        case Quantity(_number, str(unit)) if clause.name == "every":
            introduced = every_as(introduced, unit, language)
        case Word(unit) if clause.name == "every":
            return f"{every_as(introduced, unit, language)} {period_as(unit, None, language)}"
    return f"{introduced} {_property(clause, theory, language)}"


def _value(value: Value, slot: str, theory: Theory, language: str) -> str:
    match value:
        case Reference():
            return _label_of(value.key, theory, language)
        case Word():
            return word(value.concept, language, slot) if value.concept in _concepts(slot) else value.concept
        case Quantity():
            return _quantity(value, slot, language)
        case When():
            return str(value)
        case Range(Quantity(low, unit), Quantity(_high, other)) if unit == other:
            return f"{_number(low, language)}..{_value(value.high, slot, theory, language)}"
        case Range():
            return f"{_value(value.low, slot, theory, language)}..{_value(value.high, slot, theory, language)}"
        case Selection():
            return _selection(value, theory, language)


def _quantity(value: Quantity, slot: str, language: str) -> str:
    number = _number(value.value, language)
    if value.unit is None:
        return number
    if value.unit == "%":
        return f"{number}\u00a0%" if language == "fr" else f"{number}%"
    unit = period_as(value.unit, value.value, language) if slot == "period" else value.unit
    return f"{number} {unit}"


def _number(value: float, language: str) -> str:
    number = f"{value:.6f}".rstrip("0").rstrip(".")
    return number.replace(".", ",") if language == "fr" else number


def _selection(selection: Selection, theory: Theory, language: str) -> str:
    target = selection.target
    if isinstance(target, Key):
        meant = _label_of(target, theory, language)
    else:
        meant = plural(target, language) if target in KINDS or target == "links" else target
    if selection.how in {"element", "kind", "links"}:
        return meant
    if selection.how == "within":
        return f"{word('within', language)} {selection.distance} {word('steps_of', language)} {meant}"
    return f"{word(selection.how, language)} {meant}"


def _label_of(key: Key, theory: Theory, language: str) -> str:
    element = theory.elements.get(key)
    if element is None or not str(element.label).strip():
        return f"`{key.id}`"
    return _text(element.label, theory, language)


def _text(label: Label, theory: Theory, language: str) -> str:
    found = label.in_language(language, theory.languages[0] if theory.languages else None)
    return _in_quotes(found.value, language) if found else ""


def _in_quotes(text: str, language: str) -> str:
    return show(_("“{text}”", text=" ".join(text.split())), language)


@cache
def _concepts(slot: str) -> frozenset[str]:
    return frozenset(found.concept for found in slot_words(slot))
