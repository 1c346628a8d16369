"""The two models that are compared: what the command line names, and why one cannot be compared."""

from collections.abc import Sequence
from datetime import date

from attrs import evolve, frozen

from toc.analysis import Analysis
from toc.catalog import find_all, find_one
from toc.cli.shell.choices import meant
from toc.cli.shell.failure import Failure
from toc.cli.shell.findings import Checked, check_target, is_trouble, report_of, theory_language
from toc.cli.shell.git import target_at
from toc.cli.shell.printing import tell, tell_text
from toc.cli.shell.reading import STANDARD, STANDARD_NAME, Target, Wish, shown, targets
from toc.cli.shell.session import DEFAULT_WIDTH, Session
from toc.diagnostics import Diagnostic, Severity
from toc.diff.compare import compare
from toc.diff.consequence import consequences
from toc.diff.report import DiffFormat, DiffReport
from toc.leverage.scale import DEFAULT, Scale, scale_of
from toc.messages import Message, _, plural
from toc.reporters.text import text

USAGE = _("write `toc diff OLD NEW`, or `toc diff --against GITREF [PATH]`")
FORMATS = "toc.diff.reports"


@frozen
class Side:
    """One of two models: what the user calls it, and what was found in it."""

    name: str
    checked: tuple[Checked, ...]

    @property
    def analysis(self) -> Analysis | None:
        """The one model, None where nothing could be read; raises Failure where there are several."""
        found = [(one.workspace, analysis) for one in self.checked for analysis in one.analyses]
        if len(found) > 1:
            names = [f"`{shown(workspace, analysis.file)}`" for workspace, analysis in found]
            raise Failure(
                _("there are several models in `{path}`: {names}", path=self.name, names=names),
                _("say which one, or set `main` in toc.toml"),
            )
        return found[0][1] if found else None

    @property
    def scale(self) -> Scale:
        """What words are worth by its configuration."""
        return scale_of(self.checked[0].workspace.settings.scales) if self.checked else DEFAULT

    @property
    def allowed(self) -> tuple[str, ...]:
        """The consequences that its configuration allows."""
        return tuple(dict.fromkeys(name for one in self.checked for name in one.workspace.settings.allowed))


def two_sides(paths: Sequence[str], against: str | None, wish: Wish) -> tuple[Side, Side]:
    """Return the old and the new model that the command line names; raises Failure."""
    if against is None:
        if len(paths) != 2:
            raise Failure(_("two models are compared, not {n}", n=len(paths)), USAGE)
        if paths[0] == paths[1] == STANDARD:
            raise Failure(_("standard input holds one model, not two"), USAGE)
        return tuple(_side(_called(path), tuple(targets([path], wish))) for path in paths)  # type: ignore[return-value]
    if len(paths) > 1:
        raise Failure(_("with `--against`, one PATH is compared with its own past"), USAGE)
    path = paths[0] if paths else "."
    old = target_at(against, path, wish)
    return _side(f"{against}:{path}", (old,)), _side(path, tuple(targets([path], wish)))


def hindered(old: Side, new: Side, session: Session) -> bool:
    """Tell what keeps two models from being compared, and say whether anything does.

    Errors of syntax do: what they hide would be taken for gone. Errors on names and meaning are only mentioned.
    """
    found = False
    refusals = (
        (old, _("the old model, `{name}`, cannot be compared because of these errors", name=old.name)),
        (new, _("the new model, `{name}`, cannot be compared because of these errors", name=new.name)),
    )
    for side, refusal in refusals:
        found = _is_hindered(side, refusal, session) or found
    return found


def _is_hindered(side: Side, refusal: Message, session: Session) -> bool:
    report = report_of(side.checked, session)
    hindering = tuple(one for one in report.diagnostics if _hinders(one))
    if hindering or side.analysis is None:
        tell_text(text.write(evolve(report, diagnostics=hindering, colour=False)))
        tell(refusal, report.language)
        return True
    errors = sum(one.severity is Severity.ERROR for one in report.diagnostics)
    if errors:
        told = plural(
            "`{name}` has {n} error; what it hides is missing in the comparison (`toc check` shows it)",
            "`{name}` has {n} errors; what they hide is missing in the comparison (`toc check` shows them)",
            n=errors,
            name=side.name,
        )
        tell(told, report.language)
    return False


def _hinders(found: Diagnostic) -> bool:
    return is_trouble(found) or (found.severity is Severity.ERROR and found.rule.code < "TOC1")


def _side(name: str, found: tuple[Target, ...]) -> Side:
    return Side(name, tuple(check_target(_without_rules(target)) for target in found))


def _without_rules(target: Target) -> Target:
    # Rules on meaning have nothing to say here; what the compiler finds by itself is found all the same.
    settings = evolve(target.workspace.settings, select=())
    return evolve(target, workspace=evolve(target.workspace, settings=settings))


def _called(path: str) -> str:
    return STANDARD_NAME if path == STANDARD else path


def compared(old: Side, new: Side, session: Session, today: date | None, *, to_file: bool) -> DiffReport:
    """Return what sets two models apart and what follows, in the language and width of the session.

    Neither is hindered. The configuration of the new model says what is allowed.
    """
    before, after = old.analysis, new.analysis
    assert before is not None
    assert after is not None
    difference = compare(before.theory, after.theory, (old.scale, new.scale))
    return DiffReport(
        difference,
        consequences(difference, new.allowed),
        old.name,
        new.name,
        session.speaks(theory_language((*new.checked, *old.checked))),
        session.colour and not to_file,
        DEFAULT_WIDTH if to_file else session.width,
        today,
    )


def format_named(name: str) -> DiffFormat:
    """Return the format of that name in which a difference is written; raises Failure."""
    found = find_one(FORMATS, name, DiffFormat)
    if found is None:
        known = (each.name for each in find_all(FORMATS, DiffFormat))
        raise Failure(_("there is no format `{name}`", name=name), meant(name, known))
    return found


def written(report: DiffReport, form: DiffFormat) -> str:
    """Return what `form` makes of a report; raises Failure where the layout engine of a picture fails."""
    from toc.scene.engine import EngineError

    try:
        return form.write(report)
    except EngineError as error:
        raise Failure(error.message) from error
