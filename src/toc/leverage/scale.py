"""What the words of strength, likelihood and effort are worth, as toc has it or as the workspace's `toc.toml` says."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from attrs import evolve, frozen

Triple = tuple[float, float, float]
Worth = float | tuple[float, ...] | str


class Amount(NamedTuple):
    """So much of a unit (None: points, the unit of plain numbers and of words); `low` and `high` where it is ranged."""

    value: float
    unit: str | None = None
    low: float | None = None
    high: float | None = None


@frozen
class Scale:
    """What words are worth.

    `strength` and `likelihood`: by concept the least, most likely and greatest number, in [0, 1].
    `effort`: by concept; `units`: what one of a unit is worth in another (`ETP`: 60000 EUR).
    """

    strength: Mapping[str, Triple]
    likelihood: Mapping[str, Triple]
    effort: Mapping[str, Amount]
    units: Mapping[str, Amount]


def scale_of(scales: Mapping[str, Mapping[str, Worth]]) -> Scale:
    """Return the scale that a workspace asks for (`Settings.scales`); what it leaves out is as toc has it.

    Three numbers are least, most likely and greatest. One number for a strength or a likelihood is the most likely;
    the ends of the range move along: the lower keeps its share of the way from 0 to it, the upper from 1 to it.
    One number for an effort is fixed. An entry below `effort` that is no word of the language is a unit.
    """
    efforts = {word: _amount(worth) for word, worth in scales.get("effort", {}).items()}
    return Scale(
        _words(STRENGTHS, scales.get("strength", {})),
        _words(LIKELIHOODS, scales.get("likelihood", {})),
        MappingProxyType({word: efforts.get(word, Amount(points)) for word, points in EFFORTS.items()}),
        MappingProxyType({unit: amount for unit, amount in efforts.items() if unit not in EFFORTS}),
    )


def scales_to_check(scale: Scale) -> tuple[Scale, ...]:
    """Return the scales on which flags must agree to depend on no scale: `scale` itself and four others.

    The others give weak, moderate and strong other modes, and decisive at least that of strong.
    """
    return (scale, *(evolve(scale, strength=_words(STRENGTHS, modes)) for modes in _OTHER_MODES))


def _words(usual: Mapping[str, Triple], asked: Mapping[str, Worth]) -> Mapping[str, Triple]:
    return MappingProxyType({word: _triple(worth, asked.get(word)) for word, worth in usual.items()})


def _triple(usual: Triple, asked: Worth | None) -> Triple:
    if isinstance(asked, tuple):
        low, mode, high = asked if len(asked) == 3 else (asked[0],) * 3
        return (low, mode, high)
    if asked is None or isinstance(asked, str):
        return usual
    low, mode, high = usual
    if asked == mode:
        return usual
    return (low * asked / mode, asked, 1 - (1 - high) * (1 - asked) / (1 - mode))


def _amount(worth: Worth) -> Amount:
    if isinstance(worth, str):
        number, unit = worth.split()
        return Amount(float(number), unit)
    if isinstance(worth, tuple):
        low, value, high = worth if len(worth) == 3 else (worth[0],) * 3
        return Amount(value, None, low, high)
    return Amount(worth)


STRENGTHS: Mapping[str, Triple] = MappingProxyType(
    {
        "weak": (0.10, 0.25, 0.40),
        "moderate": (0.35, 0.50, 0.65),
        "strong": (0.60, 0.75, 0.90),
        "decisive": (0.85, 0.95, 1.0),
    }
)
"""A quarter for weak and three for strong agree with Help and SomePositive of the Goal-oriented Requirement Language
as jUCMNav has them."""

LIKELIHOODS: Mapping[str, Triple] = MappingProxyType(
    {
        "very_unlikely": (0.05, 0.12, 0.20),
        "unlikely": (0.20, 0.32, 0.45),
        "even": (0.45, 0.50, 0.55),
        "likely": (0.55, 0.68, 0.80),
        "very_likely": (0.80, 0.88, 0.95),
        "almost_certain": (0.95, 0.97, 0.99),
    }
)
"""After the ladder of words of the US Intelligence Community Directive 203, Analytic Standards."""

EFFORTS: Mapping[str, float] = MappingProxyType({"low": 1.0, "medium": 2.0, "high": 4.0, "very_high": 8.0})
"""Points, toc's own: each word stands for twice the effort of the one before."""

_OTHER_MODES: tuple[Mapping[str, Worth], ...] = (
    {"weak": 0.2, "moderate": 0.4, "strong": 0.6},
    {"weak": 0.33, "moderate": 0.67, "strong": 0.99, "decisive": 0.99},
    {"weak": 0.1, "moderate": 0.5, "strong": 0.9},
    {"weak": 0.1, "moderate": 0.3, "strong": 0.9},
)

DEFAULT = scale_of({})
SCALES = scales_to_check(DEFAULT)
