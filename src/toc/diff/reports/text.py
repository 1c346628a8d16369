"""A difference for people to read in a terminal: what breaks first, then each change with its details."""

from collections.abc import Iterator, Sequence

from toc.diff.consequence import Consequence
from toc.diff.difference import ADDED, CHANGED, REMOVED, ElementChange, LinkChange
from toc.diff.report import DiffReport, diff_format
from toc.diff.wording import (
    ALLOWED,
    BREAKING,
    ELEMENTS,
    LINKS,
    OTHERS,
    SIGNS,
    change_line,
    detail_text,
    summary,
)
from toc.messages import Message, _, show
from toc.reporters.cells import wrapped

COLOURS = {ADDED: "32", REMOVED: "31", CHANGED: "33"}
BREAKS, FOLLOWS, BOLD = "1;31", "36", "1"
# Too narrow for any text: then lines are as long as they are.
NARROWEST = 24


@diff_format("text")
def text(report: DiffReport) -> str:
    """Write the difference in groups, wrapped to the width of the report."""
    blocks = [[_painted(show(summary(report), report.language), BOLD, report)]]
    others = [found for found in report.consequences if not found.breaking]
    blocks += _block(BREAKING, [_consequence(found, report) for found in report.breaking], report)
    blocks += _block(OTHERS, [_consequence(found, report) for found in others], report)
    blocks += _block(ELEMENTS, [_change(change, report) for change in report.difference.elements], report)
    blocks += _block(LINKS, [_change(change, report) for change in report.difference.links], report)
    return "\n".join("".join(f"{line}\n" for line in block) for block in blocks)


def _block(title: Message, entries: Sequence[Iterator[str]], report: DiffReport) -> list[list[str]]:
    lines = [line for entry in entries for line in entry]
    return [[_painted(show(title, report.language), BOLD, report), *lines]] if lines else []


def _consequence(found: Consequence, report: DiffReport) -> Iterator[str]:
    sign, colour = ("!", BREAKS) if found.breaking else ("·", FOLLOWS)
    said = _("{name}: {message}", name=found.name, message=found.message)
    line = show(said, report.language)
    if found.allowed:
        line = show(_("{text} ({remark})", text=line, remark=ALLOWED), report.language)
    yield from _entry(sign, line, colour, report)


def _change(change: ElementChange | LinkChange, report: DiffReport) -> Iterator[str]:
    said = change_line(change, report.difference)
    yield from _entry(SIGNS[change.change], show(said, report.language), COLOURS[change.change], report)
    for detail in change.details:
        yield from _wrapped("      ", detail_text(detail, report.language), report)


def _entry(sign: str, line: str, colour: str, report: DiffReport) -> Iterator[str]:
    first, *rest = _wrapped(f"  {sign} ", line, report, indent=4)
    yield first.replace(f"  {sign} ", f"  {_painted(sign, colour, report)} ", 1)
    yield from rest


def _wrapped(prefix: str, line: str, report: DiffReport, indent: int = 8) -> Iterator[str]:
    """Return `line` behind `prefix` in lines of the report's width."""
    room = report.width if report.width >= NARROWEST else 0
    return wrapped(line, room, prefix, " " * indent, cut=False)


def _painted(line: str, colour: str, report: DiffReport) -> str:
    return f"\x1b[{colour}m{line}\x1b[0m" if report.colour else line
