"""Commands and options whose help is a message, shown in the language of the session."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

from toc.cli.shell.session import Session
from toc.messages import LANGUAGES, Message, _, show

Wrapped = TypeVar("Wrapped", bound=Callable[..., Any])


class Helpful(click.Command):
    """A command whose own option `--help` speaks the language of the session."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option, which click makes once, in the language it has now."""
        found = super().get_help_option(ctx)
        if found is not None:
            found.help = show(_("Show this message and exit."), session_in(ctx).speaks())
        return found


class Command(Helpful):
    """A command whose help is the message `summary`."""

    def __init__(self, *args: Any, summary: Message, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.summary = summary

    def told_in(self, language: str) -> "Command":
        """Return the command, its help in `language`."""
        self.help = show(self.summary, language)
        return self


class Group(Command, click.Group):
    """A command that only has commands of its own, each told in the language of the session."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, its help in the language of the session."""
        found = self.commands.get(cmd_name)
        return found.told_in(session_in(ctx).speaks()) if isinstance(found, Command) else found


class Option(click.Option):
    """An option whose help is the message `summary`."""

    def __init__(self, *args: Any, summary: Message, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.summary = summary

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the option and its help, in the language of the session."""
        self.help = show(self.summary, session_in(ctx).speaks())
        return super().get_help_record(ctx)


def command(name: str, summary: Message) -> Callable[[Callable[..., Any]], Command]:
    """Make a command of a function; `summary` is one or a few sentences."""

    def make(function: Callable[..., Any]) -> Command:
        parameters = list(reversed(getattr(function, "__click_params__", [])))
        named = {parameter.name for parameter in parameters}
        hidden = [option for option in _global_options() if option.name not in named]
        return Command(name, callback=click.pass_context(function), params=parameters + hidden, summary=summary)

    return make


def group(name: str, summary: Message, *commands: Command) -> Group:
    """Make a command of which `commands` are parts: `toc NAME PART`."""
    made = Group(name, commands=list(commands), summary=summary)
    for each in _global_options():
        made.params.append(each)
    return made


def option(*names: str, summary: Message, **kwargs: Any) -> Callable[[Wrapped], Wrapped]:
    """Give the command below an option."""
    return click.option(*names, cls=Option, summary=summary, **kwargs)


def session_in(ctx: click.Context) -> Session:
    """Return the session that a command runs in."""
    session = ctx.find_object(Session)
    assert session is not None
    return session


def global_options() -> list[click.Option]:
    """Return the options of `toc` itself; each command also reads them where they stand behind its name."""
    return [
        Option(
            ["--lang"],
            type=click.Choice(LANGUAGES),
            expose_value=False,
            summary=_("The language of messages; else that of the environment, then that of the theory."),
        ),
        Option(
            ["--color"],
            type=click.Choice(["auto", "always", "never"]),
            expose_value=False,
            summary=_("Whether output is coloured; `auto` follows the terminal and NO_COLOR."),
        ),
    ]


def _global_options() -> list[click.Option]:
    options = global_options()
    for each in options:
        each.hidden = True
    return options


PATHS = click.argument("paths", metavar="[PATH]...", nargs=-1)
PATH = click.argument("path", metavar="PATH")
STDIN_FILENAME = option(
    "--stdin-filename", metavar="FILE", summary=_("The name under which standard input (`-`) is reported.")
)
NO_CONFIG = option("--no-config", is_flag=True, summary=_("Do not read toc.toml or pyproject.toml."))


def day_option(summary: Message) -> Callable[[Wrapped], Wrapped]:
    """Give the command below the option `--today`; `summary` says what the day is for."""
    return option("--today", metavar="DATE", callback=lambda _ctx, _option, value: _day(value), summary=summary)


TODAY = day_option(_("The day with which dates are compared, such as 2030-06-15; else the system's."))


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        context = click.get_current_context()
        language = session_in(context).speaks()
        message = _("`{text}` is not a day; write it as in 2030-06-15", text=text)
        raise click.BadParameter(show(message, language)) from None


def listed(text: str | None) -> tuple[str, ...]:
    """Return the parts of an option's value that stand between commas."""
    return tuple(part.strip() for part in (text or "").split(",") if part.strip())
