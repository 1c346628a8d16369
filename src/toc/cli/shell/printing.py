"""Printing: results to standard output, progress and trouble to standard error; both may be closed or full."""

import os
import sys
from typing import TextIO

from toc.cli.shell.failure import Failure
from toc.messages import Message, _, show


def prepare_streams() -> None:
    """Let both streams write UTF-8, a stand-in for what a console cannot show, and line endings as they are given."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            encoding = stream.encoding if stream.isatty() else "utf-8"
            reconfigure(encoding=encoding, errors="replace", newline="")


def emit(content: str | bytes) -> None:
    """Write a result to standard output; raises Failure where it cannot take it. A closed pipe is no failure."""
    try:
        if isinstance(content, bytes):
            sys.stdout.flush()
            sys.stdout.buffer.write(content)
            sys.stdout.buffer.flush()
        else:
            sys.stdout.write(content)
            sys.stdout.flush()
    except BrokenPipeError:
        _abandon(sys.stdout)
    except OSError as error:
        raise no_output(error) from error


def no_output(error: OSError) -> Failure:
    """Return why standard output takes nothing more; what is left for it goes nowhere."""
    _abandon(sys.stdout)
    return Failure(_("standard output cannot be written to: {reason}", reason=write_reason(error)))


def tell(message: Message, language: str) -> None:
    """Write a line about what is going on to standard error."""
    tell_text(show(message, language) + "\n")


def tell_text(text: str) -> None:
    """Write `text` to standard error; nobody listening is no failure."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        _abandon(sys.stderr)


def tell_failure(failure: Failure, language: str) -> None:
    """Write why a command stopped to standard error."""
    tell(_("toc: {message}", message=failure.message), language)
    if failure.hint:
        tell(_("  hint: {text}", text=failure.hint), language)


def write_reason(error: OSError) -> Message | str:
    """Return why something could not be written, in the words of people."""
    import errno

    reasons = {
        getattr(errno, "EDQUOT", -1): _("your share of the disk is full"),
        errno.ENOSPC: _("the disk is full"),
        errno.EACCES: _("you are not allowed to write there"),
        errno.EPERM: _("you are not allowed to write there"),
        errno.EROFS: _("the disk can only be read"),
        errno.ENOENT: _("the folder does not exist"),
        errno.ENOTDIR: _("the folder does not exist"),
        errno.EISDIR: _("a folder has this name"),
    }
    return reasons.get(error.errno or 0, error.strerror or str(error))


def _abandon(stream: TextIO) -> None:
    # What is still buffered would fail again, loudly, when Python ends: let it go nowhere.
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        return
