"""What an edit of one file changes of what is wrong with names, kinds and links: only what it can touch is looked at.

That is: the statements that were edited; those that name something that is declared newly, no longer, or as something
else; and those in which something is wrong already, or a name is not known. In all others nothing was wrong, and
nothing can be.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from unicodedata import is_normalized

from attrs import evolve, frozen

from toc.diagnostics import Finding
from toc.model.modules import targets_of
from toc.model.problems import duplicate_link, duplicate_name, unknown_name
from toc.model.resolve.declared import Declared, FileDeclarations
from toc.model.resolve.names import MOST_COMPARISONS
from toc.model.resolve.resolved import Place, Resolved
from toc.model.resolve.theories import Lookup, declared_in, faulty_uses, is_unread
from toc.syntax.nodes import Document, Item, Name, Statement

# Where more names or statements than these are touched, all may as well be resolved again.
NAMES = 20
STATEMENTS = 400
# These are told at one of several places that they are about: which one depends on all of them.
SHARED = frozenset({duplicate_link.rule, duplicate_name.rule})


def resolve_edit(known: Resolved, document: Document) -> Resolved | None:
    """Return `known` with `document` in the place of one of its files; None where all must be resolved again.

    What is wrong is then what `resolve` would find; the theory stays that of before.
    O(statements of the file), most of it in a few comparisons each.
    """
    file = document.source.path
    if file not in known.by_file:
        return None
    uses = targets_of(document, known.targets)
    if [(use.path, use.alias) for use, _target in uses] != [(use.path, use.alias) for use, _t in known.uses[file]]:
        return None
    before = known.declared[file]
    declared, found = declared_in(document)
    if _heads(declared) != _heads(before) or is_unread(document) != is_unread(before.document):
        return None
    renamed = frozenset(dict(_kinds(before).items() ^ _kinds(declared).items()))
    after = evolve(
        known,
        documents={**known.documents, file: document},
        declared={**known.declared, file: declared},
        uses={**known.uses, file: uses},
        by_file={**known.by_file, file: (*found, *faulty_uses(uses))},
        names_hold=known.names_hold and not renamed,
    )
    return _looked_up(known, after, file, renamed)


def _looked_up(known: Resolved, after: Resolved, file: str, renamed: Set[str]) -> Resolved | None:
    edit = _Edit.between(known.documents[file], after.documents[file])
    was = {*((file, at) for at in edit.old), *known.watched}
    now = {*((file, at) for at in edit.new), *edit.moved(known.watched, file)}
    if renamed:
        if len(renamed) > NAMES:
            return None
        was.update(_naming(known.documents.values(), renamed))
        now.update(_naming(after.documents.values(), renamed))
    if max(len(was), len(now)) > STATEMENTS:
        return None
    old, new = _look(known, was), _look(after, now)
    others = known.ends.difference(old.links.links)
    if not others.isdisjoint(new.links.links) or any(
        finding.rule in SHARED for finding in (*known.looked_up, *new.findings)
    ):
        return None
    if _too_many_to_compare(new.findings, after):
        return None
    ends = others.union(new.links.links)
    return evolve(after, looked_up=tuple(new.findings), watched=frozenset(new.watched), ends=ends)


def _kinds(file: FileDeclarations) -> dict[str, str]:
    return {name: declared.node.kind for name, declared in file.named.items()}


def _heads(file: FileDeclarations) -> list[object]:
    """Return what makes a file a theory, and by which profiles it is looked at."""
    heads = [declared for declared in file.all if declared.node.kind == "theory"]
    profiles = [node.values for head in heads for _at, node in head.properties if node.keyword == "profile"]
    return [
        *(head.parent is None for head in heads),
        *(value.text for values in profiles for value in values if isinstance(value, Name)),
    ]


Line = tuple[Item | None, int, int]


@frozen
class _Edit:
    """Where the statements that an edit touched begin, before and after, and where all others did and do."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    stay: dict[int, int]

    @classmethod
    def between(cls, before: Document, after: Document) -> "_Edit":
        """Compare two documents from both ends; what reads the same was read once."""
        old, new = [*_lines(before.statements)], [*_lines(after.statements)]
        start, most = 0, min(len(old), len(new))
        while start < most and _same(old[start], new[start]):
            start += 1
        end = 0
        while end < most - start and _same(old[-1 - end], new[-1 - end]):
            end += 1
        stay = zip((*old[:start], *old[len(old) - end :]), (*new[:start], *new[len(new) - end :]), strict=True)
        return cls(
            tuple(line[2] for line in old[start : len(old) - end]),
            tuple(line[2] for line in new[start : len(new) - end]),
            {one[2]: other[2] for one, other in stay},
        )

    def moved(self, places: Iterable[Place], file: str) -> Iterator[Place]:
        """Yield where statements now stand, those that are gone or edited left out."""
        for path, at in places:
            if path != file:
                yield path, at
            elif at in self.stay:
                yield path, self.stay[at]


def _lines(statements: Iterable[Statement], depth: int = 0) -> Iterator[Line]:
    """Yield each statement's node, how deep it stands and where, a pathway before what stands in it."""
    for statement in statements:
        yield statement.node, depth, statement.offset
        if statement.children is not None:
            yield from _lines(statement.children, depth + 1)


def _same(one: Line, other: Line) -> bool:
    return one[0] is other[0] and one[1] == other[1]


def _naming(documents: Iterable[Document], names: Iterable[str]) -> Iterator[Place]:
    """Yield the statements in whose text one of the names occurs."""
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-])")
    for document in documents:
        offsets = [line[2] for line in _lines(document.statements)]
        text = document.source.text
        if not is_normalized("NFC", text):
            # A name may be written in another way.
            yield from ((document.source.path, at) for at in offsets)
            continue
        for found in pattern.finditer(text):
            number = bisect_right(offsets, found.start()) - 1
            if number >= 0:
                yield document.source.path, offsets[number]


def _look(resolved: Resolved, places: Iterable[Place]) -> Lookup:
    work = Lookup(resolved.declared, resolved.uses)
    by_file: dict[str, set[int]] = {}
    for path, at in places:
        by_file.setdefault(path, set()).add(at)
    for path in sorted(by_file):
        if path in resolved.by_file:
            work.file(_part(resolved.declared[path], by_file[path]))
    return work


def _part(file: FileDeclarations, offsets: Set[int]) -> FileDeclarations:
    """Return what stands in the statements at `offsets`, with the pathways whose own properties do."""
    return FileDeclarations(
        file.document,
        [declared for declared in file.all if declared.offset in offsets or _holds(declared, offsets)],
        links=[link for link in file.links if link[0] in offsets],
        observations=[written for written in file.observations if written[0] in offsets],
    )


def _holds(declared: Declared, offsets: Set[int]) -> bool:
    return declared.node.kind == "pathway" and any(at in offsets for at, _node in declared.properties)


def _too_many_to_compare(findings: Sequence[Finding], resolved: Resolved) -> bool:
    """Return whether proposals for unknown names may have come to an end, at which one depends on all of them."""
    unknown = sum(finding.rule is unknown_name.rule for finding in findings)
    return unknown * sum(len(file.named) for file in resolved.declared.values()) >= MOST_COMPARISONS
