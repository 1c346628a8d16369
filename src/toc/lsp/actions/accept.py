"""Living with what a rule says, for a reason that the writer gives."""

from collections.abc import Iterator

from lsprotocol.types import CodeAction

from toc.diagnostics import Edit
from toc.lsp.actions.asked import QUICK, Asked
from toc.lsp.file_language import file_language
from toc.lsp.filling import place
from toc.lsp.snippets import PLACES
from toc.messages import _, show
from toc.syntax.edits import text_edits
from toc.syntax.keywords import word

# Errors of syntax and names cannot be lived with.
MEANING = "TOC2"


def accept(asked: Asked) -> Iterator[CodeAction]:
    """Yield an action for each rule that speaks here: a waiver in the declaration or link around it."""
    desk = asked.desk
    language = file_language(desk)
    reason = place(show(PLACES["why"], language))
    for diagnostic in asked.diagnostics:
        if diagnostic.rule.code < MEANING:
            continue
        line = f'{word("accept", language)} {diagnostic.rule.name} {word("because", language)} "{reason}"'
        edits = text_edits(desk.document, [Edit("add", diagnostic.origin, line)])
        if edits:
            title = _("accept `{rule}` here, and say why", rule=diagnostic.rule.name)
            yield asked.action(title, QUICK, edits, diagnostic)
