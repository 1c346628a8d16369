"""The exit status tells the truth: 0 clean, 1 findings, 2 trouble, 130 interrupted; trouble wins over findings."""

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from command import NEUTRAL, toc

CLEAN = """\
theory "School" { issue "Pupils leave"; context "A portrait"; review every year from 2099-01-15 }
vision school "Every pupil finishes school" { for pupils }
precondition trust "Parents feel at home at school" {
  of pupils
  indicator "Share of parents at meetings" {
    baseline 31 % in 2025
    target 70 % in 2029
    source "Register"
    collected by pupils
  }
}
strategy café "A café for parents" { by pupils }
actor pupils "Pupils and parents" { role decide }
café -> trust strong { because "People trust whom they know"; evidence study "Report 2024" }
trust => school { because "Pupils stay where their parents feel at home" }
risk "Parents who work late stay away" { on trust }
"""
WARNED = CLEAN.replace('issue "Pupils leave"; ', "")
WRONG = CLEAN + "nobody -> school\n"
UNSOUND = CLEAN + "{\n"
FILES = {
    "clean.toc": CLEAN.encode(),
    "warned.toc": WARNED.encode(),
    "wrong.toc": WRONG.encode(),
    "unsound.toc": UNSOUND.encode(),
    "untidy.toc": CLEAN.replace("strategy", "strategy  ").encode(),
    "latin.toc": CLEAN.encode("latin-1"),
    "wide.toc": CLEAN.encode("utf-16"),
    "nul.toc": b"vision\0",
    "empty/notes.txt": b"",
    "misconfigured/toc.toml": b"mian = 1\n",
    "misconfigured/m.toc": CLEAN.encode(),
    "ruled/toc.toml": b"[rules]\nignore = ['dead-ends']\n",
    "ruled/m.toc": CLEAN.encode(),
    "unreadable/toc.toml": "main = 'é.toc'".encode("latin-1"),
    "unreadable/m.toc": CLEAN.encode(),
    "several/a.toc": CLEAN.encode(),
    "several/b.toc": CLEAN.encode(),
    "model.json": b"{}",
}
STATUS: Sequence[tuple[str, int]] = [
    ("--version", 0),
    ("--help", 0),
    ("check --help", 0),
    ("", 2),
    ("chek clean.toc", 2),
    ("check --strct clean.toc", 2),
    ("--lang de check clean.toc", 2),
    ("check clean.toc", 0),
    ("check --format json clean.toc", 0),
    ("check --lang fr clean.toc", 0),
    ("check warned.toc", 0),
    ("check --strict warned.toc", 1),
    ("check --strict clean.toc", 0),
    ("check wrong.toc", 1),
    ("check --format json wrong.toc", 1),
    ("check unsound.toc", 1),
    ("check missing.toc", 2),
    ("check --format json missing.toc", 2),
    ("check wrong.toc missing.toc", 2),
    ("check latin.toc", 2),
    ("check wide.toc", 2),
    ("check nul.toc", 2),
    ("check large.toc", 2),
    ("check empty", 2),
    ("check missing/", 2),
    ("check misconfigured", 2),
    ("check --no-config misconfigured", 0),
    ("check ruled", 2),
    ("check unreadable", 2),
    ("check several", 0),
    ("check --format xml clean.toc", 2),
    ("check --select dead-ends clean.toc", 2),
    ("check --ignore TOC2 clean.toc", 0),
    ("check --profile aco clean.toc", 2),
    ("check --profile ci clean.toc", 0),
    ("check --today tomorrow clean.toc", 2),
    ("check --today 2030-06-15 clean.toc", 0),
    ("check -o report.txt clean.toc", 0),
    ("check -o nowhere/report.txt clean.toc", 2),
    ("check -o . clean.toc", 2),
    ("fmt --check clean.toc", 0),
    ("fmt --check untidy.toc", 1),
    ("fmt --diff untidy.toc", 0),
    ("fmt --check --diff untidy.toc", 1),
    ("fmt clean.toc", 0),
    ("fmt unsound.toc", 1),
    ("fmt missing.toc", 2),
    ("fmt latin.toc", 2),
    ("fmt empty", 2),
    ("render clean.toc", 0),
    ("render warned.toc", 0),
    ("render wrong.toc", 1),
    ("render --force wrong.toc", 0),
    ("render missing.toc", 2),
    ("render --force missing.toc", 2),
    ("render several", 2),
    ("render -f gif clean.toc", 2),
    ("render -o picture.gif clean.toc", 2),
    ("render -o nowhere/picture.svg clean.toc", 2),
    ("render --view wall clean.toc", 2),
    ("render --all-views clean.toc", 0),
    ("render --theme pink clean.toc", 2),
    ("render --direction sideways clean.toc", 2),
    ("render --engine cloud clean.toc", 2),
    ("export clean.toc", 0),
    ("export wrong.toc", 1),
    ("export -f svg clean.toc", 2),
    ("export missing.toc", 2),
    ("import model.json", 2),
    ("import missing.json", 2),
    ("import clean.toc", 2),
    ("import latin.toc --from json", 2),
    ("import model.json -o clean.toc", 2),
    ("new fresh", 0),
    ("new fresh --lang es", 2),
    ("new clean.toc", 2),
    ("new fresh --ci github", 0),
    ("new fresh --ci jenkins", 2),
    ("new . --ci gitlab", 0),
    ("report", 2),
    ("report readiness clean.toc", 0),
    ("report readiness --public --format md clean.toc", 0),
    ("report readiness wrong.toc", 1),
    ("report readiness unsound.toc", 1),
    ("report readiness missing.toc", 2),
    ("report readiness several", 2),
    ("report readiness -f svg clean.toc", 2),
    ("report readiness -o nowhere/report.md clean.toc", 2),
    ("report readiness", 2),
    ("report leverage clean.toc", 2),
    ("rules", 0),
    ("rules dead-end", 0),
    ("rules TOC202", 0),
    ("rules dead-ends", 2),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with good and bad files."""
    for name, content in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    return tmp_path


@pytest.mark.parametrize(("line", "status"), STATUS, ids=[line or "(nothing)" for line, _status in STATUS])
def test_the_exit_status_of_a_command(folder: Path, line: str, status: int) -> None:
    """Each command ends with its status, never with a traceback, and leaves no half-written file behind."""
    if "large.toc" in line:
        (folder / "large.toc").write_bytes(b"# " + b"x" * 20_000_000)
    done = toc(*line.split(), folder=folder)

    assert done.status == status
    assert "Traceback" not in done.err
    assert "fault in toc" not in done.err
    assert [path.name for path in folder.rglob(".toc-*")] == []
    assert status == 0 or (done.out + done.err).strip()


@pytest.mark.parametrize("name", ["unsound.toc", "latin.toc"])
def test_what_cannot_be_laid_out_is_left_alone(folder: Path, name: str) -> None:
    """A file that is refused stays as it is, byte by byte."""
    toc("fmt", name, folder=folder)

    assert (folder / name).read_bytes() == FILES[name]


FULL = Path("/dev/full")
has_full_disk = pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")


@has_full_disk
@pytest.mark.parametrize("line", ["check wrong.toc -o /dev/full", "render clean.toc -o /dev/full --format svg"])
def test_a_full_disk_is_trouble(folder: Path, line: str) -> None:
    """Where the output takes nothing more, that is said in a sentence and the status is 2."""
    done = toc(*line.split(), folder=folder)

    assert (done.status, done.err.strip().split("\n")[0]) == (2, "toc: `/dev/full` cannot be written: the disk is full")


@has_full_disk
@pytest.mark.parametrize("line", ["check wrong.toc", "--version", "--help", "rules"])
def test_full_standard_output_is_trouble(folder: Path, line: str) -> None:
    """Where standard output takes nothing more, the status is 2 and Python says nothing of its own."""
    with FULL.open("wb") as full:
        command = [sys.executable, "-W", "ignore", "-m", "toc", *line.split()]
        done = subprocess.run(command, cwd=folder, stdout=full, stderr=subprocess.PIPE, env=_environment(), check=False)

    assert done.returncode == 2
    assert done.stderr.decode().startswith("toc: standard output cannot be written to: the disk is full")
    assert len(done.stderr.decode().strip().split("\n")) == 1


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "you are not allowed to write there"),
        (errno.EROFS, "the disk can only be read"),
    ],
)
def test_a_write_that_fails_leaves_what_was_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch, code: int, reason: str
) -> None:
    """A write that fails half-way leaves the old file whole, nothing beside it, and says why."""

    def fail(_handle: int) -> None:
        raise OSError(code, os.strerror(code))

    (folder / "report.txt").write_text("old")
    monkeypatch.setattr(os, "fsync", fail)
    done = toc("check", "wrong.toc", "-o", "report.txt", folder=folder)

    assert (done.status, done.err.strip()) == (2, f"toc: `report.txt` cannot be written: {reason}")
    assert (folder / "report.txt").read_text() == "old"
    assert list(folder.glob(".toc-*")) == []


def test_an_interrupted_write_leaves_what_was_there(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C during a write ends with 130, leaves the old file whole and nothing beside it."""

    def interrupt(_handle: int) -> None:
        raise KeyboardInterrupt

    before = (folder / "untidy.toc").read_bytes()
    monkeypatch.setattr(os, "fsync", interrupt)
    done = toc("fmt", "untidy.toc", folder=folder)

    assert done.status == 130
    assert (folder / "untidy.toc").read_bytes() == before
    assert list(folder.glob(".toc-*")) == []


def test_a_read_only_file_is_not_replaced(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be written stays as it is, though its folder may be written."""
    before = (folder / "untidy.toc").read_bytes()
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    done = toc("fmt", "untidy.toc", folder=folder)

    assert (done.status, before) == (2, (folder / "untidy.toc").read_bytes())
    assert "you are not allowed to write there" in done.err


def test_a_file_keeps_its_mode_and_its_links(folder: Path) -> None:
    """What is rewritten keeps its mode, and a symbolic link still leads to it."""
    (folder / "untidy.toc").chmod(0o640)
    (folder / "link.toc").symlink_to("untidy.toc")
    done = toc("fmt", "link.toc", folder=folder)

    assert done.status == 0
    assert (folder / "link.toc").is_symlink()
    assert (folder / "untidy.toc").stat().st_mode & 0o777 == 0o640
    assert (folder / "untidy.toc").read_bytes() == FILES["clean.toc"]


def test_ctrl_c_before_a_command_begins(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever gives up at once sees no traceback either."""

    def interrupt(_arguments: Sequence[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("toc.cli.shell.application.run", interrupt)
    done = toc("check", "clean.toc", folder=folder)

    assert (done.status, done.out, done.err) == (130, "", "")


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent in another way there")
def test_ctrl_c_ends_with_130(folder: Path) -> None:
    """A command that is interrupted while it waits ends with 130 and says nothing."""
    command = [sys.executable, "-W", "ignore", "-m", "toc", "check", "-"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=folder, stdin=pipe, stdout=pipe, stderr=pipe, env=_environment()) as process:
        _wait_until_reading(process)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)

    assert (process.returncode, out, err.strip()) == (130, b"", b"")


def test_a_closed_pipe_is_silent(folder: Path) -> None:
    """Where nobody reads on, nothing is complained about, and the status says what was found."""
    many = "\n".join(f"nobody{number} -> school" for number in range(3000))
    (folder / "many.toc").write_text(CLEAN + many, "utf-8")
    command = [sys.executable, "-W", "ignore", "-m", "toc", "check", "many.toc"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=folder, stdout=pipe, stderr=pipe, env=_environment()) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(1)
        process.stdout.close()
        err = process.stderr.read().decode()

    assert (process.returncode, err.strip()) == (1, "3000 errors in 1 file")


def test_a_fault_of_toc_itself_is_one_line(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault in toc ends with status 2 and asks for a report; a traceback is shown only where it was asked for."""
    monkeypatch.setattr("toc.analysis.parse", _stumble)
    done = toc("check", "clean.toc", folder=folder)

    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert "please report it" in done.err
    assert "ZeroDivisionError: division by zero" in done.err
    with pytest.raises(ZeroDivisionError):
        toc("check", "clean.toc", folder=folder, environment={"TOC_DEBUG": "1"})


@pytest.mark.parametrize(
    "text", ["", "# only a comment", "\ufeff" + CLEAN, CLEAN.replace("\n", "\r\n"), CLEAN.rstrip()]
)
def test_unusual_texts_are_read(folder: Path, text: str) -> None:
    """An empty file, one of comments, with a byte order mark, with CR LF, without a last newline: all are read."""
    (folder / "unusual.toc").write_bytes(text.encode())
    done = toc("check", "unusual.toc", folder=folder)

    assert done.status == (0 if "vision" in text else 1)
    assert ("nothing to report" in done.err) == ("vision" in text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("}\n", "syntax-error"),
        ("outcome o " + "{" * 300 + "}" * 300, "nested-too-deeply"),
        ('outcome o "' + "x" * 1_000_000, "unterminated-text"),
        ('strategy s "S" { effort 0,4 }', "malformed-value"),
        ('strategy s "S" { effort 30 000 € }', "malformed-value"),
        ('outcome o "Safe \u202e gnihton"', "hidden-characters"),
        ('use "../../../etc/passwd"', "unknown-module"),
    ],
)
def test_bad_texts_are_told_in_few_lines(folder: Path, text: str, said: str) -> None:
    """Whatever a file holds, what is wrong is said in lines of a length that can be read, and nothing breaks."""
    (folder / "bad.toc").write_text(text, "utf-8")
    done = toc("check", "bad.toc", folder=folder)

    assert done.status == 1
    assert f"{said}:" in done.out
    assert max(map(len, done.out.split("\n"))) <= 210
    assert "\u202e" not in done.out
    assert "root:" not in done.out


def test_typographic_quotes_are_quotes(folder: Path) -> None:
    """Texts in « » and “ ” are read as those in straight quotes."""
    (folder / "quotes.toc").write_text(CLEAN.replace('"School"', "« School »").replace('"A portrait"', "“A portrait”"))

    assert toc("check", "quotes.toc", folder=folder).status == 0


def _environment() -> dict[str, str]:
    return {**os.environ, **NEUTRAL}


def _stumble(_source: object) -> None:
    raise ZeroDivisionError("division by zero")


def _wait_until_reading(process: subprocess.Popen[bytes]) -> None:
    # It sleeps in `read` once everything is imported: its processor time stands still.
    stat = Path(f"/proc/{process.pid}/stat")
    if not stat.exists():
        time.sleep(2)
        return
    spent: Callable[[], str] = lambda: stat.read_text().rpartition(")")[2].split()[11]  # noqa: E731
    before = ""
    while (now := spent()) != before or now == "0":
        before = now
        time.sleep(0.3)
