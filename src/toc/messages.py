"""What people read, in their language: messages are values until someone shows them.

A message is a gettext template with named fields.
It is made where something is found and turned into text at the edge, so the language is the reader's choice.
"""

import gettext
from collections.abc import Mapping
from datetime import date
from functools import cache
from math import inf
from pathlib import Path
from typing import Any

from attrs import field, frozen

LANGUAGES = ("en", "fr")
LOCALE = Path(__file__).parent / "locale"
# Between thousands, from this number on: a comma, or a narrow space that does not break.
THOUSANDS = {"en": ",", "fr": "\u202f"}
GROUPED = 10_000


@frozen
class Message:
    """A template and its fields; `plural` is the template for every number but one, chosen by the field `n`."""

    template: str
    fields: Mapping[str, Any] = field(factory=dict)
    plural: str | None = None

    def __str__(self) -> str:
        return show(self, "en")


@frozen
class Words:
    """A word of the toc language or a name that has one form in each language, as a field of a message."""

    en: str
    fr: str

    def __str__(self) -> str:
        return self.en


def _(template: str, /, **fields: Any) -> Message:
    """Make a message; a field may itself be a message, Words, a number, a date or a list of these."""
    return Message(template, fields)


def plural(one: str, many: str, /, n: int, **fields: Any) -> Message:
    """Make a message that reads `one` where `n` is one (in French also where it is none), else `many`."""
    return Message(one, {"n": n, **fields}, many)


def spoken_date(year: int, month: int | None = None, day: int | None = None) -> Message:
    """Make a message of a date as people say it: `12 March 2026`, « 1er mars 2026 », `March 2026`, `2026`."""
    if month is None:
        return _("{year}", year=str(year))
    if day is None:
        return _("{month} {year}", month=MONTHS[month - 1], year=str(year))
    first = Words("1", "1er")
    return _("{day} {month} {year}", day=first if day == 1 else day, month=MONTHS[month - 1], year=str(year))


def show(message: Message, language: str) -> str:
    """Return `message` as text in `language` (en or fr); what has no translation stays in English."""
    catalogue = _catalogue(language)
    if message.plural is None:
        template = catalogue.gettext(message.template) if message.template else ""
    else:
        template = catalogue.ngettext(message.template, message.plural, message.fields["n"])
    return template.format(**{name: show_field(value, language) for name, value in message.fields.items()})


def show_field(value: Any, language: str) -> str:
    """Return one field as text in the manner of `language`.

    In French `0,5`, « 30 000 », « 12 mars 2026 » and « et »; in English `0.5`, "30,000", "12 March 2026" and "and".
    """
    match value:
        case Message():
            return show(value, language)
        case Words():
            return value.fr if language == "fr" else value.en
        case bool() | str():
            return str(value)
        case int() | float():
            return _number(value, language)
        case date():
            return show(spoken_date(value.year, value.month, value.day), language)
        case list() | tuple():
            items = [show_field(item, language) for item in value]
            joint = _catalogue(language).gettext(_("{first} and {last}").template) if len(items) > 1 else ""
            return _join(items, joint)
        case _:
            return str(value)


def _number(value: float, language: str) -> str:
    if GROUPED <= abs(value) < inf:
        # Nobody reads an exponent, or what stands behind the point of such a number.
        return f"{round(value):,}".replace(",", THOUSANDS[language])
    text = f"{value:g}"
    return text.replace(".", ",") if language == "fr" else text


def _join(items: list[str], joint: str) -> str:
    if len(items) < 2:
        return "".join(items)
    return joint.format(first=", ".join(items[:-1]), last=items[-1])


MONTHS = (
    _("January"),
    _("February"),
    _("March"),
    _("April"),
    _("May"),
    _("June"),
    _("July"),
    _("August"),
    _("September"),
    _("October"),
    _("November"),
    _("December"),
)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    if language == LANGUAGES[0]:
        # The templates themselves: there is nothing to look for.
        return gettext.NullTranslations()
    return gettext.translation("toc", LOCALE, languages=[language], fallback=True)
