"""Themes: the look of a picture, as data files."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from attrs import field, frozen

from toc.colours import mix

THEMES = Path(__file__).parent / "themes"
DEFAULT = "workshop"
NEUTRAL = "neutral"
OUTLINE = 1.6
# How much of the paper is in the line of a link, in percent, so that many links do not outshout the cards.
LIGHTER = 15
_PARTS = ("vision", "ceiling", "hinders", "highlight", "progress")


class Hue(NamedTuple):
    """One colour in its uses.

    `line` is for outlines and words, `tint` for the ground behind cards and `edge` for the line around that ground,
    `link` for lines between cards, `fill` for filled cards and `ink` for the words on them.
    """

    line: str
    tint: str
    link: str
    fill: str
    ink: str
    edge: str


class Font(NamedTuple):
    """The font of a picture: its family, and its files (TrueType or OpenType); None stands for the Inter of toc.

    `files` are where they lie, for programs that want to read them there.
    """

    family: str = "Inter"
    regular: bytes | None = None
    bold: bytes | None = None
    files: tuple[str, ...] = ()


INTER = Font()


class Sign(NamedTuple):
    """An organisation's logo: the bytes of its file, their type, and its size in px."""

    data: bytes
    mime: str
    width: int
    height: int


def _nothing() -> Mapping[str, str]:
    return MappingProxyType({})


@frozen
class Theme:
    """The look of a picture: `roles` are colours by name (`ink`, …), `hues` by name, in the order given out.

    `kinds` names the hue of each kind of card that has one of its own, wherever it stands; `outline` is the width of
    the lines around cards, in px.
    """

    name: str
    roles: Mapping[str, str]
    hues: Mapping[str, Hue]
    font: Font = INTER
    kinds: Mapping[str, str] = field(factory=_nothing)
    outline: float = OUTLINE
    logo: Sign | None = None

    @property
    def lane_hues(self) -> tuple[str, ...]:
        """The hues given to lanes, in order."""
        return tuple(name for name in self.hues if name != NEUTRAL and name not in self.kinds.values())

    def colour(self, role: str) -> str:
        """Return the colour of a role: a name in `roles`, or `line:`, `tint:`, `link:`, `fill:` or `ink:` and a hue."""
        use, _, hue = role.partition(":")
        if not hue:
            return self.roles[role]
        colour: str = getattr(self.hues[hue], use)
        return colour


@cache
def themes() -> tuple[str, ...]:
    """Return the names of all themes."""
    return tuple(sorted(path.stem for path in THEMES.glob("*.toml")))


@cache
def theme(name: str | None) -> Theme:
    """Return the theme `name`; the default one where there is none of that name."""
    path = THEMES / f"{name if name in themes() else DEFAULT}.toml"
    table = tomllib.loads(path.read_text("utf-8"))
    roles = dict(table["paper"])
    for part in _PARTS:
        roles |= {f"{part}.{use}": colour for use, colour in table[part].items()}
    hues = {hue["name"]: _hue(hue, roles) for hue in table["hues"]}
    hues[NEUTRAL] = _hue(table["neutral"], roles)
    return Theme(path.stem, roles, hues, outline=table.get("outline", {}).get("width", OUTLINE))


def _hue(table: Mapping[str, Any], roles: Mapping[str, str]) -> Hue:
    line, tint = table["line"], table["tint"]
    link = mix(line, roles["background"], LIGHTER)
    return Hue(line, tint, link, table.get("fill", line), table.get("ink", roles["card"]), table.get("edge", tint))
