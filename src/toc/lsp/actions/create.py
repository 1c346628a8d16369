"""The declaration of something that is named and that nothing is called yet."""

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen
from lsprotocol.types import CodeAction

from toc.diagnostics import TextEdit
from toc.lsp.actions.asked import QUICK, Asked
from toc.lsp.desk import Desk
from toc.lsp.file_language import file_language
from toc.lsp.insertion import behind_last, inserted, spot_of
from toc.lsp.names import names_in, scope_of
from toc.lsp.snippets import VARIETIES
from toc.lsp.statements import between
from toc.messages import _
from toc.model.vocabulary import KINDS, NAMES, OBSERVED_FOR, SELECTIONS, TARGETS, TOP
from toc.syntax.keywords import keyword, word
from toc.syntax.nodes import Item, Link, Property, Selection, Side
from toc.syntax.parser import parse_statement
from toc.syntax.places import Place, all_places

RULE = "unknown-name"
# So many kinds are offered, of those that fit the likeliest first.
MOST = 3
LIKELY = ("actor", "strategy", "outcome", "precondition", "output", "assumption", "indicator", "resource", "question")
# What usually stands at the beginning of each arrow.
CAUSES = {
    "contributes": ("strategy", "outcome", "precondition", "output", "factor"),
    "requires": ("precondition", "outcome", "output"),
    "hinders": ("factor", "outcome"),
}
EFFECTS = ("outcome", "precondition", "vision", "output")


def create(asked: Asked) -> Iterator[CodeAction]:
    """Yield actions that declare each unknown name, as the kinds that fit where it is used."""
    for diagnostic in asked.diagnostics:
        origin = diagnostic.origin
        if diagnostic.rule.name != RULE:
            continue
        name = asked.desk.document.source.text[origin.start : origin.end]
        for kind in _kinds(asked.desk, origin.start, origin.end):
            edit = _declared(asked.desk, kind, name, origin.start)
            if edit is not None:
                title = _("declare `{name}`: {kind}", name=name, kind=keyword(kind.kind))
                yield asked.action(title, QUICK, [edit], diagnostic)


@frozen
class _Kind:
    """A kind and, where it takes one, its kind word."""

    kind: str
    variety: str | None = None


def _kinds(desk: Desk, start: int, end: int) -> Iterator[_Kind]:
    document = between(desk.document, start, end)
    for place in reversed([*all_places(document)]):
        if place.start <= start and end <= place.end:
            found = _fitting(desk, place, start)
            yield from found[:MOST]
            return


def _fitting(desk: Desk, place: Place, start: int) -> list[_Kind]:
    node, at = place.node, start - place.offset
    if isinstance(node, Link):
        return [*_of_link(desk, node, at)]
    likely = [kind for kind in LIKELY if kind in _named_by(node, at)]
    if isinstance(node, Property) and node.keyword == "requires":
        likely.sort(key=CAUSES["requires"].index)
    return [_Kind(kind, VARIETIES.get(kind)) for kind in likely]


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


def _of_link(desk: Desk, link: Link, at: int) -> Iterator[_Kind]:
    """Yield the kinds that fit between what points to the side at a place and what that side points to."""
    number = next(index for index, side in enumerate(link.sides) if side.start <= at <= side.end)
    before = _known(desk, link.sides[number - 1]) if number else []
    after = _known(desk, link.sides[number + 1]) if number + 1 < len(link.sides) else []
    leads = link.arrows[number].verb if number < len(link.arrows) else None
    for kind in CAUSES[leads] if leads else EFFECTS:
        reached = all(kind in TARGETS.get(other, ()) for other in before)
        if reached and all(other in TARGETS.get(kind, ()) for other in after) and (not number or kind in EFFECTS):
            adverse = kind == "factor" and leads == "hinders"
            yield _Kind(kind, "adverse" if adverse else VARIETIES.get(kind))


def _known(desk: Desk, side: Side) -> list[str]:
    named = names_in(desk.analysis, desk.file)
    return [named[name.text].kind for name in side.names if name.text in named]


def _declared(desk: Desk, kind: _Kind, name: str, offset: int) -> TextEdit | None:
    alias, _dot, behind = name.rpartition(".")
    spot = None
    if alias:
        # Behind an alias, it is another file that declares it.
        path = scope_of(desk.analysis, desk.file)[1].get(alias)
        if path is None:
            return None
        desk = evolve(desk, file=path, now=None)
    else:
        spot = spot_of(desk.document, offset)
    line = _written(kind, behind, file_language(desk))
    if parse_statement(line).findings:
        return None
    document = desk.document
    siblings = spot.siblings if spot and _stands_in(kind.kind, spot.inside) else document.statements
    last = behind_last(siblings, kind.kind) or behind_last(document.statements, kind.kind)
    if last is None and spot is not None and siblings is spot.siblings:
        last = spot.statement
    return inserted(document, last, [line])


def _stands_in(kind: str, place: str) -> bool:
    return (place or TOP) in KINDS[kind].places


def _written(kind: _Kind, name: str, language: str) -> str:
    words = [word(kind.kind, language)]
    if kind.variety is not None:
        words.append(word(kind.variety, language, kind.kind))
    label = " ".join(name.replace("_", " ").replace("-", " ").split())
    return f'{" ".join(words)} {name} "{label[:1].upper()}{label[1:]}"'
