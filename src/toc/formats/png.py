"""PNG: the picture in pixels, drawn by resvg with the fonts that toc brings."""

from toc.formats.format import picture
from toc.messages import _
from toc.scene.drawing import FAMILY, draw
from toc.scene.measure import BOLD, FONTS, REGULAR, is_covered
from toc.scene.scene import Scene

MOST_PIXELS = 150_000_000
# Twice the size where that is cheap: texts stay sharp on a projector and on paper.
MOST_DOUBLED = 40_000_000


@picture("png", ".png")
def png(scene: Scene) -> bytes:
    """Return the picture as PNG, two pixels for each of its own up to 40 million, else one.

    Where a text holds characters that our fonts lack (another script, emoji), those of the machine help out.
    Raises ValueError with a Message where it would have more than 150 million pixels.
    """
    import resvg_py

    pixels = scene.width * scene.height
    if pixels > MOST_PIXELS:
        raise ValueError(
            _(
                "the picture would be {width} × {height} pixels, and PNG goes up to {most} million; use SVG",
                width=scene.width,
                height=scene.height,
                most=MOST_PIXELS // 1_000_000,
            )
        )
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=draw(scene, fonts=False),
            zoom=2 if pixels * 4 <= MOST_DOUBLED else 1,
            dpi=96,
            skip_system_fonts=_is_covered(scene),
            font_files=[str(FONTS / f"Inter-{weight}.ttf") for weight in (REGULAR, BOLD)],
            font_family=FAMILY,
            sans_serif_family=FAMILY,
        )
    )


def _is_covered(scene: Scene) -> bool:
    """Whether our fonts have all that the picture says; then those of the machine have no part in it."""
    groups = (scene.headings, *(card.lines for card in scene.cards), *(lane.lines for lane in scene.lanes))
    return all(is_covered(line.text) for lines in groups for line in lines)
