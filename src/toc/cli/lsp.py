"""`toc lsp`: the language server."""

import click

from toc.cli.shell.options import command
from toc.messages import _


@command("lsp", _("Serve an editor. It speaks the language server protocol on standard input and output."))
def lsp(_ctx: click.Context) -> int:
    """Serve until the editor says goodbye."""
    from toc.cli.shell.failure import Failure

    try:
        from toc.lsp.server import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in {"pygls", "lsprotocol", "cattrs"}:
            raise
        raise Failure(
            _("the language server is not installed: `{name}` is missing", name=error.name),
            _("install it: {command}", command="pip install 'toc-lang[lsp]'"),
        ) from error
    serve()
    return 0
