"""A difference as Markdown, for a comment on a pull request: what breaks in full, the rest folded."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from toc.diff.consequence import Consequence
from toc.diff.difference import ElementChange, LinkChange
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
    escaped,
    summary,
)
from toc.messages import Message, _, show
from toc.reporters.cells import visible

# An underscore inside a word is no markup.
_MARKUP = re.compile(r"[\\`*{}\[\]~$]|(?<!\w)_|_(?!\w)")
# Between the sign and the name, so that nobody is called.
WORD_JOINER = "\u2060"


@diff_format("markdown")
def markdown(report: DiffReport) -> str:
    """Write a summary, what breaks, and folded below each other what else follows, the elements and the links."""
    others = [found for found in report.consequences if not found.breaking]
    tell, name = partial(_consequence, report=report), partial(_change, report=report)
    broken = [line for found in report.breaking for line in tell(found)]
    parts = [f"**{_said(summary(report), report)}**\n"]
    if broken:
        parts.append(f"### {_said(BREAKING, report)}\n\n" + "".join(broken))
    parts += _folded(OTHERS, len(others), [line for found in others for line in tell(found)], report)
    for title, changes in ((ELEMENTS, report.difference.elements), (LINKS, report.difference.links)):
        parts += _folded(title, len(changes), [line for change in changes for line in name(change)], report)
    return "\n".join(parts)


def literal(text: str) -> str:
    """Return `text` so that Markdown shows just that: no markup in it, no HTML, nobody called by an `@`."""
    plain = _MARKUP.sub(lambda found: f"\\{found[0]}", visible(text))
    plain = plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return plain.replace("@", f"@{WORD_JOINER}")


def _said(message: Message, report: DiffReport) -> str:
    return show(escaped(message, literal), report.language)


def _folded(title: Message, count: int, lines: Sequence[str], report: DiffReport) -> list[str]:
    if not lines:
        return []
    head = show(_("{title} ({n})", title=title, n=count), report.language)
    return [f"<details>\n<summary>{head}</summary>\n\n{''.join(lines)}\n</details>\n"]


def _consequence(found: Consequence, report: DiffReport) -> Iterator[str]:
    line = f"- `{found.name}` {_said(found.message, report)}"
    yield f"{line} (*{show(ALLOWED, report.language)}*)\n" if found.allowed else f"{line}\n"


def _change(change: ElementChange | LinkChange, report: DiffReport) -> Iterator[str]:
    said = change_line(change, report.difference)
    yield f"- **{SIGNS[change.change]}** {_said(said, report)}\n"
    for detail in change.details:
        yield f"  - {detail_text(detail, report.language, literal)}\n"
