"""How wide text is, and where its lines break: by a committed table of widths, the same on every machine.

Widths are those of the font in `fonts/` without kerning; `fonts/README.md` says how they are made.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from toc.scene.theme import Font
    from toc.scene.typeface import Typeface

FONTS = Path(__file__).parent / "fonts"
REGULAR, BOLD = "Regular", "SemiBold"
UNITS = 2048

ELLIPSIS = "…"
# A line never begins with these nor ends with those, even where the writer put an ordinary space between.
_STAYS_BEHIND = tuple("»:;!?%€")
_STAYS_BEFORE = ("«",)
# Only ordinary spaces break: U+00A0, U+202F and U+2007 are kept.
_SPACES = re.compile(r"[ \t\n\r\f\v\u2028\u2029]+")
# In a word too long for its line, the places where a break hurts least.
_SOFT_BREAK = re.compile(r"(?<=[-/_.,;:=&+@\u00ad\u200b])")
# What is drawn on top of the character before it, or joins it to the next.
_JOINER, _MODIFIERS = "\u200d", "\ufe0e\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"


class Style(NamedTuple):
    """How text is set: size in px, weight, and the space added after each character, in px."""

    size: float
    weight: str = REGULAR
    tracking: float = 0.0


def width(text: str, style: Style) -> float:
    """Return the width of `text` on one line, in px."""
    return sum(map(_table(style.weight).__getitem__, text)) * style.size / UNITS + style.tracking * len(text)


def is_covered(text: str) -> bool:
    """Whether the font has every character of `text`."""
    return _table(REGULAR).own.issuperset(text)


def faces(font: "Font") -> "Mapping[str, Typeface] | None":
    """Return what a font's files say, by weight; None for the font that toc brings. Raises UnusableFontError."""
    if font.regular is None:
        return None
    from toc.scene.typeface import typeface  # only where an organisation has its own

    return {REGULAR: typeface(font.regular), BOLD: typeface(font.bold or font.regular)}


@contextmanager
def measured_in(faces: "Mapping[str, Typeface] | None") -> Iterator[None]:
    """Measure with other fonts, by weight, as long as this lasts; with None, with the one that toc brings.

    A context of its own rather than an argument: every function that sets text measures, most of them thousands of
    times.
    """
    before = _faces.set({weight: _advances_of(face) for weight, face in faces.items()} if faces else None)
    try:
        yield
    finally:
        _faces.reset(before)


def wrap(text: str, limit: float, style: Style, lines: int | None = None) -> tuple[str, ...]:
    """Return `text` as lines no wider than `limit` px, at most `lines` of them: the last then ends with an ellipsis."""
    found = list(_lines(text, limit, style))
    if lines is not None and len(found) > lines:
        kept = found[:lines]
        kept[-1] = _shortened(kept[-1], limit, style)
        found = kept
    return tuple(found)


def wrap_evenly(text: str, limit: float, style: Style, lines: int | None = None) -> tuple[str, ...]:
    """Return `text` as with `wrap`, in as many lines, of lengths as even as they can be."""
    found = wrap(text, limit, style, lines)
    low, high = limit / 4, limit
    if len(found) < 2 or found[-1].endswith(ELLIPSIS):
        return found
    while high - low > 4:
        middle = (low + high) / 2
        tried = wrap(text, middle, style)
        if len(tried) <= len(found) and not any(_broken_inside(text, line) for line in tried):
            found, high = tried, middle
        else:
            low = middle
    return found


def shortened(text: str, limit: float, style: Style) -> str:
    """Return `text`, with an ellipsis for its end where it is wider than `limit` px."""
    return text if width(text, style) <= limit else _shortened(text, limit, style)


def _broken_inside(text: str, line: str) -> bool:
    return all(word not in text.split() for word in line.split()[-1:])


def _lines(text: str, limit: float, style: Style) -> Iterator[str]:
    space = width(" ", style)
    line, used = "", 0.0
    for word, spaced in _words(text):
        size = width(word, style)
        gap = space if line and spaced else 0.0
        if line and used + gap + size > limit:
            yield line
            line, used, gap = "", 0.0, 0.0
        if not line and size > limit:
            *full, rest = _pieces(word, limit, style)
            yield from full
            line, used = rest, width(rest, style)
            continue
        line += (" " if gap else "") + word
        used += gap + size
    if line:
        yield line


