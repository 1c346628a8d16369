"""Colours as `#RRGGBB`: mixed, compared, and changed until they can be read.

Contrast and luminance are those of WCAG 2.2 (w3.org/TR/WCAG22, relative luminance and contrast ratio).
"""

from collections.abc import Iterable

WHITE, BLACK = "#FFFFFF", "#000000"
# What WCAG 2.2 asks for: of texts (1.4.3, level AA), and of lines and other graphics (1.4.11).
TEXT, GRAPHICS = 4.5, 3.0


def mix(colour: str, other: str, percent: int) -> str:
    """Return `colour` with `percent` of `other` in it."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{(one * (100 - percent) + two * percent) // 100:02X}" for one, two in pairs)


def contrast(one: str, two: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    bright, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, from 0 (black) to 1 (white)."""
    parts = (part / 255 for part in _channels(colour))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def is_dark(colour: str) -> bool:
    """Whether white can be read on a colour better than black."""
    return contrast(colour, WHITE) > contrast(colour, BLACK)


def readable(colour: str, grounds: Iterable[str], least: float = TEXT) -> str:
    """Return `colour`, made darker or lighter as far as it takes to have the contrast `least` with all `grounds`.

    Where none has it, the nearer of black and white to having it.
    """
    grounds = tuple(grounds)
    for percent in range(0, 101, 2):
        for end in (BLACK, WHITE):
            tried = mix(colour, end, percent)
            if all(contrast(tried, ground) >= least for ground in grounds):
                return tried
    return max((BLACK, WHITE), key=lambda end: min((contrast(end, ground) for ground in grounds), default=0.0))


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
