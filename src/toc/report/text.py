"""How ready a group is, for a terminal of 80 columns."""

from collections.abc import Iterator

from toc.messages import Message, _, show, show_field
from toc.report.inquiry import Gap, Item
from toc.report.readiness import IN_PART, IN_PLACE, MISSING, NOTHING_YET, STATES, Part, Readiness, state
from toc.report.writer import missed, told, writer
from toc.reporters.cells import cells, cropped, visible, wrapped

WIDTH = 80
NAME = 30
MARKS = {IN_PLACE: "[x]", IN_PART: "[~]", MISSING: "[ ]", NOTHING_YET: "[-]"}


@writer("text")
def text(readiness: Readiness, language: str) -> str:
    """Write one line an item: its mark, its name, what is in place, and below what is missing."""
    lines = list(wrapped(show(_("Readiness for collective impact: {title}", title=readiness.title), language), WIDTH))
    if readiness.today:
        lines.append(show_field(readiness.today, language))
    for heading, parts in (
        (_("PRECONDITIONS"), readiness.preconditions),
        (_("COMPONENTS"), readiness.components),
    ):
        lines += ["", show(heading, language)]
        for part in parts:
            lines += ["", *_part(part, language)]
    lines += ["", *_summary(readiness, language)]
    return "\n".join(lines) + "\n"


def _part(part: Part, language: str) -> Iterator[str]:
    yield from wrapped(show(part.name, language), WIDTH)
    for item in part.items:
        yield from _item(item, language)


def _item(item: Item, language: str) -> Iterator[str]:
    name = visible(show(item.name, language))
    name = name if cells(name) <= NAME else f"{cropped(name, NAME - 1)}…"
    prefix = f"  {MARKS[state(item)]} {name}{' ' * (NAME - cells(name))} "
    texts = [" · ".join(told(each, language) for each in item.in_place)] if item.in_place else []
    texts += [line for gap in item.missing for line in _gap(gap, language)]
    for content in texts or [show(STATES[NOTHING_YET], language)]:
        yield from (line.rstrip() for line in wrapped(content, WIDTH, prefix, " " * cells(prefix)))
        prefix = " " * cells(prefix)


def _gap(gap: Gap, language: str) -> Iterator[str]:
    what = missed(gap, language)
    if gap.accepted is not None:
        yield show(_("accepted: {what}, because {reason}", what=what, reason=gap.accepted), language)
        return
    yield show(_("missing: {what} [{rule}]", what=what, rule=gap.rule), language)
    if gap.who and gap.who != gap.about:
        yield show(_("with: {names}", names=", ".join(told(each, language) for each in gap.who)), language)


def _summary(readiness: Readiness, language: str) -> Iterator[str]:
    states = [state(item) for item in readiness.items]
    counts: list[Message] = [
        _("{mark} {state}: {n}", mark=mark, state=STATES[name], n=states.count(name)) for name, mark in MARKS.items()
    ]
    yield "   ".join(show(count, language) for count in counts)
