"""Links: from statements, from `requires`, and implied by outputs nested in a strategy."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import define, field

from toc.diagnostics import Origin
from toc.model.elements import Key, Properties, Property, Quantity, Range, Reference, Word
from toc.model.links import Link
from toc.model.problems import duplicate_link, illegal_link, misused_gate, self_link
from toc.model.resolve.declared import Declared, Report
from toc.model.resolve.names import Names
from toc.model.resolve.properties import LINK, PropertyReader
from toc.model.vocabulary import ANYTHING, TARGETS
from toc.syntax import nodes
from toc.syntax.keywords import concept

Strength = Word | Quantity | Range


@define(eq=False)
class End:
    """One end of a link: what it names, as written and where; `kind` is outcome for a vision behind an alias."""

    declared: Declared
    kind: str
    text: str
    origin: Origin

    @property
    def key(self) -> Key:
        """The key of what it names."""
        return self.declared.key


@define(eq=False)
class _Meaning:
    """What the end of a statement says about all its links."""

    strength: Strength | None = None
    feedback: bool = False
    uncertain: bool = False
    properties: Properties = Properties()
    marks: tuple[Word, ...] = ()


@define(eq=False)
class LinkReader:
    """Reads links into `links`, one for each pair of ends; what cannot be linked is reported."""

    report: Report
    links: dict[tuple[frozenset[Key], Key], Link] = field(factory=dict)

    def statement(self, node: nodes.Link, offset: int, names: Names, reader: PropertyReader) -> None:
        """Read a link statement: each arrow of a chain, each pair of a list."""
        meaning = _meaning(node, offset, reader)
        origin = Origin(names.file.path, offset + node.start, offset + node.end)
        self.gates(node, offset, names)
        sides = [[_end(name, offset, names) for name in side.names] for side in node.sides]
        for number, arrow in enumerate(node.arrows):
            joined = node.sides[number].joined and arrow.verb != "requires"
            for sources, target in _pairs(sides[number], sides[number + 1], joined):
                self.link(sources, target, arrow.verb, meaning, origin)

    def gates(self, node: nodes.Link, offset: int, names: Names) -> None:
        """Report each `&` that joins nothing: before `=>`, or behind the last arrow."""
        for number, side in enumerate(node.sides):
            last = number == len(node.arrows)
            if side.joined and (last or node.arrows[number].verb == "requires"):
                origin = Origin(names.file.path, offset + side.start, offset + side.end)
                self.report(misused_gate(origin, before=not last))

    def required(self, target: Declared, property: Property, node: nodes.Property, offset: int, names: Names) -> None:
        """Read `requires a, b because …` inside `target`: `a => target`, `b => target`."""
        origin = property.origin
        understood = {value.origin for value in property.values if isinstance(value, Reference)}
        end = End(target, target.kind, target.key.id, target.name_origin)
        meaning = _Meaning(properties=Properties(property.clauses))
        for name in node.values:
            if isinstance(name, nodes.Name) and names.origin(name, offset) in understood:
                source = _end(name, offset, names)
                if source is not None:
                    self.link([source], end, "requires", meaning, origin, inside=True)

    def implied(self, output: Declared) -> None:
        """Link the strategy in which `output` is nested, if there is one, to it."""
        strategy = output.parent
        if strategy is not None and strategy.kind == "strategy":
            ends = [End(one, one.kind, one.key.id, one.name_origin) for one in (strategy, output)]
            self.link(ends[:1], ends[1], "contributes", _Meaning(), output.origin, implied=True)

    def link(
        self,
        sources: Sequence[End],
        target: End,
        verb: str,
        meaning: _Meaning,
        origin: Origin,
        inside: bool = False,
        implied: bool = False,
    ) -> None:
        """Add one link, unless it links something to itself, is there already, or cannot be."""
        ends = (*(source.origin for source in sources), target.origin)
        place = origin if inside or implied else Origin(origin.file, *_span(ends))
        if any(source.key == target.key for source in sources):
            self.report(self_link(place, target.text))
            return
        if not self.legal(sources, target, meaning, place):
            return
        pair = (frozenset(source.key for source in sources), target.key)
        first = self.links.get(pair)
        if first is not None:
            names = " & ".join(source.text for source in sources)
            # `requires` is read after the links of a file, wherever it stands; the later of the two is one too many.
            earlier, later = (first.origin, place) if first.implied else sorted((first.origin, place))
            self.report(duplicate_link(later, names, target.text, earlier, first.implied))
            return
        self.links[pair] = Link(
            tuple(source.key for source in sources),
            target.key,
            verb,
            meaning.strength,
            # A vision that points forward is reported; reading it as feedback reports nothing else on its account.
            meaning.feedback or any(source.kind == "vision" for source in sources),
            meaning.uncertain,
            meaning.properties,
            inside,
            implied,
            origin,
            ends,
            meaning.marks,
        )

    def legal(self, sources: Sequence[End], target: End, meaning: _Meaning, place: Origin) -> bool:
        """Report an end that cannot be linked; return whether the link is kept all the same."""
        kept = True
        for source in sources:
            if _may_point(source.kind, target.kind) and (source.kind != "vision" or meaning.feedback):
                continue
            self.report(illegal_link(place, source.text, source.kind, target.text, target.kind))
            kept = kept and (_may_point(source.kind, target.kind) or (source.kind, target.kind) in _UNDERSTOOD)
        return kept


# Reported, but read: what depends on them is not reported a second time as leading nowhere.
_UNDERSTOOD = {("output", "vision"), ("factor", "vision"), ("vision", "vision")}


def _may_point(source: str, target: str) -> bool:
    targets = TARGETS.get(source)
    return targets is not None and (target in targets or target == "assumption")


def _end(name: nodes.Name, offset: int, names: Names) -> End | None:
    declared = names.declared(name, offset, ANYTHING)
    if declared is None:
        return None
    aliased = declared.kind == "vision" and "." in name.text
    return End(declared, "outcome" if aliased else declared.kind, name.text, names.origin(name, offset))


def _pairs(
    sources: Sequence[End | None], targets: Sequence[End | None], joined: bool
) -> Iterator[tuple[list[End], End]]:
    known = [source for source in sources if source is not None]
    groups = [[source] for source in known]
    if joined:
        # A gate with an unknown source would claim that the others are enough.
        groups = [known] if len(known) == len(sources) else []
    for target in targets:
        if target is not None:
            for group in groups:
                yield _once(group), target


def _once(group: Iterable[End]) -> list[End]:
    return list({end.key: end for end in group}.values())


def _span(ends: Sequence[Origin]) -> tuple[int, int]:
    return min(end.start for end in ends), max(end.end for end in ends)


def _meaning(node: nodes.Link, offset: int, reader: PropertyReader) -> _Meaning:
    meaning = _Meaning()
    values = reader.values
    for mark in node.marks:
        if isinstance(mark, nodes.Name):
            kind = concept(mark.text, "mark")
            strength = concept(mark.text, "strength")
            if kind is not None:
                meaning.feedback = meaning.feedback or kind == "feedback"
                meaning.uncertain = meaning.uncertain or kind == "uncertain"
                meaning.marks += (Word(kind, values.origin(mark, offset)),)
            elif strength is not None and meaning.strength is None:
                meaning.strength = Word(strength, values.origin(mark, offset))
        elif meaning.strength is None:
            read = values.value(mark, "strength", offset)
            meaning.strength = read if isinstance(read, Quantity | Range) else None
    if node.block is not None:
        written = [(offset, item) for item in node.block.items if isinstance(item, nodes.Property)]
        meaning.properties = Properties(tuple(property for property, _n, _o in reader.read(LINK, written)))
    return meaning
