"""The leverage of strategies as one page: charts, and the tables behind them, for every reader and without a network.

The page loads nothing and runs nothing: its policy allows the one style sheet that stands in it, by its hash.
"""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256

from toc.charts.chart import Chart
from toc.charts.sheet import figure
from toc.charts.typeface import font_faces
from toc.leverage_report.contents import heading, lede, sections
from toc.leverage_report.pictures import pictures
from toc.leverage_report.report import LeverageReport, leverage_format
from toc.leverage_report.sections import Section, Table
from toc.messages import _, show
from toc.scene.drawing import FALLBACK, escaped
from toc.scene.theme import Theme, theme

# Read with their chart above; the numbers of the others are kept below it until they are asked for.
OPEN_TABLES = ("strategies",)


@leverage_format("html")
def html(report: LeverageReport) -> str:
    """Write the parts of a report as a page, each chart above the numbers that it draws."""
    look = theme(None)
    style = _style(look)
    title = escaped(heading(report))
    charts = {chart.name: chart for chart in pictures(report, look)}
    first, *others = lede(report)
    parts = [
        f'<!DOCTYPE html>\n<html lang="{report.language}">\n<head>\n<meta charset="utf-8">\n',
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style)}">\n',
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n",
        f'<p class="lede">{escaped(first)}</p>\n',
        *(f"<p>{escaped(line)}</p>\n" for line in others),
    ]
    for section in sections(report):
        parts += _section(section, charts.get(section.id), report.language, look)
    return "".join([*parts, "</main>\n</body>\n</html>\n"])


def _policy(style: str) -> str:
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; font-src data:; base-uri 'none'; form-action 'none'"


def _section(section: Section, chart: Chart | None, language: str, look: Theme) -> Iterator[str]:
    if section.details and chart is None:
        return
    title = escaped(chart.title if chart and section.details else section.title)
    yield f'<section aria-labelledby="{section.id}">\n<h2 id="{section.id}">{title}</h2>\n'
    lines = section.lines if chart is None or not section.details else ()
    yield from (f"<p>{escaped(line)}</p>\n" for line in lines)
    if chart is not None:
        note = chart.note if chart.note not in lines else ""
        caption = f"<figcaption>{escaped(note)}</figcaption>\n" if note else ""
        yield f"<figure>\n{caption}{figure(chart, look)}</figure>\n"
    if section.table is not None:
        table = "".join(_table(section.table, section.title))
        if chart is None or section.id in OPEN_TABLES:
            yield table
        else:
            numbers = escaped(show(_("The numbers"), language))
            yield f"<details>\n<summary>{numbers}</summary>\n{table}</details>\n"
    for entry in section.entries:
        yield f'<h3 class="{entry.tone}">{escaped(entry.name)}</h3>\n'
        yield from (f"<p>{escaped(paragraph)}</p>\n" for paragraph in entry.paragraphs)
    yield from (f'<p class="remark">{escaped(line)}</p>\n' for line in section.remarks)
    yield "</section>\n"


def _table(table: Table, title: str) -> Iterator[str]:
    yield f'<div class="wide"><table>\n<caption>{escaped(title)}</caption>\n<thead><tr>'
    for column in table.columns:
        yield f'<th scope="col" class="{column.side}">{escaped(column.head)}</th>'
    yield "</tr></thead>\n<tbody>\n"
    tones: Sequence[str] = table.tones or [""] * len(table.rows)
    heading_at = next(at for at, column in enumerate(table.columns) if column.wide)
    for row, tone in zip(table.rows, tones, strict=True):
        yield f'<tr class="{tone}">' if tone else "<tr>"
        for at, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
            tag, more = ("th", ' scope="row"') if at == heading_at else ("td", "")
            yield f'<{tag}{more} class="{column.side}">{escaped(cell)}</{tag}>'
        yield "</tr>\n"
    yield "</tbody>\n</table></div>\n"


def _style(look: Theme) -> str:
    roles, hues = look.roles, look.hues
    return (
        f"{font_faces()}"
        f"body{{margin:0;background:{roles['background']};color:{roles['ink']};font:16px/1.5 {FALLBACK}}}"
        "main{max-width:60rem;margin:0 auto;padding:1.5rem}"
        f"h1,h2{{color:{roles['title']};line-height:1.25}}h2{{margin-top:2.5rem}}"
        ".lede{font-size:1.15rem}figure{margin:1rem 0}figcaption,.remark,caption{font-size:.9rem}"
        f"figcaption,.remark{{color:{roles['muted']}}}"
        ".chart{display:block;width:100%;height:auto;max-width:52rem}"
        "caption{position:absolute;left:-10000px}"
        ".wide{overflow-x:auto}table{border-collapse:collapse;font-variant-numeric:tabular-nums}"
        f"th,td{{padding:.3rem .7rem;border-bottom:1px solid {roles['rule']};vertical-align:top;font-weight:400}}"
        "thead th{font-weight:600;vertical-align:bottom}.left{text-align:left}.right{text-align:right}"
        f"tr.bad td:last-child,h3.bad{{color:{roles['hinders.line']}}}"
        f"tr.good td:last-child{{color:{hues['green'].line}}}"
        f"tr.open td:last-child,h3.open{{color:{hues['orange'].line}}}"
        "h3{margin-bottom:.2rem}h3+p,h3~p{margin:.2rem 0}summary{cursor:pointer}"
        "@media print{main{max-width:none;padding:0}section{break-inside:avoid}}"
    )
