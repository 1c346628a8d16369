"""Everything that can be said about a file and what it uses: read, resolved, and looked at by the rules."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from toc.chosen_rules import Choice, rules_to_run
from toc.config import Settings
from toc.diagnosis import in_order, shown, waived
from toc.diagnostics import BASE, Diagnostic, Finding, Origin, Rule, Severity
from toc.model.modules import uses
from toc.model.resolve import Resolved, resolve, resolve_edit
from toc.model.theory import Theory
from toc.rule_book import rule_book
from toc.source import Source
from toc.syntax.nodes import Declaration, Document
from toc.syntax.parser import parse
from toc.syntax.problems import unreadable_file
from toc.waivers import unused, waivers_of
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
class _Wish:
    """What is asked of an analysis."""

    settings: Settings
    with_fixes: bool
    errors_only: bool


@frozen(eq=False)
class _Ground:
    """What an analysis stands on: what was asked for, what kept files from being read, what those read declare."""

    wish: _Wish
    unread: tuple[Finding, ...]
    resolved: Resolved


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
    _ground: _Ground = field(eq=False, repr=False)

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
    def names_hold(self) -> bool:
        """Whether the elements of the theory still have the ids and kinds that the documents declare."""
        return self._ground.resolved.names_hold

    @property
    def has_errors(self) -> bool:
        """Whether anything found is an error."""
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)

    def after_edit(self, document: Document) -> "Analysis | None":
        """Return what is known once `document` takes the place of one of the files; None where all must be read again.

        Syntax, names, kinds and links are of now, the theory is that of before, and rules on meaning are not run.
        """
        resolved = resolve_edit(self._ground.resolved, document)
        if resolved is None:
            return None
        ground = evolve(self._ground, resolved=resolved)
        return evolve(
            self,
            sources=MappingProxyType({**self.sources, document.source.path: document.source}),
            documents=MappingProxyType(resolved.documents),
            diagnostics=_diagnostics(ground, self.theory, None),
            ground=ground,
        )


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


def _own(file: str, closure: Iterable[str], users: Mapping[str, int]) -> frozenset[str]:
    return frozenset((file, *(path for path in closure if users[path] == 1)))


def _analysed(reader: Reader, file: str, wish: _Wish, read: dict[str, _File], own: frozenset[str]) -> Analysis:
    paths, targets = _closure(reader, file, read)
    documents = {path: read[path].document for path in paths}
    unread = tuple(problem for path in paths if (problem := read[path].problem))
    ground = _Ground(wish, unread, resolve(file, documents, targets))
    theory = evolve(ground.resolved.theory, own=own)
    late = _Late(theory, wish.settings)
    sources = {path: document.source for path, document in documents.items() if read[path].problem is None}
    return Analysis(
        file,
        MappingProxyType(sources),
        MappingProxyType(documents),
        theory,
        _diagnostics(ground, theory, late),
        late,
        ground,
    )


def _diagnostics(ground: _Ground, theory: Theory, late: _Late | None) -> tuple[Diagnostic, ...]:
    """Return what is to be said; what the rules on meaning find is among it where they can know the theory."""
    wish, documents = ground.wish, ground.resolved.documents
    findings = [*ground.unread, *(finding for document in documents.values() for finding in document.findings)]
    # Where a file could not be read, nobody is told that the names it declares are unknown.
    findings += [found for found in ground.resolved.findings if not (ground.unread and _is_unknown_name(found))]
    waivers, unknown = waivers_of(documents.values())
    findings += unknown
    chosen = Choice(wish.settings, frozenset((BASE, *theory.profiles, *wish.settings.profiles)))
    rules = rules_to_run(chosen, findings, errors_only=wish.errors_only) if late else ()
    findings += [finding for rule in rules if late for finding in _run(rule, late)]
    kept, used = waived(findings, waivers)
    if waivers and not wish.errors_only:
        decided = frozenset(rule.code for rule in rules) | {rule.code for rule in rule_book() if rule.code < "TOC2"}
        # A theory that others use is checked alone, too: what it waives there need not be found in the whole.
        own_waivers = [
            each for each in waivers if each.origin.file == theory.file or not _has_theory(documents[each.origin.file])
        ]
        kept += unused(own_waivers, used, decided)
    return in_order(shown(kept, chosen, documents if wish.with_fixes else {}))


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
    if "assess" in asked:
        # For a rule that seldom needs it: what computes leverage is not even imported before.
        arguments["assess"] = lambda: late.leverage
    for finding in rule.check(late.theory, **arguments):
        yield evolve(finding, rule=rule)


def _news(diagnostics: Sequence[Diagnostic], told: set[tuple[str, Origin, str]]) -> tuple[Diagnostic, ...]:
    news = []
    for diagnostic in diagnostics:
        mark = (diagnostic.rule.code, diagnostic.origin, str(diagnostic.message))
        if mark not in told:
            told.add(mark)
            news.append(diagnostic)
    return tuple(news)


def _is_unknown_name(finding: Finding) -> bool:
    return finding.rule is not None and finding.rule.code == "TOC101"
