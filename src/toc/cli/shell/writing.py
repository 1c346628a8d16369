"""Files are written in whole or not at all."""

import os
import stat
from pathlib import Path

from toc.cli.shell.failure import Failure
from toc.cli.shell.printing import emit, write_reason
from toc.messages import _

STANDARD = "-"


def write_output(content: str | bytes, output: str | None) -> None:
    """Write a result to the file `output`, or to standard output where none is named; raises Failure."""
    if output is None or output == STANDARD:
        emit(content)
    else:
        write_whole(Path(output), content)


def write_whole(path: Path, content: str | bytes) -> None:
    """Write `content` beside `path`, then give it that name; raises Failure, and leaves what was there as it was.

    The mode of a file that was there is kept, and a symbolic link still leads to it.
    """
    target = Path(os.path.realpath(path))
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(data)
        else:
            _replace(target, data)
    except OSError as error:
        raise Failure(_("`{path}` cannot be written: {reason}", path=str(path), reason=write_reason(error))) from error


def _replace(target: Path, data: bytes) -> None:
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
    if mode is not None and not os.access(target, os.W_OK):
        raise PermissionError(13, os.strerror(13))
    temporary = target.with_name(f".toc-{os.urandom(8).hex()}")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            temporary.chmod(mode)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def refuse_overwriting(output: str | None) -> None:
    """Raise Failure where a file that somebody may have written stands at `output`."""
    if output is not None and output != STANDARD and Path(output).exists():
        raise Failure(_("`{path}` is there already", path=output), _("give another name, or move the file away first"))
