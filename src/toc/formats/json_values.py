"""The values of a model in JSON: texts, numbers with units, dates, references and selections; both ways, and schemas.

A schema refers to the definitions (`$defs`) that `DEFINITIONS` lists.
"""

import re
from datetime import date
from typing import Any

from attrs import frozen

from toc.formats.json_cursor import Cursor
from toc.messages import _
from toc.model.elements import Key, Label, Quantity, Range, Reference, Selection, Text, Value, When, Word
from toc.model.vocabulary import KINDS
from toc.syntax.keywords import slot_words

UNDETERMINED = "und"
LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]+)*")
DATE = re.compile(r"([1-9]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?")
SELECTABLE = (*KINDS, "links")
HOWS = ("links_of", "upstream_of", "downstream_of", "within", "by")

DEFINITIONS: dict[str, Any] = {
    "text": {
        "description": "A text: a string in the theory's first language, an object from language to text, or (where"
        " two texts share a language) a list. The key `und` is the first language where the theory states none.",
        "anyOf": [
            {"type": "string"},
            {"type": "object", "additionalProperties": {"type": "string"}, "minProperties": 1},
            {"type": "array", "items": {"$ref": "#/$defs/one_text"}, "minItems": 1},
        ],
    },
    "one_text": {
        "description": "A text in one language, the theory's first where none is named.",
        "anyOf": [
            {"type": "string"},
            {
                "type": "object",
                "properties": {"text": {"type": "string"}, "language": {"type": "string"}},
                "required": ["text"],
                "additionalProperties": False,
            },
        ],
    },
    "name": {"description": "A letter, then letters, digits, `_` or inner `-`.", "type": "string", "minLength": 1},
    "reference": {
        "description": "An element: its id, with `file#` before it where it stands in another file than the model's.",
        "type": "string",
    },
    "quantity": {
        "description": "A number, with its unit where it has one: `%`, a currency or another word.",
        "anyOf": [
            {"type": "number"},
            {
                "type": "object",
                "properties": {"value": {"type": "number"}, "unit": {"type": "string"}},
                "required": ["value", "unit"],
                "additionalProperties": False,
            },
        ],
    },
    "range": {
        "description": "From low to high, both included.",
        "type": "object",
        "properties": {"low": {"$ref": "#/$defs/quantity"}, "high": {"$ref": "#/$defs/quantity"}},
        "required": ["low", "high"],
        "additionalProperties": False,
    },
    "day": {
        "description": "A date known to the year, the month or the day.",
        "type": "string",
        "pattern": r"^[1-9]\d{3}(-\d{2}(-\d{2})?)?$",
    },
    "date": {
        "description": "A date, or a range of dates, both included.",
        "anyOf": [
            {"$ref": "#/$defs/day"},
            {
                "type": "object",
                "properties": {"from": {"$ref": "#/$defs/day"}, "to": {"$ref": "#/$defs/day"}},
                "required": ["from", "to"],
                "additionalProperties": False,
            },
        ],
    },
    "period": {
        "description": "A length of time: a unit (`year`: each year), or a number of them.",
        "anyOf": [
            {"enum": [known.concept for known in slot_words("period")]},
            {
                "type": "object",
                "properties": {
                    "value": {"type": "number"},
                    "unit": {"enum": [known.concept for known in slot_words("period")]},
                },
                "required": ["value", "unit"],
                "additionalProperties": False,
            },
        ],
    },
    "selection": {
        "description": "What a view shows, hides or highlights.",
        "type": "object",
        "properties": {
            "element": {"$ref": "#/$defs/reference"},
            "kind": {"enum": list(SELECTABLE)},
            "tagged": {"type": "string"},
            **{how: {"$ref": "#/$defs/reference"} for how in HOWS},
            "distance": {"type": "integer", "minimum": 0},
        },
        "minProperties": 1,
        "maxProperties": 2,
        "additionalProperties": False,
    },
}


