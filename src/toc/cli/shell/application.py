"""The application: finds the command, runs it, and turns whatever happens into an exit status."""

import gc
import os
from collections.abc import Sequence
from pkgutil import iter_modules

import click

import toc.cli
from toc import __version__
from toc.catalog import find_one
from toc.cli.shell.failure import Failure
from toc.cli.shell.options import Command, Helpful, Option, global_options, session_in
from toc.cli.shell.printing import emit, no_output, prepare_streams, tell, tell_failure
from toc.cli.shell.session import Session, session_of, speak
from toc.cli.shell.status import CLEAN, FAILED, INTERRUPTED
from toc.did_you_mean import did_you_mean
from toc.messages import _, show


def run(arguments: Sequence[str]) -> int:
    """Run `toc` with `arguments` and return its exit status: 0, 1 for findings, 2 for trouble, 130 for Ctrl-C."""
    session = session_of(arguments, os.environ)
    language = session.speaks()
    prepare_streams()
    speak(language)
    collecting = gc.isenabled()
    # A command ends soon, and nothing that it makes goes in circles: looking for them is a third of a large check.
    gc.disable()
    try:
        return _run(list(arguments), session)
    except Failure as failure:
        tell_failure(failure, language)
    except click.ClickException as error:
        error.show()
    except click.Abort:
        return INTERRUPTED
    except OSError as error:
        # What commands read and write has been looked after; what click prints by itself has not.
        tell_failure(no_output(error) if error.filename is None else _no_access(error), language)
    except Exception as error:
        # The last resort: nobody is shown a traceback who did not ask for it.
        if os.environ.get("TOC_DEBUG"):
            raise
        fault = f"{type(error).__name__}: {error}".partition("\n")[0]
        tell(
            _(
                "toc: this is a fault in toc, not in your file; please report it with what you typed"
                " and this line (TOC_DEBUG=1 shows more): {fault}",
                fault=fault,
            ),
            language,
        )
    finally:
        if collecting:
            gc.enable()
    return FAILED


def _no_access(error: OSError) -> Failure:
    return Failure(_("`{path}`: {reason}", path=str(error.filename), reason=error.strerror or str(error)))


def _run(arguments: list[str], session: Session) -> int:
    application = Application(
        "toc",
        params=[*global_options(), _version_option()],
        help=show(_("Theories of change as text: checked, laid out and drawn."), session.speaks()),
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    status = application.main(arguments, prog_name="toc", standalone_mode=False, obj=session)
    return status if isinstance(status, int) else CLEAN


class Application(Helpful, click.Group):
    """The commands of `toc`, each imported when it is asked for; its module is named after it."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of the commands, sorted."""
        return command_names()

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, its help in the language of the session."""
        if cmd_name not in command_names():
            return None
        found = find_one("toc.cli", cmd_name, Command)
        return found and found.told_in(session_in(ctx).speaks())

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command meant, or say which one may have been meant."""
        name = args[0]
        if name in command_names() or name.startswith("-"):
            return super().resolve_command(ctx, args)
        hint = did_you_mean(name, command_names()) or _("`toc --help` lists what there is")
        message = _("there is no command `{name}`: {hint}", name=name, hint=hint)
        raise click.UsageError(show(message, session_in(ctx).speaks()), ctx)


def command_names() -> list[str]:
    """Return the names of all commands, sorted."""
    return sorted(info.name.rstrip("_") for info in iter_modules(toc.cli.__path__) if not info.ispkg)


def _version_option() -> click.Option:
    def tell_version(ctx: click.Context, _option: click.Parameter, asked: bool) -> None:
        if asked and not ctx.resilient_parsing:
            emit(f"toc {__version__}\n")
            ctx.exit()

    return Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=tell_version,
        summary=_("Show the version and exit."),
    )