def _words(text: str) -> Iterator[tuple[str, bool]]:
    """The pieces between which a line may break, each with whether a space stands before it."""
    held = ""
    for word in _SPACES.sub(" ", text).strip(" ").split(" "):
        if held and _sticks(held, word):
            held += " " + word
            continue
        if held:
            yield from _ideographs(held)
        held = word
    if held:
        yield from _ideographs(held)


def _sticks(left: str, right: str) -> bool:
    thousands = left[-1].isdigit() and len(right) >= 3 and right[:3].isdigit() and not right[3:4].isdigit()
    return right.startswith(_STAYS_BEHIND) or left.endswith(_STAYS_BEFORE) or thousands


def _ideographs(word: str) -> Iterator[tuple[str, bool]]:
    """Between ideographs a line may break anywhere."""
    if word.isascii() or not any(_is_ideograph(character) for character in word):
        yield word, True
        return
    spaced, run = True, ""
    for character in word:
        if _is_ideograph(character):
            if run:
                yield run, spaced
                spaced, run = False, ""
            yield character, spaced
            spaced = False
        else:
            run += character
    if run:
        yield run, spaced


def _is_ideograph(character: str) -> bool:
    return (
        "\u2e80" <= character < "\ua000" or "\uac00" <= character < "\ud7b0" or "\U00020000" <= character < "\U00032000"
    )


def _pieces(word: str, limit: float, style: Style) -> list[str]:
    """A word wider than a line, cut: after a hyphen or the like where that is possible, else anywhere."""
    pieces = [""]
    for part in _SOFT_BREAK.split(word):
        whole = width(part, style) <= limit
        if whole and width(pieces[-1] + part, style) > limit:
            pieces.append("")
        for cluster in [part] if whole else _clusters(part):
            if pieces[-1] and width(pieces[-1] + cluster, style) > limit:
                pieces.append("")
            pieces[-1] += cluster
    return pieces


def _clusters(text: str) -> Iterable[str]:
    clusters: list[str] = []
    for character in text:
        joined = clusters and (
            clusters[-1][-1] == _JOINER
            or character == _JOINER
            or character in _MODIFIERS
            or unicodedata.combining(character)
        )
        if joined and len(clusters[-1]) < 12:
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters


def _shortened(line: str, limit: float, style: Style) -> str:
    clusters = list(_clusters(line))
    while clusters and width("".join(clusters) + ELLIPSIS, style) > limit:
        clusters.pop()
    return "".join(clusters).rstrip(" ,;:.«(") + ELLIPSIS


class _Advances(dict[str, int]):
    """Advances by character, `own` being the font's; what it lacks is estimated, since another font will draw it."""

    own: frozenset[str] = frozenset()

    def __missing__(self, character: str) -> int:
        advance = _estimate(character)
        self[character] = advance
        return advance


def _estimate(character: str) -> int:
    category = unicodedata.category(character)
    if category in {"Mn", "Me", "Cf", "Cc"}:
        return 0
    # Emoji and full-width characters of some fonts are a little wider than one em.
    wide = unicodedata.east_asian_width(character) in "WF" or character >= "\U0001f000"
    return UNITS * 5 // 4 if wide and character >= "\U0001f000" else UNITS if wide else UNITS * 7 // 10


_faces: ContextVar[Mapping[str, _Advances] | None] = ContextVar("faces", default=None)


def _table(weight: str) -> _Advances:
    faces = _faces.get()
    return faces[weight] if faces else _shipped(weight)


def _advances_of(face: "Typeface") -> _Advances:
    advances = _Advances({one: round(size * UNITS / face.units) for one, size in face.advances.items()})
    advances.own = frozenset(advances)
    return advances


@cache
def _shipped(weight: str) -> _Advances:
    advances = _Advances()
    reading = False
    for line in (FONTS / "widths.txt").read_text("utf-8").splitlines():
        advance, *codes = line.split(" ")
        if advance == "#":
            reading = codes[0] == weight
        elif reading:
            advances.update(dict.fromkeys((chr(int(code, 16)) for code in codes), int(advance)))
    advances.own = frozenset(advances)
    return advances
