"""The stream of random numbers: what a seed means, on every machine and with every version of numpy.

Whatever is drawn has a name (see `names.py`), and a stream of its own under that name, so that a draw does not depend
on how many draws are made, on the order of statements, or on what else there is in the model.

1. The stream of `name` under `seed` is Philox4x64-10 with the two words of its key
   (seed modulo 2**64, the first 8 bytes of BLAKE2b of the name in UTF-8, lowest byte first), from counter 1 on.
   It is taken raw: numpy keeps its bit generators as they are, but not what its distributions make of them.
   Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
2. Draw number d takes word number d of the stream, and from it u = (word >> 11 + 1/2) / 2**53, within (0, 1).
3. A number between low and high with mode m is PERT: low + (high - low) x, where x is beta distributed with
   1 + 4 r and 5 - 4 r, r = (m - low) / (high - low). x is read from u in a table of 2,049 points, linearly between
   them.
4. An effort of which only one figure is known is that figure times e**(0.3 z), z normal and cut off at -2 and 2,
   read from u in the same manner.

The tables are rounded to 40 bits, so that the last bits of a machine's sine or exponential do not show; all else is
addition, multiplication and division. For u from 1e-4 to 1 - 1e-4 they are right to 2e-6 of the whole range.
"""

import math
from collections.abc import Callable
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from attrs import field, frozen
from numpy.random import Philox
from numpy.typing import NDArray

from toc.leverage.efforts import CUT, DEVIATION

Floats = NDArray[np.float64]
Words = NDArray[np.uint64]

CELLS = 2048
ROUNDED_TO = float(2**40)


@frozen(eq=False)
class Stream:
    """The streams of one seed, by name."""

    seed: int
    _philox: Philox = field(factory=lambda: Philox(key=0), init=False, repr=False)

    def words(self, name: str, start: int, stop: int) -> Words:
        """Return the words `start` to `stop` (not included) of the stream called `name`."""
        digest = int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "little")
        # To set the state takes a fifth of the time of making a generator. A step of the counter is four words.
        counter = np.array([start // 4, 0, 0, 0], dtype=np.uint64)
        key = np.array([self.seed % 2**64, digest], dtype=np.uint64)
        self._philox.state = {
            "bit_generator": "Philox",
            "state": {"counter": counter, "key": key},
            "buffer": counter,
            "buffer_pos": 4,
            "has_uint32": 0,
            "uinteger": 0,
        }
        return np.asarray(self._philox.random_raw(stop - start // 4 * 4)[start % 4 :], dtype=np.uint64)

    def uniforms(self, name: str, start: int, stop: int) -> Floats:
        """Return one number within (0, 1) for each of the draws `start` to `stop` (not included)."""
        kept: Floats = (self.words(name, start, stop) >> np.uint64(11)).astype(np.float64)
        return (kept + 0.5) * 2.0**-53


def pert(uniform: Floats, low: float, mode: float, high: float) -> Floats:
    """Return the numbers that a PERT distribution reaches with the probabilities `uniform`; low <= mode <= high."""
    if low == high:
        return np.full(uniform.shape, low)
    place = min(1.0, max(0.0, (mode - low) / (high - low)))
    probabilities, shares = _pert_table(place)
    return low + (high - low) * np.interp(uniform, probabilities, shares)


def effort_factor(uniform: Floats) -> Floats:
    """Return by how much efforts are off, between e**-0.6 and e**0.6, reached with the probabilities `uniform`."""
    probabilities, factors = _effort_table()
    return np.interp(uniform, probabilities, factors)


@lru_cache(maxsize=1024)
def _pert_table(place: float) -> tuple[Floats, Floats]:
    # With x = sin² t the density of x is smooth in t up to both ends.
    def density(t: Floats) -> Floats:
        return np.sin(t) ** (8 * place + 1) * np.cos(t) ** (9 - 8 * place)

    points = np.linspace(0.0, math.pi / 2, CELLS + 1)
    return _cumulated(density, points), _rounded(np.sin(points) ** 2)


@lru_cache(maxsize=1)
def _effort_table() -> tuple[Floats, Floats]:
    points = np.linspace(-CUT, CUT, CELLS + 1)
    return _cumulated(lambda z: np.exp(-(z**2) / 2), points), _rounded(np.exp(DEVIATION * points))


def _cumulated(density: Callable[[Floats], Floats], points: Floats) -> Floats:
    """Return the share of the integral of `density` (at least 0) up to each of `points`, by Simpson's rule."""
    middles = (points[:-1] + points[1:]) / 2
    at, between = np.maximum(density(points), 0.0), np.maximum(density(middles), 0.0)
    cells = (points[1:] - points[:-1]) * (at[:-1] + 4 * between + at[1:]) / 6
    sums = np.concatenate((np.zeros(1), np.cumsum(cells)))
    return _rounded(sums / sums[-1])


def _rounded(numbers: Floats) -> Floats:
    return np.round(numbers * ROUNDED_TO) / ROUNDED_TO
