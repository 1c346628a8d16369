"""The font of charts, as style rules to be put into a file, so that it looks the same wherever it is opened."""

from base64 import b64encode
from functools import cache

from toc.scene.drawing import FAMILY
from toc.scene.measure import BOLD, FONTS, REGULAR


@cache
def font_faces() -> str:
    """Return the style rules that hold the font in which texts are measured, in both weights."""
    faces = []
    for weight, number in ((REGULAR, 400), (BOLD, 600)):
        data = b64encode((FONTS / f"Inter-{weight}.woff2").read_bytes()).decode()
        faces.append(
            f"@font-face{{font-family:'{FAMILY}';font-weight:{number};"
            f"src:url(data:font/woff2;base64,{data}) format('woff2')}}"
        )
    return "".join(faces) + "text{font-kerning:none}"
