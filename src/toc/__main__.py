"""The command `toc`, also as `python -m toc`."""

import sys
from collections.abc import Sequence

from toc import __version__


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with `arguments` (those of the process where none are given) and return its exit status."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if list(arguments) == ["--version"]:
        # Asked for by scripts at each start, so answered before anything is imported.
        try:
            print(f"toc {__version__}", flush=True)  # noqa: T201 - the shell's printing is not imported yet
            return 0
        except OSError:
            pass
    from toc.cli.shell.application import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
