"""The page as one file: everything in it, and nothing that it could load from elsewhere."""

import re
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from json import dumps
from pathlib import Path
from typing import Any, NamedTuple

from toc.formats.page.colours import look, variables
from toc.formats.page.data import data
from toc.formats.page.words import keys, places, words
from toc.scene.drawing import draw, escaped, family_of, font_faces
from toc.scene.page import MARGIN, PAPERS
from toc.scene.scene import Scene

FOLDER = Path(__file__).parent
# In this order they become one script.
SCRIPTS = ("words", "picture", "state", "camera", "gestures", "search", "show", "panel", "steps", "keys", "look")
_PLACE = re.compile(r"\{\{(\w+)\}\}")
# A text in JSON that no reader of HTML can take for markup.
_SAFE = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


class Addition(NamedTuple):
    """What a page that does more than show its picture adds: more HTML before the script, more script and style.

    `connects` is what its script may speak to, as the policy of the page says it: `'self'`.
    """

    html: str = ""
    script: str = ""
    style: str = ""
    connects: str = ""


def page(scene: Scene, addition: Addition = Addition()) -> str:  # noqa: B008, a frozen value
    """Return the page of `scene` as one HTML file."""
    style = _style(scene, addition.style)
    script = script_of(addition.script)
    said = {
        **places(scene.language),
        "language": scene.language,
        "title": scene.title,
        "policy": policy(script, style, addition.connects),
    }
    parts = {
        **{name: escaped(text) for name, text in said.items()},
        "style": style,
        "script": script,
        "picture": picture(scene),
        "data": json({**data(scene), "words": words(scene.language)}),
        "keys": _keys(scene.language),
        "more": addition.html,
    }
    return _PLACE.sub(lambda match: parts[match[1]], _read("page.html"))


def picture(scene: Scene) -> str:
    """Return the SVG of `scene` as it stands in a page: colours are the page's, so that they can change."""
    return draw(variables(scene), fonts=False)


def sheet(scene: Scene) -> str:
    """Return the style for the sheet to print on: the picture's own, else A4, the way round that suits it."""
    short, long = PAPERS.get(scene.paper or "A4", PAPERS["A4"])
    wide, high = (long, short) if scene.width > scene.height else (short, long)
    return f"@page{{size:{wide}mm {high}mm;margin:{MARGIN}mm}}\n"


def script_of(more: str = "") -> str:
    """Return the script of a page, with `more` behind it in the same scope."""
    parts = [*(_read(f"{name}.js") for name in SCRIPTS), more, _read("start.js")]
    return '(() => {\n"use strict";\n' + "".join(parts) + "})();\n"


def policy(script: str, style: str, connects: str = "") -> str:
    """Return the content security policy under which only this script and this style run, and nothing is loaded."""
    rules: Mapping[str, str] = {
        "default-src": "'none'",
        "script-src": _hash(script),
        "style-src": _hash(style),
        "font-src": "data:",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
        **({"connect-src": connects} if connects else {}),
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def json(value: Any) -> str:
    """Return `value` as JSON that may stand in an HTML file."""
    return dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_SAFE)


def _style(scene: Scene, more: str) -> str:
    font = scene.theme.font
    family = f":root{{--font:{family_of(font)}}}\n"
    parts = (font_faces(font), _read("page.css"), family, look(scene.theme), sheet(scene), more)
    # The name of an organisation's font is theirs to choose, but cannot end the style.
    return "".join(parts).replace("</", "<\\/")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _keys(language: str) -> str:
    rows = "".join(f"<div><dt>{escaped(key)}</dt><dd>{escaped(does)}</dd></div>\n" for key, does in keys(language))
    return f"<dl>\n{rows}</dl>"


@cache
def _read(name: str) -> str:
    return (FOLDER / name).read_text("utf-8")
