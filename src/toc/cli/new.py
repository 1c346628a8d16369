"""`toc new`: a first model to start from."""

import click

from toc.cli.shell.options import command, option, session_in
from toc.messages import LANGUAGES, _

SERVICES = ("github", "gitlab", "pre-commit")


@command("new", _("Make a first model and its toc.toml. Nothing that is there is written over."))
@click.argument("folder", metavar="[DIR]", default=".")
@option("--lang", type=click.Choice(LANGUAGES), summary=_("The language of the model; else that of messages."))
@option("--ci", type=click.Choice(SERVICES), summary=_("Add what lets this service check the model at each change."))
def new(ctx: click.Context, folder: str, lang: str | None, ci: str | None) -> int:
    """Copy the files of a first model into `folder`, or with `ci` and a model there, only those of the service."""
    from pathlib import Path

    from toc.cli.shell.printing import emit, tell
    from toc.cli.shell.templates import copied

    speaks = session_in(ctx).speaks()
    language = lang or speaks
    files = copied(language, Path(folder), ci)
    emit("".join(f"{file.as_posix()}\n" for file in files))
    if len(files) > 1:
        tell(_("a first model; `toc check` says what is missing in it"), speaks)
    if ci:
        tell(
            _("the model is checked at each change once {file} is in the repository", file=files[-1].as_posix()), speaks
        )
    return 0
