"""`toc leverage`: which strategies pull their weight, and why."""

import click

from toc.cli.shell.options import NO_CONFIG, PATH, STDIN_FILENAME, command, option, session_in
from toc.messages import _

METHODS = ("degree", "worlds", "weakest-link")


@command("leverage", _("Tell which strategies pull their weight. Why others do not, and what would help, comes along."))
@PATH
@option("--format", "-f", "form", metavar="FORMAT", default="text", summary=_("How: text, json, csv, html or svg."))
@option("--output", "-o", metavar="FILE", summary=_("Where to; else standard output."))
@option("--budget", metavar="N", type=float, summary=_("Also tell the best set of strategies with this effort."))
@option(
    "--method",
    type=click.Choice(METHODS),
    default=METHODS[0],
    summary=_("How values are computed: as degrees, from drawn yes/no worlds, or by the weakest link."),
)
@option("--with-drafts", is_flag=True, summary=_("Count strategies that are ideas or drafts, too."))
@option(
    "--draws",
    metavar="N",
    type=click.IntRange(1, 100_000),
    default=1000,
    summary=_("How often strengths, likelihoods and efforts are drawn from their ranges."),
)
@option("--seed", metavar="N", type=click.IntRange(0), default=0, summary=_("Where the drawing starts."))
@option("--scale-check", is_flag=True, summary=_("Also tell the verdicts on other scales of strength words."))
@NO_CONFIG
@STDIN_FILENAME
def leverage(
    ctx: click.Context,
    path: str,
    form: str,
    output: str | None,
    budget: float | None,
    method: str,
    with_drafts: bool,
    draws: int,
    seed: int,
    scale_check: bool,
    no_config: bool,
    stdin_filename: str | None,
) -> int:
    """Write what the strategies of the model at `path` achieve for their effort; weak ones are no error."""
    from toc.cli.shell.leverages import Asked, leverage_format_named, leverage_report
    from toc.cli.shell.models import one_model
    from toc.cli.shell.reading import Wish
    from toc.cli.shell.writing import write_output

    wanted = leverage_format_named(form)
    session = session_in(ctx)
    wish = Wish(configured=not no_config, stdin_filename=stdin_filename)
    model = one_model(path, wish, session, _("no leverage because of these errors"), incomplete=True)
    if model.analysis is not None:
        asked = Asked(budget, method, with_drafts, draws, seed, scale_check)
        report = leverage_report(model.analysis.theory, model.settings, session, asked, to_file=output is not None)
        write_output(wanted.write(report), output)
    return model.status
