"""Documents to theory."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from attrs import define, evolve, field

from toc.diagnostics import Finding, Origin
from toc.messages import _
from toc.model.elements import Element, Key, Properties, Property
from toc.model.links import Link
from toc.model.modules import Use, targets_of
from toc.model.problems import duplicate_name, find_hidden_characters, unknown_module
from toc.model.resolve.chains import LinkReader
from toc.model.resolve.declared import Declared, FileDeclarations
from toc.model.resolve.first_pass import declarations
from toc.model.resolve.names import Names
from toc.model.resolve.properties import PropertyReader
from toc.model.resolve.values import Values
from toc.model.theory import Theory
from toc.model.vocabulary import OBSERVED_FOR
from toc.syntax import nodes
from toc.syntax.keywords import concept

Targets = Mapping[tuple[str, str], str | None]


def resolve(root: str, documents: Mapping[str, nodes.Document], targets: Targets) -> tuple[Theory, tuple[Finding, ...]]:
    """Return the theory of the file `root`, and what is wrong with its names, kinds and links (TOC1xx).

    `documents` are the files by workspace path, `root` and all that it uses among them; further ones serve to say
    where an unknown name is declared. `targets[(file, written path)]` is the file that a `use` means, None where
    there is none. The theory is the same whatever the order of statements; nothing is raised for bad input.
    O(size of the files), apart from proposals for unknown names.
    """
    work = _Resolver(root, documents, targets)
    threshold = gc.get_threshold()
    # The collector would look at the growing model again and again: half the time of a large one.
    gc.set_threshold(1_000_000, *threshold[1:])
    try:
        work.run()
        return work.theory(), tuple(work.findings)
    finally:
        gc.set_threshold(*threshold)


class Rereader:
    """Says what is wrong in a few statements of files whose declarations are known, without reading the rest again."""

    def __init__(self, root: str, documents: Mapping[str, nodes.Document], targets: Targets) -> None:
        self._work = _Resolver(root, documents, targets)
        self._work.declare()

    def findings(self, few: nodes.Document) -> tuple[Finding, ...]:
        """Return what is wrong with names, kinds and links in `few`, a document of one of the files.

        It holds statements that declare the same ids and kinds as those whose place they take.
        What only shows beside other statements (a link made twice, a name declared twice) is not found.
        """
        work = self._work
        known = work.files[few.source.path]
        kept, work.findings[:] = list(work.findings), []
        try:
            found = declarations(few, work.findings.append)
            names = work.names(known)
            work.findings[:] = [finding for finding in work.findings if finding.origin.file == few.source.path]
            work.links = LinkReader(work.findings.append)
            work.file(found, names)
            return tuple(work.findings)
        finally:
            work.findings[:] = kept


@define(eq=False)
class _Resolver:
    root: str
    documents: Mapping[str, nodes.Document]
    targets: Targets
    findings: list[Finding] = field(factory=list)
    files: dict[str, FileDeclarations] = field(factory=dict)
    uses: dict[str, tuple[tuple[Use, str | None], ...]] = field(factory=dict)
    elements: dict[Key, Element] = field(factory=dict)
    observed: dict[Key, list[Property]] = field(factory=dict)
    links: LinkReader = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.links = LinkReader(self.findings.append)

    def run(self) -> None:
        for path in sorted(self.declare()):
            file = self.files[path]
            self.findings.extend(find_hidden_characters(file.document.source))
            self.file(file, self.names(file))
        for key, properties in self.observed.items():
            self.observe(key, properties)

    def declare(self) -> set[str]:
        """Find what all files declare; return those that the root reaches."""
        for path, document in self.documents.items():
            self.uses[path] = targets_of(document, self.targets)
        reached = _reached(self.root, self.uses, aliased=True)
        for path, document in self.documents.items():
            report = self.findings.append if path in reached else _unheard
            self.files[path] = declarations(document, report)
        return reached

    def file(self, file: FileDeclarations, names: Names) -> None:
        reader = PropertyReader(Values(names), self.findings.append)
        requirements = []
        for declared in file.all:
            for property, node, offset in self.element(declared, reader):
                requirements.append((declared, property, node, offset))
        for declared in file.all:
            if declared.kind == "output" and declared.node.name is not None:
                self.links.implied(declared)
        for offset, link in file.links:
            self.links.statement(link, offset, names, reader)
        for declared, property, node, offset in requirements:
            self.links.required(declared, property, node, offset, names)
        for offset, node in file.observations:
            self.observation(node, offset, reader)

    def names(self, file: FileDeclarations) -> Names:
        open: list[str] = []
        aliases: dict[str, str | None] = {}
        first: dict[str, Origin] = {}
        incomplete = False
        for use, target in self.uses[file.path]:
            if target is None:
                self.findings.append(unknown_module(use.origin, use.path))
            known = target if target in self.files else None
            if use.alias is None:
                incomplete = incomplete or known is None or _unread(self.documents[known])
                open.extend([known] if known else [])
            elif use.alias in aliases:
                hint = _("give each file an alias of its own")
                self.findings.append(duplicate_name(use.alias_origin, use.alias, [first[use.alias]], hint))
            else:
                aliases[use.alias] = known
                first[use.alias] = use.alias_origin
        return Names(file, self.files, open, aliases, incomplete, self.findings.append)

    def element(self, declared: Declared, reader: PropertyReader) -> Iterator[tuple[Property, nodes.Property, int]]:
        """Make the element of `declared`; yield its `requires`, which become links."""
        kept = []
        for read in reader.read(declared.kind, declared.properties):
            if read[0].name == "requires":
                yield read
            else:
                kept.append(read[0])
        if not declared.counts:
            return
        node = declared.node
        variety = node.variety
        self.elements[declared.key] = Element(
            declared.key,
            declared.kind,
            reader.values.label(node.label, declared.offset, declared.origin),
            (concept(variety.text, declared.kind) or variety.text) if variety else None,
            Properties(tuple(kept)),
            declared.parent.key if declared.parent else None,
            node.name is not None,
            declared.origin,
        )

    def observation(self, node: nodes.Property, offset: int, reader: PropertyReader) -> None:
        clause = node.clause("for")
        if clause is None:
            return
        about = evolve(node, clauses=tuple(part for part in node.clauses if part is not clause))
        for name in clause.values:
            if isinstance(name, nodes.Name):
                reference = reader.values.names.reference(name, offset, OBSERVED_FOR)
                if reference is not None:
                    self.observed.setdefault(reference.key, []).append(reader.property(about, offset))

    def observe(self, key: Key, properties: Sequence[Property]) -> None:
        element = self.elements[key]
        added = sorted(properties, key=lambda added: (repr(added), added.origin.file))
        self.elements[key] = evolve(element, properties=Properties((*element.properties, *added)))

    def theory(self) -> Theory:
        elements = MappingProxyType(dict(sorted(self.elements.items())))
        head = self.files[self.root].theory
        own = _reached(self.root, self.uses, aliased=False)
        aliased = (key for key, element in elements.items() if element.kind == "vision" and key.file not in own)
        files = sorted(_reached(self.root, self.uses, aliased=True) - {self.root})
        return Theory(
            self.root,
            elements[head.key] if head else None,
            elements,
            tuple(sorted(self.links.links.values(), key=_rank)),
            frozenset(aliased),
            (self.root, *files),
        )


def _rank(link: Link) -> tuple[tuple[Key, ...], Key, str]:
    return (link.sources, link.target, link.verb)


def _unread(document: nodes.Document) -> bool:
    return not document.statements and not document.sound


def _unheard(finding: Finding) -> None:
    """Let go what is found in a file that does not belong to the theory."""


def _reached(root: str, uses: Mapping[str, Sequence[tuple[Use, str | None]]], aliased: bool) -> set[str]:
    """Return the files that `root` uses, itself and those used in turn included; with `aliased` also behind aliases."""
    reached = {root}
    pending = [root]
    while pending:
        for use, target in uses[pending.pop()]:
            if target is not None and target in uses and target not in reached and (aliased or use.alias is None):
                reached.add(target)
                pending.append(target)
    return reached
