"""Draw the gallery: every example in every theme, its standing views, and what other programs make of the formats.

    python tools/gallery.py            (or `make gallery`)

The sheets go to docs/pictures/gallery/. `drawn.json` beside them holds a digest of each picture on them, so that a
test finds stale sheets by drawing these once more as SVG, which takes a second. What poppler, Chromium and LibreOffice
make of the formats is on a sheet of its own, drawn where all three are installed and left as it is elsewhere: it
depends on their versions, so no test looks at it.
"""

import hashlib
import io
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageChops, ImageDraw, ImageFont

from toc.api import load, render
from toc.model.theory import Theory
from toc.scene.measure import FONTS
from toc.scene.theme import themes

ROOT = Path(__file__).parents[1]
SHEETS = ROOT / "docs" / "pictures" / "gallery"
DIGESTS = SHEETS / "drawn.json"
DAY = date(2026, 11, 1)
EXAMPLES = {
    "hello": "hello.toc",
    "first-job": "first-job/first-job.toc",
    "rats-and-seabirds": "rats-and-seabirds/rats.toc",
    "quartiers": "quartiers/montreal.toc",
    "reussite-educative": "reussite-educative/theorie.toc",
}
LARGEST = "reussite-educative"
VIEWS = ("leverage", "actors", "plan")
DIRECTIONS = ("right", "down", "left")
# Px: how wide a sheet is, how high a picture at most, what is left free around it, how high its caption is.
BREADTH, HIGHEST, MARGIN, CAPTION = 1500, 700, 16, 26
PAPER, INK, FRAME = "#ffffff", "#1e2a36", "#c9cfd6"
# An octree of so many colours keeps small patches of rare ones true, in a fourth of the size.
COLOURS = 256
PROGRAMS = ("pdftoppm", "chromium", "soffice")


class Shown(NamedTuple):
    """A picture on a sheet: what to ask of `toc render`, by its options, and so its caption."""

    example: str
    options: Mapping[str, str]

    @property
    def caption(self) -> str:
        """Return the options as they are written in a shell."""
        return " ".join(f"--{name} {value}" for name, value in self.options.items())


def sheets() -> dict[str, list[Shown]]:
    """Return what stands on each sheet that toc draws alone, by its name."""
    found = {}
    for example in EXAMPLES:
        found[f"{example}-themes"] = [Shown(example, {"theme": theme}) for theme in themes()]
        found[f"{example}-views"] = [Shown(example, {"view": view}) for view in VIEWS]
        found[f"{example}-directions"] = [Shown(example, {"direction": word}) for word in DIRECTIONS]
    return found


def digests() -> dict[str, str]:
    """Return the digest of each picture on those sheets, drawn anew as SVG."""
    theories = {example: theory(example) for example in EXAMPLES}
    return {
        f"{shown.example} {shown.caption}": digest(drawn(theories[shown.example], shown, "svg"))
        for row in sheets().values()
        for shown in row
    }


def theory(example: str) -> Theory:
    """Return the model of an example."""
    return load(ROOT / "examples" / EXAMPLES[example])


def drawn(model: Theory, shown: Shown, form: str, **more: object) -> bytes:
    """Return a picture in a format."""
    content = render(model, form, today=DAY, **shown.options, **more)  # type: ignore[arg-type]
    return content.encode() if isinstance(content, str) else content


def digest(content: bytes) -> str:
    """Return what tells one picture from another."""
    return hashlib.sha256(content).hexdigest()[:16]


def main() -> None:
    """Write the sheets and their digests; say what was left as it was."""
    SHEETS.mkdir(parents=True, exist_ok=True)
    for name, row in sheets().items():
        model = theory(row[0].example)
        pictures = [(shown.caption, _opened(drawn(model, shown, "png", dpi=96))) for shown in row]
        _save(_rows(pictures), name)
    DIGESTS.write_text(json.dumps(digests(), indent=1, ensure_ascii=False) + "\n", "utf-8", newline="\n")
    missing = [program for program in PROGRAMS if shutil.which(program) is None]
    if missing:
        sys.stderr.write(f"the sheet of formats stays as it is: {', '.join(missing)} is not installed\n")
        return
    with tempfile.TemporaryDirectory() as folder:
        _save(_rows(list(_formats(Path(folder))), most=3), "formats")


