"""The page in a real browser: exploring, presenting, printing, by mouse, by finger and by keyboard alone."""

import io
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from attrs import evolve
from browser.reader import Point, Reader
from pypdf import PdfReader
from scene.theories import canteens, element, link, theory
from selenium.webdriver.common.keys import Keys

from toc.api import load
from toc.formats.html import html
from toc.formats.page.data import data
from toc.formats.page.page import picture
from toc.model.theory import Theory
from toc.scene.compose import compose
from toc.scene.options import Options

CARDS = {f"card-{name}" for name in "vision contrats centrale goûts cuisine école potagers".split()}
HOSTILE = [
    "<script>alert(1)</script>",
    "</script><script>alert(2)</script>",
    "<!--<script>",
    "<img src=x onerror=alert(3)>",
    "\"'><svg onload=alert(4)>",
    "{{script}}",
    "\\u003c/script>",
    "javascript:alert(5)",
    "&lt;b&gt; &amp;",
    "\u2028\u2029]]>",
]


@cache
def valley() -> Theory:
    """Return a small model in two languages."""
    return load(Path(__file__).parent / "valley.toc")


def page_of(
    model: Theory | None = None, language: str = "fr", view: str | None = None, theme: str | None = None
) -> str:
    """Return the page of a model, that of the valley where none is given."""
    scene = compose(model or valley(), Options(view=view, language=language, theme=theme, details=True))
    made = html.write(scene)
    assert isinstance(made, str)
    return made


def card(name: str) -> str:
    """Return the id of a card."""
    return f"card-{name}"


def link_id(source: str, target: str) -> str:
    """Return the id of a link between two cards."""
    return f"link-{source}--{target}"


def beside(point: Point, right: float = 0, down: float = 0) -> Point:
    """Return a point beside another."""
    return point[0] + right, point[1] + down


def empty(reader: Reader) -> Point:
    """Return a place of the stage where there is nothing to choose."""
    left, top, width, _height = reader.box("ui-stage")
    return left + width - 12, top + 12


# Seeing


def test_the_whole_picture_is_seen_at_first(reader: Reader) -> None:
    """When the page opens, the whole picture stands in its window, and every card is lit."""
    reader.read(page_of())
    left, top, width, height = reader.box("ui-stage")
    x, y, wide, high = reader.run(
        "const b = document.querySelector('#ui-stage > svg').getBoundingClientRect();"
        "return [b.x, b.y, b.width, b.height]"
    )

    assert reader.lit() == reader.visible() == CARDS
    assert left <= x
    assert top <= y
    assert x + wide <= left + width
    assert y + high <= top + height


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768), (390, 844), (844, 390)])
def test_nothing_of_the_page_is_out_of_sight(reader: Reader, size: tuple[int, int]) -> None:
    """On any screen the page itself does not scroll, and the buttons that move the picture are within the window."""
    reader.window(*size, touch=size[0] < 1000)
    reader.read(page_of())
    wide, high = reader.run("const e = document.documentElement; return [e.scrollWidth, e.scrollHeight]")

    assert (wide, high) == size
    for name in ("ui-in", "ui-out", "ui-fit", "ui-search"):
        left, top, width, height = reader.box(name)
        assert left >= 0
        assert left + width <= size[0]
        assert top >= 0
        assert top + height <= size[1]


@pytest.mark.parametrize(("language", "words"), [("fr", ("Rechercher", "Présenter")), ("en", ("Search", "Present"))])
def test_the_page_speaks_the_language_of_its_picture(reader: Reader, language: str, words: tuple[str, str]) -> None:
    """The interface, the labels and the page itself are in one language."""
    reader.read(page_of(language=language))

    assert reader.run("return document.documentElement.lang") == language
    assert (reader.all("#ui-search", "placeholder")[0], reader.text("#ui-present")) == words
    assert (
        reader.run("return document.title") == {"fr": "Cantines de la vallée", "en": "Canteens of the valley"}[language]
    )


