"""The page as a file: what it holds, what it may do, how large it is; a browser reads it in tests/browser."""

import re
from base64 import b64decode, b64encode
from hashlib import sha256
from html.parser import HTMLParser
from json import loads
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from scene.theories import canteens, element, link, theories, theory

from toc.formats.html import html
from toc.formats.page.colours import look, variables
from toc.formats.page.data import arcs, data
from toc.formats.page.page import FOLDER, SCRIPTS, Addition, page, policy, script_of
from toc.formats.page.words import PLACES, WORDS, places, words
from toc.messages import LANGUAGES
from toc.model.theory import Theory
from toc.scene.compose import compose
from toc.scene.drawing import draw
from toc.scene.options import Options
from toc.scene.scene import Scene
from toc.scene.theme import Font, themes
from toc.scene.theme import theme as named

MOST = 200_000
# What the parts of the page say: `say("search")`, `many("hits", 3)`.
SAID = re.compile(r"\bsay\(\s*[\"`](\w+)[\"`]|\bsay\(`follow_")
COUNTED = re.compile(r"\bmany\(\"(\w+)\"")


class Parts(HTMLParser):
    """What a browser finds in a page: its elements with their attributes, and the texts of scripts and styles."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {"script": [], "style": [], "title": []}
        self.within = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.elements.append((tag, dict(attrs)))
        self.within = tag
        if tag in self.texts:
            self.texts[tag].append("")

    def handle_data(self, data: str) -> None:
        """Keep the text of a script, a style or a title."""
        if self.within in self.texts:
            self.texts[self.within][-1] += data

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        self.within = ""


def scene_of(model: Theory, **options: Any) -> Scene:
    """Return the scene of `model` with its details."""
    return compose(model, Options(details=True, **options))


def read(text: str) -> Parts:
    """Return the parts of a page."""
    parts = Parts()
    parts.feed(text)
    parts.close()
    return parts


def of_the_page(text: str) -> str:
    """Return the page without what its model brings: the picture and the data."""
    return re.sub(r"<svg xmlns.*?</svg>|<script type=\"application/json\".*?</script>", "", text, flags=re.DOTALL)


def test_the_page_without_its_model_is_small() -> None:
    """Fonts, script, style and interface together stay under 200 kB."""
    assert len(of_the_page(page(scene_of(canteens()))).encode()) < MOST


def test_a_page_is_the_same_each_time() -> None:
    """The same model gives the same bytes."""
    assert html(scene_of(canteens())) == html(scene_of(canteens()))


def test_the_page_asks_for_details() -> None:
    """The format says that it writes details, so that they are made."""
    assert html.details


def test_nothing_in_the_page_points_elsewhere() -> None:
    """No element loads anything, no address leads out, no attribute holds script or style."""
    parts = read(page(scene_of(canteens())))
    names = {name for _tag, attributes in parts.elements for name in attributes}
    loading = [
        value
        for _tag, attributes in parts.elements
        for name, value in attributes.items()
        if name in {"src", "href", "action", "data", "srcset", "xlink:href"}
    ]

    assert {name for name in names if name.startswith("on")} | (names & {"style"}) == set()
    assert set(loading) == {"data:,", "#ui-stage"}
    assert re.findall(r"url\((?!data:|#)", "".join(parts.texts["style"])) == []
    assert re.findall(r"https?://(?!www\.w3\.org/2000/svg)", of_the_page(page(scene_of(canteens())))) == []


def test_the_policy_knows_the_script_and_the_style() -> None:
    """Only the script and the style of the page may run: their hashes stand in the policy, and nothing looser."""
    parts = read(page(scene_of(canteens())))
    found = next(attributes["content"] for _tag, attributes in parts.elements if attributes.get("http-equiv"))
    said = dict(rule.split(" ", 1) for rule in str(found).split("; "))

    def hashed(text: str) -> str:
        return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"

    assert said["default-src"] == "'none'"
    assert said["script-src"] == hashed(parts.texts["script"][1])
    assert said["style-src"] == hashed(parts.texts["style"][0])
    assert "unsafe" not in str(found)
    assert "connect-src" not in said


def test_another_page_can_add_to_it() -> None:
    """What is added stands in the page, runs under the policy, and may speak to whom it says."""
    addition = Addition("<p id=more></p>", "/* more script */", "/* more style */", "'self'")
    parts = read(page(scene_of(canteens()), addition))
    found = str(next(attributes["content"] for _tag, attributes in parts.elements if attributes.get("http-equiv")))

    assert ("p", {"id": "more"}) in parts.elements
    assert "/* more script */" in parts.texts["script"][1]
    assert found == policy(parts.texts["script"][1], parts.texts["style"][0], "'self'")
    assert "connect-src 'self'" in found


HOSTILE = ["</script>", "<script>alert(1)</script>", "<!--", "{{data}}", "a\u2028b", "\\", '"', "'", "&amp;", "]]>"]


@pytest.mark.parametrize("label", HOSTILE)
def test_a_label_cannot_leave_its_place(label: str) -> None:
    """Whatever a label holds, the page has the same elements, and its data says the label as it was."""
    plain, hostile = (
        page(
            scene_of(
                theory(
                    [element("vision", "v", text), element("strategy", "s", text)], [link("s", "v", because=text)], text
                )
            )
        )
        for text in ("label", label)
    )
    said = loads(read(hostile).texts["script"][0])

    assert [tag for tag, _attributes in read(hostile).elements] == [tag for tag, _attributes in read(plain).elements]
    assert {card["title"] for card in said["cards"]} == {label}
    assert said["arcs"][0]["why"] == label
    assert read(hostile).texts["title"][0] == label


@given(model=theories(), language=st.sampled_from(LANGUAGES))
def test_any_theory_makes_a_page(model: Theory, language: str) -> None:
    """Whatever the model, the page holds its picture, and data in which each id is one of the picture's."""
    text = page(scene_of(model, language=language))
    said = loads(read(text).texts["script"][0])
    drawn = set(re.findall(r'<g id="([^"]+)"', text))
    cards = {card["id"] for card in said["cards"]}

    assert cards <= drawn
    for arc in said["arcs"]:
        assert {*arc["parts"], arc["id"]} <= drawn
        assert {*arc["from"], arc["to"]} <= cards
    for step in said["steps"]:
        assert {*step["comes"], *step["goes"], *step["points"]} <= drawn
    assert set(said["details"]) <= {*cards, *(arc["id"] for arc in said["arcs"])}


