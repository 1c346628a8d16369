"""A `toc preview` in a process of its own, as users have one."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from attrs import frozen
from command import NEUTRAL

PATIENCE = 30
# What is written, broken and mended while it is followed.
MODEL = """\
theory "School" { languages en }
vision school "Every pupil finishes school" { for pupils }
precondition trust "Parents feel at home at school" { of pupils }
strategy café "A café for parents" { by pupils }
actor pupils "Pupils and parents" { role decide }
café -> trust strong { because "People trust whom they know" }
trust => school { because "Pupils stay where their parents feel at home" }
"""


@frozen
class Running:
    """A preview that runs at `address`."""

    process: "subprocess.Popen[str]"
    address: str

    @property
    def port(self) -> str:
        """The port that it listens on."""
        found = re.search(r":(\d+)/$", self.address)
        assert found is not None
        return found[1]

    def end(self, by: signal.Signals = signal.SIGINT) -> int:
        """Send it a signal and return its exit status."""
        self.process.send_signal(by)
        return self.process.wait(PATIENCE)


@contextmanager
def running(path: Path, *arguments: str) -> Iterator[Running]:
    """Run `toc preview` for `path` until the end of the block."""
    # Shells let what they run in the background ignore Ctrl-C, and whatever that starts would ignore it, too.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [sys.executable, "-m", "toc", "preview", path.name, "--no-open", *arguments],
        cwd=path.parent,
        env={**os.environ, **NEUTRAL},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        try:
            yield Running(process, process.stdout.readline().strip())
        finally:
            process.kill()
