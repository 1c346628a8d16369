"""The page of a preview: that of a picture, with what it needs to follow the model."""

import json
from functools import cache
from pathlib import Path

from toc.formats.page.page import Addition, page
from toc.formats.page.page import json as in_html
from toc.preview.preview import Moment

FOLDER = Path(__file__).parent


def preview_page(moment: Moment) -> str:
    """Return the page that shows `moment` and then follows."""
    beside = in_html(json.loads(moment.beside))
    html = f'<script type="application/json" id="live-data">{beside}</script>\n{_read("live.html")}'
    return page(moment.picture.scene, Addition(html, _read("live.js"), _read("live.css"), "'self'"))


@cache
def _read(name: str) -> str:
    return (FOLDER / name).read_text("utf-8")
