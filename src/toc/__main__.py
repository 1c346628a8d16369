"""The command `toc`, also as `python -m toc`."""

import os
import sys
from collections.abc import Sequence

from toc import __version__


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with `arguments` (those of the process where none are given) and return its exit status."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if list(arguments) == ["--version"]:
        # Asked for by scripts at each start, so answered before anything is imported. Past Python's buffer: what could
        # not be written must not wait there, since the shell below tells of the failure.
        try:
            os.write(sys.stdout.fileno(), f"toc {__version__}\n".encode())
            return 0
        except (OSError, AttributeError):
            pass
    try:
        from toc.cli.shell.application import run

        return run(arguments)
    except KeyboardInterrupt:
        # Here, as the command is interrupted while it is loaded, too.
        from toc.cli.shell.status import INTERRUPTED

        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
