"""What of an element, or of the properties of anything, is another."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator

from attrs import frozen

from toc.diff.difference import (
    KIND,
    MOVED,
    PATHWAY,
    PLACED,
    PROPERTY,
    RENAMED,
    RETIMED,
    REWORDED,
    Detail,
    Matches,
)
from toc.diff.side import Side
from toc.diff.spoken import LISTS, kind_of, named, plain, quoted, spoken
from toc.model.elements import Element, Key, Label, Properties, Property, Reference, Selection, Text, Value

# Properties that are about time, and the clauses that say when.
TIMES = frozenset({"in", "horizon", "until", "review", "delay"})
WHEN = frozenset({"in", "every", "from"})
# In these the order of what is named is the author's wish.
ORDERED = frozenset({"order", "show", "hide", "highlight"})

Token = tuple[str, Key]


@frozen
class Lens:
    """Both models, seen so that what is the same in them compares as equal."""

    old: Side
    new: Side
    matches: Matches

    def before(self, key: Key) -> Token:
        """Return an element of the old model as what it is now."""
        found = self.matches.new_of.get(key)
        return ("", found) if found else ("old", key)

    def after(self, key: Key) -> Token:
        """Return an element of the new model."""
        return ("" if key in self.matches.old_of else "new", key)


def element_details(old: Element, new: Element, lens: Lens) -> Iterator[Detail]:
    """Yield what is another in an element that is still there."""
    yield from _identity(old, new, lens)
    yield from _station(old, new, lens)
    if (old.kind, old.variety) != (new.kind, new.variety):
        yield Detail(KIND, kind_of(old), kind_of(new))
    yield from _wording(old.label, new.label, lens)
    yield from property_details(old.properties, new.properties, lens)


def property_details(old: Properties, new: Properties, lens: Lens) -> Iterator[Detail]:
    """Yield each property that came, went or changed."""
    for name in dict.fromkeys(item.name for item in (*old, *new)):
        before = dict(_told(old.all(name), lens.old, lens.before))
        after = dict(_told(new.all(name), lens.new, lens.after))
        gone = [item for meaning, item in before.items() if meaning not in after]
        come = [item for meaning, item in after.items() if meaning not in before]
        if len(gone) == len(come) == 1:
            aspect = RETIMED if _is_retimed(gone[0], come[0], lens) else PROPERTY
            yield Detail(aspect, spoken(gone[0], lens.old.theory), spoken(come[0], lens.new.theory), name)
            continue
        yield from (Detail(PROPERTY, spoken(item, lens.old.theory), None, name) for item in gone)
        yield from (Detail(PROPERTY, None, spoken(item, lens.new.theory), name) for item in come)


def _identity(old: Element, new: Element, lens: Lens) -> Iterator[Detail]:
    if (old.named or new.named) and (old.named, old.id) != (new.named, new.id):
        yield Detail(RENAMED, plain(old.id) if old.named else None, plain(new.id) if new.named else None)
    here, there = lens.old.place(old.key)[0], lens.new.place(new.key)[0]
    if here != there:
        yield Detail(MOVED, plain(old.key.file), plain(new.key.file))


def _station(old: Element, new: Element, lens: Lens) -> Iterator[Detail]:
    before = lens.before(old.parent) if old.parent else None
    after = lens.after(new.parent) if new.parent else None
    if before == after:
        return
    kinds = {
        side.theory.elements[parent].kind
        for side, parent in ((lens.old, old.parent), (lens.new, new.parent))
        if parent is not None and parent in side.theory.elements
    }
    yield Detail(
        PATHWAY if kinds == {"pathway"} else PLACED,
        named(old.parent, lens.old.theory) if old.parent else None,
        named(new.parent, lens.new.theory) if new.parent else None,
    )


def _wording(old: Label, new: Label, lens: Lens) -> Iterator[Detail]:
    before, after = _by_language(old, lens.old), _by_language(new, lens.new)
    for language in dict.fromkeys((*before, *after)):
        one, other = before.get(language), after.get(language)
        if (one and one.value) != (other and other.value):
            yield Detail(
                REWORDED,
                quoted(Label((one,)), lens.old.theory) if one else None,
                quoted(Label((other,)), lens.new.theory) if other else None,
                language or _tag(lens.new) or _tag(lens.old),
            )


def _tag(side: Side) -> str:
    """Return the first language of a model in several: where there is one only, nobody needs to be told."""
    return side.first if side.first and len(side.theory.languages) > 1 else ""


def _by_language(label: Label, side: Side) -> dict[str | None, Text]:
    return {None if text.language == side.first else text.language: text for text in reversed(label.texts)}


def _is_retimed(old: Property, new: Property, lens: Lens) -> bool:
    if old.name in TIMES:
        return True
    return _meaning(old, lens.old, lens.before, WHEN) == _meaning(new, lens.new, lens.after, WHEN)


def _told(
    items: Iterable[Property], side: Side, see: Callable[[Key], Token]
) -> Iterator[tuple[tuple[Hashable, int], Property]]:
    """Yield each property with what it means, counted where it stands several times."""
    seen: Counter[Hashable] = Counter()
    for item in items:
        meaning = _meaning(item, side, see)
        seen[meaning] += 1
        yield (meaning, seen[meaning]), item


def _meaning(
    item: Property, side: Side, see: Callable[[Key], Token], without: frozenset[str] = frozenset()
) -> Hashable:
    values = tuple(_seen(value, see) for value in item.values)
    if len(values) > 1 and item.name not in ORDERED:
        values = tuple(sorted(values, key=repr))
    texts: Hashable
    if item.name in LISTS:
        texts = tuple(sorted((text.language or "", text.value) for text in item.text.texts))
    else:
        texts = frozenset((language, text.value) for language, text in _by_language(item.text, side).items())
    clauses = frozenset(_meaning(clause, side, see) for clause in item.clauses if clause.name not in without)
    return (item.name, values, texts, clauses)


def _seen(value: Value, see: Callable[[Key], Token]) -> Hashable:
    match value:
        case Reference():
            return see(value.key)
        case Selection() if isinstance(value.target, Key):
            return (value.how, see(value.target), value.distance)
    return value
