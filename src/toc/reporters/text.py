"""Diagnostics for people to read: the line, underlined, why it matters, who asks for it, and what to do."""

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from toc.diagnostics import Diagnostic, Origin, Severity
from toc.messages import Message, _, show
from toc.reporters.cells import cells, cropped, visible, wrapped
from toc.reporters.reporter import Report, reporter
from toc.rule_book import reason, sources
from toc.source import Position, Source

NAMES = {Severity.ERROR: _("error"), Severity.WARNING: _("warning"), Severity.INFO: _("info")}
COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}
FRAME = "34"
BOLD = "1"
# A line longer than this is shown in part, however wide the terminal is.
LONGEST = 200


@reporter("text")
def text(report: Report) -> str:
    """Write each diagnostic as a block; why it matters and its source stand with the first one of each rule."""
    told: set[str] = set()
    blocks = []
    for diagnostic in report.diagnostics:
        blocks.append("\n".join(_block(diagnostic, report, first=diagnostic.rule.code not in told)) + "\n")
        told.add(diagnostic.rule.code)
    return "\n".join(blocks)


def _block(diagnostic: Diagnostic, report: Report, *, first: bool) -> Iterator[str]:
    snippets = [
        _Snippet(diagnostic.origin, "^", COLOURS[diagnostic.severity], None),
        *(_Snippet(other.origin, "-", FRAME, other.message) for other in diagnostic.related),
    ]
    gutter = max(len(str(_position(snippet.origin, report).line)) for snippet in snippets)
    yield from _header(diagnostic, report)
    for number, snippet in enumerate(snippets):
        yield from _shown(snippet, report, gutter, arrow=":::" if number else "-->")
    notes = list(_notes(diagnostic, report, first=first))
    if notes:
        yield _paint(" " * gutter + " |", FRAME, report)
    for note in notes:
        yield from _wrapped(f"{' ' * gutter} = ", note, report)


def _header(diagnostic: Diagnostic, report: Report) -> Iterator[str]:
    kind = f"{show(NAMES[diagnostic.severity], report.language)}[{diagnostic.rule.code}]"
    colon = show(_("{name}:", name=diagnostic.rule.name), report.language)
    lines = list(_wrapped("", f"{kind} {colon} {show(diagnostic.message, report.language)}", report, indent=4))
    lines[0] = _paint(kind, COLOURS[diagnostic.severity], report) + _paint(lines[0][len(kind) :], BOLD, report)
    yield from lines[:1]
    yield from (_paint(line, BOLD, report) for line in lines[1:])


def _notes(diagnostic: Diagnostic, report: Report, *, first: bool) -> Iterator[str]:
    language, rule = report.language, diagnostic.rule
    if first and (why := reason(rule, language)):
        yield show(_("why: {text}", text=why), language)
    if first and (asking := sources(rule, language)):
        yield show(_("source: {text}", text=_listed(asking, language)), language)
    if diagnostic.hint:
        yield show(_("hint: {text}", text=diagnostic.hint), language)


def _listed(texts: Sequence[str], language: str) -> str:
    text, *others = texts
    for other in others:
        text = show(_("{sources}; {source}", sources=text, source=other), language)
    return text


@frozen
class _Snippet:
    """A place to show: what is underlined with which mark and colour, and what is said beside the mark."""

    origin: Origin
    mark: str
    colour: str
    label: Message | None


def _shown(snippet: _Snippet, report: Report, gutter: int, *, arrow: str) -> Iterator[str]:
    origin = snippet.origin
    position = _position(origin, report)
    bar = _paint(" " * gutter + " |", FRAME, report)
    yield f"{' ' * gutter}{_paint(arrow, FRAME, report)} {visible(origin.file)}:{position.line}:{position.column}"
    label = show(snippet.label, report.language) if snippet.label else ""
    source = report.sources.get(origin.file)
    if source is None:
        return
    line = source.line(position.line)
    start = position.column - 1
    end = max(start + 1, min(len(line.rstrip()), start + origin.end - origin.start))
    limit = min(LONGEST, report.width - gutter - 3 if report.width else LONGEST)
    seen, before, under = _window(line, start, end, max(limit, 20))
    yield bar
    yield f"{_paint(f'{position.line:>{gutter}} |', FRAME, report)} {seen}".rstrip()
    beside = not label or not report.width or gutter + 4 + before + under + cells(label) <= report.width
    marked = f"{snippet.mark * under} {label if beside else ''}".rstrip()
    yield f"{bar} {' ' * before}{_paint(marked, snippet.colour, report)}"
    if not beside:
        for line in _wrapped("", label, evolve(report, width=max(20, report.width - gutter - 3))):
            yield f"{bar} {_paint(line, snippet.colour, report)}"


def _window(line: str, start: int, end: int, limit: int) -> tuple[str, int, int]:
    """Return the part of `line` to show, the cells before the mark and those of the mark."""
    begin = 0
    if len(line) > 2 * limit or cells(visible(line)) > limit:
        begin = max(0, start - limit // 3) if end > limit - 1 else 0
        line = line[begin : begin + 2 * limit]
    left = "…" if begin else ""
    whole = left + visible(line)
    if cells(whole) > limit or len(line) == 2 * limit:
        whole = cropped(whole, limit - 1) + "…"
    before = cells(left + visible(line[: start - begin]))
    upto = cells(left + visible(line[: end - begin]))
    return whole, before, max(1, min(upto, cells(whole)) - before)


def _position(origin: Origin, report: Report) -> Position:
    source = report.sources.get(origin.file) or Source(origin.file, "")
    return source.position(origin.start)


def _wrapped(prefix: str, text: str, report: Report, indent: int | None = None) -> Iterator[str]:
    """Return `text` behind `prefix` in lines of the report's width."""
    later = " " * (cells(prefix) if indent is None else indent)
    return wrapped(text, report.width, prefix, later, cut=False)


def _paint(text: str, colour: str, report: Report) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if report.colour and text.strip() else text
