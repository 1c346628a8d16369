"""How the command behaves in front of a terminal."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
from command import NEUTRAL

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

import fcntl
import struct
import termios

MODEL = 'vision v "Vision" { for nobody }\n'


def in_terminal(
    *arguments: str, folder: Path, columns: int = 60, environment: Mapping[str, str] = MappingProxyType({})
) -> tuple[int, str]:
    """Run `toc` with a terminal of that width as its standard output and return its status and what was shown."""
    outer, inner = os.openpty()
    fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    command = [sys.executable, "-W", "ignore", "-m", "toc", *arguments]
    variables = {**os.environ, **NEUTRAL, "TERM": "xterm", **environment}
    for name in ("COLUMNS", "NO_COLOR"):
        if name not in environment:
            del variables[name]
    with subprocess.Popen(command, cwd=folder, stdout=inner, stderr=subprocess.STDOUT, env=variables) as process:
        os.close(inner)
        shown = b""
        while chunk := _read(outer):
            shown += chunk
    os.close(outer)
    return process.returncode, shown.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:
        # The other end is closed.
        return b""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one model, which names nobody."""
    (tmp_path / "m.toc").write_text(MODEL, "utf-8")
    return tmp_path


def test_a_terminal_gets_colours_and_lines_of_its_width(folder: Path) -> None:
    """In a terminal the report is coloured, fits, and ends with the count."""
    status, shown = in_terminal("check", "m.toc", folder=folder)
    plain = re.sub(r"\x1b\[[\d;]*m", "", shown)

    assert status == 1
    assert "\x1b[1;31merror[TOC101]\x1b[0m" in shown
    assert max(map(len, plain.split("\n"))) <= 60
    assert plain.endswith("1 error in 1 file\n")


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_can_be_spared_colours(folder: Path, environment: dict[str, str]) -> None:
    """NO_COLOR and a terminal without colours are respected."""
    assert "\x1b[" not in in_terminal("check", "m.toc", folder=folder, environment=environment)[1]


def test_a_picture_of_pixels_is_not_thrown_at_a_terminal(folder: Path) -> None:
    """PNG goes to a file or a pipe; a terminal is told so."""
    status, shown = in_terminal("render", "m.toc", "--force", "-f", "png", folder=folder, columns=200)

    assert status == 2
    assert shown == "toc: a picture in this format cannot be shown here\n  hint: give it a file: `-o picture.png`\n"


def test_the_rule_book_is_cut_to_the_terminal(folder: Path) -> None:
    """In a terminal each rule takes one line."""
    lines = in_terminal("rules", folder=folder, columns=70)[1].strip().split("\n")

    assert max(map(len, lines)) == 70
    assert lines[0].startswith("TOC001  syntax-error ")
