"""Charts on one sheet, with a heading above and remarks below, as one SVG file."""

from collections.abc import Sequence

from attrs import frozen

from toc.charts.chart import WIDTH, Chart
from toc.charts.pen import LEADING, SMALL, TITLE, paragraph, rule, text
from toc.charts.typeface import font_faces
from toc.scene.drawing import FALLBACK, escaped
from toc.scene.measure import BOLD, Style, wrap
from toc.scene.theme import Theme

MARGIN = 40
GUTTER = 48
COLUMNS = 2
HEADING = Style(26, BOLD)
LEDE = Style(15)
LEDE_LEADING = 21


@frozen
class Sheet:
    """What stands on a sheet: a title, what it says in short, the charts, and remarks on how it was made."""

    title: str
    lede: tuple[str, ...]
    charts: tuple[Chart, ...]
    remarks: tuple[str, ...]
    language: str


def sheet(wanted: Sheet, look: Theme) -> str:
    """Return the sheet as SVG."""
    columns = min(COLUMNS, max(1, len(wanted.charts)))
    room = columns * WIDTH + (columns - 1) * GUTTER
    parts, y = [], MARGIN + 22
    for line in wrap(wanted.title, room, HEADING):
        parts.append(text(MARGIN, y, line, HEADING, look.roles["title"]))
        y += 32
    for lede in wanted.lede:
        for line in wrap(lede, room, LEDE):
            parts.append(text(MARGIN, y, line, LEDE, look.roles["ink"]))
            y += LEDE_LEADING
    tops = [y + 14] * columns
    for chart in wanted.charts:
        column = tops.index(min(tops))
        drawn, height = _chart(chart, MARGIN + column * (WIDTH + GUTTER), tops[column], look)
        parts.append(drawn)
        tops[column] += height + 34
    y = max(tops)
    remarks = [line for remark in wanted.remarks for line in wrap(remark, room, SMALL)]
    if remarks:
        parts.append(rule(MARGIN, y - 14, MARGIN + room, y - 14, look.roles["rule"]))
        parts.append(paragraph(MARGIN, y + 8, remarks, SMALL, look.roles["muted"]))
    height = y + LEADING * len(remarks) + MARGIN // 2
    return _opening(wanted, room + 2 * MARGIN, height, look) + "".join(parts) + "</svg>\n"


def figure(chart: Chart, look: Theme) -> str:
    """Return a chart alone, for a page that holds its words and the font."""
    name, says = escaped(chart.name), escaped(chart.says)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {chart.width} {chart.height}" role="group" '
        f'aria-label="{says}" class="chart" id="chart-{name}" font-family="{FALLBACK}">\n'
        f'<rect width="{chart.width}" height="{chart.height}" fill="{look.roles["background"]}"/>\n'
        f"{chart.content}</svg>\n"
    )


def _chart(chart: Chart, x: int, y: int, look: Theme) -> tuple[str, int]:
    parts = [text(0, 16, chart.title, TITLE, look.roles["title"])]
    note = _wrapped_note(chart)
    parts.append(paragraph(0, 36, note, SMALL, look.roles["muted"]))
    top = 36 + LEADING * len(note)
    parts.append(f'<g transform="translate(0 {top})">\n{chart.content}</g>\n')
    name, says = escaped(chart.name), escaped(f"{chart.title}. {chart.says}")
    opening = f'<g transform="translate({x} {y})" class="chart" id="chart-{name}" role="group" aria-label="{says}">\n'
    return opening + "".join(parts) + "</g>\n", top + chart.height


def _wrapped_note(chart: Chart) -> Sequence[str]:
    return wrap(chart.note, WIDTH, SMALL)


def _opening(wanted: Sheet, width: int, height: int, look: Theme) -> str:
    language = escaped(wanted.language)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'role="graphics-document document" lang="{language}" xml:lang="{language}" aria-labelledby="title desc" '
        f'font-family="{FALLBACK}">\n'
        f'<title id="title">{escaped(wanted.title)}</title>\n'
        f'<desc id="desc">{escaped(" ".join(wanted.lede))}</desc>\n'
        f"<style>{font_faces()}</style>\n"
        f'<rect width="{width}" height="{height}" fill="{look.roles["background"]}"/>\n'
    )