@frozen
class Surroundings:
    """What values depend on: the model's file, the theory's first language (None where none is stated)."""

    file: str
    first: str | None

    def written_key(self, key: Key) -> str:
        """Return `key` as a reference."""
        return key.id if key.file == self.file else f"{key.file}#{key.id}"

    def key(self, cursor: Cursor) -> Key:
        """Read a reference."""
        file, sign, name = cursor.text().rpartition("#")
        return Key(file, name) if sign else Key(self.file, name)

    def written_label(self, label: Label) -> Any:
        """Return texts that are translations of each other."""
        tags = [text.language or self.first or UNDETERMINED for text in label.texts]
        ambiguous = len(set(tags)) < len(tags) or any(
            text.language == (self.first or UNDETERMINED) for text in label.texts
        )
        if ambiguous or not label.texts:
            return self.written_texts(label)
        if tags == [UNDETERMINED]:
            return label.texts[0].value
        return {tag: text.value for tag, text in zip(tags, label.texts, strict=True)}

    def label(self, cursor: Cursor) -> Label:
        """Read texts that are translations of each other."""
        if cursor.value in ([], {}):
            cursor.wrong(_("at least one text is expected here"))
        if isinstance(cursor.value, list):
            return self.texts(cursor)
        if isinstance(cursor.value, str):
            return Label((Text(cursor.text()),))
        if not isinstance(cursor.value, dict):
            cursor.expected(_("a text, or an object from language to text,"))
        texts = cursor.fields(cursor.value).items()
        return Label(tuple(Text(text.text(), self.language(text, tag)) for tag, text in texts))

    def language(self, cursor: Cursor, tag: str) -> str | None:
        """Return the language that a key of a text stands for: None for the theory's first."""
        if not LANGUAGE.fullmatch(tag):
            cursor.wrong(_("`{tag}` is no language: write `fr`, `en` or another code", tag=tag))
        return None if tag == (self.first or UNDETERMINED) else tag

    def written_texts(self, label: Label) -> list[Any]:
        """Return texts one by one."""
        return [
            text.value if text.language is None else {"text": text.value, "language": text.language}
            for text in label.texts
        ]

    def texts(self, cursor: Cursor) -> Label:
        """Read texts one by one."""
        texts = []
        for item in cursor.items():
            if isinstance(item.value, str):
                texts.append(Text(item.text()))
                continue
            fields = item.fields(("text", "language"), ("text",))
            tag = fields.get("language")
            if tag is not None and not LANGUAGE.fullmatch(tag.text()):
                tag.wrong(_("`{tag}` is no language: write `fr`, `en` or another code", tag=tag.value))
            texts.append(Text(fields["text"].text(), tag.text() if tag else None))
        return Label(tuple(texts))

    def written(self, value: Value) -> Any:
        """Return a value that is no selection."""
        match value:
            case Reference():
                return self.written_key(value.key)
            case Word():
                return value.concept
            case Quantity():
                number = int(value.value) if value.value.is_integer() and abs(value.value) < 1e15 else value.value
                return number if value.unit is None else {"value": number, "unit": value.unit}
            case When():
                return str(value)
            case Range() if isinstance(value.low, When):
                return {"from": self.written(value.low), "to": self.written(value.high)}
            case Range():
                return {"low": self.written(value.low), "high": self.written(value.high)}
            case Selection():
                return self.written_selection(value)

    def written_selection(self, value: Selection) -> dict[str, Any]:
        """Return what a view shows, under the name of how it is chosen."""
        target = self.written_key(value.target) if isinstance(value.target, Key) else value.target
        how = "kind" if value.how == "links" else value.how
        return {how: target, **({"distance": value.distance} if how == "within" else {})}

    def selection(self, cursor: Cursor) -> Selection:
        """Read what a view shows."""
        fields = cursor.fields(("element", "kind", "tagged", *HOWS, "distance"))
        distance = fields.pop("distance", None)
        if len(fields) != 1 or (distance is not None) != ("within" in fields):
            cursor.wrong(_("one way to choose is expected, with `distance` for `within` alone"))
        how, chosen = next(iter(fields.items()))
        if how == "kind":
            kind = chosen.word(SELECTABLE)
            return Selection("links" if kind == "links" else "kind", kind)
        if how == "tagged":
            return Selection("tagged", chosen.name())
        return Selection(how, self.key(chosen), int(distance.number(0, 1e6)) if distance else 0)


def read_quantity(cursor: Cursor, low: float, high: float, *, units: bool) -> Quantity:
    """Read a number from `low` to `high`, where `units` are allowed with one."""
    if not isinstance(cursor.value, dict):
        return Quantity(cursor.number(low, high))
    if not units:
        cursor.expected(_("a number"))
    fields = cursor.fields(("value", "unit"), ("value", "unit"))
    unit = fields["unit"]
    return Quantity(fields["value"].number(low, high), "%" if unit.value == "%" else unit.name())


def read_period(cursor: Cursor, *, bare: bool) -> Quantity | Word:
    """Read a length of time; `bare` allows a unit without a number."""
    units = [known.concept for known in slot_words("period")]
    if bare and isinstance(cursor.value, str):
        return Word(cursor.word(units))
    fields = cursor.fields(("value", "unit"), ("value", "unit"))
    return Quantity(fields["value"].number(0), fields["unit"].word(units))


def read_date(cursor: Cursor) -> When | Range:
    """Read a date or a range of dates."""
    if isinstance(cursor.value, dict):
        fields = cursor.fields(("from", "to"), ("from", "to"))
        start, end = _day(fields["from"]), _day(fields["to"])
        if start.earliest > end.latest:
            cursor.wrong(_("this range runs backwards"))
        return Range(start, end)
    return _day(cursor)


def _day(cursor: Cursor) -> When:
    match = DATE.fullmatch(cursor.text())
    if match is None:
        cursor.wrong(_("`{date}` is no date: write `2030`, `2030-06` or `2030-06-15`", date=cursor.value))
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        date(year or 0, month or 1, day or 1)
    except ValueError:
        cursor.wrong(_("there is no day `{date}`", date=cursor.value))
    return When(year or 0, month, day)
