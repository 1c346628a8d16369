"""Graphviz, which is asked for places only: the executable that comes with toc, or that of the system.

It runs apart, with a limit of time and memory, on text made here alone, so that nothing in a model reaches it.
"""

import os
import sys
from functools import cache
from pathlib import Path

from toc.messages import Message, _

EMBEDDED, SYSTEM = "embedded", "system"
NAME = "graphviz-pure"
SECONDS = 20.0
MEMORY = 2 * 2**30


class EngineError(Exception):
    """The layout engine could not do its work; `message` says why, and what can be done."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)


def run(text: str, engine: str = EMBEDDED, *, seconds: float = SECONDS, memory: int = MEMORY) -> str:
    """Return what Graphviz makes of the DOT `text`, in its plain format.

    Raises `EngineError` where it is missing, fails, is killed, or takes more than `seconds` or `memory` bytes.
    """
    import subprocess

    command = [executable(engine), "-Kdot", "-Tplain"]
    limit = None if os.name == "nt" else lambda: _limit(memory)
    try:
        done = subprocess.run(
            command,
            input=text.encode(),
            capture_output=True,
            timeout=seconds,
            check=False,
            preexec_fn=limit,
        )
    except subprocess.TimeoutExpired:
        raise EngineError(_("the layout engine took more than {n} seconds and was stopped", n=seconds)) from None
    except OSError as error:
        problem = error.strerror or str(error)
        raise EngineError(_("the layout engine could not be started: {problem}", problem=problem)) from None
    if done.returncode < 0:
        raise EngineError(_("the layout engine was killed (signal {n})", n=-done.returncode))
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise EngineError(_("the layout engine failed: {problem}", problem=said[-1] if said else done.returncode))
    return done.stdout.decode()


def _limit(memory: int) -> None:
    import resource

    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (memory if hard == resource.RLIM_INFINITY else min(memory, hard), hard))


def executable(engine: str) -> str:
    """Return the path of the executable of `engine`, or raise `EngineError`."""
    import shutil

    found = shutil.which("dot") if engine == SYSTEM else _embedded()
    if found is None and engine == SYSTEM:
        raise EngineError(
            _("there is no `dot` on the path: install Graphviz, or leave out `{option}`", option="--engine system")
        )
    if found is None:
        raise EngineError(
            _(
                "the layout engine `{name}` is missing: install it again with `{command}`",
                name=NAME,
                command=f"pip install --force-reinstall {NAME}",
            )
        )
    return found


@cache
def _embedded() -> str | None:
    """By the record of the installed distribution, then beside Python's other scripts, then on the path."""
    import shutil
    import sysconfig

    name = f"{NAME}.exe" if os.name == "nt" else NAME
    scripts = Path(sysconfig.get_path("scripts")) / name
    recorded = _recorded(name)
    return next((str(path) for path in (recorded, scripts) if path and path.is_file()), None) or shutil.which(NAME)


def _recorded(name: str) -> Path | None:
    """The script that the distribution's own record names.

    The record is read as the file it is: `importlib.metadata` takes longer to load than the picture to draw.
    """
    for folder in map(Path, sys.path):
        for record in sorted(folder.glob(f"{NAME.replace('-', '_')}-*.dist-info/RECORD")):
            for line in record.read_text("utf-8").splitlines():
                path = line.split(",")[0]
                if Path(path).name == name:
                    return (folder / path).resolve()
    return None
