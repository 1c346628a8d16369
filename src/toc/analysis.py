"""Everything that can be said about a file and what it uses: read, resolved, and looked at by the rules."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from toc.chosen_rules import Choice, rules_to_run
from toc.config import Settings
from toc.diagnostics import BASE, Diagnostic, Edit, Finding, Origin, Rule, Severity, TextFix
from toc.model.modules import uses
from toc.model.resolve import resolve
from toc.model.theory import Theory
from toc.rule_book import rule_book
from toc.source import Source
from toc.syntax.nodes import Declaration, Document
from toc.syntax.parser import parse
from toc.syntax.problems import unreadable_file
from toc.waivers import Waiver, unused, waivers_of
from toc.workspace import Reader, Unreadable

if TYPE_CHECKING:
    from toc.leverage.assessment import Leverage


@frozen(eq=False, slots=False)
class _Late:
    """The leverage of a theory, computed when somebody asks for it."""

    theory: Theory
    settings: Settings

    @cached_property
    def leverage(self) -> "Leverage":
        from toc.leverage.assessment import Leverage
        from toc.leverage.scale import scale_of

        return Leverage(self.theory, scale_of(self.settings.scales))


@frozen
class Analysis:
    """What is known about `file`: the sources and documents read for it by path, its theory, and what is to be said.

    Diagnostics are sorted by file, offset and code. What could not be read is missing in `sources`.
    """

    file: str
    sources: Mapping[str, Source] = field(repr=False)
    documents: Mapping[str, Document] = field(repr=False)
    theory: Theory = field(repr=False)
    diagnostics: tuple[Diagnostic, ...]
    _late: _Late = field(eq=False, repr=False)

    @property
    def leverage(self) -> "Leverage":
        """What each strategy achieves for its effort; the numbers that the rules have spoken by."""
        return self._late.leverage

    @property
    def leverage_so_far(self) -> "Leverage | None":
        """The leverage where a rule has asked for it: what it then has `so_far` costs nothing more."""
        known: Leverage | None = self._late.__dict__.get("leverage")
        return known if known is not None and known.so_far else None

    @property
    def has_errors(self) -> bool:
        """Whether anything found is an error."""
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)


@frozen
class _File:
    """A file as it was read: its document, or an empty one and what kept it from being read."""

    document: Document
    problem: Finding | None = None


def analyse(
    reader: Reader,
    file: str,
    settings: Settings | None = None,
    *,
    with_fixes: bool = True,
    errors_only: bool = False,
) -> Analysis:
    """Check `file` and what it uses, transitively.

    Rules on meaning run only where the syntax of all these files is sound.
    Where a name or a kind is wrong (TOC1xx), the model lacks what was meant there, and rules on what is connected to
    what or stated would report its absence once more: only those on wording run then.
    Without `with_fixes` diagnostics come without the edits that mend them, with `errors_only` only rules that are
    errors are run: both take less time.
    """
    wish = _Wish(settings or Settings(), with_fixes, errors_only)
    return _analysed(reader, file, wish, {}, frozenset((file,)))


def analyse_workspace(
    reader: Reader, settings: Settings | None = None, *, with_fixes: bool = True, errors_only: bool = False
) -> tuple[Analysis, ...]:
    """Check a folder: its `main`, else every file that holds a theory or that no other file uses.

    What is said about a file that several others use is said once, in the first analysis that meets it.
    """
    settings = settings or Settings()
    read: dict[str, _File] = {}
    files = (settings.main,) if settings.main else _entries(reader, settings, read)
    closures = {file: _closure(reader, file, read)[0] for file in files}
    users = Counter(path for closure in closures.values() for path in closure)
    wish = _Wish(settings, with_fixes, errors_only)
    analyses = [_analysed(reader, file, wish, read, _own(file, closures[file], users)) for file in files]
    told: set[tuple[str, Origin, str]] = set()
    return tuple(evolve(analysis, diagnostics=_news(analysis.diagnostics, told)) for analysis in analyses)


def files_of(reader: Reader, settings: Settings) -> tuple[str, ...]:
    """Return the files of the workspace that the settings look at, sorted."""
    wanted = tuple(path.removeprefix("./").strip("/") for path in settings.paths)
    everything = not wanted or "." in wanted
    return tuple(
        path for path in reader.list() if everything or any(f"{path}/".startswith(f"{start}/") for start in wanted)
    )


def diagnosed(findings: Iterable[Finding], documents: Mapping[str, Document] | None = None) -> tuple[Diagnostic, ...]:
    """Return findings of the compiler as diagnostics, sorted; with their fixes where the `documents` are given."""
    return in_order(
        _diagnostic(finding, finding.rule.severity, tuple(_text_fixes(finding, documents)) if documents else ())
        for finding in findings
        if finding.rule
    )


def _own(file: str, closure: Iterable[str], users: Mapping[str, int]) -> frozenset[str]:
    return frozenset((file, *(path for path in closure if users[path] == 1)))


@frozen
class _Wish:
    """What is asked of an analysis."""

    settings: Settings
    with_fixes: bool
    errors_only: bool


def _analysed(reader: Reader, file: str, wish: _Wish, read: dict[str, _File], own: frozenset[str]) -> Analysis:
    settings = wish.settings
    paths, targets = _closure(reader, file, read)
    documents = {path: read[path].document for path in paths}
    unread = [problem for path in paths if (problem := read[path].problem)]
    theory, resolved = resolve(file, documents, targets)
    theory = evolve(theory, own=own)
    findings = [*unread, *(finding for path in paths for finding in documents[path].findings)]
    # Where a file could not be read, nobody is told that the names it declares are unknown.
    findings += [finding for finding in resolved if not (unread and _code(finding) == "TOC101")]
    waivers, unknown = waivers_of(documents.values())
    findings += unknown
    chosen = Choice(settings, frozenset((BASE, *theory.profiles, *settings.profiles)))
    rules = rules_to_run(chosen, findings, errors_only=wish.errors_only)
    late = _Late(theory, settings)
    findings += [finding for rule in rules for finding in _run(rule, late)]
    kept, used = _waived(findings, waivers)
    if waivers and not wish.errors_only:
        decided = frozenset(rule.code for rule in rules) | {rule.code for rule in rule_book() if rule.code < "TOC2"}
        # A theory that others use is checked alone, too: what it waives there need not be found in the whole.
        own_waivers = [
            each for each in waivers if each.origin.file == file or not _has_theory(documents[each.origin.file])
        ]
        kept += unused(own_waivers, used, decided)
    sources = {path: document.source for path, document in documents.items() if read[path].problem is None}
    return Analysis(
        file,
        MappingProxyType(sources),
        MappingProxyType(documents),
        theory,
        in_order(_shown(kept, chosen, documents if wish.with_fixes else {})),
        late,
    )


def _read(reader: Reader, path: str, read: dict[str, _File]) -> _File:
    if path not in read:
        try:
            read[path] = _File(parse(Source(path, reader.read(path))))
        except Unreadable as error:
            problem = unreadable_file(Origin(path, 0, 0), error.message, error.hint)
            read[path] = _File(Document(Source(path, ""), ()), problem)
    return read[path]


def _closure(
    reader: Reader, file: str, read: dict[str, _File]
) -> tuple[tuple[str, ...], Mapping[tuple[str, str], str | None]]:
    """Return `file` and what it uses, transitively, in the order met, and what each path written means."""
    paths = {file: None}
    targets: dict[tuple[str, str], str | None] = {}
    pending = [file]
    while pending:
        path = pending.pop(0)
        for use in uses(_read(reader, path, read).document):
            found = reader.resolve(path, use.path)
            targets[path, use.path] = found
            if found is not None and found not in paths:
                paths[found] = None
                pending.append(found)
    return tuple(paths), targets


def _entries(reader: Reader, settings: Settings, read: dict[str, _File]) -> tuple[str, ...]:
    files = files_of(reader, settings)
    used = {
        target
        for file in files
        for use in uses(_read(reader, file, read).document)
        if (target := reader.resolve(file, use.path)) and target != file
    }
    entries = [file for file in files if file not in used or _has_theory(read[file].document)]
    covered = {path for entry in entries for path in _closure(reader, entry, read)[0]}
    for file in files:
        # Files that only use each other: the first one speaks for them.
        if file not in covered:
            entries.append(file)
            covered.update(_closure(reader, file, read)[0])
    return tuple(sorted(entries))


def _has_theory(document: Document) -> bool:
    nodes = (statement.node for statement in document.statements)
    return any(isinstance(node, Declaration) and node.kind == "theory" for node in nodes)


def _run(rule: Rule, late: _Late) -> Iterator[Finding]:
    assert rule.check is not None
    settings = late.settings
    arguments: dict[str, object] = {**rule.thresholds, **settings.thresholds.get(rule.name, {})}
    code = rule.check.__code__
    asked = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    if "today" in asked:
        if settings.today is None:
            return
        arguments["today"] = settings.today
    if "leverage" in asked:
        arguments["leverage"] = late.leverage
    for finding in rule.check(late.theory, **arguments):
        yield evolve(finding, rule=rule)


def _waived(findings: Sequence[Finding], waivers: Sequence[Waiver]) -> tuple[list[Finding], set[Waiver]]:
    by_place: dict[tuple[str, str], list[Waiver]] = {}
    for waiver in waivers:
        by_place.setdefault((waiver.origin.file, waiver.rule.code), []).append(waiver)
    used: set[Waiver] = set()
    kept: list[Finding] = []
    for finding in findings:
        near = by_place.get((finding.origin.file, _code(finding)), ())
        waiving = [waiver for waiver in near if waiver.covers(finding)]
        used.update(waiving)
        if not waiving:
            kept.append(finding)
    return kept, used


def _shown(findings: Sequence[Finding], chosen: Choice, documents: Mapping[str, Document]) -> Iterator[Diagnostic]:
    for finding in findings:
        assert finding.rule is not None
        severity = chosen.severity(finding.rule)
        if severity is not None and (finding.rule.check or chosen.selects(finding.rule)):
            yield _diagnostic(finding, severity, tuple(_text_fixes(finding, documents)) if documents else ())


def _text_fixes(finding: Finding, documents: Mapping[str, Document]) -> Iterator[TextFix]:
    from toc.syntax.edits import text_edits  # only where fixes are asked for

    for fix in finding.fixes:
        edits: dict[str, list[Edit]] = {}
        for edit in fix.edits:
            edits.setdefault(edit.origin.file, []).append(edit)
        if edits and edits.keys() <= documents.keys():
            texts = (text for file, group in edits.items() for text in text_edits(documents[file], group))
            yield TextFix(fix.title, tuple(texts), fix.safe)


def _diagnostic(finding: Finding, severity: Severity, fixes: tuple[TextFix, ...]) -> Diagnostic:
    assert finding.rule is not None
    return Diagnostic(finding.rule, severity, finding.message, finding.origin, finding.hint, finding.related, fixes)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return diagnostics sorted by file, offset and code."""
    return tuple(sorted(diagnostics, key=_rank))


def _rank(diagnostic: Diagnostic) -> tuple[str, int, str, int, str]:
    origin = diagnostic.origin
    return (origin.file, origin.start, diagnostic.rule.code, origin.end, str(diagnostic.message))


def _news(diagnostics: Sequence[Diagnostic], told: set[tuple[str, Origin, str]]) -> tuple[Diagnostic, ...]:
    news = []
    for diagnostic in diagnostics:
        mark = (diagnostic.rule.code, diagnostic.origin, str(diagnostic.message))
        if mark not in told:
            told.add(mark)
            news.append(diagnostic)
    return tuple(news)


def _code(finding: Finding) -> str:
    return finding.rule.code if finding.rule else ""
