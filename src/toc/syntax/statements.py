"""Cuts a file into statements by one scan over strings, comments, braces and line ends, without knowing what they mean.

The body of a pathway is cut too, so that one big pathway is not one big statement.
Where braces do not match, indentation tells where a block should have closed; otherwise layout has no meaning.
"""

from attrs import field, mutable

from toc.diagnostics import Finding, Origin
from toc.source import Source
from toc.syntax import problems
from toc.syntax.signs import (
    COMMENT_BEHIND,
    CONTINUED,
    DEEP,
    GLUES,
    LAST_LINE,
    SCAN,
    SIMPLE,
    SOLID,
    WORD,
    declaration_line,
    pathway_head,
)
from toc.syntax.tokens import open_text_end

LIMIT = 64


@mutable
class Cut:
    """A piece of a file: a statement, or with `children` the head of a pathway; offsets are absolute.

    `closers` are the places of missing `}`, `notes` the comments behind the braces of a pathway.
    """

    start: int
    end: int
    children: list["Cut"] | None = None
    closing: int | None = None
    closers: list[int] = field(factory=list)
    notes: list[tuple[int, int]] = field(factory=list)


def cut(source: Source) -> tuple[list[Cut], list[Finding]]:
    """Return the statements of a file, pathways with theirs, and what is wrong with braces and texts."""
    scan = _Scan(source, guided=False)
    scan.run()
    if scan.unbalanced:
        scan = _Scan(source, guided=True)
        scan.run()
    return scan.root, scan.findings


@mutable
class _Open:
    # An open block: its brace, the indentation of its line, and whether it is a pathway's.
    offset: int
    indentation: int
    pathway: Cut | None


