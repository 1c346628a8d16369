"""What can be folded away: declarations, pathways, links with a block, long texts, comments, the files used."""

from collections.abc import Iterable, Iterator, Sequence

from lsprotocol import types

from toc.lsp.desk import Desk
from toc.lsp.feature import LATEST, feature
from toc.source import Source
from toc.syntax.nodes import Declaration, Property, Text, Use
from toc.syntax.places import Place, PlacedComment, all_places, placed_comments

Lines = tuple[int, int]


@feature(types.TEXT_DOCUMENT_FOLDING_RANGE, knowing=LATEST)
def folding(desk: Desk, _params: types.FoldingRangeParams) -> list[types.FoldingRange]:
    """Return what can be folded, outer ranges first; what ends a block or a long text stays in sight."""
    document = desk.document
    source = document.source
    every = [*all_places(document)]
    found = {lines: None for place in every for lines in _of_place(place, source)}
    ranges = [types.FoldingRange(first, last) for first, last in found]
    comments = _runs(_comment_lines(placed_comments(document), source))
    ranges += [types.FoldingRange(first, last, kind=types.FoldingRangeKind.Comment) for first, last in comments]
    used = _runs([_line(source, place.start) for place in every if isinstance(place.node, Use)])
    ranges += [types.FoldingRange(first, last, kind=types.FoldingRangeKind.Imports) for first, last in used]
    return sorted(ranges, key=lambda range_: (range_.start_line, -range_.end_line))


def _of_place(place: Place, source: Source) -> Iterator[Lines]:
    node, offset = place.node, place.offset
    if place.has_block:
        closed = source.text.startswith("}", place.closing)
        yield from _between(source, place.start, place.closing, ends=closed)
    if isinstance(node, Declaration):
        texts: Sequence[Text] = node.label
    elif isinstance(node, Property):
        texts = [value for part in (node, *node.clauses) for value in part.values if isinstance(value, Text)]
    else:
        return
    for text in texts:
        yield from _between(source, offset + text.start, offset + text.end - 1)


def _between(source: Source, start: int, end: int, *, ends: bool = True) -> Iterator[Lines]:
    """Yield the line of `start` and the last before that which `ends` it at `end`, where there is another one."""
    first, last = _line(source, start), _line(source, end) - ends
    if first < last:
        yield first, last


def _comment_lines(comments: Iterable[PlacedComment], source: Source) -> list[int]:
    """Return the lines on which nothing but a comment stands."""
    lines = ((_line(source, comment.start), comment) for comment in comments)
    return [line for line, comment in lines if not source.text[source.line_starts[line] : comment.start].strip()]


def _runs(lines: Iterable[int]) -> Iterator[Lines]:
    """Yield the first and last of lines that follow each other, where there are at least two."""
    run: list[int] = []
    for line in lines:
        if run and line != run[-1] + 1:
            yield from _run(run)
            run = []
        run.append(line)
    yield from _run(run)


def _run(run: Sequence[int]) -> Iterator[Lines]:
    if len(run) > 1:
        yield run[0], run[-1]


def _line(source: Source, offset: int) -> int:
    return source.position(offset).line - 1
