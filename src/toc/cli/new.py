"""`toc new`: a first model to start from."""

import click

from toc.cli.shell.options import command, option, session_in
from toc.messages import LANGUAGES, _


@command("new", _("Make a first model and its toc.toml. Nothing that is there is written over."))
@click.argument("folder", metavar="[DIR]", default=".")
@option("--lang", type=click.Choice(LANGUAGES), summary=_("The language of the model; else that of messages."))
def new(ctx: click.Context, folder: str, lang: str | None) -> int:
    """Copy the files of a first model into `folder`."""
    from pathlib import Path

    from toc.cli.shell.printing import emit, tell
    from toc.cli.shell.templates import copied

    speaks = session_in(ctx).speaks()
    language = lang or speaks
    files = copied(language, Path(folder))
    emit("".join(f"{file.as_posix()}\n" for file in files))
    tell(_("a first model; `toc check` says what is missing in it"), speaks)
    return 0
