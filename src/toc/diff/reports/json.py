"""A difference as one JSON object, for programs."""

import json as standard
from typing import Any

from toc.diff.consequence import Consequence
from toc.diff.difference import ADDED, CHANGED, REMOVED, Detail, ElementChange, LinkChange, Said
from toc.diff.report import DiffReport, diff_format
from toc.messages import show, show_field
from toc.model.elements import Element, Key
from toc.model.links import Link

VERSION = 1


@diff_format("json")
def json(report: DiffReport) -> str:
    """Write `{"version", "old", "new", "summary", "consequences", "elements", "links"}`; texts whole, never cut."""
    difference = report.difference
    content = {
        "version": VERSION,
        "old": report.old,
        "new": report.new,
        "summary": {
            **{change: difference.count(change) for change in (ADDED, REMOVED, CHANGED)},
            "consequences": len(report.consequences),
            "breaking": len(report.breaking),
        },
        "consequences": [_consequence(found, report) for found in report.consequences],
        "elements": [_element(change, report) for change in difference.elements],
        "links": [_link(change, report) for change in difference.links],
    }
    return standard.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _consequence(found: Consequence, report: DiffReport) -> dict[str, Any]:
    return {
        "name": found.name,
        "title": show(found.title, report.language),
        "breaking": found.breaking,
        "allowed": found.allowed,
        "message": show(found.message, report.language),
        "elements": [_key(key) for key in found.elements],
    }


def _element(change: ElementChange, report: DiffReport) -> dict[str, Any]:
    return {
        "change": change.change,
        "old": _declared(change.old),
        "new": _declared(change.new),
        "details": [_detail(detail, report) for detail in change.details],
    }


def _declared(element: Element | None) -> dict[str, Any] | None:
    if element is None:
        return None
    return {**_key(element.key), "named": element.named, "kind": element.kind, "label": str(element.label)}


def _link(change: LinkChange, report: DiffReport) -> dict[str, Any]:
    return {
        "change": change.change,
        "old": _joined(change.old),
        "new": _joined(change.new),
        "details": [_detail(detail, report) for detail in change.details],
    }


def _joined(link: Link | None) -> dict[str, Any] | None:
    if link is None:
        return None
    return {"sources": [_key(key) for key in link.sources], "target": _key(link.target), "verb": link.verb}


def _detail(detail: Detail, report: DiffReport) -> dict[str, Any]:
    return {
        "aspect": detail.aspect,
        "name": detail.name or None,
        "old": _said(detail.old, report),
        "new": _said(detail.new, report),
    }


def _said(said: Said | None, report: DiffReport) -> str | None:
    return None if said is None else show_field(said, report.language)


def _key(key: Key) -> dict[str, str]:
    return {"file": key.file, "id": key.id}
