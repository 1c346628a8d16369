"""Reads a file: cuts it into statements and reads each with the automaton that Lark made of `grammar/toc.lark`.

Reading never fails: a faulty line becomes one finding, the rest of the statement and of the file is kept.
A statement is read once for each text: its tree counts offsets from its own start, so it serves wherever it stands.
"""

import gc
import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from attrs import evolve, frozen

from toc.diagnostics import Edit, Finding, Fix, Origin, Related
from toc.source import Source
from toc.syntax import problems
from toc.syntax.build import PASS, build
from toc.syntax.expectations import explain
from toc.syntax.keywords import nfc
from toc.syntax.nodes import Broken, Comment, Document, Item, Statement
from toc.syntax.recent import Recent
from toc.syntax.statements import Cut, cut
from toc.syntax.tables import tables
from toc.syntax.tokens import END, Token, tokens

# How many faulty lines of one statement are told; beyond that the statement as a whole is given up.
FAULTS = 20


@frozen
class Parsed:
    """A statement by itself: offsets count from its own start, findings have no file yet."""

    node: Item | None
    comments: tuple[Comment, ...]
    findings: tuple[Finding, ...]


def parse(source: Source) -> Document:
    """Read `source`; what is wrong with its text stands in the document's findings."""
    threshold = gc.get_threshold()
    # The collector would look at the growing tree again and again: half the time of a large file.
    gc.set_threshold(100_000, *threshold[1:])
    try:
        return _parse(source)
    finally:
        gc.set_threshold(*threshold)


def _parse(source: Source) -> Document:
    cuts, findings = cut(source)
    too_deep = any(finding.rule is problems.nested_too_deeply.rule for finding in findings)
    statements = () if too_deep else tuple(_statements(source, cuts, findings))
    _recent.document(source.path, _count(cuts))
    return Document(source, statements, tuple(sorted(findings, key=_place)))


def _count(cuts: Sequence[Cut]) -> int:
    return sum(1 + _count(piece.children) if piece.children else 1 for piece in cuts)


def _place(finding: Finding) -> tuple[int, str]:
    return (finding.origin.start, finding.rule.code if finding.rule else "")


def _statements(source: Source, cuts: Sequence[Cut], findings: list[Finding]) -> list[Statement]:
    # Nesting is bounded by LIMIT, so recursion is safe.
    placed = []
    text, path = source.text, source.path
    for piece in cuts:
        start = piece.start
        closers = tuple(at - start for at in piece.closers) if piece.closers else ()
        parsed = parse_statement(text[start : piece.end], closers)
        if parsed.findings:
            findings.extend(_shifted(finding, path, start) for finding in parsed.findings)
        if piece.children is None:
            placed.append(Statement(parsed.node, parsed.comments, start, piece.end))
            continue
        children = tuple(_statements(source, piece.children, findings))
        end = piece.closing + 1 if piece.closing is not None else (children[-1].end if children else piece.end)
        notes = tuple(Comment(text[a:b], False, a - start, b - start) for a, b in piece.notes)
        placed.append(Statement(parsed.node, (*parsed.comments, *notes), start, end, children, piece.closing))
    return placed


_recent: Recent[Parsed] = Recent()


def parse_statement(text: str, closers: tuple[int, ...] = ()) -> Parsed:
    """Read one statement, or the head of a pathway; at `closers` a block ends without `}`."""
    key = (text, closers)
    return _recent.get(key) or _recent.keep(key, _read(text, closers))


def _read(text: str, closers: tuple[int, ...]) -> Parsed:
    found, comments, findings = tokens(text, closers)
    if len(found) == 1:
        return Parsed(None, tuple(comments), tuple(findings))
    node: Item | None = None
    for _attempt in range(FAULTS):
        outcome, problems_inside = _run(found)
        if not isinstance(outcome, int):
            node = outcome
            # What a sign that is no token leaves behind is no second fault of its line.
            findings += [inside for inside in problems_inside if not (findings and _told(text, findings, inside))]
            break
        explained = explain(found, outcome)
        if explained is not None and not _told(text, findings, explained):
            findings.append(explained)
        rest = _without_line(found, outcome)
        if rest is None:
            break
        found = rest
    if node is None:
        node = _broken(found)
    return Parsed(node, tuple(comments), tuple(findings))


