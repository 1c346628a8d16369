"""Diagnostics as JUnit XML, which nearly every CI shows as tests: a suite for each file, a case for each diagnostic."""

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from toc.diagnostics import Diagnostic, Severity
from toc.messages import show
from toc.reporters.reporter import Report, reporter, told
from toc.source import Source

# Characters that XML 1.0 cannot hold, however they are written.
IMPOSSIBLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@reporter("junit")
def junit(report: Report) -> str:
    """Write errors and warnings as failures, infos as cases that passed; a file with neither is one case that passed.

    What could not be read is an error, as JUnit tells tests that failed from those that could not be run.
    """
    by_file: dict[str, list[Diagnostic]] = {file: [] for file in report.sources}
    for found in report.diagnostics:
        by_file.setdefault(found.origin.file, []).append(found)
    root = Element("testsuites", name="toc")
    for file in sorted(by_file):
        _add_suite(root, file, by_file[file], report)
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    indent(root)
    return f"<?xml version='1.0' encoding='utf-8'?>\n{tostring(root, encoding='unicode')}\n"


def _add_suite(root: Element, file: str, diagnostics: Sequence[Diagnostic], report: Report) -> None:
    suite = SubElement(root, "testsuite", name=_possible(file))
    if not diagnostics:
        SubElement(suite, "testcase", name="toc check", classname=_possible(file))
    for found in diagnostics:
        _add_case(suite, found, report)
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    suite.set("errors", str(len(suite.findall("testcase/error"))))


def _add_case(suite: Element, found: Diagnostic, report: Report) -> None:
    origin, language = found.origin, report.language
    source = report.sources.get(origin.file)
    position = (source or Source(origin.file, "")).position(origin.start)
    place = f"{origin.file}:{position.line}:{position.column}"
    name = f"{found.rule.code} {found.rule.name} ({position.line}:{position.column})"
    case = SubElement(suite, "testcase", name=name, classname=_possible(origin.file))
    message = show(found.message, language)
    text = _possible(f"{place}\n{told(found, language)}")
    if found.severity is Severity.INFO:
        SubElement(case, "system-out").text = text
    else:
        kind = "failure" if source else "error"
        SubElement(case, kind, type=found.rule.code, message=_possible(message)).text = text


def _possible(text: str) -> str:
    return IMPOSSIBLE.sub(REPLACEMENT, text)
