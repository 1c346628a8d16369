"""Diagnostics as the protocol has them."""

from collections.abc import Callable, Iterable

from lsprotocol import types

from toc.diagnostics import Diagnostic, Rule, Severity
from toc.lsp.desk import Desk

SOURCE = "toc"
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
# A waiver for nothing, a word nobody needs: editors show it faded.
_UNNECESSARY = frozenset({"unused-accept"})


def told(
    diagnostics: Iterable[Diagnostic], desk: Desk, page_of: Callable[[Rule], str | None]
) -> list[types.Diagnostic]:
    """Return diagnostics of the desk's file as the protocol has them; `page_of` says where a rule's page is."""
    return [_told(diagnostic, desk, page_of) for diagnostic in diagnostics]


def _told(diagnostic: Diagnostic, desk: Desk, page_of: Callable[[Rule], str | None]) -> types.Diagnostic:
    origin, rule = diagnostic.origin, diagnostic.rule
    page = page_of(rule)
    text = desk.show(diagnostic.message)
    if diagnostic.hint is not None:
        text = f"{text}\n{desk.show(diagnostic.hint)}"
    return types.Diagnostic(
        range=desk.first_line_of(origin),
        message=text,
        severity=_SEVERITIES[diagnostic.severity],
        code=rule.name,
        code_description=types.CodeDescription(page) if page else None,
        source=SOURCE,
        tags=[types.DiagnosticTag.Unnecessary] if rule.name in _UNNECESSARY else None,
        related_information=[
            types.DiagnosticRelatedInformation(desk.location(other.origin), desk.show(other.message))
            for other in diagnostic.related
        ]
        or None,
    )
