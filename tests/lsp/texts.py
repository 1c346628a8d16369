"""Texts that features must stand: the models of all fixtures and examples, sound and broken."""

from functools import cache
from pathlib import Path

from toc.source import Source
from toc.syntax.parser import parse

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "tests" / "rules", ROOT / "examples", ROOT / "tests" / "golden")
FAULTS = ROOT / "tests" / "syntax" / "faults.txt"


@cache
def all_texts() -> tuple[str, ...]:
    """Return the text of every model that is kept as a fixture or an example, and every faulty one."""
    files = sorted({path for folder in FOLDERS for path in folder.rglob("*.toc") if path.is_file()})
    texts = [path.read_bytes().decode("utf-8", errors="replace") for path in files]
    parts = FAULTS.read_text("utf-8").split("\n\n")
    faults = ["\n".join(line for line in part.split("\n") if not line.startswith("= ")) for part in parts]
    return tuple(dict.fromkeys([*texts, *faults]))


def syntax_errors(text: str) -> int:
    """Return how many syntax errors a text has."""
    return len(parse(Source("model.toc", text)).findings)