# Searching and filtering


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("eleves", {"goûts"}),
        ("ÉLÈVES", {"goûts"}),
        ("oeuvre", {"école"}),
        ("ecole des CHEFS", {"école"}),
        ("un d'achat", {"centrale"}),
        ("un d’achat", {"centrale"}),
        ("precondition", {"contrats", "cuisine"}),
        ("mairie", {"contrats", "centrale"}),
        ("fermes", {"contrats", "centrale"}),
    ],
)
def test_search_needs_no_accents(reader: Reader, asked: str, found: set[str]) -> None:
    """Search finds labels, kinds, actors and pathways, whatever the accents, the case and the order of the words."""
    reader.read(page_of())
    reader.write("ui-search", asked)

    assert reader.lit() == set(map(card, found))
    assert len(reader.all(".ui-found", "tagName")) == len(found)


def test_search_counts_and_leads_from_hit_to_hit(reader: Reader) -> None:
    """The count of hits is shown; enter leads to the next, with shift to the one before, round and round."""
    reader.read(page_of())
    reader.write("ui-search", "precondition")
    seen = [reader.text("#ui-count")]
    for shift in (False, False, True):
        reader.press(Keys.ENTER, shift=shift)
        seen.append(reader.text("#ui-count"))

    assert seen == ["1 sur 2", "2 sur 2", "1 sur 2", "2 sur 2"]


def test_a_search_without_a_hit_says_so(reader: Reader) -> None:
    """Where nothing is found, that is said, also to a screen reader; what was searched for stays in the address."""
    reader.read(page_of())
    reader.write("ui-search", "quinoa")

    assert reader.lit() == set()
    assert reader.text("#ui-count") == "Aucun résultat"
    reader.until(lambda: reader.text("#ui-live"), "Aucun résultat")
    assert reader.fragment() == "#&q=quinoa"


def test_a_hit_out_of_sight_is_brought_into_it(reader: Reader) -> None:
    """The next hit is moved to where it can be seen and read."""
    reader.read(page_of())
    for _turn in range(12):
        reader.press("+")
    reader.write("ui-search", "potager")
    reader.press(Keys.ENTER)
    left, top, width, height = reader.box("ui-stage")
    x, y = reader.middle("card-potagers")

    assert left < x < left + width
    assert top < y < top + height


def test_filters_by_actor_and_by_kind(reader: Reader) -> None:
    """What an actor has a part in stays lit, what is of a kind, and of both what is both."""
    reader.read(page_of())
    reader.choose("ui-actor", "cuisines")
    by_actor = reader.lit()
    reader.choose("ui-kind", "strategy")
    by_both = reader.lit()
    reader.choose("ui-actor", "")
    by_kind = reader.lit()
    reader.click("ui-reset")

    assert by_actor == {"card-cuisine", "card-école", "card-potagers"}
    assert by_both == {"card-école", "card-potagers"}
    assert by_kind == {"card-école", "card-potagers", "card-centrale"}
    assert reader.lit() == CARDS


# Following causes and effects


def test_a_click_follows_causes_and_effects(reader: Reader) -> None:
    """A card chosen lights what leads to it and what it leads to, not what feedback leads back to from there."""
    reader.read(page_of())
    reader.click("card-contrats")

    assert reader.lit() == {"card-contrats", "card-centrale", "card-vision"}
    assert reader.lit_links() == {link_id("centrale", "contrats"), link_id("contrats", "vision")}
    assert reader.run("return document.getElementById('card-contrats').getAttribute('aria-pressed')") == "true"
    reader.click(empty(reader))
    assert reader.lit() == CARDS


@pytest.mark.parametrize(
    ("follow", "lit"),
    [
        ("both", {"cuisine", "école", "centrale", "vision", "goûts"}),
        ("causes", {"cuisine", "école", "centrale", "vision"}),
        ("effects", {"cuisine", "goûts", "vision"}),
        ("near", {"cuisine", "école", "centrale", "vision", "goûts"}),
    ],
)
def test_one_can_follow_one_way_only(reader: Reader, follow: str, lit: set[str]) -> None:
    """In the panel the reader chooses to follow both ways, causes, effects, or only what is next."""
    reader.read(page_of())
    reader.click("card-cuisine")
    reader.run("document.querySelector(`input[value=${arguments[0]}]`).click()", follow)

    assert reader.lit() == set(map(card, lit))


