"""In which language and colours the command speaks: what was asked for, then what the environment says."""

import os
import re
import sys
from collections.abc import Mapping, Sequence
from itertools import pairwise

from attrs import frozen

from toc.messages import LANGUAGES, LOCALE

DEFAULT_WIDTH = 100
NEUTRAL = frozenset({"C", "POSIX"})


@frozen
class Session:
    """One run of the command.

    `language` is what was asked for or what the environment speaks; None leaves it to the theory.
    `color` is auto, always or never.
    """

    language: str | None = None
    color: str = "auto"

    def speaks(self, theory_language: str | None = None) -> str:
        """Return the language of messages, given that of the theory they are about."""
        return self.language or theory_language or "en"

    @property
    def colour(self) -> bool:
        """Whether what goes to standard output is coloured."""
        if self.color != "auto":
            return self.color == "always"
        return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"

    @property
    def width(self) -> int:
        """The width of what goes to standard output, in cells; a common one where that is no terminal."""
        asked = os.environ.get("COLUMNS", "")
        if asked.isdecimal() and int(asked):
            return int(asked)
        try:
            return os.get_terminal_size(sys.stdout.fileno()).columns or DEFAULT_WIDTH
        except (OSError, ValueError):
            return DEFAULT_WIDTH


def session_of(arguments: Sequence[str], environment: Mapping[str, str]) -> Session:
    """Return the session that the arguments ask for; wrong values are left for the command to complain about."""
    language = _option(arguments, "--lang")
    color = _option(arguments, "--color") or "auto"
    return Session(language if language in LANGUAGES else _language(environment), color)


def speak(language: str) -> None:
    """Let the texts of click itself be in `language`: it asks the standard gettext for them."""
    import gettext

    gettext.bindtextdomain("toc", str(LOCALE))
    gettext.textdomain("toc")
    os.environ["LANGUAGE"] = language


def _option(arguments: Sequence[str], name: str) -> str | None:
    for argument, following in pairwise([*arguments, ""]):
        if argument == "--":
            return None
        if argument == name:
            return following
        if argument.startswith(f"{name}="):
            return argument.partition("=")[2]
    return None


def _language(environment: Mapping[str, str]) -> str | None:
    """Return what GNU programs would speak: LANGUAGE lists languages by preference, unless the locale is neutral."""
    locale = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), "")
    if _stem(locale) in NEUTRAL:
        return None
    preferred = [*environment.get("LANGUAGE", "").split(":"), locale]
    return next((language for each in preferred if (language := _stem(each)) in LANGUAGES), None)


def _stem(locale: str) -> str:
    """Return the language of a locale such as `fr_CA.UTF-8` or `fr@euro`."""
    return re.split(r"[._@-]", locale)[0]
