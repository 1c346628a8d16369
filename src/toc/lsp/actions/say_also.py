"""A place for what a text says in another language of the theory."""

from collections.abc import Iterator

from lsprotocol.types import CodeAction

from toc.diagnostics import TextEdit
from toc.lsp.actions.asked import QUICK, Asked
from toc.lsp.file_language import file_language
from toc.lsp.filling import place
from toc.messages import _, show

RULE = "missing-translation"
MEANT = _("the same in the other language")


def say_also(asked: Asked) -> Iterator[CodeAction]:
    """Yield an action for each text that is said in one language only: the next text, with the tag of its language."""
    for diagnostic in asked.diagnostics:
        if diagnostic.rule.name == RULE and diagnostic.hint is not None:
            tag, at = diagnostic.hint.fields["tag"], diagnostic.origin.end
            text = f' "{place(show(MEANT, file_language(asked.desk)))}"@{tag}'
            edit = TextEdit(diagnostic.origin.file, at, at, text)
            yield asked.action(_("say it in the language `{tag}`, too", tag=tag), QUICK, [edit], diagnostic)
