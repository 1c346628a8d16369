"""Words on a slide: real text, in a font that every machine has or has something like."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from toc.formats.slides.place import Place
from toc.scene.drawing import UNREADABLE
from toc.scene.measure import BOLD, REGULAR, Style, width
from toc.scene.scene import Line

# As broad as Inter or a little less, and known to PowerPoint, Keynote and LibreOffice.
FAMILY = "Arial"
# Where the first baseline of a line stands under the top of its letters' room, in sizes of the text.
ASCENT, LEADING = 0.93, 1.2
_READABLE = dict.fromkeys(UNREADABLE, "\ufffd") | dict.fromkeys((9, 10, 13), " ")
_SIDES = {"start": "l", "middle": "ctr", "end": "r"}


class Run(NamedTuple):
    """Text of one kind: its size in px, its colour, how far its letters stand apart and the room above it, in px."""

    text: str
    size: float
    ink: str
    bold: bool = False
    tracking: float = 0.0
    before: float = 0.0


class Voice(NamedTuple):
    """How words are set: the font's family and the language, as PowerPoint spells it out."""

    family: str
    language: str


def readable(text: str) -> str:
    """Return `text` without what XML cannot hold and nobody can read."""
    return text.translate(_READABLE)


def write(frame: Any, place: Place, voice: Voice, runs: Iterable[Run], side: str = "start") -> None:
    """Write `runs` into a text frame, a paragraph each, on the `side` that lines of a scene name."""
    from pptx.oxml.ns import qn

    for number, run in enumerate(runs):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph._p.get_or_add_pPr().set("algn", _SIDES[side])  # noqa: SLF001 - there is no other way in
        if run.before:
            paragraph.space_before = place.long(run.before)
        written = paragraph.add_run()
        written.text = readable(run.text)
        properties = written._r.get_or_add_rPr()  # noqa: SLF001
        properties.set("lang", voice.language)
        properties.set("sz", str(place.points(run.size)))
        properties.set("b", "1" if run.bold else "0")
        if run.tracking:
            properties.set("spc", str(round(place.points(run.tracking * 100) / 100)))
        solid = properties.makeelement(qn("a:solidFill"), {})
        solid.append(solid.makeelement(qn("a:srgbClr"), {"val": run.ink.removeprefix("#")}))
        properties.append(solid)
        properties.append(properties.makeelement(qn("a:latin"), {"typeface": voice.family}))


def fit(
    frame: Any,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
    *,
    anchor: str = "t",
    wrap: bool = True,
    shrink: bool = False,
) -> None:
    """Set the margins of a text frame (left, top, right, below; in EMU), where it begins, and whether lines break.

    What may `shrink` does where another font needs more room than ours.
    """
    from pptx.enum.text import MSO_AUTO_SIZE

    frame.margin_left, frame.margin_top, frame.margin_right, frame.margin_bottom = margins
    frame.word_wrap = wrap
    if shrink:
        frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE
    frame._txBody.bodyPr.set("anchor", anchor)  # noqa: SLF001


def write_line(slide: Any, place: Place, voice: Voice, line: Line, ink: str) -> Any:
    """Write a line of text where the scene has it, and return the box that holds it."""
    long = width(line.text, Style(line.size, BOLD if line.bold else REGULAR, line.tracking)) * 1.05 + line.size
    left = line.at.x - {"start": 0.0, "middle": long / 2, "end": long}[line.anchor]
    top = line.at.y - ASCENT * line.size
    box = slide.shapes.add_textbox(place.x(left), place.y(top), place.long(long), place.long(LEADING * line.size))
    fit(box.text_frame, wrap=False)
    write(box.text_frame, place, voice, [Run(line.text, line.size, ink, line.bold, line.tracking)], line.anchor)
    return box
