"""Links that may rest on an assumption on which nothing does."""

from collections.abc import Iterator

from lsprotocol.types import CodeAction

from toc.diagnostics import Edit, Origin
from toc.lsp.actions.asked import QUICK, Asked
from toc.lsp.file_language import file_language
from toc.lsp.statements import innermost
from toc.messages import _
from toc.syntax.edits import text_edits
from toc.syntax.keywords import word
from toc.syntax.nodes import Declaration, Link, Property
from toc.syntax.places import Place, all_places

RULE = "unattached-assumption"
# So many links are offered, the nearest ones.
MOST = 4


def rest_on(asked: Asked) -> Iterator[CodeAction]:
    """Yield an action for each of the links nearest to the assumption: it then rests on it."""
    document = asked.desk.document
    for diagnostic in asked.diagnostics:
        if diagnostic.rule.name != RULE:
            continue
        origin = diagnostic.origin
        declared = innermost(document, origin.start, origin.end, Declaration)
        name = declared.node.name if declared and isinstance(declared.node, Declaration) else None
        if name is None:
            continue
        row = f"{word('assuming', file_language(asked.desk))} {name.text}"
        for link in _nearest(asked, origin.start):
            edits = text_edits(document, [Edit("add", Origin(origin.file, link.start, link.end), row)])
            title = _("let `{link}` rest on `{name}`", link=_ends(asked, link), name=name.text)
            yield asked.action(title, QUICK, edits, diagnostic)


def _nearest(asked: Asked, offset: int) -> list[Place]:
    """Return the links nearest to a place that rest on nothing, in the order written."""
    free = [
        place
        for place in all_places(asked.desk.document)
        if isinstance(place.node, Link)
        and not any(isinstance(item.node, Property) and item.node.keyword == "assuming" for item in place.items)
    ]
    return sorted(sorted(free, key=lambda place: abs(place.start - offset))[:MOST], key=lambda place: place.start)


def _ends(asked: Asked, link: Place) -> str:
    assert isinstance(link.node, Link)
    text = asked.desk.document.source.text
    sides = link.node.sides
    return " ".join(text[link.offset + sides[0].start : link.offset + sides[-1].end].split())
