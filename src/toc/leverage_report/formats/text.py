"""The leverage of strategies for people to read in a terminal of 80 columns or more."""

from collections.abc import Iterator, Sequence

from toc.leverage_report.contents import heading, lede, sections
from toc.leverage_report.report import LeverageReport, leverage_format
from toc.leverage_report.sections import LEFT, Column, Entry, Section, Table
from toc.leverage_report.verdicts import BAD, GOOD, OPEN
from toc.reporters.cells import cells, visible, wrapped

COLOURS = {GOOD: "32", BAD: "31", OPEN: "33"}
BOLD = "1"
NARROWEST, WIDEST = 80, 110
NAME = 14
GAP = "  "


@leverage_format("text")
def text(report: LeverageReport) -> str:
    """Write the parts of a report below each other, tables in columns, all within the width of the terminal."""
    width = min(max(report.width, NARROWEST), WIDEST)
    lines = [_painted(line, BOLD, report) for line in wrapped(heading(report), width)]
    for paragraph in lede(report):
        lines += wrapped(paragraph, width)
    for section in sections(report):
        if not section.details:
            lines += ["", *_section(section, width, report)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _section(section: Section, width: int, report: LeverageReport) -> Iterator[str]:
    yield _painted(visible(section.title), BOLD, report)
    for line in section.lines:
        yield from wrapped(line, width)
    if section.table:
        yield from _table(section.table, width, report)
    for number, entry in enumerate(section.entries):
        yield from [""] if number else []
        yield from _entry(entry, width, report)
    for line in section.remarks:
        yield from wrapped(line, width, "  ", "    ")


def _entry(entry: Entry, width: int, report: LeverageReport) -> Iterator[str]:
    for line in wrapped(entry.name, width):
        yield _painted(line, COLOURS.get(entry.tone, ""), report)
    for paragraph in entry.paragraphs:
        yield from wrapped(paragraph, width, "  ", "    ")


def _table(table: Table, width: int, report: LeverageReport) -> Iterator[str]:
    heads = [_stacked(column.head) for column in table.columns]
    sizes = [
        max([*(cells(line) for line in head), *(cells(visible(row[at])) for row in table.rows)])
        for at, head in enumerate(heads)
    ]
    wide = next(at for at, column in enumerate(table.columns) if column.wide)
    others = sum(size for at, size in enumerate(sizes) if at != wide) + len(GAP) * (len(sizes) - 1)
    sizes[wide] = min(sizes[wide], max(NAME, width - others))
    height = max(map(len, heads))
    for number in range(height):
        stacked = [head[number - height + len(head)] if number >= height - len(head) else "" for head in heads]
        yield _line(stacked, sizes, table.columns)
    tones: Sequence[str] = table.tones or [""] * len(table.rows)
    for row, tone in zip(table.rows, tones, strict=True):
        shown = [visible(cell) for cell in row]
        first, *rest = list(wrapped(shown[wide], sizes[wide])) or [""]
        line = _line([*shown[:wide], first, *shown[wide + 1 :]], sizes, table.columns)
        yield _tinted(line, shown[-1], COLOURS.get(tone, ""), report)
        for more in rest:
            blank = [""] * len(shown)
            yield _line([*blank[:wide], more, *blank[wide + 1 :]], sizes, table.columns)


def _stacked(head: str) -> list[str]:
    """A head of several words in two lines, as short as they can be."""
    words = visible(head).split(" ")
    pairs = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    return list(min(pairs, key=lambda pair: max(map(cells, pair)))) if pairs else words


def _line(row: Sequence[str], sizes: Sequence[int], columns: Sequence[Column]) -> str:
    found = []
    for cell, size, column in zip(row, sizes, columns, strict=True):
        blank = " " * (size - cells(cell))
        found.append(cell + blank if column.side == LEFT else blank + cell)
    return GAP.join(found)


def _tinted(line: str, last: str, colour: str, report: LeverageReport) -> str:
    if not colour or not report.colour:
        return line
    start = line.rstrip().removesuffix(last)
    return start + _painted(last, colour, report)


def _painted(line: str, colour: str, report: LeverageReport) -> str:
    return f"\x1b[{colour}m{line}\x1b[0m" if report.colour and colour else line
