"""PowerPoint: slides whose cards and lines can be moved and edited, one a step of the view, or one for all of it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from attrs import evolve

from toc.formats.format import picture
from toc.formats.slides.figures import rgb
from toc.formats.slides.place import Place, place_of
from toc.formats.slides.slide import Slide, draw
from toc.formats.slides.words import FAMILY, Voice, readable
from toc.scene.scene import Card, Line, Link, Scene, Step

# In the template that python-pptx brings: a slide with a title and nothing else.
TITLE_ONLY = 5
LANGUAGES = {"en": "en-GB", "fr": "fr-FR"}
OWN_FONT = "Inter"
# The same file each time: the first moment that a zip can hold.
FIRST_DAY = datetime(1980, 1, 1, tzinfo=UTC)


@picture("pptx", ".pptx", extra="pptx")
def pptx(scene: Scene) -> bytes:
    """Return the picture as PowerPoint slides, for a projector (16 to 9) or on the paper that the scene is meant for.

    Where the view has steps there is one slide for each, and a last one with all of the picture. What a slide shows
    for the first time stands in its notes.
    """
    from pptx import Presentation

    made: Any = Presentation()
    place = place_of(scene)
    made.slide_width, made.slide_height = place.width, place.height
    family = FAMILY if scene.theme.font.family == OWN_FONT else scene.theme.font.family
    voice = Voice(family, LANGUAGES[scene.language])
    told: set[str] = set()
    for number, part in enumerate(_parts(scene), 1):
        _slide(made, place, voice, part, number, told)
    _describe(made, scene)
    content = BytesIO()
    made.save(content)
    return _packed(content.getvalue())


def _parts(scene: Scene) -> Iterator[Scene]:
    """What is to be seen on each slide, in turn."""
    for step in scene.steps:
        yield _at(scene, step)
    if not scene.steps or len(scene.steps[-1].cards) < len(scene.cards):
        yield scene


def _at(scene: Scene, step: Step) -> Scene:
    cards = tuple(
        evolve(card, highlighted=card.id in step.highlighted) for card in scene.cards if card.id in step.cards
    )
    seen = {card.id for card in cards}
    links = tuple(link for link in scene.links if link.id in step.links and link.source in seen and link.target in seen)
    titles = [line for line in scene.headings if line.role == "title"]
    rest = [line for line in scene.headings if line.role != "title"]
    hint = [Line(step.title, rest[0].at, rest[0].size, rest[0].role, True, rest[0].anchor)] if rest else []
    return evolve(scene, cards=cards, links=links, headings=(*titles, *hint))


def _slide(made: Any, place: Place, voice: Voice, scene: Scene, number: int, told: set[str]) -> None:
    slide = made.slides.add_slide(made.slide_layouts[TITLE_ONLY])
    slide.shapes.turbo_add_enabled = True
    slide.background.fill.solid()
    slide.background.fill.fore_color.rgb = rgb(scene.theme.roles["background"])
    slide.name = readable(f"{number}")
    draw(Slide(slide, place, voice, scene, {card.id: card for card in scene.cards}))
    slide.notes_slide.notes_text_frame.text = "\n".join(readable(text) for text in _notes(scene, told))


def _notes(scene: Scene, told: set[str]) -> Iterator[str]:
    """What is said beside the slide: each card and link that was not there before."""
    yield scene.description
    each: list[Card | Link] = [card for card in scene.cards if card.shape != "gate"]
    each += [link for link in scene.links if link.end != "none"]
    for one in each:
        if one.id not in told:
            told.add(one.id)
            text = one.says if isinstance(one, Card) else f"{one.title}. {one.why}" if one.why else one.title
            yield "; ".join((text, *(mark.says for mark in one.marks if mark.says)))


def _describe(made: Any, scene: Scene) -> None:
    about = made.core_properties
    about.title, about.subject, about.language = readable(scene.title)[:255], "", scene.language
    about.author = about.last_modified_by = about.keywords = about.comments = ""
    day = scene.date
    about.created = about.modified = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else FIRST_DAY
    about.revision = 1


def _packed(content: bytes) -> bytes:
    """The same parts in a zip that knows no hour: twice the same picture is twice the same file."""
    found = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(found, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            entry = ZipInfo(part.filename, FIRST_DAY.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            new.writestr(entry, old.read(part.filename))
    return found.getvalue()
