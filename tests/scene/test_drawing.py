"""SVG: valid whatever the model says, the same whatever the order of its statements, and readable without eyes."""

import random
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from scene.theories import canteens, element, key, link, theories, theory

from toc.model.elements import Properties, Property, Quantity, Range, Selection, Word
from toc.model.theory import Theory
from toc.scene.compose import compose
from toc.scene.drawing import draw, escaped
from toc.scene.options import Options

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = [
    "<script>alert(1)</script>",
    "]]> <!-- & -->",
    "&amp; &lt;b&gt; &#x3C;",
    """both "these" and 'those'""",
    "emoji 🌱 👩‍👩‍👧 and 漢字",
    "עברית and العربية",
    "one\ttab",
    "javascript:alert(1)",
    "word " * 500,
    "x" * 3000,
    "{{ template }} ${x} %s \\n",
]


def svg(model: Theory, **options: Any) -> ET.Element:
    """Return the drawing of `model`, parsed."""
    return ET.fromstring(draw(compose(model, Options(**options))))


def cards(root: ET.Element) -> dict[str, ET.Element]:
    """Return the groups of cards, by the element's id."""
    return {group.attrib["data-id"]: group for group in classes(root, "card") if "data-id" in group.attrib}


def classes(root: ET.Element, name: str) -> Iterator[ET.Element]:
    """Yield the groups of class `name`, in the order of the document."""
    return (group for group in root.iter(f"{SVG}g") if group.attrib.get("class", "").split(" ")[:1] == [name])


def text_of(group: ET.Element, tag: str) -> str | None:
    """Return the text of the first `tag` right inside a group."""
    return group.findtext(f"{SVG}{tag}")


@pytest.mark.parametrize("label", HOSTILE)
def test_labels_are_never_markup(label: str) -> None:
    """A label is read back as it was written, from a drawing that is valid XML and holds no script."""
    elements = [element("vision", "v", label), element("pathway", "p", label), element("outcome", "o", label, "p")]
    root = svg(theory(elements, [link("o", "v", because=label)], label))

    assert text_of(cards(root)["o"], "title") == label
    assert text_of(root, "title") == label
    assert {node.tag for node in root.iter()}.isdisjoint({f"{SVG}script", f"{SVG}foreignObject", f"{SVG}a"})


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ufffe", "\ud800"])
def test_characters_that_xml_forbids_are_replaced(character: str) -> None:
    """What no XML can hold becomes the replacement character; the rest of the label stays."""
    elements = [element("outcome", "o", f"before{character}after"), element("strategy", "s")]
    root = svg(theory(elements, []))

    assert text_of(cards(root)["o"], "title") == "before\ufffdafter"


@given(st.text())
def test_escaping_loses_nothing_that_xml_can_hold(text: str) -> None:
    """A text in an attribute and in an element reads as it was, but for what XML forbids and how it ends lines."""
    root = ET.fromstring(f'<a b="{escaped(text)}">{escaped(text)}</a>')
    known = "".join("\ufffd" if (ord(c) < 32 and c not in "\t\n\r") or c in "\ufffe\uffff" else c for c in text)

    assert (root.text or "") == known.replace("\r\n", "\n").replace("\r", "\n")


@given(theories(), st.randoms())
def test_the_order_of_statements_changes_nothing(model: Theory, chance: random.Random) -> None:
    """The same elements and links in any order give the same bytes."""
    elements, links = list(model.elements.items()), list(model.links)
    chance.shuffle(elements)
    chance.shuffle(links)
    shuffled = evolve(model, elements=dict(elements), links=tuple(links))

    assert draw(compose(shuffled, Options())) == draw(compose(model, Options()))


def test_a_drawing_says_what_it_is() -> None:
    """The drawing has a role, a language, and a title and description that it is labelled by."""
    root = svg(canteens())
    ids = {node.attrib["id"]: node for node in root.iter() if "id" in node.attrib}

    assert root.attrib["role"] == "graphics-document document"
    assert root.attrib["lang"] == "fr"
    assert [ids[name].tag for name in root.attrib["aria-labelledby"].split()] == [f"{SVG}title", f"{SVG}desc"]
    assert text_of(root, "title") == "Cantines de la vallée — théorie du changement"
    assert "Producteurs" in (text_of(root, "desc") or "")


