"""What a screen reader finds in the page and in the picture, and what axe-core finds wrong with them."""

import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser.reader import Reader

from toc.api import load
from toc.formats.html import html
from toc.formats.svg import svg
from toc.scene.compose import compose
from toc.scene.options import Options

ROOT = Path(__file__).parents[2]
VALLEY = Path(__file__).parent / "valley.toc"
EXAMPLES = {
    "valley": VALLEY,
    "first-job": ROOT / "examples" / "first-job" / "first-job.toc",
    "rats-and-seabirds": ROOT / "examples" / "rats-and-seabirds" / "rats.toc",
    "reussite-educative": ROOT / "examples" / "reussite-educative" / "theorie.toc",
    "quartiers": ROOT / "examples" / "quartiers" / "montreal.toc",
}
AXE = "4.14.1"
# Nodes that nobody hears by themselves.
SILENT = {"ignored", "InlineTextBox"}


def written(path: Path, **options: Any) -> str:
    """Return the page of a model."""
    made = html(compose(load(path), Options(details=True, **options)))
    assert isinstance(made, str)
    return made


def heard(reader: Reader, within: str) -> list[tuple[str, str]]:
    """Return what a screen reader hears of an element and what is in it: roles and names, in order."""
    nodes = {node["nodeId"]: node for node in reader.command("Accessibility.getFullAXTree")["nodes"]}
    start = next(node for node in nodes.values() if node["role"]["value"] == within and not node["ignored"])

    def said(node: Any) -> Iterator[tuple[str, str]]:
        if not node["ignored"] and node["role"]["value"] not in SILENT:
            yield node["role"]["value"], node.get("name", {}).get("value", "")
        for child in node.get("childIds", ()):
            yield from said(nodes[child])

    return list(said(start))


def test_the_picture_is_read_in_a_sensible_order(reader: Reader) -> None:
    """In an SVG a screen reader hears the title, the cards from the vision down, then what links say, and no shapes."""
    reader.page = reader.page.with_suffix(".svg")
    made = svg(compose(load(VALLEY), Options(language="en")))
    assert isinstance(made, str)
    reader.read(made)
    found = heard(reader, "graphics-document")
    symbols = [name for role, name in found if role == "graphics-symbol"]
    cards = [name for name in symbols if name.startswith(("Our vision: ", "Outcome: ", "Precondition: ", "Strategy: "))]

    assert found[0][1].startswith("Canteens of the valley 7 elements, 7 links. Reads from the bottom")
    assert cards[0] == "Our vision: Every child eats enough"
    assert len(cards) == 7
    assert all(card.startswith("Strategy: ") for card in cards[-3:])
    assert '"Set up a buying group" contributes strongly to "Twenty farms sign a contract"' in symbols
    assert 'only together, "Teams cook vegetables well & A garden for each class" contribute to' in " ".join(symbols)
    assert '"Set up a buying group" weakly hinders "Teams cook vegetables well"' in symbols
    assert symbols.index(cards[-1]) < symbols.index(
        next(name for name in symbols if " contributes strongly to " in name)
    )


def test_the_page_is_read_in_a_sensible_order(reader: Reader) -> None:
    """In the page each card is a button with its kind and label, its marks, and how many causes and effects it has."""
    reader.read(written(VALLEY, language="fr"))
    found = heard(reader, "RootWebArea")
    buttons = [name for role, name in found if role == "button"]
    card = reader.run(
        "const n = document.getElementById('card-contrats');"
        "return [n.getAttribute('aria-label'), n.getAttribute('aria-description')]"
    )
    roles = [role for role, _name in found]

    assert found[0] == ("RootWebArea", "Cantines de la vallée")
    assert ("heading", "Cantines de la vallée") in found
    assert roles.index("search") < roles.index("main")
    assert any("Chaque enfant mange à sa faim" in name for name in buttons)
    assert "Vingt fermes signent un contrat" in card[0]
    assert card[1].endswith("1 cause, 1 effet")


@pytest.fixture(scope="module")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return axe-core, as npm has it."""
    folder = tmp_path_factory.mktemp("axe")
    subprocess.run(["npm", "pack", f"axe-core@{AXE}"], cwd=folder, check=True, capture_output=True)
    with tarfile.open(next(folder.glob("*.tgz"))) as packed:
        member = packed.extractfile("package/axe.min.js")
        assert member is not None
        return member.read().decode()


def violations(reader: Reader, axe: str) -> list[str]:
    """Return what axe-core finds wrong with what is open: its rule, how grave, and where."""
    reader.run(axe)
    found = reader.driver.execute_async_script(
        "const done = arguments[0]; axe.run(document, {resultTypes: ['violations']})"
        ".then(r => done(r.violations), fault => done([{id: String(fault), impact: 'critical', nodes: []}]))"
    )
    return [f"{each['id']} ({each['impact']}): {[node['target'] for node in each['nodes'][:3]]}" for each in found]


STATES = {
    "at first": "",
    "chosen": "card-contrats",
    "a link chosen": "link-centrale--contrats",
    "searched": "&q=ferme",
    "presented": "&step=2",
}


@pytest.mark.tools
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_in_any_state(reader: Reader, axe: str, state: str, scheme: str) -> None:
    """Whatever is chosen, searched or presented, by day and by night, axe-core finds nothing wrong."""
    reader.prefer(color_scheme=scheme)
    reader.read(written(VALLEY), STATES[state])

    assert violations(reader, axe) == []


@pytest.mark.tools
@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing_in_the_examples(reader: Reader, axe: str, name: str, width: int) -> None:
    """In every example, on a large screen and on a telephone, axe-core finds nothing wrong."""
    reader.window(width, 900, touch=width < 500)
    reader.read(written(EXAMPLES[name]))
    # Of a card at the edge axe-core sees some lines alone, and compares these with its name.
    reader.run("document.getElementById('ui-fit').click()")

    assert violations(reader, axe) == []


@pytest.mark.tools
def test_axe_finds_nothing_in_the_list_of_keys(reader: Reader, axe: str) -> None:
    """With the list of keys open, axe-core finds nothing wrong."""
    reader.read(written(VALLEY))
    reader.press("?")

    assert violations(reader, axe) == []
