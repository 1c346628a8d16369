"""How a line gets from one row to another: cubic curves that leave and come straight across the rows."""

from collections.abc import Sequence
from typing import NamedTuple

# The least room between two rows, and how far the end of a curve that goes far is straight.
CHANNEL, LEAD = 66, 9


class Place(NamedTuple):
    """A point, along and across the rows."""

    u: int
    v: int


Bend = tuple[Place, Place, Place]
"""A cubic curve from where the one before ended: two control points and the end; all three may lie on one line."""


def led(start: Place, end: Place, leaving: int, coming: int, strip: tuple[int, int] | None) -> list[Bend]:
    """Return a bend; where it crosses the strip of the ceiling, straight as far as that goes."""
    if strip is None or min(start.v, end.v) not in range(*strip) or max(start.v, end.v) <= strip[1]:
        return _bend(start, end, leaving, coming)
    if start.v < end.v:
        turn = Place(start.u, strip[1])
        return [straight(start, turn), *_bend(turn, end, leaving, coming)]
    turn = Place(end.u, strip[1])
    return [*_bend(start, turn, leaving, coming), straight(turn, end)]


def straight(start: Place, end: Place) -> Bend:
    """Return the straight piece from `start` to `end`."""
    middle = Place((start.u + end.u) // 2, (start.v + end.v) // 2)
    return middle, middle, end


def joined(start: Place, bends: Sequence[Bend]) -> tuple[Bend, ...]:
    """Return the same line, with straight pieces that follow each other made one."""
    found: list[Bend] = []
    begin, at, goes_on = start, start, False
    for bend in bends:
        level = at.u == bend[0].u == bend[1].u == bend[2].u
        if level and goes_on:
            found[-1] = straight(begin, bend[2])
        else:
            begin = at
            found.append(bend)
        at, goes_on = bend[2], level
    return tuple(found)


def _bend(start: Place, end: Place, leaving: int, coming: int) -> list[Bend]:
    """A curve that leaves and comes straight across the rows, with a short straight end where it goes far."""
    if start.u == end.u and leaving == coming:
        return [straight(start, end)]
    lead = LEAD if abs(end.u - start.u) > 2 * LEAD else 0
    before = Place(end.u, end.v - coming * lead)
    reach = abs(before.v - start.v) // 2 if leaving == coming else max(CHANNEL // 2, abs(before.v - start.v) // 2)
    curve = (Place(start.u, start.v + leaving * reach), Place(end.u, before.v - coming * reach), before)
    return [curve, straight(before, end)] if lead else [curve]
