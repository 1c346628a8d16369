"""An organisation's own theme: its colours where they can be read, its font measured, its logo in its place."""

from base64 import b64encode
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from scene.test_themes import contrast, lines_of, words_of
from scene.theories import canteens

from toc.colours import is_dark, readable
from toc.scene.compose import compose
from toc.scene.drawing import draw
from toc.scene.measure import BOLD, FONTS, REGULAR, Style, faces, measured_in, width
from toc.scene.options import Options
from toc.scene.own_theme import own_theme
from toc.scene.scene import Scene
from toc.scene.theme import Font, Sign, Theme, theme
from toc.scene.typeface import UnusableFontError, typeface

colours = st.integers(0, 0xFFFFFF).map("#{:06X}".format)
INTER = (FONTS / "Inter-Regular.ttf").read_bytes()
BOLDER = (FONTS / "Inter-SemiBold.ttf").read_bytes()


def own(**settings: Any) -> Theme:
    """Return the theme of these settings."""
    found = own_theme(settings)
    assert found is not None
    return found


def picture(look: Theme, **options: Any) -> Scene:
    """Return the canteens in a theme of one's own."""
    return compose(canteens(), Options(own=look, **options))


def test_without_settings_there_is_none() -> None:
    """An organisation that asks for nothing has no theme of its own."""
    assert own_theme({}) is None


def test_it_starts_from_a_theme() -> None:
    """What the settings do not say is that of the theme they name, or of the usual one."""
    assert own(name="dark").roles == theme("dark").roles
    assert own(logo="x").hues == theme(None).hues


def test_kinds_have_their_colours_wherever_they_stand() -> None:
    """A kind with a colour of its own is filled with just that; other cards keep the colour of their lane."""
    found = picture(own(colours={"strategy": "#FFB81C"}))
    strategies = {card.hue for card in found.cards if card.kind == "strategy"}
    others = {card.hue for card in found.cards if card.kind != "strategy" and card.shape != "gate"}

    assert strategies == {"kind-strategy"}
    assert found.theme.hues["kind-strategy"].fill == "#FFB81C"
    assert "kind-strategy" not in others


def test_pathways_have_the_colours_given_in_order() -> None:
    """Lanes take the colours of the settings, beginning again where there are more lanes."""
    found = picture(own(pathways=["#E4002B", "#00A3AD"]))

    assert {lane.hue for lane in found.lanes} == {"own-1", "own-2"}
    assert found.theme.lane_hues == ("own-1", "own-2")


def test_the_banner_has_the_colour_of_visions() -> None:
    """A colour for visions is that of the banner, with words on it that can be read."""
    roles = own(colours={"vision": "#FFE000"}).roles

    assert roles["vision.from"] == "#FFE000"
    assert contrast(roles["vision.ink"], "#FFE000") >= 4.5


@example({"paper": "#0079FF"})
@example({"strategy": "#000000", "outcome": "#000000", "ink": "#0079E7"})
@given(st.dictionaries(st.sampled_from(("strategy", "outcome", "vision", "ink", "paper")), colours, max_size=5))
def test_any_colours_can_be_read(given_colours: dict[str, str]) -> None:
    """Whatever the colours, texts and lines have the contrast that WCAG asks for."""
    look = own(colours=given_colours)

    # WCAG rounds the parts that colours have in luminance, to four digits; these are not rounded.
    assert [pair for pair in words_of(look) if contrast(*pair) < 4.499] == []
    assert [pair for pair in lines_of(look)[:-3] if contrast(*pair) < 2.999] == []


@given(colours, st.lists(colours, min_size=1, max_size=2))
def test_a_colour_is_changed_no_more_than_it_must(colour: str, grounds: list[str]) -> None:
    """What can be read stays as it is; what cannot is moved to where it can, if anything can be read there."""
    found = readable(colour, grounds)
    possible = any(all(contrast(end, ground) >= 4.5 for ground in grounds) for end in ("#000000", "#FFFFFF"))

    if all(contrast(colour, ground) >= 4.5 for ground in grounds):
        assert found == colour
    assert not possible or all(contrast(found, ground) >= 4.5 for ground in grounds)


