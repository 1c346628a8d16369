"""`toc preview`: a page that follows a model while it is written."""

from datetime import date
from typing import TYPE_CHECKING, Any

import click
from attrs import evolve

from toc.cli.shell.options import NO_CONFIG, PATH, TODAY, command, option, session_in
from toc.messages import LANGUAGES, _

if TYPE_CHECKING:
    from socket import socket

EXTRA = frozenset({"starlette", "uvicorn", "websockets", "watchfiles", "anyio"})


@command("preview", _("Show a model in a browser while it is written. The page follows the files as they are saved."))
@PATH
@option("--port", metavar="N", type=click.IntRange(0, 65_535), default=0, summary=_("The port; else any that is free."))
@option("--no-open", is_flag=True, summary=_("Open no browser."))
@option("--view", metavar="NAME", summary=_("The view that is shown first."))
@option("--theme", metavar="NAME", summary=_("The colours."))
@option("--direction", metavar="WORD", summary=_("Where the vision is: up, right, down or left."))
@option("--lang", type=click.Choice(LANGUAGES), summary=_("The language of the picture; else the theory's first."))
@option("--marks", metavar="NAMES", summary=_("What cards and links show besides their words; `all` for everything."))
@option("--no-marks", is_flag=True, summary=_("Words and lines alone."))
@option("--public", is_flag=True, summary=_("Leave out what is private."))
@TODAY
@NO_CONFIG
def preview(
    ctx: click.Context,
    path: str,
    port: int,
    no_open: bool,
    view: str | None,
    today: date | None,
    no_config: bool,
    **look: Any,
) -> int:
    """Serve the page of the model at `path` until Ctrl-C; `look` is what `drawing.look_asked` takes."""
    from toc.cli.shell import drawing
    from toc.cli.shell.following import Follower
    from toc.cli.shell.printing import emit, tell
    from toc.cli.shell.reading import Wish
    from toc.cli.shell.status import CLEAN, FAILED

    _refuse_without_its_parts()
    from toc.preview.preview import Preview
    from toc.preview.serving import serve, show_in_browser

    options = evolve(drawing.look_asked(**look), view=view, today=today)
    session = session_in(ctx)
    follower = Follower(path, Wish(today, configured=not no_config), session)
    seen = follower.first()
    if seen is None or seen.analysis is None:
        return FAILED
    if seen.is_sound:
        drawing.refuse_unknown_view(seen.analysis.theory, options, view)

    def started(address: str) -> None:
        tell(_("{path} is shown here until Ctrl-C ends it:", path=path), seen.language)
        emit(f"{address}\n")
        if not no_open:
            show_in_browser(address)

    with _listening(port) as listening:
        serve(Preview(seen, follower.look, options), listening, started)
    return CLEAN


def _refuse_without_its_parts() -> None:
    """Raise Failure where what the preview is served with is not installed."""
    from toc.cli.shell.failure import Failure

    try:
        import toc.preview.serving  # noqa: F401 - its imports are what may be missing
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in EXTRA:
            raise
        raise Failure(
            _("the preview is not installed: `{name}` is missing", name=error.name),
            _("install it: {command}", command="pip install 'toc-lang[preview]'"),
        ) from error


def _listening(port: int) -> "socket":
    """Return a socket that listens on `port`; raises Failure where it cannot."""
    from toc.cli.shell.failure import Failure
    from toc.preview.serving import Unservable, listen

    try:
        return listen(port)
    except Unservable as error:
        raise Failure(error.message, error.hint) from error
