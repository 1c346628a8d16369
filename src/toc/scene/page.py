"""The page that a picture stands on: its own size, or a sheet of paper into which it is fitted.

Sizes of paper are those of ISO 216.
"""

from typing import NamedTuple

from toc.scene.scene import Box, Scene

PAPERS = {"A4": (210, 297), "A3": (297, 420), "A2": (420, 594), "A1": (594, 841), "A0": (841, 1189)}
# Those that common printers take, over which a large picture can be spread.
SHEETS = ("A4", "A3")
# What printers leave white at the edges of a sheet, in mm.
MARGIN = 10
MM_PER_INCH = 25.4
# A px of CSS, in mm.
PX = MM_PER_INCH / 96


class Page(NamedTuple):
    """A page, in mm: the picture's upper left corner stands at `left`, `top`, and one px of it is `scale` mm."""

    width: float
    height: float
    left: float
    top: float
    scale: float

    @property
    def view(self) -> Box:
        """What of the picture's plane is on the page, in px."""
        left, top = round(self.left / self.scale), round(self.top / self.scale)
        return Box(-left, -top, round(self.width / self.scale), round(self.height / self.scale))


def page_of(scene: Scene) -> Page:
    """Return the page of `scene`: the paper it is meant for, turned as the picture fits best, else its own size."""
    if scene.paper not in PAPERS:
        return Page(scene.width * PX, scene.height * PX, 0, 0, PX)
    short, long = PAPERS[scene.paper]
    width, height = (long, short) if scene.width > scene.height else (short, long)
    scale = min((width - 2 * MARGIN) / scene.width, (height - 2 * MARGIN) / scene.height)
    return Page(width, height, (width - scene.width * scale) / 2, (height - scene.height * scale) / 2, scale)