def test_a_gate_lights_only_the_cause_followed(reader: Reader) -> None:
    """Of causes that act only together, the one followed is lit, with the gate and what lies behind it."""
    reader.read(page_of())
    reader.click("card-potagers")

    assert reader.lit() == {"card-potagers", "card-goûts", "card-vision"}
    assert reader.lit_links() == {
        link_id("potagers", "gate-1"),
        link_id("gate-1", "goûts"),
        link_id("goûts", "vision"),
    }
    assert "seulement ensemble avec : Les équipes savent cuisiner végétal" in reader.text("#ui-sheet").replace(
        "\xa0", " "
    )


def test_the_panel_tells_what_is_known(reader: Reader) -> None:
    """The panel shows kind, pathway, level, indicators with their figures, causes and effects with their reasons."""
    reader.read(page_of())
    reader.click("card-contrats")
    told = reader.text("#ui-sheet").replace("\xa0", " ").replace("\u202f", " ")

    assert reader.is_shown("#ui-panel")
    for words in (
        "Vingt fermes signent un contrat",
        "Fermes",
        "Mairie",
        "collectif",
        "Contrats signés",
        "2 contrats (2025)",
        "9 contrats (juin 2026)",
        "20 contrats (2029)",
        "Créer une centrale d'achat",
        "Une commande groupée rassure",
        "Chaque enfant mange à sa faim",
    ):
        assert words in told


def test_a_link_can_be_chosen(reader: Reader) -> None:
    """A click on a line shows what it says, its reason and its evidence, and lights its ends."""
    reader.read(page_of())
    name = link_id("centrale", "contrats")
    x, y, width, height = reader.box(name)
    reader.click((x + width / 2 + 5, y + height / 2))
    told = reader.text("#ui-sheet")

    assert reader.lit() == {"card-centrale", "card-contrats"}
    assert reader.lit_links() == {name}
    assert "contribue fortement" in told
    assert "Une commande groupée rassure" in told
    assert "Bilan de 2025" in told
    assert reader.fragment() == f"#{name}"


def test_the_panel_leads_on(reader: Reader) -> None:
    """A cause named in the panel is chosen by a click, with what it says; back leads back."""
    reader.read(page_of())
    reader.click("card-contrats")
    reader.run("document.querySelector('.ui-to').click()")
    chosen = reader.fragment()
    told = reader.text("#ui-sheet")
    reader.driver.back()

    assert chosen == "#card-centrale"
    assert "Réunir les fermes" in told
    reader.until(reader.fragment, "#card-contrats")
    reader.until(lambda: reader.text("#ui-sheet h2"), "Vingt fermes signent un contrat")


# Moving


def test_the_wheel_zooms_where_the_mouse_is(reader: Reader) -> None:
    """Turning the wheel makes the picture larger and smaller; what is beneath the mouse stays there."""
    reader.read(page_of())
    before, at = reader.place(), reader.middle("card-goûts")
    reader.wheel(at, -300)
    reader.until(lambda: reader.place()[2] > before[2] * 1.2, wanted=True)
    after = reader.middle("card-goûts")
    reader.wheel(at, 240)
    reader.until(lambda: reader.place()[2] < before[2] * 1.3, wanted=True)

    assert abs(after[0] - at[0]) < 1
    assert abs(after[1] - at[1]) < 1


def test_a_drag_moves_the_picture_and_chooses_nothing(reader: Reader) -> None:
    """Dragging moves the picture as far as the mouse goes, even when it begins on a card, and is no click."""
    reader.read(page_of())
    start = reader.middle("card-cuisine")
    reader.drag(start, beside(start, 120, 60))

    assert reader.middle("card-cuisine") == pytest.approx(beside(start, 120, 60), abs=1)
    assert reader.fragment() == ""


