"""One look at everything that is to be checked: what is found, less what a baseline keeps."""

from collections.abc import Sequence

from attrs import frozen

from toc.cli.shell.baselines import Baseline, sifted
from toc.cli.shell.findings import Checked, check_target, report_of
from toc.cli.shell.printing import tell
from toc.cli.shell.reading import Target
from toc.cli.shell.session import Session
from toc.messages import plural
from toc.reporters.reporter import Report


@frozen
class Looked:
    """What was found. `known` counts what the baseline keeps, `unused` the entries of it that nothing answers to."""

    checked: tuple[Checked, ...]
    report: Report
    known: int = 0
    unused: int = 0


@frozen
class Look:
    """How to look: on whose behalf, with which baseline, whether fixes are wanted and where the report goes."""

    session: Session
    baseline: Baseline | None = None
    with_fixes: bool = False
    to_file: bool = False

    def __call__(self, wanted: Sequence[Target]) -> Looked:
        """Look at `wanted`."""
        checked = tuple(check_target(target, with_fixes=self.with_fixes) for target in wanted)
        report = report_of(checked, self.session, to_file=self.to_file)
        if self.baseline is None:
            return Looked(checked, report)
        rest = sifted(report, self.baseline)
        return Looked(checked, rest.report, rest.known, rest.unused)


def tell_of_baseline(looked: Looked, path: str, *, narrowed: bool) -> None:
    """Say how much the baseline `path` keeps, and how much it keeps for nothing unless only some rules were run."""
    language = looked.report.language
    if looked.known:
        told = plural(
            "{n} known finding left out ({path})", "{n} known findings left out ({path})", n=looked.known, path=path
        )
        tell(told, language)
    if looked.unused and not narrowed:
        told = plural(
            "{n} entry of {path} answers to nothing any more: write it anew with `--write-baseline`",
            "{n} entries of {path} answer to nothing any more: write it anew with `--write-baseline`",
            n=looked.unused,
            path=path,
        )
        tell(told, language)
