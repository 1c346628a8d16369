"""A Neovim without a screen that tells a story written in Lua, and answers."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PLUGIN = HERE.parents[1] / "editors" / "neovim"
OLDEST = (0, 7)


def missing() -> str | None:
    """Return why no story can be told here; None where one can."""
    program = shutil.which("nvim")
    if program is None:
        return "nvim is not installed: apt-get install neovim"
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.split()[1]
    version = tuple(int(part) for part in said.lstrip("v").split("-")[0].split(".")[:2])
    return None if version >= OLDEST else f"Neovim {said} is older than 0.7"


def told(story: str, folder: Path, file: str, **settings: Any) -> Any:
    """Return the answer of a story told in `folder`, where `file` is opened; `settings` go into `g:toc`.

    Nothing of whoever runs the tests is read or written.
    """
    answer = folder.parent / f"{folder.name}.{story}.json"
    home = folder.parent / f"{folder.name}.home"
    home.mkdir(exist_ok=True)
    wanted = {"command": [sys.executable, "-m", "toc"], "language": "en", **settings}
    kept = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    done = subprocess.run(
        [
            "nvim",
            "--clean",
            "--headless",
            "-n",
            *("--cmd", f"set runtimepath^={PLUGIN} | let g:toc = json_decode($TOC_SETTINGS)"),
            *("--cmd", f"lua package.path = '{HERE}/?.lua;' .. package.path"),
            file,
            *("-c", f"luafile {HERE / 'stories' / story}.lua"),
        ],
        cwd=folder,
        env={**os.environ, **kept, "TOC_ANSWER": str(answer), "TOC_SETTINGS": json.dumps(wanted), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert answer.is_file(), done.stdout + done.stderr
    found = json.loads(answer.read_text("utf-8"))
    assert not (isinstance(found, dict) and "wrong" in found), found["wrong"]
    return found
