"""The strategies as a table for spreadsheet programs.

In English fields are separated by commas and numbers have a point; in French by semicolons, and numbers have a comma:
what spreadsheet programs set to that language expect when a file is opened with a double click.
The file begins with a byte order mark, without which they take accents for something else.
"""

from collections.abc import Iterable
from math import isinf

from toc.leverage.figures import Strategy
from toc.leverage.verdict_words import VERDICT_WORDS
from toc.leverage_report.report import LeverageReport, leverage_format
from toc.leverage_report.strategies_told import reasons_told
from toc.leverage_report.verdicts import ranked
from toc.messages import Message, _, show

MARK = "\ufeff"
SEPARATORS = {"en": ",", "fr": ";"}
# What a spreadsheet program takes for the beginning of a formula, also behind spaces.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20", "|", "%")

HEADS: tuple[Message, ...] = (
    _("strategy"),
    _("id"),
    _("effort"),
    _("unit"),
    _("alone"),
    _("lost without"),
    _("Shapley value"),
    _("share of effort"),
    _("share of impact"),
    _("ratio"),
    _("ratio of what is lost"),
    _("break-even effort"),
    _("weak in this share of draws"),
    _("verdict"),
    _("changes reached"),
    _("independent routes"),
    _("depth"),
    _("reasons"),
)


@leverage_format("csv")
def csv(report: LeverageReport) -> str:
    """Write one line a strategy, the greatest ratio first; texts never begin a formula."""
    rows = [[show(head, report.language) for head in HEADS]]
    rows += [
        [_cell(value, report.language) for value in _row(one, report)] for one in ranked(report.leverage.strategies)
    ]
    return MARK + "".join(_line(row, SEPARATORS[report.language]) for row in rows)


def _line(cells: Iterable[str], separator: str) -> str:
    """Cells as RFC 4180 has them."""
    return separator.join(_quoted(cell, separator) for cell in cells) + "\r\n"


def _quoted(cell: str, separator: str) -> str:
    special = any(sign in cell for sign in (separator, '"', "\r", "\n"))
    return '"' + cell.replace('"', '""') + '"' if special else cell


def _row(one: Strategy, report: LeverageReport) -> tuple[str | float | None, ...]:
    return (
        report.name(one.key),
        one.key.id,
        one.effort,
        report.leverage.efforts.unit or "",
        one.alone,
        one.leave_one_out,
        one.shapley,
        one.effort_share,
        one.share,
        one.ratio,
        one.ratio_without,
        one.break_even,
        one.probability_weak,
        show(VERDICT_WORDS[one.verdict], report.language),
        one.reach,
        one.routes,
        one.depth,
        " ".join(reasons_told(report, one)),
    )


def _cell(value: str | int | float | None, language: str) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.lstrip().startswith(FORMULA) or value.startswith(FORMULA) else value
    if isinf(value):
        return ""
    number = str(value) if isinstance(value, int) else f"{value:.6f}".rstrip("0").rstrip(".")
    return (number if float(number) else "0").replace(".", "," if language == "fr" else ".")
