"""Diagnostics in SARIF 2.1.0, which GitHub code scanning and many editors read (OASIS standard, 2020)."""

import json as standard
from collections.abc import Sequence
from typing import Any

import toc
from toc.diagnostics import Diagnostic, Origin, Related, Rule, Severity, TextEdit, TextFix
from toc.fingerprints import fingerprints
from toc.messages import _, show
from toc.reporters.reporter import Report, reporter, told
from toc.rule_book import page, reason, sources, title

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
# The name carries a version: it changes when fingerprints are made in another way.
FINGERPRINT = "tocFinding/v1"
# What RFC 3986 lets stand as it is in a path; `:` would make a scheme of what is before it.
UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/!$&'()*+,;=@")


@reporter("sarif", with_fixes=True)
def sarif(report: Report) -> str:
    """Write one run; columns count code points, addresses of files are relative to the current folder."""
    rules = tuple({found.rule.code: found.rule for found in report.diagnostics}[code] for code in _codes(report))
    marks = fingerprints(report.diagnostics, report.sources)
    numbers = {rule.code: number for number, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "toc",
                "version": toc.__version__,
                "semanticVersion": toc.__version__,
                "rules": [_rule(rule, report.language) for rule in rules],
            }
        },
        "language": report.language,
        "columnKind": "unicodeCodePoints",
        "results": [
            {
                **_result(found, report),
                "ruleIndex": numbers[found.rule.code],
                "partialFingerprints": {FINGERPRINT: mark},
            }
            for found, mark in zip(report.diagnostics, marks, strict=True)
        ],
    }
    content = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return standard.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _codes(report: Report) -> Sequence[str]:
    return sorted({found.rule.code for found in report.diagnostics})


def _rule(rule: Rule, language: str) -> dict[str, Any]:
    # There is no helpUri: the page comes along, as the help itself.
    text = page(rule, language)
    asking = [show(_("source: {text}", text=source), language) for source in sources(rule, language)]
    whole = "\n\n".join([text, *asking])
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": title(rule, language)},
        "fullDescription": {"text": reason(rule, language) or title(rule, language)},
        "help": {"text": whole, "markdown": whole},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": ["theory-of-change", *rule.profiles]},
    }


def _result(found: Diagnostic, report: Report) -> dict[str, Any]:
    language = report.language
    result: dict[str, Any] = {
        "ruleId": found.rule.code,
        "level": LEVELS[found.severity],
        "message": {"text": told(found, language)},
        "locations": [{"physicalLocation": _place(found.origin, report)}],
    }
    if found.related:
        result["relatedLocations"] = [_related(number, other, report) for number, other in enumerate(found.related)]
    if found.fixes:
        result["fixes"] = [_fix(fix, report) for fix in found.fixes]
    return result


def _related(number: int, other: Related, report: Report) -> dict[str, Any]:
    return {
        "id": number,
        "physicalLocation": _place(other.origin, report),
        "message": {"text": show(other.message, report.language)},
    }


def _fix(fix: TextFix, report: Report) -> dict[str, Any]:
    files: dict[str, list[TextEdit]] = {}
    for edit in fix.edits:
        files.setdefault(edit.file, []).append(edit)
    changes = [
        {"artifactLocation": _artifact(file), "replacements": [_replacement(edit, report) for edit in edits]}
        for file, edits in files.items()
    ]
    return {"description": {"text": show(fix.title, report.language)}, "artifactChanges": changes}


def _replacement(edit: TextEdit, report: Report) -> dict[str, Any]:
    replacement: dict[str, Any] = {"deletedRegion": _region(Origin(edit.file, edit.start, edit.end), report)}
    if edit.text:
        replacement["insertedContent"] = {"text": edit.text}
    return replacement


def _place(origin: Origin, report: Report) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": _artifact(origin.file)}
    if origin.file in report.sources:
        place["region"] = _region(origin, report)
    return place


def _region(origin: Origin, report: Report) -> dict[str, int]:
    source = report.sources[origin.file]
    start, end = source.position(origin.start), source.position(origin.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": origin.start,
        "charLength": origin.end - origin.start,
    }


def _artifact(file: str) -> dict[str, str]:
    path = "".join(
        chr(byte) if byte in UNRESERVED else f"%{byte:02X}" for byte in file.encode("utf-8", "surrogateescape")
    )
    return {"uri": path}