def test_two_fingers_pinch(reader: Reader) -> None:
    """Two fingers that part make the picture larger by as much, and what lies between them stays there."""
    reader.window(820, 1100, touch=True)
    reader.read(page_of())
    middle, before = reader.middle("card-goûts"), reader.place()[2]
    reader.touch(
        [(beside(middle, -40), beside(middle, -100)), (beside(middle, 40), beside(middle, 100))],
    )

    assert reader.place()[2] == pytest.approx(before * 2.5, rel=0.02)
    assert reader.middle("card-goûts") == pytest.approx(middle, abs=2)
    assert reader.fragment() == ""


@pytest.mark.parametrize("size", [(390, 844), (844, 390)])
def test_a_phone_begins_with_what_can_be_read(reader: Reader, size: tuple[int, int]) -> None:
    """A wide picture begins large enough to be read, with its vision in sight; the button shows all of it."""
    reader.window(*size, touch=True)
    reader.read(page_of())
    begun = reader.place()[2]
    across, down = reader.middle("card-vision")
    reader.click("ui-fit")
    reader.until(lambda: reader.place()[2] < begun, True)

    assert begun > 0.5
    assert 0 < across < size[0]
    assert 0 < down < size[1]


def test_a_finger_taps_and_moves(reader: Reader) -> None:
    """A tap chooses a card, and the panel comes from below, away from it; one finger moves the picture."""
    reader.window(390, 844, touch=True)
    reader.read(page_of())
    tapped = reader.middle("card-goûts")
    reader.touch([(tapped, tapped)])
    reader.until(reader.fragment, "#card-goûts")
    start = reader.middle("card-goûts")
    reader.touch([(start, beside(start, 60, 40))])

    assert start[1] < reader.box("ui-panel")[1]
    assert reader.middle("card-goûts") == pytest.approx(beside(start, 60, 40), abs=1)
    assert reader.fragment() == "#card-goûts"


def test_buttons_and_signs_zoom(reader: Reader) -> None:
    """The three buttons, and the signs on the keyboard, make it larger, smaller, and whole again."""
    reader.read(page_of())
    first = reader.place()
    reader.click("ui-in")
    large = reader.place()[2]
    reader.press("-", "-")
    small = reader.place()[2]
    reader.press("0")

    assert (large, small) == pytest.approx((first[2] * 1.3, first[2] / 1.3), rel=1e-4)
    assert reader.place() == pytest.approx(first)


def test_the_picture_cannot_be_lost(reader: Reader) -> None:
    """However far it is dragged or shrunk, part of the picture stays in sight."""
    reader.read(page_of())
    for _turn in range(12):
        reader.drag((400, 400), (1270, 790))
    for _turn in range(30):
        reader.press("-")
    x, y, k = reader.place()

    assert x < reader.box("ui-stage")[2] - 40
    assert y < reader.box("ui-stage")[3] - 40
    assert k > 0.05


# By keyboard alone


def test_everything_can_be_reached_by_keyboard(reader: Reader) -> None:
    """The tab key leads through the bar, then from card to card in reading order, and each place is to be seen."""
    reader.read(page_of())
    order = []
    for _press in range(30):
        reader.press(Keys.TAB)
        order.append(reader.focused())
        if order[-1] == "ui-in":
            break
    cards = [name for name in order if name.startswith("card-")]

    assert order[0] == "ui-skip"
    assert order[1:6] == ["ui-search", "ui-actor", "ui-kind", "ui-present", "ui-look"]
    assert order[8] == "ui-stage"
    assert cards == reader.all(".card:not(.gate)")
    assert cards[0] == "card-vision"


def test_the_first_key_skips_the_bar(reader: Reader) -> None:
    """The first thing the tab key reaches is a link to the picture, and it can be seen."""
    reader.read(page_of())
    reader.press(Keys.TAB)
    top = reader.box("ui-skip")[1]
    reader.press(Keys.ENTER, Keys.TAB)

    assert top >= 0
    assert reader.focused() == "card-vision"


