"""Text: how wide it is, and where its lines break."""

import pytest
from fontTools.ttLib import TTFont
from hypothesis import example, given
from hypothesis import strategies as st

from toc.scene.measure import BOLD, ELLIPSIS, FONTS, REGULAR, Style, width, wrap, wrap_evenly

BODY = Style(10)


@pytest.mark.parametrize("weight", [REGULAR, BOLD])
@pytest.mark.parametrize("kind", ["ttf", "woff2"])
def test_the_table_of_widths_is_that_of_the_fonts(weight: str, kind: str) -> None:
    """Every character of the committed fonts is as wide as the committed table says."""
    font = TTFont(FONTS / f"Inter-{weight}.{kind}")
    units = font["head"].unitsPerEm
    advances = {chr(code): font["hmtx"][glyph][0] for code, glyph in font.getBestCmap().items()}

    assert {c: width(c, Style(units, weight)) for c in advances} == advances


def test_the_fonts_have_what_french_needs() -> None:
    """Ligatures, capitals with accents, narrow spaces, guillemets, arrows: all are in the subset."""
    wanted = set("ŒœÆæÉÈÊËÀÂÇÎÏÔÙÛÜŸ«»’“”…–—€°№½→↑●○★✓\u00a0\u202f")

    for weight in (REGULAR, BOLD):
        assert wanted - {chr(code) for code in TTFont(FONTS / f"Inter-{weight}.ttf").getBestCmap()} == set()


@pytest.mark.parametrize(
    ("text", "ems"),
    [("漢字", 2), ("e\u0301", None), ("🌱", 1.25), ("Ж", 1433 / 2048), ("\u200b", 0)],
)
def test_what_the_font_lacks_is_estimated(text: str, ems: float | None) -> None:
    """Ideographs count as wide as high, emoji a little more, marks that join a letter nothing."""
    expected = width("e", BODY) if ems is None else ems * 10

    assert width(text, BODY) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "limit", "lines"),
    [
        ("", 100, ()),
        ("one", 100, ("one",)),
        ("one two three", 45, ("one two", "three")),
        ("  one \t two\nthree ", 1000, ("one two three",)),
        ("le pain : bon", 35, ("le", "pain :", "bon")),
        ("dire « oui » vite", 50, ("dire", "« oui »", "vite")),
        ("presque 80 % ici", 60, ("presque", "80 % ici")),
        ("il a 30 000 vies", 45, ("il a", "30 000", "vies")),
        ("ici\u00a0même\u202f!", 20, ("ici\u00a0", "mê", "me\u202f!")),
        ("漢字漢字漢字", 25, ("漢字", "漢字", "漢字")),
        ("grand-mère-patrie", 50, ("grand-", "mère-", "patrie")),
    ],
)
def test_lines_break_where_they_may(text: str, limit: float, lines: tuple[str, ...]) -> None:
    """Lines break at ordinary spaces, never before a closing sign, and inside a word only where nothing else helps."""
    assert wrap(text, limit, BODY) == lines


@given(st.text(max_size=80), st.integers(20, 200), st.sampled_from([wrap, wrap_evenly]))
@example("\x1f", 20, wrap)
def test_no_line_is_wider_than_its_limit_and_nothing_is_lost(text: str, limit: int, how: object) -> None:
    """Whatever the text, its lines fit and hold all its characters but spaces."""
    lines = wrap(text, limit, BODY) if how is wrap else wrap_evenly(text, limit, BODY)
    spaces = dict.fromkeys(map(ord, " \t\n\r\f\v\u2028\u2029"))

    assert [line for line in lines if width(line, BODY) > limit and len(line) > 13] == []
    assert "".join(lines).translate(spaces) == text.translate(spaces)


def test_what_does_not_fit_ends_with_an_ellipsis() -> None:
    """With too many words for the lines there are, the last line says that there is more, and still fits."""
    lines = wrap("word " * 100, 60, BODY, 3)

    assert (len(lines), lines[-1][-1]) == (3, ELLIPSIS)
    assert width(lines[-1], BODY) <= 60


def test_titles_are_broken_evenly() -> None:
    """A title takes no more lines than it must, and these are of much the same length."""
    text = "Chaque jeune de la vallée trouve sa voie et obtient un diplôme"
    plain, even = wrap(text, 260, BODY), wrap_evenly(text, 260, BODY)

    assert len(even) == len(plain) == 2
    assert max(width(line, BODY) for line in even) < max(width(line, BODY) for line in plain)
