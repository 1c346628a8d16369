"""Reading the files of other programs."""

from pathlib import Path

from toc.cli.shell.failure import Failure
from toc.cli.shell.reading import STANDARD, standard_input
from toc.formats.format import Importer
from toc.messages import Message, _
from toc.model.theory import Theory
from toc.workspace import Unreadable, read_text


def imported(importer: Importer, file: str) -> Theory:
    """Return the theory in `file`, or on standard input for `-`; raises Failure."""
    try:
        text = standard_input() if file == STANDARD else read_text(Path(file))
    except Unreadable as error:
        raise Failure(_("`{path}` cannot be read: {reason}", path=file, reason=error.message), error.hint) from error
    try:
        theory: Theory = importer.read(text)
    except ValueError as error:
        reason = error.args[0] if error.args and isinstance(error.args[0], Message) else str(error)
        raise Failure(_("`{path}` holds no model: {reason}", path=file, reason=reason)) from error
    return theory
