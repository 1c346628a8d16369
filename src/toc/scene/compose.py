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
from toc.scene.measure import faces, measured_in
from toc.scene.options import Options
from toc.scene.picture import picture
from toc.scene.remember import known_in, memory_of, name_of_picture
from toc.scene.scene import Scene
from toc.scene.theme import Theme, theme
from toc.scene.view import shown, wanted_marks
from toc.scene.views import is_plan, view_named


def compose(theory: Theory, options: Options) -> Scene:
    """Return the scene of `theory` as `options` want it.

    Raises `EngineError` where the layout engine is missing, fails, or takes too much time or memory.
    """
    if options.public:
        theory = without_private(theory)
    view = view_named(theory, options.view)
    look = look_of(view, options)
    with measured_in(faces(look.font)):
        scene = _drawn(theory, view, options, look)
    return _detailed(theory, scene, options) if options.details else scene


def look_of(view: Element | None, options: Options) -> Theme:
    """Return the theme asked for, else the view's, else the organisation's own, else the usual one."""
    name = options.theme or (view.properties.word("theme") if view else None)
    return options.own if name is None and options.own else theme(name)


def _drawn(theory: Theory, view: Element | None, options: Options, look: Theme) -> Scene:
    language = language_of(theory, options)
    if view is not None and is_plan(view):
        from toc.scene.plan import plan  # needed for this one picture

        return plan(theory, options, look, wanted_marks(view, options), label_of(view, theory, language), language)
    found = shown(theory, view, options)
    pictures = options.memory.pictures if options.memory else {}
    before = pictures.get(name_of_picture(found, theory.file))
    made = draft(theory, found, language, options.today, Figures(theory, options.leverage), before)
    known = known_in(made, before, theory.file) if before else None
    layout = lay_out(made.chart, made.vision_depth, _arranger(options) if made.is_free else None, known)
    scene = picture(theory, made, layout, options, look, language)
    return evolve(scene, memory=memory_of(made, layout, theory.file))


def _detailed(theory: Theory, scene: Scene, options: Options) -> Scene:
    from toc.scene.details import Asked, details

    asked = Asked(scene.language, options.today, options.leverage() if options.leverage else None)
    return evolve(scene, details=details(theory, scene.cards, scene.links, asked))


def _arranger(options: Options) -> Arranger:
    from toc.scene.free import arrange

    return arrange(options.engine)


def language_of(theory: Theory, options: Options) -> str:
    """Return the language of the picture: the one asked for, else the theory's, else English."""
    return next((language for language in (options.language, theory.language) if language in LANGUAGES), "en")
