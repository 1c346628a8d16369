"""The first pass over a file: what it declares, links, observes and uses, before any name is looked up."""

import re
from collections.abc import Iterable, Iterator
from unicodedata import normalize

from toc.diagnostics import Origin, Related
from toc.messages import Message, _
from toc.model.elements import Key
from toc.model.problems import duplicate_name, misplaced, several_theories
from toc.model.problems.names import either
from toc.model.resolve.declared import Declared, FileDeclarations, Report
from toc.model.resolve.keys import anonymous_keys
from toc.model.vocabulary import KINDS, TOP, needs_id
from toc.syntax import nodes

_WORD = re.compile(r"[^\W\d_][\w-]*")


def declarations(document: nodes.Document, report: Report) -> FileDeclarations:
    """Return what `document` declares; duplicate names and what stands out of place are reported."""
    found = FileDeclarations(document)
    found.broken.update(_faulty_words(document))
    reader = _Reader(found, report)
    reader.statements(document.statements, None)
    for declared, key in anonymous_keys(found.path, found.all):
        declared.key = key
    return found


def _faulty_words(document: nodes.Document) -> Iterator[str]:
    """Yield the words on lines with a fault in their syntax: what they declare inside a block is not in the tree."""
    source = document.source
    for line in {source.position(finding.origin.start).line for finding in document.findings}:
        yield from _WORD.findall(normalize("NFC", source.line(line)))


class _Reader:
    def __init__(self, found: FileDeclarations, report: Report) -> None:
        self.found = found
        self.file = found.path
        self.report = report

    def statements(self, statements: Iterable[nodes.Statement], parent: Declared | None) -> None:
        for statement in statements:
            node = statement.node
            if node is None:
                continue
            declared = self.item(node, statement.offset, parent)
            if statement.children and declared is not None:
                self.statements(statement.children, declared)

    def item(self, node: nodes.Item, offset: int, parent: Declared | None) -> Declared | None:
        match node:
            case nodes.Declaration():
                return self.declaration(node, offset, parent)
            case nodes.Link():
                self.link(node, offset, parent)
            case nodes.Property():
                self.property(node, offset, parent)
            case nodes.Broken():
                self.found.broken.update(node.names)
            case nodes.Use() if parent is not None:
                self.out_of_place(node, offset, node.word, parent, _("`use` stands at the top of a file"))
        return None

    def declaration(self, node: nodes.Declaration, offset: int, parent: Declared | None) -> Declared:
        declared = Declared(self.file, node, offset, parent)
        self.check_place(declared, parent)
        self.register(declared)
        steps = 0
        for item in node.block.items if node.block else ():
            nested = self.item(item, offset, declared)
            if nested is not None and nested.kind == "step":
                steps += 1
                nested.step = steps
        return declared

    def register(self, declared: Declared) -> None:
        found = self.found
        if declared.kind == "theory":
            if found.theory is not None:
                self.report(several_theories(declared.origin, declared.node.word, found.theory.origin))
                declared.counts = False
                found.all.append(declared)
                return
            found.theory = declared
        found.all.append(declared)
        name = declared.node.name
        if name is None:
            return
        declared.key = Key(self.file, name.text)
        first = found.named.setdefault(name.text, declared)
        if first is not declared:
            hint = _("give one of the two another id")
            self.report(duplicate_name(declared.name_origin, name.text, [first.name_origin], hint))
            declared.counts = False

    def check_place(self, declared: Declared, parent: Declared | None) -> None:
        place = parent.kind if parent else TOP
        places = KINDS[declared.kind].places
        node = declared.node
        if place not in places:
            self.out_of_place(node, declared.offset, node.word, parent, _where_to_put(places))
        elif node.name is None and KINDS[declared.kind].anonymous and needs_id(declared.kind, place):
            hint = _("give it an id, or put it inside {places}", places=either(KINDS[declared.kind].anonymous))
            self.out_of_place(node, declared.offset, node.word, parent, hint)

    def link(self, node: nodes.Link, offset: int, parent: Declared | None) -> None:
        if parent is not None and parent.kind != "pathway":
            hint = _("a link stands at the top of a file or in a pathway; inside its target it is written `requires`")
            self.out_of_place(node, offset, node.arrows[0].text, parent, hint)
        self.found.links.append((offset, node))

    def property(self, node: nodes.Property, offset: int, parent: Declared | None) -> None:
        about = node.clause("for") if node.keyword == "observed" else None
        if parent is not None and about is not None:
            hint = _(
                "what is observed here is about this declaration; `for` belongs to observations at the top of a file"
            )
            self.out_of_place(about, offset, about.word, parent, hint)
        elif parent is not None:
            parent.properties.append((offset, node))
        elif about is not None:
            self.found.observations.append((offset, node))
        elif node.keyword == "observed":
            hint = _("say what was observed: `observed 38 % for x in 2026-06`, where `x` is an indicator")
            self.out_of_place(node, offset, node.word, None, hint)
        else:
            hint = _("put it inside the declaration that it is about, between `{{` and `}}`")
            self.out_of_place(node, offset, node.word or "…", None, hint)

    def out_of_place(
        self, node: nodes.Item, offset: int, word: str, parent: Declared | None, hint: Message | None
    ) -> None:
        origin = Origin(self.file, offset + node.start, offset + node.end)
        if parent is None:
            self.report(misplaced(origin, word, _("on its own"), hint, ()))
            return
        related = (Related(parent.origin, _("it stands in this declaration")),)
        self.report(misplaced(origin, word, _("in {holder}", holder=KINDS[parent.kind].one), hint, related))


def _where_to_put(places: tuple[str, ...]) -> Message:
    kinds = [place for place in places if place != TOP]
    if TOP in places and not kinds:
        return _("put it at the top of the file, outside any other declaration")
    if TOP in places:
        return _("put it outside this declaration; it stands at the top of a file or in {places}", places=either(kinds))
    return _("it stands in {places}", places=either(kinds))
