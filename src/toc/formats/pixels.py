"""Logos in pixels, for formats that cannot hold an SVG."""

from toc.scene.scene import Logo

# Dots for each px of the picture: enough for a poster.
SHARP = 6


def pixels_of(logo: Logo) -> bytes:
    """Return a logo as PNG or JPEG."""
    if logo.mime != "image/svg+xml":
        return logo.data
    import resvg_py

    text = logo.data.decode("utf-8", "replace")
    wide, high = logo.box.width * SHARP, logo.box.height * SHARP
    # Both: by one alone, an SVG that says it is a million times higher than wide takes all memory.
    return bytes(resvg_py.svg_to_bytes(svg_string=text, width=wide, height=high, dpi=96))
