"""Adopting the rule book on a model that is there: leaving out what is known, and mending what can be mended."""

from collections.abc import Sequence

from attrs import evolve, frozen

from toc.cli.shell.baselines import cannot_be_kept, read_baseline, sifted, write_baseline
from toc.cli.shell.failure import Failure
from toc.cli.shell.findings import is_trouble
from toc.cli.shell.looking import Look, Looked, tell_of_baseline
from toc.cli.shell.mending import deliver, mended
from toc.cli.shell.printing import tell, tell_text
from toc.cli.shell.reading import Target
from toc.cli.shell.session import Session
from toc.messages import _, plural
from toc.reporters.reporter import Report
from toc.reporters.text import text


@frozen
class Adoption:
    """What the command line asks for.

    `baseline` and `write_to` name baselines to be read and to be written; `fix` asks for mending and `diff` for a
    preview of it; `narrowed` says that not all rules run, `streamed` that a model comes by standard input, `alone`
    that no report for a program is to go where a preview goes.
    """

    baseline: str | None
    write_to: str | None
    fix: bool
    diff: bool
    narrowed: bool
    streamed: bool
    alone: bool


def adopted(
    wanted: Sequence[Target], adoption: Adoption, session: Session, *, with_fixes: bool, to_file: bool
) -> Report:
    """Mend and sift as asked for, and return what is left to report; raises Failure.

    With a preview, that is what stands as long as nothing is written.
    """
    _refuse_contradictions(adoption)
    baseline = read_baseline(adoption.baseline) if adoption.baseline else None
    look = Look(session, baseline, with_fixes or adoption.fix, to_file)
    if adoption.fix:
        mending = mended(wanted, look)
        deliver(mending, mending.left.report.language, diff=adoption.diff)
        looked = mending.before if adoption.diff else mending.left
        if adoption.diff:
            _tell_trouble(looked.report)
    else:
        looked = look(wanted)
    if adoption.baseline:
        tell_of_baseline(looked, adoption.baseline, narrowed=adoption.narrowed)
    return _kept(looked, adoption.write_to) if adoption.write_to else looked.report


def _refuse_contradictions(adoption: Adoption) -> None:
    if adoption.diff and not adoption.fix:
        raise Failure(_("`--diff` shows what `--fix` would change"), _("write `toc check --fix --diff`"))
    if adoption.baseline and adoption.write_to:
        raise Failure(_("a baseline is read with `--baseline` or written with `--write-baseline`, not both at once"))
    if adoption.diff and adoption.write_to:
        raise Failure(_("`--diff` writes nothing, and `--write-baseline` would"))
    if adoption.diff and not adoption.alone:
        raise Failure(
            _("the preview and the report cannot both go to standard output"),
            _("write the report to a file: `-o FILE`"),
        )
    if adoption.streamed and adoption.fix and not adoption.diff:
        raise Failure(
            _("standard input cannot be mended in place"), _("`toc check --fix --diff -` shows what would change")
        )


def _tell_trouble(report: Report) -> None:
    # A preview says nothing of what could not be looked at.
    trouble = tuple(found for found in report.diagnostics if is_trouble(found))
    if trouble:
        tell_text(text.write(evolve(report, diagnostics=trouble, colour=False)))


def _kept(looked: Looked, path: str) -> Report:
    report = looked.report
    if cannot_be_kept(report):
        tell(
            _("{path} is not written: what cannot be read hides the rest, and must be mended first", path=path),
            report.language,
        )
        return report
    number = write_baseline(path, report)
    told = plural(
        "{n} finding kept in {path}; `--baseline {path}` leaves it out from now on",
        "{n} findings kept in {path}; `--baseline {path}` leaves them out from now on",
        n=number,
        path=path,
    )
    tell(told, report.language)
    return sifted(report, read_baseline(path)).report
