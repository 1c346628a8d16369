"""Diagnostics as GitHub Actions annotations: workflow commands that GitHub shows at the line of the review."""

from toc.diagnostics import Diagnostic, Severity
from toc.reporters.reporter import Report, reporter, told

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
# What GitHub's own toolkit escapes, in text and, beyond that, in properties (actions/toolkit, command.ts).
TEXT_ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
PROPERTY_ESCAPES = {**TEXT_ESCAPES, ":": "%3A", ",": "%2C"}


@reporter("github")
def github(report: Report) -> str:
    """Write one workflow command a line; nothing where nothing was found."""
    return "".join(f"{_annotation(found, report)}\n" for found in report.diagnostics)


def _annotation(found: Diagnostic, report: Report) -> str:
    properties = {"file": found.origin.file, **_lines(found, report), "title": f"{found.rule.code} {found.rule.name}"}
    listed = ",".join(f"{name}={_escaped(value, PROPERTY_ESCAPES)}" for name, value in properties.items())
    return f"::{COMMANDS[found.severity]} {listed}::{_escaped(told(found, report.language), TEXT_ESCAPES)}"


def _lines(found: Diagnostic, report: Report) -> dict[str, str]:
    source = report.sources.get(found.origin.file)
    if source is None:
        return {}
    start, end = source.position(found.origin.start), source.position(found.origin.end)
    if start.line != end.line:
        # GitHub takes columns only where both are on one line.
        return {"line": str(start.line), "endLine": str(end.line)}
    columns = {"col": str(start.column), "endColumn": str(end.column)}
    return {"line": str(start.line), "endLine": str(end.line), **columns}


def _escaped(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(character, character) for character in text)
