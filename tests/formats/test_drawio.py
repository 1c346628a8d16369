"""draw.io: a file by the rules of mxfile, whose cards and lines can be edited."""

import re
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from formats.looks import HOSTILE, hostile, on_paper, scene_of
from hypothesis import given
from scene.theories import theories

from toc.formats.drawio import drawio
from toc.model.theory import Theory
from toc.scene.scene import Box as Place
from toc.scene.scene import Logo, Scene

STYLE = re.compile(r"(?:[\w.-]+(?:=[^;=]*)?;)+")
# What https://www.drawio.com/mxfile.xsd knows, of what is written here.
ATTRIBUTES = {
    "mxfile": {"host"},
    "diagram": {"id", "name"},
    "mxCell": {"id", "value", "style", "vertex", "edge", "connectable", "parent", "source", "target"},
    "UserObject": {"id", "label", "tooltip"},
    "mxGeometry": {"x", "y", "width", "height", "relative", "as"},
    "mxPoint": {"x", "y", "as"},
    "Array": {"as"},
    "root": set(),
}


def read(scene: Scene) -> ET.Element:
    """Return the file of a scene, read again."""
    content = drawio(scene)
    assert isinstance(content, str)
    return ET.fromstring(content.encode("utf-8"))


def cells(scene: Scene) -> dict[str, tuple[ET.Element, ET.Element]]:
    """Return each cell by its id: what carries its id and label, and the cell itself."""
    root = read(scene).find("./diagram/mxGraphModel/root")
    assert root is not None
    found = {}
    for outer in root:
        inner = outer if outer.tag == "mxCell" else outer.find("mxCell")
        assert inner is not None
        assert outer.get("id") not in found
        found[outer.get("id", "")] = (outer, inner)
    return found


def faults(scene: Scene) -> list[str]:
    """Return what breaks the rules of mxfile."""
    found = []
    for node in read(scene).iter():
        extra = set(node.attrib) - ATTRIBUTES.get(node.tag, set(node.attrib))
        found += [f"{node.tag} {name}" for name in extra]
    known = cells(scene)
    before: set[str] = set()
    for name, (outer, cell) in known.items():
        if name not in {"0", "1"}:
            kinds = [kind for kind in ("vertex", "edge") if cell.get(kind) == "1"]
            geometry = cell.find("mxGeometry")
            found += [f"{name}: kinds {kinds}"] * (len(kinds) != 1)
            found += [f"{name}: style {cell.get('style')}"] * (not STYLE.fullmatch(cell.get("style", "")))
            found += [f"{name}: no geometry"] * (geometry is None or geometry.get("as") != "geometry")
            if geometry is not None:
                numbers = [float(geometry.get(side, "0")) for side in ("width", "height")]
                found += [f"{name}: size {numbers}"] * (min(numbers) < 0)
                found += [f"{name}: not relative"] * (kinds == ["edge"] and geometry.get("relative") != "1")
            found += [f"{name}: parent"] * (cell.get("parent") not in before)
            found += [f"{name}: two ids"] * (outer is not cell and cell.get("id") is not None)
        found += [f"{name}: {end}" for end in ("source", "target") if cell.get(end, "0") not in known]
        before.add(name)
    return found + [f"first {list(known)[:2]}"] * (list(known)[:2] != ["0", "1"])


def test_a_picture_keeps_the_rules_of_mxfile() -> None:
    """Ids are unique, parents stand before their children, ends exist, styles and places are as the schema has them."""
    assert faults(scene_of()) == []


@given(theories())
def test_any_picture_keeps_the_rules_of_mxfile(model: Theory) -> None:
    """Whatever the theory, its file keeps the rules."""
    assert faults(scene_of(model)) == []


@pytest.mark.parametrize("label", HOSTILE)
def test_any_label_is_text(label: str) -> None:
    """A label is neither XML nor HTML: what draw.io shows is what was written, as far as it can be read."""
    scene = scene_of(hostile(label))
    shown = cells(scene)["card-s"][0].get("label", "").partition("<br>")[2]
    text = "".join(ET.fromstring(f"<p>{shown}</p>").itertext())
    expected = "".join("\ufffd" if ord(c) < 32 or c in "\ufffe\ud800" else c for c in label) or "s"

    assert faults(scene) == []
    assert text == expected or (text.endswith("…") and expected.startswith(text[:-1]) and len(text) > 150)


def test_links_hold_on_to_their_cards() -> None:
    """Each link is a line from its card to the next, and says its sentence."""
    scene = scene_of()
    known = cells(scene)

    for link in scene.links:
        outer, cell = known[link.id]
        assert (cell.get("source"), cell.get("target")) == (link.source, link.target)
        assert outer.get("tooltip", "").startswith(link.title)


def test_cards_stand_in_their_lanes() -> None:
    """A card is a part of its lane, so that both move together, at the place that it has in the picture."""
    scene = scene_of()
    known = cells(scene)
    lanes = {lane.id: lane.box for lane in scene.lanes}

    for card in scene.cards:
        cell = known[card.id][1]
        geometry = cell.find("mxGeometry")
        lane = lanes.get(cell.get("parent", ""), Place(0, 0, 0, 0))
        assert geometry is not None
        assert (cell.get("parent") in lanes) == (card.lane is not None)
        assert (int(geometry.get("x", "")) + lane.x, int(geometry.get("y", "")) + lane.y) == card.box[:2]


def test_verbs_are_told_apart_without_colour() -> None:
    """The three verbs have ends of their own."""
    scene = scene_of()
    known = cells(scene)
    ends = {
        link.verb: re.findall(r"endArrow=(\w+);endFill=(\d)", known[link.id][1].get("style", ""))[0]
        for link in scene.links
        if link.end != "none"
    }

    assert ends == {"contributes": ("block", "1"), "requires": ("block", "0"), "hinders": ("baseDash", "0")}


def test_a_page_may_be_of_paper() -> None:
    """On paper, the page has the paper's shape, and the picture stands in the middle of it."""
    model = read(on_paper("A3")).find("./diagram/mxGraphModel")
    assert model is not None

    assert float(model.get("pageWidth", "")) / float(model.get("pageHeight", "")) == pytest.approx(420 / 297, abs=0.001)


def test_a_logo_does_not_break_its_style() -> None:
    """A logo's address holds no semicolon, which would end the style."""
    scene = evolve(scene_of(), logo=Logo(b"\x89PNG;;;", "image/png", Place(0, 0, 40, 40)))

    assert "image=data:image/png,iVBORzs7Ow" in cells(scene)["logo-1"][1].get("style", "")


def test_twice_the_same_picture_is_twice_the_same_file() -> None:
    """Nothing in the file depends on when or how often it is made."""
    assert drawio(scene_of()) == drawio(scene_of())
