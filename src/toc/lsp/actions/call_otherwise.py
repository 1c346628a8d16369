"""Another kind for what is declared, where a rule says that it is not what it is called."""

from collections.abc import Iterator

from lsprotocol.types import CodeAction

from toc.diagnostics import TextEdit
from toc.lsp.actions.asked import QUICK, Asked
from toc.lsp.file_language import file_language
from toc.lsp.statements import between
from toc.messages import _
from toc.syntax.keywords import keyword, word
from toc.syntax.nodes import Declaration
from toc.syntax.places import all_places

# The rules, and what the thing is instead.
INSTEAD = {"precondition-not-required": "outcome"}


def call_otherwise(asked: Asked) -> Iterator[CodeAction]:
    """Yield an action that changes the kind of each declaration that is another."""
    for diagnostic in asked.diagnostics:
        kind, origin = INSTEAD.get(diagnostic.rule.name), diagnostic.origin
        if kind is None:
            continue
        for place in all_places(between(asked.desk.document, origin.start, origin.end)):
            node = place.node
            if place.start == origin.start and isinstance(node, Declaration):
                new = word(kind, file_language(asked.desk))
                edit = TextEdit(origin.file, place.start, place.start + len(node.word), new)
                yield asked.action(_("call it `{kind}`", kind=keyword(kind)), QUICK, [edit], diagnostic)
