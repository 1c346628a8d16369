"""Documents to theory."""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from toc.model.resolve.resolved import Place, Resolved, Targets
from toc.model.resolve.values import Values
from toc.model.theory import Theory
from toc.model.vocabulary import OBSERVED_FOR
from toc.syntax import nodes
from toc.syntax.keywords import concept
from toc.syntax.written_in import written_in

Uses = tuple[tuple[Use, str | None], ...]


def resolve(root: str, documents: Mapping[str, nodes.Document], targets: Targets) -> Resolved:
    """Return the theory of the file `root`, and what is wrong with its names, kinds and links (TOC1xx).

    `documents` are the files by workspace path, `root` and all that it uses among them; further ones serve to say
    where an unknown name is declared. `targets[(file, written path)]` is the file that a `use` means, None where
    there is none. The theory is the same whatever the order of statements; nothing is raised for bad input.
    O(size of the files), apart from proposals for unknown names.
    """
    threshold = gc.get_threshold()
    # The collector would look at the growing model again and again: half the time of a large one.
    gc.set_threshold(1_000_000, *threshold[1:])
    try:
        return _resolve(root, documents, targets)
    finally:
        gc.set_threshold(*threshold)


def _resolve(root: str, documents: Mapping[str, nodes.Document], targets: Targets) -> Resolved:
    uses = {path: targets_of(document, targets) for path, document in documents.items()}
    reached = reached_from(root, uses, aliased=True)
    declared = {}
    by_file: dict[str, tuple[Finding, ...]] = {}
    for path, document in documents.items():
        declared[path], faults = declared_in(document)
        if path in reached:
            by_file[path] = (*faults, *faulty_uses(uses[path]))
    work = Lookup(declared, uses)
    for path in sorted(reached):
        work.file(declared[path])
    work.observe()
    theory = _theory(root, work, reached)
    ends = frozenset(work.links.links)
    found = tuple(work.findings)
    return Resolved(root, documents, targets, theory, declared, uses, by_file, found, frozenset(work.watched), ends)


def declared_in(document: nodes.Document) -> tuple[FileDeclarations, list[Finding]]:
    """Return what a document declares, and what is wrong with that and with its characters."""
    findings: list[Finding] = []
    found = declarations(document, findings.append)
    findings.extend(find_hidden_characters(document.source))
    return found, findings


def faulty_uses(uses: Uses) -> Iterator[Finding]:
    """Yield what is wrong with the `use` statements of one file."""
    first: dict[str, Origin] = {}
    for use, target in uses:
        if target is None:
            yield unknown_module(use.origin, use.path)
        if use.alias is None:
            continue
        if use.alias in first:
            hint = _("give each file an alias of its own")
            yield duplicate_name(use.alias_origin, use.alias, [first[use.alias]], hint)
        first.setdefault(use.alias, use.alias_origin)


def reached_from(root: str, uses: Mapping[str, Uses], aliased: bool) -> set[str]:
    """Return the files that `root` uses, itself and those used in turn included; with `aliased` also behind aliases."""
    reached = {root}
    pending = [root]
    while pending:
        for use, target in uses[pending.pop()]:
            if target is not None and target in uses and target not in reached and (aliased or use.alias is None):
                reached.add(target)
                pending.append(target)
    return reached


def is_unread(document: nodes.Document) -> bool:
    """Return whether nothing of a document could be read, so that what it declares is not known."""
    return not document.statements and not document.sound


@define(eq=False)
class Lookup:
    """Looks up names, statement by statement: makes elements and links, and finds what is wrong with them.

    `watched` are the statements in which something was found, or a name that is not known was excused.
    """

    declared: Mapping[str, FileDeclarations]
    uses: Mapping[str, Uses]
    findings: list[Finding] = field(factory=list)
    watched: set[Place] = field(factory=set)
    elements: dict[Key, Element] = field(factory=dict)
    observed: dict[Key, list[Property]] = field(factory=dict)
    links: LinkReader = field(init=False)
    _seen: int = 0

    def __attrs_post_init__(self) -> None:
        self.links = LinkReader(self.findings.append)

    def file(self, file: FileDeclarations) -> None:
        """Look at what is declared, linked and observed in `file`, one of those declared or a part of one."""
        names = self.names(self.declared[file.path])
        reader = PropertyReader(Values(names), self.findings.append)
        requirements = []
        for declared in file.all:
            for property, node, offset in self.element(declared, reader):
                requirements.append((declared, property, node, offset))
            self.watch(names, declared.offset)
        for declared in file.all:
            if declared.kind == "output" and declared.node.name is not None:
                self.links.implied(declared)
                self.watch(names, declared.offset)
        for offset, link in file.links:
            self.links.statement(link, offset, names, reader)
            self.watch(names, offset)
        for declared, property, node, offset in requirements:
            self.links.required(declared, property, node, offset, names)
            self.watch(names, declared.offset)
        for offset, node in file.observations:
            self.observation(node, offset, reader)
            self.watch(names, offset)

    def watch(self, names: Names, offset: int) -> None:
        """Remember the statement at `offset` where looking at it has found something."""
        seen = len(self.findings) + names.excused
        if seen != self._seen:
            self.watched.add((names.file.path, offset))
            self._seen = seen

    def names(self, file: FileDeclarations) -> Names:
        """Return the names that `file` can use."""
        open: list[str] = []
        aliases: dict[str, str | None] = {}
        incomplete = False
        for use, target in self.uses[file.path]:
            known = target if target in self.declared else None
            if use.alias is None:
                incomplete = incomplete or known is None or is_unread(self.declared[known].document)
                open.extend([known] if known else [])
            else:
                aliases.setdefault(use.alias, known)
        self._seen = len(self.findings)
        return Names(file, self.declared, open, aliases, incomplete, self.findings.append)

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
        """Keep what was observed for the indicators that it is about."""
        clause = node.clause("for")
        if clause is None:
            return
        about = evolve(node, clauses=tuple(part for part in node.clauses if part is not clause))
        for name in clause.values:
            if isinstance(name, nodes.Name):
                reference = reader.values.names.reference(name, offset, OBSERVED_FOR)
                if reference is not None:
                    self.observed.setdefault(reference.key, []).append(reader.property(about, offset))

    def observe(self) -> None:
        """Give what was observed at the top of files to the indicators that it is about."""
        for key, properties in self.observed.items():
            element = self.elements[key]
            added = sorted(properties, key=lambda added: (repr(added), added.origin.file))
            self.elements[key] = evolve(element, properties=Properties((*element.properties, *added)))


def _theory(root: str, work: Lookup, reached: Iterable[str]) -> Theory:
    elements = MappingProxyType(dict(sorted(work.elements.items())))
    head = work.declared[root].theory
    own = reached_from(root, work.uses, aliased=False)
    aliased = (key for key, element in elements.items() if element.kind == "vision" and key.file not in own)
    files: Sequence[str] = sorted({*reached} - {root})
    return Theory(
        root,
        elements[head.key] if head else None,
        elements,
        tuple(sorted(work.links.links.values(), key=_rank)),
        frozenset(aliased),
        (root, *files),
        written_in(work.declared[root].document),
    )


def _rank(link: Link) -> tuple[tuple[Key, ...], Key, str]:
    return (link.sources, link.target, link.verb)
