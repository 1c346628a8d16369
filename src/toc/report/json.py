"""How ready a group is, as one JSON object, for programs."""

import json as standard
from typing import Any

from toc.messages import Message, show
from toc.report.inquiry import Gap, Item, Stated
from toc.report.readiness import Part, Readiness, state
from toc.report.writer import writer
from toc.rule_book import rule_named

VERSION = 1


@writer("json")
def json(readiness: Readiness, language: str) -> str:
    """Write `{"version", "file", "title", "today", "preconditions", "components"}`; ids and states are stable."""
    content = {
        "version": VERSION,
        "file": readiness.file,
        "title": readiness.title,
        "today": readiness.today.isoformat() if readiness.today else None,
        "preconditions": [_part(part, language) for part in readiness.preconditions],
        "components": [_part(part, language) for part in readiness.components],
    }
    return standard.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _part(part: Part, language: str) -> dict[str, Any]:
    return {
        "id": part.id,
        "name": show(part.name, language),
        "items": [_item(item, language) for item in part.items],
    }


def _item(item: Item, language: str) -> dict[str, Any]:
    return {
        "id": item.id,
        "name": show(item.name, language),
        "state": state(item),
        "in_place": [_stated(each, language) for each in item.in_place],
        "missing": [_gap(gap, language) for gap in item.missing],
    }


def _gap(gap: Gap, language: str) -> dict[str, Any]:
    rule = rule_named(gap.rule)
    assert rule is not None
    return {
        "rule": rule.name,
        "code": rule.code,
        "text": show(gap.text, language),
        "about": [_stated(each, language) for each in gap.about],
        "with": [_stated(each, language) for each in gap.who],
        "accepted": gap.accepted,
    }


def _stated(stated: Stated, language: str) -> dict[str, Any]:
    return {
        "file": stated.key.file if stated.key else None,
        "id": stated.key.id if stated.key else None,
        "name": stated.name or None,
        "details": [show(part, language) if isinstance(part, Message) else part for part in stated.details],
    }