def test_ids_are_unique() -> None:
    """No two things on a drawing have the same id, even where ids of the model look alike."""
    elements = [element("outcome", name, name) for name in ("a b", "a_b", "a.b", "été", "a")]
    root = svg(theory(elements, [link("a b", "a"), link("a_b", "a"), link("a_b", "a", "requires")]))
    ids = [node.attrib["id"] for node in root.iter() if "id" in node.attrib]

    assert len(ids) == len(set(ids))


def test_visions_are_read_first_and_strategies_last() -> None:
    """In the document, cards follow from the vision down to the strategies, whatever the direction."""
    for direction in ("up", "right"):
        kinds = [group.attrib["data-kind"] for group in cards(svg(canteens(), direction=direction)).values()]

        assert kinds[0] == "vision"
        assert kinds[-5:] == ["strategy"] * 5


def test_links_are_told_in_words() -> None:
    """Each link says in a sentence what acts on what, how strongly, and with which marks."""
    model = theory(
        [element("outcome", "a", "A"), element("outcome", "b", "B"), element("outcome", "c", "C")],
        [
            link("a", "b", strength="strong"),
            link("a", "c", "requires"),
            link("b", "c", "hinders", 0.4, uncertain=True),
            link("c", "a", strength="weak", feedback=True),
            link("a & b", "c", strength="weak"),
        ],
    )
    titles = {text_of(group, "title") for group in classes(svg(model), "link")}

    assert titles == {
        '"A" contributes strongly to "B"',
        '"A" is required for "C"',
        '"B" hinders "C", strength: 0.4 (uncertain)',
        '"C" contributes weakly to "A" (feedback)',
        'only together, "A & B" contribute to "C", strength: weak',
    }


def test_what_later_formats_need_is_on_every_part() -> None:
    """Cards know their element, level and actors; links their ends, verb and strength."""
    elements = [
        element("outcome", "a", "A", level="collective", of="@pupils"),
        element("actor", "pupils", "Pupils"),
        element("strategy", "s", "S", by="@school"),
    ]
    root = svg(theory(elements, [link("s", "a", strength="strong")]))
    card, line = cards(root)["a"].attrib, next(classes(root, "link")).attrib

    assert (card["id"], card["data-kind"], card["data-level"], card["data-actor"]) == (
        "card-a",
        "outcome",
        "collective",
        "pupils",
    )
    assert (line["data-from"], line["data-to"], line["data-verb"], line["data-strength"]) == (
        "card-s",
        "card-a",
        "contributes",
        "strong",
    )


def test_verbs_differ_without_colour() -> None:
    """The three verbs, and feedback, differ in the number, dashes or ends of their strokes."""
    elements = [element("strategy", "s"), *(element("outcome", name) for name in "abcd")]
    links = [
        link("s", "a"),
        link("s", "b", "requires"),
        link("s", "c", "hinders"),
        link("s", "d", feedback=True),
    ]
    looks = set()
    for group in classes(svg(theory(elements, links)), "link"):
        paths = group.findall(f"{SVG}path")
        end = paths[-1].attrib
        dashes = tuple(path.attrib.get("stroke-dasharray") for path in paths)
        looks.add((len(paths), dashes, end["d"].endswith("Z"), "stroke" in end, len(group.findall(f"{SVG}circle"))))

    assert len(looks) == 4


def test_strength_is_width() -> None:
    """The stronger the link, the wider its line."""
    elements = [element("strategy", "s"), *(element("outcome", name) for name in "abcdef")]
    strengths = ["weak", None, "strong", "decisive", 0.0, 1.0]
    links = [link("s", name, strength=strength) for name, strength in zip("abcdef", strengths, strict=True)]
    scene = compose(theory(elements, links), Options())
    widths = {line.target.removeprefix("card-"): line.width for line in scene.links}

    assert widths["a"] < widths["b"] < widths["c"] < widths["d"]
    assert widths["e"] < widths["b"] < widths["f"]


def test_the_legend_explains_what_the_picture_holds_and_nothing_else() -> None:
    """A verb or mark is in the legend where a link has it."""
    elements = [element("strategy", "s"), element("outcome", "a"), element("outcome", "b")]
    plain = compose(theory(elements, [link("s", "a")]), Options())
    rich = compose(theory(elements, [link("s", "a", "hinders", uncertain=True), link("s & a", "b")]), Options())

    assert [sample.line.text for sample in plain.legend] == ["contributes to"]
    assert [sample.line.text for sample in rich.legend] == ["contributes to", "hinders", "only together", "uncertain"]


