"""What is one too many, taken away."""

from collections.abc import Iterator

from lsprotocol.types import CodeAction

from toc.diagnostics import Edit, Origin
from toc.lsp.actions.asked import QUICK, Asked
from toc.lsp.statements import innermost
from toc.messages import _
from toc.syntax.edits import text_edits
from toc.syntax.nodes import Declaration, Item, Link, Property

# Each with the nodes that may go.
RULES = {
    "repeated-property": Property,
    "duplicate-link": Link,
    "self-link": Link,
    "isolated-element": Declaration,
}


def remove(asked: Asked) -> Iterator[CodeAction]:
    """Yield an action that removes what a rule says is there twice, or for nothing."""
    document = asked.desk.document
    for diagnostic in asked.diagnostics:
        origin, node = diagnostic.origin, RULES.get(diagnostic.rule.name)
        place = innermost(document, origin.start, origin.end) if node else None
        if place is None or node is None or not isinstance(place.node, node) or not _may_go(place.node):
            continue
        edits = text_edits(document, [Edit("remove", Origin(origin.file, place.start, place.end))])
        if edits:
            yield asked.action(_("remove this"), QUICK, edits, diagnostic)


def _may_go(node: Item) -> bool:
    """Return whether nothing else goes with an item: a statement that makes several links says more."""
    if isinstance(node, Link):
        return len(node.arrows) == 1 and all(side.joined or len(side.names) == 1 for side in node.sides)
    return not isinstance(node, Declaration) or node.kind != "vision"
