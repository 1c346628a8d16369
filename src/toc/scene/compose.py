"""From a theory to a scene: the whole way, step by step."""

from attrs import evolve

from toc.messages import LANGUAGES
from toc.model.elements import Element
from toc.model.public import without_private
from toc.model.theory import Theory
from toc.scene.cards import label_of
from toc.scene.draft import draft
from toc.scene.layout import Arranger, lay_out
from toc.scene.leverage import Figures
from toc.scene.options import Options
from toc.scene.picture import look_of, picture
from toc.scene.scene import Scene
from toc.scene.view import shown, wanted_marks
from toc.scene.views import is_plan, view_named


def compose(theory: Theory, options: Options) -> Scene:
    """Return the scene of `theory` as `options` want it.

    Raises `EngineError` where the layout engine is missing, fails, or takes too much time or memory.
    """
    if options.public:
        theory = without_private(theory)
    language = language_of(theory, options)
    view = view_named(theory, options.view)
    if view is not None and is_plan(view):
        scene = _plan(theory, view, options, language)
        return _detailed(theory, scene, options) if options.details else scene
    found = shown(theory, options)
    made = draft(theory, found, language, options.today, Figures(theory, options.leverage))
    layout = lay_out(made.chart, made.vision_depth, _arranger(options) if made.is_free else None)
    scene = picture(theory, made, layout, options, language)
    return _detailed(theory, scene, options) if options.details else scene


def _plan(theory: Theory, view: Element, options: Options, language: str) -> Scene:
    from toc.scene.plan import plan  # needed for this one picture

    title = label_of(view, theory, language)
    return plan(theory, options, look_of(options.theme, options), wanted_marks(view, options), title, language)


def _detailed(theory: Theory, scene: Scene, options: Options) -> Scene:
    from toc.scene.details import Asked, details

    asked = Asked(scene.language, options.today, options.leverage() if options.leverage else None)
    return evolve(scene, details=details(theory, scene.cards, scene.links, asked))


def _arranger(options: Options) -> Arranger:
    from toc.scene.free import arrange

    return arrange(options.engine)


def language_of(theory: Theory, options: Options) -> str:
    """Return the language of the picture: the one asked for, else the theory's first, else English."""
    wanted = (options.language, *theory.languages)
    return next((language for language in wanted if language in LANGUAGES), "en")
