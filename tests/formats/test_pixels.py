"""Logos in pixels: no larger than they are drawn, whatever their file says of itself."""

import struct

import pytest

from toc.formats.pixels import SHARP, pixels_of
from toc.scene.scene import Box, Logo

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" {size}><rect width="10" height="10"/></svg>'


@pytest.mark.parametrize("size", ["", 'width="1" height="100000"', 'width="0.001" height="1000000"', 'width="1e9"'])
def test_a_logo_takes_no_more_pixels_than_its_place(size: str) -> None:
    """An SVG that says it is a million times higher than wide is no reason to take all memory."""
    made = pixels_of(Logo(SVG.format(size=size).encode(), "image/svg+xml", Box(0, 0, 60, 40)))
    width, height = struct.unpack_from(">II", made, 16)

    assert made.startswith(b"\x89PNG")
    assert width <= 60 * SHARP
    assert height <= 40 * SHARP
