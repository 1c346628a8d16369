"""The example models broken on purpose: which rules speak, and what people read, in both languages."""

import json
import shutil
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from command import toc

EXAMPLES = Path(__file__).parents[1] / "examples"
FOLDER = Path(__file__).parent / "breakage"
BREAKAGES = tomllib.loads((FOLDER / "breakages.toml").read_text("utf-8"))
TODAY = "2026-11-22"


def broken(breakage: dict[str, Any], folder: Path) -> Path:
    """Copy the example into `folder`, break it there, and return the copy."""
    copy = folder / str(breakage["example"])
    shutil.copytree(EXAMPLES / breakage["example"], copy)
    path = copy / breakage["file"]
    text = path.read_text("utf-8")
    assert text.count(breakage["old"]) == 1
    path.write_text(text.replace(breakage["old"], breakage["new"]), "utf-8", newline="\n")
    return copy


@cache
def rules_that_speak(folder: Path) -> frozenset[str]:
    """Return the names of the rules that speak in a folder."""
    done = toc("check", "--today", TODAY, "--format", "json", folder=folder)
    return frozenset(each["rule"] for each in json.loads(done.out)["diagnostics"])


def test_there_are_enough_of_them() -> None:
    """At least 20 breakages, and each example is among those broken."""
    assert len(BREAKAGES) >= 20
    assert {each["example"] for each in BREAKAGES.values()} == {
        path.name for path in EXAMPLES.iterdir() if path.is_dir()
    }


@pytest.mark.parametrize("name", BREAKAGES)
def test_the_right_rules_speak(name: str, tmp_path: Path) -> None:
    """Of a broken model, just the rules speak that it was broken for."""
    breakage = BREAKAGES[name]
    copy = broken(breakage, tmp_path)

    assert sorted(rules_that_speak(copy) - rules_that_speak(EXAMPLES / breakage["example"])) == sorted(
        breakage["rules"]
    )


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", BREAKAGES)
def test_what_people_read(name: str, language: str, tmp_path: Path, golden: Callable[[Path, str], None]) -> None:
    """What is printed for a broken model is what was agreed on."""
    copy = broken(BREAKAGES[name], tmp_path)
    done = toc("check", "--today", TODAY, "--lang", language, folder=copy)

    golden(FOLDER / f"{name}.{language}.txt", done.out + "\n" + done.err)
