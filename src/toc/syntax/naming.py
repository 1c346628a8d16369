"""How a value is called in a message, and where it stands."""

from toc.diagnostics import Origin
from toc.messages import Message, Words, _
from toc.syntax.nodes import Date, Name, Quantity, Range, Text, Value


def origin_of(value: Value) -> Origin:
    """Return where a value stands in its statement."""
    return Origin("", value.start, value.end)


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