def test_a_focused_card_has_a_ring(reader: Reader) -> None:
    """Where the focus stands is drawn around the card."""
    reader.read(page_of())
    reader.run("document.getElementById('ui-stage').focus()")
    reader.press(Keys.TAB)
    x, y, width, height = reader.box("card-vision")
    left, top, wide, high = reader.run(
        "const b = document.querySelector('.ui-focus').getBoundingClientRect(); return [b.x, b.y, b.width, b.height]"
    )

    assert left < x
    assert top < y
    assert wide > width
    assert high > height


def test_arrows_lead_along_causes_and_effects(reader: Reader) -> None:
    """On a card, up leads to an effect, down to a cause, right and left to what stands beside it."""
    reader.read(page_of())
    reader.run("document.getElementById('card-centrale').focus()")
    way = []
    for key in (Keys.ARROW_UP, Keys.ARROW_UP, Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_RIGHT):
        reader.press(key)
        way.append(reader.focused())
    reader.press(Keys.HOME)

    assert way[:3] == ["card-contrats", "card-vision", "card-contrats"]
    assert way[3] == "card-centrale"
    assert way[4] in {"card-école", "card-potagers"}
    assert reader.focused() == "card-vision"


def test_enter_reads_and_escape_leads_back(reader: Reader) -> None:
    """Enter chooses a card and leads into the panel; escape leads back to the card, then lets go of it."""
    reader.read(page_of())
    reader.run("document.getElementById('card-contrats').focus()")
    reader.press(Keys.ENTER)
    inside = reader.run("return document.activeElement.textContent")
    reader.press(Keys.ESCAPE)
    back, chosen = reader.focused(), reader.fragment()
    reader.press(Keys.ESCAPE)

    assert inside == "Vingt fermes signent un contrat"
    assert (back, chosen) == ("card-contrats", "#card-contrats")
    assert reader.lit() == CARDS
    assert not reader.is_shown("#ui-panel")


def test_a_screen_reader_hears_what_is_chosen(reader: Reader) -> None:
    """What is chosen is announced, with how many causes and effects it has."""
    reader.read(page_of())
    reader.click("card-contrats")

    reader.until(
        lambda: reader.text("#ui-live").partition("Vingt")[2],
        " fermes signent un contrat. 1 cause, 1 effet.",
    )


def test_letters_can_be_switched_off(reader: Reader) -> None:
    """The list of keys opens by ? and closes by escape; letters that are no longer keys do nothing."""
    reader.read(page_of())
    reader.press("?")
    opened = reader.is_shown("#ui-keys")
    reader.click("ui-letters")
    reader.press(Keys.ESCAPE)
    before = reader.place()
    reader.press("+", "/")

    assert opened
    assert not reader.is_shown("#ui-keys")
    assert reader.place() == before
    assert reader.focused() != "ui-search"


# Presenting


def test_steps_go_from_the_vision_down(reader: Reader) -> None:
    """Without steps of its own the picture is told level by level, by keys alone, and the last shows all of it."""
    reader.read(page_of())
    reader.click("ui-present")
    seen = [reader.visible()]
    while reader.run("return !document.getElementById('ui-next').disabled"):
        reader.press(Keys.ARROW_RIGHT)
        seen.append(reader.visible())
    reader.press(Keys.HOME)
    first = reader.visible()
    reader.press(Keys.ESCAPE)

    assert seen[0] == first == {"card-vision"}
    assert seen[-1] == CARDS
    assert all(one < two for one, two in pairwise(seen))
    assert not reader.is_shown("#ui-steps")
    assert reader.visible() == CARDS


