"""Diagnostics as one JSON object, for programs."""

import json as standard
from typing import Any

from toc.diagnostics import Diagnostic, Severity, TextEdit, TextFix
from toc.messages import show
from toc.reporters.reporter import Report, reporter
from toc.rule_book import address, sources
from toc.source import Source

VERSION = 1


@reporter("json", with_fixes=True)
def json(report: Report) -> str:
    """Write `{"version", "summary", "diagnostics"}`; lines and columns count from 1, offsets from 0, in code points."""
    content = {
        "version": VERSION,
        "summary": {
            "files": report.files,
            **{f"{severity.value}s": _count(report, severity) for severity in Severity},
        },
        "diagnostics": [_diagnostic(diagnostic, report) for diagnostic in report.diagnostics],
    }
    return standard.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _count(report: Report, severity: Severity) -> int:
    return sum(diagnostic.severity is severity for diagnostic in report.diagnostics)


def _diagnostic(diagnostic: Diagnostic, report: Report) -> dict[str, Any]:
    origin, language = diagnostic.origin, report.language
    return {
        "code": diagnostic.rule.code,
        "rule": diagnostic.rule.name,
        "severity": diagnostic.severity.value,
        "message": show(diagnostic.message, language),
        "hint": show(diagnostic.hint, language) if diagnostic.hint else None,
        "file": origin.file,
        "range": _range(origin.file, origin.start, origin.end, report),
        "related": [
            {
                "file": other.origin.file,
                "range": _range(other.origin.file, other.origin.start, other.origin.end, report),
                "message": show(other.message, language),
            }
            for other in diagnostic.related
        ],
        "fixes": [_fix(fix, report) for fix in diagnostic.fixes],
        "sources": list(sources(diagnostic.rule, language)),
        "url": address(diagnostic.rule),
    }


def _fix(fix: TextFix, report: Report) -> dict[str, Any]:
    return {"title": show(fix.title, report.language), "edits": [_edit(edit, report) for edit in fix.edits]}


def _edit(edit: TextEdit, report: Report) -> dict[str, Any]:
    return {"file": edit.file, "range": _range(edit.file, edit.start, edit.end, report), "text": edit.text}


def _range(file: str, start: int, end: int, report: Report) -> dict[str, Any]:
    source = report.sources.get(file) or Source(file, "")
    return {"start": _position(source, start), "end": _position(source, end)}


def _position(source: Source, offset: int) -> dict[str, int]:
    position = source.position(offset)
    return {"line": position.line, "column": position.column, "offset": offset}
