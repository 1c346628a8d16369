"""How ready a group is, as Markdown tables: for minutes, a wiki or the comment of a review."""

import re
from collections.abc import Iterator

from toc.messages import _, show, show_field
from toc.report.inquiry import Gap, Item
from toc.report.readiness import STATES, Part, Readiness, state
from toc.report.writer import missed, told, writer
from toc.rule_book import rule_named

# Whatever could be markup in what people wrote.
MARKUP = re.compile(r"([\\`*_\[\]<>|~&$])")


@writer("md")
def markdown(readiness: Readiness, language: str) -> str:
    """Write a table a precondition or component: what is in place, what is missing, with whom, which rule says so."""
    heading = _("Readiness for collective impact: {title}", title=readiness.title)
    lines = [f"# {_escaped(show(heading, language))}"]
    if readiness.today:
        lines += ["", show_field(readiness.today, language)]
    for heading, parts in ((_("Preconditions"), readiness.preconditions), (_("Components"), readiness.components)):
        lines += ["", f"## {show(heading, language)}"]
        for part in parts:
            lines += ["", *_table(part, language)]
    return "\n".join(lines) + "\n"


def _table(part: Part, language: str) -> Iterator[str]:
    heads = (part.name, _("state"), _("in place"), _("missing"), _("with"), _("rule"))
    yield f"| {' | '.join(show(head, language) for head in heads)} |"
    yield f"|{'---|' * len(heads)}"
    for item in part.items:
        yield f"| {' | '.join(_cells(item, language))} |"


def _cells(item: Item, language: str) -> Iterator[str]:
    yield _escaped(show(item.name, language))
    yield show(STATES[state(item)], language)
    yield _lines(told(each, language) for each in item.in_place)
    yield _lines(_gap(gap, language) for gap in item.missing)
    yield _lines(dict.fromkeys(told(each, language) for gap in item.missing for each in gap.who))
    yield "<br>".join(dict.fromkeys(_rule(gap) for gap in item.missing))


def _gap(gap: Gap, language: str) -> str:
    what = missed(gap, language)
    if gap.accepted is None:
        return what
    return show(_("accepted: {what}, because {reason}", what=what, reason=gap.accepted), language)


def _rule(gap: Gap) -> str:
    rule = rule_named(gap.rule)
    assert rule is not None
    return f"{rule.code} `{rule.name}`"


def _lines(texts: Iterator[str] | dict[str, None]) -> str:
    return "<br>".join(_escaped(text) for text in texts)


def _escaped(text: str) -> str:
    return MARKUP.sub(r"\\\1", " ".join(text.split()))
