"""Which words of a file are names, which are values, and which join: what only the tree can tell."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from toc.highlighting import roles
from toc.syntax.keywords import concept, plural_kind, slot_words
from toc.syntax.nodes import (
    Block,
    Declaration,
    Document,
    Item,
    Link,
    Name,
    Property,
    Quantity,
    Range,
    Selection,
    Use,
    Value,
)

Place = tuple[int, int]
MEASURES = ("baseline", "target", "milestone", "observed")


@frozen
class Named:
    """The role of each word that the tree holds, by its place; where words that join stand; and where quantities do."""

    words: Mapping[Place, str]
    clauses: Sequence[Place]
    quantities: Sequence[Place]

    def joins(self, offset: int) -> bool:
        """Whether a word of the language at `offset` joins what follows to what was said."""
        return _holds(self.clauses, offset)

    def counts(self, offset: int) -> bool:
        """Whether a word at `offset` is part of a quantity."""
        return _holds(self.quantities, offset)


def named_in(document: Document) -> Named:
    """Return what the tree of `document` says of its words, by absolute places."""
    words: dict[Place, str] = {}
    clauses: list[Place] = []
    quantities: list[Place] = []
    for statement in document.walk():
        base = statement.offset
        for role, start, end in _of_item(statement.node) if statement.node else ():
            if role == roles.CLAUSE:
                clauses.append((base + start, base + end))
            elif role == roles.NUMBER:
                quantities.append((base + start, base + end))
            else:
                words[base + start, base + end] = role
    return Named(words, sorted(clauses), sorted(quantities))


def _holds(places: Sequence[Place], offset: int) -> bool:
    at = bisect_right(places, offset, key=lambda place: place[0])
    return at > 0 and offset < places[at - 1][1]


Found = tuple[str, int, int]


def _of_item(item: Item) -> Iterator[Found]:
    match item:
        case Declaration():
            if item.variety is not None:
                yield (roles.VALUE, item.variety.start, item.variety.end)
            if item.name is not None:
                yield (roles.NAME, item.name.start, item.name.end)
            yield from _of_block(item.block)
        case Link():
            for side in item.sides:
                yield from ((roles.REFERENCE, name.start, name.end) for name in side.names)
            for mark in item.marks:
                yield from _of_value(mark, ("strength", "mark"))
            yield from _of_block(item.block)
        case Use():
            if item.alias is not None:
                yield (roles.CLAUSE, item.path.end, item.alias.start)
                yield (roles.NAME, item.alias.start, item.alias.end)
        case Property():
            yield from _of_property(item)


def _of_block(block: Block | None) -> Iterator[Found]:
    for item in block.items if block else ():
        yield from _of_item(item)


def _of_property(item: Property) -> Iterator[Found]:
    # Behind a word that is none of the language, nobody knows what a word is there for.
    for value in item.values if item.keyword else ():
        yield from _of_value(value, _slots(item.keyword))
    for clause in item.clauses:
        yield (roles.CLAUSE, clause.start, clause.start + len(clause.word))
        yield from _of_property(clause)


def _slots(keyword: str) -> tuple[str, ...]:
    slots = (keyword, "quantity") if keyword in MEASURES else (keyword,)
    slots = ("period",) if keyword in ("every", "delay") else slots
    return tuple(slot for slot in slots if slot_words(slot))


def _of_value(value: Value, slots: Sequence[str]) -> Iterator[Found]:
    match value:
        case Name():
            known = any(concept(value.text, slot) is not None for slot in slots)
            yield (roles.VALUE if known else roles.REFERENCE, value.start, value.end)
        case Quantity() | Range():
            yield (roles.NUMBER, value.start, value.end)
        case Selection():
            yield from _of_selection(value)


def _of_selection(value: Selection) -> Iterator[Found]:
    name = value.name
    if value.how == "name":
        plural = plural_kind(name.text) is not None
        yield (roles.VALUE if plural else roles.REFERENCE, name.start, name.end)
        return
    yield (roles.CLAUSE, value.start, name.start)
    yield (roles.REFERENCE, name.start, name.end)