def test_the_date_is_shown_where_one_is_given() -> None:
    """The picture bears a date where it is told one, in the manner of its language, and none where it is not."""
    dated = [compose(canteens(), Options(today=date(2027, 3, 1), language=language)) for language in ("en", "fr")]

    assert [line.text for scene in dated for line in scene.notes] == ["as of 1 March 2027", "au 1er mars 2027"]
    assert compose(canteens(), Options()).notes == ()


def test_what_is_private_is_left_out_for_the_public() -> None:
    """With `public`, private elements and what leads to them are not drawn."""
    elements = [element("outcome", "open", "Open"), element("outcome", "closed", "Closed", private="")]
    model = theory(elements, [link("open", "closed")])

    assert set(cards(svg(model))) == {"open", "closed"}
    assert set(cards(svg(model, public=True))) == {"open"}


def test_a_view_says_what_is_shown_and_how() -> None:
    """A view's selection, grouping, order, direction and highlight are followed, and the options go before it."""
    view = element("view", "w", "Workshop", group_by="pathway", order=["@p4", "@p1"], direction="right")
    properties = Properties(
        (
            *view.properties,
            Property("hide", (Selection("kind", "strategy"),)),
            Property("highlight", (Selection("element", key("c1")),)),
            Property("theme", (Word("workshop"),)),
        )
    )
    model = canteens()
    seen = evolve(model, elements={**model.elements, key("w"): evolve(view, properties=properties)})
    scene = compose(seen, Options(view="w"))

    assert {card.kind for card in scene.cards} == {"vision", "outcome", "precondition", "gate"}
    assert [lane.title for lane in scene.lanes][:2] == ["Écoles et familles", "Producteurs"]
    assert scene.direction == "right"
    assert [card.id for card in scene.cards if card.highlighted] == ["card-c1"]
    assert "Workshop" in " ".join(line.text for line in scene.headings)
    assert compose(seen, Options(view="w", direction="down")).direction == "down"


@pytest.mark.parametrize(
    ("grouping", "titles"),
    [("level", ["Individual", "System"]), ("sphere", ["Sphere of control"]), ("actor", ["Town"]), ("none", [])],
)
def test_cards_are_grouped_as_the_view_asks(grouping: str, titles: list[str]) -> None:
    """Lanes are levels, spheres or actors, in their natural order; or there are none."""
    elements = [
        element("outcome", "a", "A", level="system", of="@town"),
        element("outcome", "b", "B", level="individual", sphere="control"),
        element("strategy", "s", "S"),
        element("actor", "town", "Town"),
        element("view", "w", "", group_by=grouping),
    ]
    scene = compose(theory(elements, [link("s", "a"), link("s", "b")]), Options(view="w"))

    assert [lane.title for lane in scene.lanes if lane.title] == titles


def test_what_is_highlighted_has_a_ring() -> None:
    """A highlighted card is drawn with a ring and its edge more than the same card without."""
    plain = compose(canteens(), Options())
    marked = evolve(plain, cards=tuple(evolve(card, highlighted=card.id == "card-c1") for card in plain.cards))
    before, after = (cards(ET.fromstring(draw(scene))) for scene in (plain, marked))

    assert {name: len(after[name]) - len(before[name]) for name in after if len(after[name]) != len(before[name])} == {
        "c1": 2
    }


def test_a_range_of_strengths_is_told_and_drawn_by_its_middle() -> None:
    """A strength from 0.2 to 0.6 is as wide as one of 0.4, and said as a range."""
    elements = [element("strategy", "s", "S"), element("outcome", "a", "A"), element("outcome", "b", "B")]
    spread = evolve(link("s", "a"), strength=Range(Quantity(0.2), Quantity(0.6)))
    scene = compose(theory(elements, [spread, link("s", "b", strength=0.4)]), Options())
    ranged, single = sorted(scene.links, key=lambda found: found.target)

    assert ranged.width == single.width
    assert (ranged.strength, ranged.title) == ("0.2..0.6", '"S" contributes to "A", strength: 0.2 to 0.6')


@pytest.mark.parametrize("count", [3, 5, 9])
def test_lanes_that_work_together_stand_together(count: int) -> None:
    """Pathways linked in a chain stand in the order of that chain, however their names sort."""
    names = [f"p{number * 4 % count}" for number in range(count)]
    elements = [element("pathway", name, name) for name in names]
    elements += [element("outcome", f"e{name}", name, name) for name in names]
    links = [link(f"e{one}", f"e{two}") for one, two in pairwise(names)]
    titles = [lane.title for lane in compose(theory(elements, links), Options()).lanes]

    assert titles in (names, names[::-1])
