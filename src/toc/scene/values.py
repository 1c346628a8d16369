"""Values of a model as people say them beside a picture."""

from toc.messages import LANGUAGES, Message, Words, _, plural, show_field
from toc.model.elements import Key, Label, Properties, Property, Quantity, Range, Reference, Value, When, Word
from toc.model.figures import value_shown
from toc.model.theory import Theory
from toc.model.value_words import VALUE_WORDS

Said = Message | Words | str


def text_in(label: Label, theory: Theory, language: str) -> str:
    """Return the text of `label` in `language`, else in the theory's first; empty where there is none."""
    text = label.in_language(language, theory.languages[0] if theory.languages else None)
    return text.value.strip() if text else ""


def label_in(key: Key, theory: Theory, language: str) -> str:
    """Return the label of an element, its id where it has no label."""
    element = theory.elements.get(key)
    return (text_in(element.label, theory, language) if element else "") or key.id


def said(value: Value | None, slot: str, unit: str = "") -> Said | None:
    """Return a value of a property, in the words of `slot`; `unit` follows a number that has none of its own.

    Names of elements are not said here: their labels depend on the theory.
    """
    match value:
        case Word(concept):
            return VALUE_WORDS.get(slot, {}).get(concept, concept)
        case Quantity(number, own):
            return value_shown(number, own or unit or None)
        case When() | Range(When()):
            return value.spoken()
        case Range(Quantity(low, _own), Quantity(high, own)):
            return _("{low}–{high}", low=low, high=value_shown(high, own or unit or None))
    return None


def value_of(held: Properties, name: str) -> Said | None:
    """Return the values of the property `name`, with commas between them; None where it has none."""
    item = held.get(name)
    values = [said(value, name) for value in item.values] if item else []
    found = [value for value in values if value is not None]
    if len(found) > 1:
        return Words(*(", ".join(show_field(value, language) for value in found) for language in LANGUAGES))
    return found[0] if found else None


def dated(item: Property, unit: str = "") -> Said | None:
    """Return a value and its date: `28 % (June 2026)`."""
    value = said(item.value, item.name if item.name == "observed" else "quantity", unit)
    clause = item.clause("in")
    when = said(clause.value, "in") if clause else None
    if value is None or when is None:
        return value
    return _("{value} ({date})", value=value, date=when)


def period(item: Property) -> Message | None:
    """Return a length of time: `6 months`."""
    number, unit = _time(item)
    return _period(number, unit)


def rhythm(item: Property) -> Message | None:
    """Return how often something is done: `every year`, `every 6 months`."""
    number, unit = _time(item)
    return _rhythm(number, unit)


def _time(item: Property) -> tuple[float, str]:
    match item.value:
        case Quantity(number, str(unit)):
            return number, unit
        case Word(unit):
            return 1, unit
    return 0, ""


def names(item: Property, theory: Theory, language: str) -> list[str]:
    """Return the labels of the elements that a property names."""
    return [label_in(value.key, theory, language) for value in item.values if isinstance(value, Reference)]


def _period(number: float, unit: str) -> Message | None:
    n = _counted(number)
    match unit:
        case "day":
            return plural("{number} day", "{number} days", n=n, number=number)
        case "week":
            return plural("{number} week", "{number} weeks", n=n, number=number)
        case "month":
            return plural("{number} month", "{number} months", n=n, number=number)
        case "quarter":
            return plural("{number} quarter", "{number} quarters", n=n, number=number)
        case "year":
            return plural("{number} year", "{number} years", n=n, number=number)
    return None


def _rhythm(number: float, unit: str) -> Message | None:
    n = _counted(number)
    match unit:
        case "day":
            return plural("every day", "every {number} days", n=n, number=number)
        case "week":
            return plural("every week", "every {number} weeks", n=n, number=number)
        case "month":
            return plural("every month", "every {number} months", n=n, number=number)
        case "quarter":
            return plural("every quarter", "every {number} quarters", n=n, number=number)
        case "year":
            return plural("every year", "every {number} years", n=n, number=number)
    return None


def _counted(number: float) -> int:
    # A plural takes whole numbers; of anything else there are several.
    return int(number) if number == int(number) else 2