class _Scan:
    """One pass over a text. Guided by indentation, it closes blocks that lines less indented show to be over."""

    def __init__(self, source: Source, *, guided: bool) -> None:
        self.source = source
        self.text = source.text
        self.guided = guided
        self.root: list[Cut] = []
        self.siblings = self.root
        self.findings: list[Finding] = []
        self.unbalanced = False
        self.blocks: list[_Open] = []
        self.depth = 0  # open blocks that are no pathway's
        self.begin: int | None = None  # where the statement at hand begins, its leading comments included
        self.head: int | None = None  # where it begins without them
        self.closers: list[int] = []
        self.comment = (-1, -1)  # the last one met
        self.position = 0  # everything before has been looked at

    def run(self) -> None:
        """Scan the whole text."""
        text, size = self.text, len(self.text)
        steps = {
            "line": self._line,
            "comment": self._comment,
            "unclosed": self._unclosed,
            "open": self._open,
            "close": self._close,
            "end": self._end,
        }
        while self.position <= size:
            if self.begin is None and self.depth == 0 and not (self.guided and self.blocks) and self._simple():
                continue
            pattern = DEEP if self.depth and not self.guided else SCAN
            found = pattern.search(text, self.position)
            start, end = (found.start(), found.end()) if found else (size, size + 1)
            what = found.lastgroup if found else None
            if self.head is None and start > self.position:
                self._look_for_head(start)
            self.position = end
            if what in steps:
                steps[what](start, end)
            elif self.head is None and found is not None:
                self._begin(start)
        self._finish()

    def _simple(self) -> bool:
        found = SIMPLE.match(self.text, self.position)
        if found is None:
            return False
        start = found.start("simple")
        end = start + len(found["simple"].rstrip())
        following = self.text[end : end + 200].lstrip()[:1]
        # It may go on: after a comma or an arrow, before a brace or a text; and a comment hides what comes.
        may_go_on = following in '{"«“#' or self.text.endswith(GLUES, start, end)
        if found["block"] is None:
            if may_go_on:
                return False
        elif pathway_head().match(self.text, start) or (
            self.guided and (may_go_on or self._sticks_out(found.start("block"), end))
        ):
            return False
        self.position = end
        self.siblings.append(Cut(start, end))
        return True

    def _sticks_out(self, start: int, end: int) -> bool:
        # Whether a line in the block is no more indented than the line on which it opens.
        indentation = self._indentation(start)
        words = (WORD.match(line) for line in self.text[start:end].splitlines()[1:])
        return any(word is not None and len(word.group(1)) <= indentation for word in words)

    def _look_for_head(self, end: int) -> None:
        solid = SOLID.search(self.text, self.position, end)
        if solid is not None:
            self._begin(solid.start())

    def _begin(self, start: int) -> None:
        self.head = start
        if self.begin is None:
            self.begin = start

    def _comment(self, start: int, end: int) -> None:
        self.comment = (start, end)
        if self.begin is None:
            self.begin = start

    def _line(self, start: int, end: int) -> None:
        if self.depth == 0 and self.head is not None and not self._goes_on(start, end):
            self._emit(start)
        if self.guided:
            self._guide(end)

    def _goes_on(self, start: int, following: int) -> bool:
        # What stands in a comment does not count.
        solid = self.comment[0] if self.comment[1] == start else start
        line = LAST_LINE.search(self.text, self.head or 0, solid)
        return (line is not None and line.group(1) in GLUES) or CONTINUED.match(self.text, following) is not None

    def _end(self, start: int, end: int) -> None:
        if self.depth == 0:
            comment = COMMENT_BEHIND.match(self.text, end) if self.head is not None else None
            self._emit(comment.end() if comment else start)
            self.position = comment.end() if comment else end

    def _guide(self, start: int) -> None:
        word = WORD.match(self.text, start)
        if word is None:
            return
        while self.blocks and self.blocks[-1].indentation >= len(word.group(1)):
            self._force(start)
            if self.depth == 0:
                self._emit(start)

    def _force(self, at: int) -> None:
        # Closes the innermost block before `at`, although its `}` is missing.
        block = self.blocks[-1]
        self.findings.append(problems.unclosed_block(Origin(self.source.path, block.offset, block.offset + 1)))
        if block.pathway is None:
            self.depth -= 1
            self.closers.append(len(self.text[:at].rstrip()))
            self.blocks.pop()
        else:
            self._emit(at)
            self._leave()

    def _open(self, start: int, end: int) -> None:
        head = self.text[self.head : start] if self.depth == 0 and self.head is not None else ""
        if head and pathway_head().match(head):
            pathway = Cut(self.begin or 0, start, [])
            pathway.notes = self._comment_behind(end)
            self.siblings.append(pathway)
            self._reset()
            self.blocks.append(_Open(start, self._indentation(start), pathway))
            self.siblings = pathway.children or []
            pathway.children = self.siblings
        else:
            if self.head is None:
                self._begin(start)
            self.blocks.append(_Open(start, self._indentation(start), None))
            self.depth += 1
        if len(self.blocks) == LIMIT + 1:
            self.findings.append(problems.nested_too_deeply(Origin(self.source.path, start, end), LIMIT))

    def _close(self, start: int, end: int) -> None:
        if self.guided:
            self._close_inner(start)
        if not self.blocks:
            self.unbalanced = True
            self._emit(start)
            self.findings.append(problems.stray_brace(Origin(self.source.path, start, end)))
            return
        pathway = self.blocks[-1].pathway
        if pathway is None:
            self.depth -= 1
            self.blocks.pop()
            return
        self._emit(start)
        pathway.closing = start
        self._leave()
        pathway.notes = [*pathway.notes, *self._comment_behind(end)]

    def _close_inner(self, start: int) -> None:
        # A `}` that stands first on its line closes the block whose line is as far indented.
        if self.text[self._line_begin(start) : start].strip(" \t"):
            return
        indentation = self._indentation(start)
        fitting = any(block.indentation <= indentation for block in self.blocks)
        while fitting and self.blocks[-1].indentation > indentation:
            self._force(start)

    def _comment_behind(self, end: int) -> list[tuple[int, int]]:
        comment = COMMENT_BEHIND.match(self.text, end)
        if comment is None:
            return []
        self.position = comment.end()
        return [comment.span(1)]

    def _leave(self) -> None:
        self.blocks.pop()
        outer = next((block.pathway for block in reversed(self.blocks) if block.pathway is not None), None)
        self.siblings = self.root if outer is None or outer.children is None else outer.children

    def _emit(self, at: int) -> None:
        # Ends the statement at hand before `at`; a comment that follows it on its line is part of it.
        if self.begin is not None:
            end = self.begin + len(self.text[self.begin : at].rstrip())
            if end > self.begin:
                self.siblings.append(Cut(self.begin, end, None, None, self.closers))
        self._reset()

    def _reset(self) -> None:
        self.begin, self.head = None, None
        self.closers = []

    def _unclosed(self, start: int, end: int) -> None:
        if self.head is None:
            self._begin(start)
        if self.text.startswith('"""', start):
            word = declaration_line().search(self.text, start + 3)
            self.position = word.start() if word else end
            if word and self.depth == 0:
                self._emit(word.start())
        else:
            self.position = open_text_end(self.text, start, end)

    def _finish(self) -> None:
        if self.blocks:
            self.unbalanced = True
        while self.blocks:
            self._force(len(self.text))
        self._emit(len(self.text))

    def _indentation(self, offset: int) -> int:
        if not self.guided:
            return 0
        line = self.text[self._line_begin(offset) : offset]
        return len(line) - len(line.lstrip())

    def _line_begin(self, offset: int) -> int:
        return self.source.line_starts[self.source.position(offset).line - 1]
