"""What a model is made of: elements with typed properties, known by their file and id."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from attrs import field, frozen

from toc.diagnostics import Origin
from toc.messages import Message, _, spoken_date

NOWHERE = Origin("", 0, 0)

CHANGES = ("outcome", "precondition")
STEPS = ("strategy", "output", "precondition", "outcome", "vision", "factor")


class Key(NamedTuple):
    """The identity of an element: the file that declares it and its id there.

    An element without an id gets one from its kind and label, such as `risk:les-jeunes-partent`.
    """

    file: str
    id: str


@frozen
class Text:
    """A text in one language; `language` is None for the theory's first language."""

    value: str
    language: str | None = None
    origin: Origin = field(default=NOWHERE, eq=False, repr=False)


@frozen
class Label:
    """A text in one or several languages, in the order in which they were written."""

    texts: tuple[Text, ...] = ()
    origin: Origin = field(default=NOWHERE, eq=False, repr=False)

    def __str__(self) -> str:
        return self.texts[0].value if self.texts else ""

    def __bool__(self) -> bool:
        return bool(self.texts)

    def in_language(self, language: str | None, first: str | None = None) -> Text | None:
        """Return the text in `language` (`first` is the theory's first language), else the first there is."""
        for text in self.texts:
            if (text.language or first) == language:
                return text
        return self.texts[0] if self.texts else None


@frozen
class Reference:
    """A use of an element's name."""

    key: Key
    origin: Origin = field(default=NOWHERE, eq=False, repr=False)


@frozen
class Word:
    """A word of the language (`strong`), as its concept, or a free name (a tag, a language, a theme)."""

    concept: str
    origin: Origin = field(default=NOWHERE, eq=False, repr=False)


@frozen
class Quantity:
    """A number with its unit: None for a plain number, `%`, a currency or another word as written.

    In a period (`delay`, `every`) the unit is the concept: day, week, month, quarter or year.
    """

    value: float
    unit: str | None = None
    origin: Origin = field(default=NOWHERE, eq=False, repr=False)


@frozen
class When:
    """A date known to the year, the month or the day."""

    year: int
    month: int | None = None
    day: int | None = None
    origin: Origin = field(default=NOWHERE, eq=False, repr=False)

    def __str__(self) -> str:
        parts = [f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part)]
        return "-".join(parts)

    def spoken(self) -> Message:
        """Return the date as people say it in a sentence; `str` is how it is written in a file."""
        return spoken_date(self.year, self.month, self.day)

    @property
    def earliest(self) -> date:
        """The first day that this can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day that this can mean."""
        if self.day:
            return self.earliest
        following = date(self.year + 1, 1, 1)
        if self.month and self.month < 12:
            following = date(self.year, self.month + 1, 1)
        return date.fromordinal(following.toordinal() - 1)


@frozen
class Range:
    """From `low` to `high`, both included."""

    low: Quantity | When
    high: Quantity | When
    origin: Origin = field(default=NOWHERE, eq=False, repr=False)

    def spoken(self) -> Message:
        """Return a range of dates as people say it in a sentence."""
        low, high = (end.spoken() if isinstance(end, When) else str(end) for end in (self.low, self.high))
        return _("{low} to {high}", low=low, high=high)


@frozen
class Selection:
    """What a view shows or hides: `target` is the element, kind or tag meant.

    `how` is element, kind, links, links_of, upstream_of, downstream_of, within, by or tagged.
    """

    how: str
    target: Key | str
    distance: int = 0
    origin: Origin = field(default=NOWHERE, eq=False, repr=False)


Value = Reference | Word | Quantity | When | Range | Selection


@frozen
class Property:
    """One property: its values in the order written, its texts, and its clauses (because, in, every, for, from)."""

    name: str
    values: tuple[Value, ...] = ()
    text: Label = Label()
    clauses: tuple["Property", ...] = ()
    origin: Origin = field(default=NOWHERE, eq=False, repr=False)

    @property
    def refs(self) -> tuple[Key, ...]:
        """The elements named."""
        return tuple(value.key for value in self.values if isinstance(value, Reference))

    @property
    def words(self) -> tuple[str, ...]:
        """The words given, as concepts."""
        return tuple(value.concept for value in self.values if isinstance(value, Word))

    @property
    def value(self) -> Value | None:
        """The first value."""
        return self.values[0] if self.values else None

    def clause(self, name: str) -> "Property | None":
        """Return the clause `name`, if it was written."""
        return next((clause for clause in self.clauses if clause.name == name), None)


@frozen
class Properties:
    """The properties of an element or a link, in the order written, asked for by name."""

    items: tuple[Property, ...] = ()

    def __iter__(self) -> Iterator[Property]:
        return iter(self.items)

    def __contains__(self, name: object) -> bool:
        return any(item.name == name for item in self.items)

    def all(self, name: str) -> tuple[Property, ...]:
        """Return every property `name`."""
        return tuple(item for item in self.items if item.name == name)

    def get(self, name: str) -> Property | None:
        """Return the property `name`, the first where there are several."""
        return next((item for item in self.items if item.name == name), None)

    def refs(self, name: str) -> tuple[Key, ...]:
        """Return the elements that the properties `name` name, in the order written."""
        return tuple(key for item in self.items if item.name == name for key in item.refs)

    def words(self, name: str) -> tuple[str, ...]:
        """Return the words of the properties `name`, as concepts."""
        return tuple(word for item in self.items if item.name == name for word in item.words)

    def word(self, name: str) -> str | None:
        """Return the first word of the property `name`, as a concept."""
        return next(iter(self.words(name)), None)

    def date(self, name: str) -> When | Range | None:
        """Return the date or range of dates of the property `name`."""
        found = self.get(name)
        return found.value if found and isinstance(found.value, When | Range) else None

    def text(self, name: str) -> Label:
        """Return the text of the property `name`, empty where there is none."""
        found = self.get(name)
        return found.text if found else Label()


@frozen
class Element:
    """Anything declared: `kind` and `variety` (the kind word of a factor, resource, marker or urgency) are concepts.

    `parent` is what it is nested in: a pathway, or the strategy, change or view it belongs to.
    `named` is false where the writer gave no id, so that nothing can refer to it.
    """

    key: Key
    kind: str
    label: Label
    variety: str | None = None
    properties: Properties = Properties()
    parent: Key | None = None
    named: bool = True
    origin: Origin = field(default=NOWHERE, eq=False, repr=False)

    @property
    def id(self) -> str:
        """The id within its file."""
        return self.key.id

    @property
    def is_change(self) -> bool:
        """Whether this is an outcome or a precondition."""
        return self.kind in CHANGES

    @property
    def private(self) -> bool:
        """Whether it stays out of what is made for the public."""
        return "private" in self.properties


Elements = Mapping[Key, Element]
