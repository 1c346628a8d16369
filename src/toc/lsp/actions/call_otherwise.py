"""Another kind for what is declared, where a rule says that it is not what it is called."""

from collections.abc import Iterator

from lsprotocol.types import CodeAction

from toc.diagnostics import Diagnostic, TextEdit
from toc.lsp.actions.asked import QUICK, Asked
from toc.lsp.file_language import file_language
from toc.lsp.names import names_in
from toc.lsp.statements import innermost
from toc.messages import _
from toc.model.vocabulary import takes
from toc.syntax.keywords import keyword, word
from toc.syntax.nodes import Declaration, Link, Property
from toc.syntax.places import Place

# The rules, and what the thing is instead.
INSTEAD = {"precondition-not-required": "outcome", "assumption-is-precondition": "precondition"}


def call_otherwise(asked: Asked) -> Iterator[CodeAction]:
    """Yield an action that changes the kind of each declaration that is another, where all it says fits that kind."""
    for diagnostic in asked.diagnostics:
        kind = INSTEAD.get(diagnostic.rule.name)
        place = _declared(asked, diagnostic) if kind else None
        if kind is None or place is None or not isinstance(place.node, Declaration):
            continue
        if all(isinstance(item.node, Property) and item.node.keyword in takes(kind) for item in place.items):
            new = word(kind, file_language(asked.desk))
            edit = TextEdit(asked.desk.file, place.start, place.start + len(place.node.word), new)
            title = _("call `{name}` {kind}", name=place.node.name.text if place.node.name else "", kind=keyword(kind))
            yield asked.action(title, QUICK, [edit], diagnostic)


def _declared(asked: Asked, diagnostic: Diagnostic) -> Place | None:
    """Return the declaration that a rule speaks of, or at which the link ends that it speaks of."""
    document, origin = asked.desk.document, diagnostic.origin
    place = innermost(document, origin.start, origin.end, Declaration, Link)
    if place is None or not isinstance(place.node, Link):
        return place
    named = names_in(asked.desk.analysis, asked.desk.file)
    for target in (name.text for side in place.node.sides[1:] for name in side.names):
        element = named.get(target)
        if element is None or element.kind != "assumption" or element.key.file != asked.desk.file:
            continue
        users = asked.desk.theory.users.get(element.key, ())
        if not any(element.key in user.properties.refs("assuming") for user in users):
            return innermost(document, element.origin.start, element.origin.end, Declaration)
    return None
