"""Measures what typing costs: a language server is spoken to over its pipes, as an editor does.

Figures are CPU seconds of the whole server between a message and its answer, on a system that counts them for each
thread as it runs (Linux); a server that waits costs nothing, and a busy machine changes little.
"""

import json
import re
import statistics
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any

from rows import Row, milliseconds

# Figures for each of these many edits, by the size of the model, and for each of these many starts.
EDITS, STARTS = {300: 40, 3000: 20}, 7
LINES = {300: "1,000 lines", 3000: "10,000 lines"}
AT_ONCE = {300: 0.050, 3000: 0.120}
RULES = {300: 0.3, 3000: 1.5}
START, COMPLETION = 1.0, 0.030
STORM, GROWTH = 10_000, 1.2
PEER = "textX behind pygls"
LABELLED = re.compile(r'^(?:outcome|precondition) \w+ "', re.MULTILINE)
LINKED = re.compile(r"^\w+ (?:->|=>) \w+", re.MULTILINE)
Place = dict[str, int]


@dataclass
class Costs:
    """CPU seconds of the same thing done several times."""

    seconds: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        """The figure in the middle."""
        return statistics.median(self.seconds)

    @property
    def high(self) -> float:
        """The figure that nineteen in twenty do not go beyond."""
        return sorted(self.seconds)[min(len(self.seconds) - 1, len(self.seconds) * 19 // 20)]

    def __str__(self) -> str:
        if len(self.seconds) < 20:
            return f"{milliseconds(self.median)}, n={len(self.seconds)}"
        return f"{milliseconds(self.median)}, p95 {milliseconds(self.high)}, n={len(self.seconds)}"


class Server:
    """A language server in a process of its own, spoken to as by an editor that is sent diagnostics."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        self.folder = folder
        self.process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.number = 0
        self.version = 0
        self.uri = ""

    def __enter__(self) -> "Server":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.process.kill()
        self.process.communicate()

    def begin(self) -> None:
        """Greet the server, as an editor that takes versions of diagnostics."""
        told = {"textDocument": {"publishDiagnostics": {"versionSupport": True}}}
        self.ask("initialize", {"processId": None, "rootUri": self.folder.as_uri(), "capabilities": told})
        self.tell("initialized", {})

    def open(self, file: str) -> str:
        """Open a file of the folder and wait until something is said about it; return its text."""
        path = self.folder / file
        self.uri, self.version = path.as_uri(), 1
        text = path.read_text("utf-8")
        document = {"uri": self.uri, "languageId": "toc", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        self.diagnostics()
        return text

    def edit(self, place: Place, text: str, length: int = 0) -> None:
        """Put a text in the place of some characters of a line."""
        self.version += 1
        end = {**place, "character": place["character"] + length}
        change = {"range": {"start": place, "end": end}, "text": text}
        document = {"uri": self.uri, "version": self.version}
        self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})

    def diagnostics(self) -> list[Any]:
        """Wait for the diagnostics of the present version and return them."""
        while True:
            message = self.read()
            params = message.get("params") or {}
            if message.get("method", "").endswith("publishDiagnostics") and params.get("version") == self.version:
                return list(params["diagnostics"])

    def ask(self, method: str, params: Mapping[str, Any]) -> Any:
        """Return the answer to a request."""
        self.number += 1
        self.write({"id": self.number, "method": method, "params": params})
        while True:
            message = self.read()
            if message.get("id") == self.number and "method" not in message:
                return message.get("result")

    def tell(self, method: str, params: Mapping[str, Any]) -> None:
        """Send what is not answered."""
        self.write({"method": method, "params": params})

    def write(self, message: Mapping[str, Any]) -> None:
        """Send a message."""
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def read(self) -> dict[str, Any]:
        """Return the next message; what the server asks is answered with nothing."""
        assert self.process.stdout is not None
        length = 0
        while line := self.process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        if not length:
            raise SystemExit("a language server ended while it was measured")
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        if "id" in message and "method" in message:
            self.write({"id": message["id"], "result": None})
        return message

    @property
    def cpu(self) -> float:
        """The CPU seconds of all threads of the process so far."""
        threads = Path(f"/proc/{self.process.pid}/task").glob("*/schedstat")
        return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9

    @property
    def memory(self) -> float:
        """The resident memory of the process, in megabytes."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024  # type: ignore[index] # Linux has this line

    def cost(self, act: Callable[[], object]) -> float:
        """Return the CPU seconds of the server while something is done that waits for it."""
        before = self.cpu
        act()
        return self.cpu - before


def editor_rows(binaries: Path, folder: Path, *, quick: bool) -> list[Row]:
    """Measure toc's server beside the smallest one that textX makes, on models that stand in `folder`."""
    if not Path("/proc/self/schedstat").exists():
        return []
    toc = [str(binaries / "toc"), "lsp"]
    textx = [str(binaries / "python"), str(Path(__file__).with_name("textx_server.py"))]
    return [*_rows(toc, textx, folder, quick=quick)]


def _rows(toc: Sequence[str], textx: Sequence[str], folder: Path, *, quick: bool) -> Iterator[Row]:
    start, peer_start = started(toc, folder), started([*textx, "names.tx"], folder)
    yield _row("`initialize` is answered", start, peer_start, PEER, START)
    for size, lines in LINES.items():
        at_once, names, declared, open_brace, rules, completion = typed(toc, folder, size)
        reading = peer_typed([*textx, "reading.tx"], folder, size, EDITS[size] // 2)
        peer = f"{PEER}, no names looked up"
        yield _row(f"edit of a text to its diagnostics, {lines}", at_once, reading, peer, AT_ONCE[size])
        yield _row(f"edit of a name to its diagnostics, {lines}", names, reading, peer, AT_ONCE[size])
        yield _row(f"a new line that declares a name, {lines}", declared, reading, peer, AT_ONCE[size])
        yield _row(f"a brace that nothing closes, {lines}", open_brace, reading, peer, AT_ONCE[size])
        yield _row(f"all other rules after a pause, {lines}", rules, None, "", RULES[size])
        yield _row(f"completion right after an edit, {lines}", completion, None, "", COMPLETION)
        if size == min(LINES):
            looking = peer_typed([*textx, "names.tx"], folder, size, 3)
            yield _row(f"edit of a name to its diagnostics, {lines}", names, looking, PEER)
    if not quick:
        opened, before, after = storm(toc, folder)
        ratio = after / opened
        what = f"memory after {STORM:,} edits, {LINES[300]}"
        told = f"{opened:.0f} MB when opened, {before:.0f} MB after the first {STORM // 10:,}"
        yield Row(what, f"{after:.0f} MB", told, f"{ratio:.2f}", f"≤ {GROWTH:g}", ratio <= GROWTH)


def _row(what: str, own: Costs, peer: Costs | None, name: str, budget: float | None = None) -> Row:
    allowed = f"≤ {milliseconds(budget)}, p95 ≤ {milliseconds(2 * budget)}" if budget else ""
    if budget and len(own.seconds) < 20:
        allowed = f"≤ {milliseconds(budget)}"
    holds = own.median <= budget and own.high <= 2 * budget if budget else None
    ratio = f"{own.median / peer.median:.2f}" if peer else ""
    return Row(what, str(own), f"{name} {peer}" if peer else "", ratio, allowed, holds)


def started(command: Sequence[str], folder: Path) -> Costs:
    """Return what it costs until a fresh server has answered the first request."""
    found = Costs()
    for _turn in range(STARTS):
        with Server(command, folder) as server:
            server.begin()
            found.seconds.append(server.cpu)
    return found


def typed(command: Sequence[str], folder: Path, size: int) -> tuple[Costs, Costs, Costs, Costs, Costs, Costs]:
    """Return what edits cost until their diagnostics come, the rules after, and completions.

    A letter is typed into a label at places all over the file; a name in a link is misspelt and mended; a line that
    declares something is put before the link and taken away, then a brace; completion is asked for at the name, right
    behind an edit. Of each edit the rules are waited for.
    """
    texts, names, declared, braces, rules, completions = Costs(), Costs(), Costs(), Costs(), Costs(), Costs()
    with Server(command, folder) as server:
        server.begin()
        text = server.open(f"{size}.toc")
        server.diagnostics()
        labels = _spread([found.end() for found in LABELLED.finditer(text)], EDITS[size])
        links = _spread([found.start() for found in LINKED.finditer(text)], EDITS[size] // 2)
        for offset in labels:
            texts.seconds.append(server.cost(partial(_type, server, _place(text, offset), "x")))
            rules.seconds.append(server.cost(server.diagnostics))
            # Taken back, so that places stay what they are.
            _type(server, _place(text, offset), "", 1)
            server.diagnostics()
        for offset in links:
            place = _place(text, offset)
            for word, costs in (("zz", names), ('outcome zz "Z"; ', declared), ("{ ", braces)):
                for written, length in ((word, 0), ("", len(word))):
                    costs.seconds.append(server.cost(partial(_type, server, place, written, length)))
                    server.diagnostics()
            before = server.cpu
            server.edit(place, "z")
            at = {**place, "character": place["character"] + 1}
            server.ask("textDocument/completion", {"textDocument": {"uri": server.uri}, "position": at})
            completions.seconds.append(server.cpu - before)
            server.diagnostics()
            server.diagnostics()
            _type(server, place, "", 1)
            server.diagnostics()
    return texts, names, declared, braces, rules, completions


def peer_typed(command: Sequence[str], folder: Path, size: int, count: int) -> Costs:
    """Return what an edit costs until the peer's diagnostics come."""
    found = Costs()
    with Server(command, folder) as server:
        server.begin()
        text = server.open(f"{size}.model")
        labels = [found.start() + 1 for found in re.finditer('"', text)][::2]
        for offset in _spread(labels, count):
            found.seconds.append(server.cost(partial(_type, server, _place(text, offset), "x")))
            _type(server, _place(text, offset), "", 1)
    return found


def storm(command: Sequence[str], folder: Path) -> tuple[float, float, float]:
    """Return the memory of a server, in megabytes: with a file open, after a first tenth of many edits, and after all.

    Some edits are faults.
    """
    alone = folder / "alone"
    alone.mkdir()
    # The server reads the whole folder of a file: other models there would be counted, too.
    (alone / "model.toc").write_text((folder / f"{min(LINES)}.toc").read_text("utf-8"), "utf-8")
    with Server(command, alone) as server:
        server.begin()
        text = server.open("model.toc")
        server.diagnostics()
        opened = server.memory
        places = [_place(text, offset) for offset in _spread([*range(1, len(text) - 1)], STORM // 20)]
        signs = ["x", '"', "{", "}", " ", "\u00e9", "#", "0", ",", ";"]

        def type_all(count: int) -> float:
            for turn in range(count // 2):
                place, sign = places[turn % len(places)], signs[turn % len(signs)]
                server.edit(place, sign)
                server.edit(place, "", 1)
                if turn % 10 == 9:
                    server.diagnostics()
            # Now the rules come, too.
            server.diagnostics()
            return server.memory

        return opened, type_all(STORM // 10), type_all(STORM - STORM // 10)


def _type(server: Server, place: Place, text: str, length: int = 0) -> None:
    server.edit(place, text, length)
    server.diagnostics()


def _spread(offsets: Sequence[int], count: int) -> list[int]:
    """Return so many of the offsets, evenly spread."""
    return [offsets[(turn * len(offsets)) // count] for turn in range(min(count, len(offsets)))]


def _place(text: str, offset: int) -> Place:
    return {"line": text.count("\n", 0, offset), "character": offset - text.rfind("\n", 0, offset) - 1}
