"""A theory as the canonical text of one file, for what comes from elsewhere than a `.toc` file."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import evolve, frozen

from toc.messages import _
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
from toc.model.vocabulary import FLAGS, NAMES
from toc.source import Source
from toc.syntax.formatter import format_document
from toc.syntax.keywords import slot_words, word
from toc.syntax.parser import parse
from toc.syntax.spelling import every_as, period_as, plural, slot_of
from toc.syntax.writing import ARROWS, text

# The order of the kinds in the file; those on one line stand together.
GROUPS = (
    ("theory",),
    ("vision",),
    ("pathway",),
    ("outcome", "precondition"),
    ("output",),
    ("strategy", "activity"),
    ("links",),
    ("assumption",),
    ("factor", "risk"),
    ("actor",),
    ("indicator", "marker"),
    ("urgency", "resource"),
    ("question", "learning"),
    ("term",),
    ("view", "step"),
)
# Texts that are items of a list; elsewhere several texts are translations of each other.
LISTS = ("also", "split_by")
# The slots whose words can be the lanes of a view.
LANES = ("level", "sphere")
# A block with no more than this many properties stands on one line if it fits.
FEW = 3


def write_theory(theory: Theory, language: str) -> str:
    """Return `theory` as the text of one file, in canonical layout, with keywords in `language` ("en" or "fr").

    Reading the text gives an equal theory, if `theory` came from one sound file of the same name. Of a theory from
    several files: ids that would meet get a number, the `theory` of files but the first is left out, and a vision
    reached through `as` becomes an outcome, which it is for this theory (`for` becomes `of`, who validated it is left
    out). The lines of a long text lose what no text can hold: spaces at their ends, blank lines around them.
    Raises ValueError with a Message for what the language cannot say, such as a range that runs backwards.
    """
    writer = _TheoryWriter(_flat(theory), _names(theory), language)
    document = parse(Source(theory.file, "\n\n".join(group for group in writer.groups() if group)))
    if document.findings:
        finding = document.findings[0]
        line = document.source.line(document.source.position(finding.origin.start).line).strip()
        raise ValueError(_("`{line}` cannot be written: {message}", line=line, message=finding.message))
    return format_document(document)


def _flat(theory: Theory) -> Theory:
    # The elements as they can stand in one file.
    elements = {}
    for key, element in theory.elements.items():
        if key in theory.vision_aliases:
            elements[key] = _as_outcome(element)
        elif element.kind != "theory" or (theory.head and key == theory.head.key):
            elements[key] = element
    return evolve(theory, elements=elements)


def _as_outcome(vision: Element) -> Element:
    kept = [item for item in vision.properties if item.name not in ("for", "validated_by")]
    if "of" not in vision.properties:
        kept += [evolve(item, name="of") for item in vision.properties.all("for")]
    return evolve(vision, kind="outcome", properties=evolve(vision.properties, items=tuple(kept)))


def _names(theory: Theory) -> Mapping[Key, str]:
    # Ids of the first file stay as they are; others that are taken get a number.
    names: dict[Key, str] = {}
    taken: set[str] = set()
    for key in sorted(theory.elements, key=lambda key: (key.file != theory.file, key)):
        name, number = key.id, 2
        while name in taken:
            name, number = f"{key.id}_{number}", number + 1
        names[key] = name
        taken.add(name)
    return names


@frozen
class _TheoryWriter:
    theory: Theory
    names: Mapping[Key, str]
    language: str

    def groups(self) -> Iterator[str]:
        """Yield the statements, kind by kind."""
        for kinds in GROUPS:
            if kinds == ("links",):
                links = (link for link in self.theory.links if not link.implied and not self.is_inside(link))
                yield "\n".join(self.link(link) for link in links)
                continue
            elements = [element for element in self.theory.elements.values() if element.kind in kinds]
            yield "\n".join(self.declaration(element) for element in elements if not self.is_nested(element))

    def is_nested(self, element: Element) -> bool:
        return element.parent in self.theory.elements

    def is_inside(self, link: Link) -> bool:
        return link.inside and link.target in self.theory.elements

    def declaration(self, element: Element) -> str:
        parts = [word(element.kind, self.language)]
        if element.variety:
            parts.append(self.word(element.variety, element.kind))
        if element.named:
            parts.append(self.names[element.key])
        parts += self.texts(element.label)
        nested = [self.declaration(child) for child in self.theory.children.get(element.key, ())]
        items = [self.property(item) for item in element.properties if _says_something(item)]
        return f"{' '.join(parts)}{_block([*items, *self.requirements(element), *nested], open=bool(nested))}"

    def requirements(self, element: Element) -> Iterator[str]:
        """Yield `requires a, b because …` for each reason that links inside the element give."""
        reasons: list[tuple[tuple[Property, ...], list[str]]] = []
        for link in self.theory.incoming.get(element.key, ()):
            if link.inside:
                clauses = tuple(link.properties)
                same = next((names for reason, names in reasons if reason == clauses), None)
                if same is None:
                    reasons.append((clauses, [self.names[link.source]]))
                else:
                    same.append(self.names[link.source])
        for clauses, names in reasons:
            parts = [word("requires", self.language), ", ".join(names)]
            yield " ".join([*parts, *(self.property(clause, is_clause=True) for clause in clauses)])

    def link(self, link: Link) -> str:
        parts = [" & ".join(self.names[source] for source in link.sources), ARROWS[link.verb], self.names[link.target]]
        if link.strength is not None:
            parts.append(self.value(link.strength, "strength"))
        marks = {"feedback": link.feedback, "uncertain": link.uncertain}
        parts += [word(mark, self.language, "mark") for mark, is_set in marks.items() if is_set]
        items = [self.property(item) for item in link.properties if _says_something(item)]
        return f"{' '.join(parts)}{_block(items, open=False)}"

    def property(self, item: Property, *, is_clause: bool = False) -> str:
        slot = _lanes(item) if item.name == "order" else slot_of(item.name)
        parts = [] if item.name == "definition" else [self.keyword(item, is_clause=is_clause)]
        if item.values:
            parts.append(", ".join(self.value(value, slot) for value in item.values))
        if item.text:
            parts.append((", " if item.name in LISTS else " ").join(self.texts(item.text)))
        return " ".join([*parts, *(self.property(clause, is_clause=True) for clause in item.clauses)])

    def keyword(self, item: Property, *, is_clause: bool) -> str:
        if item.name == "every":
            unit = item.value.concept if isinstance(item.value, Word) else getattr(item.value, "unit", None)
            return every_as(word("every", self.language), unit or "", self.language)
        return word("from.date" if is_clause and item.name == "from" else item.name, self.language)

    def texts(self, label: Label) -> list[str]:
        return [text(one.value, one.language) for one in label.texts]

    def word(self, concept: str, slot: str | None) -> str:
        known = slot is not None and any(keyword.concept == concept for keyword in slot_words(slot))
        return word(concept, self.language, slot) if known else concept

    def value(self, value: Value, slot: str | None) -> str:
        match value:
            case Reference():
                return self.names[value.key]
            case Word() if slot == "period":
                return period_as(value.concept, None, self.language)
            case Word():
                return self.word(value.concept, slot)
            case Quantity():
                return self.quantity(value, slot)
            case When():
                return str(value)
            case Range():
                return f"{self.value(value.low, slot)}..{self.value(value.high, slot)}"
            case Selection():
                return self.selection(value)

    def quantity(self, value: Quantity, slot: str | None) -> str:
        number = _number(value.value)
        if value.unit is None:
            return number
        unit = period_as(value.unit, value.value, self.language) if slot == "period" else value.unit
        return f"{number} {unit}"

    def selection(self, value: Selection) -> str:
        target = self.names[value.target] if isinstance(value.target, Key) else value.target
        match value.how:
            case "element":
                return target
            case "kind" | "links":
                return plural(target, self.language)
            case "within":
                steps = word("steps_of", self.language)
                return f"{word('within', self.language)} {value.distance} {steps} {target}"
            case how:
                return f"{word(how, self.language)} {target}"


def _says_something(item: Property) -> bool:
    # Where nothing is called by the names that were written, the property has no values.
    return bool(item.values or item.text) or item.name in FLAGS or (item.name not in NAMES and bool(item.clauses))


def _block(items: Sequence[str], *, open: bool) -> str:
    if not items:
        return ""
    if open or len(items) > FEW:
        return "".join((" {\n", *(f"{item}\n" for item in items), "}"))
    return f" {{ {'; '.join(items)} }}"


def _lanes(order: Property) -> str | None:
    # Lanes that are words are all levels or all spheres.
    words = set(order.words)
    return next((slot for slot in LANES if words and words <= {known.concept for known in slot_words(slot)}), None)


def _number(value: float) -> str:
    written = f"{Decimal(repr(value)):f}"
    return written.rstrip("0").removesuffix(".") if "." in written else written
