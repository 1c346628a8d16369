"""From a theory to a scene: the whole way, step by step."""

from typing import TYPE_CHECKING

from attrs import evolve

from toc.messages import LANGUAGES
from toc.model.public import without_private
from toc.model.theory import Theory
from toc.scene.draft import draft
from toc.scene.layout import Arranger, lay_out
from toc.scene.leverage import Figures
from toc.scene.options import Options
from toc.scene.picture import picture
from toc.scene.scene import Scene
from toc.scene.view import shown

if TYPE_CHECKING:
    from toc.leverage.assessment import Leverage


def compose(theory: Theory, options: Options) -> Scene:
    """Return the scene of `theory` as `options` want it.

    Raises `EngineError` where the layout engine is missing, fails, or takes too much time or memory.
    """
    if options.public:
        theory = without_private(theory)
    language = language_of(theory, options)
    found = shown(theory, options)
    made = draft(theory, found, language, options.today, Figures(theory, options.leverage))
    layout = lay_out(made.chart, made.vision_depth, _arranger(options) if made.is_free else None)
    scene = picture(theory, made, layout, options, language)
    return _detailed(theory, scene, options.leverage) if options.details else scene


def _detailed(theory: Theory, scene: Scene, leverage: "Leverage | None") -> Scene:
    from toc.scene.details import details

    return evolve(scene, details=details(theory, scene.cards, scene.links, scene.language, leverage))


def _arranger(options: Options) -> Arranger:
    from toc.scene.free import arrange

    return arrange(options.engine)


def language_of(theory: Theory, options: Options) -> str:
    """Return the language of the picture: the one asked for, else the theory's first, else English."""
    wanted = (options.language, *theory.languages)
    return next((language for language in wanted if language in LANGUAGES), "en")