def _formats(folder: Path) -> Iterator[tuple[str, Image.Image]]:
    """Yield the largest example as other programs show its formats."""
    model, plain = theory(LARGEST), Shown(LARGEST, {})

    def file(name: str, **more: object) -> Path:
        path = folder / name
        path.write_bytes(drawn(model, plain, name.rpartition(".")[2], **more))
        return path

    yield "pdf --paper A3, poppler", _page(file("a3.pdf", paper="A3"), 1)
    tiled = file("tiled.pdf", paper="A1", tile="A4")
    yield "pdf --paper A1 --tile A4, its plan", _page(tiled, 1)
    yield "pdf --paper A1 --tile A4, its second sheet", _page(tiled, 3)
    file("slides.pptx")
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    _run("soffice", home, "--headless", "--convert-to", "pdf", "--outdir", folder, folder / "slides.pptx")
    yield "pptx, LibreOffice", _page(folder / "slides.pdf", 1)
    page = file("page.html")
    yield "html, Chromium", _browsed(page, 1280, 800)
    yield "html, Chromium in the dark", _browsed(page, 1280, 800, "--blink-settings=preferredColorScheme=0")


def _page(path: Path, number: int) -> Image.Image:
    """A page of a PDF as poppler draws it."""
    _run("pdftoppm", "-r", "96", "-scale-to", "1400", "-f", number, "-l", number, "-png", "-singlefile", path, path)
    return _opened(Path(f"{path}.png").read_bytes())


def _browsed(path: Path, width: int, height: int, *more: str) -> Image.Image:
    """A page as Chromium shows it in a window of this size."""
    target = path.with_suffix(".png")
    settings = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--virtual-time-budget=2000", *more)
    _run("chromium", *settings, f"--window-size={width},{height}", f"--screenshot={target}", path.as_uri())
    return _opened(target.read_bytes())


def _run(*command: object) -> None:
    subprocess.run([str(part) for part in command], check=True, capture_output=True, timeout=180)


def _opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


def _rows(pictures: Sequence[tuple[str, Image.Image]], most: int = 4) -> Image.Image:
    """Pictures side by side, at most so many a row, as high as fits the breadth, each under its caption."""
    rows = [pictures[at : at + most] for at in range(0, len(pictures), most)]
    if len(rows) == 1 and sum(_aspect(picture) for _caption, picture in pictures) > most:
        half = (len(pictures) + 1) // 2
        rows = [pictures[:half], pictures[half:]]
    height = min(_fitting(row) for row in rows)
    bands = [_row(row, height) for row in rows]
    sheet = Image.new("RGB", (BREADTH, sum(band.height for band in bands) + MARGIN), PAPER)
    top = 0
    for band in bands:
        sheet.paste(band, (0, top))
        top += band.height
    return sheet


def _aspect(picture: Image.Image) -> float:
    return picture.width / picture.height


def _fitting(pictures: Sequence[tuple[str, Image.Image]]) -> int:
    """How high these may be to stand side by side."""
    room = BREADTH - MARGIN * (len(pictures) + 1)
    return min(int(room / sum(_aspect(picture) for _caption, picture in pictures)), HIGHEST)


def _row(pictures: Sequence[tuple[str, Image.Image]], height: int) -> Image.Image:
    font = ImageFont.truetype(str(FONTS / "Inter-Regular.ttf"), 14)
    band = Image.new("RGB", (BREADTH, height + CAPTION + MARGIN), PAPER)
    pen, left = ImageDraw.Draw(band), MARGIN
    for caption, picture in pictures:
        width = int(_aspect(picture) * height)
        small = picture.resize((width, height), Image.Resampling.LANCZOS)
        band.paste(small, (left, MARGIN + CAPTION))
        pen.rectangle((left - 1, MARGIN + CAPTION - 1, left + width, MARGIN + CAPTION + height), outline=FRAME)
        pen.text((left, MARGIN), caption, INK, font)
        left += width + MARGIN
    return band


def _save(sheet: Image.Image, name: str) -> None:
    """Write a sheet where it looks otherwise than what is there."""
    small = sheet.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    path = SHEETS / f"{name}.png"
    if path.exists():
        with Image.open(path) as before:
            kept = before.convert("RGB")
        if kept.size == small.size and not ImageChops.difference(kept, small.convert("RGB")).getbbox():
            return
    small.save(path, optimize=True)


if __name__ == "__main__":
    main()
