"""Runs the command `toc`: in this process, which is quick, or in one of its own, as users do."""

import io
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager
from pathlib import Path

from attrs import frozen

from toc.__main__ import main

NEUTRAL = {"LANG": "C.UTF-8", "LC_ALL": "", "LC_MESSAGES": "", "LANGUAGE": "", "NO_COLOR": "", "COLUMNS": "100"}


@frozen
class Done:
    """How a command ended and what it wrote."""

    status: int
    out: str
    err: str


def toc(
    *arguments: str | Path, folder: Path, stdin: str | bytes = b"", environment: Mapping[str, str] | None = None
) -> Done:
    """Run `toc` in this process, in `folder`, and return what came of it."""
    content = stdin.encode() if isinstance(stdin, str) else stdin
    with chdir(folder), _environment({**NEUTRAL, **(environment or {})}), _streams(content) as (out, err):
        status = main([str(argument) for argument in arguments])
        sys.stdout.flush()
        sys.stderr.flush()
        return Done(status, out.getvalue().decode("utf-8"), err.getvalue().decode("utf-8"))


def toc_process(
    *arguments: str | Path, folder: Path, stdin: str | bytes = b"", environment: Mapping[str, str] | None = None
) -> Done:
    """Run `toc` in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "toc", *map(str, arguments)],
        cwd=folder,
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        env={**os.environ, **NEUTRAL, **(environment or {})},
        capture_output=True,
        check=False,
    )
    return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


@contextmanager
def _environment(values: Mapping[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(values)
    # Their mere presence would count.
    for name in ("NO_COLOR", "TOC_DEBUG"):
        if not values.get(name):
            os.environ.pop(name, None)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


@contextmanager
def _streams(content: bytes) -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    before = sys.stdin, sys.stdout, sys.stderr
    out, err = io.BytesIO(), io.BytesIO()
    sys.stdin = io.TextIOWrapper(io.BytesIO(content), "utf-8")
    sys.stdout, sys.stderr = io.TextIOWrapper(out, "utf-8"), io.TextIOWrapper(err, "utf-8")
    try:
        yield out, err
    finally:
        sys.stdin, sys.stdout, sys.stderr = before
