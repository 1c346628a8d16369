"""How each property of the language looks in JSON: one shape a property, which writes, reads and describes it."""

import math
from collections.abc import Callable, Mapping
from typing import Any

from attrs import frozen

from toc.formats.json_cursor import Cursor
from toc.formats.json_values import Surroundings, read_date, read_period, read_quantity
from toc.messages import _
from toc.model.elements import Label, Property, Range, Reference, Selection, Value, Word
from toc.model.vocabulary import FLAGS, NAMES, SELECTIONS
from toc.syntax.keywords import slot_words

Schema = dict[str, Any]


@frozen
class Shape:
    """One form that properties have: `write` gives the JSON of a property, `read` makes the property `name` of it."""

    write: Callable[[Property, Surroundings], Any]
    read: Callable[[str, Cursor, Surroundings], Property]
    schema: Schema


def concepts(slot: str) -> tuple[str, ...]:
    """Return the words of `slot`, as concepts."""
    return tuple(known.concept for known in slot_words(slot))


def _reference(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _list_of(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


def _object(properties: Mapping[str, Schema], needed: tuple[str, ...] = ()) -> Schema:
    schema: Schema = {"type": "object", "properties": dict(properties), "additionalProperties": False}
    return {**schema, "required": list(needed)} if needed else schema


def _flag() -> Shape:
    def read(name: str, cursor: Cursor, _where: Surroundings) -> Property:
        if not cursor.flag():
            cursor.wrong(_("leave out what is not so: only `true` can stand here"))
        return Property(name)

    return Shape(lambda _item, _where: True, read, {"const": True})


def _text() -> Shape:
    def read(name: str, cursor: Cursor, where: Surroundings) -> Property:
        return Property(name, text=where.label(cursor))

    return Shape(lambda item, where: where.written_label(item.text), read, _reference("text"))


def _texts() -> Shape:
    def read(name: str, cursor: Cursor, where: Surroundings) -> Property:
        return Property(name, text=where.texts(cursor))

    return Shape(lambda item, where: where.written_texts(item.text), read, _list_of(_reference("one_text")))


def _values(read_one: Callable[[Cursor, Surroundings], Value], schema: Schema, *, several: bool) -> Shape:
    """Return the shape of a property that is nothing but a value, or a list of `several`."""

    def write(item: Property, where: Surroundings) -> Any:
        written = [where.written(value) for value in item.values]
        return written if several else next(iter(written), None)

    def read(name: str, cursor: Cursor, where: Surroundings) -> Property:
        items = cursor.items() if several else (cursor,)
        return Property(name, tuple(read_one(item, where) for item in items))

    return Shape(write, read, _list_of(schema) if several else schema)


def _read_reference(cursor: Cursor, where: Surroundings) -> Reference:
    return Reference(where.key(cursor))


def _read_selection(cursor: Cursor, where: Surroundings) -> Selection:
    return where.selection(cursor)


def _read_name(cursor: Cursor, _where: Surroundings) -> Word:
    return Word(cursor.name())


def _word(slot: str, *, several: bool = False) -> Shape:
    words = concepts(slot)
    return _values(lambda cursor, _where: Word(cursor.word(words)), {"enum": list(words)}, several=several)


def _amount(
    slot: str | None = None, low: float = -math.inf, high: float = math.inf, *, units: bool, ranges: bool = True
) -> tuple[Callable[[Cursor, Surroundings], Value], Schema]:
    """Return how a number, a range of numbers, or a word of `slot` is read, and its schema."""
    words = concepts(slot) if slot else ()

    def read(cursor: Cursor, _where: Surroundings) -> Value:
        value = cursor.value
        if words and isinstance(value, str):
            return Word(cursor.word(words))
        if ranges and isinstance(value, dict) and value.keys() & {"low", "high"}:
            fields = cursor.fields(("low", "high"), ("low", "high"))
            ends = [read_quantity(fields[end], low, high, units=units) for end in ("low", "high")]
            if ends[0].value > ends[1].value:
                cursor.wrong(_("this range runs backwards"))
            return Range(ends[0], ends[1])
        return read_quantity(cursor, low, high, units=units)

    bounds = {"minimum": low, "maximum": high}
    number = {"type": "number", **{name: bound for name, bound in bounds.items() if math.isfinite(bound)}}
    options = [_reference("quantity") if units else number]
    options += [_reference("range")] * ranges + [{"enum": list(words)}] * bool(words)
    return read, options[0] if len(options) == 1 else {"anyOf": options}


def _fields(
    values: str | None,
    value_shape: Shape | None,
    clauses: Mapping[str, Shape],
    text: str | None,
    needed: tuple[str, ...],
) -> Shape:
    """Return the shape of an object: the values under one key, a text under another, and one key for each clause."""
    keys = [key for key in (values, text, *clauses) if key]

    def write(item: Property, where: Surroundings) -> dict[str, Any]:
        written: dict[str, Any] = {}
        if values and value_shape:
            written[values] = value_shape.write(item, where)
        if text and item.text:
            written[text] = where.written_label(item.text)
        return written | {clause.name: clauses[clause.name].write(clause, where) for clause in item.clauses}

    def read(name: str, cursor: Cursor, where: Surroundings) -> Property:
        fields = cursor.fields(keys, needed)
        read_values = value_shape.read(name, fields[values], where).values if values and value_shape else ()
        label = where.label(fields[text]) if text and text in fields else Label()
        found = tuple(clauses[key].read(key, field, where) for key, field in fields.items() if key in clauses)
        return Property(name, read_values, label, found)

    described = {values: value_shape.schema} if values and value_shape else {}
    described |= {text: _reference("text")} if text else {}
    described |= {key: clause.schema for key, clause in clauses.items()}
    return Shape(write, read, _object(described, needed))


def _order() -> Shape:
    # Lanes are elements, or the words of levels and spheres.
    words = (*concepts("level"), *concepts("sphere"))
    element = _object({"element": _reference("reference")}, ("element",))

    def write(item: Property, where: Surroundings) -> list[Any]:
        written = [(value, where.written(value)) for value in item.values]
        return [{"element": lane} if isinstance(value, Reference) else lane for value, lane in written]

    def read(name: str, cursor: Cursor, where: Surroundings) -> Property:
        lanes: list[Value] = []
        for item in cursor.items():
            if isinstance(item.value, str):
                lanes.append(Word(item.word(words)))
            else:
                lanes.append(Reference(where.key(item.fields(("element",), ("element",))["element"])))
        return Property(name, tuple(lanes))

    return Shape(write, read, _list_of({"anyOf": [element, {"enum": list(words)}]}))


TEXT = _text()
DATE = _values(lambda cursor, _where: read_date(cursor), _reference("date"), several=False)
PERIOD = _values(lambda cursor, _where: read_period(cursor, bare=True), _reference("period"), several=False)
ELEMENTS = _values(_read_reference, _reference("reference"), several=True)
ONE_NAME = _values(_read_name, _reference("name"), several=False)
NAME_LIST = _values(_read_name, _reference("name"), several=True)
BECAUSE = {"because": TEXT}
MEASURE = _fields("value", _values(*_amount("quantity", units=True), several=False), {"in": DATE}, None, ("value",))
OBSERVED = _fields("value", _values(*_amount("observed", units=True), several=False), {"in": DATE}, None, ("value",))
SHARE = _values(*_amount(None, 0, 1, units=False, ranges=False), several=False)

SHAPES: Mapping[str, Shape] = {
    **{name: ELEMENTS for name in NAMES if name != "requires"},
    **{name: _flag() for name in FLAGS},
    **dict.fromkeys(
        ("note", "source", "issue", "context", "territory", "publish", "unit", "because", "definition"), TEXT
    ),
    **dict.fromkeys(("also", "split_by"), _texts()),
    **dict.fromkeys(SELECTIONS, _values(_read_selection, _reference("selection"), several=True)),
    **dict.fromkeys(("in", "horizon", "until"), DATE),
    **dict.fromkeys(("baseline", "target", "milestone"), MEASURE),
    **dict.fromkeys(("theme", "paper"), ONE_NAME),
    **dict.fromkeys(("tags", "languages"), NAME_LIST),
    **{
        slot: _word(slot)
        for slot in (
            *("level", "nature", "sphere", "sufficient", "acts_on", "status", "sector", "role", "stance", "severity"),
            *("direction", "group_by"),
        )
    },
    **{slot: _word(slot, several=True) for slot in ("profile", "champion", "backbone")},
    **dict.fromkeys(("lasting", "proxy"), _fields(None, None, BECAUSE, None, ("because",))),
    "observed": OBSERVED,
    "order": _order(),
    "delay": _values(lambda cursor, _where: read_period(cursor, bare=False), _reference("period"), several=False),
    "counterfactual": SHARE,
    "feasibility": _values(*_amount(None, 1, 4, units=False, ranges=False), several=False),
    "effort": _values(*_amount("effort", 0, units=True), several=False),
    "amount": _values(*_amount(None, 0, units=True), several=False),
    "likelihood": _values(*_amount("likelihood", 0, 1, units=False), several=False),
    "strength": _values(*_amount("strength", 0, 1, units=False), several=False),
    "validated_by": _fields("actors", ELEMENTS, {"in": DATE}, None, ("actors",)),
    "checked_by": _fields("actors", ELEMENTS, {"in": DATE}, None, ("actors",)),
    "collected_by": _fields("actors", ELEMENTS, {"every": PERIOD}, None, ("actors",)),
    "evidence": _fields("kind", _word("evidence"), {}, "text", ("kind", "text")),
    "accept": _fields("rule", ONE_NAME, BECAUSE, None, ("rule", "because")),
    "review": _fields(None, None, {"every": PERIOD, "from": DATE}, None, ("every",)),
}
"""Every property and its shape; `strength` is that of a link."""
