"""The extension for VS Code says everything in both languages, and holds what it says it does."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from toc.source import Source
from toc.syntax.parser import parse

FOLDER = Path(__file__).parents[2] / "editors" / "vscode"
TOLD = re.compile(r"""\bsay\(\s*"((?:[^"\\]|\\.)*)\"""")
NAMED = re.compile(r'"%([\w.]+)%"')


def read(name: str) -> Any:
    """Return what a JSON file of the extension holds."""
    return json.loads((FOLDER / name).read_text("utf-8"))


def test_what_the_extension_says_is_in_french_too() -> None:
    """Each text of the sources has a French one with the same fields, and none is left over."""
    sources = {text for path in FOLDER.glob("src/**/*.ts") for text in TOLD.findall(path.read_text("utf-8"))}
    french = read("l10n/fr.json")

    assert set(french) == sources
    assert {text: re.findall(r"\{\d\}", text) for text in french} == {
        text: re.findall(r"\{\d\}", translated) for text, translated in french.items()
    }


def test_what_the_manifest_says_is_in_both_languages() -> None:
    """Each text that the manifest names is there in English and in French, and none is left over."""
    named = set(NAMED.findall((FOLDER / "package.json").read_text("utf-8")))

    assert set(read("package.nls.json")) == named
    assert set(read("package.nls.fr.json")) == named


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_step_of_the_walkthrough_has_its_page(language: str) -> None:
    """The pages that the steps show are there, and the models in them can be read."""
    texts = read("package.nls.json" if language == "en" else "package.nls.fr.json")
    pages = [value for name, value in texts.items() if name.endswith(".media")]

    assert {Path(page).name for page in pages} == {
        path.name for path in (FOLDER / "media" / "walkthrough").glob(f"*.{language}.md")
    }
    for page in pages:
        blocks = re.findall(r"(?:^    .*\n)+", (FOLDER / page).read_text("utf-8"), re.MULTILINE)
        models = [block for block in blocks if " -> " in block or " => " in block]
        assert [parse(Source(page, block)).findings for block in models] == [()] * len(models)


def test_each_template_is_a_model() -> None:
    """A template with its places filled in as they stand has no error of syntax."""
    for name, template in read("snippets/toc.json").items():
        text = "\n".join(template["body"])
        text = re.sub(r"\$\{\d+\|([^,|]+)[^}]*\}", r"\1", text)
        text = re.sub(r"\$\{\d+:([^}]+)\}|\$0", r"\1", text)
        assert parse(Source(name, text)).findings == ()


def test_nothing_names_a_host() -> None:
    """No lock file says where packages come from, and no source speaks to a network; SVG's name is no address."""
    texts = {path: path.read_text("utf-8") for path in FOLDER.glob("src/**/*.ts")}
    speaking = re.compile(r"https?://(?!www\.w3\.org/2000/svg)|fetch\(|XMLHttpRequest|WebSocket")

    assert list(FOLDER.glob("*lock*")) == []
    assert [path for path, text in texts.items() if speaking.search(text)] == []