def test_steps_of_a_view_are_told_as_written(reader: Reader) -> None:
    """A view's steps have their titles; they show what they name besides what was shown, hide, and point out."""
    reader.read(page_of(view="récit"))
    reader.press("p")
    titles, seen, pointed = [], [], []
    for key in (Keys.HOME, Keys.PAGE_DOWN, Keys.SPACE):
        reader.press(key)
        titles.append(reader.text("#ui-step-title"))
        seen.append(reader.visible())
        pointed.append(len(reader.all(".ui-pointed", "tagName")))

    assert titles == ["D'abord la vision", "Puis les fermes", "Enfin les repas"]
    assert seen == [
        {"card-vision"},
        {"card-vision", "card-contrats", "card-centrale"},
        CARDS - {"card-contrats", "card-centrale"},
    ]
    assert pointed == [0, 0, 1]


def test_presenting_shows_the_picture_alone(reader: Reader) -> None:
    """While presenting there is no bar and no panel, and what is there fills the window."""
    reader.read(page_of())
    reader.click("ui-present")
    hidden = [reader.is_shown(name) for name in (".ui-bar", ".ui-zoom", "#ui-panel")]
    wide = reader.box("card-vision")[2]

    assert hidden == [False, False, False]
    assert wide > 900
    reader.press(Keys.ESCAPE)


# What lasts


def test_the_address_brings_it_all_back(reader: Reader) -> None:
    """What is chosen, searched and filtered survives a reload, and opens from a link."""
    wanted = "#card-contrats&q=ferme&actor=mairie&kind=precondition&follow=causes"
    reader.read(page_of(), wanted[1:])
    reader.reload()

    assert reader.fragment() == wanted
    assert reader.text("#ui-sheet h2") == "Vingt fermes signent un contrat"
    assert reader.all("#ui-search, #ui-actor, #ui-kind", "value") == ["ferme", "mairie", "precondition"]
    assert reader.run("return document.querySelector('input[value=causes]').checked")


def test_a_step_is_an_address_too(reader: Reader) -> None:
    """A presentation can be opened at one of its steps."""
    reader.read(page_of(), "&step=2")

    assert reader.is_shown("#ui-steps")
    assert reader.text("#ui-step-number").startswith("Étape 2 sur")
    assert "card-vision" in reader.visible() != CARDS


@pytest.mark.parametrize(
    "fragment", ["nobody", "card-nobody&actor=nobody", "%E0%A4%A", "&follow=x&kind=&q&step=0", "ui-stage"]
)
def test_an_address_that_means_nothing_does_no_harm(reader: Reader, fragment: str) -> None:
    """What the address asks for and the picture does not have is left aside."""
    reader.read(page_of(), fragment)

    assert reader.lit() == CARDS
    assert not reader.is_shown("#ui-panel")


# Light and dark, paper


def background(reader: Reader) -> str:
    """Return the colour behind the picture."""
    return str(reader.run("return getComputedStyle(document.querySelector('.paper')).fill"))


def test_dark_follows_the_wish_and_the_button(reader: Reader) -> None:
    """The page is dark for those who prefer it, the button turns it, and that is remembered."""
    reader.read(page_of())
    light = background(reader)
    reader.prefer(color_scheme="dark")
    dark = background(reader)
    reader.click("ui-look")
    turned = background(reader)
    reader.reload()
    remembered = background(reader)

    assert light == turned == remembered != dark


def test_a_dark_picture_is_dark_for_everyone(reader: Reader) -> None:
    """A picture in a dark theme is dark by itself, and its reader can have it light."""
    reader.read(page_of(theme="dark"))
    dark = background(reader)
    reader.click("ui-look")
    light = background(reader)

    assert dark == "rgb(20, 25, 31)"
    assert light == "rgb(251, 250, 247)"


@pytest.mark.parametrize(
    ("model", "fragment"), [(None, ""), (None, "card-contrats"), (None, "&step=2"), (canteens(), "")]
)
def test_it_prints_on_one_page(reader: Reader, model: Theory | None, fragment: str) -> None:
    """Whatever is zoomed, chosen or presented, paper shows the whole picture on one page, and nothing of the bar."""
    reader.read(page_of(model), fragment)
    reader.wheel((500, 500), -500)
    pages = PdfReader(io.BytesIO(reader.printed())).pages
    text = " ".join(pages[0].extract_text().split())

    assert len(pages) == 1
    assert "Cantines de la vallée" in text
    assert "Rechercher" not in text
    assert sorted(map(float, pages[0].mediabox[2:])) == pytest.approx([210 / 25.4 * 72, 297 / 25.4 * 72], abs=1)


