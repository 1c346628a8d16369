"""The picture of a model as it stands in the editor, unsaved changes included, and where its cards were written.

`toc/picture` is a request of our own: an editor shows the picture beside the text and leads from one to the other.
It is asked with `textDocument`, and if wanted `view`, `theme` and `layout` (as an earlier answer gave it, so that
cards stay where they stood). The answer holds

- `svg`: the picture, None where it cannot be drawn, and then `message` says why;
- `title`, `view` and `views`: what it is called, which view it is, and the names of all there are;
- `places`: for each lane, card and line the `id` that it has in the picture, and the `uri` and `range` of what was
  written for it;
- `layout`: where the cards stand, to be given back.
"""

from collections.abc import Iterator
from typing import Any

from toc.diagnostics import Origin
from toc.lsp.desk import Desk
from toc.lsp.feature import READ, feature
from toc.messages import show
from toc.model.elements import Key
from toc.scene.compose import compose, language_of
from toc.scene.drawing import draw
from toc.scene.engine import EngineError
from toc.scene.memory import read_memory, write_memory
from toc.scene.options import Options
from toc.scene.own_theme import own_theme
from toc.scene.scene import Scene
from toc.scene.theme import themes
from toc.scene.views import view_named, view_names
from toc.syntax.keywords import concept

METHOD = "toc/picture"


@feature(METHOD, knowing=READ, aside=True)
def picture(desk: Desk, params: Any) -> dict[str, Any]:
    """Return the picture of the model that the file belongs to."""
    theory = desk.theory
    options = _options(desk, params)
    about = {"view": options.view, "views": list(view_names(theory, language_of(theory, options)))}
    try:
        scene = compose(theory, options)
    except EngineError as error:
        return {**about, "svg": None, "message": show(error.message, desk.language)}
    return {
        **about,
        "svg": draw(scene),
        "title": scene.title,
        "places": list(_places(desk, scene)),
        "layout": write_memory(scene.memory),
    }


def _options(desk: Desk, params: Any) -> Options:
    name = getattr(params, "view", None)
    theme = getattr(params, "theme", None)
    theme = theme and (concept(theme, "theme") or theme)
    layout = getattr(params, "layout", None)
    return Options(
        view=name if view_named(desk.theory, name) is not None else None,
        theme=theme if theme in themes() else None,
        today=desk.settings.today,
        leverage=lambda: desk.analysis.leverage,
        # Its font and logo are files of the workspace: `toc render` shows them.
        own=own_theme(desk.settings.theme),
        memory=read_memory(layout)[0] if layout else None,
    )


def _places(desk: Desk, scene: Scene) -> Iterator[dict[str, Any]]:
    elements = desk.theory.elements
    links: dict[tuple[Key, ...], Origin] = {}
    for link in desk.theory.links:
        links.setdefault((*link.sources, link.target), link.origin)
    for lane in scene.lanes:
        if lane.key is not None and lane.key in elements:
            yield _place(desk, lane.id, elements[lane.key].origin)
    for card in scene.cards:
        if card.key is not None and card.key in elements:
            yield _place(desk, card.id, elements[card.key].origin)
    for line in scene.links:
        if line.keys in links:
            yield _place(desk, line.id, links[line.keys])


def _place(desk: Desk, name: str, origin: Origin) -> dict[str, Any]:
    """Return where a card or line of the picture was written."""
    where = desk.location(origin)
    return {"id": name, "uri": where.uri, "range": where.range}
