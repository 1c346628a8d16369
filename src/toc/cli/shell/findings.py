"""From analyses to one report, with paths as the user writes them, and to an exit status."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial

from attrs import evolve, frozen

from toc.analysis import Analysis, analyse, analyse_workspace, files_of
from toc.cli.shell.reading import Target, shown
from toc.cli.shell.session import DEFAULT_WIDTH, Session
from toc.cli.shell.status import CLEAN, FAILED, FINDINGS
from toc.diagnosis import diagnosed
from toc.diagnostics import Diagnostic, Finding, Origin, Severity
from toc.messages import Message, _, plural
from toc.open_workspace import Workspace
from toc.problems import invalid_configuration, unknown_rule
from toc.reporters.reporter import Report
from toc.source import Source
from toc.syntax.problems import unreadable_file
from toc.workspace import CONFIGURATION, PROJECT

# What keeps toc from doing what it was asked to, rather than something it found.
TROUBLE = frozenset({unreadable_file.code, invalid_configuration.code})


@frozen
class Checked:
    """What was found in one target.

    `sources` are the files that could be read. `analyses` are one for a file, several for a folder, none where
    nothing could be read or only the syntax was looked at.
    """

    workspace: Workspace
    sources: tuple[Source, ...]
    diagnostics: tuple[Diagnostic, ...]
    analyses: tuple[Analysis, ...] = ()


def check_target(target: Target, *, with_fixes: bool = False, errors_only: bool = False) -> Checked:
    """Analyse what one PATH stands for."""
    one = partial(analyse, with_fixes=with_fixes, errors_only=errors_only)
    whole = partial(analyse_workspace, with_fixes=with_fixes, errors_only=errors_only)
    workspace = target.workspace
    findings = [*workspace.findings]
    analyses: tuple[Analysis, ...] = ()
    if target.problem is not None:
        findings.append(target.problem)
    elif target.file is not None:
        analyses = (one(workspace.reader, target.file, workspace.settings),)
    elif not files_of(workspace.reader, workspace.settings) and workspace.settings.main is None:
        findings.append(empty_folder(target))
    else:
        analyses = whole(workspace.reader, workspace.settings)
    sources = (source for analysis in analyses for source in analysis.sources.values())
    diagnostics = (found for analysis in analyses for found in analysis.diagnostics)
    return Checked(workspace, tuple(sources), (*diagnosed(findings), *diagnostics), analyses)


def empty_folder(target: Target) -> Finding:
    """Return what is said of a folder in which there is no model."""
    origin = Origin(target.folder, 0, 0)
    return unreadable_file(origin, _("there is no `.toc` file in this folder"), _("`toc new` makes a first model"))


def report_of(checked: Sequence[Checked], session: Session, *, to_file: bool = False) -> Report:
    """Return everything found as one report in the language and width of the session, each thing once."""
    diagnostics: dict[tuple[str, Origin, str], Diagnostic] = {}
    sources: dict[str, Source] = {}
    for one in checked:
        # Thousands of findings stand in a few files: each is named once.
        name = cache(partial(shown, one.workspace))
        configuration = one.workspace.configuration
        for source in (*one.sources, *([configuration] if configuration else [])):
            sources[name(source.path)] = source
        for diagnostic in one.diagnostics:
            placed = _placed(diagnostic, name)
            diagnostics[placed.rule.code, placed.origin, str(placed.message)] = placed
    models = {path for path in sources if path.rpartition("/")[2] not in {CONFIGURATION, PROJECT}}
    return Report(
        tuple(sorted(diagnostics.values(), key=lambda found: (found.origin.file, found.origin.start, found.rule.code))),
        sources,
        len(models),
        session.speaks(theory_language(checked)),
        session.colour and not to_file,
        DEFAULT_WIDTH if to_file else session.width,
    )


def counted(report: Report) -> Message:
    """Return the sentence that a check ends with: how many errors, warnings and infos, in how many files."""
    files = plural("{n} file", "{n} files", n=report.files)
    if not report.diagnostics:
        return _("nothing to report in {files}", files=files)
    counts = {severity: sum(found.severity is severity for found in report.diagnostics) for severity in Severity}
    parts = [
        plural("{n} error", "{n} errors", n=counts[Severity.ERROR]),
        plural("{n} warning", "{n} warnings", n=counts[Severity.WARNING]),
        plural("{n} info", "{n} infos", n=counts[Severity.INFO]),
    ]
    return _("{counts} in {files}", counts=[part for part in parts if part.fields["n"]], files=files)


def status_of(report: Report, *, strict: bool = False) -> int:
    """Return the exit status that a report asks for: trouble counts more than findings."""
    if any(is_trouble(diagnostic) for diagnostic in report.diagnostics):
        return FAILED
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return FINDINGS if any(diagnostic.severity in failing for diagnostic in report.diagnostics) else CLEAN


def is_trouble(diagnostic: Diagnostic) -> bool:
    """Whether this keeps toc from its work: a file that cannot be read, a wrong configuration."""
    configuring = diagnostic.origin.file.rpartition("/")[2] in {CONFIGURATION, PROJECT}
    return diagnostic.rule.code in TROUBLE or (configuring and diagnostic.rule.code == unknown_rule.code)


def theory_language(checked: Iterable[Checked]) -> str | None:
    """Return the language of the first theory that tells one."""
    languages = (analysis.theory.language for one in checked for analysis in one.analyses)
    return next((language for language in languages if language), None)


def _placed(diagnostic: Diagnostic, name: Callable[[str], str]) -> Diagnostic:
    def place(origin: Origin) -> Origin:
        return evolve(origin, file=name(origin.file))

    return evolve(
        diagnostic,
        origin=place(diagnostic.origin),
        related=tuple(evolve(other, origin=place(other.origin)) for other in diagnostic.related),
        fixes=tuple(
            evolve(fix, edits=tuple(evolve(edit, file=name(edit.file)) for edit in fix.edits))
            for fix in diagnostic.fixes
        ),
    )
