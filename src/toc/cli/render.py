"""`toc render`: pictures of a model."""

from datetime import date

import click

from toc.cli.shell.options import NO_CONFIG, PATH, STDIN_FILENAME, TODAY, command, option, session_in
from toc.messages import LANGUAGES, _


@command("render", _("Draw a model. One with errors is not drawn, unless `--force` is given."))
@PATH
@option("--view", metavar="NAME", summary=_("Draw this view of the model."))
@option("--all-views", is_flag=True, summary=_("Draw each view into a file of its own."))
@option("--format", "-f", "form", metavar="FORMAT", summary=_("svg, png, dot, mermaid; else what FILE ends with."))
@option("--output", "-o", metavar="FILE", summary=_("Where to; else standard output."))
@option("--theme", metavar="NAME", summary=_("The colours."))
@option("--direction", metavar="WORD", summary=_("Where the vision is: up, right, down or left."))
@option("--lang", type=click.Choice(LANGUAGES), summary=_("The language of the picture; else the theory's first."))
@option("--public", is_flag=True, summary=_("Leave out what is private."))
@option("--force", is_flag=True, summary=_("Draw what could be read of a model with errors."))
@option(
    "--engine",
    type=click.Choice(["embedded", "system"]),
    default="embedded",
    summary=_("The Graphviz that comes with toc, or that of the system."),
)
@TODAY
@NO_CONFIG
@STDIN_FILENAME
def render(
    ctx: click.Context,
    path: str,
    view: str | None,
    all_views: bool,
    form: str | None,
    output: str | None,
    theme: str | None,
    direction: str | None,
    lang: str | None,
    public: bool,
    force: bool,
    engine: str,
    today: date | None,
    no_config: bool,
    stdin_filename: str | None,
) -> int:
    """Draw the model at `path`, or each of its views."""
    from toc.cli.shell import drawing
    from toc.cli.shell.choices import format_named
    from toc.cli.shell.models import one_model
    from toc.cli.shell.reading import Wish
    from toc.cli.shell.writing import write_output
    from toc.scene.options import Options

    format = format_named(form, output, draws=None, default="svg")
    options = Options(
        direction=drawing.word_of("direction", direction),
        theme=drawing.theme_named(theme),
        language=lang,
        public=public,
        today=today,
        engine=engine,
    )
    wish = Wish(today, configured=not no_config, stdin_filename=stdin_filename)
    refusal = _("not drawn because of these errors; `--force` draws what could be read")
    model = one_model(path, wish, session_in(ctx), refusal, force=force)
    if model.analysis is None:
        return model.status
    theory = model.analysis.theory
    for wanted, file in drawing.wanted(theory, options, view, output, format, all_views=all_views):
        content = drawing.drawn(theory, wanted, format)
        drawing.refuse_terminal(content, file)
        write_output(content, file)
    return model.status
