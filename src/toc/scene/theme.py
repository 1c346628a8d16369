"""Themes: the colours of a picture, as data files."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from attrs import frozen

THEMES = Path(__file__).parent / "themes"
DEFAULT = "workshop"
NEUTRAL = "neutral"


class Hue(NamedTuple):
    """One colour in its uses: lines and fills, the tint behind cards, and the lighter line of a link."""

    line: str
    tint: str
    link: str


class Font(NamedTuple):
    """The font of a picture: its family, and its files (TrueType or OpenType); None stands for the Inter of toc."""

    family: str = "Inter"
    regular: bytes | None = None
    bold: bytes | None = None


@frozen
class Theme:
    """The look of a picture: `roles` are colours by name (`ink`, …), `hues` by name, in the order given out."""

    name: str
    roles: Mapping[str, str]
    hues: Mapping[str, Hue]
    font: Font = Font()

    @property
    def lane_hues(self) -> tuple[str, ...]:
        """The hues given to lanes, in order."""
        return tuple(name for name in self.hues if name != NEUTRAL)


def themes() -> tuple[str, ...]:
    """Return the names of all themes."""
    return tuple(sorted(path.stem for path in THEMES.glob("*.toml")))


@cache
def theme(name: str | None) -> Theme:
    """Return the theme `name`; the default one where there is none of that name."""
    path = THEMES / f"{name or DEFAULT}.toml"
    if name not in themes():
        path = THEMES / f"{DEFAULT}.toml"
    table = tomllib.loads(path.read_text("utf-8"))
    roles = dict(table["paper"])
    for part in ("vision", "ceiling", "hinders", "highlight"):
        roles |= {f"{part}.{use}": colour for use, colour in table[part].items()}
    paper = roles["background"]
    hues = {hue["name"]: Hue(hue["line"], hue["tint"], mix(hue["line"], paper, 22)) for hue in table["hues"]}
    plain = table["neutral"]
    hues[NEUTRAL] = Hue(plain["line"], plain["tint"], mix(plain["line"], paper, 22))
    return Theme(path.stem, roles, hues)


def mix(colour: str, other: str, percent: int) -> str:
    """Return `colour` with `percent` of `other` in it; both and the result as `#RRGGBB`."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{(one * (100 - percent) + two * percent) // 100:02X}" for one, two in pairs)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
