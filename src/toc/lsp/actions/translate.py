"""The words of a file in the other language: ids, labels and comments stay as they are."""

from collections.abc import Iterator

from lsprotocol import types

from toc.lsp.actions.asked import KEYWORDS, Asked
from toc.lsp.changes import workspace_edit
from toc.lsp.desk import Desk
from toc.lsp.file_language import file_language
from toc.lsp.layout import layout_edits
from toc.lsp.under_cursor import word_at
from toc.messages import LANGUAGES, Words, _

TITLES = {
    "en": _("write the words of this file in {language}", language=Words("English", "anglais")),
    "fr": _("write the words of this file in {language}", language=Words("French", "français")),
}


def translate(asked: Asked) -> Iterator[types.CodeAction]:
    """Yield an action for each language but the file's own; its edits are left for later where the client can ask.

    It mends nothing, so that it never stands among mends: it is for those who ask for its kind, or whose cursor is at a
    word of the language where nothing is to be mended.
    For the file's own language, which sets right what was written in the other one, it must be asked for by its kind.
    """
    desk = asked.desk
    if not desk.document.sound or not desk.document.statements or not (asked.only or _at_a_word(asked)):
        return
    own = file_language(desk)
    for language in LANGUAGES:
        kind = f"{KEYWORDS}.{language}"
        if not asked.wants(kind) or (language == own and kind not in asked.only):
            continue
        action = types.CodeAction(
            desk.show(TITLES[language]), kind, data={"uri": desk.uri_of(desk.file), "keywords": language}
        )
        yield action if _resolves(desk) else translated(desk, action)


def translated(desk: Desk, action: types.CodeAction) -> types.CodeAction:
    """Return the action with its edits."""
    language = action.data["keywords"] if isinstance(action.data, dict) else None
    if language in LANGUAGES:
        action.edit = workspace_edit(desk, layout_edits(desk.document, language))
    return action


def _at_a_word(asked: Asked) -> bool:
    under = word_at(asked.desk.source, asked.start)
    return under is not None and not under.is_name and not asked.diagnostics


def _resolves(desk: Desk) -> bool:
    document = desk.client.text_document
    support = document.code_action.resolve_support if document and document.code_action else None
    return support is not None and "edit" in support.properties