def test_dark_prints_light(reader: Reader) -> None:
    """On paper the picture is light, also for those who prefer it dark."""
    reader.prefer(color_scheme="dark")
    reader.read(page_of())
    reader.command("Emulation.setEmulatedMedia", media="print", features=[])
    printed = background(reader)
    reader.prefer()

    assert printed == "rgb(251, 250, 247)"


# What nobody may do


@pytest.mark.parametrize("label", HOSTILE)
def test_a_label_stays_text(reader: Reader, label: str) -> None:
    """A label that looks like markup or script is shown as it was written, on its card and in the panel."""
    model = theory(
        [element("vision", "v", label), element("strategy", "s", f"S {label}")],
        [link("s", "v", because=label)],
        f"T {label}",
    )
    reader.read(page_of(model, "en"))
    reader.click("card-v")
    shown = reader.run("return document.querySelector('#ui-sheet h2').textContent")

    assert " ".join(shown.split()) == " ".join(label.split())
    assert reader.run("return document.scripts.length") == 2
    assert reader.run("return document.querySelectorAll('img').length") == 0
    assert " ".join(reader.run("return document.title").split()) == " ".join(f"T {label}".split())


def test_the_policy_lets_nothing_else_run(reader: Reader) -> None:
    """The policy of the page stops a script, a style and a request that it does not know."""
    reader.read(page_of())
    reader.run(
        "window.broken = []; addEventListener('securitypolicyviolation', e => broken.push(e.effectiveDirective));"
        "const s = document.createElement('script'); s.textContent = 'window.ran = true'; document.body.append(s);"
        "const t = document.createElement('style'); t.textContent = 'body{color:red}'; document.head.append(t);"
        "fetch('https://example.org/').catch(() => {});"
    )
    reader.until(lambda: len(reader.run("return broken")), 3)

    assert set(reader.run("return broken")) == {"script-src-elem", "style-src-elem", "connect-src"}
    assert reader.run("return window.ran") is None
    assert len(reader.complaints()) >= 3


# A page that lives


def test_a_picture_can_be_replaced(reader: Reader) -> None:
    """A new picture takes the place of the old one; what is chosen and how it is zoomed stay."""
    reader.read(page_of())
    reader.click("card-contrats")
    reader.wheel((500, 400), -300)
    before = reader.place()
    label = next(found for found in valley().elements.values() if found.id == "contrats")
    renamed = evolve(label, label=evolve(label.label, texts=(evolve(label.label.texts[0], value="Trente fermes"),)))
    model = evolve(valley(), elements={**valley().elements, label.key: renamed})
    scene = compose(model, Options(language="fr", details=True))
    reader.run("toc.replacePicture(arguments[0], arguments[1])", picture(scene), data(scene))

    assert reader.place() == pytest.approx(before)
    assert reader.fragment() == "#card-contrats"
    assert reader.text("#ui-sheet h2") == "Trente fermes"
    assert reader.lit() == {"card-contrats", "card-centrale", "card-vision"}


def test_what_a_new_picture_has_not_is_let_go(reader: Reader) -> None:
    """Where the new picture lacks what was chosen, nothing is chosen; broken SVG is refused."""
    reader.read(page_of(), "card-contrats&actor=mairie&q=ferme")
    scene = compose(canteens(), Options(details=True))
    reader.run("toc.replacePicture(arguments[0], arguments[1])", picture(scene), data(scene))
    refused = reader.run("try { toc.replacePicture('<p/>', null) } catch (fault) { return fault.message }")

    assert reader.fragment() == "#&q=ferme"
    assert not reader.is_shown("#ui-panel")
    assert refused == "not an SVG picture"