def test_links_of_a_gate_are_one_arc() -> None:
    """Causes that act only together are one link of the model, told under the part behind the gate."""
    model = theory(
        [element("vision", "v"), element("strategy", "a"), element("strategy", "b"), element("strategy", "c")],
        [link("a & b", "v", strength="strong"), link("c", "v")],
    )
    found = {arc.gate is not None: arc for arc in arcs(scene_of(model))}
    said = {arc["gate"] is not None: arc for arc in data(scene_of(model))["arcs"]}

    assert sorted(found[True].sources) == ["card-a", "card-b"]
    assert found[True].last.target == "card-v"
    assert found[False].sources == ("card-c",)
    assert said[True]["manner"] == "contributes to · strong · only together"
    assert said[False]["manner"] == "contributes to"


@pytest.mark.parametrize("name", themes())
def test_colours_of_the_page_are_those_of_the_theme(name: str) -> None:
    """By variables the picture is drawn as the theme draws it, and each variable has a colour by day and by night."""
    scene = evolve(compose(canteens(), Options()), theme=named(name))
    style = look(scene.theme)
    blocks = [dict(re.findall(r"--([\w-]+):(#\w{6})", block)) for block in re.findall(r":root[^{]*\{([^}]*)\}", style)]
    drawn = draw(variables(scene), fonts=False)
    used = set(re.findall(r"var\(--([\w-]+)\)", drawn))

    assert re.sub(r"var\(--([\w-]+)\)", lambda found: blocks[0][found[1]], drawn) == draw(scene, fonts=False)
    assert len(blocks) == 3
    assert all(used <= set(block) for block in blocks)
    assert blocks[0]["background"] == scene.theme.roles["background"]


def test_every_word_of_the_script_is_known() -> None:
    """What the script says stands in the table of words, and no word stands there in vain."""
    script = script_of()
    follow = {name for name in WORDS if name.startswith("follow_")}
    said = {name for name in SAID.findall(script) if name} | follow
    said |= {f"{name}_{form}" for name in COUNTED.findall(script) for form in ("one", "other")}
    said |= set(re.findall(r'arcList\("(\w+)"', script))

    assert said == set(WORDS)


def test_every_word_of_the_template_is_known() -> None:
    """What the template says stands in the table of places, and no word stands there in vain."""
    said = set(re.findall(r"\{\{(\w+)\}\}", (FOLDER / "page.html").read_text("utf-8")))
    made = {"language", "policy", "title", "style", "script", "picture", "data", "keys", "more"}

    assert said - made == set(PLACES)


@pytest.mark.parametrize("table", [places, words])
def test_fields_are_kept_in_each_language(table: Any) -> None:
    """A number or a name that the page fills in has its place in each language."""
    english, french = (
        {name: sorted(re.findall(r"\{\w+\}", text)) for name, text in table(language).items()} for language in LANGUAGES
    )

    assert english == french


def test_every_piece_of_the_script_is_used() -> None:
    """Each piece of script in the folder is a part of the page's script, and each says first what it is for."""
    pieces = {path.stem: path.read_text("utf-8") for path in Path(FOLDER).glob("*.js")}

    assert set(pieces) == {*SCRIPTS, "start"}
    for text in pieces.values():
        assert text.startswith("// ")


def test_a_font_of_their_own_comes_along() -> None:
    """A theme's own font stands in the style, under its name, and the whole page is set in it."""
    scene = compose(canteens(), Options())
    font = Font("Ours </style>", b"\0\1\0\0regular")
    style = read(page(evolve(scene, theme=evolve(scene.theme, font=font)))).texts["style"]

    assert len(style) == 1
    assert b64encode(b"\0\1\0\0regular").decode() in style[0]
    assert ":root{--font:'Ours <\\/style>'," in style[0]


def test_fonts_come_along() -> None:
    """Both weights of the font stand in the style, so that the page looks the same everywhere."""
    style = read(page(scene_of(canteens()))).texts["style"][0]
    fonts = [b64decode(found) for found in re.findall(r"data:font/woff2;base64,([\w+/=]+)", style)]

    assert [found[:4] for found in fonts] == [b"wOF2", b"wOF2"]
