"""Where the px of a picture are on a slide, in EMU (914,400 an inch)."""

from typing import NamedTuple

from toc.scene.page import MARGIN, MM_PER_INCH, PAPERS
from toc.scene.scene import Box, Point, Scene

EMU_PER_MM = 36_000
EMU_PER_POINT = 12_700
# What projectors show: 16 to 9.
PROJECTOR = (13.333 * MM_PER_INCH, 7.5 * MM_PER_INCH)
EDGE = 5


class Place(NamedTuple):
    """The size of a slide, where the picture's upper left corner is on it, and how long a px is; all in EMU."""

    width: int
    height: int
    left: int
    top: int
    scale: float

    def x(self, px: float) -> int:
        """Return where `px` is across the slide."""
        return self.left + round(px * self.scale)

    def y(self, px: float) -> int:
        """Return where `px` is down the slide."""
        return self.top + round(px * self.scale)

    def long(self, px: float) -> int:
        """Return how long `px` are."""
        return round(px * self.scale)

    def box(self, box: Box) -> tuple[int, int, int, int]:
        """Return left, top, width and height of `box`."""
        return self.x(box.x), self.y(box.y), self.long(box.width), self.long(box.height)

    def at(self, point: Point) -> tuple[int, int]:
        """Return where `point` is."""
        return self.x(point.x), self.y(point.y)

    def points(self, px: float) -> int:
        """Return `px` in hundredths of a point, as sizes of letters are given: one point at least."""
        return max(100, round(px * self.scale / EMU_PER_POINT * 100))


def place_of(scene: Scene) -> Place:
    """Return the slide for `scene`: the paper it is meant for, turned as it fits best, else a projector's 16 to 9."""
    width, height, edge = *PROJECTOR, EDGE
    if scene.paper in PAPERS:
        short, long = PAPERS[scene.paper]
        width, height = (long, short) if scene.width > scene.height else (short, long)
        edge = MARGIN
    scale = min((width - 2 * edge) / scene.width, (height - 2 * edge) / scene.height) * EMU_PER_MM
    wide, high = round(width * EMU_PER_MM), round(height * EMU_PER_MM)
    return Place(wide, high, round((wide - scene.width * scale) / 2), round((high - scene.height * scale) / 2), scale)
