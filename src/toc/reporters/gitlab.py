"""Diagnostics as a GitLab code quality report, which GitLab shows in merge requests (docs.gitlab.com, Code Quality)."""

import json as standard
from typing import Any

from toc.diagnostics import Diagnostic, Severity
from toc.fingerprints import fingerprints
from toc.reporters.reporter import Report, reporter, told
from toc.source import Source

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


@reporter("gitlab")
def gitlab(report: Report) -> str:
    """Write an array with an object for each diagnostic; an empty one where nothing was found."""
    marks = fingerprints(report.diagnostics, report.sources)
    issues = [_issue(found, mark, report) for found, mark in zip(report.diagnostics, marks, strict=True)]
    return standard.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(found: Diagnostic, mark: str, report: Report) -> dict[str, Any]:
    origin, language = found.origin, report.language
    source = report.sources.get(origin.file) or Source(origin.file, "")
    return {
        "description": told(found, language),
        "check_name": found.rule.name,
        "fingerprint": mark,
        "severity": SEVERITIES[found.severity],
        "location": {
            "path": origin.file,
            "lines": {"begin": source.position(origin.start).line, "end": source.position(origin.end).line},
        },
    }
