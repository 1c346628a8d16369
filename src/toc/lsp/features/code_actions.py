"""What can be done where the cursor is: mend, declare, supply what is missing, extract, accept, translate."""

from lsprotocol import types

from toc.lsp.actions.accept import accept
from toc.lsp.actions.add_markers import add_markers
from toc.lsp.actions.asked import EXTRACT, FIX_ALL, KEYWORDS, QUICK, asked
from toc.lsp.actions.call_otherwise import call_otherwise
from toc.lsp.actions.close import close
from toc.lsp.actions.create import create
from toc.lsp.actions.extract import between, extract
from toc.lsp.actions.fix_all import fix_all
from toc.lsp.actions.give_reason import give_reason
from toc.lsp.actions.mend import mend
from toc.lsp.actions.remove import remove
from toc.lsp.actions.rest_on import rest_on
from toc.lsp.actions.say_also import say_also
from toc.lsp.actions.say_strength import say_strength
from toc.lsp.actions.set_next_review import set_next_review
from toc.lsp.actions.supply import supply
from toc.lsp.actions.translate import translate, translated
from toc.lsp.actions.write_instead import write_instead
from toc.lsp.desk import Desk
from toc.lsp.feature import LATEST, feature

# In the order in which they are offered.
ACTIONS = (
    (QUICK, mend),
    (QUICK, close),
    (QUICK, write_instead),
    (QUICK, create),
    (QUICK, give_reason),
    (QUICK, supply),
    (QUICK, say_also),
    (QUICK, call_otherwise),
    (QUICK, say_strength),
    (QUICK, rest_on),
    (QUICK, add_markers),
    (QUICK, set_next_review),
    (QUICK, remove),
    (EXTRACT, extract),
    (QUICK, between),
    (QUICK, accept),
    (FIX_ALL, fix_all),
    (KEYWORDS, translate),
)
KINDS = [QUICK, EXTRACT, FIX_ALL, KEYWORDS]


@feature(
    types.TEXT_DOCUMENT_CODE_ACTION,
    types.CodeActionOptions(code_action_kinds=KINDS, resolve_provider=True),
    knowing=LATEST,
)
def code_actions(desk: Desk, params: types.CodeActionParams) -> list[types.CodeAction]:
    """Return the actions for a range, the likeliest first."""
    wish = asked(desk, params)
    found = (action for kind, actions in ACTIONS if wish.wants(kind) for action in actions(wish))
    return list({_mark(action): action for action in reversed([*found])}.values())[::-1]


def _mark(action: types.CodeAction) -> tuple[str, str]:
    """Return what is the same for actions that do the same, though they mend what several rules say."""
    return action.title, repr(action.edit)


@feature(types.CODE_ACTION_RESOLVE, knowing=LATEST)
def resolve(desk: Desk, action: types.CodeAction) -> types.CodeAction:
    """Return an action with the edits that were left for later."""
    return translated(desk, action)