@pytest.mark.parametrize(
    ("colour", "dark"), [("#000000", True), ("#FFFFFF", False), ("#12355B", True), ("#FFE000", False)]
)
def test_dark_and_light(colour: str, dark: bool) -> None:
    """A colour is dark where white can be read on it better than black."""
    assert is_dark(colour) is dark


def test_a_theme_asked_for_goes_before_it() -> None:
    """`--theme` and the theme of a view count more than the organisation's own."""
    look = own(colours={"paper": "#FFF8EE"})

    assert picture(look).theme.name == "own"
    assert picture(look, theme="print").theme.name == "print"


def test_a_logo_stands_above_the_picture() -> None:
    """A logo is fitted into the upper left corner, and the title keeps clear of it."""
    sign = Sign(b"<svg/>", "image/svg+xml", 400, 100)
    found = picture(own_theme({"logo": "x"}, None, sign) or theme(None))
    assert found.logo is not None
    box = found.logo.box

    assert (box.width, box.height) == (180, 45)
    assert all(line.at.x - width(line.text, Style(line.size, BOLD)) / 2 > box.right for line in found.headings)
    assert f"data:image/svg+xml;base64,{b64encode(b'<svg/>').decode()}" in draw(found)


def test_a_font_of_ones_own_is_measured() -> None:
    """The widths of a font's file are those that toc's own table has for the same font."""
    text = "Élèves : « œuvre », 80 % → 30 000"
    usual = [width(text, Style(13.5, weight)) for weight in (REGULAR, BOLD)]
    with measured_in(faces(Font("Inter", INTER, BOLDER))):
        measured = [width(text, Style(13.5, weight)) for weight in (REGULAR, BOLD)]

    assert measured == usual


def test_another_font_makes_other_lines() -> None:
    """With wider letters, cards get higher; afterwards the usual font is measured again."""
    wide = wider(INTER)
    heights = [
        sum(card.box.height for card in found.cards)
        for found in (picture(theme(None)), picture(font_of(wide)), picture(theme(None)))
    ]

    assert heights[0] == heights[2] < heights[1]


def test_a_font_comes_along_with_the_drawing() -> None:
    """The drawing names the font first, and holds its file."""
    text = draw(picture(font_of(INTER)))

    assert "'Org One','Inter'" in text
    assert b64encode(INTER).decode() in text
    assert "woff2" not in text


def font_of(data: bytes) -> Theme:
    """Return a theme in the font of a file."""
    found = own_theme({"font": "x"}, Font("Org One", data, data))
    assert found is not None
    return found


def wider(data: bytes) -> bytes:
    """Return a font whose em has half as many units, so that all letters are twice as wide."""
    tables = {
        data[at : at + 4]: int.from_bytes(data[at + 8 : at + 12], "big") for at in range(12, 12 + 16 * data[5], 16)
    }
    place = tables[b"head"] + 18
    return data[:place] + (int.from_bytes(data[place : place + 2], "big") // 2).to_bytes(2, "big") + data[place + 2 :]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no TrueType"),
        (b"wOF2" + INTER, "no TrueType"),
        (INTER[:2000], "damaged"),
        (INTER[:4] + b"\xff" * 2000, "damaged"),
        (b"OTTO" + b"\0" * 5_000_000, "more than"),
    ],
)
def test_what_is_no_font_is_refused(data: bytes, reason: str) -> None:
    """A file that cannot be measured is refused with its reason."""
    with pytest.raises(UnusableFontError) as refused:
        typeface(data)

    assert reason in str(refused.value.message)


@given(st.integers(0, len(INTER) - 1), st.binary(min_size=1, max_size=8))
def test_damaged_fonts_never_crash(place: int, noise: bytes) -> None:
    """Whatever the damage, a font is read, or refused with a reason."""
    damaged = INTER[:place] + noise + INTER[place + len(noise) :]

    assert verdict(damaged)


def verdict(data: bytes) -> str:
    """Return the family of a font, or why it is refused."""
    try:
        return typeface(data).family
    except UnusableFontError as error:
        return str(error.message)


def test_the_family_is_fit_for_a_style_sheet() -> None:
    """The name of a font holds nothing that could end it in a style sheet."""
    assert typeface(INTER).family == "Inter"
    evil = INTER.replace("Inter".encode("utf-16-be"), "I'};{".encode("utf-16-be"))
    assert set("'};{").isdisjoint(typeface(evil).family)
