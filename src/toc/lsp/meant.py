"""Names that are used and that nothing has yet: what each may be, by where it is used."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from toc.lsp.desk import Desk
from toc.lsp.names import names_in
from toc.lsp.snippets import VARIETIES
from toc.lsp.statements import innermost
from toc.model.elements import Element
from toc.model.vocabulary import NAMES, OBSERVED_FOR, SELECTIONS, TARGETS
from toc.syntax.keywords import nfc, word
from toc.syntax.nodes import Item, Link, Property, Selection, Side
from toc.syntax.places import Place

Named = Mapping[str, Element]
UNKNOWN = "unknown-name"
# So many names are looked for.
MOST = 60
LIKELY = ("actor", "strategy", "outcome", "precondition", "output", "assumption", "indicator", "resource", "question")
# What usually stands at the beginning of each arrow.
CAUSES = {
    "contributes": ("strategy", "outcome", "precondition", "output", "factor"),
    "requires": ("precondition", "outcome", "output"),
    "hinders": ("factor", "outcome"),
}
EFFECTS = ("outcome", "precondition", "vision", "output")


@frozen
class Meant:
    """A kind and, where it takes one, its kind word."""

    kind: str
    variety: str | None = None

    def head(self, name: str, label: str, language: str) -> str:
        """Return the head of a declaration of this kind."""
        words = [word(self.kind, language)]
        if self.variety is not None:
            words.append(word(self.variety, language, self.kind))
        return f'{" ".join(words)} {name} "{label}"'


def label_of(name: str) -> str:
    """Return the label that a name makes one think of: `maison_des-jeunes` is « Maison des jeunes »."""
    label = " ".join(name.replace("_", " ").replace("-", " ").split())
    return f"{label[:1].upper()}{label[1:]}"


def undeclared(desk: Desk) -> Mapping[str, tuple[Meant, ...]]:
    """Return the names that the file uses and that nothing has, each with what it may be, the likeliest first.

    Those behind an alias are left to the other file.
    """
    text = desk.document.source.text
    found: dict[str, tuple[Meant, ...]] = {}
    for diagnostic in desk.analysis.diagnostics:
        origin = diagnostic.origin
        if diagnostic.rule.name != UNKNOWN or origin.file != desk.file:
            continue
        name = nfc(text[origin.start : origin.end])
        if name and "." not in name and name not in found:
            found[name] = meant_at(desk, origin.start, origin.end)
        if len(found) == MOST:
            break
    return found


def meant_at(desk: Desk, start: int, end: int) -> tuple[Meant, ...]:
    """Return what the name from offset `start` to `end` may be, the likeliest first."""
    place = innermost(desk.document, start, end)
    return tuple(_fitting(place, start, names_in(desk.analysis, desk.file))) if place is not None else ()


def _fitting(place: Place, start: int, named: Named) -> list[Meant]:
    node, at = place.node, start - place.offset
    if isinstance(node, Link):
        return [*_of_link(node, at, named)]
    likely = [kind for kind in LIKELY if kind in _named_by(node, at)]
    if isinstance(node, Property) and node.keyword == "requires":
        likely.sort(key=CAUSES["requires"].index)
    return [Meant(kind, VARIETIES.get(kind)) for kind in likely]


def _named_by(node: Item, at: int) -> Sequence[str]:
    """Return the kinds that the name at a place of a property may mean."""
    if not isinstance(node, Property):
        return ()
    part = next((clause for clause in node.clauses if clause.start <= at < clause.end), node)
    if part.keyword == "for" and node.keyword == "observed":
        return OBSERVED_FOR
    if part.keyword in SELECTIONS:
        value = next((value for value in part.values if value.start <= at < value.end), None)
        by = isinstance(value, Selection) and value.how == "by"
        return NAMES["by"] if by else ("strategy", "outcome", "precondition")
    return NAMES.get(part.keyword, ())


def _of_link(link: Link, at: int, named: Named) -> Iterator[Meant]:
    """Yield the kinds that fit between what points to the side at a place and what that side points to."""
    number = next(index for index, side in enumerate(link.sides) if side.start <= at <= side.end)
    before = _known(named, link.sides[number - 1]) if number else []
    after = _known(named, link.sides[number + 1]) if number + 1 < len(link.sides) else []
    leads = link.arrows[number].verb if number < len(link.arrows) else None
    for kind in CAUSES[leads] if leads else EFFECTS:
        reached = all(kind in TARGETS.get(other, ()) for other in before)
        if reached and all(other in TARGETS.get(kind, ()) for other in after) and (not number or kind in EFFECTS):
            adverse = kind == "factor" and leads == "hinders"
            yield Meant(kind, "adverse" if adverse else VARIETIES.get(kind))


def _known(named: Named, side: Side) -> list[str]:
    return [named[name.text].kind for name in side.names if name.text in named]
