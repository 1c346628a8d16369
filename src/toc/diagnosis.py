"""From findings to diagnostics: what is accepted, how much the rest weighs, how it is mended, and in which order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from toc.chosen_rules import Choice
from toc.diagnostics import Diagnostic, Edit, Finding, Severity, TextFix
from toc.syntax.nodes import Document
from toc.waivers import Waiver


def diagnosed(findings: Iterable[Finding], documents: Mapping[str, Document] | None = None) -> tuple[Diagnostic, ...]:
    """Return findings of the compiler as diagnostics, sorted; with their fixes where the `documents` are given."""
    return in_order(
        _diagnostic(finding, finding.rule.severity, tuple(_text_fixes(finding, documents)) if documents else ())
        for finding in findings
        if finding.rule
    )


def waived(findings: Sequence[Finding], waivers: Sequence[Waiver]) -> tuple[list[Finding], set[Waiver]]:
    """Return the findings that no waiver silences, and the waivers that silence one."""
    by_place: dict[tuple[str, str], list[Waiver]] = {}
    for waiver in waivers:
        by_place.setdefault((waiver.origin.file, waiver.rule.code), []).append(waiver)
    used: set[Waiver] = set()
    kept: list[Finding] = []
    for finding in findings:
        near = by_place.get((finding.origin.file, finding.rule.code if finding.rule else ""), ())
        waiving = [waiver for waiver in near if waiver.covers(finding)]
        used.update(waiving)
        if not waiving:
            kept.append(finding)
    return kept, used


def shown(findings: Sequence[Finding], chosen: Choice, documents: Mapping[str, Document]) -> Iterator[Diagnostic]:
    """Yield the findings that are asked for as diagnostics; with their fixes where the `documents` are given."""
    for finding in findings:
        assert finding.rule is not None
        severity = chosen.severity(finding.rule)
        if severity is not None and (finding.rule.check or chosen.selects(finding.rule)):
            yield _diagnostic(finding, severity, tuple(_text_fixes(finding, documents)) if documents else ())


def _text_fixes(finding: Finding, documents: Mapping[str, Document]) -> Iterator[TextFix]:
    from toc.syntax.edits import text_edits  # only where fixes are asked for

    for fix in finding.fixes:
        edits: dict[str, list[Edit]] = {}
        for edit in fix.edits:
            edits.setdefault(edit.origin.file, []).append(edit)
        if edits and edits.keys() <= documents.keys():
            texts = (text for file, group in edits.items() for text in text_edits(documents[file], group))
            yield TextFix(fix.title, tuple(texts), fix.safe)


def _diagnostic(finding: Finding, severity: Severity, fixes: tuple[TextFix, ...]) -> Diagnostic:
    assert finding.rule is not None
    return Diagnostic(finding.rule, severity, finding.message, finding.origin, finding.hint, finding.related, fixes)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return diagnostics sorted by file, offset and code."""
    return tuple(sorted(diagnostics, key=_rank))


def _rank(diagnostic: Diagnostic) -> tuple[str, int, str, int, str]:
    origin = diagnostic.origin
    return (origin.file, origin.start, diagnostic.rule.code, origin.end, str(diagnostic.message))
