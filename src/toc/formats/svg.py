"""SVG: the picture as one self-contained file, with its fonts, for browsers and drawing programs."""

from toc.formats.format import picture
from toc.scene.drawing import draw
from toc.scene.page import page_of
from toc.scene.scene import Scene


@picture("svg", ".svg")
def svg(scene: Scene) -> str:
    """Return the picture as SVG, which no program needs another file to draw; on paper, in that paper's size."""
    return draw(scene, page=page_of(scene) if scene.paper else None)
