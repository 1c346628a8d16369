"""`toc render`: pictures of a model."""

from datetime import date
from typing import Any

import click
from attrs import evolve

from toc.cli.shell.options import NO_CONFIG, PATH, STDIN_FILENAME, TODAY, command, option, session_in
from toc.messages import LANGUAGES, _

FORMATS = "svg, png, pdf, html, pptx, drawio, outline, dot, mermaid, json"


@command("render", _("Draw a model. One with errors is not drawn, unless `--force` is given."))
@PATH
@option("--view", metavar="NAME", summary=_("A view: yours, a pathway, an actor, overview, leverage, actors or plan."))
@option("--all-views", is_flag=True, summary=_("Draw each view into a file of its own."))
@option(
    "--format", "-f", "form", metavar="FORMAT", summary=_("One of {names}; else what FILE ends with.", names=FORMATS)
)
@option("--output", "-o", metavar="FILE", summary=_("Where to; else standard output."))
@option("--theme", metavar="NAME", summary=_("The colours."))
@option("--direction", metavar="WORD", summary=_("Where the vision is: up, right, down or left."))
@option("--lang", type=click.Choice(LANGUAGES), summary=_("The language of the picture; else the theory's first."))
@option("--marks", metavar="NAMES", summary=_("What cards and links show besides their words; `all` for everything."))
@option("--no-marks", is_flag=True, summary=_("Words and lines alone."))
@option("--paper", metavar="SIZE", summary=_("The paper it is fitted to: A4, A3, A2, A1 or A0."))
@option("--tile", metavar="SIZE", summary=_("PDF: over many sheets of A4 or A3, to be glued together."))
@option("--dpi", metavar="N", type=click.IntRange(10, 2400), summary=_("PNG: how many dots an inch."))
@option("--public", is_flag=True, summary=_("Leave out what is private."))
@option("--layout-memory", is_flag=True, summary=_("Remember in `toc.layout` where the cards stand."))
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
    tile: str | None,
    dpi: int | None,
    layout_memory: bool,
    force: bool,
    today: date | None,
    no_config: bool,
    stdin_filename: str | None,
    **look: Any,
) -> int:
    """Draw the model at `path`, or each of its views; `look` is what `drawing.look_asked` takes."""
    from toc.cli.shell import drawing
    from toc.cli.shell.choices import format_named
    from toc.cli.shell.layout_memory import remember, remembered
    from toc.cli.shell.models import one_model
    from toc.cli.shell.reading import Wish
    from toc.cli.shell.writing import write_output
    from toc.scene.compose import language_of
    from toc.scene.memory import Memory
    from toc.scene.page import SHEETS

    format = format_named(form, output, draws=None, default="svg")
    if layout_memory:
        drawing.refuse_unplaced("layout-memory", format)
    heeded = drawing.heeded(format, dpi=dpi, tile=tile and drawing.paper_named(tile, SHEETS))
    options = evolve(drawing.look_asked(**look), today=today)
    wish = Wish(today, configured=not no_config, stdin_filename=stdin_filename)
    refusal = _("not drawn because of these errors; `--force` draws what could be read")
    model = one_model(path, wish, session_in(ctx), refusal, force=force)
    if model.analysis is None:
        return model.status
    analysis = model.analysis
    theory, settings = analysis.theory, model.settings
    own = drawing.own_look(settings.theme, model.root) if settings.theme else None
    before = remembered(theory, model.root, session_in(ctx).speaks(language_of(theory, options)))
    options = evolve(options, leverage=lambda: analysis.leverage, own=own, memory=before)
    now = Memory()
    for wanted, file in drawing.wanted(theory, options, view, output, format, all_views=all_views):
        content, memory = drawing.drawn(theory, wanted, format, heeded)
        now = now.with_pictures(memory)
        drawing.refuse_terminal(content, file)
        write_output(content, file)
    if layout_memory:
        remember(before, now, theory, model.root)
    return model.status
