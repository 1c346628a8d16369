"""An organisation's own theme: what its configuration asks for, with the files that it names."""

import re
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from toc.cli.shell.failure import Failure
from toc.messages import _
from toc.scene.own_theme import own_theme
from toc.scene.theme import Font, Sign, Theme
from toc.scene.typeface import UnusableFontError, typeface

LARGEST_LOGO = 2_000_000
_ATTRIBUTE = re.compile(rb"""\b([\w:-]+)\s*=\s*["']([^"'<>]*)["']""")
PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"


def own_look(settings: Mapping[str, Any], root: Path) -> Theme | None:
    """Return the own theme of the workspace at `root`; None where it has none.

    Raises Failure where a file of it cannot be used.
    """
    if not settings:
        return None
    logo = _logo(settings["logo"], root) if "logo" in settings else None
    return own_theme(settings, _font(settings, root) if "font" in settings else None, logo)


def _font(settings: Mapping[str, Any], root: Path) -> Font:
    files = [settings["font"], settings.get("font_bold", settings["font"])]
    contents = [_content(file, root, "font") for file in files]
    for file, content in zip(files, contents, strict=True):
        try:
            typeface(content)
        except UnusableFontError as error:
            reason = _("the font `{file}` cannot be used: {reason}", file=file, reason=error.message)
            raise Failure(reason, _("in toc.toml, below `[theme]`")) from None
    family = typeface(contents[0]).family
    return Font(family, contents[0], contents[1], tuple(str(root / file) for file in files))


def _content(file: str, root: Path, what: str) -> bytes:
    place = (root / file).resolve()
    if not place.is_relative_to(root.resolve()):
        raise Failure(_("`{file}` lies outside the workspace", file=file), _("in toc.toml, below `[theme]`"))
    try:
        return place.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        hint = _("in toc.toml, below `[theme]`: `{what}` is the path of a file of the workspace", what=what)
        raise Failure(_("`{file}` cannot be read: {reason}", file=file, reason=reason), hint) from None


def _logo(file: str, root: Path) -> Sign:
    data = _content(file, root, "logo")
    size = _size(data) if len(data) <= LARGEST_LOGO else None
    if size is None or min(size[1:]) < 1:
        raise Failure(
            _("the logo `{file}` cannot be used", file=file),
            _("it is a PNG, JPEG or SVG picture of at most {n} million bytes", n=LARGEST_LOGO // 1_000_000),
        )
    return Sign(data, *size)


def _size(data: bytes) -> tuple[str, int, int] | None:
    """The type of a picture, and its width and height."""
    try:
        if data.startswith(PNG):
            return ("image/png", *struct.unpack_from(">II", data, 16))
        if data.startswith(JPEG):
            return ("image/jpeg", *_size_of_jpeg(data))
        return ("image/svg+xml", *_size_of_svg(data))
    except (struct.error, ValueError, IndexError, OverflowError):
        return None


def _size_of_jpeg(data: bytes) -> tuple[int, int]:
    at = 2
    while at < len(data):
        mark, length = struct.unpack_from(">HH", data, at)
        # A frame's head; what stands between these codes is a table.
        if 0xFFC0 <= mark <= 0xFFCF and mark not in {0xFFC4, 0xFFC8, 0xFFCC}:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        at += 2 + length
    raise ValueError


def _size_of_svg(data: bytes) -> tuple[int, int]:
    """By its opening tag alone: nothing else of it is read here."""
    opening = re.search(rb"<(?:\w+:)?svg\b[^<>]*>", data)
    if opening is None:
        raise ValueError
    held = {name.decode(): value.decode() for name, value in _ATTRIBUTE.findall(opening[0])}
    box = held.get("viewBox", "").replace(",", " ").split()
    if len(box) == 4:
        return round(float(box[2])), round(float(box[3]))
    width, height = (held.get(name, "").removesuffix("px") for name in ("width", "height"))
    return round(float(width)), round(float(height))
