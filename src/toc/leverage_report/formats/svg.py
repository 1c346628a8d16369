"""The leverage of strategies as one sheet of charts, for a wall or a projector."""

from toc.charts.sheet import Sheet, sheet
from toc.leverage_report.contents import heading, lede
from toc.leverage_report.method_told import method_told
from toc.leverage_report.pictures import pictures
from toc.leverage_report.report import LeverageReport, leverage_format
from toc.scene.theme import theme


@leverage_format("svg")
def svg(report: LeverageReport) -> str:
    """Draw the charts on one sheet, with what they say in short above and how they were made below."""
    look = theme(None)
    wanted = Sheet(heading(report), lede(report), pictures(report, look), method_told(report).lines, report.language)
    return sheet(wanted, look)
