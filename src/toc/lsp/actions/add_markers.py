"""Progress markers for a boundary partner that has not one of each grade."""

from collections.abc import Iterator

from lsprotocol.types import CodeAction

from toc.diagnostics import Edit, Origin
from toc.lsp.actions.asked import QUICK, Asked
from toc.lsp.file_language import file_language
from toc.lsp.snippets import Filling
from toc.lsp.statements import innermost
from toc.messages import _
from toc.model.vocabulary import KINDS
from toc.syntax.edits import text_edits
from toc.syntax.keywords import concept
from toc.syntax.nodes import Declaration, Name, Property
from toc.syntax.places import Place, all_places

RULE = "missing-marker"
GRADES = ("expect", "like", "love")


def add_markers(asked: Asked) -> Iterator[CodeAction]:
    """Yield an action for each change of a partner: it gets a marker of each grade that it lacks."""
    desk = asked.desk
    for diagnostic in asked.diagnostics:
        origin = diagnostic.origin
        partner = innermost(desk.document, origin.start, origin.end, Declaration)
        named = partner.node.name if partner is not None and isinstance(partner.node, Declaration) else None
        if diagnostic.rule.name != RULE or named is None:
            continue
        for place in all_places(desk.document):
            if (name := _of_partner(place, named.text)) is None or not (missing := _missing(place)):
                continue
            filling, where = Filling(file_language(desk)), Origin(desk.file, place.start, place.end)
            rows = [filling.text(f'{{marker}} {{marker:{grade}}} "<label.marker>"') for grade in missing]
            edits = text_edits(desk.document, [Edit("add", where, row) for row in rows])
            yield asked.action(_("add progress markers to `{name}`", name=name), QUICK, edits, diagnostic)


def _of_partner(place: Place, partner: str) -> str | None:
    """Return the name of the change there, if it is one of a partner alone."""
    node = place.node
    if not isinstance(node, Declaration) or node.name is None or "marker" not in KINDS[node.kind].nested:
        return None
    people = [
        [value.text for value in item.node.values if isinstance(value, Name)]
        for item in place.items
        if isinstance(item.node, Property) and item.node.keyword == "of"
    ]
    return node.name.text if people == [[partner]] else None


def _missing(change: Place) -> list[str]:
    there = {
        concept(item.node.variety.text, "marker")
        for item in change.items
        if isinstance(item.node, Declaration) and item.node.kind == "marker" and item.node.variety is not None
    }
    return [grade for grade in GRADES if grade not in there]
