"""Pictures of what was seen, as the page takes them over."""

import json
from collections.abc import Mapping
from hashlib import sha256
from types import MappingProxyType

from attrs import evolve, field, frozen

from toc import __version__
from toc.formats.page.colours import look
from toc.formats.page.data import arcs, data
from toc.formats.page.page import picture, sheet
from toc.formats.svg import svg
from toc.model.elements import Key
from toc.model.theory import Theory
from toc.preview.seen import Seen
from toc.scene.compose import compose, language_of
from toc.scene.options import Options
from toc.scene.scene import Scene
from toc.scene.values import text_in
from toc.scene.views import OVERVIEW, view_named, view_names


@frozen
class Picture:
    """A picture: its `name` changes with what is to be seen in it, its `frame` with the look of the page around it.

    `drawn` is `{"svg", "data"}` as JSON without its closing bracket. `cards` are the ids of cards by the element they
    stand for, `links` those of links by the elements they link.
    """

    scene: Scene = field(repr=False)
    drawn: str = field(repr=False)
    name: str
    frame: str
    cards: Mapping[Key, str] = field(repr=False)
    links: Mapping[frozenset[Key], str] = field(repr=False)


def drawn(seen: Seen, options: Options, view: str | None) -> Picture:
    """Return the picture of what was seen, from the view of that name.

    Raises `EngineError` where the layout engine fails.
    """
    assert seen.analysis is not None
    scene = compose(seen.analysis.theory, _options(seen, options, view))
    return _picture(scene, seen.language)


def nothing_drawn(seen: Seen, options: Options) -> Picture:
    """Return the picture of a model in which nothing is."""
    empty = Theory("", None, {}, ())
    return _picture(compose(empty, Options(theme=options.theme, language=seen.language, own=seen.own)), seen.language)


def as_svg(found: Picture) -> str:
    """Return a picture as an SVG file that needs nothing else."""
    written = svg(found.scene)
    assert isinstance(written, str)
    return written


def views(theory: Theory, options: Options) -> tuple[tuple[str, str], ...]:
    """Return the names and titles of all views, in the language of the picture."""
    language = language_of(theory, options)
    found = []
    for name in view_names(theory, language):
        view = view_named(theory, name)
        found.append((name, (text_in(view.label, theory, language) if view else "") or name))
    return tuple(found)


def usual_view(theory: Theory, options: Options) -> str:
    """Return the name of the view that is shown where nobody asks for one."""
    if options.view and view_named(theory, options.view) is not None:
        return options.view
    language = language_of(theory, options)
    meant = view_named(theory, OVERVIEW)
    return next((name for name in view_names(theory, language) if view_named(theory, name) == meant), OVERVIEW)


def _options(seen: Seen, options: Options, view: str | None) -> Options:
    analysis = seen.analysis
    assert analysis is not None
    return evolve(
        options, view=view, details=True, leverage=lambda: analysis.leverage, own=seen.own, memory=seen.memory
    )


def _picture(scene: Scene, language: str) -> Picture:
    shown = {"svg": picture(scene), "data": data(scene), "sheet": sheet(scene)}
    text = json.dumps(shown, ensure_ascii=False, separators=(",", ":"))
    cards = {card.key: card.id for card in scene.cards if card.key is not None}
    links = {frozenset(arc.last.keys): arc.last.id for arc in arcs(scene)}
    return Picture(
        scene,
        text[:-1],
        sha256(text.encode()).hexdigest()[:16],
        _frame(scene, language),
        MappingProxyType(cards),
        MappingProxyType(links),
    )


def _frame(scene: Scene, language: str) -> str:
    font = scene.theme.font
    told = (__version__, language, scene.language, look(scene.theme), font.family, font.regular, font.bold)
    return sha256(repr(told).encode()).hexdigest()[:16]
