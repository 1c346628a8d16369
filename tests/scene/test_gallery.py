"""The gallery shows what toc draws now."""

import json
from pathlib import Path

import gallery

PAGES = Path(__file__).parents[2] / "docs" / "explanation"


def test_the_gallery_is_fresh() -> None:
    """Each picture on the sheets is drawn as it was when they were made; `make gallery` draws them again."""
    kept, new = json.loads(gallery.DIGESTS.read_text("utf-8")), gallery.digests()

    assert [name for name in kept.keys() | new.keys() if kept.get(name) != new.get(name)] == []


def test_the_pages_show_every_sheet() -> None:
    """Both pages of the gallery show every sheet that is kept, and these are small."""
    sheets = sorted(gallery.SHEETS.glob("*.png"))

    assert [sheet.stem for sheet in sheets] == sorted([*gallery.sheets(), "formats"])
    assert sum(sheet.stat().st_size for sheet in sheets) < 3_000_000
    for page in ("gallery.md", "galerie.md"):
        text = (PAGES / page).read_text("utf-8")
        assert [sheet.name for sheet in sheets if f"../pictures/gallery/{sheet.name})" not in text] == []
