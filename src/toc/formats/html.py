"""HTML: the picture as a page of its own, to explore, to present and to print, from one file without a network."""

from toc.formats.format import picture
from toc.formats.page.page import page
from toc.scene.scene import Scene


@picture("html", ".html", details=True)
def html(scene: Scene) -> str:
    """Return the picture as an HTML page that holds everything it needs."""
    return page(scene)
