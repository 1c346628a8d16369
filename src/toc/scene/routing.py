"""Which way each link takes: between rows it is free, through a row it takes a gap between two cards."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from toc.scene.spacing import settle

MARGIN = 12
SLOT = 14
FAR = 10**7
# Going round costs what a link is longer by; each bend costs a little more, so that long links run straight.
BEND = 30


class Trip(NamedTuple):
    """A link's way from row `start` to row `end`, by rows to be crossed; `at` and `to` are where it leaves and ends."""

    rows: tuple[int, ...]
    at: float
    to: float


class Pass(NamedTuple):
    """Through row `row` by its gap `gap`, counted from the left, at `place`."""

    row: int
    gap: int
    place: float


Row = Sequence[tuple[float, float]]
"""The cards of one row from left to right: left and right edge of each."""


def route(trips: Sequence[Trip], rows: Sequence[Row]) -> list[tuple[Pass, ...]]:
    """Return each trip's passes: the shortest way with the fewest bends."""
    gaps = [_gaps(row) for row in rows]
    return [_shortest(trip, [_choices(gaps[row], trip, at) for at, row in enumerate(trip.rows)]) for trip in trips]


def again(trips: Sequence[Trip], rows: Sequence[Row], known: Sequence[Sequence[Pass]]) -> list[tuple[Pass, ...]]:
    """Return the passes through the same gaps as in `known`, now that the cards have moved."""
    gaps = [_gaps(row) for row in rows]
    found = []
    for trip, passes in zip(trips, known, strict=True):
        choices = []
        for at, one in enumerate(passes):
            low, high = gaps[one.row][one.gap]
            places = {_within(place, low, high) for place in (trip.at, trip.to, _straight(trip, at))}
            choices.append([(one.gap, place) for place in sorted(places)])
        found.append(_shortest(trip, choices))
    return found


def crowds(passes: Iterable[Sequence[Pass]]) -> Mapping[tuple[int, int], int]:
    """Return how many links go through each gap, by row and gap."""
    counts: dict[tuple[int, int], int] = {}
    for trip in passes:
        for one in trip:
            counts[one.row, one.gap] = counts.get((one.row, one.gap), 0) + 1
    return counts


def room(count: int) -> int:
    """Return the px that `count` links need in a gap; many stand closer together."""
    return 2 * MARGIN + SLOT * min(count - 1, 6) + 6 * max(0, min(count - 7, 20))


def tight(count: int) -> int:
    """Return the px that `count` links can do with where cards are not to be moved."""
    return min(room(count), 16 + 5 * min(count - 1, 14))


def side_by_side(passes: Sequence[Sequence[Pass]], trips: Sequence[Trip], rows: Sequence[Row]) -> list[list[float]]:
    """Return the places of all passes, set apart where several links share a gap."""
    gaps = [_gaps(row) for row in rows]
    shared: dict[tuple[int, int], list[tuple[float, float, int, int]]] = {}
    for number, trip in enumerate(passes):
        stops = [trips[number].at, *(one.place for one in trip), trips[number].to]
        for at, one in enumerate(trip):
            lean = stops[at] + stops[at + 2]
            shared.setdefault((one.row, one.gap), []).append((one.place, lean, number, at))
    places = [[one.place for one in trip] for trip in passes]
    for (row, gap), users in shared.items():
        users.sort()
        low, high = gaps[row][gap]
        apart = min(float(SLOT), max(0.0, (high - low - MARGIN) / max(1, len(users) - 1)))
        margin = min(float(MARGIN), max(0.0, (high - low - apart * (len(users) - 1)) / 2))
        settled = settle([user[0] for user in users], [apart] * (len(users) - 1), low + margin, high - margin)
        for (_, _, number, at), place in zip(users, settled, strict=True):
            places[number][at] = place
    _straighten(passes, places, gaps, shared)
    return places


def _straighten(
    passes: Sequence[Sequence[Pass]],
    places: list[list[float]],
    gaps: Sequence[Sequence[tuple[float, float]]],
    shared: Mapping[tuple[int, int], Sequence[tuple[float, float, int, int]]],
) -> None:
    """Where a link has a gap to itself, let it pass there as it passed before, rather than jog a little."""
    for number, trip in enumerate(passes):
        for at in range(1, len(trip)):
            one, before = trip[at], places[number][at - 1]
            low, high = gaps[one.row][one.gap]
            alone = len(shared[one.row, one.gap]) == 1
            if alone and abs(places[number][at] - before) < 3 * SLOT and low + 6 <= before <= high - 6:
                places[number][at] = before


def _gaps(row: Row) -> list[tuple[float, float]]:
    edges = [(-FAR, -FAR), *row, (FAR, FAR)]
    return [(left[1], right[0]) for left, right in pairwise(edges)]


def _choices(gaps: Sequence[tuple[float, float]], trip: Trip, at: int) -> list[tuple[int, float]]:
    """The gaps next to the places where the trip would like to pass, each with the best place in it."""
    found: set[tuple[int, float]] = set()
    for wish in (trip.at, trip.to, _straight(trip, at)):
        after = _gap_after(gaps, wish)
        for gap in {max(after - 1, 0), after}:
            found.add((gap, _within(wish, *gaps[gap])))
    return sorted(found)


def _gap_after(gaps: Sequence[tuple[float, float]], place: float) -> int:
    """The first gap that does not end before `place`."""
    low, high = 0, len(gaps) - 1
    while low < high:
        middle = (low + high) // 2
        if gaps[middle][1] < place:
            low = middle + 1
        else:
            high = middle
    return low


def _within(place: float, low: float, high: float) -> float:
    if high - low < 2 * MARGIN:
        return (low + high) / 2
    return min(max(place, low + MARGIN), high - MARGIN)


def _straight(trip: Trip, at: int) -> float:
    return trip.at + (trip.to - trip.at) * (at + 1) / (len(trip.rows) + 1)


def _shortest(trip: Trip, choices: Sequence[Sequence[tuple[int, float]]]) -> tuple[Pass, ...]:
    """Walk from choice to choice, keeping for each the cheapest way there."""
    ways: list[tuple[float, float, tuple[int, ...]]] = [(0.0, trip.at, ())]
    for options in choices:
        following = []
        for number, (_, place) in enumerate(options):
            cost, way = min((cost + _cost(place - before), way) for cost, before, way in ways)
            following.append((cost, place, (*way, number)))
        ways = following
    _, way = min((cost + _cost(trip.to - before), way) for cost, before, way in ways)
    picked = (options[number] for options, number in zip(choices, way, strict=True))
    return tuple(Pass(row, gap, place) for row, (gap, place) in zip(trip.rows, picked, strict=True))


def _cost(shift: float) -> float:
    return abs(shift) + (BEND if abs(shift) > 1 else 0)
