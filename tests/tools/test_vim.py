"""Vim without a language server: the kind of a file, its comments and its colours. `make test-tools`."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.tools
PLUGIN = Path(__file__).parents[2] / "editors" / "neovim"
MODEL = """\
théorie "Lire" { langues fr }
stratégie bus "Un bus" { par ville; effort moyen } # note
bus -> soir fort { parce que "On lit" }
"""
# Line, word, and what it is coloured as.
COLOURED = [
    (1, "théorie", "tocKind"),
    (1, '"Lire"', "tocText"),
    (1, "langues", "tocProperty"),
    (2, "bus", "tocName"),
    (2, "par", "tocProperty"),
    (2, "# note", "tocComment"),
    (3, "bus", "tocReference"),
    (3, "->", "tocLinkArrow"),
    (3, "fort", "tocMark"),
    (3, "parce que", "tocProperty"),
]


@pytest.mark.parametrize("program", ["vim", "nvim"])
def test_a_file_is_known_and_coloured(program: str, tmp_path: Path) -> None:
    """A file that ends in .toc has its kind, comments are begun with `#`, and words are coloured by what they are."""
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    (tmp_path / "model.toc").write_text(MODEL, "utf-8")
    lines = MODEL.splitlines()
    places = [[line, len(lines[line - 1].partition(word)[0].encode()) + 1] for line, word, _group in COLOURED]
    ask = f"map({json.dumps(places)}, \"synIDattr(synID(v:val[0], v:val[1], 1), 'name')\")"
    script = tmp_path / "ask.vim"
    script.write_text(
        "filetype plugin indent on\nsyntax enable\nedit model.toc\n"
        f"call writefile([&filetype, &commentstring] + {ask}, 'told')\nqa!\n",
        "utf-8",
    )
    command = [program, "-u", "NONE", "-i", "NONE", "-es", "--cmd", f"set nocompatible runtimepath^={PLUGIN}"]
    subprocess.run([*command, "-S", script], cwd=tmp_path, stdin=subprocess.DEVNULL, check=False, timeout=60)
    told = (tmp_path / "told").read_text("utf-8").splitlines()

    assert told == ["toc", "# %s", *(group for _line, _word, group in COLOURED)]
