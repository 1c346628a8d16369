"""`toc preview` as a process: its address, its port, its end, and what it says where it cannot start."""

import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from command import toc
from preview.running import running

MODEL = 'vision school "Every pupil finishes school" { for pupils }\nactor pupils "Pupils"\n'


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """Return a model in a folder of its own."""
    file = tmp_path / "model.toc"
    file.write_text(MODEL, "utf-8")
    return file


@pytest.mark.parametrize(("by", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, -signal.SIGTERM)])
def test_it_ends_when_told_to(model: Path, by: signal.Signals, status: int) -> None:
    """Ctrl-C ends it at once, with the status of an interrupted command and without a word of trouble."""
    with running(model) as preview:
        assert preview.address.startswith("http://127.0.0.1:")
        assert preview.end(by) == status
        assert preview.process.stdout is not None
        assert preview.process.stderr is not None
        assert preview.process.stdout.read() == ""
        assert preview.process.stderr.read().strip() == "model.toc is shown here until Ctrl-C ends it:"


def test_ctrl_c_while_it_starts(model: Path) -> None:
    """Its address is told when it is served; ended before that, it says nothing, not even Python's warnings."""
    program = (
        "import sys, uvicorn\n"
        "def interrupt(*_): raise KeyboardInterrupt\n"
        "uvicorn.Config.get_loop_factory = interrupt\n"
        "from toc.__main__ import main; sys.exit(main(['preview', 'model.toc', '--no-open']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=model.parent, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout, done.stderr.strip()) == (130, "", "")


def test_a_port_that_is_taken(model: Path) -> None:
    """Another program on the port is said in a sentence, with what to do."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = toc("preview", "model.toc", "--no-open", "--port", str(port), folder=model.parent)

    assert (done.status, done.out) == (2, "")
    assert done.err == (
        f"toc: port {port} is taken by another program\n  hint: leave out `--port` for one that is free\n"
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("-", "standard input cannot be followed"),
        ("missing.toc", "there is no such file"),
        ("empty", "there is no `.toc` file in this folder"),
        ("model.toc --view wall", "there is no view `wall`"),
        ("model.toc --theme pink", "there is no theme `pink`"),
        ("model.toc --port 70000", "70000 is not in the range"),
        (".", "there are several models here"),
    ],
)
def test_what_cannot_be_shown(model: Path, line: str, said: str) -> None:
    """What there is no page of is told at once, with status 2."""
    (model.parent / "empty").mkdir()
    model.with_name("other.toc").write_text(MODEL, "utf-8")
    done = toc("preview", "--no-open", *line.split(), folder=model.parent)

    assert (done.status, done.out, said in done.err) == (2, "", True)


def test_without_the_extra(model: Path) -> None:
    """Where what it needs is not installed, the command says what to install."""
    program = (
        "import sys; sys.modules['watchfiles'] = None\n"
        "from toc.__main__ import main; sys.exit(main(['preview', 'model.toc', '--no-open']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=model.parent, capture_output=True, text=True, check=False
    )

    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == "  hint: install it: pip install 'toc-lang[preview]'"
