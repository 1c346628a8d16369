"""Make the fonts that toc's pictures are set in: subsets of Inter, and the table of its widths.

    npm pack @expo-google-fonts/inter@0.4.2 && tar xzf expo-google-fonts-inter-0.4.2.tgz
    python tools/make_fonts.py package

The same input gives the same bytes. See src/toc/scene/fonts/README.md.
"""

import shutil
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[1] / "src" / "toc" / "scene" / "fonts"
WEIGHTS = {"Regular": "400Regular/Inter_400Regular.ttf", "SemiBold": "600SemiBold/Inter_600SemiBold.ttf"}

# Latin with its extensions, punctuation, super- and subscripts, currencies, arrows, and a few mathematical and
# geometric signs that people put in labels.
CHARACTERS = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *range(0x218, 0x21C),
    *(0x02BC, 0x02C6, 0x02DA, 0x02DC),
    *range(0x2000, 0x2070),
    *range(0x2070, 0x209D),
    *range(0x20A0, 0x20C1),
    *range(0x1E80, 0x1E86),
    *(0x1EF2, 0x1EF3, 0x2116, 0x2117, 0x2120, 0x2122, 0x2126, 0x212E),
    *range(0x2150, 0x215F),
    *range(0x2190, 0x219A),
    *(0x21D0, 0x21D2, 0x21D4, 0x21BA, 0x21BB),
    *(0x2202, 0x2206, 0x220F, 0x2211, 0x2212, 0x2215, 0x2219, 0x221A, 0x221E, 0x222B, 0x2248, 0x2260, 0x2264, 0x2265),
    *(0x25A0, 0x25A1, 0x25B2, 0x25B3, 0x25B6, 0x25B7, 0x25BC, 0x25BD, 0x25C6, 0x25C7, 0x25CB, 0x25CF),
    *(0x2605, 0x2606, 0x2610, 0x2611, 0x2713, 0x2717, 0xFB01, 0xFB02, 0xFFFD),
]


def make(package: Path) -> None:
    """Write the subsets, the table of widths and the licence beside the other files of the fonts."""
    tables = []
    for weight, path in WEIGHTS.items():
        font = subset(package / path)
        font.save(FONTS / f"Inter-{weight}.ttf")
        font.flavor = "woff2"
        font.save(FONTS / f"Inter-{weight}.woff2")
        tables.append(widths(weight, font))
    (FONTS / "widths.txt").write_text("".join(tables), encoding="utf-8", newline="\n")
    shutil.copyfile(package / "LICENSE_FONT", FONTS / "OFL.txt")


def subset(path: Path) -> TTFont:
    """Return the font at `path` with `CHARACTERS` alone: no kerning or ligatures, so that widths simply add up."""
    font = TTFont(path, recalcTimestamp=False)
    options = Options()
    options.layout_features = []
    options.drop_tables += ["GPOS", "GSUB", "GDEF", "DSIG", "MVAR", "STAT"]
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(font)
    return font


def widths(weight: str, font: TTFont) -> str:
    """Return one weight's part of the table: a heading, then a line an advance with the code points that have it."""
    advances: dict[int, list[int]] = {}
    for code, glyph in sorted(font.getBestCmap().items()):
        advances.setdefault(font["hmtx"][glyph][0], []).append(code)
    rows = [f"{advance} {' '.join(f'{code:x}' for code in codes)}" for advance, codes in sorted(advances.items())]
    return "\n".join([f"# {weight} {font['head'].unitsPerEm}", *rows, ""])


if __name__ == "__main__":
    make(Path(sys.argv[1]))
