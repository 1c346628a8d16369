"""What an editor asks actions for, and how one is written."""

from collections.abc import Iterable, Iterator
from itertools import islice

from attrs import frozen
from lsprotocol import types

from toc.diagnostics import Diagnostic, Origin, TextEdit
from toc.lsp.changes import workspace_edit
from toc.lsp.desk import Desk
from toc.lsp.told import told
from toc.messages import Message

FIX_ALL = "source.fixAll.toc"
KEYWORDS = "source.keywords"
EXTRACT = types.CodeActionKind.RefactorExtract.value
# So many remarks are looked at: nobody reads a longer list of what to do about them.
MOST = 60
QUICK = types.CodeActionKind.QuickFix.value


@frozen
class Asked:
    """Which actions are asked for: those of `desk`'s file from offset `start` to `end`.

    `diagnostics` are the first of those that touch this range, as they are known now; `context` is what the client
    knows.
    """

    desk: Desk
    start: int
    end: int
    context: types.CodeActionContext
    diagnostics: tuple[Diagnostic, ...]

    def wants(self, kind: str) -> bool:
        """Return whether actions of a kind are asked for; those of whole files only where somebody looks for them."""
        if self.context.only is not None:
            return any(_within(kind, only) or _within(only, kind) for only in self.only)
        by_itself = self.context.trigger_kind == types.CodeActionTriggerKind.Automatic
        return not (kind.startswith("source.") and by_itself)

    @property
    def only(self) -> tuple[str, ...]:
        """The kinds asked for; none where all are."""
        return tuple(str(getattr(only, "value", only)) for only in self.context.only or ())

    def action(
        self,
        title: Message,
        kind: str,
        edits: Iterable[TextEdit],
        diagnostic: Diagnostic | None = None,
        *,
        preferred: bool = False,
    ) -> types.CodeAction:
        """Return an action that makes `edits`, with places to fill in marked in them; `diagnostic` is what it mends."""
        return types.CodeAction(
            self.desk.show(title),
            kind,
            diagnostics=[self._linked(diagnostic)] if diagnostic is not None else None,
            is_preferred=preferred or None,
            edit=workspace_edit(self.desk, edits),
        )

    def _linked(self, diagnostic: Diagnostic) -> types.Diagnostic:
        """Return a diagnostic as the client was sent it, else as it would be."""
        (own,) = told([diagnostic], self.desk, lambda _rule: None)
        same = (one for one in self.context.diagnostics if one.code == own.code and one.range == own.range)
        return next(same, own)


def asked(desk: Desk, params: types.CodeActionParams) -> Asked:
    """Return what is asked for in a file."""
    start, end = desk.offset(params.range.start), desk.offset(params.range.end)
    return Asked(desk, start, end, params.context, tuple(islice(_touching(desk, start, end), MOST)))


def diagnostics_of(desk: Desk) -> Iterator[Diagnostic]:
    """Yield what is wrong in the desk's file, each once."""
    told_before: set[tuple[Origin, str, str]] = set()
    for analysis in desk.analyses:
        for diagnostic in analysis.diagnostics:
            mark = (diagnostic.origin, diagnostic.rule.code, str(diagnostic.message))
            if diagnostic.origin.file == desk.file and mark not in told_before:
                told_before.add(mark)
                yield diagnostic


def _within(kind: str, other: str) -> bool:
    return not other or kind == other or kind.startswith(f"{other}.")


def _touching(desk: Desk, start: int, end: int) -> Iterator[Diagnostic]:
    for diagnostic in diagnostics_of(desk):
        origin = diagnostic.origin
        # What has no length is shown as one character.
        if origin.start <= end and max(origin.end, origin.start + 1) >= start:
            yield diagnostic
