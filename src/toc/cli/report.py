"""`toc report`: what a model says of the group behind it."""

from datetime import date

import click

from toc.cli.shell.options import NO_CONFIG, PATH, STDIN_FILENAME, TODAY, command, group, option, session_in
from toc.messages import _


@command("readiness", _("Tell what is in place for collective impact, what is missing, and with whom to mend it."))
@PATH
@option("--format", "-f", "form", metavar="FORMAT", default="text", summary=_("text, md or json."))
@option("--output", "-o", metavar="FILE", summary=_("Where to; else standard output."))
@option("--public", is_flag=True, summary=_("Leave out what is private."))
@TODAY
@NO_CONFIG
@STDIN_FILENAME
def readiness(
    ctx: click.Context,
    path: str,
    form: str,
    output: str | None,
    public: bool,
    today: date | None,
    no_config: bool,
    stdin_filename: str | None,
) -> int:
    """Write how ready the group behind the model at `path` is; what is missing is no error."""
    from toc.cli.shell.models import one_model
    from toc.cli.shell.reading import Wish
    from toc.cli.shell.reports import report_writer_named
    from toc.cli.shell.writing import write_output
    from toc.report.readiness import readiness as readiness_of

    writer = report_writer_named(form)
    wish = Wish(today, configured=not no_config, stdin_filename=stdin_filename)
    session = session_in(ctx)
    model = one_model(path, wish, session, _("no report because of these errors"), incomplete=True)
    if model.analysis is not None:
        theory, settings = model.analysis.theory, model.settings
        language = session.speaks(theory.language)
        found = readiness_of(theory, settings.today, language, thresholds=settings.thresholds, public=public)
        write_output(writer.write(found, language), output)
    return model.status


report = group("report", _("Reports for the group behind a model."), readiness)
