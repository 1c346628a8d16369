"""The one model that a command works on, and why it is not worked on while it has errors."""

from collections.abc import Sequence
from pathlib import Path

from attrs import evolve, frozen

from toc.analysis import Analysis
from toc.cli.shell.failure import Failure
from toc.cli.shell.findings import Checked, check_target, report_of, status_of
from toc.cli.shell.printing import tell, tell_text
from toc.cli.shell.reading import Wish, shown, targets
from toc.cli.shell.session import Session
from toc.cli.shell.status import CLEAN, FAILED
from toc.config import Settings
from toc.diagnostics import Severity
from toc.messages import Message, _


@frozen
class Model:
    """A model to work on, with the settings of its workspace, whose folder is `root`.

    `status` is why there is none to work on: its errors were told, and `analysis` is None.
    """

    analysis: Analysis | None
    status: int
    settings: Settings = Settings()
    root: Path = Path()


def one_model(
    path: str, wish: Wish, session: Session, refusal: Message, *, force: bool = False, incomplete: bool = False
) -> Model:
    """Return the model that `path` stands for.

    Its errors are told, followed by `refusal`; `force` works on it all the same, as far as it could be read,
    `incomplete` where only rules on meaning find errors in it.
    Raises Failure where `path` holds several models.
    """
    checked = [check_target(target, errors_only=True) for target in targets([path], wish)]
    refuse_several(checked)
    analyses = [(one.workspace, analysis) for one in checked for analysis in one.analyses]
    report = report_of(checked, session)
    status = status_of(report)
    errors = tuple(found for found in report.diagnostics if found.severity is Severity.ERROR)
    understood = force or (incomplete and all(found.rule.check for found in errors))
    if status == CLEAN or (understood and status != FAILED and analyses):
        workspace, analysis = analyses[0]
        return Model(analysis, CLEAN, workspace.settings, workspace.root)
    from toc.reporters.text import text  # only where there is something to tell

    tell_text(text.write(evolve(report, diagnostics=errors, colour=False)))
    tell(refusal, report.language)
    return Model(None, status)


def refuse_several(checked: Sequence[Checked]) -> None:
    """Raise Failure where what was checked holds several models."""
    analyses = [(one.workspace, analysis) for one in checked for analysis in one.analyses]
    if len(analyses) > 1:
        names = [f"`{shown(workspace, analysis.file)}`" for workspace, analysis in analyses]
        raise Failure(
            _("there are several models here: {names}", names=names), _("say which one, or set `main` in toc.toml")
        )
