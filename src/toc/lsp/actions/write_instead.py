"""The nearest name of a rule, or path of a file, for one that does not exist."""

from collections.abc import Iterable, Iterator

from lsprotocol.types import CodeAction

from toc.diagnostics import TextEdit
from toc.did_you_mean import closest
from toc.lsp.actions.asked import QUICK, Asked
from toc.lsp.offered_names import paths
from toc.messages import _
from toc.rule_book import rule_names


def write_instead(asked: Asked) -> Iterator[CodeAction]:
    """Yield an action that writes the one that was probably meant."""
    for diagnostic in asked.diagnostics:
        names: Iterable[str] = ()
        if diagnostic.rule.name == "unknown-rule":
            names = rule_names()
        elif diagnostic.rule.name == "unknown-module":
            names = (offer.text for offer in paths(asked.desk))
        origin = diagnostic.origin
        written = asked.desk.document.source.text[origin.start : origin.end]
        name = written.strip('"')
        near = closest(name, names)
        if near is not None:
            edit = TextEdit(origin.file, origin.start, origin.end, written.replace(name, near))
            yield asked.action(_("write `{name}`", name=near), QUICK, [edit], diagnostic, preferred=True)
