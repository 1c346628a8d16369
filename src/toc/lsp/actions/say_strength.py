"""A strength for the link on which most depends, of those that state none."""

from collections.abc import Iterator

from lsprotocol.types import CodeAction

from toc.diagnostics import TextEdit
from toc.lsp.actions.asked import QUICK, Asked
from toc.lsp.changes import fills_in
from toc.lsp.file_language import file_language
from toc.lsp.filling import place, variants
from toc.lsp.statements import innermost
from toc.messages import _
from toc.syntax.keywords import slot_words
from toc.syntax.nodes import Link

RULE = "strength-not-stated"


def say_strength(asked: Asked) -> Iterator[CodeAction]:
    """Yield an action that gives the first link that the rule names a strength, or one for each strength."""
    desk = asked.desk
    for diagnostic in asked.diagnostics:
        if diagnostic.rule.name != RULE or not diagnostic.related:
            continue
        origin = diagnostic.related[0].origin
        found = innermost(desk.document, origin.start, origin.end, Link) if origin.file == desk.file else None
        if found is None or not isinstance(found.node, Link):
            continue
        at = found.offset + found.node.sides[-1].end
        ends = {"source": found.node.sides[0].names[0].text, "target": found.node.sides[-1].names[-1].text}
        title = _("say how strong `{source} -> {target}` is", **ends)
        words = f" {place(*(entry.words[file_language(desk)][0] for entry in slot_words('strength')))}"
        for choice, text in [("", words)] if fills_in(desk) else variants(words):
            told = _("{what}: `{name}`", what=title, name=choice) if choice else title
            yield asked.action(told, QUICK, [TextEdit(desk.file, at, at, text)], diagnostic)
