"""The fixes that come with what is wrong."""

from collections.abc import Iterator

from lsprotocol.types import CodeAction

from toc.lsp.actions.asked import QUICK, Asked


def mend(asked: Asked) -> Iterator[CodeAction]:
    """Yield an action for each fix; a safe one that is the only one is what an editor may apply by itself."""
    for diagnostic in asked.diagnostics:
        for fix in diagnostic.fixes:
            if fix.edits:
                alone = fix.safe and len(diagnostic.fixes) == 1
                yield asked.action(fix.title, QUICK, fix.edits, diagnostic, preferred=alone)
