"""A place for the reason that a link lacks."""

from collections.abc import Iterator

from lsprotocol.types import CodeAction

from toc.diagnostics import Diagnostic, Edit, TextEdit
from toc.lsp.actions.asked import QUICK, Asked
from toc.lsp.file_language import file_language
from toc.lsp.snippets import REASON, Filling
from toc.lsp.statements import between
from toc.messages import _
from toc.syntax.edits import text_edits
from toc.syntax.nodes import Property
from toc.syntax.places import Place, all_places

RULE = "link-without-rationale"


def give_reason(asked: Asked) -> Iterator[CodeAction]:
    """Yield an action for each link without a reason: in its block, or behind the names that something requires."""
    desk = asked.desk
    language = file_language(desk)
    reason = Filling(language).text(REASON)
    for diagnostic in asked.diagnostics:
        if diagnostic.rule.name == RULE:
            edits = tuple(_edits(asked, diagnostic, reason))
            yield asked.action(_("say why"), QUICK, edits, diagnostic, preferred=True)


def _edits(asked: Asked, diagnostic: Diagnostic, reason: str) -> Iterator[TextEdit]:
    document, origin = asked.desk.document, diagnostic.origin
    for place in all_places(between(document, origin.start, origin.end)):
        if (place.start, place.end) != (origin.start, origin.end):
            continue
        empty = next(_empty_reasons(place), None)
        if empty is not None:
            yield TextEdit(origin.file, *empty, reason)
            return
        if isinstance(place.node, Property) and place.node.values:
            behind = place.offset + place.node.values[-1].end
            yield TextEdit(origin.file, behind, behind, f" {reason}")
            return
    yield from text_edits(document, [Edit("add", origin, reason)])


def _empty_reasons(place: Place) -> Iterator[tuple[int, int]]:
    """Yield where a reason without words stands: in the block of a link, or behind what is required."""
    if isinstance(place.node, Property):
        yield from ((place.offset + one.start, place.offset + one.end) for one in place.node.clauses)
    for item in place.items:
        if isinstance(item.node, Property) and item.node.keyword == "because":
            yield item.start, item.end
