"""Themes: words and lines that can be seen, by everyone."""

from itertools import combinations
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

import pytest

from toc.scene.theme import NEUTRAL, Theme, theme, themes

Triple = tuple[float, float, float]

# Machado, Oliveira and Fernandes 2009, "A Physiologically-based Model for Simulation of Color Vision Deficiency",
# IEEE Transactions on Visualization and Computer Graphics 15(6): the matrices for severity 1, on linear RGB.
SIGHTS: dict[str, tuple[Triple, Triple, Triple]] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "without red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "without green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "without blue": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
# From linear RGB to XYZ, as IEC 61966-2-1 (sRGB) has it.
XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))


def test_there_is_a_theme_for_each_place() -> None:
    """The themes are those that the language has words for."""
    from toc.syntax.keywords import table

    assert themes() == tuple(sorted(table()["values"]["theme"]))


@pytest.mark.parametrize("name", themes())
def test_words_are_readable(name: str) -> None:
    """Each text has the contrast that WCAG asks for (4.5 : 1, in the theme of high contrast 7 : 1) with its ground."""
    least = 7 if name == "high_contrast" else 4.5

    assert [pair for pair in words_of(theme(name)) if contrast(*pair) < least] == []


@pytest.mark.parametrize("name", themes())
def test_lines_can_be_seen(name: str) -> None:
    """Each line, bar and ring has the contrast that WCAG asks of graphics (3 : 1) with what it runs over."""
    assert [pair for pair in lines_of(theme(name)) if contrast(*pair) < 3] == []


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("name", themes())
def test_lanes_are_told_apart_without_all_colours(name: str, sight: str) -> None:
    """For each sight, two lanes differ by at least 8.5 in CIEDE2000, any two of the first four by at least 11."""
    look = theme(name)
    seen = [lab(look.hues[hue].line, sight) for hue in look.lane_hues]
    far = [(one, two) for one, two in combinations(range(len(seen)), 2) if distance(seen[one], seen[two]) < 8.5]
    near = [(one, two) for one, two in combinations(range(4), 2) if distance(seen[one], seen[two]) < 11]

    assert (far, near) == ([], [])


def test_the_distance_of_colours_is_the_published_one() -> None:
    """CIEDE2000 gives what Sharma, Wu and Dalal 2005 (Color Research and Application 30(1)) list for their pairs."""
    pairs = [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, -1.3802, -84.2814), (50.0, 0.0, -82.7485), 1.0),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ]

    assert [round(distance(one, two), 4) for one, two, _ in pairs] == [known for _, _, known in pairs]


def words_of(look: Theme) -> list[tuple[str, str]]:
    """Return every pair of a text's colour and its ground's."""
    roles = look.roles
    pairs = [(roles[ink], roles[ground]) for ink in ("title", "muted", "ink") for ground in ("background", "card")]
    pairs += [(roles[ink], roles[end]) for ink in ("vision.ink", "vision.kind") for end in ("vision.from", "vision.to")]
    pairs += [(roles["ceiling.ink"], roles["ceiling.line"]), (roles["muted"], look.hues[NEUTRAL].tint)]
    pairs += [(roles[f"progress.{way}"], roles["card"]) for way in ("on", "off")]
    for hue in look.hues.values():
        pairs += [(hue.line, ground) for ground in (roles["card"], roles["background"], hue.tint)]
        pairs += [(hue.ink, hue.fill), (roles["ink"], hue.tint), (roles["muted"], hue.tint)]
    return pairs


def lines_of(look: Theme) -> list[tuple[str, str]]:
    """Return every pair of a line's colour and that of what it runs over."""
    roles = look.roles
    grounds = [roles["background"], *(hue.tint for hue in look.hues.values())]
    lines = [roles[role] for role in ("hinders.line", "ceiling.line", "highlight.edge")]
    lines += [hue.link for hue in look.hues.values()]
    pairs = [(line, ground) for line in lines for ground in grounds]
    pairs += [(roles[f"progress.{way}"], roles["rule"]) for way in ("on", "off")]
    return [*pairs, (roles["vision.line"], roles["background"])]


def contrast(one: str, two: str) -> float:
    """Return the contrast of two colours, as WCAG 2 defines it."""
    bright, dark = sorted((brightness(one), brightness(two)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def brightness(colour: str) -> float:
    """Return the relative luminance of a colour, as WCAG 2 defines it."""
    return sum(part * weight for part, weight in zip(linear(colour), XYZ[1], strict=True))


def linear(colour: str) -> Triple:
    """Return the linear parts of red, green and blue of `#RRGGBB`."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def lab(colour: str, sight: str) -> Triple:
    """Return a colour as CIELAB (D65), as `sight` sees it."""
    seen = [min(max(part, 0.0), 1.0) for part in times(SIGHTS[sight], linear(colour))]
    white = times(XYZ, (1, 1, 1))
    parts = [part / whole for part, whole in zip(times(XYZ, seen), white, strict=True)]
    x, y, z = (part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116 for part in parts)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def times(matrix: tuple[Triple, Triple, Triple], parts: list[float] | Triple) -> Triple:
    """Return a matrix times a column."""
    one, two, three = (sum(factor * part for factor, part in zip(row, parts, strict=True)) for row in matrix)
    return one, two, three


def distance(one: Triple, two: Triple) -> float:
    """Return the difference of two colours in CIELAB, as CIEDE2000 defines it (Sharma, Wu and Dalal 2005)."""
    (l1, a1, b1), (l2, a2, b2) = one, two
    mean = (hypot(a1, b1) + hypot(a2, b2)) / 2
    stretch = 1.5 - 0.5 * sqrt(mean**7 / (mean**7 + 25**7))
    c1, c2 = hypot(a1 * stretch, b1), hypot(a2 * stretch, b2)
    h1, h2 = degrees(atan2(b1, a1 * stretch)) % 360, degrees(atan2(b2, a2 * stretch)) % 360
    turn = (h2 - h1 + 180) % 360 - 180
    middle = (h1 + h2) / 2 + (180 if abs(h1 - h2) > 180 and h1 + h2 < 360 else 0)
    middle -= 180 if abs(h1 - h2) > 180 and h1 + h2 >= 360 else 0
    if c1 * c2 == 0:
        turn, middle = 0.0, h1 + h2
    chroma, light = (c1 + c2) / 2, (l1 + l2) / 2 - 50
    waves = ((-0.17, 1, -30), (0.24, 2, 0), (0.32, 3, 6), (-0.20, 4, -63))
    weight = 1 + sum(size * cos(radians(times * middle + shift)) for size, times, shift in waves)
    lightness = (l2 - l1) / (1 + 0.015 * light**2 / sqrt(20 + light**2))
    colourfulness = (c2 - c1) / (1 + 0.045 * chroma)
    shade = 2 * sqrt(c1 * c2) * sin(radians(turn / 2)) / (1 + 0.015 * chroma * weight)
    angle = 60 * exp(-(((middle - 275) / 25) ** 2))
    twist = -2 * sqrt(chroma**7 / (chroma**7 + 25**7)) * sin(radians(angle))
    return sqrt(lightness**2 + colourfulness**2 + shade**2 + twist * colourfulness * shade)
