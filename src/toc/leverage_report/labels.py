"""Sentences for readers of a report, who know things by their labels and not by their ids."""

import re
from collections.abc import Mapping
from typing import Any

from attrs import evolve

from toc.leverage.spoken import ARROWS, named
from toc.leverage_report.report import LeverageReport
from toc.messages import Message, _, show

# Around what is to stand in quotes; no text that people type holds these.
OPEN, CLOSE = "\x02", "\x03"
_MARKED = re.compile(f"`?{OPEN}([^{CLOSE}]*){CLOSE}`?")
_JOINTS = re.compile("( & | (?:" + "|".join(map(re.escape, ARROWS.values())) + ") )")


def with_labels(message: Message, report: LeverageReport) -> str:
    """Return `message` as text; where it names elements as they are written in the file, their labels in quotes."""
    names = {
        named(report.leverage.theory, key): report.name(key)
        for key in sorted(report.leverage.theory.elements, key=lambda key: key.file == report.leverage.theory.file)
    }
    text = show(_labelled(message, names), report.language)
    return _MARKED.sub(lambda found: show(_("“{text}”", text=found[1]), report.language), text)


def _labelled(value: Any, names: Mapping[str, str]) -> Any:
    match value:
        case Message():
            return evolve(value, fields={name: _labelled(each, names) for name, each in value.fields.items()})
        case list() | tuple():
            return [_labelled(each, names) for each in value]
        case str():
            return _label(value, names)
    return value


def _label(text: str, names: Mapping[str, str]) -> str:
    plain = text.strip("`")
    if plain in names:
        return f"{OPEN}{names[plain]}{CLOSE}"
    parts = _JOINTS.split(plain)
    if len(parts) == 1 or any(part not in names for part in parts[::2]):
        return text
    # The arrow of a link stands between names, as on a picture.
    return "".join(part.replace("->", "→") if number % 2 else _label(part, names) for number, part in enumerate(parts))
