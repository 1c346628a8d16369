"""Whatever is typed, opened, closed, renamed or deleted: the server knows what a check would know."""

import shutil
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from toc.analysis import Analysis, analyse_workspace
from toc.config import Settings
from toc.diagnostics import Diagnostic
from toc.lsp.feature import CHECKED, FOUND, LATEST
from toc.lsp.projects import Project
from toc.model.elements import Key
from toc.open_workspace import open_workspace
from toc.workspace import BufferReader

TODAY = date(2026, 11, 1)
NAMES = ("a.toc", "b.toc", "c.toc")
START = """\
use "b.toc"
theory "T" { accept no-review because "soon" }
vision v "All read" { requires reading because "So it is" }
pathway p "Home" {
  strategy books "Book bags" { by school; effort low }
  books -> reading { because "At hand" }
}
outcome reading "They read" { in 2029; of school }
"""
ACTORS = 'actor school "The school" { sector institution }\n'
PIECES = st.sampled_from(
    [
        '"',
        "{",
        "}",
        "\n",
        " ",
        "#",
        ";",
        ",",
        "&",
        "é",
        "x",
        "0",
        "reading",
        "school",
        "because",
        "->",
        "=>",
        "@fr",
        'accept no-review because "x"',
        'outcome x "X"',
        "reading -> v",
        "school",
        '"""',
        "requires books",
        "%",
    ]
)


class Typing(RuleBasedStateMachine):
    """Two or three files that use each other, on the disk and in an editor."""

    @initialize()
    def begin(self) -> None:
        """Write the files and open the first."""
        self.root = Path(tempfile.mkdtemp(prefix="toc-typing-"))
        (self.root / "toc.toml").write_text("", "utf-8")
        (self.root / "a.toc").write_text(START, "utf-8")
        (self.root / "b.toc").write_text(ACTORS, "utf-8")
        self.project = Project(self.root, TODAY)
        self.open("a.toc")

    def teardown(self) -> None:
        """Take the files away."""
        if hasattr(self, "root"):
            shutil.rmtree(self.root)

    @rule(name=st.sampled_from(NAMES))
    def open(self, name: str) -> None:
        """Open a file as it is on the disk."""
        file = self.root / name
        if file.is_file():
            self.project.put(name, file.as_uri(), file.read_text("utf-8"))

    @rule(at=st.floats(0, 1), length=st.integers(0, 9), piece=PIECES | st.just(""))
    def type(self, at: float, length: int, piece: str) -> None:
        """Put a piece in the place of some characters of an open file."""
        if self.project.buffers:
            name = min(self.project.buffers)
            text = self.project.buffers[name]
            start = int(at * len(text))
            self.project.put(name, (self.root / name).as_uri(), text[:start] + piece + text[start + length :])

    @rule(line=st.floats(0, 1), word=st.sampled_from(["x", "«y»", " é", "𝒳"]))
    def write_in_a_text(self, line: float, word: str) -> None:
        """Type inside quotes, where the quick way is taken."""
        if "a.toc" in self.project.buffers:
            text = self.project.buffers["a.toc"]
            at = text.find('"', int(line * len(text))) + 1
            self.project.put("a.toc", (self.root / "a.toc").as_uri(), text[:at] + word + text[at:])
            self.project.knows(FOUND)

    @rule(name=st.sampled_from(NAMES))
    def close(self, name: str) -> None:
        """Close a file without saving it."""
        self.project.drop(name)

    @rule(name=st.sampled_from(NAMES))
    def save(self, name: str) -> None:
        """Save an open file."""
        if name in self.project.buffers:
            (self.root / name).write_text(self.project.buffers[name], "utf-8")
            self.project.refresh()

    @rule(old=st.sampled_from(NAMES), new=st.sampled_from(NAMES))
    def rename(self, old: str, new: str) -> None:
        """Rename a file behind the editor's back; it is told."""
        if (self.root / old).is_file():
            (self.root / old).rename(self.root / new)
            self.project.refresh()

    @rule(name=st.sampled_from(NAMES))
    def delete(self, name: str) -> None:
        """Delete a file behind the editor's back; it is told."""
        (self.root / name).unlink(missing_ok=True)
        self.project.refresh()

    @invariant()
    def knows_what_a_check_knows(self) -> None:
        """What is told at once and what is told after a pause is what a check says of the same texts."""
        if not hasattr(self, "project"):
            return
        workspace = open_workspace(self.root)
        reader = BufferReader(workspace.reader, dict(self.project.buffers))
        if not self.project.snapshot.is_checked:
            by_reading = analyse_workspace(reader, Settings(select=(), today=TODAY))
            assert told(self.project.knows(FOUND)) == told(by_reading)
            assert named(self.project.knows(LATEST)) == named(by_reading)
        if len(self.project.buffers.get("a.toc", "")) % 3 == 0:
            by_rules = analyse_workspace(reader, Settings(today=TODAY))
            assert told(self.project.knows(CHECKED)) == told(by_rules)


def told(analyses: Sequence[Analysis]) -> list[tuple[object, ...]]:
    """Return what is told, apart from fixes, in order."""
    found = (diagnostic for analysis in analyses for diagnostic in analysis.diagnostics)
    return sorted(set(map(_told, found)), key=str)


def named(analyses: Sequence[Analysis]) -> list[dict[Key, str]]:
    """Return what has a name in each theory, with its kind."""
    theories = [analysis.theory for analysis in analyses]
    return [{key: one.kind for key, one in theory.elements.items() if one.named} for theory in theories]


def _told(diagnostic: Diagnostic) -> tuple[object, ...]:
    origin = diagnostic.origin
    return (origin.file, origin.start, origin.end, diagnostic.rule.code, str(diagnostic.message))


TestTyping = Typing.TestCase
"""Any story of typing."""
# A story is long: a third as many as other laws have examples.
TestTyping.settings = settings(max_examples=settings().max_examples // 3, stateful_step_count=25)
