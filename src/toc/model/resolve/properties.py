"""The properties of a declaration or a link: checked against the vocabulary, then read."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import define

from toc.diagnostics import Edit, Finding, Origin
from toc.did_you_mean import closest
from toc.messages import Message, Words, _
from toc.model.elements import Label, Property, Value, Word
from toc.model.problems import repeated_property, unknown_name, unknown_property
from toc.model.problems.names import A_LINK, either
from toc.model.resolve.declared import Report, Written
from toc.model.resolve.values import Values
from toc.model.vocabulary import INSTEAD, KINDS, LANES, NAMES, REPEATABLE, SELECTIONS, SLOTS, holders, takes
from toc.syntax import nodes
from toc.syntax.keywords import concept, concept_of_keyword, keyword, language_of, slot_words, word
from toc.syntax.synonyms import Synonym, synonyms
from toc.syntax.written_in import written_in

LINK = "link"


@define(eq=False)
class PropertyReader:
    """Reads the properties of one file."""

    values: Values
    report: Report

    def read(self, kind: str, written: Iterable[Written]) -> list[tuple[Property, nodes.Property, int]]:
        """Return the properties of a declaration of `kind` (`link` for a link's block) with their nodes.

        What the kind does not take, and what stands twice, is reported and left out.
        """
        taken = takes(kind)
        first: dict[str, Written] = {}
        kept: list[Written] = []
        for one in written:
            offset, node = one
            name = node.keyword
            if name not in taken:
                self.unknown(kind, node, offset)
            elif name in REPEATABLE or first.setdefault(name, one) is one:
                kept.append(one)
            else:
                self.repeated(node, offset, first[name])
        lanes = self.lanes(first) if "order" in first else ""
        return [
            (self.order(node, at, lanes) if node.keyword == "order" else self.property(node, at), node, at)
            for at, node in kept
        ]

    def property(self, node: nodes.Property, offset: int, clause: bool = False) -> Property:
        """Return one property or clause with its values, text and clauses."""
        name = node.keyword
        texts = []
        values: list[Value] = []
        for value in node.values:
            if type(value) is nodes.Text:
                texts.append(value)
            elif (read := self.values.value(value, name, offset, clause)) is not None:
                values.append(read)
        origin = self.values.origin(node, offset)
        label = self.values.label(texts, offset, origin) if texts else _NO_TEXT
        clauses = tuple([self.property(part, offset, clause=True) for part in node.clauses]) if node.clauses else ()
        return Property(name, tuple(values), label, clauses, origin)

    def lanes(self, written: Mapping[str, Written]) -> str:
        """Return what a view is grouped by, pathways where it does not say."""
        offset, node = written.get("group_by", (0, None))
        group = self.values.value(node.values[0], "group_by", offset) if node and node.values else None
        return group.concept if isinstance(group, Word) else "pathway"

    def repeated(self, node: nodes.Property, offset: int, first: Written) -> None:
        """Report a property that stands twice and may not."""
        listed = node.keyword in NAMES or node.keyword in SELECTIONS
        origin = self.values.origin(node, offset)
        self.report(repeated_property(origin, node.word, self.values.origin(first[1], first[0]), listed))

    def order(self, node: nodes.Property, offset: int, lanes: str) -> Property:
        """Return the lanes of a view in their order: elements, or words where lanes are levels or spheres."""
        values: list[Value] = []
        for value in node.values:
            if not isinstance(value, nodes.Name):
                continue
            if lanes in SLOTS:
                meant = concept(value.text, lanes)
                if meant is None:
                    self.report(_no_lane(value, self.values.origin(value, offset), lanes))
                else:
                    values.append(Word(meant, self.values.origin(value, offset)))
            elif found := self.values.names.reference(value, offset, LANES.get(lanes, LANES["pathway"])):
                values.append(found)
        return Property("order", tuple(values), _NO_TEXT, (), self.values.origin(node, offset))

    def unknown(self, kind: str, node: nodes.Property, offset: int) -> None:
        """Report a property that `kind` does not take, with what was probably meant."""
        holder = A_LINK if kind == LINK else KINDS[kind].one
        written = node.word or "…"
        at = Origin(self.values.file, offset + node.start, offset + node.start + len(node.word))
        name = node.keyword or concept_of_keyword(node.word) or ""
        said = synonyms(node.word, "properties") if not name else ()
        meant = INSTEAD.get((kind, name)) or _said(said, kind) or _nearest(node.word, sorted(takes(kind)))
        edit = Edit("replace", at, self._canonical(meant, node.word)) if meant and node.word else None
        found = [other for other in holders(name) if other != kind] if name else []
        hint = None
        if found:
            hint = _belongs(kind, found, edit.text if edit else None)
        elif edit is None and said:
            places = either(holders(said[0].concept)[:3])
            hint = _("here this is called `{name}`, and belongs in {holders}", name=said[0].words(), holders=places)
        elif edit is None:
            hint = _("it takes {properties}", properties=[_quoted(taken) for taken in _own(kind)])
        self.report(unknown_property(at, written, holder, hint, edit))

    def _canonical(self, name: str, written: str) -> str:
        """Return the word for `name` in the language in which `written` was, else in that of the file."""
        english, french = word(name, "en"), word(name, "fr")
        known = concept_of_keyword(written)
        if known is not None:
            return french if language_of(written, known) == "fr" else english
        for synonym in synonyms(written, "properties"):
            if synonym.concept == name:
                language = synonym.language or written_in(self.values.names.file.document)
                return french if language == "fr" else english
        return french if closest(written, (english, french)) == french else english


_NO_TEXT = Label()


def _own(kind: str) -> Sequence[str]:
    own = sorted(takes(kind)) if kind == LINK else [*KINDS[kind].properties, "note", "tags", "source"]
    return [name for name in own if name != "definition"]


def _no_lane(name: nodes.Name, origin: Origin, slot: str) -> Finding:
    lanes = [keyword(entry.concept, slot) for entry in slot_words(slot)]
    meant = closest(name.text, [spelling for lane in lanes for spelling in (lane.en, lane.fr)])
    hint = None if meant else _("the lanes of this view are {lanes}", lanes=lanes)
    return unknown_name(origin, name.text, meant, hint)


def _quoted(name: str) -> Words:
    words = keyword(name)
    return Words(f"`{words.en}`", f"`{words.fr}`")


def _nearest(written: str, names: Iterable[str]) -> str | None:
    spelt = {word(name, language): name for name in names if name != "definition" for language in ("en", "fr")}
    found = closest(written, spelt) if written else None
    return spelt[found] if found else None


def _said(said: Sequence[Synonym], kind: str) -> str | None:
    """Return the property of `kind` that the writer's own word stands for, if it does for one."""
    return next((synonym.concept for synonym in said if synonym.concept in takes(kind)), None)


def _belongs(kind: str, found: Sequence[str], meant: str | None) -> Message:
    nested = [other for other in found if other in ("indicator", "marker", "activity")]
    if kind != LINK and set(nested) & set(KINDS[kind].nested):
        inside = next(other for other in nested if other in KINDS[kind].nested)
        return _("put it into {holder} inside this one", holder=KINDS[inside].one)
    if meant is not None:
        return _("here this is said with `{name}`; it belongs in {holders}", name=meant, holders=either(found[:3]))
    return _("it belongs in {holders}", holders=either(found[:3] if len(found) > 4 else found))
