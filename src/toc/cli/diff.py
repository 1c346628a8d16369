"""`toc diff`: what changed in meaning between two models, and what breaks."""

from datetime import date

import click

from toc.cli.shell.options import NO_CONFIG, command, day_option, option, session_in
from toc.messages import _

TEXT = "text"


@command("diff", _("Say what changed in meaning between two models, and what breaks."))
@click.argument("paths", metavar="OLD NEW | [PATH]", nargs=-1)
@option("--against", metavar="GITREF", summary=_("Compare PATH with what it was at this commit, branch or tag of Git."))
@option("--format", "-f", "form", metavar="FORMAT", default=TEXT, summary=_("How: text, markdown, json or svg."))
@option("--output", "-o", metavar="FILE", summary=_("Write the comparison to a file."))
@day_option(_("The day that a picture bears, such as 2030-06-15."))
@NO_CONFIG
def diff(
    ctx: click.Context,
    paths: tuple[str, ...],
    against: str | None,
    form: str,
    output: str | None,
    today: date | None,
    no_config: bool,
) -> int:
    """Compare two models; the status is 1 where something breaks that is not allowed."""
    from toc.cli.shell.comparing import compared, format_named, hindered, two_sides, written
    from toc.cli.shell.printing import tell
    from toc.cli.shell.reading import Wish
    from toc.cli.shell.status import CLEAN, FAILED, FINDINGS
    from toc.cli.shell.writing import write_output
    from toc.diff.wording import summary

    format = format_named(form)
    session = session_in(ctx)
    old, new = two_sides(paths, against, Wish(today, configured=not no_config))
    if hindered(old, new, session):
        return FAILED
    report = compared(old, new, session, today, to_file=output is not None)
    write_output(written(report, format), output)
    if output is not None or form != TEXT:
        tell(summary(report), report.language)
    return FINDINGS if report.breaking else CLEAN