def _told(text: str, findings: Sequence[Finding], new: Finding) -> bool:
    # One line, one message: a sign that is no token also makes what follows it unexpected.
    at = new.origin.start
    return any(not re.search(r"[\r\n]", text[slice(*sorted((at, other.origin.start)))]) for other in findings)


def _run(found: Sequence[Token]) -> tuple[Any, list[Finding]]:
    """Drive the automaton: return the node, or the index of the token at which it stops, and findings about values."""
    table = tables()
    actions, rules = table.actions, numbered_rules()
    findings: list[Finding] = []
    states = [table.start]
    values: list[Any] = []
    for index, token in enumerate(found):
        while True:
            row = actions[states[-1]]
            action = row.get(token.type)
            if action is None:
                if "NAME" not in row or " " in token.text or not _is_word(token):
                    return index, findings
                # A word of the language where only a name can stand is a name.
                action = row["NAME"]
            if action >= 0:
                states.append(action)
                values.append(token)
                break
            name, length, passes = rules[-1 - action]
            if passes:
                states.pop()
            else:
                children = values[len(values) - length :]
                del values[len(values) - length :], states[len(states) - length :]
                values.append(build(name, children, findings))
            states.append(actions[states[-1]][name])
            if token.type == END and states[-1] == table.end:
                return values[-1], findings
    raise AssertionError("the automaton accepts or stops at the end of every statement")


@cache
def numbered_rules() -> tuple[tuple[str, int, bool], ...]:
    """Return each rule's name and length, and whether it only passes on its one child."""
    return tuple((name, length, name in PASS and length == 1) for name, length in tables().rules)


def _is_word(token: Token) -> bool:
    return token.text[:1].isalpha() and token.type != "TEXT"


def _without_line(found: list[Token], index: int) -> list[Token] | None:
    """Return the tokens without the line that holds token `index`, its block included; None for a statement's head."""
    start = _line_start(found, index)
    if start is None:
        return None
    rest = found[:start] + found[_line_end(found, start, index) :]
    # A separator separates two items: one that has lost either goes too.
    return [
        token
        for at, token in enumerate(rest)
        if not (token.type == "SEP" and (rest[at - 1].type in ("SEP", "OPEN") or rest[at + 1].type == "CLOSE"))
    ]


def _line_start(found: Sequence[Token], index: int) -> int | None:
    depth = 0
    for at in range(index - 1, -1, -1):
        kind = found[at].type
        if depth == 0 and kind in ("OPEN", "SEP"):
            return at + 1
        depth += {"CLOSE": 1, "OPEN": -1}.get(kind, 0)
    return None


def _line_end(found: Sequence[Token], start: int, index: int) -> int:
    depth = 0
    for at in range(start, len(found) - 1):
        kind = found[at].type
        if depth == 0 and (kind == "CLOSE" or (kind == "SEP" and at >= index)):
            # A line is never empty, so that each faulty one removed brings the end nearer.
            return max(at, start + 1)
        depth += {"OPEN": 1, "CLOSE": -1}.get(kind, 0)
    return len(found) - 1


def _broken(found: Sequence[Token]) -> Broken:
    names = tuple(nfc(token.text) for token in found if _is_word(token) and " " not in token.text)
    return Broken(names, found[0].start, found[-1].end)


def _shifted(finding: Finding, path: str, base: int) -> Finding:
    def move(origin: Origin) -> Origin:
        return Origin(path, origin.start + base, origin.end + base)

    return evolve(
        finding,
        origin=move(finding.origin),
        related=tuple(Related(move(place.origin), place.message) for place in finding.related),
        fixes=tuple(
            Fix(fix.title, tuple(Edit(edit.action, move(edit.origin), edit.text) for edit in fix.edits), fix.safe)
            for fix in finding.fixes
        ),
    )
