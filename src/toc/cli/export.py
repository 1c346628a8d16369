"""`toc export`: a model in a format for other programs."""

import click

from toc.cli.shell.options import NO_CONFIG, PATH, STDIN_FILENAME, command, option, session_in
from toc.messages import _


@command("export", _("Write a model in another format. `toc import` reads it back."))
@PATH
@option("--format", "-f", "form", metavar="FORMAT", summary=_("json; else what FILE ends with."))
@option("--output", "-o", metavar="FILE", summary=_("Where to; else standard output."))
@option("--public", is_flag=True, summary=_("Leave out what is private."))
@NO_CONFIG
@STDIN_FILENAME
def export(
    ctx: click.Context,
    path: str,
    form: str | None,
    output: str | None,
    public: bool,
    no_config: bool,
    stdin_filename: str | None,
) -> int:
    """Write the model at `path`; one with errors is not written."""
    from toc.cli.shell.choices import format_named
    from toc.cli.shell.models import one_model
    from toc.cli.shell.reading import Wish
    from toc.cli.shell.writing import write_output
    from toc.model.public import without_private

    format = format_named(form, output, draws=False, default="json")
    wish = Wish(configured=not no_config, stdin_filename=stdin_filename)
    model = one_model(path, wish, session_in(ctx), _("not exported because of these errors"))
    if model.analysis is not None:
        theory = model.analysis.theory
        write_output(format.write(without_private(theory) if public else theory), output)
    return model.status
