"""Lines of text that no font of ours can set (another script, emoji), drawn in pixels with the machine's fonts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO

from attrs import frozen

from toc.scene.drawing import FALLBACK, drawn
from toc.scene.measure import BOLD, FONTS, REGULAR, Style, width
from toc.scene.scene import Point
from toc.scene.shapes import Lettering

# Dots for each px: as sharp as print at the size of the scene.
SHARP = 3
# Lines drawn at once: the machine's fonts are looked for each time.
BATCH = 60
# In sizes of the text: what a row is high, and where the letters stand in it.
ROW, BASE = 2.0, 1.45


@frozen
class Foreign:
    """Pictures of lines of text, as PNG."""

    pictures: Mapping[Lettering, bytes]

    def of(self, lettering: Lettering) -> bytes:
        """Return the picture of a line."""
        return self.pictures[lettering]

    def box(self, lettering: Lettering) -> tuple[float, float, float, float]:
        """Return where the picture of a line stands: left, top, width and height, in px."""
        line = lettering.line
        wide = _wide(lettering)
        left = line.at.x - {"start": line.size, "middle": wide / 2, "end": wide - line.size}[line.anchor]
        return left, line.at.y - BASE * line.size, wide, ROW * line.size


def foreign(lines: Iterable[Lettering]) -> Foreign:
    """Return the pictures of `lines`."""
    wanted = tuple(dict.fromkeys(lines))
    found: dict[Lettering, bytes] = {}
    for at in range(0, len(wanted), BATCH):
        batch = wanted[at : at + BATCH]
        found.update(zip(batch, _pictures(batch), strict=True))
    return Foreign(found)


def _wide(lettering: Lettering) -> int:
    # The machine's letters may be wider than the table of widths has it.
    line = lettering.line
    style = Style(line.size, BOLD if line.bold else REGULAR, line.tracking)
    return int(1.4 * width(line.text, style) + 2 * line.size) + 1


def _pictures(batch: Sequence[Lettering]) -> Iterator[bytes]:
    import resvg_py
    from PIL import Image

    rows, top = [], 0
    for lettering in batch:
        rows.append((top, _wide(lettering), int(ROW * lettering.line.size + 1)))
        top += rows[-1][2]
    broad = max(wide for _, wide, _ in rows)
    inside = "".join(drawn(_moved(lettering, wide, y)) for lettering, (y, wide, _) in zip(batch, rows, strict=True))
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" width="{broad}" height="{top}" font-family="{FALLBACK}">'
    content = resvg_py.svg_to_bytes(
        svg_string=f"{opening}{inside}</svg>",
        zoom=SHARP,
        dpi=96,
        font_files=[str(FONTS / f"Inter-{weight}.ttf") for weight in (REGULAR, BOLD)],
    )
    whole = Image.open(BytesIO(content))
    for (y, wide, _), lettering in zip(rows, batch, strict=True):
        piece = BytesIO()
        high = int(ROW * lettering.line.size)
        whole.crop((0, y * SHARP, wide * SHARP, (y + high) * SHARP)).save(piece, "PNG")
        yield piece.getvalue()


def _moved(lettering: Lettering, wide: int, top: int) -> Lettering:
    line = lettering.line
    x = {"start": line.size, "middle": wide / 2, "end": wide - line.size}[line.anchor]
    return lettering._replace(line=line._replace(at=Point(int(x), int(top + BASE * line.size))))
