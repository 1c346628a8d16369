"""The outline: the picture for who listens, in order, each element once."""

import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from attrs import evolve
from formats.looks import HOSTILE, hostile, scene_of
from hypothesis import given
from scene.theories import element, link, theories, theory

from toc.api import render
from toc.formats.outline import DEEPEST, outline
from toc.model.theory import Theory
from toc.scene.scene import Box, Detail, Mark, Scene

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "outlines"
SPACES = re.compile("[\t\n\r\u2028\u2029]")


def readable(text: str) -> str:
    """Return `text` on one line, without what nobody can read."""
    kept = (
        "\ufffd" if c in "\ufffe\uffff" or unicodedata.category(c) in {"Cc", "Cs"} else c for c in SPACES.sub(" ", text)
    )
    return " ".join("".join(kept).split())


def lines(scene: Scene) -> list[str]:
    """Return the outline of a scene, a line each."""
    content = outline(scene)
    assert isinstance(content, str)
    return content.splitlines()


@pytest.mark.parametrize(
    ("file", "language"),
    [
        ("reussite-educative/theorie.toc", "fr"),
        ("rats-and-seabirds/rats.toc", "en"),
        ("rats-and-seabirds/rats.toc", "fr"),
    ],
)
def test_examples_are_told_as_kept(file: str, language: str, golden: Callable[[Path, str | bytes], None]) -> None:
    """The outlines of examples, in both languages, are those kept."""
    content = render(ROOT / "examples" / file, "outline", language=language)

    golden(GOLDEN / f"{Path(file).stem}.{language}.txt", content)


def test_it_begins_with_the_vision() -> None:
    """Behind the title and what the picture holds comes the vision, and beneath it what it rests on."""
    found = lines(scene_of())

    assert found[0] == "Cantines de la vallée — théorie du changement"
    assert set(found[1]) == {"="}
    assert found[5].startswith("Notre vision")
    assert found[6].startswith("  - « ")


def test_links_are_said_as_sentences() -> None:
    """A link says what contributes to what, and how strongly; its reason and the cause stand beneath it."""
    model = theory(
        [element("outcome", "b", "B"), element("strategy", "a", "A")],
        [link("a", "b", strength="strong", because="it helps")],
        "T",
    )

    assert lines(scene_of(model))[5:] == [
        "Outcome: B",
        '  - "A" contributes strongly to "B"',
        "    because it helps",
        "    Strategy: A",
    ]


@given(theories())
def test_every_element_is_told_once_and_every_link_is_said(model: Theory) -> None:
    """Circles, gates and elements without links: each element has one line, and each link as many as it is long."""
    scene = scene_of(model)
    found = [line.strip() for line in lines(scene)]
    cards = [readable(card.says) for card in scene.cards if card.shape != "gate"]

    for said in set(cards):
        assert sum(line == said or line.startswith(f"{said}; ") for line in found) >= cards.count(said)
    assert sum(line.startswith("- ") for line in found[4:]) == sum(each.end != "none" for each in scene.links)


def test_what_comes_again_is_only_named() -> None:
    """An element that leads to two others is told beneath the first and named beneath the second."""
    model = theory(
        [
            element("vision", "v", "V"),
            *(element("outcome", name, name.upper()) for name in "ab"),
            element("strategy", "s", "S"),
        ],
        [link("s", "a"), link("s", "b"), link("a", "v"), link("b", "v")],
        "T",
    )
    found = [line.strip() for line in lines(scene_of(model))]

    assert found.count("Strategy: S") == 1
    assert [line for line in found if line.startswith('- "S"')] == [
        '- "S" contributes to "A"',
        '- "S" contributes to "B"',
    ]


def test_a_long_chain_does_not_run_off_the_page() -> None:
    """Beneath the deepest level, the chain is told on at the margin, and nothing of it is lost."""
    names = [f"e{number:03}" for number in range(60)]
    elements = [element("outcome", name, name) for name in names]
    links = [link(later, earlier) for earlier, later in pairwise(names)]
    found = lines(scene_of(theory(elements, links, "T")))

    assert max(len(line) - len(line.lstrip()) for line in found) <= 2 * (DEEPEST + 2)
    assert [line.strip() for line in found if line.strip().startswith("Outcome")] == [
        f"Outcome: {name}" for name in names
    ]


def test_marks_and_details_are_told() -> None:
    """What marks say stands behind the element's name; what more is known of it, beneath."""
    scene = scene_of(theory([element("outcome", "a", "A")], [], "T"))
    mark = Mark("draft", Box(0, 0, 9, 9), "pill", "muted", (), "draft")
    detail = Detail(scene.cards[0].id, (("Note", "one line"), ("Sources", "first\nsecond")))
    cards = (evolve(scene.cards[0], marks=(mark,)),)

    assert lines(evolve(scene, cards=cards, details=(detail,)))[5:] == [
        "Outcome: A; draft",
        "  Note: one line",
        "  Sources:",
        "    first",
        "    second",
    ]


@pytest.mark.parametrize("label", HOSTILE)
def test_any_label_is_one_line(label: str) -> None:
    """No label breaks a line or reaches the terminal as a control sequence."""
    scene = scene_of(hostile(label))
    text = "\n".join(lines(scene))

    assert not any(ord(character) < 32 for character in text.replace("\n", ""))
    assert text.encode("utf-8").decode("utf-8") == text
